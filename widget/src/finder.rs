//! Finds an organisation by any usual name, without ever taking an unlisted one for a listed one.
//!
//! A name fits only if every word typed begins a word of that name. What fits nothing is never rounded to the nearest
//! name: a word such as "council" in it leads to "which kind?", and a known unlisted body to the page that says so.

mod body;
mod candidate;
mod spelling;
mod target;
#[cfg(test)]
mod tests;

use wicketgate_engine::Date;
use wicketgate_engine::model::{Index, Rulebook};

use self::candidate::{Candidate, Fit, listed, other};
use self::spelling::{contains, fold};
use crate::components::ComboOption;
use crate::content::{Words, fill};

pub(crate) use self::body::{body_name, is_class, usual_names};
pub(crate) use self::target::{Target, choice};

/// All names of all organisations, as they are on one day.
#[derive(Debug, Default)]
pub(crate) struct Finder {
    candidates: Vec<Candidate>,
    /// For each word for a kind, such as "council", how it is written.
    kinds: Vec<(Index, Vec<String>)>,
}

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
