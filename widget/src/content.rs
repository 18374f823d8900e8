//! Every word of the widget that is not law, in one catalogue for each language.
//!
//! Law, and every word that depends on it, comes from rule files. `{…}` in a text is filled in by [`fill`].

mod catalogue;
mod english;
mod fill;
#[cfg(test)]
mod tests;

#[cfg(any(test, feature = "pseudo"))]
use std::sync::OnceLock;

use wicketgate_engine::{Outcome, Verdict};
#[cfg(any(test, feature = "pseudo"))]
use wicketgate_engine::{PSEUDO, pseudo};

pub(crate) use self::catalogue::Words;
use self::english::ENGLISH;
pub(crate) use self::fill::{fill, joined};

/// The language that the law is written in.
pub(crate) const LAW: &str = "en";

/// The pseudo-language, once it is asked for.
#[cfg(any(test, feature = "pseudo"))]
static PSEUDO_WORDS: OnceLock<Words> = OnceLock::new();

impl Words {
    /// The words for a language; English where there are none.
    pub(crate) fn of(lang: &str) -> &'static Self {
        #[cfg(any(test, feature = "pseudo"))]
        if lang == PSEUDO {
            return PSEUDO_WORDS.get_or_init(|| ENGLISH.each(PSEUDO, |text| pseudo(text).leak()));
        }
        let _ = lang;
        &ENGLISH
    }

    /// What is known of a test, in a word or two.
    pub(crate) fn truth(&self, truth: Verdict) -> &'static str {
        let [met, not_met, unsettled, unknown] = self.truths;
        match truth {
            Verdict::Met => met,
            Verdict::NotMet => not_met,
            Verdict::Unsettled => unsettled,
            Verdict::Unknown => unknown,
        }
    }

    /// An outcome in a few words.
    pub(crate) fn outcome(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Mixed => self.mixed,
            outcome => self.row_outcome(outcome),
        }
    }

    /// The outcome of one objective in a few words.
    pub(crate) fn row_outcome(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Fits => self.row_fits,
            Outcome::DoesNotFit => self.row_does_not_fit,
            Outcome::NeedsAdvice => self.row_needs_advice,
            Outcome::Undecided | Outcome::Mixed => self.row_undecided,
        }
    }

    /// A day in words, such as "1 March 2019".
    pub(crate) fn date(&self, date: wicketgate_engine::Date) -> String {
        let (year, month, day) = date.parts();
        let at = usize::from(month).saturating_sub(1);
        let month = self.months.get(at).copied().unwrap_or("");
        [&day.to_string(), month, &year.to_string()].join(" ")
    }
}
