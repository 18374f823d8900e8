//! Tag: the state of a thing in a word or two.

use yew::prelude::*;

use super::{El, el};

/// A word or two for the state of a thing; the words must be enough without the colour.
#[derive(Debug, Default)]
pub struct Tag {
    /// The words.
    pub content: Html,
    /// More classes, such as `govuk-tag--grey`.
    pub classes: AttrValue,
}

impl Tag {
    /// The tag as HTML.
    pub fn view(&self) -> El {
        el("strong")
            .class("govuk-tag")
            .class(&self.classes)
            .child(&self.content)
    }
}
