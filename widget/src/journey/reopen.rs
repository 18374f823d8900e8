//! Saved answers, from a file or a link: read, asked again, used in place of those here, or compared with them.

use std::rc::Rc;

use wicketgate_engine::model::Rulebook;
use wicketgate_engine::{Date, Plain, Receipt, Rerun, compare, read_receipt, rerun};

use super::page::Page;
use super::problem::Problem;
use super::session::Session;
use crate::content::Words;
use crate::later;
use crate::take_away::{LINK, proposal};

/// A saved answer that was opened.
#[derive(Debug)]
pub(crate) struct Opened {
    /// The file.
    pub(crate) receipt: Receipt,
    /// What came of asking again.
    pub(crate) again: Rerun,
}

impl Session {
    /// A journey with the answers of a link; with none where it holds none. One that cannot be read is told.
    pub(crate) fn from_link(
        book: Rc<Rulebook>,
        words: &'static Words,
        today: Date,
        fragment: &str,
    ) -> Self {
        let mut session = Self::new(book, words, today);
        if let Some(later) = later::part() {
            (later.linked)(&mut session, fragment);
        }
        session
    }

    /// Takes the answers of a link, if it holds any.
    pub(crate) fn link(&mut self, fragment: &str) {
        let found = proposal(&self.book, fragment);
        if found.is_none() && !fragment.starts_with(LINK) {
            return;
        }
        self.read(found.as_ref());
        let opened = self.opened.as_ref();
        if opened.is_some_and(|opened| opened.receipt.dropped.is_empty()) {
            self.use_opened();
        }
        if let Some(problem) = &mut self.problem {
            problem.words = self.words.link_other.into();
        }
    }

    /// Opens a file. One that cannot be used changes nothing but what is said of it.
    pub(super) fn read(&mut self, file: Option<&Plain>) {
        let read = file.map(|file| read_receipt(&self.book, file, self.today));
        match read {
            Some(Ok(receipt)) => {
                let again = rerun(&self.book, &receipt);
                self.opened = Some(Rc::new(Opened { receipt, again }));
                self.open(Page::Opened);
            }
            bad => {
                if self.page != Page::Open {
                    self.open(Page::Open);
                }
                let words = match bad {
                    Some(Err(error)) => {
                        let why = [&*error.place, ": ", &error.message].concat();
                        [self.words.file_other, " (", &why, ")"].concat()
                    }
                    _ => self.words.file_no_json.to_owned(),
                };
                self.problem = Some(Problem::new(words));
                self.attempt += 1;
            }
        }
    }

    /// Goes on with the answers of what was opened, in place of those here.
    pub(super) fn use_opened(&mut self) {
        let Some(opened) = self.opened.take() else {
            return;
        };
        self.facts = opened.receipt.facts.clone();
        self.remarks.clone_from(&opened.receipt.remarks);
        self.dated = true;
        self.examined.clear();
        self.index();
        self.walk_anew();
        self.forget_past();
        let page = match self.walk.next {
            None => Page::Outcome,
            Some(next) => Page::Ask(next),
        };
        self.show(page);
    }

    /// Lays the answers here and those of what was opened side by side.
    pub(super) fn compare(&mut self) {
        if let Some(opened) = &self.opened {
            let found = compare(&self.book, self.walk.facts(), &opened.receipt.facts);
            self.comparison = Some(Rc::new(found));
            self.open(Page::Compare);
        }
    }
}
