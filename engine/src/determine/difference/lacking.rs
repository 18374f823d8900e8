//! What only one of two rulebooks has.

use super::key::Key;
use super::{Comparison, Lacking};

impl Comparison<'_, '_> {
    /// What each side lacks of the other, in the order in which it is declared.
    pub(super) fn lacking(&self, keys: &[Key]) -> Vec<Lacking> {
        let mut lacking = Vec::new();
        for (side, other, name) in [(0, 1, "old"), (1, 0, "new")] {
            let (Some(own), Some(theirs)) = (self.books.get(side), self.books.get(other)) else {
                continue;
            };
            let mut push = |what: &str, id: String| {
                lacking.push(Lacking {
                    side: name.to_owned(),
                    what: what.to_owned(),
                    id,
                });
            };
            for key in keys {
                if key.places.get(side) == Some(&None) {
                    match &key.objective {
                        Some(objective) => push("objective", objective.clone()),
                        None => push("gateway", key.gateway.clone()),
                    }
                }
            }
            for question in &theirs.book.questions {
                match own.book.question(&question.id) {
                    None => push("question", question.id.clone()),
                    Some(own) => {
                        for option in &question.options {
                            if own.option(&option.id).is_none() {
                                push("option", format!("{} {}", question.id, option.id));
                            }
                        }
                    }
                }
            }
            for entry in &theirs.book.entries {
                if own.book.entries.iter().all(|own| own.id != entry.id) {
                    push("person", entry.id.clone());
                }
            }
            for point in &theirs.book.points {
                if own.book.points.iter().all(|own| own.id != point.id) {
                    push("point", point.id.clone());
                }
            }
        }
        lacking
    }
}
