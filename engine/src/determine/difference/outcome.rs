//! Where two rulebooks have which outcome, and where the outcomes differ: as disjoint cases in the words of the rule
//! files.

use super::key::Key;
use super::side::{self, Alike};
use super::{Comparison, DifferenceCase, OutcomeChange, PersonNamed, TooLarge, boxes, cells};
use crate::determine::Outcome;
use crate::diagram::{FALSE, Pool, Ref};

/// The outcomes that complete answers can have.
const OUTCOMES: [Outcome; 3] = [Outcome::Fits, Outcome::NeedsAdvice, Outcome::DoesNotFit];

/// Where each of the [`OUTCOMES`] is had.
pub(super) type Judged = [Ref; 3];

/// Where each outcome is had, of a function that is certain and possible there.
pub(super) fn outcomes(pool: &mut Pool, certain: Ref, possible: Ref) -> Judged {
    let (uncertain, never) = (pool.not(certain), pool.not(possible));
    [certain, pool.and(possible, uncertain), never]
}

/// Where both sides have the same outcome.
pub(super) fn agree(pool: &mut Pool, [before, after]: [Judged; 2]) -> Ref {
    let mut same = FALSE;
    for (one, other) in before.into_iter().zip(after) {
        let both = pool.and(one, other);
        same = pool.or(same, both);
    }
    same
}

impl Comparison<'_, '_> {
    /// Each pair of different outcomes that some assignment has.
    pub(super) fn changes(
        &mut self,
        judged: [Judged; 2],
        key: Option<&Key>,
    ) -> Result<Vec<OutcomeChange>, TooLarge> {
        let [before, after] = judged;
        let mut changes = Vec::new();
        for (one, old) in before.into_iter().zip(OUTCOMES) {
            for (other, new) in after.into_iter().zip(OUTCOMES) {
                if old == new {
                    continue;
                }
                let differs = self.pool.and(one, other);
                if self.pool.exploded() {
                    return Err(TooLarge);
                }
                let cases = self.cases(differs, key)?;
                if !cases.is_empty() {
                    changes.push(OutcomeChange {
                        old,
                        new,
                        combinations: self
                            .cells
                            .count(&self.pool, self.frame, differs)
                            .to_string(),
                        cases,
                    });
                }
            }
        }
        Ok(changes)
    }

    /// The disjoint cases that make up a function, each with an example.
    fn cases(&mut self, differs: Ref, key: Option<&Key>) -> Result<Vec<DifferenceCase>, TooLarge> {
        let mut cases = Vec::new();
        for product in self.cells.products(&self.pool, differs) {
            let answers = match key {
                Some(_) => boxes::parts(&mut self.pool, self.frame, self.books, product.answers),
                None => boxes::summary(&self.pool, self.frame, self.books, product.answers),
            };
            if self.pool.exploded() {
                return Err(TooLarge);
            }
            let values = boxes::first(&self.pool, self.frame, product.answers);
            let (example, facts) = self.example(product.first, &values);
            let (conditions, provisions) = self.told(&facts, key);
            let named = |classes: &[usize], end: usize| -> Vec<PersonNamed> {
                let members = self.cells.members(classes, end);
                members
                    .into_iter()
                    .map(|person| self.named(person))
                    .collect()
            };
            let word = |at: usize| match side::relation(product.relation, at) {
                Alike::No => "different",
                Alike::OneBody => "one-body",
                Alike::OneClass => "one-class",
            };
            cases.push(DifferenceCase {
                disclosers: named(&product.disclosers, 0),
                recipients: named(&product.recipients, 1),
                ends: [word(0).to_owned(), word(1).to_owned()],
                pairs: product.pairs,
                combinations: cells::answers(&self.pool, self.frame, product.answers)
                    .times(product.pairs)
                    .to_string(),
                parts: answers,
                example,
                conditions,
                provisions,
            });
        }
        Ok(cases)
    }
}
