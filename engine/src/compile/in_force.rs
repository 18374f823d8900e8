//! `in force from 19 July 2018 in england, wales [ … ]`, `partly in force from … until … by …`

use wicketgate_grammar::Line;

use super::cursor::Cursor;
use super::period::checked;
use super::{Cx, list, unsettled};
use crate::model::InForce;

/// When something is in force, and where.
pub(super) fn read(cx: &mut Cx, line: &Line) -> Option<InForce> {
    let mut cursor = Cursor::start(line);
    let partly = cursor.eat("partly");
    if !cursor.expect(cx, "in force from") {
        return None;
    }
    let span = cursor.span();
    let from = cursor.date(cx)?;
    let until = if cursor.eat("until") {
        Some(cursor.date(cx)?)
    } else {
        None
    };
    let nations = if cursor.eat("in") {
        list::nations(cx, &mut cursor)
    } else {
        Vec::new()
    };
    let unsettled = if partly {
        Some(unsettled::by(cx, &mut cursor)?)
    } else {
        None
    };
    let cites = cursor.cites(cx);
    cursor.end(cx);
    Some(InForce {
        period: checked(cx, span, from, until),
        nations,
        unsettled,
        cites,
    })
}

/// Whether a declaration says when it is in force. A date that is in no calendar is a mistake of its own.
pub(super) fn stands_in(item: &Line) -> bool {
    let words = item.lines().iter().filter_map(Line::keyword);
    words
        .into_iter()
        .any(|word| ["in", "partly"].contains(&word.value.as_str()))
}
