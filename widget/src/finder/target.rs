//! What a name leads to.

use wicketgate_engine::model::{Index, KindChoice};
use yew::AttrValue;

/// What a name leads to; each an index into the rulebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A body of the schedules.
    Body(Index),
    /// A part of a listed body.
    Agency(Index),
    /// A body that no schedule lists.
    Elsewhere(Index),
    /// A word such as "council".
    Kind(Index),
}

impl Target {
    /// As the value of a field.
    pub(crate) fn value(self) -> AttrValue {
        let (letter, index) = match self {
            Self::Body(index) => ('b', index),
            Self::Agency(index) => ('a', index),
            Self::Elsewhere(index) => ('e', index),
            Self::Kind(index) => ('k', index),
        };
        let mut value = String::from(letter);
        value.push_str(&index.to_string());
        value.into()
    }

    /// From the value of a field.
    pub(crate) fn from_value(value: &str) -> Option<Self> {
        let index = value.get(1..)?.parse().ok()?;
        Some(match value.chars().next()? {
            'b' => Self::Body(index),
            'a' => Self::Agency(index),
            'e' => Self::Elsewhere(index),
            'k' => Self::Kind(index),
            _ => return None,
        })
    }
}

/// What one of the choices behind a word leads to.
pub(crate) fn choice(choice: KindChoice) -> Target {
    match choice {
        KindChoice::Body(body) => Target::Body(body),
        KindChoice::Elsewhere(index) => Target::Elsewhere(index),
    }
}
