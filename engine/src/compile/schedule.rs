//! `schedule sch4 "…" [ … ] { part 1 "…" { entry 10 "…" { … } } }`

use wicketgate_grammar::{Code, Line, Span, Spanned};

use super::cursor::{Cursor, Seen};
use super::names::What;
use super::{Cx, list, test};
use crate::model::{
    Body, Cite, Entry, EntryKind, EntryLimit, Index, Named, Provision, Schedule, Test, Version,
};
use crate::set::sort_by;
use crate::{Date, Period, Text};

const ENTRIES: [&str; 3] = ["entry", "providers", "definition"];

/// The lines that are entries, with the position of their part.
fn entries(item: &Line) -> impl Iterator<Item = (usize, &Line)> {
    let parts = item.lines().iter().filter(|line| is(line, "part"));
    parts
        .enumerate()
        .flat_map(|(part, line)| line.lines().iter().map(move |line| (part, line)))
        .filter(|(_, line)| ENTRIES.iter().any(|word| is(line, word)))
}

fn is(line: &Line, keyword: &str) -> bool {
    line.keyword().is_some_and(|word| word.value == keyword)
}

/// Declares the schedule, its paragraphs, and each paragraph as a provision and a person.
pub(super) fn declare_paragraphs(cx: &mut Cx, item: &Line) {
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
        let body = cx.book.bodies.len();
        cx.book.bodies.push(Body {
            id: format!("{id}-{}", label.value),
        });
        cx.book.entries.push(Entry {
            id: format!("{id}-{}", label.value),
            schedule: Some(index),
            part: 0,
            label: label.value.clone(),
            kind,
            body,
            versions: Vec::new(),
            unsettled: Vec::new(),
            notes: Vec::new(),
            extent: Vec::new(),
            cites: own,
        });
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
                    super::gateway::placeholders(cx, &text, place, &["label"]);
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
                    if !ENTRIES.iter().any(|word| is(line, word)) {
                        cx.unknown_keyword(line, "a line of a part", &ENTRIES);
                    }
                }
                set(cx, index, |schedule| {
                    schedule.parts.push((number.value.clone(), title))
                });
            }
            _ => cx.unknown_keyword(
                line,
                "a line of a schedule",
                &["paragraphs", "entries", "in", "part"],
            ),
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
        read_entry(cx, index, first + at, part, line);
    }
}

fn set(cx: &mut Cx, index: usize, change: impl FnOnce(&mut Schedule)) {
    if let Some(schedule) = cx.book.schedules.get_mut(index) {
        change(schedule);
    }
}

fn read_entry(cx: &mut Cx, schedule: usize, index: usize, part: usize, line: &Line) {
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
fn read_lines(
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
    let of_schedule = ENTRIES.iter().any(|word| is(line, word));
    if reading.from.is_none() && !of_schedule && !reading.seen.has("from") {
        cx.missing_line(line, "from");
    }
    let dated = reading.from.is_some() && !reading.undated;
    let from = reading.from.unwrap_or(Date::MIN);
    let period = checked(cx, span, from, reading.until);
    let mut version = reading.version;
    version.period = period;
    finish_names(cx, span, &mut version, reading.former);
    let mut versions = reading.predecessors;
    versions.push(version);
    sort_by(&mut versions, |version| version.period.from);
    for pair in versions.windows(2) {
        if let [one, other] = pair
            && one.period.overlaps(other.period)
            && dated
        {
            cx.error(
                Code::ContradictingDates,
                span,
                say!(
                    "two texts of `{}` are in force on {}",
                    label.value,
                    other.period.from
                ),
            )
            .help = Some(say!(
                "end the earlier one on the day before the later one starts"
            ));
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
    id: String,
    from: Option<Date>,
    /// Whether it has a `from` line that could not be read.
    undated: bool,
    until: Option<Date>,
    version: Version,
    former: Vec<Named>,
    predecessors: Vec<Version>,
    unsettled: Vec<(Option<Date>, Index)>,
    notes: Vec<Text>,
    extent: Vec<Index>,
    cites: Vec<Cite>,
    same_as: Option<Index>,
    seen: Seen,
}

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
    fn line(&mut self, cx: &mut Cx, line: &Line) {
        let mut cursor = Cursor::new(line);
        let word = line.keyword().map_or("", |word| word.value.as_str());
        match word {
            "from" => {
                self.seen.once(cx, line, word);
                let from = cursor.date(cx);
                self.undated |= from.is_none();
                self.from = from.or(self.from);
                self.cites.extend(cursor.cites(cx));
                cursor.end(cx);
            }
            "until" => {
                self.seen.once(cx, line, word);
                self.until = cursor.date(cx);
                self.cites.extend(cursor.cites(cx));
                cursor.end(cx);
            }
            "class" => {
                self.seen.once(cx, line, word);
                self.version.class = true;
                cursor.end(cx);
            }
            "short" | "also" => named_lines(cx, line, &self.id, &mut self.version, &mut self.seen),
            "limit" => self.version.limits.extend(limit(cx, &self.id, line)),
            "formerly" => {
                let name = cursor.text(
                    cx,
                    &[
                        "entry",
                        &self.id,
                        &format!("formerly-{}", self.former.len() + 1),
                    ],
                );
                if let Some(period) = period(cx, &mut cursor) {
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
                let Some(period) = period(cx, &mut cursor) else {
                    let names = before.names.iter().map(|named| named.name.plain());
                    self.version.also.extend(names);
                    return;
                };
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
                        "limit" => before.limits.extend(limit(cx, &key, line)),
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

/// `limit business-functions "…" [ … ] { applies to discloser … }`, without its test for now.
fn limit(cx: &mut Cx, entry: &str, line: &Line) -> Option<EntryLimit> {
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
                match super::question::one_of(
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

/// Reads what the limits of the entries require, once every question is known.
pub(super) fn read_limits(cx: &mut Cx, index: usize, item: &Line) {
    for (_, line) in entries(item) {
        let Some(label) = Cursor::new(line).word() else {
            continue;
        };
        let of_line = |entry: &Entry| entry.schedule == Some(index) && entry.label == label.value;
        if let Some(at) = cx.book.entries.iter().position(of_line) {
            limits_of(cx, at, line);
        }
    }
}

fn limits_of(cx: &mut Cx, at: usize, line: &Line) {
    let earlier = line.lines().iter().filter(|line| is(line, "before"));
    let lines = line.lines().iter().chain(earlier.flat_map(Line::lines));
    let limits: Vec<&Line> = lines.filter(|line| is(line, "limit")).collect();
    for line in limits {
        let Some(test) = test::requirements(cx, line) else {
            continue;
        };
        let title = line.parts.iter().find_map(|part| match part {
            wicketgate_grammar::Part::Text(text) => Some(&text.value),
            _ => None,
        });
        // A limit is known by its name and title: earlier texts may repeat a name.
        let id = Cursor::new(line).word().map(|word| &word.value);
        let entry = cx.book.entries.get_mut(at).into_iter();
        let versions = entry.flat_map(|entry| &mut entry.versions);
        for limit in versions.flat_map(|version| &mut version.limits) {
            if Some(&limit.id) == id && Some(&limit.title.paragraphs) == title {
                limit.test = test.clone();
            }
        }
    }
}

/// `body licensed-gas-supplier "A licensed gas supplier" [ … ] { … }`: someone the law describes
/// outside the schedules, such as the holder of a licence.
pub(super) fn declare_body(cx: &mut Cx, item: &Line) {
    let Some(id) = Cursor::new(item).name(cx, "the name of the body") else {
        return;
    };
    cx.declare(What::Person, id, cx.book.entries.len());
    let body = cx.book.bodies.len();
    cx.book.bodies.push(Body {
        id: id.value.clone(),
    });
    cx.book.entries.push(Entry {
        id: id.value.clone(),
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
}

/// Reads the lines of a body; its limits once every question is known.
pub(super) fn read_body(cx: &mut Cx, item: &Line, limits: bool) {
    let Some(id) = Cursor::new(item).word() else {
        return;
    };
    let of_item = |entry: &Entry| entry.schedule.is_none() && entry.id == id.value;
    let Some(index) = cx.book.entries.iter().position(of_item) else {
        return;
    };
    if limits {
        limits_of(cx, index, item);
    } else {
        read_lines(cx, index, 0, None, id, item);
    }
}

/// `from 1 May 2018 until 2 May 2023`
fn period(cx: &mut Cx, cursor: &mut Cursor<'_>) -> Option<Period> {
    let span = cursor.span();
    if !cursor.expect(cx, "from") {
        return None;
    }
    let from = cursor.date(cx)?;
    let until = if cursor.expect(cx, "until") {
        Some(cursor.date(cx)?)
    } else {
        return None;
    };
    Some(checked(cx, span, from, until))
}

/// A period, or a report that it ends before it starts.
pub(super) fn checked(cx: &mut Cx, span: Span, from: Date, until: Option<Date>) -> Period {
    if let Some(until) = until
        && until < from
    {
        cx.error(
            Code::ContradictingDates,
            span,
            say!("this ends on {until}, before it starts on {from}"),
        )
        .help = Some(say!("`until` names the last day on which it holds"));
    }
    // A period that runs backwards holds on no day, so that nothing else is said to overlap it.
    Period { from, until }
}

/// Gives each name its time: former names as written, the present name from the day after the last.
fn finish_names(cx: &mut Cx, span: Span, version: &mut Version, mut former: Vec<Named>) {
    sort_by(&mut former, |named| named.period.from);
    for pair in former.windows(2) {
        if let [one, other] = pair
            && one.period.overlaps(other.period)
        {
            cx.error(
                Code::ContradictingDates,
                span,
                say!("two former names hold on {}", other.period.from),
            )
            .help = Some(say!(
                "end the earlier one on the day before the later one starts"
            ));
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

/// A paragraph label as number and letters, in which order labels sort.
pub(super) fn split_label(label: &str) -> Option<(u32, &str)> {
    let digits = label.bytes().take_while(u8::is_ascii_digit).count();
    let (number, letters) = label.split_at_checked(digits)?;
    let plain = letters.bytes().all(|byte| byte.is_ascii_uppercase());
    Some((number.parse().ok()?, letters)).filter(|_| plain)
}

/// The entries that words such as `10-16` and `9A` name, in a schedule.
pub(super) fn paragraphs_named(
    cx: &mut Cx,
    schedule: Index,
    words: &[&Spanned<String>],
) -> Vec<Range> {
    words
        .iter()
        .filter_map(|word| range(cx, schedule, word))
        .collect()
}

/// A range of paragraphs as written, with its entries.
#[derive(Debug)]
pub(super) struct Range {
    pub(super) span: Span,
    pub(super) entries: Vec<Index>,
    /// Those with letters, which stand strictly between the ends.
    pub(super) lettered_inside: Vec<Index>,
}

fn range(cx: &mut Cx, schedule: Index, word: &Spanned<String>) -> Option<Range> {
    let Some((first, last)) = word.value.split_once('-') else {
        let entry = cx.find(What::Paragraph(schedule), word)?;
        return Some(Range {
            span: word.span,
            entries: vec![entry],
            lettered_inside: Vec::new(),
        });
    };
    let middle = word.span.start + first.len() as u32;
    let first = Spanned {
        value: first.to_owned(),
        span: Span {
            end: middle,
            ..word.span
        },
    };
    let last = Spanned {
        value: last.to_owned(),
        span: Span {
            start: middle + 1,
            ..word.span
        },
    };
    let ends = (
        cx.find(What::Paragraph(schedule), &first),
        cx.find(What::Paragraph(schedule), &last),
    );
    let (Some(_), Some(_)) = ends else {
        return None;
    };
    let (from, to) = (split_label(&first.value)?, split_label(&last.value)?);
    if to < from {
        let message = say!("the range `{}` runs backwards", word.value);
        let help = say!("write `{}-{}`", last.value, first.value);
        cx.error(Code::BackwardRange, word.span, message).help = Some(help);
        return None;
    }
    let mut range = Range {
        span: word.span,
        entries: Vec::new(),
        lettered_inside: Vec::new(),
    };
    for (index, entry) in cx.book.entries.iter().enumerate() {
        let Some(label) = split_label(&entry.label) else {
            continue;
        };
        if entry.schedule == Some(schedule)
            && entry.kind == EntryKind::Person
            && (from..=to).contains(&label)
        {
            range.entries.push(index);
            if !label.1.is_empty() && label != from && label != to {
                range.lettered_inside.push(index);
            }
        }
    }
    Some(range)
}
