//! What helps a person find an organisation.

use crate::Text;
use crate::model::{Cite, Index};

/// A part of a body that people know by a name of its own.
#[derive(Clone, Debug)]
pub struct Agency {
    /// Its name in rule files.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Usual names and acronyms.
    pub also: Vec<String>,
    /// The body it is part of.
    pub of: Index,
    /// What to confirm.
    pub says: Option<Text>,
}

/// A body that people look for and that no schedule of this rulebook lists.
#[derive(Clone, Debug)]
pub struct Elsewhere {
    /// Its name in rule files.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Usual names and acronyms.
    pub also: Vec<String>,
    /// Why it is not listed, and what to do.
    pub says: Text,
    /// The law behind it.
    pub cites: Vec<Cite>,
}

/// Words such as "council" that lead to a choice of bodies.
#[derive(Clone, Debug)]
pub struct KindWord {
    /// The words, in small letters.
    pub words: Vec<String>,
    /// The question they lead to.
    pub asks: Text,
    /// What to choose from.
    pub among: Vec<KindChoice>,
}

/// One of the organisations that a word may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KindChoice {
    /// A body of the schedules.
    Body(Index),
    /// One that no schedule lists.
    Elsewhere(Index),
}
