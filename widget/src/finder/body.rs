//! A body on a day, by the first of its entries.

use wicketgate_engine::Date;
use wicketgate_engine::model::{EntryKind, Index, Rulebook, Version};

/// The name of a body for sentences, on a day.
pub(crate) fn body_name(book: &Rulebook, body: Index, on: Date) -> String {
    described(book, body, on)
        .map(|version| version.display(on))
        .unwrap_or_default()
}

/// The usual names of a body on a day, for who does not know it by the words of the law.
pub(crate) fn usual_names(book: &Rulebook, body: Index, on: Date) -> String {
    described(book, body, on)
        .map(|version| version.also.join(", "))
        .unwrap_or_default()
}

/// Whether a body is a class of organisations on a day.
pub(crate) fn is_class(book: &Rulebook, body: Index, on: Date) -> bool {
    described(book, body, on).is_some_and(|version| version.class)
}

/// What the entry of a body says on a day, or on the nearest one.
fn described(book: &Rulebook, body: Index, on: Date) -> Option<&Version> {
    let entry = book
        .entries
        .iter()
        .find(|entry| entry.body == body && entry.kind == EntryKind::Person);
    entry.and_then(|entry| entry.nearest(on))
}
