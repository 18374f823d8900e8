//! `entry 10 "…" [ … ] { from … class … formerly "…" … before that "…" … }`: a paragraph of a schedule and what
//! it said over time.

use wicketgate_grammar::{Code, Label, Line, Span, Spanned, Words};

use super::cursor::{Cursor, Seen};
use super::names::What;
use super::paragraph::split_label;
use super::period::{checked, period};
use super::schedule::of_schedule;
use super::{Cx, limit, list};
use crate::model::{Body, Cite, Entry, EntryKind, Index, Named, Version};
use crate::set::sort_by;
use crate::{Date, Period, Text};

/// Adds an entry with a body of its own, of which nothing is known yet.
#[expect(
    clippy::indexing_slicing,
    reason = "the element at this place was just pushed"
)]
pub(super) fn declare(cx: &mut Cx, id: String) -> &mut Entry {
    let body = cx.book.bodies.len();
    cx.book.bodies.push(Body { id: id.clone() });
    let at = cx.book.entries.len();
    cx.book.entries.push(Entry {
        id,
        schedule: None,
        part: 0,
        label: String::new(),
        kind: EntryKind::Person,
        body,
        versions: Vec::new(),
        unsettled: Vec::new(),
        notes: Vec::new(),
        extent: Vec::new(),
        cites: Vec::new(),
    });
    &mut cx.book.entries[at]
}

/// Reads an entry of a schedule.
pub(super) fn read(cx: &mut Cx, schedule: usize, index: usize, part: usize, line: &Line) {
    let Some(label) = Cursor::new(line).word() else {
        return;
    };
    if split_label(&label.value).is_none() {
        cx.error(
            Code::UnexpectedPart,
            label.span,
            say!("`{}` is not a paragraph", label.value),
        )
        .help = Some(say!(
            "a paragraph is a number, with letters behind it if it was inserted: `9A`"
        ));
    }
    let start = cx
        .book
        .schedules
        .get(schedule)
        .and_then(|schedule| schedule.from);
    read_lines(cx, index, part, start, label, line);
}

/// Reads name, citations and lines of an entry, or of a body outside the schedules.
pub(super) fn read_lines(
    cx: &mut Cx,
    index: usize,
    part: usize,
    start: Option<Date>,
    label: &Spanned<String>,
    line: &Line,
) {
    let mut cursor = Cursor::new(line);
    cursor.word();
    let Some(id) = cx.book.entries.get(index).map(|entry| entry.id.clone()) else {
        return;
    };
    let name = cursor.text(cx, &["entry", &id, "name"]);
    let mut cites = cursor.cites(cx);
    cursor.end_of_parts(cx);
    let mut reading = Reading {
        id,
        from: start,
        until: None,
        version: version(name),
        ..Reading::default()
    };
    for line in line.lines() {
        reading.line(cx, line);
    }
    cites.append(&mut reading.cites);
    let span = label.span;
    // An entry has the date of its schedule, whose absence is a mistake of the schedule. Without any
    // date it is read all the same, because others may name it.
    if reading.from.is_none() && !of_schedule(line) && !reading.seen.has("from") {
        cx.missing_line(line, "from");
    }
    let dated = reading.from.is_some() && !reading.undated;
    let from = reading.from.unwrap_or(Date::MIN);
    let period = checked(cx, reading.ends.unwrap_or(span), from, reading.until);
    let mut version = reading.version;
    version.period = period;
    let mut dates = reading.dates;
    dates.extend(reading.starts.map(|span| (period, span)));
    finish_names(cx, &dates, &mut version, reading.former);
    let mut versions = reading.predecessors;
    versions.push(version);
    sort_by(&mut versions, |version| version.period.from);
    for pair in versions.windows(2) {
        if let [one, other] = pair
            && one.period.overlaps(other.period)
            && dated
        {
            let from = other.period.from;
            let message = say!("two texts of `{}` are in force on {from}", label.value);
            overlapping(cx, &dates, [one.period, other.period], message);
        }
    }
    let unsettled = reading
        .unsettled
        .into_iter()
        .map(|(date, point)| (date.unwrap_or(from), point))
        .collect();
    if let Some(entry) = cx.book.entries.get_mut(index) {
        entry.part = part;
        entry.versions = versions;
        entry.unsettled = unsettled;
        entry.notes = reading.notes;
        entry.extent = reading.extent;
        entry.cites.append(&mut cites);
    }
    if let Some(other) = reading.same_as {
        cx.same_bodies.push((index, other));
    }
}

/// What the lines of an entry say.
#[derive(Debug, Default)]
struct Reading {
    /// The id of the entry, with which the ids of its texts start.
    id: String,
    /// The first day of its present text.
    from: Option<Date>,
    /// Whether it has a `from` line that could not be read.
    undated: bool,
    /// Its last day, where it has one.
    until: Option<Date>,
    /// Where the two stand.
    starts: Option<Span>,
    ends: Option<Span>,
    /// Where each period stands.
    dates: Vec<(Period, Span)>,
    /// Its present text.
    version: Version,
    /// Earlier names under the present text.
    former: Vec<Named>,
    /// Earlier texts.
    predecessors: Vec<Version>,
    /// Points on which it turns, from a day if one is named.
    unsettled: Vec<(Option<Date>, Index)>,
    notes: Vec<Text>,
    extent: Vec<Index>,
    cites: Vec<Cite>,
    /// An entry that is the same body.
    same_as: Option<Index>,
    seen: Seen,
}

/// A text of an entry with its name, before its time is known.
fn version(name: Text) -> Version {
    let period = Period {
        from: Date::MIN,
        until: None,
    };
    Version {
        period,
        names: vec![Named { name, period }],
        ..Version::default()
    }
}

impl Reading {
    /// Reads one line.
    fn line(&mut self, cx: &mut Cx, line: &Line) {
        let mut cursor = Cursor::new(line);
        let word = line.keyword().map_or("", |word| word.value.as_str());
        match word {
            "from" => {
                self.seen.once(cx, line, word);
                let from = cursor.date(cx);
                self.undated |= from.is_none();
                self.from = from.or(self.from);
                self.starts = line.keyword().map(|word| cursor.since(word.span));
                self.cites.extend(cursor.cites(cx));
                cursor.end(cx);
            }
            "until" => {
                self.seen.once(cx, line, word);
                self.until = cursor.date(cx);
                self.ends = line.keyword().map(|word| cursor.since(word.span));
                self.cites.extend(cursor.cites(cx));
                cursor.end(cx);
            }
            "class" => {
                self.seen.once(cx, line, word);
                self.version.class = true;
                cursor.end(cx);
            }
            "short" | "also" => named_lines(cx, line, &self.id, &mut self.version, &mut self.seen),
            "limit" => self.version.limits.extend(limit::read(cx, &self.id, line)),
            "formerly" => {
                let name = cursor.text(
                    cx,
                    &[
                        "entry",
                        &self.id,
                        &format!("formerly-{}", self.former.len() + 1),
                    ],
                );
                if let Some((period, span)) = period(cx, &mut cursor) {
                    self.dates.push((period, span));
                    self.cites.extend(cursor.cites(cx));
                    cursor.end(cx);
                    self.former.push(Named { name, period });
                } else {
                    // A list that names it has no mistake, although its time is not known.
                    self.version.also.push(name.plain());
                }
            }
            "before" => {
                if !cursor.expect(cx, "that") {
                    return;
                }
                let count = self.predecessors.len() + 1;
                let mut before =
                    version(cursor.text(cx, &["entry", &self.id, &format!("before-{count}")]));
                let Some((period, span)) = period(cx, &mut cursor) else {
                    let names = before.names.iter().map(|named| named.name.plain());
                    self.version.also.extend(names);
                    return;
                };
                self.dates.push((period, span));
                self.cites.extend(cursor.cites(cx));
                cursor.end_of_parts(cx);
                before.period = period;
                before
                    .names
                    .iter_mut()
                    .for_each(|named| named.period = period);
                let key = format!("{}.before-{count}", self.id);
                let mut seen = Seen::default();
                for line in line.lines() {
                    match line.keyword().map_or("", |word| word.value.as_str()) {
                        "short" | "also" => named_lines(cx, line, &key, &mut before, &mut seen),
                        "limit" => before.limits.extend(limit::read(cx, &key, line)),
                        "same" => before.same_as = same_body(cx, line),
                        "class" => {
                            before.class = true;
                            Cursor::new(line).end(cx);
                        }
                        _ => cx.unknown_keyword(
                            line,
                            "a line of an earlier text",
                            &["short", "also", "class", "limit", "same"],
                        ),
                    }
                }
                self.predecessors.push(before);
            }
            "unsettled" => {
                let from = if cursor.eat("from") {
                    cursor.date(cx)
                } else {
                    None
                };
                if cursor.expect(cx, "by")
                    && let Some(name) = cursor.name(cx, "the name of an unsettled point")
                {
                    let point = cx.find(What::Point, name);
                    cursor.end(cx);
                    self.unsettled.extend(point.map(|point| (from, point)));
                }
            }
            "extent" => {
                self.seen.once(cx, line, word);
                self.extent = list::nations(cx, &mut cursor);
                self.cites.extend(cursor.cites(cx));
                cursor.end(cx);
            }
            "note" => {
                let note = cursor.text(
                    cx,
                    &["entry", &self.id, &format!("note-{}", self.notes.len() + 1)],
                );
                self.cites.extend(cursor.cites(cx));
                cursor.end(cx);
                self.notes.push(note);
            }
            "same" => {
                self.seen.once(cx, line, word);
                self.same_as = same_body(cx, line);
            }
            _ => cx.unknown_keyword(
                line,
                "a line of an entry",
                &[
                    "from",
                    "until",
                    "class",
                    "short",
                    "also",
                    "limit",
                    "formerly",
                    "before",
                    "unsettled",
                    "extent",
                    "note",
                    "same",
                ],
            ),
        }
    }
}

/// `same body as sch4-7`
fn same_body(cx: &mut Cx, line: &Line) -> Option<Index> {
    let mut cursor = Cursor::new(line);
    if !cursor.expect(cx, "body as") {
        return None;
    }
    let name = cursor.name(cx, "the name of an entry")?;
    let found = cx.find(What::Person, name);
    cursor.end(cx);
    found
}

/// `short "…"` and `also called "…", "…"`
fn named_lines(cx: &mut Cx, line: &Line, id: &str, version: &mut Version, seen: &mut Seen) {
    let mut cursor = Cursor::new(line);
    if line.keyword().is_some_and(|word| word.value == "short") {
        seen.once(cx, line, "short");
        version.short = Some(cursor.text(cx, &["entry", id, "short"]));
    } else if cursor.expect(cx, "called") {
        version.also.extend(
            cursor
                .texts(cx, "a name in quotation marks")
                .into_iter()
                .map(|name| name.value.join(" ")),
        );
    }
    cursor.end(cx);
}

/// Reports two periods of which one starts before the other ends, at the dates of the earlier one. A
/// present text may have no date of its own, and then the mistake is in the other.
#[cold]
#[inline(never)]
fn overlapping(cx: &mut Cx, dates: &[(Period, Span)], both: [Period; 2], message: Words) {
    let [earlier, later] = both;
    let of = |wanted: Period| move |(period, _): &&(Period, Span)| *period == wanted;
    let first = dates.iter().find(of(earlier)).map(|(_, span)| *span);
    // Two that have the very same dates are told apart by their order.
    let last = dates.iter().rfind(of(later)).map(|(_, span)| *span);
    let span = first.or(last).unwrap_or_default();
    let diagnostic = cx.error(Code::ContradictingDates, span, message);
    diagnostic.help = Some(say!(
        "end the earlier one on the day before the later one starts"
    ));
    diagnostic
        .others
        .extend(last.filter(|last| *last != span).map(|span| Label {
            span,
            text: say!("the later one is here"),
        }));
}

/// Gives each name its time: former names as written, the present name from the day after the last.
fn finish_names(
    cx: &mut Cx,
    dates: &[(Period, Span)],
    version: &mut Version,
    mut former: Vec<Named>,
) {
    sort_by(&mut former, |named| named.period.from);
    for pair in former.windows(2) {
        if let [one, other] = pair
            && one.period.overlaps(other.period)
        {
            let message = say!("two former names hold on {}", other.period.from);
            overlapping(cx, dates, [one.period, other.period], message);
        }
    }
    let from = former
        .last()
        .and_then(|named| named.period.until)
        .map_or(version.period.from, Date::next);
    for named in &mut version.names {
        named.period = Period {
            from,
            until: version.period.until,
        };
    }
    former.append(&mut version.names);
    version.names = former;
}

/// Makes entries that are one body share it.
pub(super) fn join_bodies(cx: &mut Cx) {
    for (entry, other) in std::mem::take(&mut cx.same_bodies) {
        let Some((from, to)) = cx
            .book
            .entries
            .get(entry)
            .map(|entry| entry.body)
            .zip(cx.book.entries.get(other).map(|other| other.body))
        else {
            continue;
        };
        for entry in &mut cx.book.entries {
            if entry.body == from {
                entry.body = to;
            }
        }
    }
}
