//! Truth when some answers are still open and some can never be had.
//!
//! An open answer will be given yet; an unanswerable one will not, because the law is unsettled or
//! the person does not know. A test is therefore judged twice: is it *certain*, that is met however
//! the unanswerable turn out, and is it *possible*, that is met for some way they might turn out?
//! Each judgement is itself unknown while open answers can change it.
//!
//! | certain | possible | [`Verdict`] |
//! |---|---|---|
//! | yes | yes | `Met` |
//! | no | no | `NotMet` |
//! | no | yes | `Unsettled`: the unanswerable decide |
//! | otherwise | | `Unknown`: open answers decide |
//!
//! Both columns follow Kleene's strong three-valued logic (S. C. Kleene, *Introduction to
//! Metamathematics*, 1952, section 64). Negation swaps them.

use serde::Serialize;

/// What is known of a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Truth {
    certain: Option<bool>,
    possible: Option<bool>,
}

/// A [`Truth`] as people are told of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The test is met whatever else is answered.
    Met,
    /// The test is not met whatever else is answered.
    NotMet,
    /// The test turns on what no one can answer here.
    Unsettled,
    /// The test turns on answers that are still open.
    Unknown,
}

impl Truth {
    /// Met.
    pub const MET: Self = Self {
        certain: Some(true),
        possible: Some(true),
    };
    /// Not met.
    pub const NOT_MET: Self = Self {
        certain: Some(false),
        possible: Some(false),
    };
    /// Turns on what cannot be answered.
    pub const UNSETTLED: Self = Self {
        certain: Some(false),
        possible: Some(true),
    };
    /// Turns on an open answer.
    pub const UNKNOWN: Self = Self {
        certain: None,
        possible: None,
    };

    /// From the two judgements, each of which may be unknown.
    pub(crate) fn judged(certain: Option<bool>, possible: Option<bool>) -> Self {
        Self { certain, possible }
    }

    /// Met or not met.
    pub fn of(met: bool) -> Self {
        if met { Self::MET } else { Self::NOT_MET }
    }

    /// What people are told.
    pub fn verdict(self) -> Verdict {
        match (self.certain, self.possible) {
            (Some(true), _) => Verdict::Met,
            (_, Some(false)) => Verdict::NotMet,
            (Some(false), Some(true)) => Verdict::Unsettled,
            _ => Verdict::Unknown,
        }
    }

    /// Whether it is met or not, where nothing can change that any more.
    pub(crate) fn settled(self) -> Option<bool> {
        match self.verdict() {
            Verdict::Met => Some(true),
            Verdict::NotMet => Some(false),
            Verdict::Unsettled | Verdict::Unknown => None,
        }
    }

    /// Whether no open answer can change it.
    pub fn is_determined(self) -> bool {
        self.verdict() != Verdict::Unknown
    }

    /// Whether finding out more about this can change a whole that it is part of.
    pub(crate) fn can_change(self, whole: Self) -> bool {
        (whole.certain.is_none() && self.certain.is_none())
            || (whole.possible.is_none() && self.possible.is_none())
    }

    /// Met if the test is not.
    #[must_use]
    pub fn negated(self) -> Self {
        Self {
            certain: self.possible.map(|possible| !possible),
            possible: self.certain.map(|certain| !certain),
        }
    }

    /// Met if at least `count` of the tests are; `all` and `any` are the two ends of this scale.
    pub fn at_least(count: usize, truths: impl IntoIterator<Item = Self>) -> Self {
        let mut counted = Counted::new(count, 0);
        for truth in truths {
            counted.total += 1;
            counted.add(truth);
        }
        counted.truth()
    }

    /// Met if every test is.
    pub fn all(truths: impl IntoIterator<Item = Self>) -> Self {
        truths.into_iter().fold(Self::MET, Self::and)
    }

    /// Met if some test is.
    pub fn any(truths: impl IntoIterator<Item = Self>) -> Self {
        Self::at_least(1, truths)
    }

    /// Met if both are.
    #[must_use]
    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            certain: and(self.certain, other.certain),
            possible: and(self.possible, other.possible),
        }
    }
}

/// How many tests of some were found to be met, and how many not.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Counted {
    count: usize,
    total: usize,
    certain: [usize; 2],
    possible: [usize; 2],
}

impl Counted {
    /// For at least so many of so many.
    pub(crate) fn new(count: usize, total: usize) -> Self {
        Self {
            count,
            total,
            certain: [0; 2],
            possible: [0; 2],
        }
    }

    /// Takes in one more.
    pub(crate) fn add(&mut self, truth: Truth) {
        tally(&mut self.certain, truth.certain);
        tally(&mut self.possible, truth.possible);
    }

    /// Whether those that are left cannot change it: what is certain is possible, too.
    pub(crate) fn decided(&self) -> bool {
        let ([_, yes], [no, _]) = (self.certain, self.possible);
        yes >= self.count || self.total - no < self.count
    }

    /// What is known by now.
    pub(crate) fn truth(&self) -> Truth {
        let judge = |[no, yes]: [usize; 2]| match () {
            () if yes >= self.count => Some(true),
            () if self.total - no < self.count => Some(false),
            () => None,
        };
        Truth {
            certain: judge(self.certain),
            possible: judge(self.possible),
        }
    }
}

fn tally([no, yes]: &mut [usize; 2], judged: Option<bool>) {
    *yes += usize::from(judged == Some(true));
    *no += usize::from(judged == Some(false));
}

fn and(one: Option<bool>, other: Option<bool>) -> Option<bool> {
    match (one, other) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EACH: [Truth; 4] = [Truth::MET, Truth::NOT_MET, Truth::UNSETTLED, Truth::UNKNOWN];

    #[test]
    fn all_any_and_not_agree_with_de_morgan() {
        for one in EACH {
            for other in EACH {
                assert_eq!(
                    Truth::all([one, other]).negated(),
                    Truth::any([one.negated(), other.negated()])
                );
                assert_eq!(Truth::all([one, other]), Truth::at_least(2, [one, other]));
            }
        }
    }

    #[test]
    fn what_cannot_be_answered_matters_only_where_it_decides() {
        assert_eq!(
            Truth::all([Truth::UNSETTLED, Truth::NOT_MET]).verdict(),
            Verdict::NotMet
        );
        assert_eq!(
            Truth::any([Truth::UNSETTLED, Truth::MET]).verdict(),
            Verdict::Met
        );
        assert_eq!(
            Truth::all([Truth::UNSETTLED, Truth::MET]).verdict(),
            Verdict::Unsettled
        );
        assert_eq!(
            Truth::all([Truth::UNSETTLED, Truth::UNKNOWN]).verdict(),
            Verdict::Unknown
        );
    }

    #[test]
    fn counting_is_decided_as_soon_as_it_can_be() {
        let two = |truths: &[Truth]| Truth::at_least(2, truths.iter().copied()).verdict();
        assert_eq!(two(&[Truth::MET, Truth::MET, Truth::UNKNOWN]), Verdict::Met);
        assert_eq!(
            two(&[Truth::MET, Truth::NOT_MET, Truth::NOT_MET]),
            Verdict::NotMet
        );
        assert_eq!(
            two(&[Truth::MET, Truth::UNSETTLED, Truth::NOT_MET]),
            Verdict::Unsettled
        );
        assert_eq!(
            two(&[Truth::MET, Truth::UNKNOWN, Truth::NOT_MET]),
            Verdict::Unknown
        );
    }
}
