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
    BackLink, Button, ErrorLink, ErrorMessage, ErrorSummary, Hint, Legend, heading, text,
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
    let view = View {
        session: &session,
        words: session.words,
        level: props.level,
        act,
        heading: node,
    };
    view.frame(&props.notice)
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
    fn frame(&self, notice: &Html) -> Html {
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
                onpress: Some(self.on(|()| Action::Back)),
                ..BackLink::default()
            }
            .view()
        });
        let errors = session.problem.as_ref().map(|problem| {
            let errors = vec![ErrorLink::new(problem.words.clone(), problem.target)];
            html! {
                <ErrorSummary title={text(self.words.problem)} heading={self.level + 1} {errors} attempt={session.attempt} />
            }
        });
        html! {
            <div lang={self.words.lang}>
                { notice.clone() }
                // A page shares nothing with the one before, or the browser would carry its state over.
                <div key={session.turn} class="wg-page">
                    { for back }
                    { for errors }
                    { for self.which_leg().map(|words| html! { <p class="govuk-caption-l">{ words }</p> }) }
                    { for self.left().map(|words| html! { <p class="govuk-caption-m">{ words }</p> }) }
                    { page }
                </div>
            </div>
        }
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

    /// A handler that does something.
    fn on<E: 'static>(&self, action: impl Fn(E) -> Action + 'static) -> Callback<E> {
        self.act.reform(action)
    }

    /// The heading of a page that asks nothing.
    fn title(&self, content: Html) -> Html {
        heading(self.level, "govuk-heading-l", self.heading.clone(), content)
    }

    /// A heading so many levels below that of the page.
    fn below(&self, levels: u8, classes: &'static str, content: Html) -> Html {
        heading(self.level + levels, classes, NodeRef::default(), content)
    }

    /// The legend of a question, which is the heading of its page.
    fn legend(&self, words: String) -> Legend {
        Legend {
            content: text(words),
            classes: classes!("govuk-fieldset__legend--l"),
            heading: Some(self.level),
            heading_ref: self.heading.clone(),
        }
    }

    fn hint(&self, words: Option<String>) -> Option<Hint> {
        words.map(|words| Hint {
            content: text(words),
            ..Hint::default()
        })
    }

    /// What keeps the page from being sent, at the field.
    fn problem(&self) -> Option<ErrorMessage> {
        self.session.problem.as_ref().map(|problem| ErrorMessage {
            prefix: self.words.error.into(),
            content: text(problem.words.clone()),
            ..ErrorMessage::default()
        })
    }

    /// A page that is sent.
    fn form(&self, fields: Html, send: &'static str) -> Html {
        let onsubmit = self.act.reform(|event: SubmitEvent| {
            event.prevent_default();
            Action::Send
        });
        html! {
            <form novalidate=true {onsubmit}>
                { fields }
                <Button>{ send }</Button>
            </form>
        }
    }

    /// A link that does something here.
    fn link(&self, words: AttrValue, action: Callback<()>) -> Html {
        let onclick = crate::components::press(&Some(action));
        html! { <a class="govuk-link" href="#" {onclick}>{ words }</a> }
    }

    fn field(&self) -> AttrValue {
        AttrValue::Static(FIELD)
    }
}
