//! The journey: start, questions, check your answers, outcome.
//!
//! All state is in [`session::Session`], which knows no browser; the other modules show its pages.

mod ask;
mod check;
mod find;
mod notes;
mod outcome;
mod send;
pub(crate) mod session;
mod start;
#[cfg(test)]
mod tests;
mod walk;

use std::rc::Rc;

use web_sys::HtmlElement;
use wicketgate_engine::model::Scope;
use wicketgate_engine::{Date, Rulebook};
use yew::prelude::*;

use self::session::{Action, FIELD, Page, Session};
use crate::components::{
    BackLink, Button, El, ErrorLink, ErrorMessage, ErrorSummary, Hint, Legend, el, heading, some,
    text, typed,
};
use crate::content::{Words, fill};
use crate::focus;

/// What a [`Journey`] is given.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct JourneyProps {
    /// The rules; another rulebook is taken over with all answers.
    pub(crate) book: Same<Rulebook>,
    /// The words.
    pub(crate) lang: AttrValue,
    /// The level of the heading of each page.
    pub(crate) level: u8,
    /// The day on which the page was opened.
    pub(crate) today: Date,
    /// Said above each page, such as that newer rules can be had.
    pub(crate) notice: Html,
    /// Told each page that is shown.
    pub(crate) onpage: Callback<Rc<Session>>,
}

/// A shared value, equal only to itself: comparing rulebooks at each drawing would be slow.
#[derive(Debug)]
pub(crate) struct Same<T>(pub(crate) Rc<T>);

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Reducible for Session {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = Self::clone(&self);
        next.act(action);
        next.into()
    }
}

/// The pages, one at a time.
#[component]
pub(crate) fn Journey(props: &JourneyProps) -> Html {
    let session = {
        let (book, lang, today) = (props.book.0.clone(), props.lang.clone(), props.today);
        use_reducer(move || Session::new(book, Words::of(&lang), today))
    };
    let node = use_node_ref();
    let shown = use_mut_ref(|| 0);
    {
        let dispatcher = session.dispatcher();
        let current = Same(session.book.clone());
        use_effect_with(props.book.clone(), move |book| {
            if *book != current {
                dispatcher.dispatch(Action::Adopt(book.0.clone()));
            }
        });
    }
    {
        let (node, now, onpage) = (
            node.clone(),
            Rc::new(Session::clone(&session)),
            props.onpage.clone(),
        );
        use_effect_with(session.turn, move |turn| {
            // Never at first: the host page would jump away from what its reader came for.
            if let Some(heading) = node
                .cast::<HtmlElement>()
                .filter(|_| *turn != *shown.borrow())
            {
                focus::take(&heading);
            }
            *shown.borrow_mut() = *turn;
            onpage.emit(now);
        });
    }
    let act = {
        let dispatcher = session.dispatcher();
        Callback::from(move |action| dispatcher.dispatch(action))
    };
    let errors = use_node_ref();
    {
        let (errors, wanted) = (errors.clone(), session.problem.is_some());
        use_effect_with((session.turn, session.attempt), move |_| {
            if let Some(summary) = errors.cast::<HtmlElement>().filter(|_| wanted) {
                focus::take(&summary);
            }
        });
    }
    let view = View {
        session: &session,
        words: session.words,
        level: props.level,
        act,
        heading: node,
    };
    view.frame(&props.notice, errors).html()
}

/// A page being shown.
pub(crate) struct View<'a> {
    session: &'a Session,
    words: &'static Words,
    level: u8,
    act: Callback<Action>,
    heading: NodeRef,
}

impl View<'_> {
    fn frame(&self, notice: &Html, errors: NodeRef) -> El {
        let session = self.session;
        let page = match &session.page {
            Page::Start => self.start(),
            Page::Ask(at) => self.ask(*at),
            Page::Day(at) => self.day(*at),
            Page::Find(_, step) => self.step(step),
            Page::Check => self.check(),
            Page::Outcome => self.outcome(),
        };
        let back = session.can_go_back().then(|| {
            BackLink {
                content: text(self.words.back),
                onpress: self.on(Action::Back),
                ..BackLink::default()
            }
            .view()
        });
        let errors = session.problem.as_ref().map(|problem| {
            ErrorSummary {
                title: text(self.words.problem),
                heading: Some(self.level + 1),
                errors: vec![ErrorLink::new(&problem.words, problem.target)],
                node: errors,
                ..ErrorSummary::default()
            }
            .view()
        });
        let caption = |class: &str, words: Option<String>| {
            some().maybe(words.map(|words| el("p").class(class).text(&words)))
        };
        // A page shares nothing with the one before, or the browser would carry its state over.
        let page = el("div")
            .key(session.turn)
            .class("wg-page")
            .maybe(back)
            .maybe(errors)
            .el(caption("govuk-caption-l", self.which_leg()))
            .el(caption("govuk-caption-m", self.left()))
            .el(page);
        el("div")
            .attr("lang", self.words.lang)
            .child(notice)
            .el(page)
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
                ("{share}", &self.leg_name(at.leg)),
            ],
        ))
    }

    /// How many questions may remain, where the page is the next of them.
    fn left(&self) -> Option<String> {
        let session = self.session;
        let Page::Ask(at) = &session.page else {
            return None;
        };
        if session.walk.next != Some(*at) {
            return None;
        }
        match session.walk.found.at_most {
            // Until who shares with whom is known, nearly everything is open and the number says nothing.
            _ if session.walk.path.is_empty() => None,
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
