//! Amendments: on tiny rulebooks every answer is tried, and on the real one what newly fits is
//! counted by hand and looked for at random.

use std::sync::OnceLock;

use serde_json::Value;
use wicketgate_engine::model::{EntryKind, Rulebook};
use wicketgate_engine::{
    Answer, Date, DifferenceCase, Facts, OptionAnswer, Outcome, Person, RouteDifference,
    RulebookDifference as Difference, Source, compare_rulebooks, compile_amended, read_proposal,
};

use super::definite;
use super::differs::{check_examples, computed, tried};
use super::generate::Random;
use super::{answerable, naive};
use crate::{date, rendered, rulebook, rules};

/// The rulebook of sources as an amendment would have it.
fn amended(sources: &[Source], amendment: &str) -> Rulebook {
    let amendments = [Source::new("amendment.gate", amendment)];
    let found = compile_amended(sources, &amendments);
    let all = [sources, &amendments].concat();
    found
        .rulebook
        .unwrap_or_else(|| panic!("{}", rendered(&found.diagnostics, &all)))
}

/// The real rule files without the worked cases, which only say what the law is.
fn law() -> Vec<Source> {
    let rules = rules().iter();
    rules
        .filter(|source| !source.name.starts_with("cases/"))
        .cloned()
        .collect()
}

const OBJECTIVE: &str = "multiple-disadvantages";
const ON: &str = "2026-03-31";
const INDICATIVE: &str = "amend list disadvantages {\n  indicative\n}\n";
const FLOODING: &str = "amend list disadvantages {\n  item flooding \"flooding\"\n}\n";
/// Nobody can give both answers, so the objective fits no one.
const NEVER: &str = "amend objective multiple-disadvantages {\n  amend condition affected {\n    omit requires affected-by-multiple-disadvantages is yes\n    requires all of {\n      affected-by-multiple-disadvantages is yes\n      affected-by-multiple-disadvantages is no\n    }\n  }\n}\n";

fn on() -> Date {
    date(ON)
}

/// The amended rulebooks with the option that each adds, and how they differ from the real one.
fn tested() -> &'static [(&'static str, Rulebook, Difference)] {
    static TESTED: OnceLock<Vec<(&str, Rulebook, Difference)>> = OnceLock::new();
    TESTED.get_or_init(|| {
        let each = [("another", INDICATIVE), ("flooding", FLOODING)];
        let each = each.map(|(option, amendment)| {
            let new = amended(&law(), amendment);
            let found = compare_rulebooks(rulebook(), on(), &new, on()).unwrap();
            (option, new, found)
        });
        each.into()
    })
}

/// The only gateway and objective that changed.
fn changed(found: &Difference) -> &RouteDifference {
    let mut routes = found
        .routes
        .iter()
        .filter(|route| !route.changes.is_empty());
    let only = routes.next().unwrap();
    assert!(routes.next().is_none());
    assert_eq!(only.objective.as_deref(), Some(OBJECTIVE));
    only
}

fn count(route: &RouteDifference, old: Outcome, new: Outcome) -> u128 {
    let mut changes = route.changes.iter();
    changes
        .find(|change| (change.old, change.new) == (old, new))
        .map_or(0, |change| change.combinations.parse().unwrap())
}

/// Of the 13 factors one counts only from 16 to 24. Each is absent, there, or there and harmful.
/// In how many ways, with the age, do exactly one, and two or more, harmful ones count?
fn factors() -> (u128, u128) {
    let (mut one, mut more) = (0, 0);
    for young in [false, true] {
        for code in 0..3_u32.pow(13) {
            let mut rest = code;
            let mut counted = 0;
            for factor in 0..13 {
                counted += usize::from(rest % 3 == 2 && (factor > 0 || young));
                rest /= 3;
            }
            one += u128::from(counted == 1);
            more += u128::from(counted >= 2);
        }
    }
    (one, more)
}

/// Nothing but the two conditions about factors knows of factors, so those who newly fit are to those
/// who fitted before as one counted factor is to two or more, for any state of the new one.
#[test]
fn as_many_newly_fit_as_have_one_factor_beside_the_new_one() {
    let (one, more) = factors();
    assert_eq!(one, 126_976);
    let never = amended(&law(), NEVER);
    let fitted = compare_rulebooks(&never, on(), rulebook(), on()).unwrap();
    let fitted = changed(&fitted);
    for (option, _, found) in tested() {
        let route = changed(found);
        assert_eq!(route.changes.len(), 2, "{option}");
        for outcome in [Outcome::Fits, Outcome::NeedsAdvice] {
            let before = count(fitted, Outcome::DoesNotFit, outcome);
            let newly = count(route, Outcome::DoesNotFit, outcome);
            assert!(before > 0 && newly > 0, "{option} {outcome:?}");
            assert_eq!(newly * more, before * one, "{option} {outcome:?}");
        }
    }
}

/// Each case says in full which factors it is about, and all cases together leave none out.
#[test]
fn the_list_of_what_newly_fits_is_finite_and_whole() {
    for (option, new, found) in tested() {
        let lacking: Vec<&str> = found.lacking.iter().map(|lack| lack.id.as_str()).collect();
        assert_eq!(
            lacking,
            [format!("factors {option}"), format!("adverse {option}")]
        );
        let mut cases = 0;
        for case in changed(found)
            .changes
            .iter()
            .flat_map(|change| &change.cases)
        {
            assert!(case.parts.iter().all(|part| part.listed), "{option}");
            cases += 1;
            let about = case.parts.iter().find(|part| {
                part.questions.iter().any(|id| id == "adverse") && part.ways.len() > 1
            });
            let about = about.unwrap();
            let ways: u128 = about
                .ways
                .iter()
                .map(|way| {
                    // Of each item three states, and two ages, as far as the way leaves them open.
                    let mut count = 2;
                    for item in &rulebook().lists
                        [rulebook().question("factors").unwrap().list.unwrap()]
                    .items
                    {
                        let said: Vec<_> = way
                            .iter()
                            .filter(|needed| needed.options.contains(&item.id))
                            .map(|needed| (needed.question.as_str(), needed.chosen))
                            .collect();
                        count *= match said.as_slice() {
                            [] => 3,
                            [("adverse", false)] => 2,
                            [("factors", true), ("adverse", true)] => 1,
                            other => panic!("{other:?}"),
                        };
                    }
                    if way.iter().any(|needed| needed.question == "age-16-to-24") {
                        count /= 2;
                    }
                    count
                })
                .sum();
            assert_eq!(ways, factors().0, "{option}");
        }
        assert!(cases >= 20, "{option}: {cases}");
        // The share as a whole follows from its gateways and objectives.
        let routes = Difference {
            leg: Vec::new(),
            ..found.clone()
        };
        assert!(check_examples(&routes, rulebook(), new, 20) > 60);
    }
}

/// Someone under the first id of their body, as a comparison names them.
fn persons(book: &Rulebook) -> Vec<Person> {
    let mut bodies = Vec::new();
    let mut persons = vec![Person::NotListed(String::new())];
    for entry in &book.entries {
        if entry.kind == EntryKind::Person && !bodies.contains(&entry.body) {
            bodies.push(entry.body);
            let id = entry.id.clone();
            persons.push(Person::Provider { to: id.clone() });
            persons.push(Person::Body { id, name: None });
        }
    }
    persons
}

fn holds(case: &DifferenceCase, facts: &Facts) -> bool {
    let [discloser, recipient] =
        [&facts.legs[0].discloser, &facts.legs[0].recipient].map(|person| person.clone().unwrap());
    let among = |persons: &[wicketgate_engine::PersonNamed], wanted: &Person| {
        persons.iter().any(|person| {
            let plain: Value = serde_json::to_value(&person.person).unwrap();
            match wanted {
                Person::Body { id, .. } => plain["is"] == id.as_str(),
                Person::Provider { to } => plain["provider-to"] == to.as_str(),
                Person::NotListed(_) => plain["is"].is_null() && plain["provider-to"].is_null(),
            }
        })
    };
    let alike = discloser == recipient && !matches!(discloser, Person::NotListed(_));
    if !among(&case.disclosers, &discloser)
        || !among(&case.recipients, &recipient)
        || (case.ends[1] != "different") != alike
    {
        return false;
    }
    let chosen = |question: &str, option: &str| match facts.answers.get(question).unwrap() {
        Answer::Option(own) => own == option,
        Answer::Several { options, .. } => options.get(option) == Some(&OptionAnswer::Yes),
        Answer::Unknown => panic!("{question} is answered"),
    };
    case.parts.iter().all(|part| {
        part.ways.iter().any(|way| {
            way.iter().all(|needed| {
                let mut options = needed.options.iter();
                options.any(|option| chosen(&needed.question, option)) == needed.chosen
            })
        })
    })
}

/// What the old rulebook knows of an answer: the new option does not exist there.
fn before(facts: &Facts, option: &str) -> Facts {
    let mut facts = facts.clone();
    for question in ["factors", "adverse"] {
        if let Some(Answer::Several { options, .. }) = facts.answers.get_mut(question) {
            options.remove(option);
        }
    }
    facts
}

/// Complete answers, most of them close to a case: one that is in the list newly fits, and one that is
/// not does not, as the plainest reading of both rulebooks has it.
#[test]
fn what_newly_fits_is_in_the_list_once_and_nothing_else_is() {
    let mut random = Random::new(2026);
    let (mut inside, mut outside) = (0, 0);
    for (option, new, found) in tested() {
        let route = changed(found);
        let of = |book| {
            let mut routes = naive::routes(book).into_iter();
            routes
                .find(|(_, objective)| objective.is_some_and(|own| own.id == OBJECTIVE))
                .unwrap()
        };
        let everyone = persons(new);
        let questions = answerable(new);
        let cases: Vec<&DifferenceCase> = route
            .changes
            .iter()
            .flat_map(|change| &change.cases)
            .collect();
        for _ in 0..120 {
            let case = cases[random.below(cases.len())];
            let example = case.example.new.as_ref().unwrap();
            let mut facts = read_proposal(new, example, on()).unwrap();
            for _ in 0..random.below(4) {
                match random.below(10) {
                    0 => {
                        facts.legs[0].discloser =
                            Some(everyone[random.below(everyone.len())].clone())
                    }
                    1 => {
                        facts.legs[0].recipient =
                            Some(everyone[random.below(everyone.len())].clone())
                    }
                    2..=4 => {
                        let factors = definite(&mut random, new.question("factors").unwrap());
                        let Answer::Several { options, .. } = &factors else {
                            panic!("factors are several")
                        };
                        let harmful = options.keys().map(String::as_str);
                        let harmful: Vec<&str> = harmful.filter(|_| random.chance(25)).collect();
                        facts
                            .answers
                            .insert("adverse".to_owned(), Answer::chosen(harmful));
                        facts.answers.insert("factors".to_owned(), factors);
                    }
                    _ => {
                        let question = questions[random.below(questions.len())];
                        if question.list.is_none() && question.among.is_none() {
                            let answer = definite(&mut random, question);
                            facts.answers.insert(question.id.clone(), answer);
                        }
                    }
                }
            }
            let outcomes = (
                naive::outcome(rulebook(), &before(&facts, option), of(rulebook())),
                naive::outcome(new, &facts, of(new)),
            );
            for change in &route.changes {
                let listed = change
                    .cases
                    .iter()
                    .filter(|case| holds(case, &facts))
                    .count();
                let expected = outcomes == (change.old, change.new);
                assert_eq!(
                    listed,
                    usize::from(expected),
                    "{option}: {outcomes:?} {facts:?}"
                );
                inside += listed;
            }
            let unchanged = outcomes.0 == outcomes.1;
            let known = route
                .changes
                .iter()
                .any(|change| outcomes == (change.old, change.new));
            assert!(unchanged != known, "{option}: {outcomes:?}");
            outside += usize::from(unchanged);
        }
    }
    assert!(
        inside > 50 && outside > 50,
        "{inside} inside, {outside} outside"
    );
}

/// On tiny rulebooks with a list, amending it differs as trying every answer says.
#[test]
fn an_amendment_of_a_tiny_list_is_what_trying_every_answer_finds() {
    let text = tiny_with_list();
    let sources = [Source::new("tiny.gate", text)];
    let old = crate::compiled(&sources);
    let on = date(ON);
    for (amendment, same) in [
        ("amend list l {\n  indicative\n}\n", false),
        ("amend list l {\n  item c \"C\"\n}\n", false),
        (
            "amend list l {\n  item c \"C\" {\n    counts only when q is yes\n  }\n}\n",
            false,
        ),
        (
            "amend list l {\n  indicative \"Something else\"\n  item c \"C\"\n}\n",
            false,
        ),
        (
            "amend list l {\n  amend item a {\n    counts only when q is yes\n  }\n}\n",
            false,
        ),
        ("amend question q {\n  hint \"Really?\"\n}\n", true),
        (
            "amend schedule s {\n  amend part 1 {\n    entry 9 \"Nine\"\n  }\n}\n",
            false,
        ),
    ] {
        let new = amended(&sources, amendment);
        let found = compare_rulebooks(&old, on, &new, on).unwrap();
        let expected = tried(&old, on, &new, on);
        assert_eq!(computed(&found), expected, "{amendment}");
        assert_eq!(found.same, same, "{amendment}");
        check_examples(&found, &old, &new, 1);
    }
}

/// Two factors of a list, harmful ones among them, and who may share.
fn tiny_with_list() -> &'static str {
    r#"rulebook "Tiny" {
  law as at 31 March 2026
}
instrument A "An Act" {
  link "https://example.org/act"
  provision "s.1", "Sch 1" at "section"
}
list l definitive "L" {
  item a "A"
  item b "B"
}
question discloser person "Who gives?" {
  scope discloser
}
question recipient person "Who gets?" {
  scope recipient
}
question q yes-no "Young?"
question e several "Which are there?" {
  options from l
}
question f several "Which of them harm?" {
  options from l
  among e
}
schedule s "Schedule" [A Sch 1] {
  paragraphs "Sch 1 para" at "p"
  in force from 1 May 2018 [A s.1]
  part 1 "Part" {
    entry 1 "One"
  }
}
gateway g "Gateway" [A s.1] {
  schedule s
  in force from 1 May 2018 [A s.1]
  condition listed "Listed" [A s.1] {
    kind not-listed
    requires discloser is in the schedule
    met "Yes."
    not met "No."
  }
  condition two "Two" [A s.1] {
    kind too-few-factors
    requires at least 2 of e
    met "Yes."
    not met "No."
  }
  condition harmful "One of them harms" [A s.1] {
    kind not-adverse
    requires at least 1 of e and f
    met "Yes."
    not met "No."
  }
}
"#
}
