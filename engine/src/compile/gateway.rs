//! `gateway section-35 "…" [ … ] { schedule … in force … condition … caveat … }`

use wicketgate_grammar::Line;

use super::cursor::{Cursor, Seen};
use super::head::head;
use super::names::What;
use super::{Cx, caveat, condition, in_force};
use crate::model::Gateway;

/// Declares the gateway, so that objectives can name it.
pub(super) fn declare(cx: &mut Cx, item: &Line) {
    let (id, title, cites) = head(cx, item, "gateway", What::Gateway, cx.book.gateways.len());
    cx.book.gateways.push(Gateway {
        id,
        title,
        about: None,
        schedule: None,
        in_force: Vec::new(),
        conditions: Vec::new(),
        caveats: Vec::new(),
        cites,
    });
}

/// Reads the lines of a gateway.
pub(super) fn read(cx: &mut Cx, index: usize, item: &Line) {
    let Some(mut gateway) = cx.book.gateways.get_mut(index).map(std::mem::take) else {
        return;
    };
    let owner = format!("gateway.{}", gateway.id);
    let mut seen = Seen::default();
    for line in item.lines() {
        let mut cursor = Cursor::new(line);
        let word = line.keyword().map_or("", |word| word.value.as_str());
        match word {
            "schedule" => {
                seen.once(cx, line, word);
                if let Some(name) = cursor.name(cx, "the name of a schedule") {
                    gateway.schedule = cx.find(What::Schedule, name);
                    cursor.end(cx);
                }
            }
            "about" => {
                seen.once(cx, line, word);
                gateway.about = Some(cursor.text(cx, &[&owner, "about"]));
                cursor.end(cx);
            }
            "in" | "partly" => gateway.in_force.extend(in_force::read(cx, line)),
            "condition" => gateway.conditions.extend(condition::read(cx, &owner, line)),
            "caveat" => gateway.caveats.extend(caveat::read(cx, &owner, line)),
            _ => cx.unknown_keyword(
                line,
                "a line of a gateway",
                &["schedule", "about", "in", "partly", "condition", "caveat"],
            ),
        }
    }
    if !in_force::stands_in(item) {
        cx.missing_line(item, "in force from");
    }
    if let Some(slot) = cx.book.gateways.get_mut(index) {
        *slot = gateway;
    }
}
