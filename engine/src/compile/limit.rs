//! `limit business-functions "…" [ … ] { applies to discloser … requires … }`: what an entry is listed for.

use wicketgate_grammar::{Line, Part};

use super::cursor::Cursor;
use super::question::one_of;
use super::schedule::is;
use super::{Cx, test};
use crate::model::{EntryLimit, Index, Test};

/// Reads a limit without its test, which names questions.
pub(super) fn read(cx: &mut Cx, entry: &str, line: &Line) -> Option<EntryLimit> {
    let mut cursor = Cursor::new(line);
    let id = cursor.name(cx, "the name of the limit")?;
    cx.declare_once(&format!("entry.{entry}.limit"), id);
    let title = cursor.text(cx, &["entry", entry, &format!("limit-{}", id.value)]);
    let cites = cursor.cites(cx);
    cursor.end_of_parts(cx);
    let mut limit = EntryLimit {
        id: id.value.clone(),
        title,
        discloser: false,
        recipient: false,
        test: Test::All(Vec::new()),
        cites,
    };
    for line in line.lines() {
        let mut cursor = Cursor::new(line);
        match line.keyword().map_or("", |word| word.value.as_str()) {
            "applies" => {
                cursor.expect(cx, "to");
                match one_of(
                    cx,
                    &mut cursor,
                    "the end it applies to",
                    &["discloser", "recipient"],
                ) {
                    Some(0) => limit.discloser = true,
                    Some(_) => limit.recipient = true,
                    None => {}
                }
                cursor.end(cx);
            }
            "requires" => {}
            _ => cx.unknown_keyword(line, "a line of a limit", &["applies", "requires"]),
        }
    }
    if !limit.discloser && !limit.recipient {
        cx.missing_line(line, "applies to");
    }
    Some(limit)
}

/// Reads what the limits of an entry require, once every question is known.
pub(super) fn read_tests(cx: &mut Cx, entry: Index, line: &Line) {
    let earlier = line.lines().iter().filter(|line| is(line, "before"));
    let lines = line.lines().iter().chain(earlier.flat_map(Line::lines));
    let limits: Vec<&Line> = lines.filter(|line| is(line, "limit")).collect();
    for line in limits {
        let Some(test) = test::requirements(cx, line) else {
            continue;
        };
        let title = line.parts.iter().find_map(|part| match part {
            Part::Text(text) => Some(&text.value),
            _ => None,
        });
        // A limit is known by its name and title: earlier texts may repeat a name.
        let id = Cursor::new(line).word().map(|word| &word.value);
        let found = cx.book.entries.get_mut(entry).into_iter();
        let versions = found.flat_map(|entry| &mut entry.versions);
        for limit in versions.flat_map(|version| &mut version.limits) {
            if Some(&limit.id) == id && Some(&limit.title.paragraphs) == title {
                limit.test = test.clone();
            }
        }
    }
}
