//! What is entered on a page and not yet sent, and what a page starts with.

use wicketgate_engine::model::{AnswerKind, Index, Question};
use wicketgate_engine::{Answer, OptionAnswer, Person};
use yew::AttrValue;

use super::field::{NONE, OTHER, UNKNOWN, YES};
use super::page::{Page, StepKind};
use super::session::Session;
use super::walk::{self, At};
use crate::finder::{Target, body_name};

/// What is entered on the page and not yet sent.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Draft {
    /// The chosen radio.
    pub(crate) chosen: Option<AttrValue>,
    /// The ticked boxes.
    pub(crate) ticked: Vec<AttrValue>,
    /// The texts of its fields: a name, the parts of a day, or a note and its link.
    pub(crate) texts: [String; 3],
    /// The suggestion that was selected, for as long as the text is its name.
    pub(crate) picked: Option<Target>,
}

impl Session {
    /// Gets ready what a page shows.
    pub(crate) fn shown(&mut self) {
        self.draft = self.seed(&self.page);
        self.weigh();
        self.look();
    }

    /// What a page starts with.
    fn seed(&self, page: &Page) -> Draft {
        let mut draft = Draft::default();
        match page {
            Page::Ask(at) => {
                let Some(question) = self.book.questions.get(at.question) else {
                    return draft;
                };
                match question.kind {
                    AnswerKind::Date if self.dated => {
                        let today = self.facts.on == self.today;
                        draft.chosen = Some(if today { YES } else { OTHER }.into());
                    }
                    AnswerKind::Date => {}
                    AnswerKind::Person => {
                        let person = walk::person(&self.book, *at, &self.facts);
                        if let Some(Person::Body { id, .. }) = person
                            && let Some(body) = self.book.body_of_on(id, self.facts.on)
                        {
                            draft.picked = Some(Target::Body(body));
                            draft.texts = [
                                body_name(&self.book, body, self.facts.on),
                                String::new(),
                                String::new(),
                            ];
                        }
                    }
                    _ => self.seed_answer(*at, question, &mut draft),
                }
            }
            Page::Note(at) => {
                if let Some(remark) = self.remark(*at) {
                    draft.texts = [remark.note.clone(), remark.link.clone(), String::new()];
                }
            }
            Page::Day(_) if self.dated => {
                let (year, month, day) = self.facts.on.parts();
                draft.texts = [day.to_string(), month.to_string(), year.to_string()];
            }
            Page::Find(at, step) => {
                let typed = match step.kind {
                    // The name of the one that was meant, unless another was typed on the way here.
                    StepKind::Which(body) if step.typed.is_empty() => self.one_of(*at, body),
                    StepKind::Which(_) | StepKind::Unlisted => step.typed.clone(),
                    _ => String::new(),
                };
                draft.texts = [typed, String::new(), String::new()];
            }
            _ => {}
        }
        draft
    }

    /// The name of the organisation that was answered, if it is one of a class.
    fn one_of(&self, at: At, class: Index) -> String {
        match walk::person(&self.book, at, &self.facts) {
            Some(Person::Body {
                id,
                name: Some(name),
            }) if self.book.body_of_on(id, self.facts.on) == Some(class) => name.clone(),
            _ => String::new(),
        }
    }

    /// What a question with options starts with: what was answered, or the subject to begin with.
    fn seed_answer(&self, at: At, question: &Question, draft: &mut Draft) {
        match walk::answer(&self.book, at, &self.facts) {
            Some(Answer::Option(id)) => draft.chosen = Some(id.clone().into()),
            Some(Answer::Unknown) => {
                draft.chosen = Some(UNKNOWN.into());
                draft.ticked = vec![UNKNOWN.into()];
            }
            Some(answer @ Answer::Several { options, .. }) => {
                let chosen = |id: &str| options.get(id) == Some(&OptionAnswer::Yes);
                let ids = question.options.iter().map(|option| option.id.as_str());
                draft.ticked = ids
                    .filter(|id| chosen(id))
                    .map(|id| id.to_owned().into())
                    .collect();
                if answer.leaves_unknown() {
                    draft.ticked.push(UNKNOWN.into());
                } else if draft.ticked.is_empty() && !question.leaves_open(answer) {
                    draft.ticked.push(NONE.into());
                }
            }
            None if self.offers(question) => draft.ticked = vec![self.subject.clone()],
            None => {}
        }
    }

    /// Whether a question asks what it is about, and has the subject to begin with among its answers.
    fn offers(&self, question: &Question) -> bool {
        let names_one = |id: &str| self.book.objectives.iter().any(|one| one.id == id);
        question.kind == AnswerKind::Several
            && question.option(&self.subject).is_some()
            && question.options.iter().any(|option| names_one(&option.id))
    }

    /// The text of the first field as it was typed.
    pub(super) fn text_as_typed(&self) -> String {
        self.draft.texts.first().cloned().unwrap_or_default()
    }

    /// The text of the first field without the space around it.
    pub(super) fn text(&self) -> &str {
        self.draft.texts.first().map_or("", |text| text.trim())
    }
}
