//! The pages of the journey. How each is shown is in the files named after them.

use wicketgate_engine::model::Index;

use super::walk::At;
use crate::finder::Target;

/// One page of the journey.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Page {
    /// What the check is.
    Start,
    /// A question.
    Ask(At),
    /// The day, for the question that asks for one.
    Day(At),
    /// A further step of finding the organisation that a question asks for.
    Find(At, Step),
    /// All answers.
    Check,
    /// The result.
    Outcome,
    /// The result in forms to take away.
    Take,
    /// A note beside an answer.
    Note(At),
    /// A saved answer to open.
    Open,
    /// A saved answer that was opened and asked again.
    Opened,
    /// Two sides beside each other.
    Compare,
    /// Who is listed, apart from any share.
    Explore(Explore),
}

/// A page on who is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Explore {
    /// Finds an organisation.
    Find,
    /// What is known of one, or what a word may mean.
    Show(Target),
    /// Everyone at once.
    Matrix,
}

/// A step of finding an organisation.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Step {
    /// What is asked.
    pub(crate) kind: StepKind,
    /// Whether it is for the customer of the organisation that is wanted.
    pub(crate) customer: bool,
    /// The name that was typed before, as far as it is one to keep.
    pub(crate) typed: String,
}

/// What a step of finding an organisation asks.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum StepKind {
    /// For whom it provides services.
    Customer,
    /// What it is called, because it is in no list.
    Unlisted,
    /// Whether it is part of its parent.
    Agency(Index),
    /// What to do with one that is not listed.
    Elsewhere(Index),
    /// Which kind it is.
    Kind(Index),
    /// Which one of a class.
    Which(Index),
}
