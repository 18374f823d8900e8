//! Check your answers: what was answered and matters, each with a way to change it.

use wicketgate_engine::model::{AnswerKind, Index, Question};
use wicketgate_engine::{Answer, OptionAnswer, Person};
use yew::prelude::*;

use super::View;
use super::ask::capital;
use super::session::{Action, UNKNOWN, YES};
use super::walk;
use crate::components::{Action as RowAction, Row, SummaryList, text};
use crate::content::fill;
use crate::finder::body_name;

impl View<'_> {
    pub(super) fn check(&self) -> Html {
        let words = self.words;
        let kept = match self.kept() {
            0 => None,
            1 => Some(words.kept_one.to_owned()),
            count => Some(fill(words.kept, &[("{count}", &count.to_string())])),
        };
        let fields = html! {
            <>
                { self.title(text(words.check)) }
                { self.answers() }
                { for kept.map(|kept| html! { <p class="govuk-body">{ kept }</p> }) }
            </>
        };
        self.form(fields, words.check_go_on)
    }

    /// The answers that matter, as a list.
    pub(super) fn answers(&self) -> Html {
        let session = self.session;
        let rows = session.walk.path.iter().filter_map(|index| {
            let question = session.book.questions.get(*index)?;
            let asked = question.text.plain();
            let index = *index;
            Some(Row {
                key: text(asked.clone()),
                value: self.answered(index, question),
                actions: vec![RowAction {
                    content: text(self.words.change),
                    hidden: Some(asked.into()),
                    onpress: Some(self.on(move |()| Action::Change(index))),
                    ..RowAction::default()
                }],
                ..Row::default()
            })
        });
        SummaryList {
            rows: rows.collect(),
            ..SummaryList::default()
        }
        .view()
    }

    /// How many answers are kept and do not matter now.
    fn kept(&self) -> usize {
        let session = self.session;
        let stored = session.facts.answers.len()
            + session
                .facts
                .legs
                .iter()
                .map(|leg| leg.answers.len())
                .sum::<usize>();
        let used = session.walk.path.iter();
        let used =
            used.filter(|index| walk::answer(&session.book, **index, &session.facts).is_some());
        stored.saturating_sub(used.count())
    }

    fn answered(&self, index: Index, question: &Question) -> Html {
        let (session, words) = (self.session, self.words);
        match question.kind {
            AnswerKind::Date => return text(words.date(session.facts.on)),
            AnswerKind::Person => {
                let person = walk::person(&session.book, index, &session.facts);
                return person
                    .map(|person| text(self.person(person)))
                    .unwrap_or_default();
            }
            _ => {}
        }
        let option = |id: &str| match (question.kind, id) {
            (AnswerKind::YesNo, YES) => words.yes.to_owned(),
            (AnswerKind::YesNo, _) => words.no.to_owned(),
            _ => question
                .option(id)
                .and_then(|at| question.options.get(at))
                .map_or_else(|| id.to_owned(), |option| capital(&option.text.plain())),
        };
        match walk::answer(&session.book, index, &session.facts) {
            None => Html::default(),
            Some(Answer::Unknown) => text(words.unknown),
            Some(Answer::Option(id)) if id == UNKNOWN => text(words.unknown),
            Some(Answer::Option(id)) => text(option(id)),
            Some(Answer::Several { options, others }) => {
                // In the order in which they were asked.
                let chosen = question
                    .options
                    .iter()
                    .filter(|one| options.get(&one.id) == Some(&OptionAnswer::Yes));
                let mut lines: Vec<String> = chosen.map(|one| option(&one.id)).collect();
                match others {
                    Some(OptionAnswer::Unknown) if lines.is_empty() => {
                        lines.push(words.unknown.to_owned())
                    }
                    Some(OptionAnswer::Unknown) => lines.push(words.others_unknown.to_owned()),
                    _ if lines.is_empty() => {
                        lines.push(
                            question
                                .none
                                .as_ref()
                                .map_or(words.none.to_owned(), |none| none.plain()),
                        );
                    }
                    _ => {}
                }
                match lines.as_slice() {
                    [only] => text(only.clone()),
                    _ => html! {
                        <ul class="govuk-list">{ for lines.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
                    },
                }
            }
        }
    }

    /// An organisation as it was answered.
    fn person(&self, person: &Person) -> String {
        let session = self.session;
        let body = |id: &str| {
            session
                .book
                .body_of(id)
                .map(|body| body_name(&session.book, body, session.facts.on))
                .unwrap_or_default()
        };
        match person {
            Person::Body { id, name: None } => body(id),
            Person::Body {
                id,
                name: Some(name),
            } => [name, " (", &body(id), ")"].concat(),
            Person::Provider { to } => {
                let phrase = session
                    .book
                    .says("provider-name")
                    .map_or("{body}".to_owned(), |phrase| phrase.plain());
                capital(&fill(&phrase, &[("{body}", &body(to))]))
            }
            Person::NotListed(name) => {
                fill(self.words.person_not_listed, &[("{name}", &capital(name))])
            }
        }
    }
}
