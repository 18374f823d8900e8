//! A journey as a value: the page, all that was answered, and what follows from it. No browser in here.

use std::rc::Rc;

use wicketgate_engine::model::Rulebook;
use wicketgate_engine::{Comparison, Date, Facts, Reasons, Remark};
use yew::AttrValue;

use super::action::Action;
use super::draft::Draft;
use super::page::Page;
use super::problem::Problem;
use super::reopen::Opened;
use super::walk::{Examined, Walk};
use crate::content::Words;
use crate::explore::Explored;
use crate::finder::Finder;
use crate::later;

/// A journey. What changes it is in the files named after the changes.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    /// The rules that the questions are from.
    pub(crate) book: Rc<Rulebook>,
    /// What the page itself says, in its language.
    pub(crate) words: &'static Words,
    /// The day on which the journey began.
    pub(crate) today: Date,
    /// All that was ever answered.
    pub(crate) facts: Facts,
    /// Whether the day was answered.
    pub(crate) dated: bool,
    /// Objectives to decide although the share as a whole is decided.
    pub(crate) examined: Vec<Examined>,
    /// Whether to ask what decides only what goes with the outcome.
    pub(crate) further: bool,
    /// The page that is shown.
    pub(crate) page: Page,
    /// The pages to go back to, the nearest last.
    pub(super) past: Vec<Page>,
    /// The page of each turn, for the browser's history; none of turns whose pages are gone.
    pub(super) pages: Vec<Option<Page>>,
    /// The turn in which the browser's history was followed last.
    pub(crate) landed: Option<u32>,
    /// What is entered on the page.
    pub(crate) draft: Draft,
    /// What kept the page from being sent.
    pub(crate) problem: Option<Problem>,
    /// How often the page was sent in vain.
    pub(crate) attempt: u32,
    /// How often the page changed.
    pub(crate) turn: u32,
    /// Which questions the answers lead to, and what they amount to.
    pub(crate) walk: Rc<Walk>,
    /// Why each leg has its outcome, once that is shown.
    pub(super) why: Rc<Vec<Option<Reasons>>>,
    /// The search for organisations, on the day of the share.
    pub(crate) finder: Rc<Finder>,
    /// What was written beside answers.
    pub(crate) remarks: Vec<Remark>,
    /// The file that was opened last.
    pub(crate) opened: Option<Rc<Opened>>,
    /// What was done before the part of the program was there that can do it.
    pub(super) pending: Option<Action>,
    /// Whether the second part of the program has begun with it.
    pub(crate) begun: bool,
    /// The answers here beside those of the file, once they were laid side by side.
    pub(crate) comparison: Option<Rc<Comparison>>,
    /// What came of something, such as of copying.
    pub(crate) status: &'static str,
    /// The address of the page that stands alone, for links.
    pub(crate) address: AttrValue,
    /// Where the guide on paper is; empty where the page names none.
    pub(crate) guide: AttrValue,
    /// The day on which it is looked at who is listed.
    pub(crate) seen: Date,
    /// Who is listed on that day, where a page shows it.
    pub(crate) explored: Option<Rc<Explored>>,
    /// The subject that is ticked to begin with where people choose what it is about, if there is such an option.
    pub(crate) subject: AttrValue,
}

impl Session {
    /// A journey at its start.
    pub(crate) fn new(book: Rc<Rulebook>, words: &'static Words, today: Date) -> Self {
        let walk = Rc::new(Walk::first(&book, today));
        let mut session = Self {
            book,
            words,
            today,
            facts: Facts::new(today),
            dated: false,
            examined: Vec::new(),
            further: false,
            page: Page::Start,
            past: Vec::new(),
            pages: Vec::new(),
            landed: None,
            draft: Draft::default(),
            problem: None,
            attempt: 0,
            turn: 0,
            walk,
            why: Rc::default(),
            finder: Rc::default(),
            remarks: Vec::new(),
            opened: None,
            pending: None,
            begun: false,
            comparison: None,
            status: "",
            address: AttrValue::default(),
            guide: AttrValue::default(),
            seen: today,
            explored: None,
            subject: AttrValue::default(),
        };
        if let Some(later) = later::part() {
            (later.begin)(&mut session);
        }
        session
    }

    /// Goes on with all of the program there.
    pub(crate) fn begin(&mut self) {
        self.begun = true;
        self.index();
        self.walk_anew();
    }

    /// Forgets all that was answered, and nothing that the page around it said.
    pub(super) fn start_again(&mut self) {
        let turn = self.turn + 1;
        let kept = (
            self.address.clone(),
            self.subject.clone(),
            self.guide.clone(),
        );
        let pages = std::mem::take(&mut self.pages);
        *self = Self::new(self.book.clone(), self.words, self.today);
        (self.address, self.subject, self.guide) = kept;
        self.pages = pages;
        self.turn = turn;
    }

    /// Makes the search for organisations anew, for these rules and the day of the share.
    pub(super) fn index(&mut self) {
        self.finder = Rc::new(Finder::new(&self.book, self.facts.on, self.words));
    }

    /// Walks from the first question on, after a change that moves questions or legs.
    pub(super) fn walk_anew(&mut self) {
        self.walk = Rc::new(self.walked(None));
    }

    /// Walks on after an answer.
    pub(super) fn rewalk(&mut self) {
        let walk = self.walked(Some(&self.walk));
        self.walk = Rc::new(walk);
    }

    fn walked(&self, before: Option<&Walk>) -> Walk {
        let (book, facts) = (&self.book, &self.facts);
        Walk::new(book, facts, self.dated, &self.examined, before)
    }
}
