//! `unsettled fuel-poverty-after-2023 "…?" [ … ] { … }`

use wicketgate_grammar::Line;

use super::Cx;
use super::cursor::{Cursor, Seen};
use super::names::What;
use crate::model::{Index, Point};

/// Reads a declaration of a point.
pub(super) fn read(cx: &mut Cx, item: &Line) {
    let mut cursor = Cursor::new(item);
    let Some(id) = cursor.name(cx, "the name of the point") else {
        return;
    };
    cx.declare(What::Point, id, cx.book.points.len());
    let key = |field: &str| format!("unsettled.{}.{field}", id.value);
    let mut point = Point {
        id: id.value.clone(),
        title: cursor.text(cx, &[&key("title")]),
        ..Point::default()
    };
    point.cites = cursor.cites(cx);
    cursor.end_of_parts(cx);
    let mut seen = Seen::default();
    for line in item.lines() {
        let mut cursor = Cursor::new(line);
        match line.keyword().map_or("", |word| word.value.as_str()) {
            word @ ("says" | "ask") => {
                seen.once(cx, line, word);
                let text = cursor.text(cx, &[&key(word)]);
                if word == "says" {
                    point.says = text
                } else {
                    point.ask = text
                }
                cursor.end(cx);
            }
            _ => cx.unknown_keyword(line, "a line of an unsettled point", &["says", "ask"]),
        }
    }
    if !seen.has("says") {
        cx.missing_line(item, "says");
    }
    cx.book.points.push(point);
}

/// `by fuel-poverty-after-2023`: the point on which something turns.
pub(super) fn by(cx: &mut Cx, cursor: &mut Cursor<'_>) -> Option<Index> {
    if !cursor.expect(cx, "by") {
        return None;
    }
    let name = cursor.name(cx, "the name of an unsettled point")?;
    cx.find(What::Point, name)
}
