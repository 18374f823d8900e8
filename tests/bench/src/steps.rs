//! What a page computes after each answer: what is found, what can still matter and what is asked next.

use wicketgate_engine::{Determination, Facts, Inquiry, Rulebook, determine, inquire};

use crate::questions::{asked_in, legs};

/// What was known after each answer of each worked case, from nothing on, asked as the page asks.
pub(crate) fn all(book: &Rulebook) -> Vec<Facts> {
    let mut steps = Vec::new();
    for case in legs(book) {
        asked_in(book, 3, &case, |facts| steps.push(facts.clone()));
    }
    steps
}

/// The work after one answer: what is still to be asked, and where that is nothing the determination.
pub(crate) fn step(book: &Rulebook, facts: &Facts) -> (Inquiry, Option<Determination>) {
    let inquiry = inquire(book, facts);
    let decided = inquiry.next.is_none();
    (inquiry, decided.then(|| determine(book, facts)))
}
