//! Inset text: a short passage set apart, such as a quotation from the law.

use yew::prelude::*;

use super::{El, el};

/// A passage set apart from the text around it.
#[derive(Debug, Default)]
pub struct InsetText {
    /// The element's id.
    pub id: Option<AttrValue>,
    /// The passage.
    pub content: El,
    /// More classes.
    pub classes: AttrValue,
}

impl InsetText {
    /// The passage as an element.
    pub fn view(self) -> El {
        el("div")
            .attr_opt("id", &self.id)
            .class("govuk-inset-text")
            .class(&self.classes)
            .el(self.content)
    }
}

/// A passage with nothing but its content.
pub fn inset(content: El) -> El {
    InsetText {
        content,
        ..InsetText::default()
    }
    .view()
}
