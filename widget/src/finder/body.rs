//! A body on a day, by the entries that describe it then.

use wicketgate_engine::Date;
use wicketgate_engine::model::{Entry, EntryKind, Index, Rulebook, Version};

/// The name of a body for sentences, on a day.
pub(crate) fn body_name(book: &Rulebook, body: Index, on: Date) -> String {
    described(book, body, on)
        .map(|(_, version)| version.display(on))
        .unwrap_or_default()
}

/// The usual names of a body on a day, for who does not know it by the words of the law.
pub(crate) fn usual_names(book: &Rulebook, body: Index, on: Date) -> String {
    described(book, body, on)
        .map(|(_, version)| version.also.join(", "))
        .unwrap_or_default()
}

/// Whether a body is a class of organisations on a day.
pub(crate) fn is_class(book: &Rulebook, body: Index, on: Date) -> bool {
    described(book, body, on).is_some_and(|(_, version)| version.class)
}

/// The entry that describes a body on a day, and what it says then or on the nearest day: one in force, or else the
/// first.
///
/// An entry of the body is passed over on a day on which it describes another one.
pub(super) fn described(book: &Rulebook, body: Index, on: Date) -> Option<(&Entry, &Version)> {
    let mut nearest = None;
    for entry in &book.entries {
        if entry.kind != EntryKind::Person || book.body_on(entry, on) != body {
            continue;
        }
        let here = entry.nearest(on).map(|version| (entry, version));
        if entry.on(on).is_some() {
            return here;
        }
        nearest = nearest.or(here);
    }
    nearest
}
