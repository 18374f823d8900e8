//! The journey: start, questions, check your answers, outcome.
//!
//! All state is in [`session::Session`]. It knows no browser, and neither do the modules that make up what it can do:
//! [`act`] for every [`action`], [`history`] for the way from page to page, [`walk`] for the questions, and so on.
//! Each of the others shows pages.

mod act;
pub(crate) mod action;
mod adopt;
mod ask;
mod check;
mod draft;
mod explore;
mod field;
mod find;
mod history;
mod legs;
mod near;
pub(crate) mod notes;
mod open;
mod outcome;
pub(crate) mod page;
pub(crate) mod place;
mod problem;
mod remarks;
mod reopen;
pub(crate) mod said;
mod seek;
mod send;
pub(crate) mod session;
mod start;
mod take;
#[cfg(test)]
mod tests;
mod waiting;
pub(crate) mod walk;

use wicketgate_engine::model::Scope;
use yew::prelude::*;

use self::action::Action;
use self::field::FIELD;
use self::page::Page;
use self::session::Session;
use crate::components::{
    BackLink, Button, El, ErrorLink, ErrorMessage, ErrorSummary, Hint, Legend, body, details, el,
    heading, some, text, typed,
};
use crate::content::{Words, fill};
use crate::prose::prose;

pub(crate) use self::ask::capital;

/// A page being shown.
pub(crate) struct View<'a> {
    pub(crate) session: &'a Session,
    pub(crate) words: &'static Words,
    pub(crate) level: u8,
    pub(crate) act: Callback<Action>,
    /// Whether what comes after the first question was asked for in vain.
    pub(crate) lacking: bool,
    /// The heading of the page, which has the focus when the page changes.
    pub(crate) heading: NodeRef,
}

impl View<'_> {
    /// The page in its frame, as far as the first part of the program knows pages.
    pub(crate) fn first(&self, notice: El) -> El {
        let session = self.session;
        let page = match &session.page {
            Page::Start if session.is_first() => self.start(),
            Page::Ask(at) if session.is_first() => self.ask_day(*at),
            // What was done waits for the rest of the program, and so does the person.
            _ => self.waiting(),
        };
        self.drop_files(self.framed(notice, some(), page))
    }

    /// The page in its frame.
    pub(crate) fn frame(&self, notice: El, errors: &NodeRef) -> El {
        let session = self.session;
        let page = match &session.page {
            Page::Start => self.start(),
            Page::Ask(at) if session.is_first() => self.ask_day(*at),
            Page::Ask(at) => self.ask(*at),
            Page::Day(at) => self.day(*at),
            Page::Find(_, step) => self.step(step),
            Page::Check => self.check(),
            Page::Outcome => self.outcome(),
            Page::Take => self.take(),
            Page::Note(at) => self.note_page(*at),
            Page::Open => self.open(),
            Page::Opened => self.opened(),
            Page::Compare => self.compare(),
            Page::Explore(page) => self.explore(*page),
        };
        let errors = session.problem.as_ref().map(|problem| {
            ErrorSummary {
                title: text(self.words.problem),
                heading: Some(self.level + 1),
                errors: vec![ErrorLink::new(&problem.words, problem.target)],
                node: errors.clone(),
                ..ErrorSummary::default()
            }
            .view()
        });
        let caption = |class: &str, words: Option<String>| {
            some().maybe(words.map(|words| el("p").class(class).text(&words)))
        };
        let above = some()
            .maybe(errors)
            .el(caption("govuk-caption-l", self.which_leg()))
            .el(caption("govuk-caption-m", self.left()));
        self.drop_files(self.framed(notice, above, page))
    }

    fn framed(&self, notice: El, above: El, page: El) -> El {
        let back = self.session.can_go_back().then(|| {
            BackLink {
                content: text(self.words.back),
                onpress: self.on(Action::Back),
                ..BackLink::default()
            }
            .view()
        });
        // A page shares nothing with the one before, or the browser would carry its state over.
        let page = el("div")
            .key(self.session.turn)
            .class("wg-page")
            .maybe(back)
            .el(above)
            .el(page);
        // In the same place on each page, whatever is asked there.
        let help = self.session.book.says("contact");
        let help = help.map(|said| details(self.words.help, prose(said)).class("wg-screen-only"));
        el("div")
            .attr("lang", self.words.lang)
            .el(notice)
            .el(page)
            .maybe(help)
    }

    /// Stands in for a page that is not there yet.
    fn waiting(&self) -> El {
        let words = self.words;
        if !self.lacking {
            return el("div")
                .attr("aria-busy", "true")
                .el(self.title(words.waiting));
        }
        let again = Button {
            content: text(words.try_again),
            kind: Some("button".into()),
            onclick: self.on(Action::Bring),
            ..Button::default()
        };
        some()
            .el(self.title(words.lacking))
            .el(body(words.lacking_more))
            .el(again.view())
    }

    /// Which leg the page asks about, where there are several.
    fn which_leg(&self) -> Option<String> {
        let session = self.session;
        let (Page::Ask(at) | Page::Day(at) | Page::Find(at, _)) = &session.page else {
            return None;
        };
        let legs = session.facts.legs.len();
        let scope = session.book.questions.get(at.question)?.scope;
        if legs == 1 || scope == Scope::Proposal {
            return None;
        }
        Some(fill(
            self.words.which_leg,
            &[
                ("{at}", &(at.leg + 1).to_string()),
                ("{of}", &legs.to_string()),
                ("{share}", &session.leg_name(at.leg)),
            ],
        ))
    }

    /// How many questions may remain, where the page is the next of them.
    fn left(&self) -> Option<String> {
        let session = self.session;
        let Page::Ask(at) = &session.page else {
            return None;
        };
        if session.walk.further.contains(at) {
            let count = session.walk.further.len().to_string();
            return Some(fill(self.words.optional, &[("{count}", &count)]));
        }
        if session.walk.next != Some(*at) {
            return None;
        }
        let mut legs = session.walk.facts().legs.iter();
        let unknown = legs.any(|leg| leg.discloser.is_none() || leg.recipient.is_none());
        match session.walk.inquiry.at_most {
            // Until who shares with whom is known, nearly everything is open and the number says nothing.
            _ if unknown => None,
            0 => None,
            1 => Some(self.words.left_one.to_owned()),
            count => Some(fill(self.words.left, &[("{count}", &count.to_string())])),
        }
    }

    /// A handler that does something; what is typed is put into the action that types.
    #[inline(never)]
    fn on(&self, action: Action) -> Option<Callback<Event>> {
        let act = self.act.clone();
        Some(Callback::from(move |event: Event| {
            // A fragment link cannot reach into a shadow root, and following it would change the host's address; a
            // form is not sent anywhere.
            event.prevent_default();
            act.emit(match &action {
                Action::Type(at, _) => Action::Type(*at, typed(&event)),
                action => action.clone(),
            });
        }))
    }

    /// The heading of a page that asks nothing.
    #[inline(never)]
    fn title(&self, words: &str) -> El {
        heading(self.level, "govuk-heading-l", &self.heading, &text(words))
    }

    /// A heading so many levels below that of the page.
    #[inline(never)]
    fn below(&self, levels: u8, classes: &str, words: &str) -> El {
        heading(
            self.level + levels,
            classes,
            &NodeRef::default(),
            &text(words),
        )
    }

    /// The legend of a question, which is the heading of its page.
    fn legend(&self, words: &str) -> Legend {
        Legend {
            content: text(words),
            classes: "govuk-fieldset__legend--l".into(),
            heading: Some(self.level),
            heading_ref: self.heading.clone(),
        }
    }

    #[inline(never)]
    fn hint(&self, words: Option<String>) -> Option<Hint> {
        words.map(|words| Hint {
            content: text(&words),
            ..Hint::default()
        })
    }

    /// What keeps the page from being sent, at the field.
    #[inline(never)]
    fn problem(&self) -> Option<ErrorMessage> {
        self.session.problem.as_ref().map(|problem| ErrorMessage {
            prefix: self.words.error.into(),
            content: text(&problem.words),
            ..ErrorMessage::default()
        })
    }

    /// A page that is sent.
    #[inline(never)]
    fn form(&self, fields: El, send: &str) -> El {
        let button = Button {
            content: text(send),
            ..Button::default()
        };
        el("form")
            .flag("novalidate", true)
            .on("submit", &self.on(Action::Send))
            .el(fields)
            .el(button.view())
    }

    /// A link that does something here.
    #[inline(never)]
    fn link(&self, words: &str, action: Action) -> El {
        el("a")
            .class("govuk-link")
            .attr("href", "#")
            .on("click", &self.on(action))
            .text(words)
    }

    fn field(&self) -> AttrValue {
        AttrValue::Static(FIELD)
    }
}
