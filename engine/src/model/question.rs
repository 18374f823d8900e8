//! Questions and what may be answered.

use serde::Serialize;

use crate::model::{Cite, Index};
use crate::{Answer, Text};

/// A question.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its name, under which answers are kept.
    pub id: String,
    /// What may be answered.
    pub kind: AnswerKind,
    /// Whose answer it is.
    pub scope: Scope,
    /// The question.
    pub text: Text,
    /// One sentence of help.
    pub hint: Option<Text>,
    /// Why it is asked.
    pub why: Option<Text>,
    /// What is said when nothing was answered.
    pub error: Option<Text>,
    /// The label of an answer that chooses nothing.
    pub none: Option<Text>,
    /// The options; for yes or no these are `yes` and `no`.
    pub options: Vec<Choice>,
    /// The list the options come from.
    pub list: Option<Index>,
    /// Whether a person could make the answer another by changing the share.
    pub changeable: bool,
    /// Only what is chosen there can be chosen here.
    pub among: Option<Index>,
    /// The group, an index into the rulebook's groups.
    pub group: Index,
    /// The law behind it.
    pub cites: Vec<Cite>,
}

/// One of the answers of a question.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Its name.
    pub id: String,
    /// What is shown.
    pub text: Text,
    /// One sentence of help.
    pub hint: Option<Text>,
    /// The law behind it.
    pub cites: Vec<Cite>,
}

/// What may be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerKind {
    /// Yes or no.
    YesNo,
    /// One option.
    Choice,
    /// Any number of options.
    Several,
    /// An organisation.
    Person,
    /// A day.
    Date,
}

/// Whose answer it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// The whole proposal's.
    Proposal,
    /// A leg's.
    Leg,
    /// The discloser's.
    Discloser,
    /// The recipient's.
    Recipient,
}

impl Question {
    /// The index of an option.
    pub fn option(&self, id: &str) -> Option<Index> {
        self.options.iter().position(|option| option.id == id)
    }

    /// Whether an answer says nothing of some option, so that it is still open whether that is chosen.
    pub fn leaves_open(&self, answer: &Answer) -> bool {
        match answer {
            Answer::Several {
                options,
                others: None,
            } => self
                .options
                .iter()
                .any(|option| options.get(&option.id).is_none()),
            _ => false,
        }
    }
}
