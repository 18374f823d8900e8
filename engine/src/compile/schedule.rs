//! `schedule sch4 "…" [ … ] { in force from … part 1 "…" { entry 10 "…" { … } } }`

use wicketgate_grammar::{Line, Spanned};

use super::cursor::{Cursor, Seen};
use super::names::What;
use super::placeholder::placeholders;
use super::{Cx, entry, limit};
use crate::Text;
use crate::model::{Cite, Entry, EntryKind, Provision, Schedule};

/// The words with which the lines of a schedule start.
const LINES: [&str; 4] = ["paragraphs", "entries", "in", "part"];

/// The words with which the entries of a part start.
const ENTRIES: [&str; 3] = ["entry", "providers", "definition"];

/// The lines that are entries, with the position of their part.
fn entries(item: &Line) -> impl Iterator<Item = (usize, &Line)> {
    let parts = item.lines().iter().filter(|line| is(line, "part"));
    parts
        .enumerate()
        .flat_map(|(part, line)| line.lines().iter().map(move |line| (part, line)))
        .filter(|(_, line)| of_schedule(line))
}

/// Whether a line is an entry of a schedule, and not a body outside the schedules.
pub(super) fn of_schedule(line: &Line) -> bool {
    ENTRIES.iter().any(|word| is(line, word))
}

/// Whether a line starts with a word.
pub(super) fn is(line: &Line, keyword: &str) -> bool {
    line.keyword().is_some_and(|word| word.value == keyword)
}

/// Declares the schedule, its paragraphs, and each paragraph as a provision and a person.
pub(super) fn declare(cx: &mut Cx, item: &Line) {
    let index = cx.book.schedules.len();
    let mut cursor = Cursor::new(item);
    let id = cursor.name(cx, "the name of the schedule");
    if let Some(id) = id {
        cx.declare(What::Schedule, id, index);
    }
    let id = id.map(|id| id.value.clone()).unwrap_or_default();
    let title = cursor.text(cx, &["schedule", &id, "title"]);
    let cites = cursor.cites(cx);
    cursor.end_of_parts(cx);
    let instrument = cites.first().map(|cite| cite.instrument);
    let provisions = item
        .lines()
        .iter()
        .find(|line| is(line, "paragraphs"))
        .and_then(|line| paragraphs(cx, line));
    // Citations are read before the lines of a schedule, and may name a paragraph in one that is mistyped.
    for line in item.lines() {
        if !LINES.iter().any(|word| is(line, word)) {
            cx.pass_over_line(line);
        } else if is(line, "part") {
            let other = line.lines().iter().filter(|line| !of_schedule(line));
            other.for_each(|line| cx.pass_over_line(line));
        }
    }
    for (_, line) in entries(item) {
        let Some(label) = Cursor::new(line).word() else {
            continue;
        };
        let repeated = cx.names.get(What::Paragraph(index), &label.value).is_some();
        cx.declare(What::Paragraph(index), label, cx.book.entries.len());
        // A second entry of one label is one mistake, already reported.
        if !is(line, "definition") && !repeated {
            let person = Spanned {
                value: format!("{id}-{}", label.value),
                span: label.span,
            };
            cx.declare(What::Person, &person, cx.book.entries.len());
        }
        let mut own = Vec::new();
        if let (Some(instrument), Some((path, at))) = (instrument, &provisions)
            && let Some(known) = cx.book.instruments.get_mut(instrument)
        {
            let provision = known.provisions.len();
            known.provisions.push(Provision {
                path: format!("{path} {}", label.value),
                at: format!("{at}/{}", label.value),
                omitted: None,
            });
            let path = Spanned {
                value: format!("{path} {}", label.value),
                span: label.span,
            };
            if !repeated {
                cx.declare(What::Provision(instrument), &path, provision);
            }
            own.push(Cite {
                instrument,
                provision: Some(provision),
            });
        }
        #[cfg(feature = "authoring")]
        if repeated {
            let law = own.first().map(|cite| cx.book.citation(cite));
            if let Some(diagnostic) = cx.diagnostics.last_mut() {
                diagnostic.help = Some(
                    "a paragraph is one entry; what it said earlier is `before that` in it".into(),
                );
                diagnostic.law = law;
            }
        }
        let kind = match () {
            () if is(line, "entry") => EntryKind::Person,
            () if is(line, "providers") => EntryKind::Providers,
            () => EntryKind::Definition,
        };
        let entry = entry::declare(cx, format!("{id}-{}", label.value));
        entry.schedule = Some(index);
        entry.label.clone_from(&label.value);
        entry.kind = kind;
        entry.cites = own;
    }
    cx.book.schedules.push(Schedule {
        id,
        title,
        entry_name: Text::default(),
        cites,
        from: None,
        parts: Vec::new(),
    });
}

/// `paragraphs "Sch 4 para" at "schedule/4/paragraph"`
fn paragraphs(cx: &mut Cx, line: &Line) -> Option<(String, String)> {
    let mut cursor = Cursor::new(line);
    let path = cursor.text(cx, &[]).plain();
    cursor
        .expect(cx, "at")
        .then(|| (path, cursor.text(cx, &[]).plain()))
}

/// Reads the lines of a schedule and its entries.
pub(super) fn read(cx: &mut Cx, index: usize, item: &Line) {
    let id = cx
        .book
        .schedules
        .get(index)
        .map(|schedule| schedule.id.clone())
        .unwrap_or_default();
    let mut seen = Seen::default();
    for line in item.lines() {
        let mut cursor = Cursor::new(line);
        match line.keyword().map_or("", |word| word.value.as_str()) {
            "paragraphs" => seen.once(cx, line, "paragraphs"),
            "entries" => {
                seen.once(cx, line, "entries");
                if cursor.expect(cx, "named") {
                    let place = cursor.span();
                    let text = cursor.text(cx, &["schedule", &id, "entry-name"]);
                    cursor.end(cx);
                    placeholders(cx, &text, place, &["label"]);
                    set(cx, index, |schedule| schedule.entry_name = text);
                }
            }
            "in" => {
                seen.once(cx, line, "in force");
                if cursor.expect(cx, "force from") {
                    let from = cursor.date(cx);
                    cursor.cites(cx);
                    cursor.end(cx);
                    set(cx, index, |schedule| schedule.from = from);
                }
            }
            "part" => {
                let Some(number) = cursor.name(cx, "the number of the part") else {
                    continue;
                };
                cx.declare_once(&format!("schedule.{id}.part"), number);
                let title = cursor.text(cx, &["schedule", &id, &format!("part-{}", number.value)]);
                cursor.end_of_parts(cx);
                for line in line.lines() {
                    if !of_schedule(line) {
                        cx.unknown_keyword(line, "a line of a part", &ENTRIES);
                    }
                }
                set(cx, index, |schedule| {
                    schedule.parts.push((number.value.clone(), title))
                });
            }
            _ => cx.unknown_keyword(line, "a line of a schedule", &LINES),
        }
    }
    if !seen.has("in force") {
        cx.missing_line(item, "in force from");
    }
    let first = cx
        .book
        .entries
        .iter()
        .position(|entry| entry.schedule == Some(index))
        .unwrap_or_default();
    let lines = entries(item).filter(|(_, line)| Cursor::new(line).word().is_some());
    for (at, (part, line)) in lines.enumerate() {
        entry::read(cx, index, first + at, part, line);
    }
}

fn set(cx: &mut Cx, index: usize, change: impl FnOnce(&mut Schedule)) {
    if let Some(schedule) = cx.book.schedules.get_mut(index) {
        change(schedule);
    }
}

/// Reads what the limits of the entries require, once every question is known.
pub(super) fn read_limits(cx: &mut Cx, index: usize, item: &Line) {
    for (_, line) in entries(item) {
        let Some(label) = Cursor::new(line).word() else {
            continue;
        };
        let of_line = |entry: &Entry| entry.schedule == Some(index) && entry.label == label.value;
        if let Some(at) = cx.book.entries.iter().position(of_line) {
            limit::read_tests(cx, at, line);
        }
    }
}
