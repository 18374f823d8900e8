//! `list disadvantages definitive "…" [ … ] { item … }`

use wicketgate_grammar::{Code, Line};

use super::cursor::{Cursor, Seen};
use super::names::What;
use super::{Cx, test};
use crate::Text;
use crate::model::{Item, List, Meaning};

/// Declares the list and its items, so that questions and lines with nations can name them.
pub(super) fn declare(cx: &mut Cx, item: &Line) {
    let index = cx.book.lists.len();
    let mut cursor = Cursor::new(item);
    let id = cursor.name(cx, "the name of the list").map(|id| {
        cx.declare(What::List, id, index);
        id.value.clone()
    });
    let mut items = Vec::new();
    for line in item.lines() {
        if line.keyword().is_some_and(|word| word.value == "item")
            && let Some(name) = Cursor::new(line).word()
        {
            cx.declare(What::Item(index), name, items.len());
            items.push(Item {
                id: name.value.clone(),
                title: Text::default(),
                plainly: None,
                meanings: Vec::new(),
                counts_only_when: None,
                cites: Vec::new(),
            });
        } else {
            cx.pass_over_line(line);
        }
    }
    cx.book.lists.push(List {
        id: id.unwrap_or_default(),
        title: Text::default(),
        definitive: true,
        cites: Vec::new(),
        items,
    });
}

pub(super) fn read(cx: &mut Cx, index: usize, item: &Line) {
    let mut cursor = Cursor::new(item);
    let Some(id) = cursor.word() else { return };
    let definitive = match cursor.peek().map(|word| word.value.as_str()) {
        Some("definitive") => true,
        Some("indicative") => false,
        _ => {
            cursor.expect(cx, "definitive");
            true
        }
    };
    cursor.word();
    let title = cursor.text(cx, &["list", &id.value, "title"]);
    let cites = cursor.cites(cx);
    cursor.end_of_parts(cx);
    let mut items = Vec::new();
    for line in item.lines() {
        match line.keyword().map_or("", |word| word.value.as_str()) {
            "item" => items.extend(read_item(cx, &id.value, line)),
            _ => cx.unknown_keyword(line, "a line of a list", &["item"]),
        }
    }
    if let Some(list) = cx.book.lists.get_mut(index) {
        *list = List {
            id: id.value.clone(),
            title,
            definitive,
            cites,
            items,
        };
    }
}

fn read_item(cx: &mut Cx, list: &str, line: &Line) -> Option<Item> {
    let mut cursor = Cursor::new(line);
    let id = cursor.name(cx, "the name of the item")?;
    let key = |field: &str| format!("list.{list}.{}.{field}", id.value);
    let title = cursor.text(cx, &[&key("title")]);
    let cites = cursor.cites(cx);
    cursor.end_of_parts(cx);
    let mut item = Item {
        id: id.value.clone(),
        title,
        plainly: None,
        meanings: Vec::new(),
        counts_only_when: None,
        cites,
    };
    let mut seen = Seen::default();
    for line in line.lines() {
        let mut cursor = Cursor::new(line);
        match line.keyword().map_or("", |word| word.value.as_str()) {
            "plainly" => {
                seen.once(cx, line, "plainly");
                item.plainly = Some(cursor.text(cx, &[&key("plainly")]));
                cursor.end(cx);
            }
            "means" => {
                let nations = if cursor.eat("in") {
                    nations(cx, &mut cursor)
                } else {
                    Vec::new()
                };
                let text = cursor.text(
                    cx,
                    &[&format!("{}-{}", key("means"), item.meanings.len() + 1)],
                );
                let cites = cursor.cites(cx);
                cursor.end(cx);
                item.meanings.push(Meaning {
                    nations,
                    text,
                    cites,
                });
            }
            "counts" => seen.once(cx, line, "counts"),
            _ => cx.unknown_keyword(line, "a line of an item", &["plainly", "means", "counts"]),
        }
    }
    Some(item)
}

/// `england, wales`: items of the list of nations.
pub(super) fn nations(cx: &mut Cx, cursor: &mut Cursor<'_>) -> Vec<usize> {
    let names = cursor.names(cx, "the name of a nation");
    let Some(list) = cx.book.nations else {
        if let (Some(first), false) = (names.first(), cx.broken) {
            // One line is missing, however many name a nation.
            cx.broken = true;
            cx.error(
                Code::MissingLine,
                first.span,
                say!("no list of nations is declared"),
            )
            .help = Some(say!(
                "add a line `nations are` with the name of a list to the `rulebook` declaration"
            ));
        }
        return Vec::new();
    };
    names
        .into_iter()
        .filter_map(|name| cx.find(What::Item(list), name))
        .collect()
}

/// Reads `counts only when …`, once every question is known.
pub(super) fn read_tests(cx: &mut Cx, index: usize, item: &Line) {
    let items = item.lines().iter().filter(|line| {
        line.keyword().is_some_and(|word| word.value == "item")
            && Cursor::new(line).word().is_some()
    });
    for (at, line) in items.enumerate() {
        for line in line.lines() {
            let mut cursor = Cursor::new(line);
            if line.keyword().is_some_and(|word| word.value == "counts")
                && cursor.expect(cx, "only when")
            {
                let found = test::read(cx, line, cursor);
                if let Some(item) = cx
                    .book
                    .lists
                    .get_mut(index)
                    .and_then(|list| list.items.get_mut(at))
                {
                    item.counts_only_when = found;
                }
            }
        }
    }
}
