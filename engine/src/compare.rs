//! Two sides that look at one share: where their answers differ, and which of the differences decide.

use crate::determine::leg_outcomes;
use crate::model::{AnswerKind, Index, Question, Scope};
use crate::receipt::answer_words;
use crate::{Answer, Facts, Leg, Outcome, Person, Rulebook};

/// How many exchanges are tried, each of which determines every leg.
const MOST_TRIED: usize = 3_000;

/// Where two sides differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// An answer, in these legs.
    Answer {
        /// The question.
        question: Index,
        /// The legs, from 0.
        legs: Vec<usize>,
    },
    /// A leg that only one side has.
    Leg(usize),
}

/// A difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where.
    pub place: Place,
    /// What one side says, a line for each option; empty where it says nothing.
    pub mine: Vec<String>,
    /// What the other side says.
    pub theirs: Vec<String>,
}

/// Two sides, laid beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Where they differ, in the order of the questions.
    pub differences: Vec<Difference>,
    /// The outcome of each leg on one side.
    pub mine: Vec<Outcome>,
    /// The outcome of each leg on the other.
    pub theirs: Vec<Outcome>,
    /// The smallest sets of differences whose answers, taken over from the other side, give its outcomes.
    pub to_theirs: Vec<Vec<usize>>,
    /// The same the other way round.
    pub to_mine: Vec<Vec<usize>>,
    /// Whether every exchange up to the size of these sets was tried.
    pub complete: bool,
}

/// Lays two sides beside each other. Legs are paired in their order.
pub fn compare(book: &Rulebook, mine: &Facts, theirs: &Facts) -> Comparison {
    let (mine, theirs) = (&spread(mine), &spread(theirs));
    let differences = differences(book, mine, theirs);
    let (ours, others) = (leg_outcomes(book, mine), leg_outcomes(book, theirs));
    let (mut to_theirs, mut to_mine, mut complete) = (Vec::new(), Vec::new(), true);
    if ours != others {
        for (from, to, wanted, sets) in [
            (mine, theirs, &others, &mut to_theirs),
            (theirs, mine, &ours, &mut to_mine),
        ] {
            complete &= smallest(book, &differences, from, to, wanted, sets);
        }
    }
    Comparison {
        mine: ours,
        theirs: others,
        to_theirs,
        to_mine,
        complete,
        differences,
    }
}

/// The same facts with every answer in the leg for which it holds.
fn spread(facts: &Facts) -> Facts {
    let mut facts = facts.clone();
    for leg in &mut facts.legs {
        for (id, answer) in &facts.answers {
            if leg.answers.get(id).is_none() {
                leg.answers.insert(id.clone(), answer.clone());
            }
        }
    }
    facts.answers.clear();
    facts
}

fn differences(book: &Rulebook, mine: &Facts, theirs: &Facts) -> Vec<Difference> {
    let mut all = Vec::new();
    let none = Leg::default();
    let common = mine.legs.len().min(theirs.legs.len());
    for (at, question) in book.questions.iter().enumerate() {
        let whole = question.scope == Scope::Proposal && question.kind != AnswerKind::Person;
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for (leg, (one, other)) in mine.legs.iter().zip(&theirs.legs).enumerate() {
            if same(book, question, (mine, one), (theirs, other)) {
                continue;
            }
            match groups.last_mut() {
                Some(group) if whole => group.push(leg),
                _ => groups.push(vec![leg]),
            }
        }
        for legs in groups {
            let first = legs.first().copied().unwrap_or_default();
            let said = |facts: &Facts| {
                answer_words(
                    book,
                    facts,
                    facts.legs.get(first).unwrap_or(&none),
                    question,
                )
            };
            all.push(Difference {
                mine: said(mine),
                theirs: said(theirs),
                place: Place::Answer { question: at, legs },
            });
        }
    }
    for leg in common..mine.legs.len().max(theirs.legs.len()) {
        let named = |facts: &Facts| {
            let Some(leg) = facts.legs.get(leg) else {
                return Vec::new();
            };
            let name = |end: &Option<Person>| match end {
                Some(person) => crate::determine::display(book, person, facts.on),
                None => "?".to_owned(),
            };
            vec![[&name(&leg.discloser), " → ", &name(&leg.recipient)].concat()]
        };
        all.push(Difference {
            mine: named(mine),
            theirs: named(theirs),
            place: Place::Leg(leg),
        });
    }
    all
}

/// Whether both sides say the same, in whatever way they write it.
fn same(
    book: &Rulebook,
    question: &Question,
    mine: (&Facts, &Leg),
    theirs: (&Facts, &Leg),
) -> bool {
    match (question.kind, question.scope) {
        (AnswerKind::Date, _) => mine.0.on == theirs.0.on,
        (AnswerKind::Person, Scope::Discloser) => {
            same_person(book, &mine.1.discloser, &theirs.1.discloser)
        }
        (AnswerKind::Person, _) => same_person(book, &mine.1.recipient, &theirs.1.recipient),
        _ => {
            let of = |leg: &Leg, option: &str| match leg.answers.get(&question.id) {
                Some(Answer::Several { options, others }) => {
                    options.get(option).copied().or(*others)
                }
                _ => None,
            };
            let (one, other) = (
                mine.1.answers.get(&question.id),
                theirs.1.answers.get(&question.id),
            );
            match (one, other) {
                (Some(Answer::Several { .. }), Some(Answer::Several { .. })) => question
                    .options
                    .iter()
                    .all(|option| of(mine.1, &option.id) == of(theirs.1, &option.id)),
                _ => one == other,
            }
        }
    }
}

fn same_person(book: &Rulebook, one: &Option<Person>, other: &Option<Person>) -> bool {
    match (one, other) {
        (
            Some(Person::Body { id, name }),
            Some(Person::Body {
                id: of,
                name: called,
            }),
        ) => book.body_of(id) == book.body_of(of) && name == called,
        (Some(Person::Provider { to }), Some(Person::Provider { to: of })) => {
            book.body_of(to) == book.body_of(of)
        }
        _ => one == other,
    }
}

/// Collects the smallest sets of differences that, taken over, give the outcomes that are wanted.
/// Whether all sets that are smaller or as large were tried.
fn smallest(
    book: &Rulebook,
    places: &[Difference],
    from: &Facts,
    to: &Facts,
    wanted: &[Outcome],
    sets: &mut Vec<Vec<usize>>,
) -> bool {
    let mut tried = 0;
    for size in 1..=places.len() {
        let mut set = Vec::new();
        while set.len() < size {
            set.push(set.len());
        }
        loop {
            if tried == MOST_TRIED {
                return false;
            }
            tried += 1;
            if leg_outcomes(book, &exchanged(book, places, &set, from, to)) == wanted {
                sets.push(set.clone());
            }
            if !next(&mut set, places.len()) {
                break;
            }
        }
        if !sets.is_empty() {
            return true;
        }
    }
    true
}

/// The next set of so many numbers below a limit; `false` after the last.
fn next(set: &mut [usize], below: usize) -> bool {
    let size = set.len();
    let Some(at) = (0..size).rev().find(|at| {
        let most = below.saturating_sub(size - at);
        set.get(*at).is_some_and(|value| *value < most)
    }) else {
        return false;
    };
    let mut value = set.get(at).copied().unwrap_or_default();
    for slot in set.iter_mut().skip(at) {
        value += 1;
        *slot = value;
    }
    true
}

/// Facts with some differences taken over from the other side.
fn exchanged(
    book: &Rulebook,
    places: &[Difference],
    set: &[usize],
    from: &Facts,
    to: &Facts,
) -> Facts {
    let mut facts = from.clone();
    // Legs from the last to the first, so that those that go do not move those that are still to come.
    for at in set.iter().rev() {
        let Some(difference) = places.get(*at) else {
            continue;
        };
        match &difference.place {
            Place::Leg(leg) => match to.legs.get(*leg) {
                Some(theirs) => {
                    let at = from.legs.len().min(facts.legs.len());
                    facts.legs.insert(at, theirs.clone());
                }
                None if *leg < facts.legs.len() => {
                    facts.legs.remove(*leg);
                }
                None => {}
            },
            Place::Answer { question, legs } => {
                let Some(question) = book.questions.get(*question) else {
                    continue;
                };
                if question.kind == AnswerKind::Date {
                    facts.on = to.on;
                    continue;
                }
                for at in legs {
                    let (Some(leg), Some(theirs)) = (facts.legs.get_mut(*at), to.legs.get(*at))
                    else {
                        continue;
                    };
                    match (question.kind, question.scope) {
                        (AnswerKind::Person, Scope::Discloser) => {
                            leg.discloser.clone_from(&theirs.discloser);
                        }
                        (AnswerKind::Person, _) => leg.recipient.clone_from(&theirs.recipient),
                        _ => match theirs.answers.get(&question.id) {
                            Some(answer) => {
                                leg.answers.insert(question.id.clone(), answer.clone());
                            }
                            None => {
                                leg.answers.remove(&question.id);
                            }
                        },
                    }
                }
            }
        }
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::next;

    #[test]
    fn sets_of_a_size_are_each_tried_once() {
        let mut set = vec![0, 1];
        let mut seen = vec![set.clone()];
        while next(&mut set, 4) {
            seen.push(set.clone());
        }
        let all = [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]];
        assert_eq!(seen, all);
    }
}
