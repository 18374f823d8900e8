//! Error message: what is wrong with one answer, next to it.

use yew::prelude::*;

use super::{El, el, some};

/// What is wrong, in the same words as in the error summary.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ErrorMessage {
    /// The element's id, by which a field names it; fields that hold a message fill it in.
    pub id: Option<AttrValue>,
    /// More classes.
    pub classes: AttrValue,
    /// A word for those who cannot see the red, such as "Error"; a colon follows it.
    pub prefix: AttrValue,
    /// The words.
    pub content: Html,
}

impl ErrorMessage {
    /// The message as an element.
    pub fn view(&self) -> El {
        self.view_as(&self.id)
    }

    pub(super) fn view_as(&self, id: &Option<AttrValue>) -> El {
        let prefix = (!self.prefix.is_empty()).then(|| {
            let hidden = el("span").class("govuk-visually-hidden");
            some().el(hidden.text(&self.prefix).text(":")).text(" ")
        });
        el("p")
            .attr_opt("id", id)
            .class("govuk-error-message")
            .class(&self.classes)
            .maybe(prefix)
            .child(&self.content)
    }
}
