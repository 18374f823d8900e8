//! The element as a whole: loading, not to be had, or a journey through the last good rulebook.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, VisibilityState};
use wicketgate_engine::Rulebook;
use yew::prelude::*;
use yew::virtual_dom::VComp;

use crate::browser::{emit, now, today};
use crate::components::{Button, El, body, el, heading, inset, some, text};
use crate::content::{Words, fill};
use crate::journey::session::{Page, Session};
use crate::journey::{Journey, JourneyProps, Same};
use crate::load::{self, Loaded};

/// How long the rules are taken to be still so, in milliseconds.
const FRESH: f64 = 60_000.0;

/// What a page asks of the widget.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct WidgetProps {
    /// The element, on which events are heard.
    pub(crate) host: HtmlElement,
    /// Where the manifest of the rules is.
    pub(crate) rules: AttrValue,
    /// The language.
    pub(crate) lang: AttrValue,
    /// The level of the heading of each page.
    pub(crate) level: u8,
}

/// What is known of the rules.
#[derive(Clone, Default)]
struct Rules {
    /// Those in use.
    used: Option<Rc<Loaded>>,
    /// Newer ones, which are used once the person wants them.
    newer: Option<Rc<Loaded>>,
    /// Whether those that are published now cannot be used.
    broken: bool,
}

enum Told {
    Loaded(Rc<Loaded>),
    Broken,
    Same,
    Use,
}

impl Reducible for Rules {
    type Action = Told;

    fn reduce(self: Rc<Self>, told: Told) -> Rc<Self> {
        let mut next = Self::clone(&self);
        match told {
            Told::Loaded(loaded) => {
                next.broken = false;
                match &next.used {
                    None => next.used = Some(loaded),
                    // The same rules, perhaps with what was still to come.
                    Some(used) if used.book.hash == loaded.book.hash => {
                        next.used = Some(loaded);
                        next.newer = None;
                    }
                    Some(_) => next.newer = Some(loaded),
                }
            }
            Told::Broken => next.broken = true,
            Told::Same => next.broken = false,
            Told::Use => {
                if let Some(newer) = next.newer.take() {
                    next.used = Some(newer);
                }
            }
        }
        next.into()
    }
}

#[component]
pub(crate) fn Widget(props: &WidgetProps) -> Html {
    let words = Words::of(&props.lang);
    let rules = use_reducer(Rules::default);
    // What is used must be known to a request that was started before it came.
    let known = use_mut_ref(|| None::<String>);
    {
        let (dispatcher, host, url) = (rules.dispatcher(), props.host.clone(), props.rules.clone());
        use_effect_with((props.rules.clone(), props.host.clone()), move |_| {
            let checked = Rc::new(Cell::new(f64::NEG_INFINITY));
            let ended = Rc::new(Cell::new(false));
            let look = {
                let ended = ended.clone();
                move || {
                    // Coming back to a page twice in a minute need not ask twice.
                    if now() - checked.get() < FRESH {
                        return;
                    }
                    checked.set(now());
                    let (dispatcher, host, url, known, ended) = (
                        dispatcher.clone(),
                        host.clone(),
                        url.clone(),
                        known.clone(),
                        ended.clone(),
                    );
                    spawn_local(async move {
                        let before = known.borrow().clone();
                        let asked = Cell::new(false);
                        let early = |loaded: Loaded| {
                            if !ended.get() {
                                asked.set(true);
                                ready(&host, &loaded.book);
                                dispatcher.dispatch(Told::Loaded(Rc::new(loaded)));
                            }
                        };
                        let found = fetch(&url, before.as_deref(), &early).await;
                        if ended.get() {
                            return;
                        }
                        match found {
                            Ok(None) => dispatcher.dispatch(Told::Same),
                            Ok(Some(loaded)) => {
                                *known.borrow_mut() = Some(loaded.manifest.clone());
                                if before.is_none() && !asked.get() {
                                    ready(&host, &loaded.book);
                                }
                                dispatcher.dispatch(Told::Loaded(Rc::new(loaded)));
                            }
                            Err(why) => {
                                web_sys::console::warn_1(&["wicket-gate: ", &why].concat().into());
                                if before.is_none() && !asked.get() {
                                    emit(&host, "failed", &[("message", &why)]);
                                }
                                dispatcher.dispatch(Told::Broken);
                            }
                        }
                    });
                }
            };
            look();
            let listeners = on_return(look);
            move || {
                ended.set(true);
                drop(listeners);
            }
        });
    }
    let Some(used) = &rules.used else {
        return if rules.broken {
            unavailable(words, props.level).html()
        } else {
            loading(words).html()
        };
    };
    let host = props.host.clone();
    let props = JourneyProps {
        book: Same(used.book.clone()),
        lang: props.lang.clone(),
        level: props.level,
        today: today(),
        notice: notice(&rules, words, &used.book).html(),
        onpage: Callback::from(move |session: Rc<Session>| told(&host, &session)),
    };
    VComp::new::<Journey>(Rc::new(props), None).into()
}

/// The rules, unless they are what was fetched before. Where there were none, questions can be asked early.
async fn fetch(
    url: &str,
    before: Option<&str>,
    early: &dyn Fn(Loaded),
) -> Result<Option<Loaded>, String> {
    let manifest = load::manifest(url).await?;
    if before == Some(manifest.as_str()) {
        return Ok(None);
    }
    let early = before.is_none().then_some(early);
    load::rulebook(url, &manifest, early).await.map(Some)
}

/// Looks again whenever the page is returned to.
fn on_return(look: impl Fn() + Clone + 'static) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let Some(document) = window.document() else {
        return Vec::new();
    };
    let again = look.clone();
    let seen = document.clone();
    vec![
        EventListener::new(&window, "pageshow", move |_| look()),
        EventListener::new(&document, "visibilitychange", move |_| {
            if seen.visibility_state() == VisibilityState::Visible {
                again();
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

/// What is to be said about the rules above each page.
fn notice(rules: &UseReducerHandle<Rules>, words: &'static Words, book: &Rulebook) -> El {
    // The region must be there before it has words, or they are not read out.
    let region = el("div").attr("role", "status");
    let content = if rules.broken {
        let mut date = String::new();
        if let Some(day) = book.law_as_at {
            date = words.date(day);
        }
        some().text(&fill(words.stale, &[("{date}", &date)]))
    } else if rules.newer.is_some() {
        let dispatcher = rules.dispatcher();
        let button = Button {
            content: text(words.newer_use),
            kind: Some("button".into()),
            classes: "govuk-button--secondary".into(),
            onclick: Some(Callback::from(move |_| dispatcher.dispatch(Told::Use))),
            ..Button::default()
        };
        some().el(body(words.newer)).el(button.view())
    } else {
        return region;
    };
    region.el(inset(content))
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
fn told(host: &HtmlElement, session: &Session) {
    let page = match session.page {
        Page::Start => "start",
        Page::Ask(_) | Page::Day(_) | Page::Find(..) => "question",
        Page::Check => "check",
        Page::Outcome => "outcome",
    };
    emit(host, "step", &[("page", page)]);
    if session.page == Page::Outcome {
        emit(host, "outcome", &[]);
    }
}
