//! Finds an organisation by any usual name, without ever taking an unlisted one for a listed one.
//!
//! A name fits only if every word typed begins a word of that name. What fits nothing is never rounded to the nearest
//! name: a word such as "council" in it leads to "which kind?", and a known unlisted body to the page that says so.

use wicketgate_engine::model::{EntryKind, Index, KindChoice, Rulebook, Version};
use wicketgate_engine::{Date, Text};
use yew::AttrValue;

use crate::components::ComboOption;
use crate::content::{Words, fill};

/// What a name leads to; each an index into the rulebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A body of the schedules.
    Body(Index),
    /// A part of a listed body.
    Agency(Index),
    /// A body that no schedule lists.
    Elsewhere(Index),
    /// A word such as "council".
    Kind(Index),
}

impl Target {
    /// As the value of a field.
    pub(crate) fn value(self) -> AttrValue {
        let (letter, index) = match self {
            Self::Body(index) => ('b', index),
            Self::Agency(index) => ('a', index),
            Self::Elsewhere(index) => ('e', index),
            Self::Kind(index) => ('k', index),
        };
        let mut value = String::from(letter);
        value.push_str(&index.to_string());
        value.into()
    }

    /// From the value of a field.
    pub(crate) fn from_value(value: &str) -> Option<Self> {
        let index = value.get(1..)?.parse().ok()?;
        Some(match value.chars().next()? {
            'b' => Self::Body(index),
            'a' => Self::Agency(index),
            'e' => Self::Elsewhere(index),
            'k' => Self::Kind(index),
            _ => return None,
        })
    }
}

/// All names of all organisations, as they are on one day.
#[derive(Debug, Default)]
pub(crate) struct Finder {
    candidates: Vec<Candidate>,
    kinds: Vec<(Index, Vec<String>)>,
}

#[derive(Debug)]
struct Candidate {
    target: Target,
    label: String,
    /// Said of it whatever was typed.
    always: Option<String>,
    names: Vec<Name>,
}

#[derive(Debug)]
struct Name {
    folded: String,
    /// Said when this name is what was typed; none for the label itself.
    detail: Option<String>,
}

/// How well a name fits; the least is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Exact,
    Start,
    Words,
    Inside,
}

/// Words that carry no meaning in a name.
const IDLE: [&str; 8] = ["a", "an", "and", "for", "in", "of", "the", "to"];

impl Finder {
    /// The names on a day.
    pub(crate) fn new(book: &Rulebook, on: Date, words: &Words) -> Self {
        let mut candidates: Vec<Candidate> = (0..book.bodies.len())
            .filter_map(|body| listed(book, body, on, words))
            .collect();
        candidates.extend(book.agencies.iter().enumerate().map(|(index, agency)| {
            let always = fill(
                words.part_of,
                &[("{body}", &body_name(book, agency.of, on))],
            );
            other(Target::Agency(index), &agency.name, always, &agency.also)
        }));
        candidates.extend(book.elsewhere.iter().enumerate().map(|(index, body)| {
            let always = words.not_listed.to_owned();
            other(Target::Elsewhere(index), &body.name, always, &body.also)
        }));
        let kinds = book.words.iter().enumerate();
        let kinds =
            kinds.map(|(index, kind)| (index, kind.words.iter().map(|word| fold(word)).collect()));
        Self {
            candidates,
            kinds: kinds.collect(),
        }
    }

    /// What to suggest for a text, the best first.
    pub(crate) fn suggest(&self, typed: &str, book: &Rulebook, words: &Words) -> Vec<ComboOption> {
        let folded = fold(typed);
        if folded.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(Fit, ComboOption)> = Vec::new();
        for candidate in &self.candidates {
            let best = candidate
                .names
                .iter()
                .filter_map(|name| Some((candidate.fit(name, &folded)?, name)));
            let Some((fit, name)) = best.min_by_key(|(fit, _)| *fit) else {
                continue;
            };
            let detail = candidate.always.as_ref().or(name.detail.as_ref());
            found.push((
                fit,
                ComboOption {
                    value: candidate.target.value(),
                    label: candidate.label.clone().into(),
                    detail: detail.map(|detail| detail.clone().into()),
                },
            ));
        }
        if let Some(kind) = self.kind(&folded)
            && let Some(word) = book.words.get(kind)
        {
            let option = ComboOption {
                value: Target::Kind(kind).value(),
                label: word.asks.plain().into(),
                detail: Some(fill(words.choose_kind, &[("{name}", typed.trim())]).into()),
            };
            // After a body of exactly this name, and before those that merely have these words.
            let exact = found.iter().any(|(fit, _)| *fit == Fit::Exact);
            found.push((if exact { Fit::Start } else { Fit::Exact }, option));
        }
        // Equals stay in the order of the rules. Taking each rank in turn is smaller than a sort.
        let mut options = Vec::with_capacity(found.len());
        for rank in [Fit::Exact, Fit::Start, Fit::Words, Fit::Inside] {
            for (fit, option) in &found {
                if *fit == rank {
                    options.push(option.clone());
                }
            }
        }
        options
    }

    /// What a text means by itself, with nothing selected; none if it is no known name.
    pub(crate) fn exactly(&self, typed: &str) -> Option<Target> {
        let folded = fold(typed);
        let mut exact = self.candidates.iter().filter_map(|candidate| {
            let at = candidate
                .names
                .iter()
                .position(|name| name.folded == folded)?;
            // A usual name of an unlisted kind, such as "trust", may also be that of a listed one.
            let own = at == 0 || !matches!(candidate.target, Target::Elsewhere(_));
            Some((candidate.target, own))
        });
        let first = exact.next();
        let only = exact.next().is_none();
        let kind = self.kind(&folded).map(Target::Kind);
        match first {
            Some((target, own)) if only && (own || kind.is_none()) => Some(target),
            _ => kind,
        }
    }

    /// What a text means when nothing was selected, even if it is no known name as a whole.
    pub(crate) fn resolve(&self, typed: &str) -> Option<Target> {
        self.exactly(typed).or_else(|| {
            let folded = fold(typed);
            let inside = |candidate: &&Candidate| {
                matches!(candidate.target, Target::Elsewhere(_))
                    && candidate
                        .names
                        .iter()
                        .any(|name| contains(&folded, &name.folded))
            };
            self.candidates
                .iter()
                .find(inside)
                .map(|candidate| candidate.target)
        })
    }

    /// Whether a text is a name of what it leads to, rather than that of one of many.
    pub(crate) fn is_name(&self, typed: &str, target: Target) -> bool {
        let folded = fold(typed);
        let known = |candidate: &Candidate| {
            candidate.target == target
                && candidate
                    .names
                    .iter()
                    .any(|name| name.folded.starts_with(&folded))
        };
        let kind = |(index, phrases): &(Index, Vec<String>)| {
            target == Target::Kind(*index) && phrases.contains(&folded)
        };
        self.candidates.iter().any(known) || self.kinds.iter().any(kind)
    }

    /// The kind whose longest word or words stand in a text.
    fn kind(&self, folded: &str) -> Option<Index> {
        let phrases = self
            .kinds
            .iter()
            .flat_map(|(index, phrases)| phrases.iter().map(move |phrase| (*index, phrase)));
        phrases
            .filter(|(_, phrase)| contains(folded, phrase))
            .max_by_key(|(_, phrase)| phrase.len())
            .map(|(index, _)| index)
    }
}

impl Candidate {
    fn fit(&self, name: &Name, typed: &str) -> Option<Fit> {
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
fn listed(book: &Rulebook, body: Index, on: Date, words: &Words) -> Option<Candidate> {
    let entries = || {
        book.entries
            .iter()
            .filter(move |entry| entry.body == body && entry.kind == EntryKind::Person)
    };
    let entry = entries()
        .find(|entry| entry.on(on).is_some())
        .or_else(|| entries().next())?;
    let current = entry.nearest(on)?;
    let label = current.display(on);
    let mut names = vec![Name {
        folded: fold(&label),
        detail: None,
    }];
    for version in entries().flat_map(|entry| &entry.versions) {
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

fn full_name(version: &Version) -> String {
    let exact = version.names.last().map(|named| &named.name);
    version
        .short
        .as_ref()
        .or(exact)
        .map(Text::plain)
        .unwrap_or_default()
}

fn other(target: Target, name: &Text, always: String, also: &[String]) -> Candidate {
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

fn push(names: &mut Vec<Name>, name: &str, detail: String) {
    let folded = fold(name);
    if names.iter().all(|known| known.folded != folded) {
        names.push(Name {
            folded,
            detail: Some(detail),
        });
    }
}

/// The name of a body for sentences, on a day.
pub(crate) fn body_name(book: &Rulebook, body: Index, on: Date) -> String {
    let entry = book
        .entries
        .iter()
        .find(|entry| entry.body == body && entry.kind == EntryKind::Person);
    entry
        .and_then(|entry| entry.nearest(on))
        .map(|version| version.display(on))
        .unwrap_or_default()
}

/// The usual names of a body on a day, for who does not know it by the words of the law.
pub(crate) fn usual_names(book: &Rulebook, body: Index, on: Date) -> String {
    let entry = book
        .entries
        .iter()
        .find(|entry| entry.body == body && entry.kind == EntryKind::Person);
    entry
        .and_then(|entry| entry.nearest(on))
        .map(|version| version.also.join(", "))
        .unwrap_or_default()
}

/// Whether a body is a class of organisations on a day.
pub(crate) fn is_class(book: &Rulebook, body: Index, on: Date) -> bool {
    let entry = book
        .entries
        .iter()
        .find(|entry| entry.body == body && entry.kind == EntryKind::Person);
    entry
        .and_then(|entry| entry.nearest(on))
        .is_some_and(|version| version.class)
}

/// What one of the choices behind a word leads to.
pub(crate) fn choice(choice: KindChoice) -> Target {
    match choice {
        KindChoice::Body(body) => Target::Body(body),
        KindChoice::Elsewhere(index) => Target::Elsewhere(index),
    }
}

/// Whether every word typed begins a word of a name; idle words count only where there are no others.
fn every_word_begins_one(typed: &str, name: &str) -> bool {
    let idle = |word: &&str| !IDLE.contains(word);
    let begins = |part: &str| name.split(' ').any(|word| word.starts_with(part));
    let mut telling = typed.split(' ').filter(idle).peekable();
    telling.peek().is_some() && telling.all(begins)
}

/// Whether words stand in a text, as whole words and in their order.
fn contains(text: &str, phrase: &str) -> bool {
    !phrase.is_empty()
        && text.match_indices(phrase).any(|(at, _)| {
            let before = text
                .get(..at)
                .is_none_or(|before| before.is_empty() || before.ends_with(' '));
            let after = text
                .get(at + phrase.len()..)
                .is_none_or(|after| after.is_empty() || after.starts_with(' '));
            before && after
        })
}

/// Small letters without accents, apostrophes or punctuation, and without an article in front.
///
/// Knows the letters of English and Welsh and those with accents that names here have; the tables for all letters
/// there are would be a tenth of the program.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        let plain = match letter {
            '’' | '\'' | '‘' | '.' | '\u{300}'..='\u{36f}' => continue,
            '&' => {
                folded.push_str(" and ");
                continue;
            }
            'à'..='å' | 'À'..='Å' => 'a',
            'ç' | 'Ç' => 'c',
            'è'..='ë' | 'È'..='Ë' => 'e',
            'ì'..='ï' | 'Ì'..='Ï' => 'i',
            'ñ' | 'Ñ' => 'n',
            'ò'..='ö' | 'Ò'..='Ö' => 'o',
            'ù'..='ü' | 'Ù'..='Ü' => 'u',
            'ŵ' | 'Ŵ' => 'w',
            'ý' | 'ÿ' | 'ŷ' | 'Ý' | 'Ŷ' => 'y',
            letter if letter.is_ascii_alphanumeric() => letter.to_ascii_lowercase(),
            letter if letter.is_ascii() || letter == '–' || letter == '\u{a0}' => ' ',
            letter => letter,
        };
        folded.push(plain);
    }
    let mut words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let article = |first: &&str| ["a", "an", "the"].contains(first);
    if words.len() > 1 && words.first().is_some_and(article) {
        words.remove(0);
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{book, day};

    fn found(typed: &str) -> Vec<String> {
        let (book, words) = (book(), Words::of("en"));
        let finder = Finder::new(&book, day("2026-03-01"), words);
        finder
            .suggest(typed, &book, words)
            .into_iter()
            .map(|option| option.label.to_string())
            .collect()
    }

    fn meant(typed: &str) -> Option<Target> {
        Finder::new(&book(), day("2026-03-01"), Words::of("en")).resolve(typed)
    }

    #[test]
    fn usual_names_acronyms_and_former_names_are_found() {
        for (typed, label) in [
            ("HMRC", "HM Revenue and Customs"),
            ("hmrc", "HM Revenue and Customs"),
            ("h.m.r.c.", "HM Revenue and Customs"),
            ("her majesty's rev", "HM Revenue and Customs"),
            ("his majesty’s revenue & customs", "HM Revenue and Customs"),
            ("DESNZ", "Department for Energy Security and Net Zero"),
            ("work pensions", "Department for Work and Pensions"),
            (
                "Levelling",
                "Ministry of Housing, Communities and Local Government",
            ),
            ("GLA", "Greater London Authority"),
            ("DVLA", "Driver and Vehicle Licensing Agency"),
        ] {
            assert_eq!(
                found(typed).first().map(String::as_str),
                Some(label),
                "{typed}"
            );
        }
    }

    #[test]
    fn a_body_that_is_not_listed_never_becomes_a_listed_one() {
        for typed in [
            "Police Scotland",
            "Kent Parish Council",
            "Leeds Teaching Hospitals NHS Trust",
            "Leeds City Council",
            "NHS trust",
            "Belfast City Council",
            "HM Treasury",
            "Scottish Fire",
            "council",
            "police",
        ] {
            assert!(
                !matches!(meant(typed), Some(Target::Body(_) | Target::Agency(_))),
                "{typed}: {:?}",
                meant(typed)
            );
            assert!(meant(typed).is_some(), "{typed}");
        }
        for typed in [
            "HRMC",
            "Greater Manchester Widgets",
            "a",
            "the",
            "Acme Trading",
            "",
        ] {
            assert_eq!(meant(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_word_for_a_kind_asks_which() {
        let first = |typed: &str| found(typed).first().cloned().unwrap_or_default();
        assert_eq!(first("council"), "Which kind of council?");
        assert_eq!(first("Leeds City Council"), "Which kind of council?");
        assert_eq!(first("Police Scotland"), "Police Scotland");
        assert_eq!(
            found("Velindre NHS Trust").first().map(String::as_str),
            Some("Which kind of health body?")
        );
    }

    #[test]
    fn accents_and_articles_do_not_matter() {
        assert_eq!(fold("The Môn  Council’s"), "mon councils");
        assert_eq!(fold("the"), "the");
    }
}
