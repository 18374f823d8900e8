//! Comparing rulebooks: every answer tried on tiny ones, and the real one on two dates against the
//! list of amendments.

use std::collections::{BTreeMap, BTreeSet};

use wicketgate_engine::model::{AnswerKind, EntryKind, Rulebook};
use wicketgate_engine::{
    Answer, Date, DifferenceCase, Facts, Outcome, OutcomeChange, Person, Plain,
    RulebookDifference as Difference, Source, compare_rulebooks as compare, determine,
    read_proposal,
};

use super::generate::Random;
use super::{naive, tiny};
use crate::{compiled, date, rulebook};

/// A gateway and objective; none for the leg.
pub(super) type Route = Option<(String, Option<String>)>;

/// How many assignments of each route have one outcome in the old rulebook and another in the new.
pub(super) type Tally = BTreeMap<(Route, String, String), u128>;

fn leg(outcomes: &[Outcome]) -> Outcome {
    let any = |outcome| outcomes.contains(&outcome);
    if any(Outcome::Fits) {
        Outcome::Fits
    } else if any(Outcome::NeedsAdvice) {
        Outcome::NeedsAdvice
    } else {
        Outcome::DoesNotFit
    }
}

/// Every way of answering all questions, without an option chosen among options that were not.
fn every_answer(book: &Rulebook) -> Vec<Facts> {
    let mut all = vec![Facts::new(date("2026-03-31"))];
    let (inner, outer): (Vec<_>, Vec<_>) = book
        .questions
        .iter()
        .partition(|question| question.among.is_some());
    for question in outer.into_iter().chain(inner) {
        let answers: Vec<Answer> = match question.kind {
            AnswerKind::Person | AnswerKind::Date => continue,
            AnswerKind::Several => (0..1_usize << question.options.len())
                .map(|mask| {
                    let options = question.options.iter().enumerate();
                    let chosen = options.filter(|(at, _)| mask >> at & 1 == 1);
                    Answer::chosen(
                        chosen
                            .map(|(_, option)| option.id.as_str())
                            .collect::<Vec<_>>(),
                    )
                })
                .collect(),
            _ => question
                .options
                .iter()
                .map(|option| Answer::Option(option.id.clone()))
                .collect(),
        };
        let mut next = Vec::new();
        for facts in &all {
            for answer in &answers {
                let inside = question.among.is_none_or(|outer| {
                    let outer = facts.answers.get(&book.questions[outer].id);
                    match (outer, answer) {
                        (
                            Some(Answer::Several { options: outer, .. }),
                            Answer::Several { options, .. },
                        ) => options.keys().all(|id| outer.contains_key(id)),
                        _ => panic!("{} comes before what it is chosen among", question.id),
                    }
                });
                if inside {
                    let mut more = facts.clone();
                    more.answers.insert(question.id.clone(), answer.clone());
                    next.push(more);
                }
            }
        }
        all = next;
    }
    all
}

fn everyone(book: &Rulebook) -> Vec<Person> {
    let mut persons = vec![Person::NotListed("Someone".to_owned())];
    for entry in book
        .entries
        .iter()
        .filter(|entry| entry.kind == EntryKind::Person)
    {
        persons.push(Person::Body {
            id: entry.id.clone(),
            name: None,
        });
        persons.push(Person::Provider {
            to: entry.id.clone(),
        });
    }
    persons
}

/// The differences found by trying everything.
pub(super) fn tried(old: &Rulebook, old_on: Date, new: &Rulebook, new_on: Date) -> Tally {
    let mut tally = Tally::new();
    let routes: Vec<Route> = naive::routes(new)
        .into_iter()
        .map(|(gateway, objective)| {
            Some((
                gateway.id.clone(),
                objective.map(|objective| objective.id.clone()),
            ))
        })
        .collect();
    for mut facts in every_answer(new) {
        for discloser in everyone(new) {
            for recipient in everyone(new) {
                facts.legs[0].discloser = Some(discloser.clone());
                facts.legs[0].recipient = Some(recipient.clone());
                facts.on = old_on;
                let before = naive::outcomes(old, &facts);
                facts.on = new_on;
                let after = naive::outcomes(new, &facts);
                let mut note = |route: &Route, one: Outcome, other: Outcome| {
                    if one != other {
                        *tally
                            .entry((route.clone(), format!("{one:?}"), format!("{other:?}")))
                            .or_default() += 1;
                    }
                };
                for ((route, one), other) in routes.iter().zip(&before).zip(&after) {
                    note(route, *one, *other);
                }
                note(&None, leg(&before), leg(&after));
            }
        }
    }
    tally
}

/// The differences that were computed. Cases add up to what they are cases of.
pub(super) fn computed(difference: &Difference) -> Tally {
    let mut tally = Tally::new();
    let mut note = |route: Route, changes: &[OutcomeChange]| {
        for change in changes {
            let count: u128 = change.combinations.parse().unwrap();
            let cases = change
                .cases
                .iter()
                .map(|case| case.combinations.parse::<u128>().unwrap());
            assert_eq!(cases.sum::<u128>(), count);
            tally.insert(
                (
                    route.clone(),
                    format!("{:?}", change.old),
                    format!("{:?}", change.new),
                ),
                count,
            );
        }
    };
    for route in &difference.routes {
        note(
            Some((route.gateway.clone(), route.objective.clone())),
            &route.changes,
        );
    }
    note(None, &difference.leg);
    tally
}

/// Every worked example has the outcomes that are said of it; one in so many also by a plain reading,
/// which tries every setting of the unsettled points.
pub(super) fn check_examples(
    difference: &Difference,
    old: &Rulebook,
    new: &Rulebook,
    every: usize,
) -> usize {
    let mut checked = 0;
    let mut check = |route: Route, changes: &[OutcomeChange]| {
        for change in changes {
            for case in &change.cases {
                for (book, proposal, outcome, on) in [
                    (old, &case.example.old, change.old, difference.old.on),
                    (new, &case.example.new, change.new, difference.new.on),
                ] {
                    let Some(proposal) = proposal else { continue };
                    let facts = read_proposal(book, proposal, on).unwrap();
                    let found = determine(book, &facts);
                    let found_here = match &route {
                        None => found.outcome,
                        Some((gateway, objective)) => {
                            let routes = &found.legs[0].gateways;
                            let here = routes.iter().position(|one| {
                                one.gateway == *gateway && one.objective == *objective
                            });
                            let Some(at) = here else { continue };
                            if checked % every == 0 {
                                let plain = naive::outcomes(book, &facts);
                                assert_eq!(routes[at].outcome, plain[at], "{proposal:?}");
                                assert_eq!(found.outcome, leg(&plain), "{proposal:?}");
                            }
                            routes[at].outcome
                        }
                    };
                    assert_eq!(found_here, outcome, "{route:?}: {proposal:?}");
                    checked += 1;
                }
            }
        }
    };
    for route in &difference.routes {
        check(
            Some((route.gateway.clone(), route.objective.clone())),
            &route.changes,
        );
    }
    check(None, &difference.leg);
    checked
}

/// The text with one thing in it changed.
fn changed(random: &mut Random, text: &str) -> String {
    let swaps = [
        (" is yes", " is no"),
        (" is not ", " is "),
        ("at least 2", "at least 1"),
        ("excludes", "includes"),
        ("includes d1", "includes d2"),
        ("c is c1", "c is c3"),
        (
            "in force from 1 May 2018 in england",
            "in force from 1 May 2018",
        ),
        ("any of {", "all of {"),
        ("all of {", "none of {"),
        ("discloser is", "recipient is"),
        ("paragraphs 1-2 ", "paragraphs 1 "),
        ("paragraphs 1 ", "paragraphs 2 "),
        (
            "requires unsettled u1",
            "requires none of {\n    unsettled u1\n    }",
        ),
        ("entry 1 \"One\"", "entry 1 \"Uno\""),
        ("ends are one body", "ends are one class"),
    ];
    let fit: Vec<_> = swaps
        .into_iter()
        .filter(|(from, _)| text.contains(from))
        .collect();
    let (from, to) = fit[random.below(fit.len())];
    let places: Vec<usize> = text.match_indices(from).map(|(at, _)| at).collect();
    let at = places[random.below(places.len())];
    format!("{}{to}{}", &text[..at], &text[at + from.len()..])
}

#[test]
fn a_difference_is_what_trying_every_answer_finds() {
    let mut random = Random::new(41);
    let (mut same, mut different, mut examples) = (0, 0, 0);
    while same + different < 120 {
        let one = tiny::rulebook(&mut random, &["first", "second"]);
        let text = changed(&mut random, &one.text);
        let sources = [Source::new("tiny.gate", text.clone())];
        let Some(other) = wicketgate_engine::compile(&sources).rulebook else {
            continue;
        };
        let ways = every_answer(&other).len();
        if ways > 64 {
            continue;
        }
        let days = ["2026-03-31", "2026-03-31", "2019-03-01", "2018-01-01"];
        let old_on = date(days[random.below(4)]);
        let new_on = date("2026-03-31");
        let found = compare(&one.book, old_on, &other, new_on).unwrap();
        let expected = tried(&one.book, old_on, &other, new_on);
        let persons = everyone(&other).len();
        assert_eq!(
            found.assignments,
            (ways * persons * persons).to_string(),
            "{text}"
        );
        assert_eq!(computed(&found), expected, "{}\n{text}", one.text);
        assert_eq!(found.same, expected.is_empty());
        examples += check_examples(&found, &one.book, &other, 1);
        same += usize::from(found.same);
        different += usize::from(!found.same);
    }
    assert!(
        same > 10 && different > 30 && examples > 200,
        "{same} {different} {examples}"
    );
}

fn ids(case: &DifferenceCase, discloser: bool) -> BTreeSet<String> {
    let persons = if discloser {
        &case.disclosers
    } else {
        &case.recipients
    };
    let id = |person: &Plain| match (person.get("is"), person.get("provider-to")) {
        (Some(Plain::Text(id)), _) | (_, Some(Plain::Text(id))) => id.clone(),
        _ => "not-listed".to_owned(),
    };
    persons.iter().map(|person| id(&person.person)).collect()
}

/// The changes between the two days that touch outcomes, by hand from the list of amendments: which
/// entries came, went, moved or are doubtful, for which gateway or objective. An empty list stands for
/// the whole of it: the objective came, or its people are others.
const AMENDED: [(&str, &[&str]); 10] = [
    // 2024/64 and 2022/1098: two objectives came.
    ("digital-identity-verification", &[]),
    ("scottish-early-learning-and-childcare", &[]),
    // 2023/424: paragraph 6 became Business and Trade, 9A and 9B came; which of them has fuel poverty
    // is unsettled. 14A came on 26 December 2023 and no list was changed for it.
    (
        "fuel-poverty",
        &["sch4-6", "sch4-9A", "sch4-9B", "sch4-14A", "sch5-1"],
    ),
    ("multiple-disadvantages", &["sch4-14A"]),
    ("television-retuning", &["sch4-14A"]),
    ("water-poverty", &["sch4-14A"]),
    // Schedule 5 paragraph 1 became Energy Security and Net Zero; 8A came.
    ("section-36", &["sch4-6", "sch4-9A", "sch4-14A"]),
    ("section-37", &["sch4-6", "sch4-9A", "sch4-14A"]),
    // The Water (Special Measures) Act 2025 has other people in mind; Schedule 6 paragraph 7A came.
    ("section-38", &[]),
    ("section-39", &[]),
];

#[test]
fn the_real_rulebook_changed_between_two_dates_as_the_list_of_amendments_says() {
    let book = rulebook();
    let found = compare(book, date("2022-10-01"), book, date("2026-03-31")).unwrap();
    assert!(found.lacking.is_empty() && !found.same);
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for route in found
        .routes
        .iter()
        .filter(|route| !route.changes.is_empty())
    {
        let id = route
            .objective
            .clone()
            .unwrap_or_else(|| route.gateway.clone());
        let (_, amended) = AMENDED
            .iter()
            .find(|(name, _)| *name == id)
            .unwrap_or_else(|| panic!("{id} changed"));
        let amended: BTreeSet<String> = amended.iter().map(|id| (*id).to_owned()).collect();
        let mut touched: BTreeSet<String> = BTreeSet::new();
        for case in route.changes.iter().flat_map(|change| &change.cases) {
            assert!(
                !case.conditions.is_empty() && !case.provisions.is_empty(),
                "{id}"
            );
            if amended.is_empty() {
                continue;
            }
            // At one end at least stand only those whose entry was amended.
            let inside: Vec<BTreeSet<String>> = [ids(case, true), ids(case, false)]
                .into_iter()
                .filter(|ids| ids.is_subset(&amended))
                .collect();
            assert!(
                !inside.is_empty(),
                "{id}: {:?} to {:?}",
                case.disclosers,
                case.recipients
            );
            touched.extend(inside.into_iter().flatten());
        }
        assert_eq!(touched, amended, "{id}");
        seen.insert(id);
    }
    assert_eq!(
        seen,
        AMENDED.iter().map(|(id, _)| (*id).to_owned()).collect()
    );
    // A department that was renamed is told by both names, one that was not by the one it has.
    let mut named: BTreeSet<(bool, bool)> = BTreeSet::new();
    for change in found.routes.iter().flat_map(|route| &route.changes) {
        for person in change.cases.iter().flat_map(|case| &case.disclosers) {
            let renamed = person.person.get("is") == Some(&Plain::text("sch4-6"));
            named.insert((renamed, person.before.is_some()));
        }
    }
    assert!(named.contains(&(true, true)) && !named.contains(&(true, false)));
    assert!(named.contains(&(false, false)));
    // Paragraph 38 was left out and has no objective, so only reasons change; paragraph 35 got a name.
    assert!(
        found
            .routes
            .iter()
            .all(|route| !route.reasons_only.is_empty())
    );
    assert!(check_examples(&found, book, book, 150) > 500);
}

#[test]
fn days_with_the_same_law_are_proved_to_be_the_same() {
    let book = rulebook();
    // Nothing that touches an outcome lies between these: names of departments changed on the second pair.
    for (one, other) in [
        ("2026-02-12", "2026-03-31"),
        ("2021-12-07", "2021-12-08"),
        ("2024-10-29", "2024-10-30"),
    ] {
        let found = compare(book, date(one), book, date(other)).unwrap();
        assert!(
            found.same && found.routes.is_empty() && found.leg.is_empty(),
            "{one} {other}"
        );
        assert!(found.assignments.len() > 20);
    }
}

#[test]
fn what_one_side_lacks_is_not_specified_there_and_said() {
    let mut random = Random::new(7);
    let one = tiny::rulebook(&mut random, &["first"]);
    let more = "question extra yes-no \"Extra?\" {\n  group first\n}\ngateway g9 \"Another\" [A s.1] {\n  in force from 1 May 2018 [A s.1]\n  condition c \"Extra\" [A s.1] {\n    kind purpose\n    requires extra is yes\n    met \"Yes.\"\n    not met \"No.\"\n  }\n}\n";
    let other = compiled(&[Source::new("tiny.gate", format!("{}{more}", one.text))]);
    let on = date("2026-03-31");
    let found = compare(&one.book, on, &other, on).unwrap();
    let lacking: Vec<(&str, &str)> = found
        .lacking
        .iter()
        .map(|lack| (lack.what.as_str(), lack.id.as_str()))
        .collect();
    assert_eq!(lacking, [("gateway", "g9"), ("question", "extra")]);
    assert!(found.lacking.iter().all(|lack| lack.side == "old"));
    let route = found
        .routes
        .iter()
        .find(|route| route.gateway == "g9")
        .unwrap();
    let [change] = route.changes.as_slice() else {
        panic!("{route:?}")
    };
    assert_eq!(
        (change.old, change.new),
        (Outcome::DoesNotFit, Outcome::Fits)
    );
    assert_eq!(
        change.combinations.parse::<u128>().unwrap() * 2,
        found.assignments.parse::<u128>().unwrap()
    );
}
