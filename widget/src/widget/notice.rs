//! What stands above each page, and in place of the first one while there is none.

use wicketgate_engine::Rulebook;
use yew::prelude::*;

use super::{Told, Widget};
use crate::components::{Button, El, body, el, heading, inset, some, text};
use crate::content::{Words, fill};

impl Widget {
    /// What is to be said about the rules above each page.
    pub(super) fn notice(&self, ctx: &Context<Self>, words: &Words, book: &Rulebook) -> El {
        // The region must be there before it has words, or they are not read out.
        let region = el("div").attr("role", "status");
        let content = if self.broken {
            let mut date = String::new();
            if let Some(day) = book.law_as_at {
                date = words.date(day);
            }
            some().text(&fill(words.stale, &[("{date}", &date)]))
        } else if self.newer.is_some() {
            let button = Button {
                content: text(words.newer_use),
                kind: Some("button".into()),
                classes: "govuk-button--secondary".into(),
                onclick: Some(ctx.link().callback(|_| Told::Use)),
                ..Button::default()
            };
            some().el(body(words.newer)).el(button.view())
        } else {
            return region;
        };
        region.el(inset(content))
    }
}

/// The page's own content stands until there is something to put in its place, so that the page moves only once.
pub(super) fn loading(words: &Words) -> El {
    let status = el("p")
        .class("govuk-visually-hidden")
        .attr("role", "status")
        .attr("lang", words.lang)
        .text(words.loading);
    some().el(status).el(el("slot"))
}

/// The page's own content stands in, below a plain message.
pub(super) fn unavailable(words: &Words, level: u8) -> El {
    let title = heading(
        level + 1,
        "govuk-heading-m",
        &NodeRef::default(),
        &text(words.unavailable),
    );
    let status = el("div")
        .attr("lang", words.lang)
        .attr("role", "status")
        .el(title)
        .el(body(words.unavailable_more));
    some().el(status).el(el("slot"))
}
