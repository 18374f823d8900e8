//! What each action makes of a journey: at once, or by the second part of the program.

use std::rc::Rc;

use super::action::Action;
use super::page::Page;
use super::session::Session;
use super::walk::Walk;
use crate::finder::Target;
use crate::later;

impl Session {
    /// What an action makes of the journey.
    pub(crate) fn act(&mut self, action: Action) {
        match (action, later::part()) {
            (Action::Begin, _) => {
                self.pending = None;
                self.go_on();
            }
            (Action::Choose(value), _) => self.draft.chosen = Some(value),
            (Action::Back, _) => {
                self.pending = None;
                self.back();
            }
            (Action::Change(question), _) => {
                self.pending = None;
                self.further = false;
                self.open(Page::Ask(question));
            }
            (Action::Go(page), _) => {
                self.pending = None;
                self.open(page);
            }
            (Action::Land(entry), _) => {
                self.pending = None;
                self.land(&entry);
            }
            (Action::Adopt(book), later) if book.hash == self.book.hash => {
                // The same rules, with what goes with an answer: every question stands where it stood.
                self.book = book;
                if let Some(later) = later {
                    (later.begin)(self);
                }
            }
            (Action::Adopt(book), None) => {
                // Nothing is answered yet.
                self.pending = None;
                self.past.clear();
                self.pages.clear();
                self.walk = Rc::new(Walk::first(&book, self.today));
                self.book = book;
                self.show(Page::Start);
            }
            (Action::Arrive, Some(later)) => {
                (later.begin)(self);
                self.arrive();
            }
            (Action::Arrive | Action::Bring, _) => {}
            (action, Some(later)) => (later.act)(self, action),
            (action, None) => {
                self.pending = Some(action);
                self.redraw();
            }
        }
    }

    /// What only the second part of the program can do.
    pub(crate) fn act_later(&mut self, action: Action) {
        match action {
            Action::Tick(values) => self.draft.ticked = values,
            Action::Type(at, text) => {
                self.draft.picked = None;
                if let Some(field) = self.draft.texts.get_mut(at) {
                    *field = text;
                }
            }
            Action::Pick(value, name) => {
                self.draft.picked = Target::from_value(&value);
                // The name of a kind is a question, which is no name to keep.
                if !matches!(self.draft.picked, Some(Target::Kind(_))) {
                    self.draft.texts = [name.to_string(), String::new(), String::new()];
                }
            }
            Action::Send => {
                if let Err(problem) = self.send() {
                    self.problem = Some(problem);
                    self.attempt += 1;
                }
            }
            Action::Turn(kind) => self.turn_to(kind),
            Action::Examine(wanted) => {
                self.examined.push(wanted);
                self.rewalk();
                self.go_on();
            }
            Action::Further => {
                self.further = true;
                self.go_on();
            }
            Action::Add(beside, way) => self.add(beside, way),
            Action::Remove(leg) => self.remove(leg),
            Action::Read(file) => self.read(file.as_deref()),
            Action::UseOpened => self.use_opened(),
            Action::Compare => self.compare(),
            Action::Say(words) => self.status = words,
            Action::StartAgain => self.start_again(),
            Action::Adopt(book) => self.adopt(book),
            Action::Begin
            | Action::Choose(_)
            | Action::Back
            | Action::Change(_)
            | Action::Go(_)
            | Action::Land(_)
            | Action::Arrive
            | Action::Bring => {}
        }
    }
}
