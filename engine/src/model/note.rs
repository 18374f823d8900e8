//! What goes with an answer: duties, steps, sibling gateways, benefits, misconceptions, holdings.

use serde::Serialize;

use crate::model::{Cite, Index, Test};
use crate::{Date, Outcome, Text};

/// Something to know with an answer, or beside a question.
#[derive(Clone, Debug)]
pub struct Note {
    /// What kind of thing it is.
    pub kind: NoteKind,
    /// Its name.
    pub id: String,
    /// What it says in one line.
    pub title: Text,
    /// More on it.
    pub says: Option<Text>,
    /// With which outcomes it is said; with any where none is named.
    pub with: Vec<Outcome>,
    /// Under which gateways and objectives; under any where none is named.
    pub under: Vec<Under>,
    /// When it is said; always without a test.
    pub when: Option<Test>,
    /// Questions beside which it is said.
    pub at: Vec<Index>,
    /// The stage of the work it belongs to.
    pub stage: Option<String>,
    /// The paragraph of the code of practice; empty until someone has looked it up.
    pub code: Option<Text>,
    /// What decides whether it applies, each with its own sentence.
    pub checks: Vec<Check>,
    /// Where it was read, besides provisions.
    pub sources: Vec<Reading>,
    /// The day on which it was last seen to be so.
    pub seen: Option<Date>,
    /// The provisions behind it.
    pub cites: Vec<Cite>,
}

/// A test that is told with a note.
#[derive(Clone, Debug)]
pub struct Check {
    /// What is tested.
    pub text: Text,
    /// The test.
    pub test: Test,
    /// The provisions behind it.
    pub cites: Vec<Cite>,
}

/// A page that is not law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// Its title.
    pub title: String,
    /// Where it is, by `https` or `http`.
    pub link: String,
}

/// A gateway or an objective.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Under {
    /// A gateway.
    Gateway(Index),
    /// An objective.
    Objective(Index),
}

/// What kind of thing a note is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteKind {
    /// What the law requires, forbids or allows once information is shared.
    Duty,
    /// Something to do next.
    Step,
    /// Another gateway that may serve.
    Sibling,
    /// What others achieved, or what not sharing costs.
    Benefit,
    /// A mistaken belief, put right.
    Misconception,
    /// Which data registered agreements share, and who holds them.
    Holding,
    /// Who can be asked, and who can change the law.
    Contact,
    /// What would have to change where nothing fits.
    Change,
    /// Words to copy into a document.
    Wording,
    /// What a gateway would add to the power that a share rests on now.
    Adds,
    /// What it would leave as it is.
    Leaves,
}

impl NoteKind {
    /// Every kind.
    pub const ALL: [Self; 11] = [
        Self::Duty,
        Self::Step,
        Self::Sibling,
        Self::Benefit,
        Self::Misconception,
        Self::Holding,
        Self::Contact,
        Self::Change,
        Self::Wording,
        Self::Adds,
        Self::Leaves,
    ];

    /// The word for it in rule files and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Duty => "duty",
            Self::Step => "step",
            Self::Sibling => "sibling",
            Self::Benefit => "benefit",
            Self::Misconception => "misconception",
            Self::Holding => "holding",
            Self::Contact => "contact",
            Self::Change => "change",
            Self::Wording => "wording",
            Self::Adds => "adds",
            Self::Leaves => "leaves",
        }
    }
}
