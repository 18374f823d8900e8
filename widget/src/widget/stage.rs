//! Beginning a journey, and bringing what comes after the first question.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use wicketgate_engine::Rulebook;
use yew::prelude::*;

use super::{Told, Widget};
use crate::browser::today;
use crate::content::Words;
use crate::journey::action::Action;
use crate::journey::page::Page;
use crate::journey::session::Session;
use crate::later;

impl Widget {
    /// Begins a journey.
    pub(super) fn begin(&mut self, ctx: &Context<Self>, book: Rc<Rulebook>) {
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

    /// Asks for what comes after the first question.
    pub(super) fn bring(&mut self, ctx: &Context<Self>) {
        if self.asked {
            return;
        }
        self.asked = true;
        self.lacking = false;
        let link = ctx.link().clone();
        spawn_local(async move { link.send_message(Told::Later(later::bring().await)) });
    }

    /// Something else is said of a page that is not there yet: the focus goes to it.
    pub(super) fn redraw_waiting(&mut self) {
        if let (None, Some(session)) = (later::part(), &mut self.session)
            && !session.is_first()
        {
            session.redraw();
        }
    }
}
