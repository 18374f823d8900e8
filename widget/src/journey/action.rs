//! What a person, the browser or the page around can do to a journey.

use std::rc::Rc;

use wicketgate_engine::Plain;
use wicketgate_engine::model::Rulebook;
use yew::AttrValue;

use super::page::{Page, StepKind};
use super::place::Entry;
use super::walk::{At, Examined};

/// Something that is done to a journey.
#[derive(Clone, Debug)]
pub(crate) enum Action {
    /// Begins with the questions.
    Begin,
    /// Chooses a radio.
    Choose(AttrValue),
    /// Changes which boxes are ticked.
    Tick(Vec<AttrValue>),
    /// Types into a field.
    Type(usize, String),
    /// Selects a suggestion, with its name.
    Pick(AttrValue, AttrValue),
    /// Sends the page.
    Send,
    /// Goes to a further step of finding an organisation.
    Turn(StepKind),
    /// Goes back one page.
    Back,
    /// Changes an answer.
    Change(At),
    /// Wants an objective decided that is still open.
    Examine(Examined),
    /// Wants to be asked what decides only what goes with the outcome.
    Further,
    /// Adds a leg beside one that is there.
    Add(usize, Beside),
    /// Removes a leg.
    Remove(usize),
    /// Goes to a page.
    Go(Page),
    /// Opens a file; none if it is no JSON.
    Read(Option<Rc<Plain>>),
    /// Goes on with the answers of the file that was opened.
    UseOpened,
    /// Lays the answers here and those of the file side by side.
    Compare,
    /// Says what came of something, such as of copying.
    Say(&'static str),
    /// Goes where the browser's history went.
    Land(Entry),
    /// Starts afresh.
    StartAgain,
    /// Goes on with another rulebook.
    Adopt(Rc<Rulebook>),
    /// Asks again for what comes after the first question.
    Bring,
    /// Goes on with what comes after the first question.
    Arrive,
}

/// How a new leg goes on from one that is there, so that nothing is typed twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Beside {
    /// The same discloser gives to somebody else.
    Recipient,
    /// Somebody else gives to the same recipient.
    Discloser,
    /// The recipient gives something back.
    Back,
}
