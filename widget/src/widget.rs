//! The element as a whole: loading, not to be had, or a journey through the last good rulebook.
//!
//! One component keeps all that is known: each component of its own costs some kilobytes.

mod events;
mod notice;
mod rules;
mod stage;

use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::HtmlElement;
use wicketgate_engine::Rulebook;
use yew::prelude::*;

use self::events::tell;
use self::notice::{loading, unavailable};
use self::rules::on_return;
use crate::api::Address;
use crate::content::Words;
use crate::focus;
use crate::journey::View;
use crate::journey::action::Action;
use crate::journey::place::Entry;
use crate::journey::session::Session;
use crate::later;
use crate::load::Loaded;

/// What a page asks of the widget.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct WidgetProps {
    /// The element, on which events are heard.
    pub(crate) host: HtmlElement,
    /// The browser's history, where it is the check's.
    pub(crate) address: Option<Address>,
    /// Where the manifest of the rules is.
    pub(crate) rules: AttrValue,
    /// The language.
    pub(crate) lang: AttrValue,
    /// The address of the page that stands alone, for links.
    pub(crate) page: AttrValue,
    /// The fragment of the address, where answers may come from it.
    pub(crate) fragment: AttrValue,
    /// The subject from which the questions start.
    pub(crate) subject: AttrValue,
    /// The level of the heading of each page.
    pub(crate) level: u8,
    /// Where the printed guide is; empty where a page has none.
    pub(crate) guide: AttrValue,
}

/// What happens to the widget.
pub(crate) enum Told {
    /// The page is returned to.
    Look,
    /// Rules that questions can be asked by, with the rest still to come.
    Early(u32, Loaded),
    /// What was found where the rules are; none if nothing is new there.
    Found(u32, Result<Option<Loaded>, String>),
    /// The person wants the newer rules.
    Use,
    /// The person does something on a page.
    Act(Action),
    /// The browser's history went to an entry.
    Go(Entry),
    /// What comes after the first question is there, or cannot be had.
    Later(bool),
}

/// The element.
#[derive(Debug)]
pub(crate) struct Widget {
    /// The rules in use.
    used: Option<Rc<Rulebook>>,
    /// Newer ones, which are used once the person wants them.
    newer: Option<Rc<Rulebook>>,
    /// Whether those that are published now cannot be used.
    broken: bool,
    /// The manifest that was found last.
    known: Option<String>,
    /// When it was looked for.
    checked: f64,
    /// Counts the addresses of rules, so that what comes from an earlier one is passed over.
    address: u32,
    /// The journey, once there are rules.
    session: Option<Session>,
    /// Rules that wait for all of the program, because a link holds answers.
    held: Option<Rc<Rulebook>>,
    /// Whether what comes after the first question was asked for, and not yet answered.
    asked: bool,
    /// Whether it cannot be had.
    lacking: bool,
    /// Whether the address was told all that goes into it.
    whole: bool,
    /// The entry of the browser's history to begin with.
    wanted: Option<Entry>,
    /// The turn of the page that was told last.
    shown: Option<u32>,
    /// The attempt at sending the page that was told last.
    attempt: u32,
    /// The heading of the page, and the summary of what keeps it from being sent: they take the focus.
    heading: NodeRef,
    errors: NodeRef,
    _listeners: Vec<EventListener>,
}

impl Component for Widget {
    type Message = Told;
    type Properties = WidgetProps;

    fn create(ctx: &Context<Self>) -> Self {
        let mut widget = Self {
            used: None,
            newer: None,
            broken: false,
            known: None,
            checked: f64::NEG_INFINITY,
            address: 0,
            session: None,
            held: None,
            asked: false,
            lacking: false,
            whole: false,
            wanted: None,
            shown: None,
            attempt: 0,
            heading: NodeRef::default(),
            errors: NodeRef::default(),
            _listeners: on_return(ctx.link().callback(|()| Told::Look)),
        };
        widget.look(ctx);
        widget
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &WidgetProps) -> bool {
        let props = ctx.props();
        if props.rules != before.rules || props.host != before.host || props.lang != before.lang {
            // The same rules in another language are as good as rules of another place.
            self.known = None;
            self.address += 1;
            self.checked = f64::NEG_INFINITY;
            self.look(ctx);
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, told: Told) -> bool {
        // Another element of the page may have brought the rest of the program.
        if later::part().is_some()
            && let Some(session) = &mut self.session
            && !session.begun
        {
            session.act(Action::Arrive);
        }
        match told {
            Told::Look => {
                self.look(ctx);
                return false;
            }
            Told::Early(address, loaded) if address == self.address => {
                self.take(ctx, loaded.book);
            }
            Told::Found(address, found) if address == self.address => self.found(ctx, found),
            Told::Early(..) | Told::Found(..) => return false,
            Told::Use => {
                if let Some(newer) = self.newer.take() {
                    self.adopt(ctx, newer);
                }
            }
            Told::Act(Action::Back) if ctx.props().address.is_some() => {
                // It comes back as an entry of the history.
                if let Some(address) = &ctx.props().address {
                    address.back();
                }
                return false;
            }
            Told::Go(entry) => match &mut self.session {
                Some(session) => session.act(Action::Land(entry)),
                None => self.wanted = Some(entry),
            },
            Told::Later(here) => {
                self.asked = false;
                self.lacking = !here;
                if let Some(book) = self.held.take_if(|_| here) {
                    self.begin(ctx, book);
                }
                if self.held.is_some() {
                    self.found(ctx, Err(later::LACKING.to_owned()));
                }
                self.redraw_waiting();
            }
            Told::Act(Action::Bring) => {
                self.bring(ctx);
                self.redraw_waiting();
            }
            Told::Act(action) => {
                if let Some(session) = &mut self.session {
                    session.act(action);
                }
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let words = Words::of(&props.lang);
        let Some(session) = &self.session else {
            return if self.broken {
                unavailable(words, props.level).html()
            } else {
                loading(words).html()
            };
        };
        let view = View {
            session,
            words: session.words,
            level: props.level,
            act: ctx.link().callback(Told::Act),
            lacking: self.lacking,
            heading: self.heading.clone(),
        };
        let notice = self.notice(ctx, words, &session.book);
        match later::part() {
            Some(later) => (later.frame)(&view, notice, &self.errors).html(),
            None => view.first(notice).html(),
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        let Some(session) = &self.session else {
            return;
        };
        let take = |node: &NodeRef| {
            if let Some(node) = node.cast::<HtmlElement>() {
                focus::take(&node);
            }
        };
        let turned = self.shown != Some(session.turn);
        if turned {
            // Never at first: the host page would jump away from what its reader came for.
            if self.shown.is_some() {
                take(&self.heading);
            }
            self.shown = Some(session.turn);
            tell(&ctx.props().host, session);
        }
        if session.problem.is_some() && (turned || self.attempt != session.attempt) {
            take(&self.errors);
        }
        if let Some(address) = &ctx.props().address
            && (turned || self.attempt != session.attempt || self.whole != later::part().is_some())
        {
            let whole = self.whole;
            self.whole = later::part().is_some();
            if turned || self.whole != whole {
                let mut answers = String::new();
                if let (true, Some(later)) = (session.dated, later::part()) {
                    answers = (later.fragment)(&session.facts);
                }
                let landed = !turned || session.landed == Some(session.turn);
                address.show(
                    session.turn,
                    &session.place(),
                    session.depth(),
                    &answers,
                    landed,
                );
            }
            address.title(&self.title(session));
        }
        self.attempt = session.attempt;
    }
}
