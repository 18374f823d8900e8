//! The second part of the program: every page but the start and the first question, all that reasons, and what
//! scripts may ask. The first part reads the rules and shows what a person sees first.
//!
//! It is a wasm file of its own, which is fetched as soon as the rules are read.
//! The first part knows it by the table [`Later`] only: a call that does not go through the table would bring
//! what it calls, and all that calls, into the first part.

use wasm_bindgen::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use wicketgate_engine::Facts;
use wicketgate_engine::model::Rulebook;
use yew::NodeRef;

use crate::api;
use crate::components::El;
use crate::journey::View;
use crate::journey::action::Action;
use crate::journey::session::Session;
use crate::take_away::fragment;

/// What a page is told where the second part cannot be had.
pub(crate) const LACKING: &str = "the rest of the program cannot be had";

/// What the first part of the program can ask of the second.
#[derive(Debug)]
pub(crate) struct Later {
    /// Goes on from the first page.
    pub(crate) begin: fn(&mut Session),
    /// Shows a page in its frame.
    pub(crate) frame: fn(&View<'_>, El, &NodeRef) -> El,
    /// Gets ready what a page shows.
    pub(crate) shown: fn(&mut Session),
    /// Does what a person does.
    pub(crate) act: fn(&mut Session, Action),
    /// Takes the answers of a link.
    pub(crate) linked: fn(&mut Session, &str),
    /// The answers as the fragment of a link.
    pub(crate) fragment: fn(&Facts) -> String,
    /// Compiles rules for a script.
    pub(crate) load_rules: fn(&JsValue) -> Result<JsValue, JsError>,
    /// Determines a proposal for a script.
    pub(crate) determined: fn(&Rulebook, &JsValue) -> Result<JsValue, JsError>,
    /// The questions for a script.
    pub(crate) questions: fn(&Rulebook) -> Result<JsValue, JsError>,
    /// Who is listed, for a script.
    pub(crate) persons: fn(&Rulebook, Option<String>) -> Result<JsValue, JsError>,
}

static LATER: Later = Later {
    begin: Session::begin,
    frame: |view, notice, errors| view.frame(notice, errors),
    shown: Session::shown,
    act: Session::act_later,
    linked: Session::link,
    fragment,
    load_rules: api::compiled,
    determined: api::determined,
    questions: api::asked,
    persons: api::listed,
};

/// The second part of the program, if it is there.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn part() -> Option<&'static Later> {
    Some(&LATER)
}

#[cfg(target_family = "wasm")]
static HERE: std::sync::OnceLock<&'static Later> = std::sync::OnceLock::new();

/// The second part of the program, if it is there.
#[cfg(target_family = "wasm")]
pub(crate) fn part() -> Option<&'static Later> {
    HERE.get().copied()
}

#[allow(
    unsafe_code,
    reason = "what the macro makes of it is a function of another wasm file"
)]
#[wasm_split(later, fallible)]
fn table() -> Result<&'static Later, SplitLoaderError> {
    Ok(&LATER)
}

/// Brings the second part of the program. Tells whether it is there; if not, it may be tried again.
pub(crate) async fn bring() -> bool {
    let Ok(_table) = table().await else {
        return false;
    };
    #[cfg(target_family = "wasm")]
    let _ = HERE.set(_table);
    true
}
