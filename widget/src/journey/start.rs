//! Start: what the check is, how long it takes, what to have at hand.

use super::View;
use super::action::Action;
use super::page::{Explore, Page};
use super::walk::At;
use crate::components::{Button, El, body, el, inset, some, text};
use crate::content::fill;
use crate::prose::{prose, says};

/// The question for the power that a share rests on now, if the rules ask for it.
const EXISTING: &str = "existing-power";

impl View<'_> {
    /// The way to the rules on paper, where the page says that there is one.
    fn guide(&self) -> Option<El> {
        // An address that runs a script is no guide.
        let guide = &*self.session.guide;
        guide.starts_with("http").then(|| {
            let link = el("a")
                .class("govuk-link")
                .attr("href", guide)
                .attr("target", "_blank")
                .attr("rel", "noopener")
                .text(self.words.guide)
                .el(el("span")
                    .class("govuk-visually-hidden")
                    .text(" ")
                    .text(self.words.new_tab));
            body("").el(link)
        })
    }

    pub(super) fn start(&self) -> El {
        let (book, words) = (&*self.session.book, self.words);
        let title = match book.says("start-heading") {
            Some(text) => text.plain(),
            None => words.start_heading.to_owned(),
        };
        let button = Button {
            content: text(words.start),
            start: true,
            kind: Some("button".into()),
            onclick: self.on(Action::Begin),
            ..Button::default()
        };
        let section = |key: &str, title: &str| {
            let said = book.says(key)?;
            Some(
                some()
                    .el(self.below(1, "govuk-heading-m", title))
                    .el(prose(said)),
            )
        };
        // The answer goes with the result, and changes nothing of it.
        let question = book
            .questions
            .iter()
            .position(|question| question.id == EXISTING);
        let existing = question.map(|question| {
            let first = Action::Change(At { leg: 0, question });
            body("").el(self.link(words.existing, first))
        });
        let checked = book
            .law_as_at
            .map(|date| body(&fill(words.law_as_at, &[("{date}", &words.date(date))])));
        let advice = some()
            .el(says(book, "independence"))
            .el(says(book, "advice"));
        some()
            .el(self.title(&title))
            .el(says(book, "start-intro"))
            .el(says(book, "start-time"))
            .el(button.view())
            .maybe(existing)
            .el(body("").el(self.link(words.explore, Action::Go(Page::Explore(Explore::Find)))))
            .maybe(self.guide())
            .el(body("").el(self.link(words.open, Action::Go(Page::Open))))
            .maybe(section("start-before", words.before_you_start))
            .maybe(section("start-scope", words.what_it_covers))
            .maybe(checked)
            .el(says(book, "privacy"))
            .el(inset(advice))
    }
}
