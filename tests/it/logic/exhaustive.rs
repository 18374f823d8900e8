//! The exact answers beside every completion: what is decided, what matters, how much may be left,
//! which answers force an outcome and which changes would better it, on rulebooks so small that all
//! completions can be gone through.

use std::collections::{BTreeMap, BTreeSet};

use wicketgate_engine::model::AnswerKind;
use wicketgate_engine::{
    Answer, Facts, GatewayDetermination, Given, Leg, Near, Outcome, Person, determine, inquire,
    reasons,
};

use super::generate::Random;
use super::table::{Said, Table, person_name, positions};
use super::tiny::{self, Tiny};
use crate::date;

/// Facts of which only the day is known, and the ends where they do not matter.
pub(super) fn empty(tiny: &Tiny) -> Facts {
    let mut facts = Facts::new(date(tiny.on));
    if !tiny.persons {
        let someone = || Some(Person::NotListed("Someone".to_owned()));
        facts.legs[0] = Leg {
            discloser: someone(),
            recipient: someone(),
            ..Leg::default()
        };
    }
    facts
}

/// Something said of each variable, at random.
fn said(random: &mut Random, table: &Table<'_>) -> Vec<Said> {
    let open = [15, 50, 90][random.below(3)];
    let unknown = [0, 15][random.below(2)];
    let mut said = Vec::new();
    for variable in &table.variables {
        let person = table.book.questions[variable.question].kind == AnswerKind::Person;
        said.push(if random.chance(open) {
            Said::Open
        } else if !person && random.chance(unknown) {
            Said::Unknown
        } else {
            Said::Given(random.below(variable.values))
        });
    }
    said
}

fn shared(outcomes: &[Outcome], completions: &[usize]) -> Outcome {
    let mut each = completions.iter().map(|at| outcomes[*at]);
    let first = each.next().unwrap();
    if each.all(|outcome| outcome == first) {
        first
    } else {
        Outcome::Undecided
    }
}

/// One check of one rulebook with some answers.
struct Case<'a> {
    table: &'a Table<'a>,
    said: Vec<Said>,
    about: String,
    seen: &'a mut BTreeMap<&'static str, usize>,
}

impl Case<'_> {
    fn count(&mut self, what: &'static str) {
        *self.seen.entry(what).or_default() += 1;
    }

    fn ids(&self, questions: &[usize]) -> Vec<String> {
        let ids = questions.iter();
        ids.map(|question| self.table.book.questions[*question].id.clone())
            .collect()
    }

    /// What is decided, what matters and how much may be left.
    fn decided_and_relevant(&mut self, facts: &Facts) {
        let about = self.about.clone();
        let completions = self.table.completions(&self.said);
        let found = determine(self.table.book, facts);
        for (route, gateway) in found.legs[0].gateways.iter().enumerate() {
            let outcomes = self.table.judged(&self.said, Some(route));
            assert_eq!(
                gateway.outcome,
                shared(&outcomes, &completions),
                "{route} {about}"
            );
            let relevant = self.table.relevant(&self.said, |at| outcomes[at]);
            assert_eq!(gateway.open, self.ids(&relevant), "{route} {about}");
        }
        let outcomes = self.table.judged(&self.said, None);
        let whole = shared(&outcomes, &completions);
        assert_eq!(found.legs[0].outcome, whole, "{about}");
        assert_eq!(found.outcome, whole, "{about}");
        let relevant = self.table.relevant(&self.said, |at| outcomes[at]);
        assert_eq!(found.open, self.ids(&relevant), "{about}");
        let at_most = if relevant.is_empty() {
            0
        } else {
            self.table.may_be_asked(&self.said).len()
        };
        assert_eq!(found.at_most, at_most, "{about}");
        let inquiry = inquire(self.table.book, facts);
        assert_eq!(inquiry.at_most, at_most, "{about}");
        assert_eq!(inquiry.next, inquiry.open.first().cloned(), "{about}");
        let open: BTreeSet<String> = inquiry.open.into_iter().collect();
        assert_eq!(open, self.ids(&relevant).into_iter().collect(), "{about}");
        self.count(match whole {
            Outcome::Fits => "fits",
            Outcome::DoesNotFit => "does not fit",
            Outcome::NeedsAdvice => "needs advice",
            _ => "undecided",
        });
    }

    /// In which given answers a combination differs, by bit.
    fn differing(&self, at: usize) -> u32 {
        let given = self.said.iter().zip(&self.table.all[at]).enumerate();
        given.fold(0, |bits, (var, (said, value))| match said {
            Said::Given(own) if own != value => bits | 1 << var,
            _ => bits,
        })
    }

    /// The smallest set of given answers that forces the outcome, the first where there are several.
    fn sufficient(&mut self, found: &[Given]) {
        let outcomes = self.table.judged(&self.said, None);
        let whole = shared(&outcomes, &self.table.completions(&self.said));
        let expected = if whole == Outcome::Undecided {
            0
        } else {
            // Each combination with another outcome must differ in one of them.
            let all = 0..outcomes.len();
            let others: BTreeSet<u32> = all
                .filter(|at| outcomes[*at] != whole)
                .map(|at| self.differing(at))
                .collect();
            let given = positions(&self.said, |said| matches!(said, Said::Given(_)));
            let sets = (0..1_u32 << given.len()).map(|set| {
                let members = given.iter().enumerate();
                members.fold(0, |bits, (place, var)| bits | (set >> place & 1) << var)
            });
            let forcing = sets.filter(|set| others.iter().all(|other| set & other != 0));
            // The first in the order of the questions has its first answer, then its second, earliest.
            let best = forcing.min_by_key(|set| (set.count_ones(), !set.reverse_bits()));
            best.unwrap()
        };
        let expected: Vec<Given> = positions(&self.said, |_| true)
            .into_iter()
            .filter(|var| expected >> var & 1 == 1)
            .map(|var| self.given(var))
            .collect();
        assert_eq!(found, expected, "{}", self.about);
        if !expected.is_empty() {
            self.count("with a sufficient reason");
        }
    }

    /// An answer as reasons name it.
    fn given(&self, var: usize) -> Given {
        let variable = &self.table.variables[var];
        let question = &self.table.book.questions[variable.question];
        let Said::Given(value) = self.said[var] else {
            panic!("{var} is not given");
        };
        Given {
            question: question.id.clone(),
            option: variable
                .option
                .map(|option| question.options[option].id.clone()),
            answer: self.named(var, value),
        }
    }

    fn named(&self, var: usize, value: usize) -> String {
        let question = &self.table.book.questions[self.table.variables[var].question];
        match question.kind {
            AnswerKind::Person => person_name(self.table.book, value),
            AnswerKind::Several => ["no", "yes"][value].to_owned(),
            _ => question.options[value].id.clone(),
        }
    }

    /// The smallest changes that better each route, and their order.
    fn nearest(&mut self, found: &[Near]) {
        let table = self.table;
        let completions = table.completions(&self.said);
        let changeable = (0..table.variables.len())
            .filter(|var| table.variables[*var].changeable)
            .fold(0_u32, |bits, var| bits | 1 << var);
        let mut left = found.iter();
        let mut expected: Vec<(bool, u32, usize)> = Vec::new();
        for route in 0..table.routes() {
            let outcomes = table.judged(&self.said, Some(route));
            let targets: &[Outcome] = match shared(&outcomes, &completions) {
                Outcome::DoesNotFit => &[Outcome::Fits, Outcome::NeedsAdvice],
                Outcome::NeedsAdvice => &[Outcome::Fits],
                _ => &[],
            };
            let best = targets.iter().find_map(|target| {
                let all = 0..outcomes.len();
                let can = all
                    .filter(|at| outcomes[*at] == *target)
                    .map(|at| self.differing(at))
                    .filter(|changes| changes & !changeable == 0);
                let size = can.map(u32::count_ones).min()?;
                Some((*target != Outcome::Fits, size, route))
            });
            expected.extend(best);
        }
        expected.sort_unstable();
        let routes = super::naive::routes(table.book);
        for (worse, size, route) in expected {
            let near = left.next().unwrap_or_else(|| panic!("{}", self.about));
            let (gateway, objective) = routes[route];
            assert_eq!(near.gateway, gateway.id, "{}", self.about);
            let id = objective.map(|objective| objective.id.clone());
            assert_eq!(near.objective, id, "{}", self.about);
            assert_eq!(near.better != Outcome::Fits, worse, "{}", self.about);
            assert_eq!(near.changes.len(), size as usize, "{near:?} {}", self.about);
            self.would_do(near, route);
        }
        assert_eq!(left.next(), None, "{}", self.about);
        if !found.is_empty() {
            self.count("near to a better outcome");
        }
    }

    /// Each answer that is named for a change, and no other, betters the outcome with the others made.
    fn would_do(&self, near: &Near, route: usize) {
        let outcomes = self.table.judged(&self.said, Some(route));
        let vars: Vec<usize> = near
            .changes
            .iter()
            .map(|change| {
                let of = |var: &usize| {
                    let variable = &self.table.variables[*var];
                    let question = &self.table.book.questions[variable.question];
                    let option = variable.option.map(|option| &question.options[option].id);
                    question.id == change.question && option == change.option.as_ref()
                };
                positions(&self.said, |_| true)
                    .into_iter()
                    .find(of)
                    .unwrap()
            })
            .collect();
        // Some values of the changed answers that better it together.
        let agrees = |at: usize, except: Option<usize>| {
            let mut each = (0..self.said.len()).filter(|var| Some(*var) != except);
            each.all(|var| {
                let value = self.table.all[at][var];
                match (self.said[var], vars.iter().position(|own| *own == var)) {
                    (_, Some(change)) => near.changes[change]
                        .needed
                        .contains(&self.named(var, value)),
                    (Said::Given(own), None) => own == value,
                    _ => true,
                }
            })
        };
        for (change, var) in near.changes.iter().zip(&vars) {
            assert!(!change.needed.is_empty(), "{near:?} {}", self.about);
            let own = self.given(*var).answer;
            assert!(!change.needed.contains(&own), "{near:?} {}", self.about);
            for value in 0..self.table.variables[*var].values {
                let name = self.named(*var, value);
                let does = (0..outcomes.len()).any(|at| {
                    self.table.all[at][*var] == value
                        && outcomes[at] == near.better
                        && agrees(at, Some(*var))
                });
                let needed = change.needed.contains(&name);
                assert!(does || !needed, "{name}: {near:?} {}", self.about);
            }
        }
    }
}

/// Answers in the order in which they are asked for, until the outcome is decided.
fn walk(tiny: &Tiny, table: &Table<'_>, random: &mut Random, seen: &mut BTreeMap<&str, usize>) {
    let nothing = empty(tiny);
    let complete = &table.all[random.below(table.all.len())];
    let mut said = vec![Said::Open; table.variables.len()];
    let mut bound = usize::MAX;
    let mut asked: Vec<String> = Vec::new();
    let mut unknown = false;
    let outcome = loop {
        let facts = table.facts(&nothing, &said);
        let inquiry = inquire(&tiny.book, &facts);
        let Some(next) = inquiry.next else {
            break determine(&tiny.book, &facts).outcome;
        };
        assert!(inquiry.at_most < bound, "{next} {}", tiny.text);
        assert!(inquiry.at_most > 0, "{next} {}", tiny.text);
        bound = inquiry.at_most;
        assert!(!asked.contains(&next), "{next} again: {}", tiny.text);
        let person = tiny.book.question(&next).unwrap().kind == AnswerKind::Person;
        let not_known = !person && random.chance(8);
        for (var, variable) in table.variables.iter().enumerate() {
            if tiny.book.questions[variable.question].id == next {
                said[var] = if not_known {
                    Said::Unknown
                } else {
                    Said::Given(complete[var])
                };
            }
        }
        unknown |= not_known;
        asked.push(next);
    };
    assert_ne!(outcome, Outcome::Undecided, "{}", tiny.text);
    if !unknown {
        let all: Vec<Said> = complete.iter().map(|value| Said::Given(*value)).collect();
        let facts = table.facts(&nothing, &all);
        assert_eq!(
            outcome,
            determine(&tiny.book, &facts).outcome,
            "{}",
            tiny.text
        );
        *seen.entry("walked to the end").or_default() += 1;
    }
}

/// More said than before, as definite answers or "I do not know".
fn more_said(said: &[Said], table: &Table<'_>, random: &mut Random) -> Vec<Said> {
    let more = |(var, said): (usize, &Said)| match said {
        Said::Open if random.chance(40) => {
            let variable = &table.variables[var];
            let person = table.book.questions[variable.question].kind == AnswerKind::Person;
            if !person && random.chance(20) {
                Said::Unknown
            } else {
                Said::Given(random.below(variable.values))
            }
        }
        said => *said,
    };
    said.iter().enumerate().map(more).collect()
}

/// A question is unknown as a whole, except one of several, so options must not be half open.
fn whole_questions(said: &mut [Said], table: &Table<'_>) {
    for var in 0..said.len() {
        let question = table.variables[var].question;
        let first = (0..said.len()).find(|other| table.variables[*other].question == question);
        if table.book.questions[question].kind != AnswerKind::Several {
            said[var] = said[first.unwrap()];
        }
    }
}

fn checked(seed: u64, rulebooks: usize) -> BTreeMap<&'static str, usize> {
    let mut random = Random::new(seed);
    let mut seen = BTreeMap::new();
    for _ in 0..rulebooks {
        let tiny = tiny::rulebook(&mut random, &["first", "second"]);
        let nothing = empty(&tiny);
        let table = Table::new(&tiny.book, tiny.persons, &nothing);
        for _ in 0..2 {
            let mut said = said(&mut random, &table);
            whole_questions(&mut said, &table);
            let facts = table.facts(&nothing, &said);
            let about = format!("{said:?}\n{facts:?}\n{}", tiny.text);
            let mut case = Case {
                table: &table,
                said: said.clone(),
                about: about.clone(),
                seen: &mut seen,
            };
            case.decided_and_relevant(&facts);
            let found = reasons(&tiny.book, &facts, 0).unwrap();
            case.sufficient(&found.sufficient);
            case.nearest(&found.nearest);
            // What is decided stays so.
            let before = determine(&tiny.book, &facts);
            let more = more_said(&said, &table, &mut random);
            let after = determine(&tiny.book, &table.facts(&nothing, &more));
            if before.outcome != Outcome::Undecided {
                if before.outcome == after.outcome {
                    *seen.entry("stayed decided").or_default() += 1;
                } else {
                    // Everyone fits one gateway or another by an answer that is now "I do not know".
                    let fits = |gateway: &GatewayDetermination| gateway.outcome == Outcome::Fits;
                    assert!(!before.legs[0].gateways.iter().any(fits), "{about}");
                    assert_eq!(
                        [before.outcome, after.outcome],
                        [Outcome::Fits, Outcome::NeedsAdvice],
                        "{about}"
                    );
                    let new = said.iter().zip(&more);
                    let mut new =
                        new.filter(|(old, new)| **old == Said::Open && **new != Said::Open);
                    assert!(new.any(|(_, new)| *new == Said::Unknown), "{about}");
                }
            }
            let gateways = before.legs[0].gateways.iter();
            for (before, after) in gateways.zip(&after.legs[0].gateways) {
                if before.outcome != Outcome::Undecided {
                    assert_eq!(before.outcome, after.outcome, "{about}");
                }
            }
        }
        walk(&tiny, &table, &mut random, &mut seen);
        *seen.entry("rulebooks").or_default() += 1;
    }
    seen
}

fn assert_all_seen(seen: &BTreeMap<&str, usize>) {
    for (what, least) in [
        ("fits", 50),
        ("does not fit", 300),
        ("needs advice", 50),
        ("undecided", 200),
        ("with a sufficient reason", 300),
        ("near to a better outcome", 300),
        ("stayed decided", 300),
        ("walked to the end", 400),
    ] {
        let count = seen.get(what).copied().unwrap_or_default();
        assert!(count >= least, "{what}: {seen:?}");
    }
}

// Two tests, so that they can run side by side.

#[test]
fn exact_answers_are_those_of_all_completions() {
    let seen = checked(101, 1_050);
    assert_eq!(seen["rulebooks"], 1_050);
    assert_all_seen(&seen);
}

#[test]
fn exact_answers_are_those_of_all_completions_of_other_rulebooks() {
    let seen = checked(202, 1_050);
    assert_eq!(seen["rulebooks"], 1_050);
    assert_all_seen(&seen);
}

/// Two legs are judged each by itself: the outcome is the one they share, what is open is what is open
/// for either, and a question that is not of a leg is counted once.
#[test]
fn two_legs_are_judged_each_by_itself() {
    let mut random = Random::new(505);
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for _ in 0..400 {
        let tiny = tiny::rulebook(&mut random, &["first", "second"]);
        let nothing = empty(&tiny);
        let table = Table::new(&tiny.book, tiny.persons, &nothing);
        let mut said: Vec<Said> = said(&mut random, &table);
        whole_questions(&mut said, &table);
        let one = table.facts(&nothing, &said);
        // The answers are shared; who shares with whom is another leg's own.
        for (var, variable) in table.variables.iter().enumerate() {
            let question = &tiny.book.questions[variable.question];
            if question.kind == AnswerKind::Person && random.chance(60) {
                said[var] = Said::Given(random.below(variable.values));
            }
        }
        let other = table.facts(&nothing, &said);
        let both = Facts {
            legs: vec![one.legs[0].clone(), other.legs[0].clone()],
            ..one.clone()
        };
        let of = |facts: &Facts| determine(&tiny.book, facts);
        let (found, first, second) = (of(&both), of(&one), of(&other));
        let outcomes = [first.outcome, second.outcome];
        assert_eq!(
            [found.legs[0].outcome, found.legs[1].outcome],
            outcomes,
            "{}",
            tiny.text
        );
        let expected = match outcomes {
            [one, other] if one == other => one,
            outcomes if outcomes.contains(&Outcome::Undecided) => Outcome::Undecided,
            _ => Outcome::Mixed,
        };
        assert_eq!(found.outcome, expected, "{}", tiny.text);
        let together: BTreeSet<&String> = first.open.iter().chain(&second.open).collect();
        assert_eq!(found.open.iter().collect::<BTreeSet<_>>(), together);
        assert!(found.at_most >= first.at_most.max(second.at_most));
        assert!(found.at_most <= first.at_most + second.at_most);
        let inquiry = inquire(&tiny.book, &both);
        assert_eq!(inquiry.at_most, found.at_most, "{}", tiny.text);
        let asked = [&one, &other].map(|facts| inquire(&tiny.book, facts).next);
        let at = asked.iter().position(Option::is_some);
        assert_eq!(inquiry.next, at.and_then(|at| asked[at].clone()));
        assert_eq!(inquiry.leg, at.unwrap_or(0));
        *seen.entry(expected.word()).or_default() += 1;
    }
    for (outcome, least) in [
        ("fits", 20),
        ("does-not-fit", 20),
        ("undecided", 20),
        ("mixed", 3),
    ] {
        let count = seen.get(outcome).copied().unwrap_or_default();
        assert!(count >= least, "{outcome}: {seen:?}");
    }
}

/// The answers of a question, of which nothing but "I do not know" was said, are not asked again.
#[test]
fn what_is_not_known_is_not_asked_again() {
    let mut random = Random::new(303);
    let mut checked = 0;
    for _ in 0..150 {
        let tiny = tiny::rulebook(&mut random, &["first"]);
        let mut facts = empty(&tiny);
        for question in &tiny.book.questions {
            if !matches!(question.kind, AnswerKind::Person | AnswerKind::Date) && random.chance(50)
            {
                facts.answers.insert(question.id.clone(), Answer::Unknown);
            }
        }
        let inquiry = inquire(&tiny.book, &facts);
        let found = determine(&tiny.book, &facts);
        for id in inquiry.open.iter().chain(&found.open) {
            assert!(!facts.answers.contains_key(id), "{id} {}", tiny.text);
            checked += 1;
        }
    }
    assert!(checked > 100, "{checked}");
}
