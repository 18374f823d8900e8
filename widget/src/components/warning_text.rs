//! Warning text: something with a consequence, such as an offence.

use yew::prelude::*;

use super::{El, el};

/// A warning of a consequence.
#[derive(Debug, Default)]
pub struct WarningText {
    /// A word for those who cannot see the icon, such as "Warning".
    pub icon_text: AttrValue,
    /// The words.
    pub content: Html,
    /// More classes.
    pub classes: AttrValue,
}

impl WarningText {
    /// The warning as HTML.
    pub fn view(&self) -> El {
        el("div")
            .class("govuk-warning-text")
            .class(&self.classes)
            .el(el("span")
                .class("govuk-warning-text__icon")
                .attr("aria-hidden", "true")
                .text("!"))
            .el(el("strong")
                .class("govuk-warning-text__text")
                .el(el("span")
                    .class("govuk-visually-hidden")
                    .text(&self.icon_text))
                .text(" ")
                .child(&self.content))
    }
}
