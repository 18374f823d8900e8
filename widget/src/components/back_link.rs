//! Back link: the way to the page before, at the top of every page but the first.

use yew::prelude::*;

use super::{El, el};

/// A link to the page before.
#[derive(Debug, Default)]
pub struct BackLink {
    /// Where the link leads when nothing handles the click; `#` if not given.
    pub href: Option<AttrValue>,
    /// The words, such as "Back".
    pub content: Html,
    /// More classes.
    pub classes: AttrValue,
    /// What to do instead of following the link.
    pub onpress: Option<Callback<Event>>,
}

impl BackLink {
    /// The link as an element.
    pub fn view(&self) -> El {
        el("a")
            .attr("href", self.href.as_deref().unwrap_or("#"))
            .class("govuk-back-link")
            .class(&self.classes)
            .on("click", &self.onpress)
            .child(&self.content)
    }
}
