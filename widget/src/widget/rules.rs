//! Which rules are used: they are fetched, and looked at again when the page is returned to. Newer ones are offered.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen_futures::spawn_local;
use web_sys::VisibilityState;
use wicketgate_engine::Rulebook;
use yew::prelude::*;

use super::events::ready;
use super::{Told, Widget};
use crate::browser::{emit, now};
use crate::content::{LAW, Words};
use crate::journey::action::Action;
use crate::later;
use crate::load::{self, Loaded};
use crate::take_away::LINK;

/// How long the rules are taken to be still so, in milliseconds.
const FRESH: f64 = 60_000.0;

impl Widget {
    /// Looks whether the rules are still so.
    pub(super) fn look(&mut self, ctx: &Context<Self>) {
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

    /// Uses what was found where the rules are, or says that it cannot be used.
    pub(super) fn found(&mut self, ctx: &Context<Self>, found: Result<Option<Loaded>, String>) {
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
    pub(super) fn take(&mut self, ctx: &Context<Self>, book: Rc<Rulebook>) {
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

    /// Goes on with rules, or begins with them.
    pub(super) fn adopt(&mut self, ctx: &Context<Self>, book: Rc<Rulebook>) {
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
pub(super) fn on_return(look: Callback<()>) -> Vec<EventListener> {
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
