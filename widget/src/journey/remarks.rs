//! What was written beside answers.

use wicketgate_engine::model::Rulebook;
use wicketgate_engine::{Facts, Remark};

use super::session::Session;
use super::walk::{self, At};

impl Session {
    /// What was written beside an answer.
    pub(crate) fn remark(&self, at: At) -> Option<&Remark> {
        let beside = |remark: &&Remark| is_beside(&self.book, remark, at, &self.facts);
        self.remarks.iter().find(beside)
    }

    /// Keeps what was written beside an answer, or forgets it where nothing was.
    pub(super) fn put_remark(&mut self, at: At) {
        let Some(question) = self.book.questions.get(at.question) else {
            return;
        };
        let (book, facts) = (&self.book, &self.facts);
        self.remarks
            .retain(|remark| !is_beside(book, remark, at, facts));
        let [note, link, _] = &self.draft.texts;
        let (note, link) = (note.trim().to_owned(), link.trim().to_owned());
        if !(note.is_empty() && link.is_empty()) {
            self.remarks.push(Remark {
                leg: at.leg,
                question: question.id.clone(),
                note,
                link,
            });
        }
    }

    /// Forgets what was written beside the answers of a leg that goes, before it does.
    ///
    /// What stands beside an answer of the whole proposal stays, with another leg that has that answer.
    pub(super) fn leave_remarks(&mut self, gone: usize) {
        let (book, facts) = (&self.book, &self.facts);
        self.remarks.retain_mut(|remark| {
            if remark.leg == gone {
                let question = walk::position(book, &remark.question);
                let shared = |leg: &usize| {
                    let at = question.map(|question| At {
                        leg: *leg,
                        question,
                    });
                    at.is_some_and(|at| walk::is_shared(book, at, facts))
                };
                let mut others = (0..facts.legs.len()).filter(|leg| *leg != gone);
                match others.find(shared) {
                    Some(other) if shared(&gone) => remark.leg = other,
                    _ => return false,
                }
            }
            // The legs behind the one that goes move up.
            if remark.leg > gone {
                remark.leg -= 1;
            }
            true
        });
    }
}

/// Whether a note stands beside an answer; beside one of the whole proposal it does with whichever leg it was written.
fn is_beside(book: &Rulebook, remark: &Remark, at: At, facts: &Facts) -> bool {
    let written = At {
        leg: remark.leg,
        ..at
    };
    let asked = book.questions.get(at.question);
    asked.is_some_and(|asked| asked.id == remark.question)
        && (written == at
            || walk::is_shared(book, at, facts) && walk::is_shared(book, written, facts))
}
