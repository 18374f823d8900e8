//! What is told to the page around: by events, and as its title.

use web_sys::HtmlElement;
use wicketgate_engine::Rulebook;

use super::Widget;
use crate::browser::emit;
use crate::journey::page::Page;
use crate::journey::session::Session;

impl Widget {
    /// The title of the page, after a word for errors where there is one; none for the start page.
    pub(super) fn title(&self, session: &Session) -> String {
        let heading = self.heading.cast::<HtmlElement>();
        let heading = heading.and_then(|heading| heading.text_content());
        match heading {
            _ if session.page == Page::Start => String::new(),
            Some(title) if session.problem.is_some() => {
                [session.words.error, ": ", &title].concat()
            }
            title => title.unwrap_or_default(),
        }
    }
}

/// Tells the page which rules there are.
pub(super) fn ready(host: &HtmlElement, book: &Rulebook) {
    let date = book.law_as_at.map(|date| date.iso()).unwrap_or_default();
    emit(
        host,
        "ready",
        &[
            ("title", &book.title.plain()),
            ("lawAsAt", &date),
            ("hash", &book.hash),
        ],
    );
}

/// Tells the page where the person is, and nothing that they answered.
pub(super) fn tell(host: &HtmlElement, session: &Session) {
    let page = match session.page {
        Page::Start => "start",
        Page::Ask(_) | Page::Day(_) | Page::Find(..) => "question",
        Page::Check => "check",
        Page::Outcome => "outcome",
        Page::Take | Page::Note(_) => "take-away",
        Page::Open | Page::Opened => "open",
        Page::Compare => "compare",
        Page::Explore(_) => "explore",
    };
    emit(host, "step", &[("page", page)]);
    if session.page == Page::Outcome {
        emit(host, "outcome", &[]);
    }
}
