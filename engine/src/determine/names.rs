//! How persons, entries and periods are named in sentences.

use crate::determine::evaluate::{Route, Who};
use crate::model::{End, Entry, InForce, Rulebook};
use crate::{Date, Period, Person, Text, filled};

/// What `{…}` in the texts of conditions and caveats can stand for.
pub(crate) const PLACEHOLDERS: [&str; 12] = [
    "discloser",
    "recipient",
    "discloser-entry",
    "recipient-entry",
    "discloser-period",
    "recipient-period",
    "objective",
    "gateway",
    "objective-period",
    "gateway-period",
    "date",
    "law-date",
];

/// The name of a person on a day.
pub(crate) fn display(book: &Rulebook, person: &Person, on: Date) -> String {
    let body = |id: &str| {
        let entry = book.entries.iter().find(|entry| entry.id == id);
        entry
            .and_then(|entry| entry.nearest(on))
            .map_or_else(|| id.to_owned(), |version| version.display(on))
    };
    match person {
        Person::Body { id, name } => match name {
            Some(name) if !name.trim().is_empty() => name.clone(),
            _ => body(id),
        },
        Person::Provider { to } => filled(
            &phrase(book, "provider-name", "a service provider to {body}"),
            &[("{body}", &body(to))],
        ),
        Person::NotListed(name) if name.trim().is_empty() => phrase(
            book,
            "not-listed-name",
            "an organisation that is not listed",
        ),
        Person::NotListed(name) => name.clone(),
    }
}

/// A text of the rulebook for a phrase that sentences are made of, else plain words.
fn phrase(book: &Rulebook, key: &str, otherwise: &str) -> String {
    book.says(key)
        .map_or_else(|| otherwise.to_owned(), Text::plain)
}

/// A text with its placeholders filled in.
pub(super) fn fill(route: &Route<'_, '_>, text: &Text) -> String {
    let plain = text.plain();
    if !plain.contains('{') {
        return plain;
    }
    let mut out = String::new();
    let mut rest = plain.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        match after.split_once('}') {
            Some((name, tail)) => {
                let value = value(route, name);
                // A sentence that starts with a name starts with a capital.
                if out.is_empty() || out.ends_with(". ") {
                    out.push_str(&capital(&value))
                } else {
                    out.push_str(&value)
                }
                rest = tail;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// With a capital, if it starts with a letter of English: the tables for all others are ten kilobytes.
fn capital(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

fn value(route: &Route<'_, '_>, name: &str) -> String {
    let book = route.evaluation.book;
    let on = route.evaluation.on;
    let who = |end: End| route.evaluation.who(end);
    match name {
        "discloser" | "recipient" => {
            let end = if name == "discloser" {
                End::Discloser
            } else {
                End::Recipient
            };
            let open = if end == End::Discloser {
                phrase(book, "the-discloser", "the discloser")
            } else {
                phrase(book, "the-recipient", "the recipient")
            };
            who(end).map_or(open, |who| display(book, who.person, on))
        }
        "discloser-entry" => entry_name(route, who(End::Discloser)),
        "recipient-entry" => entry_name(route, who(End::Recipient)),
        "discloser-period" => entry_period(route, who(End::Discloser)),
        "recipient-period" => entry_period(route, who(End::Recipient)),
        "objective" => route
            .objective
            .map(|objective| objective.title.plain())
            .unwrap_or_default(),
        "gateway" => route.gateway.title.plain(),
        "objective-period" => route
            .objective
            .map(|objective| in_force_period(book, &objective.in_force))
            .unwrap_or_default(),
        "gateway-period" => in_force_period(book, &route.gateway.in_force),
        "date" => on.to_string(),
        "law-date" => book
            .law_as_at
            .map(|date| date.to_string())
            .unwrap_or_default(),
        _ => String::new(),
    }
}

/// Such as "paragraph 10 of Schedule 4".
fn entry_name(route: &Route<'_, '_>, who: Option<Who<'_>>) -> String {
    let Some(entry) = who.and_then(|who| route.entries(who).first().copied()) else {
        return String::new();
    };
    let schedules = &route.evaluation.book.schedules;
    let Some(schedule) = entry.schedule.and_then(|index| schedules.get(index)) else {
        return String::new();
    };
    if schedule.entry_name.is_empty() {
        return format!("{} {}", schedule.title.plain(), entry.label);
    }
    filled(&schedule.entry_name.plain(), &[("{label}", &entry.label)])
}

/// Such as "from 1 May 2018 until 31 March 2023": of the text nearest to the day.
fn entry_period(route: &Route<'_, '_>, who: Option<Who<'_>>) -> String {
    let on = route.evaluation.on;
    let entries = who.map(|who| route.entries(who)).unwrap_or_default();
    let missing = entries
        .iter()
        .find(|entry| entry.on(on).is_none())
        .or(entries.first());
    missing
        .and_then(|entry: &&Entry| entry.period())
        .map(|found| period(route.evaluation.book, found))
        .unwrap_or_default()
}

fn in_force_period(book: &Rulebook, in_force: &[InForce]) -> String {
    in_force
        .iter()
        .find(|in_force| in_force.unsettled.is_none())
        .map(|in_force| period(book, in_force.period))
        .unwrap_or_default()
}

fn period(book: &Rulebook, period: Period) -> String {
    let (id, form) = match period.until {
        None => ("period-from", "from {from}"),
        Some(_) => ("period-until", "from {from} until {until}"),
    };
    let until = period.until.map(|day| day.to_string()).unwrap_or_default();
    let from = period.from.to_string();
    filled(
        &phrase(book, id, form),
        &[("{from}", &from), ("{until}", &until)],
    )
}
