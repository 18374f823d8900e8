//! Persons that behave alike.
//!
//! Hundreds of bodies may stand at an end of a leg, and on any one day most of them have the same
//! standing in every schedule and objective as many others. No outcome can tell such persons apart,
//! so a decision diagram has one value for all of them. Only whether both ends are the same one can
//! still matter, and where both are open within one class that is a variable of its own.

use super::evaluate::{Evaluation, SOMEONE, Who, specified_on};
use crate::model::{Condition, Index, Rulebook, Test};

/// Who may stand at an end: a person has the number `2 * body`, a provider to it the next one, and
/// the number behind all these is someone who is not listed.
#[derive(Debug, Default)]
pub(super) struct Persons {
    /// The persons of each class, in order.
    pub(super) classes: Vec<Vec<usize>>,
    /// The class of each person.
    pub(super) class_of: Vec<usize>,
}

/// The number of someone. A body that no entry describes on the day is not listed then.
pub(super) fn number(evaluation: &Evaluation<'_>, who: Who<'_>) -> usize {
    match who.body {
        Some(body) if evaluation.describes(body) => 2 * body + usize::from(who.provider),
        _ => 2 * evaluation.book.bodies.len(),
    }
}

/// The person of a number.
pub(super) fn who(book: &Rulebook, number: usize) -> Who<'static> {
    let listed = number < 2 * book.bodies.len();
    Who {
        person: &SOMEONE,
        body: listed.then_some(number / 2),
        provider: listed && number % 2 == 1,
    }
}

impl Persons {
    /// One person alone.
    pub(super) fn only(number: usize) -> Self {
        let mut class_of = vec![usize::MAX; number];
        class_of.push(0);
        Self {
            classes: vec![vec![number]],
            class_of,
        }
    }

    /// Everyone who may stand at an end, those in `apart` each in a class alone.
    pub(super) fn all(evaluation: &Evaluation<'_>, apart: &[usize]) -> Self {
        let book = evaluation.book;
        let sets = sets(book);
        let mut persons = Self::default();
        let mut standings: Vec<Option<Vec<usize>>> = Vec::new();
        let unlisted = 2 * book.bodies.len();
        for number in 0..=unlisted {
            if number != unlisted && !evaluation.describes(number / 2) {
                persons.class_of.push(usize::MAX);
                continue;
            }
            let alone = apart.contains(&number) || number == unlisted;
            let standing = (!alone).then(|| standing(evaluation, &sets, number));
            let known = standing.as_ref().and_then(|own| {
                standings
                    .iter()
                    .position(|other| other.as_ref() == Some(own))
            });
            let class = known.unwrap_or_else(|| {
                standings.push(standing);
                persons.classes.push(Vec::new());
                persons.classes.len() - 1
            });
            persons.class_of.push(class);
            if let Some(class) = persons.classes.get_mut(class) {
                class.push(number);
            }
        }
        persons
    }

    /// The class of a person.
    pub(super) fn class(&self, number: usize) -> Option<usize> {
        let class = self.class_of.get(number).copied();
        class.filter(|class| *class != usize::MAX)
    }

    /// A person of a class, who stands for all of it.
    pub(super) fn first(&self, class: usize) -> usize {
        self.classes
            .get(class)
            .and_then(|class| class.first())
            .copied()
            .unwrap_or(usize::MAX)
    }
}

/// Everything by which a test can tell a person from another, as numbers.
fn standing(evaluation: &Evaluation<'_>, sets: &[&[Index]], number: usize) -> Vec<usize> {
    let (book, on) = (evaluation.book, evaluation.on);
    let who = who(book, number);
    let many = who.provider || who.body.is_some_and(|body| book.is_class(body, on));
    let mut standing = vec![usize::from(who.provider), usize::from(many)];
    for schedule in 0..book.schedules.len() {
        let entries = evaluation.entries_in(schedule, who);
        standing.push(entries.len());
        for entry in &entries {
            standing.push(usize::from(entry.on(on).is_some()));
            let doubts = entry.unsettled.iter().filter(|(from, _)| *from <= on);
            standing.extend(doubts.map(|(_, point)| point + 2));
        }
        // A limit is told from another by where it stands in memory.
        let version = entries.first().and_then(|entry| entry.nearest(on));
        for limit in version.iter().flat_map(|version| &version.limits) {
            standing.push(std::ptr::from_ref(limit).addr());
        }
        standing.push(usize::MAX);
    }
    for objective in &book.objectives {
        let (truth, point) = match who.body {
            Some(body) if !who.provider || objective.providers.is_some() => {
                let (truth, point) = specified_on(book, objective, body, on);
                (truth == crate::Truth::MET, point)
            }
            _ => (false, None),
        };
        standing.push(point.map_or(usize::from(truth), |point| point + 2));
    }
    for set in sets {
        standing.push(usize::from(
            who.body.is_some_and(|body| set.contains(&body)),
        ));
    }
    standing
}

/// The sets of bodies that tests name.
fn sets(book: &Rulebook) -> Vec<&[Index]> {
    let mut sets: Vec<&[Index]> = Vec::new();
    let mut conditions: Vec<&Condition> = Vec::new();
    for gateway in &book.gateways {
        conditions.extend(&gateway.conditions);
    }
    for objective in &book.objectives {
        conditions.extend(&objective.conditions);
    }
    for condition in conditions {
        named(&condition.test, &mut sets);
        if let Some(when) = &condition.when {
            named(when, &mut sets);
        }
    }
    for term in &book.terms {
        named(&term.test, &mut sets);
    }
    for entry in &book.entries {
        for version in &entry.versions {
            for limit in &version.limits {
                named(&limit.test, &mut sets);
            }
        }
    }
    sets
}

fn named<'a>(test: &'a Test, sets: &mut Vec<&'a [Index]>) {
    match test {
        Test::All(tests) | Test::Any(tests) | Test::AtLeast(_, tests) => {
            for test in tests {
                named(test, sets);
            }
        }
        Test::Not(test) => named(test, sets),
        Test::Among(_, bodies) if !sets.contains(&bodies.as_slice()) => sets.push(bodies),
        _ => {}
    }
}
