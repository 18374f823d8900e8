//! Two sides that look at one share: where their answers differ, and which of the differences decide.

use crate::determine::{leg_outcome, leg_outcomes};
use crate::model::{AnswerKind, Index, Question, Scope};
use crate::receipt::answer_words;
use crate::{Answer, Date, Facts, Leg, Outcome, Person, Rulebook};

/// How many exchanges and legs of them are judged before one set that is enough has to do.
const MOST_TRIED: usize = 1_000;

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
    /// Whether every exchange up to the size of these sets was tried. Else each list has one set that is enough,
    /// and of which nothing can be left out, or the smallest that were found.
    pub complete: bool,
}

/// Lays two sides beside each other. Legs are paired in their order.
pub fn compare(book: &Rulebook, mine: &Facts, theirs: &Facts) -> Comparison {
    let (mine, theirs) = (&spread(mine), &spread(theirs));
    let differences = differences(book, mine, theirs);
    let (ours, others) = (leg_outcomes(book, mine), leg_outcomes(book, theirs));
    let (mut to_theirs, mut to_mine, mut complete) = (Vec::new(), Vec::new(), true);
    if ours != others {
        for (from, to, before, wanted, sets) in [
            (mine, theirs, &ours, &others, &mut to_theirs),
            (theirs, mine, &others, &ours, &mut to_mine),
        ] {
            let mut search = Search {
                book,
                places: &differences,
                from,
                to,
                before,
                wanted,
                tried: 0,
            };
            complete &= search.smallest(sets);
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
        (AnswerKind::Person, scope) => {
            let end = |(facts, leg): (&Facts, &Leg)| {
                let person = match scope {
                    Scope::Discloser => &leg.discloser,
                    _ => &leg.recipient,
                };
                (facts.on, person.clone())
            };
            same_person(book, &end(mine), &end(theirs))
        }
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

/// Whether both sides mean the same person, each on its own day: an entry may have described another body then.
fn same_person(
    book: &Rulebook,
    (on, one): &(Date, Option<Person>),
    (day, other): &(Date, Option<Person>),
) -> bool {
    let same = |id, of| book.body_of_on(id, *on) == book.body_of_on(of, *day);
    match (one, other) {
        (
            Some(Person::Body { id, name }),
            Some(Person::Body {
                id: of,
                name: called,
            }),
        ) => same(id, of) && name == called,
        (Some(Person::Provider { to }), Some(Person::Provider { to: of })) => same(to, of),
        _ => one == other,
    }
}

/// Looks for sets of differences that, taken over from the other side, give its outcomes.
struct Search<'a> {
    book: &'a Rulebook,
    places: &'a [Difference],
    from: &'a Facts,
    to: &'a Facts,
    /// The outcomes before anything is taken over.
    before: &'a [Outcome],
    wanted: &'a [Outcome],
    /// How many sets and legs were judged.
    tried: usize,
}

impl Search<'_> {
    /// Collects the smallest sets that are enough. Where there are too many to try, one that is enough, and `false`.
    fn smallest(&mut self, sets: &mut Vec<Vec<usize>>) -> bool {
        for size in 1..=self.places.len() {
            let mut set = Vec::new();
            while set.len() < size {
                set.push(set.len());
            }
            loop {
                if self.tried >= MOST_TRIED {
                    if sets.is_empty() {
                        sets.push(self.enough());
                    }
                    return false;
                }
                if self.is_enough(&set) {
                    sets.push(set.clone());
                }
                if !next(&mut set, self.places.len()) {
                    break;
                }
            }
            if !sets.is_empty() {
                return true;
            }
        }
        true
    }

    /// A set that is enough, and of which no difference can be left out: all of them are enough.
    fn enough(&mut self) -> Vec<usize> {
        let mut set: Vec<usize> = (0..self.places.len()).collect();
        for at in 0..self.places.len() {
            let mut fewer = set.clone();
            fewer.retain(|kept| *kept != at);
            if self.is_enough(&fewer) {
                set = fewer;
            }
        }
        set
    }

    fn is_enough(&mut self, set: &[usize]) -> bool {
        self.tried += 1;
        let facts = exchanged(self.book, self.places, set, self.from, self.to);
        if facts.legs.len() != self.wanted.len() {
            return false;
        }
        let touched = |leg: usize| {
            let mut places = set.iter().filter_map(|at| self.places.get(*at));
            places.any(|place| self.touches(place, leg))
        };
        // What nothing touches costs nothing to judge, so it comes first.
        let mut open = Vec::new();
        for (at, wanted) in self.wanted.iter().enumerate() {
            if touched(at) {
                open.push(at);
            } else if self.before.get(at) != Some(wanted) {
                return false;
            }
        }
        for at in open {
            self.tried += 1;
            let leg = facts.legs.get(at);
            let found = leg.map(|leg| leg_outcome(self.book, &facts, leg));
            if found.as_ref() != self.wanted.get(at) {
                return false;
            }
        }
        true
    }

    /// Whether a difference can bear on a leg.
    fn touches(&self, difference: &Difference, leg: usize) -> bool {
        match &difference.place {
            // The legs behind it may move.
            Place::Leg(_) => true,
            Place::Answer { question, legs } => {
                let question = self.book.questions.get(*question);
                let day = question.is_some_and(|question| question.kind == AnswerKind::Date);
                day || legs.contains(&leg)
            }
        }
    }
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
