//! Declared names, by what they name.

use std::collections::HashMap;

use wicketgate_grammar::{Code, Span, Spanned};

use super::Cx;
use crate::suggest::{listed, meant};

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
    #[cfg(feature = "authoring")]
    Case,
    Note,
    Stage,
}

impl What {
    /// The name with its kind in front, so that names of different kinds may be alike.
    fn key(self, name: &str) -> String {
        let (kind, of) = match self {
            Self::Instrument => ('a', 0),
            Self::Provision(of) => ('b', of),
            Self::Schedule => ('c', 0),
            Self::Paragraph(of) => ('d', of),
            Self::Person => ('e', 0),
            Self::List => ('f', 0),
            Self::Item(of) => ('g', of),
            Self::Group => ('h', 0),
            Self::Question => ('i', 0),
            Self::Choice(of) => ('j', of),
            Self::Point => ('k', 0),
            Self::Term => ('l', 0),
            Self::Gateway => ('m', 0),
            Self::Objective => ('n', 0),
            Self::Condition => ('o', 0),
            Self::Agency => ('p', 0),
            Self::Elsewhere => ('q', 0),
            #[cfg(feature = "authoring")]
            Self::Case => ('r', 0),
            Self::Note => ('s', 0),
            Self::Stage => ('t', 0),
        };
        let mut key = String::with_capacity(name.len() + 8);
        key.push(kind);
        key.push_str(&of.to_string());
        key.push(' ');
        key.push_str(name);
        key
    }

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
            #[cfg(feature = "authoring")]
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
    fn none_near(self, names: &Names) -> String {
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
    declared: Vec<Declared>,
    /// Where each name is in the list, by its kind and itself.
    places: HashMap<String, usize>,
}

#[derive(Debug)]
struct Declared {
    what: What,
    name: String,
    index: usize,
    span: Span,
    used: bool,
}

impl Names {
    /// The index of a name, which is thereby used.
    pub(super) fn get(&mut self, what: What, name: &str) -> Option<usize> {
        let place = self.places.get(&what.key(name))?;
        let declared = self.declared.get_mut(*place)?;
        declared.used = true;
        Some(declared.index)
    }

    /// What helps where a name is not declared: the nearest that are.
    pub(super) fn meant(&self, what: What, name: &str) -> String {
        meant(name, self.of(what), || what.none_near(self))
    }

    fn of_kind(&self, what: What) -> impl Iterator<Item = &Declared> {
        self.declared
            .iter()
            .filter(move |declared| declared.what == what)
    }

    /// The declared names of a kind.
    pub(super) fn of(&self, what: What) -> impl Iterator<Item = &str> {
        self.of_kind(what).map(|declared| declared.name.as_str())
    }

    /// The name of an index and where it is declared.
    pub(super) fn place(&self, what: What, index: usize) -> (String, Span) {
        let found = self.of_kind(what).find(|declared| declared.index == index);
        found
            .map(|declared| (declared.name.clone(), declared.span))
            .unwrap_or_default()
    }

    /// Names of a kind that nothing refers to, and where they are declared.
    #[cfg(feature = "authoring")]
    pub(super) fn unused(&self, what: What) -> Vec<(String, usize, Span)> {
        let unused = self.of_kind(what).filter(|declared| !declared.used);
        unused
            .map(|declared| (declared.name.clone(), declared.index, declared.span))
            .collect()
    }
}

impl Cx {
    /// Reports a name that the same declaration has given before.
    pub(super) fn declare_once(&mut self, owner: &str, id: &Spanned<String>) {
        let key = format!("{owner}.{}", id.value);
        if self.once.insert(key, 0).is_some() {
            self.error(
                Code::DuplicateName,
                id.span,
                say!("`{}` is already declared here", id.value),
            )
            .help = Some(say!("give one of the two another name"));
        }
    }

    /// Reports a name that was declared before.
    pub(super) fn declared_twice(&mut self, what: What, name: &Spanned<String>, first: Span) {
        let message = say!("`{}` is already {}", name.value, what.described());
        let diagnostic = self.error(Code::DuplicateName, name.span, message);
        diagnostic.help = Some(say!("give one of the two another name"));
        diagnostic.others.push(wicketgate_grammar::Label {
            span: first,
            text: say!("first declared here"),
        });
    }

    /// Declares a name, or reports that it is taken.
    pub(super) fn declare(&mut self, what: What, name: &Spanned<String>, index: usize) {
        let key = what.key(&name.value);
        if let Some(first) = self
            .names
            .places
            .get(&key)
            .and_then(|place| self.names.declared.get(*place))
        {
            let first = first.span;
            self.declared_twice(what, name, first);
            return;
        }
        self.names.places.insert(key, self.names.declared.len());
        let declared = Declared {
            what,
            name: name.value.clone(),
            index,
            span: name.span,
            used: false,
        };
        self.names.declared.push(declared);
    }
}

/// Whether a letter can stand in a name.
pub(super) fn is_name_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.' | '/')
}
