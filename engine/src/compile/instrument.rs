//! `instrument SI-2018-912 "…" { … }`

use wicketgate_grammar::{Line, Spanned};

use super::Cx;
use super::cursor::{Cursor, Seen};
use super::names::What;
use crate::model::{Instrument, Provision};

pub(super) fn read(cx: &mut Cx, item: &Line) {
    let mut cursor = Cursor::new(item);
    let index = cx.book.instruments.len();
    let Some(id) = cursor.name(cx, "the name of the instrument") else {
        return;
    };
    cx.declare(What::Instrument, id, index);
    let mut instrument = Instrument {
        id: id.value.clone(),
        title: cursor.text(cx, &["instrument", &id.value, "title"]),
        ..Instrument::default()
    };
    cursor.end_of_parts(cx);
    let mut seen = Seen::default();
    for line in item.lines() {
        let mut cursor = Cursor::new(line);
        match line.keyword().map_or("", |word| word.value.as_str()) {
            "cited" => {
                seen.once(cx, line, "cited");
                cursor.expect(cx, "as");
                instrument.cited_as = cursor.text(cx, &["instrument", &instrument.id, "cited-as"]);
                cursor.end(cx);
            }
            "link" => {
                seen.once(cx, line, "link");
                instrument.link = cursor.text(cx, &[]).plain();
                cursor.end(cx);
            }
            "traced" => {
                seen.once(cx, line, "traced");
                instrument.traced = true;
                cursor.end(cx);
            }
            "provision" => provisions(cx, &mut instrument, index, line),
            _ => cx.unknown_keyword(
                line,
                "a line of an instrument",
                &["cited", "link", "traced", "provision"],
            ),
        }
    }
    if !seen.has("link") {
        cx.missing_line(item, "link");
    }
    cx.book.instruments.push(instrument);
}

/// `provision "s.35(1)", "s.35(2)" at "section/35"`, `provision "s.44" omitted because "…"`
fn provisions(cx: &mut Cx, instrument: &mut Instrument, index: usize, line: &Line) {
    let mut cursor = Cursor::new(line);
    let names = cursor.texts(cx, "a provision in quotation marks");
    let at = if cursor.eat("at") {
        cursor.text(cx, &[]).plain()
    } else {
        String::new()
    };
    // A provision that no rule encodes says why.
    let omitted = cursor.eat("omitted because").then(|| {
        let first = names
            .first()
            .map(|name| name.value.join(" "))
            .unwrap_or_default();
        cursor.text(cx, &["instrument", &instrument.id, "omitted", &first])
    });
    cursor.end(cx);
    for name in names {
        let path = Spanned {
            value: name.value.join(" "),
            span: name.span,
        };
        cx.declare(What::Provision(index), &path, instrument.provisions.len());
        instrument.provisions.push(Provision {
            path: path.value,
            at: at.clone(),
            omitted: omitted.clone(),
        });
    }
}
