//! What goes with an answer besides its reasons: other powers to ask about, duties, steps and so on.

use wicketgate_engine::NoteSaid;
use wicketgate_engine::model::{NoteKind, Question};
use yew::prelude::*;

use super::View;
use crate::components::{Details, text};
use crate::prose::{cited, line, link, prose};

/// In which order they are told. Misconceptions stand beside the questions.
const ORDER: [NoteKind; 8] = [
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
    pub(super) fn notes(&self, notes: &[NoteSaid]) -> Html {
        let each = ORDER
            .iter()
            .zip(self.words.notes)
            .filter_map(|(kind, title)| {
                let own: Vec<Html> = notes
                    .iter()
                    .filter(|note| note.kind == *kind)
                    .map(|note| self.note(note))
                    .collect();
                let content = html! { <ul class="wg-explanation">{ for own.iter().cloned() }</ul> };
                (!own.is_empty()).then(|| {
                    Details {
                        summary: text(title),
                        content,
                        ..Details::default()
                    }
                    .view()
                })
            });
        html! { <>{ for each }</> }
    }

    fn note(&self, note: &NoteSaid) -> Html {
        let book = &*self.session.book;
        let says = book
            .notes
            .iter()
            .find(|known| known.id == note.id)
            .and_then(|known| known.says.as_ref());
        let checks = note.checks.iter().map(|check| {
            let truth = self.words.truth(check.truth);
            html! { <li>{ &check.text }{ ": " }{ truth }</li> }
        });
        let checks: Vec<Html> = checks.collect();
        let law = note
            .provisions
            .iter()
            .map(|one| cited(book, self.words, &one.provision, &one.citation, &one.link));
        let read = note
            .sources
            .iter()
            .map(|source| link(source.title.clone(), &source.link, self.words.new_tab));
        html! {
            <li>
                <strong>{ &note.title }</strong>
                { for says.map(prose) }
                { for (!checks.is_empty()).then(|| html! { <ul class="govuk-list govuk-list--bullet">{ for checks.iter().cloned() }</ul> }) }
                { line(law.chain(read)) }
            </li>
        }
    }

    /// Beliefs that are mistaken, put right beside the question where they arise.
    pub(super) fn misconceptions(&self, question: &Question) -> Html {
        let book = &*self.session.book;
        let asked = book
            .questions
            .iter()
            .position(|known| known.id == question.id);
        let notes = book
            .notes
            .iter()
            .filter(|note| asked.is_some_and(|asked| note.at.contains(&asked)));
        let each = notes.map(|note| {
            let law = note.cites.iter().map(|cite| {
                cited(
                    book,
                    self.words,
                    &book.provision(cite),
                    &book.citation(cite),
                    &book.link(cite),
                )
            });
            let read = note
                .sources
                .iter()
                .map(|source| link(source.title.clone(), &source.link, self.words.new_tab));
            let content =
                html! { <>{ for note.says.as_ref().map(prose) }{ line(law.chain(read)) }</> };
            Details {
                summary: text(note.title.plain()),
                content,
                ..Details::default()
            }
            .view()
        });
        html! { <>{ for each }</> }
    }
}
