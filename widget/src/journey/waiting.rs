//! What waits until the second part of the program is there: an action that only it can do, and every page but the
//! first two.

use wicketgate_engine::model::AnswerKind;

use super::page::Page;
use super::session::Session;

impl Session {
    /// Whether the page is one that the first part of the program can show, with nothing waiting.
    pub(crate) fn is_first(&self) -> bool {
        let first = match &self.page {
            Page::Start => true,
            Page::Ask(at) => {
                let question = self.book.questions.get(at.question);
                question.is_some_and(|question| question.kind == AnswerKind::Date)
            }
            _ => false,
        };
        first && self.pending.is_none()
    }

    /// Does what waited, now that all of the program is there.
    pub(super) fn arrive(&mut self) {
        let first = self.is_first();
        if let Some(action) = self.pending.take() {
            self.act(action);
        } else if !first {
            // Which question comes next was not known.
            let page = match &self.page {
                page if self.sound(page) => page.clone(),
                _ => self.ahead(),
            };
            self.show(page);
            self.landed = Some(self.turn);
        }
    }
}
