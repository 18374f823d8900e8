//! `agency`, `elsewhere` and `word`: what helps a person find an organisation.

use wicketgate_grammar::Line;

use super::Cx;
use super::cursor::{Cursor, Seen};
use super::names::What;
use crate::Text;
use crate::model::{Agency, Elsewhere, Index, KindChoice, KindWord};

/// Reads the organisations first, because words name them.
pub(super) fn read_all(cx: &mut Cx, items: &[Line]) {
    let of = |keyword: &'static str| {
        items
            .iter()
            .filter(move |item| item.keyword().is_some_and(|word| word.value == keyword))
    };
    of("agency").for_each(|item| agency(cx, item));
    of("elsewhere").for_each(|item| elsewhere(cx, item));
    of("word").for_each(|item| word(cx, item));
}

/// `agency voa "Valuation Office Agency" of sch4-10 { … }`
fn agency(cx: &mut Cx, item: &Line) {
    let mut cursor = Cursor::new(item);
    let Some(id) = cursor.name(cx, "the name of the agency") else {
        return;
    };
    cx.declare(What::Agency, id, 0);
    let name = cursor.text(cx, &["agency", &id.value, "name"]);
    if !cursor.expect(cx, "of") {
        return;
    }
    let of = cursor
        .name(cx, "the name of an entry")
        .and_then(|name| body(cx, name));
    cursor.end_of_parts(cx);
    let (also, says, _) = lines(cx, item, &format!("agency.{}", id.value));
    if let Some(of) = of {
        cx.book.agencies.push(Agency {
            id: id.value.clone(),
            name,
            also,
            of,
            says,
        });
    }
}

/// `elsewhere police-scotland "Police Scotland" { … }`
fn elsewhere(cx: &mut Cx, item: &Line) {
    let mut cursor = Cursor::new(item);
    let Some(id) = cursor.name(cx, "the name of the organisation") else {
        return;
    };
    cx.declare(What::Elsewhere, id, cx.book.elsewhere.len());
    let name = cursor.text(cx, &["elsewhere", &id.value, "name"]);
    cursor.end_of_parts(cx);
    let (also, says, cites) = lines(cx, item, &format!("elsewhere.{}", id.value));
    // Its place was given when it was declared, so it is kept even without its text.
    if says.is_none() {
        cx.missing_line(item, "says");
    }
    cx.book.elsewhere.push(Elsewhere {
        id: id.value.clone(),
        name,
        also,
        says: says.unwrap_or_default(),
        cites,
    });
}

fn lines(
    cx: &mut Cx,
    item: &Line,
    key: &str,
) -> (Vec<String>, Option<Text>, Vec<crate::model::Cite>) {
    let (mut also, mut says, mut cites) = (Vec::new(), None, Vec::new());
    let mut seen = Seen::default();
    for line in item.lines() {
        let mut cursor = Cursor::new(line);
        match line.keyword().map_or("", |word| word.value.as_str()) {
            "also" => {
                if cursor.expect(cx, "called") {
                    also.extend(
                        cursor
                            .texts(cx, "a name in quotation marks")
                            .into_iter()
                            .map(|name| name.value.join(" ")),
                    );
                    cursor.end(cx);
                }
            }
            "says" => {
                seen.once(cx, line, "says");
                says = Some(cursor.text(cx, &[key, "says"]));
                cites = cursor.cites(cx);
                cursor.end(cx);
            }
            _ => cx.unknown_keyword(line, "a line of an organisation", &["also", "says"]),
        }
    }
    (also, says, cites)
}

/// `word "council", "local authority" { asks "…" among sch4-11, sch4-12 }`
fn word(cx: &mut Cx, item: &Line) {
    let mut cursor = Cursor::new(item);
    let words: Vec<String> = cursor
        .texts(cx, "a word in quotation marks")
        .into_iter()
        .map(|word| word.value.join(" ").to_ascii_lowercase())
        .collect();
    cursor.end_of_parts(cx);
    let key = words
        .first()
        .map_or_else(String::new, |word| word.replace(' ', "-"));
    let mut found = KindWord {
        words,
        asks: Text::default(),
        among: Vec::new(),
    };
    let mut seen = Seen::default();
    for line in item.lines() {
        let mut cursor = Cursor::new(line);
        match line.keyword().map_or("", |word| word.value.as_str()) {
            "asks" => {
                seen.once(cx, line, "asks");
                found.asks = cursor.text(cx, &["word", &key, "asks"]);
                cursor.end(cx);
            }
            "among" => {
                seen.once(cx, line, "among");
                let names = cursor.names(cx, "the name of an entry");
                found.among = names
                    .into_iter()
                    .filter_map(|name| choice(cx, name))
                    .collect();
                cursor.end(cx);
            }
            _ => cx.unknown_keyword(line, "a line of a word", &["asks", "among"]),
        }
    }
    for needed in ["asks", "among"] {
        if !seen.has(needed) {
            cx.missing_line(item, needed);
        }
    }
    cx.book.words.push(found);
}

/// A body of an entry, or an organisation that no schedule lists.
fn choice(cx: &mut Cx, name: &wicketgate_grammar::Spanned<String>) -> Option<KindChoice> {
    let what = "an entry of a schedule or an organisation that is not listed";
    super::either::either(cx, name, What::Elsewhere, What::Person, what)?;
    if let Some(index) = cx.names.get(What::Elsewhere, &name.value) {
        return Some(KindChoice::Elsewhere(index));
    }
    let index = cx.names.get(What::Person, &name.value)?;
    cx.book
        .entries
        .get(index)
        .map(|entry| KindChoice::Body(entry.body))
}

/// The body of an entry.
fn body(cx: &mut Cx, name: &wicketgate_grammar::Spanned<String>) -> Option<Index> {
    let entry = cx.find(What::Person, name)?;
    cx.book.entries.get(entry).map(|entry| entry.body)
}
