//! An organisation with all of its names, and how well a name fits.

use wicketgate_engine::model::{EntryKind, Index, Rulebook, Version};
use wicketgate_engine::{Date, Text};

use super::Target;
use super::body::described;
use super::spelling::{contains, every_word_begins_one, fold};
use crate::content::{Words, fill};

/// Something that may be found.
#[derive(Debug)]
pub(super) struct Candidate {
    /// What it is.
    pub(super) target: Target,
    /// Its name on the day.
    pub(super) label: String,
    /// Said of it whatever was typed.
    pub(super) always: Option<String>,
    /// All its names, the first of them the label.
    pub(super) names: Vec<Name>,
}

/// A name of it.
#[derive(Debug)]
pub(super) struct Name {
    /// The name as it is compared.
    pub(super) folded: String,
    /// Said when this name is what was typed; none for the label itself.
    pub(super) detail: Option<String>,
}

/// How well a name fits; the least is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// It is this name.
    Exact,
    /// It is how this name begins.
    Start,
    /// Every word of it begins one of this name.
    Words,
    /// This name stands in it.
    Inside,
}

impl Candidate {
    /// How well one of its names fits what was typed.
    pub(super) fn fit(&self, name: &Name, typed: &str) -> Option<Fit> {
        if name.folded == typed {
            return Some(Fit::Exact);
        }
        if name.folded.starts_with(typed) {
            return Some(Fit::Start);
        }
        if every_word_begins_one(typed, &name.folded) {
            return Some(Fit::Words);
        }
        // An unlisted kind of body may stand inside a longer name; a listed body never may.
        let elsewhere = matches!(self.target, Target::Elsewhere(_));
        (elsewhere && contains(typed, &name.folded)).then_some(Fit::Inside)
    }
}

/// A body of the schedules with the names it has, had and will have.
pub(super) fn listed(book: &Rulebook, body: Index, on: Date, words: &Words) -> Option<Candidate> {
    let (entry, current) = described(book, body, on)?;
    let label = current.display(on);
    let mut names = vec![Name {
        folded: fold(&label),
        detail: None,
    }];
    let persons = book.entries.iter();
    let persons = persons.filter(|entry| entry.kind == EntryKind::Person);
    for (entry, version) in
        persons.flat_map(|entry| entry.versions.iter().map(move |one| (entry, one)))
    {
        // Who took the place of another body is found by its name, too, but only since then.
        let former = version.period.until.is_some_and(|until| until < on);
        let taken_over = former && entry.body == body;
        let own = book.body_on(entry, version.period.from) == body;
        if !own && !taken_over {
            continue;
        }
        // A text of another time may have described someone else, so it says when that was.
        let then = (!std::ptr::eq(version, current)).then(|| {
            let name = full_name(version);
            match version.period.until {
                Some(until) if until < on => fill(
                    words.named_until,
                    &[("{date}", &words.date(until)), ("{name}", &name)],
                ),
                _ => fill(
                    words.named_from,
                    &[
                        ("{date}", &words.date(version.period.from)),
                        ("{name}", &name),
                    ],
                ),
            }
        });
        for name in version
            .short
            .iter()
            .map(Text::plain)
            .chain(version.also.iter().cloned())
        {
            let detail = then.clone().unwrap_or_else(|| name.clone());
            push(&mut names, &name, detail);
        }
        for named in &version.names {
            let name = named.name.plain();
            let former = !named.period.contains(on) && named.period.until.is_some();
            let detail = match &then {
                Some(then) => then.clone(),
                None if former => fill(words.formerly, &[("{name}", &name)]),
                None => name.clone(),
            };
            push(&mut names, &name, detail);
        }
    }
    let always = match entry.on(on) {
        Some(_) => None,
        None if current.period.from > on => Some(fill(
            words.listed_from,
            &[("{date}", &words.date(current.period.from))],
        )),
        None => current
            .period
            .until
            .map(|until| fill(words.listed_until, &[("{date}", &words.date(until))])),
    };
    Some(Candidate {
        target: Target::Body(body),
        label,
        always,
        names,
    })
}

/// What a text of another time called somebody.
fn full_name(version: &Version) -> String {
    let exact = version.names.last().map(|named| &named.name);
    version
        .short
        .as_ref()
        .or(exact)
        .map(Text::plain)
        .unwrap_or_default()
}

/// Somebody who is in no schedule.
pub(super) fn other(target: Target, name: &Text, always: String, also: &[String]) -> Candidate {
    let label = name.plain();
    let mut names = vec![Name {
        folded: fold(&label),
        detail: None,
    }];
    also.iter()
        .for_each(|name| push(&mut names, name, name.clone()));
    Candidate {
        target,
        label,
        always: Some(always),
        names,
    }
}

/// Adds a name that is not there yet.
fn push(names: &mut Vec<Name>, name: &str, detail: String) {
    let folded = fold(name);
    if names.iter().all(|known| known.folded != folded) {
        names.push(Name {
            folded,
            detail: Some(detail),
        });
    }
}
