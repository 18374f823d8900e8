//! Error summary: all that is wrong with a page, at its top, with the focus on it.

use yew::prelude::*;

use super::{El, el, heading, some, text};
use crate::focus;

/// All that is wrong with a page.
///
/// Whoever shows it gives it the focus, by [`focus::take`], when it appears and whenever the page is sent again.
#[derive(Debug, Default)]
pub struct ErrorSummary {
    /// The heading, such as "There is a problem".
    pub title: Html,
    /// The level of the heading: one below the page's own; 2 if not given.
    pub heading: Option<u8>,
    /// A sentence before the list, rarely needed.
    pub description: Option<Html>,
    /// What is wrong, in the order of the page.
    pub errors: Vec<ErrorLink>,
    /// More classes.
    pub classes: AttrValue,
    /// The element, to focus it.
    pub node: NodeRef,
}

/// One thing that is wrong.
#[derive(Debug, Default)]
pub struct ErrorLink {
    /// The same words as at the field.
    pub content: Html,
    /// The id of the field, or of the first of several; without one it is no link.
    pub target: Option<AttrValue>,
}

impl ErrorLink {
    /// An error of a field.
    pub fn new(words: &str, target: &'static str) -> Self {
        Self {
            content: text(words),
            target: Some(AttrValue::Static(target)),
        }
    }
}

impl ErrorSummary {
    /// The summary as an element.
    pub fn view(&self) -> El {
        let mut errors = some();
        if !self.errors.is_empty() {
            errors = el("ul").class("govuk-list govuk-error-summary__list");
            for error in &self.errors {
                errors = errors.el(el("li").el(link(error)));
            }
        }
        let description = self.description.as_ref();
        let title = heading(
            self.heading.unwrap_or(2),
            "govuk-error-summary__title",
            &NodeRef::default(),
            &self.title,
        );
        let body = el("div")
            .class("govuk-error-summary__body")
            .maybe(description.map(|words| el("p").child(words)))
            .el(errors);
        el("div")
            .class("govuk-error-summary")
            .class(&self.classes)
            .node(&self.node)
            // In an element of its own: if the focus moved to the alert itself, some readers would drop one of the two.
            .el(el("div").attr("role", "alert").el(title).el(body))
    }
}

fn link(error: &ErrorLink) -> El {
    let Some(target) = error.target.clone() else {
        return some().child(&error.content);
    };
    let href = ["#", &target].concat();
    let onclick = Callback::from(move |event: Event| {
        let link = event.target_dyn_into::<web_sys::Node>();
        if link.is_some_and(|link| focus::field(&link, &target)) {
            event.prevent_default();
        }
    });
    el("a")
        .attr("href", &href)
        .on("click", &Some(onclick))
        .child(&error.content)
}
