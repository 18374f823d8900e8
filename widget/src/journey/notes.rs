//! What goes with an answer besides its reasons: other powers to ask about, duties, steps and so on.

use wicketgate_engine::NoteSaid;
use wicketgate_engine::model::{NoteKind, Question};

use super::View;
use crate::components::{El, details, el, some};
use crate::prose::{Line, cited, link, prose};

/// In which order they are told. Misconceptions stand beside the questions.
pub(crate) const ORDER: [NoteKind; 10] = [
    NoteKind::Adds,
    NoteKind::Leaves,
    NoteKind::Sibling,
    NoteKind::Step,
    NoteKind::Duty,
    NoteKind::Change,
    NoteKind::Benefit,
    NoteKind::Holding,
    NoteKind::Wording,
    NoteKind::Contact,
];

impl View<'_> {
    /// The notes of a leg, folded by kind.
    pub(super) fn notes(&self, notes: &[NoteSaid]) -> El {
        let mut all = some();
        for (kind, title) in ORDER.iter().zip(self.words.notes) {
            let mut list = None;
            for note in notes {
                if note.kind == *kind {
                    let before = list.unwrap_or_else(|| el("ul").class("wg-explanation"));
                    list = Some(before.el(self.note(note)));
                }
            }
            // What people came for stands open.
            let open = matches!(kind, NoteKind::Adds | NoteKind::Leaves);
            all = all.maybe(list.map(|list| {
                if open {
                    some().el(self.below(1, "govuk-heading-m", title)).el(list)
                } else {
                    details(title, list)
                }
            }));
        }
        all
    }

    fn note(&self, note: &NoteSaid) -> El {
        let (book, words) = (&*self.session.book, self.words);
        let known = book.notes.iter().find(|known| known.id == note.id);
        let says = known.and_then(|known| known.says.as_ref());
        let mut said = el("li")
            .el(el("strong").text(&note.title))
            .maybe(says.map(prose));
        if !note.checks.is_empty() {
            let mut checks = el("ul").class("govuk-list govuk-list--bullet");
            for check in &note.checks {
                let truth = words.truth(check.truth);
                checks = checks.el(el("li").text(&check.text).text(": ").text(truth));
            }
            said = said.el(checks);
        }
        let mut links = Line::default();
        for one in &note.provisions {
            links.add(cited(book, words, &one.provision, &one.citation, &one.link));
        }
        for source in &note.sources {
            links.add(link(&source.title, &source.link, words.new_tab));
        }
        said.el(links.view())
    }

    /// Beliefs that are mistaken, put right beside the question where they arise.
    pub(super) fn misconceptions(&self, question: &Question) -> El {
        let (book, words) = (&*self.session.book, self.words);
        let asked = book
            .questions
            .iter()
            .position(|known| known.id == question.id);
        let mut all = some();
        for note in &book.notes {
            if !asked.is_some_and(|asked| note.at.contains(&asked)) {
                continue;
            }
            let mut links = Line::default();
            links.cites(book, words, &note.cites);
            for source in &note.sources {
                links.add(link(&source.title, &source.link, words.new_tab));
            }
            let content = some().maybe(note.says.as_ref().map(prose)).el(links.view());
            all = all.el(details(&note.title.plain(), content));
        }
        all
    }
}
