//! Hint: a line of help below a question.

use yew::prelude::*;

use super::{El, el};

/// A line of help; one sentence, with no link in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hint {
    /// The element's id, by which a field names it; fields that hold a hint fill it in.
    pub id: Option<AttrValue>,
    /// More classes.
    pub classes: AttrValue,
    /// The words.
    pub content: Html,
}

impl Hint {
    /// The hint as an element.
    pub fn view(&self) -> El {
        self.view_as(&self.id)
    }

    pub(super) fn view_as(&self, id: &Option<AttrValue>) -> El {
        el("div")
            .attr_opt("id", id)
            .class("govuk-hint")
            .class(&self.classes)
            .child(&self.content)
    }
}
