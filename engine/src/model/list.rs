//! Lists whose items answers choose from, such as the factors of multiple disadvantages.

use crate::Text;
use crate::model::{Cite, Test};

/// A list of items.
#[derive(Clone, Debug)]
pub struct List {
    /// Its name.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Whether nothing else counts (`definitive`), or the items are examples (`indicative`).
    pub definitive: bool,
    /// Where it stands.
    pub cites: Vec<Cite>,
    /// Its items.
    pub items: Vec<Item>,
}

/// An item of a list.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its name.
    pub id: String,
    /// The item in the words of the law.
    pub title: Text,
    /// The item in plain words.
    pub plainly: Option<Text>,
    /// How the law defines it.
    pub meanings: Vec<Meaning>,
    /// What else must be met for it to count.
    pub counts_only_when: Option<Test>,
    /// Where it stands.
    pub cites: Vec<Cite>,
}

/// A definition, for everywhere or for some nations.
#[derive(Clone, Debug)]
pub struct Meaning {
    /// The nations, as items of the list of nations; empty for everywhere.
    pub nations: Vec<usize>,
    /// The definition.
    pub text: Text,
    /// Where it stands.
    pub cites: Vec<Cite>,
}
