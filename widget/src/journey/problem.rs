//! A mistake of the person who answers: what it says, and at which field it stands.

use yew::AttrValue;

use super::field::FIELD;

/// Something that keeps the page from being sent.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Problem {
    /// What is wrong, in words.
    pub(crate) words: AttrValue,
    /// The id of the field, for a link to it.
    pub(crate) target: &'static str,
    /// Which part of the day is wrong, if it is one of them.
    pub(crate) part: Option<usize>,
}

impl Problem {
    /// A problem of a page with one field.
    pub(super) fn new(words: String) -> Self {
        Self {
            words: words.into(),
            target: FIELD,
            part: None,
        }
    }
}
