//! What was written beside answers.

use wicketgate_engine::Remark;

use super::session::Session;
use super::walk::At;

impl Session {
    /// What was written beside an answer.
    pub(crate) fn remark(&self, at: At) -> Option<&Remark> {
        let id = &self.book.questions.get(at.question)?.id;
        self.remarks
            .iter()
            .find(|remark| remark.leg == at.leg && remark.question == *id)
    }

    /// Keeps what was written beside an answer, or forgets it where nothing was.
    pub(super) fn put_remark(&mut self, at: At) {
        let Some(question) = self.book.questions.get(at.question) else {
            return;
        };
        let id = question.id.clone();
        self.remarks
            .retain(|remark| remark.leg != at.leg || remark.question != id);
        let [note, link, _] = &self.draft.texts;
        let (note, link) = (note.trim().to_owned(), link.trim().to_owned());
        if !(note.is_empty() && link.is_empty()) {
            self.remarks.push(Remark {
                leg: at.leg,
                question: id,
                note,
                link,
            });
        }
    }
}
