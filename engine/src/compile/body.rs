//! `body licensed-gas-supplier "A licensed gas supplier" [ … ] { … }`: someone the law describes
//! outside the schedules, such as the holder of a licence.

use wicketgate_grammar::Line;

use super::cursor::Cursor;
use super::names::What;
use super::{Cx, entry, limit};
use crate::model::Entry;

/// Declares the body as a person.
pub(super) fn declare(cx: &mut Cx, item: &Line) {
    let Some(id) = Cursor::new(item).name(cx, "the name of the body") else {
        return;
    };
    cx.declare(What::Person, id, cx.book.entries.len());
    entry::declare(cx, id.value.clone());
}

/// Reads the lines of a body; its limits once every question is known.
pub(super) fn read(cx: &mut Cx, item: &Line, limits: bool) {
    let Some(id) = Cursor::new(item).word() else {
        return;
    };
    let of_item = |entry: &Entry| entry.schedule.is_none() && entry.id == id.value;
    let Some(index) = cx.book.entries.iter().position(of_item) else {
        return;
    };
    if limits {
        limit::read_tests(cx, index, item);
    } else {
        entry::read_lines(cx, index, 0, None, id, item);
    }
}
