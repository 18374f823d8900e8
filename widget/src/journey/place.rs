//! Pages as entries of the browser's history: each has a name that outlives a reload. No browser in here.

use super::page::{Explore, Page};
use super::session::Session;
use super::walk::At;

/// The most pages that are taken to lie behind an entry.
const DEEPEST: usize = 1000;

/// An entry of the browser's history.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// The turn in which its page was shown; none if that was before a reload.
    pub(crate) turn: Option<u32>,
    /// The name of its page.
    pub(crate) place: String,
    /// How many pages lie behind it.
    pub(crate) depth: usize,
}

impl Session {
    /// The name of the page. A step of finding an organisation has that of its question.
    pub(crate) fn place(&self) -> String {
        let of = |kind: &str, at: &At| {
            let question = self.book.questions.get(at.question);
            let id = question.map_or("", |question| question.id.as_str());
            [kind, ".", &at.leg.to_string(), ".", id].concat()
        };
        match &self.page {
            Page::Ask(at) | Page::Find(at, _) => of("ask", at),
            Page::Day(at) => of("day", at),
            Page::Check | Page::Note(_) => "check".to_owned(),
            Page::Outcome => "outcome".to_owned(),
            Page::Take => "take".to_owned(),
            Page::Explore(_) => "explore".to_owned(),
            _ => "start".to_owned(),
        }
    }

    /// How many pages lie behind this one.
    pub(crate) fn depth(&self) -> usize {
        self.past.len()
    }

    fn page_named(&self, place: &str) -> Option<Page> {
        let mut parts = place.splitn(3, '.');
        let kind = parts.next()?;
        let mut at = || {
            Some(At {
                leg: parts.next()?.parse().ok()?,
                question: self.book.questions.iter().position({
                    let id = parts.next()?;
                    move |question| question.id == id
                })?,
            })
        };
        Some(match kind {
            "start" => Page::Start,
            "check" => Page::Check,
            "outcome" => Page::Outcome,
            "take" => Page::Take,
            "explore" => Page::Explore(Explore::Find),
            "day" => Page::Day(at()?),
            "ask" => Page::Ask(at()?),
            _ => return None,
        })
    }

    /// Whether a page can be shown with the answers that there are.
    pub(super) fn sound(&self, page: &Page) -> bool {
        match page {
            Page::Start | Page::Open | Page::Explore(_) => true,
            Page::Ask(at) | Page::Day(at) | Page::Find(at, _) | Page::Note(at) => {
                at.leg < self.facts.legs.len()
            }
            Page::Check | Page::Outcome | Page::Take => self.walk.decided(),
            Page::Opened | Page::Compare => self.opened.is_some(),
        }
    }

    /// Shows the page of an entry, with all that was answered.
    pub(super) fn land(&mut self, entry: &Entry) {
        // Another part of the same page.
        if entry.turn == Some(self.turn) {
            return;
        }
        let seen = entry
            .turn
            .and_then(|turn| self.pages.get(turn as usize).cloned().flatten());
        let page = seen
            .or_else(|| self.page_named(&entry.place))
            .filter(|page| self.sound(page))
            .unwrap_or_else(|| self.ahead());
        let depth = entry.depth.min(DEEPEST);
        self.past.truncate(depth);
        while self.past.len() < depth {
            self.past.push(self.page.clone());
        }
        self.show(page);
        self.landed = Some(self.turn);
    }
}
