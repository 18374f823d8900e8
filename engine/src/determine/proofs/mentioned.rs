//! What conditions test, and what is asked for the sake of notes and caveats.

use crate::model::{Condition, Index, Rulebook, Test};
use crate::set::Set;

#[derive(Debug, Default)]
pub(super) struct Mentioned {
    /// Questions that notes and caveats test: they matter for what is said with an answer.
    pub(super) questions: Set,
    /// Questions that conditions test.
    pub(super) tested: Set,
    /// Points that conditions name and notes do not.
    pub(super) tested_points: Set,
}

/// The tests of conditions, with those of limits, of terms and of list items.
pub(super) fn tests(book: &Rulebook) -> Vec<&Test> {
    let mut tests: Vec<&Test> = Vec::new();
    let gateways = book.gateways.iter().flat_map(|gateway| &gateway.conditions);
    let own = book
        .objectives
        .iter()
        .flat_map(|objective| &objective.conditions);
    for Condition { when, test, .. } in gateways.chain(own) {
        tests.push(test);
        tests.extend(when);
    }
    for version in book.entries.iter().flat_map(|entry| &entry.versions) {
        tests.extend(version.limits.iter().map(|limit| &limit.test));
    }
    tests.extend(book.terms.iter().map(|term| &term.test));
    tests
}

fn named(book: &Rulebook, test: &Test, questions: &mut Set, points: &mut Set) {
    test.each(&mut |test| match test {
        Test::Answer { question, .. }
        | Test::Reaches(question, _)
        | Test::StaysWithin(question, _) => {
            let mut next = Some(*question);
            while let Some(question) = next {
                if !questions.insert(question) {
                    break;
                }
                next = book.questions.get(question).and_then(|asked| asked.among);
            }
        }
        Test::Unsettled(point) => {
            points.insert(*point);
        }
        Test::Term(term) => {
            if let Some(term) = book.terms.get(*term) {
                named(book, &term.test, questions, points);
            }
        }
        _ => {}
    });
}

/// The questions that a condition tests, and its terms with it.
pub(super) fn asked_by(book: &Rulebook, condition: &Condition) -> Vec<Index> {
    let mut questions = Set::default();
    for test in condition.when.iter().chain([&condition.test]) {
        named(book, test, &mut questions, &mut Set::default());
    }
    questions.iter().collect()
}

/// Adds the points that make an entry, or who is specified, doubtful. A doubt about commencement is a
/// record of the law, and is told whether or not an outcome turns on it.
fn doubts(book: &Rulebook, points: &mut Set) {
    for entry in &book.entries {
        points.extend(
            &entry
                .unsettled
                .iter()
                .map(|(_, point)| *point)
                .collect::<Vec<Index>>(),
        );
    }
    for objective in &book.objectives {
        for doubt in &objective.unsettled {
            points.insert(doubt.point);
        }
    }
}

impl Mentioned {
    pub(super) fn new(book: &Rulebook) -> Self {
        let mut found = Self::default();
        for test in tests(book) {
            named(book, test, &mut found.tested, &mut found.tested_points);
        }
        doubts(book, &mut found.tested_points);
        let caveats = book.gateways.iter().flat_map(|gateway| &gateway.caveats);
        let own = book
            .objectives
            .iter()
            .flat_map(|objective| &objective.caveats);
        let mut said: Vec<&Test> = Vec::new();
        said.extend(caveats.chain(own).filter_map(|caveat| caveat.when.as_ref()));
        for note in &book.notes {
            said.extend(&note.when);
            said.extend(note.checks.iter().map(|check| &check.test));
        }
        let mut points = Set::default();
        for test in said {
            named(book, test, &mut found.questions, &mut points);
        }
        found
    }
}
