//! Another rulebook in the middle of a journey.

use std::rc::Rc;

use wicketgate_engine::model::{RenamedKind, Rulebook};
use wicketgate_engine::{Facts, migrate, read_proposal, write_proposal};

use super::page::{Explore, Page};
use super::session::Session;

impl Session {
    /// Takes another rulebook, and every answer that still has a question, with its note.
    pub(super) fn adopt(&mut self, book: Rc<Rulebook>) {
        self.facts = carried(&self.facts, &book);
        for remark in &mut self.remarks {
            let now = book.name_now(RenamedKind::Question, None, &remark.question);
            remark.question = now.to_owned();
        }
        self.book = book;
        self.index();
        self.opened = None;
        self.pages.clear();
        self.past.clear();
        self.examined.clear();
        // The questions of another rulebook stand elsewhere in it.
        self.walk_anew();
        let page = match (&self.page, self.walk.next) {
            (Page::Start, _) => Page::Start,
            // Organisations stand elsewhere in another rulebook, too.
            (Page::Explore(_), _) => Page::Explore(Explore::Find),
            (Page::Outcome, None) => Page::Outcome,
            (_, None) => Page::Check,
            (_, Some(next)) => Page::Ask(next),
        };
        if page != Page::Start {
            self.past.push(Page::Start);
        }
        self.show(page);
    }
}

/// The facts of one rulebook as far as they are facts of another, by the names they have there.
fn carried(facts: &Facts, book: &Rulebook) -> Facts {
    let (proposal, _) = migrate(book, &write_proposal(facts));
    read_proposal(book, &proposal, facts.on).unwrap_or_else(|_| Facts::new(facts.on))
}
