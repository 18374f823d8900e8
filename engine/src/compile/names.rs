//! Declared names, by what they name.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use wicketgate_grammar::{Code, Span, Spanned};

use super::Cx;
use crate::suggest::{listed, nearest};

/// What a name names. Names of different kinds may be alike. Options and items live in the
/// question or list of the index, provisions in the instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    Instrument,
    Provision(usize),
    Schedule,
    Paragraph(usize),
    Person,
    List,
    Item(usize),
    Group,
    Question,
    Choice(usize),
    Point,
    Term,
    Gateway,
    Objective,
    Condition,
    Agency,
    Elsewhere,
    Case,
    Note,
    Stage,
}

impl What {
    /// The kind with its article, for messages.
    pub(super) fn described(self) -> &'static str {
        match self {
            Self::Instrument => "a declared instrument",
            Self::Provision(_) => "a declared provision of this instrument",
            Self::Schedule => "a schedule",
            Self::Paragraph(_) => "a paragraph of this schedule",
            Self::Person => "an entry of a schedule",
            Self::List => "a list",
            Self::Item(_) => "an item of this list",
            Self::Group => "a group of questions",
            Self::Question => "a question",
            Self::Choice(_) => "an option of this question",
            Self::Point => "an unsettled point",
            Self::Term => "a term",
            Self::Gateway => "a gateway",
            Self::Objective => "an objective",
            Self::Condition => "a condition",
            Self::Agency => "an agency",
            Self::Elsewhere => "an organisation that is not listed",
            Self::Case => "a case",
            Self::Note => "a note",
            Self::Stage => "a stage",
        }
    }

    /// The diagnostic for a name of this kind that is not declared.
    pub(super) fn code(self) -> Code {
        match self {
            Self::Provision(_) => Code::UnknownProvision,
            _ => Code::UnknownName,
        }
    }

    /// The help where no declared name is near.
    pub(super) fn none_near(self, names: &Names) -> String {
        let known: Vec<&str> = names.of(self).collect();
        match known.len() {
            0 => "none is declared; declare it first".to_owned(),
            1..=20 => format!("declared are {}", listed(&known)),
            _ => "declare it, or use a declared name".to_owned(),
        }
    }
}

/// Every declared name.
#[derive(Debug, Default)]
pub(super) struct Names {
    tables: BTreeMap<What, BTreeMap<String, Declared>>,
}

#[derive(Debug)]
struct Declared {
    index: usize,
    span: Span,
    used: bool,
}

impl Names {
    /// The index of a name, which is thereby used.
    pub(super) fn get(&mut self, what: What, name: &str) -> Option<usize> {
        let declared = self.tables.get_mut(&what)?.get_mut(name)?;
        declared.used = true;
        Some(declared.index)
    }

    /// The declared names nearest to one that is not declared.
    pub(super) fn nearest(&self, what: What, name: &str) -> Vec<String> {
        nearest(name, self.of(what))
            .into_iter()
            .map(str::to_owned)
            .collect()
    }

    /// The declared names of a kind.
    pub(super) fn of(&self, what: What) -> impl Iterator<Item = &str> {
        self.tables
            .get(&what)
            .into_iter()
            .flat_map(|table| table.keys().map(String::as_str))
    }

    /// The name of an index and where it is declared.
    pub(super) fn place(&self, what: What, index: usize) -> (String, Span) {
        let found = self
            .tables
            .get(&what)
            .and_then(|table| table.iter().find(|(_, declared)| declared.index == index));
        found
            .map(|(name, declared)| (name.clone(), declared.span))
            .unwrap_or_default()
    }

    /// Names of a kind that nothing refers to, and where they are declared.
    pub(super) fn unused(&self, what: What) -> Vec<(String, usize, Span)> {
        let unused = |table: &BTreeMap<String, Declared>| -> Vec<_> {
            table
                .iter()
                .filter(|(_, declared)| !declared.used)
                .map(|(name, declared)| (name.clone(), declared.index, declared.span))
                .collect()
        };
        self.tables.get(&what).map(unused).unwrap_or_default()
    }
}

impl Cx {
    /// Declares a name, or reports that it is taken.
    pub(super) fn declare(&mut self, what: What, name: &Spanned<String>, index: usize) {
        match self
            .names
            .tables
            .entry(what)
            .or_default()
            .entry(name.value.clone())
        {
            Entry::Vacant(vacant) => {
                vacant.insert(Declared {
                    index,
                    span: name.span,
                    used: false,
                });
            }
            Entry::Occupied(taken) => {
                let first = taken.get().span;
                let message = format!("`{}` is already {}", name.value, what.described());
                let diagnostic = self.error(Code::DuplicateName, name.span, message);
                diagnostic.help = Some("give one of the two another name".to_owned());
                diagnostic.others.push(wicketgate_grammar::Label {
                    span: first,
                    text: "first declared here".to_owned(),
                });
            }
        }
    }
}

/// Whether a letter can stand in a name.
pub(super) fn is_name_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "-_./".contains(letter)
}
