//! Details: something only some people need, opened on request.

use yew::prelude::*;

use super::{El, el};

/// A line that opens to show more.
#[derive(Debug, Default)]
pub struct Details {
    /// The element's id.
    pub id: Option<AttrValue>,
    /// The line that is always shown.
    pub summary: Html,
    /// What it opens to.
    pub content: El,
    /// Open from the start. The browser then opens and closes it; give it a key to start afresh.
    pub open: bool,
    /// More classes.
    pub classes: AttrValue,
}

impl Details {
    /// The line and what it opens to as an element.
    pub fn view(self) -> El {
        el("details")
            .attr_opt("id", &self.id)
            .class("govuk-details")
            .class(&self.classes)
            .flag("open", self.open)
            .el(el("summary").class("govuk-details__summary").el(el("span")
                .class("govuk-details__summary-text")
                .child(&self.summary)))
            .el(el("div").class("govuk-details__text").el(self.content))
    }
}

/// A line of plain words that opens to show more.
pub fn details(summary: &str, content: El) -> El {
    Details {
        summary: super::text(summary),
        content,
        ..Details::default()
    }
    .view()
}
