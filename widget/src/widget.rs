//! The element as a whole: loading, not to be had, or a journey through the last good rulebook.
//!
//! One component keeps all that is known: each component of its own costs some kilobytes.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, VisibilityState};
use wicketgate_engine::Rulebook;
use yew::prelude::*;

use crate::api::Address;
use crate::browser::{emit, now, today};
use crate::components::{Button, El, body, el, heading, inset, some, text};
use crate::content::{LAW, Words, fill};
use crate::focus;
use crate::journey::View;
use crate::journey::action::Action;
use crate::journey::page::Page;
use crate::journey::place::Entry;
use crate::journey::session::Session;
use crate::later;
use crate::load::{self, Loaded};
use crate::take_away::LINK;

/// How long the rules are taken to be still so, in milliseconds.
const FRESH: f64 = 60_000.0;

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

impl Widget {
    /// Looks whether the rules are still so.
    fn look(&mut self, ctx: &Context<Self>) {
        // Coming back to a page twice in a minute need not ask twice.
        if now() - self.checked < FRESH {
            return;
        }
        self.checked = now();
        let (link, url, address) = (ctx.link().clone(), ctx.props().rules.clone(), self.address);
        let before = self.known.clone();
        // Only what the page has words for is asked for: half a page in a language helps nobody.
        let lang = Words::of(&ctx.props().lang).lang;
        spawn_local(async move {
            let early = |loaded| link.send_message(Told::Early(address, loaded));
            let found = fetch(&url, lang, before.as_deref(), &early).await;
            link.send_message(Told::Found(address, found));
        });
    }

    fn found(&mut self, ctx: &Context<Self>, found: Result<Option<Loaded>, String>) {
        self.broken = false;
        match found {
            Ok(None) if self.held.is_some() => self.bring(ctx),
            Ok(None) => {}
            Ok(Some(loaded)) => {
                self.known = Some(loaded.manifest);
                self.take(ctx, loaded.book);
            }
            Err(why) => {
                self.broken = true;
                web_sys::console::warn_1(&["wicket-gate: ", &why].concat().into());
                if self.session.is_none() {
                    emit(&ctx.props().host, "failed", &[("message", &why)]);
                }
            }
        }
    }

    /// Uses rules if there were none or they are the same, perhaps with what was still to come; others are offered.
    fn take(&mut self, ctx: &Context<Self>, book: Rc<Rulebook>) {
        self.broken = false;
        match &self.used {
            Some(used) if used.hash != book.hash && self.session.is_some() => {
                self.newer = Some(book);
            }
            used => {
                if used.is_none() {
                    ready(&ctx.props().host, &book);
                }
                self.newer = None;
                self.adopt(ctx, book);
            }
        }
    }

    fn adopt(&mut self, ctx: &Context<Self>, book: Rc<Rulebook>) {
        self.used = Some(book.clone());
        let props = ctx.props();
        let words = Words::of(&props.lang);
        match &mut self.session {
            Some(session) => {
                session.words = words;
                session.act(Action::Adopt(book));
            }
            // Only all of the program can read a link.
            None if later::part().is_none() && props.fragment.starts_with(LINK) => {
                self.held = Some(book);
                self.bring(ctx);
            }
            None => self.begin(ctx, book),
        }
    }

    /// Begins a journey.
    fn begin(&mut self, ctx: &Context<Self>, book: Rc<Rulebook>) {
        let props = ctx.props();
        let words = Words::of(&props.lang);
        let mut session = Session::from_link(book, words, today(), &props.fragment);
        session.address = props.page.clone();
        session.guide = props.guide.clone();
        session.subject = props.subject.clone();
        if let Some(entry) = self.wanted.take()
            && session.page != Page::Opened
        {
            session.act(Action::Land(entry));
        }
        self.session = Some(session);
        if later::part().is_none() {
            self.bring(ctx);
        }
    }

    /// Something else is said of a page that is not there yet: the focus goes to it.
    fn redraw_waiting(&mut self) {
        if let (None, Some(session)) = (later::part(), &mut self.session)
            && !session.is_first()
        {
            session.redraw();
        }
    }

    /// Asks for what comes after the first question.
    fn bring(&mut self, ctx: &Context<Self>) {
        if self.asked {
            return;
        }
        self.asked = true;
        self.lacking = false;
        let link = ctx.link().clone();
        spawn_local(async move { link.send_message(Told::Later(later::bring().await)) });
    }

    /// The title of the page, after a word for errors where there is one; none for the start page.
    fn title(&self, session: &Session) -> String {
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

    /// What is to be said about the rules above each page.
    fn notice(&self, ctx: &Context<Self>, words: &Words, book: &Rulebook) -> El {
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

/// The rules, unless they are what was fetched before. Where there were none, questions can be asked early.
async fn fetch(
    url: &str,
    lang: &str,
    before: Option<&str>,
    early: &dyn Fn(Loaded),
) -> Result<Option<Loaded>, String> {
    let manifest = load::manifest(url).await?;
    if before == Some(manifest.as_str()) {
        return Ok(None);
    }
    let early = before.is_none().then_some(early);
    let lang = if lang == LAW { "" } else { lang };
    load::rulebook(url, &manifest, lang, early).await.map(Some)
}

/// Looks again whenever the page is returned to.
fn on_return(look: Callback<()>) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let Some(document) = window.document() else {
        return Vec::new();
    };
    let again = look.clone();
    let seen = document.clone();
    vec![
        EventListener::new(&window, "pageshow", move |_| look.emit(())),
        EventListener::new(&document, "visibilitychange", move |_| {
            if seen.visibility_state() == VisibilityState::Visible {
                again.emit(());
            }
        }),
    ]
}

/// The page's own content stands until there is something to put in its place, so that the page moves only once.
fn loading(words: &Words) -> El {
    let status = el("p")
        .class("govuk-visually-hidden")
        .attr("role", "status")
        .attr("lang", words.lang)
        .text(words.loading);
    some().el(status).el(el("slot"))
}

/// The page's own content stands in, below a plain message.
fn unavailable(words: &Words, level: u8) -> El {
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

fn ready(host: &HtmlElement, book: &Rulebook) {
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
fn tell(host: &HtmlElement, session: &Session) {
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
