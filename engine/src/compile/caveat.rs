//! `caveat cross-border "…" [ … ] { when … on fit }`

use wicketgate_grammar::Line;

use super::cursor::{Cursor, Seen};
use super::placeholder::placeholders;
use super::{Cx, test};
use crate::determine::PLACEHOLDERS;
use crate::model::Caveat;

/// Reads a caveat of a gateway or an objective, which is the owner.
pub(super) fn read(cx: &mut Cx, owner: &str, line: &Line) -> Option<Caveat> {
    let mut cursor = Cursor::new(line);
    let id = cursor.name(cx, "the name of the caveat")?;
    cx.declare_once(&format!("{owner}.caveat"), id);
    let place = cursor.span();
    let text = cursor.text(cx, &[owner, &format!("caveat-{}", id.value)]);
    placeholders(cx, &text, place, &PLACEHOLDERS);
    let cites = cursor.cites(cx);
    cursor.end_of_parts(cx);
    let mut caveat = Caveat {
        id: id.value.clone(),
        text,
        when: None,
        on_fit: false,
        cites,
    };
    let mut seen = Seen::default();
    for line in line.lines() {
        let mut cursor = Cursor::new(line);
        match line.keyword().map_or("", |word| word.value.as_str()) {
            "when" => {
                seen.once(cx, line, "when");
                caveat.when = test::read(cx, line, cursor);
            }
            "on" => {
                seen.once(cx, line, "on fit");
                cursor.expect(cx, "fit");
                cursor.end(cx);
                caveat.on_fit = true;
            }
            _ => cx.unknown_keyword(line, "a line of a caveat", &["when", "on"]),
        }
    }
    Some(caveat)
}
