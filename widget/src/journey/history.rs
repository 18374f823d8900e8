//! The way from page to page: further, back, and the same page again.

use super::draft::Draft;
use super::page::Page;
use super::session::Session;
use crate::later;

impl Session {
    /// Shows a page, with what was answered there filled in.
    pub(super) fn show(&mut self, page: Page) {
        self.draft = Draft::default();
        self.explored = None;
        self.page = page;
        if let Some(later) = later::part() {
            (later.shown)(self);
        }
        self.problem = None;
        self.attempt = 0;
        self.status = "";
        self.turn += 1;
        let turn = self.turn as usize;
        self.pages.resize(turn, None);
        self.pages.push(Some(self.page.clone()));
    }

    /// Goes to a page, from which one can come back.
    pub(super) fn open(&mut self, page: Page) {
        let before = std::mem::replace(&mut self.page, page.clone());
        self.past.push(before);
        self.show(page);
    }

    /// Shows the page again as another; what was entered stays.
    pub(crate) fn redraw(&mut self) {
        let draft = std::mem::take(&mut self.draft);
        self.show(self.page.clone());
        // It takes the place of the one before in the browser's history, too.
        self.landed = Some(self.turn);
        self.draft = draft;
    }

    /// The next page that there is something to do on.
    pub(super) fn ahead(&self) -> Page {
        self.walk.next.map_or(Page::Check, Page::Ask)
    }

    /// Goes back one page, or to the next question where its page can no longer be shown.
    pub(super) fn back(&mut self) {
        if let Some(page) = self.past.pop() {
            let sound = self.sound(&page);
            self.show(if sound { page } else { self.ahead() });
        }
    }

    /// Goes to the next question, or to the answers once nothing is open.
    pub(super) fn go_on(&mut self) {
        let further = || self.walk.further.first().copied().filter(|_| self.further);
        let next = self.walk.next.or_else(further);
        self.open(next.map_or(Page::Check, Page::Ask));
    }

    /// Whether there is a page to go back to.
    pub(crate) fn can_go_back(&self) -> bool {
        !self.past.is_empty()
    }

    /// Forgets the pages that were passed: only the start lies behind.
    pub(super) fn forget_past(&mut self) {
        self.past.clear();
        self.past.push(Page::Start);
    }
}
