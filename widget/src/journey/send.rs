//! Sending a page: what it holds becomes an answer, or a problem that keeps it from being sent.

use wicketgate_engine::model::{AnswerKind, Question};
use wicketgate_engine::{Answer, Date, OptionAnswer};

use super::action::Action;
use super::field::{FIELD, NOTE_LINK, OTHER, UNKNOWN};
use super::page::Page;
use super::problem::Problem;
use super::session::Session;
use super::walk::{self, At};

impl Session {
    /// Takes what the page holds as its answer.
    pub(super) fn send(&mut self) -> Result<(), Problem> {
        match self.page.clone() {
            Page::Start => self.go_on(),
            Page::Check if self.walk.decided() => self.open(Page::Outcome),
            Page::Check => self.go_on(),
            Page::Note(at) => {
                let link = self.draft.texts.get(1).map_or("", |link| link.trim());
                if !(link.is_empty() || link.starts_with("https://")) {
                    return Err(Problem {
                        words: self.words.note_link_error.into(),
                        target: NOTE_LINK,
                        part: None,
                    });
                }
                self.put_remark(at);
                self.act(Action::Back);
            }
            Page::Explore(page) => self.send_explore(page)?,
            Page::Outcome | Page::Take | Page::Open | Page::Opened | Page::Compare => {}
            Page::Day(at) => self.send_day(at)?,
            Page::Find(at, step) => self.send_step(at, step)?,
            Page::Ask(at) => {
                let book = self.book.clone();
                let Some(question) = book.questions.get(at.question) else {
                    return Ok(());
                };
                match question.kind {
                    AnswerKind::Date => match self.chosen(question)?.as_str() {
                        OTHER => self.open(Page::Day(at)),
                        _ => self.set_day(self.today),
                    },
                    AnswerKind::Person => self.send_name(at, false, self.error(question))?,
                    AnswerKind::Several => self.send_several(at, question)?,
                    AnswerKind::YesNo | AnswerKind::Choice => {
                        let answer = match self.chosen(question)?.as_str() {
                            UNKNOWN => Answer::Unknown,
                            id => Answer::Option(id.to_owned()),
                        };
                        self.answer(at, answer);
                    }
                }
            }
        }
        Ok(())
    }

    fn error(&self, question: &Question) -> String {
        question
            .error
            .as_ref()
            .map_or_else(|| self.words.no_answer.to_owned(), |error| error.plain())
    }

    fn chosen(&self, question: &Question) -> Result<String, Problem> {
        self.radio(&self.error(question))
    }

    /// The chosen radio; `error` is said where none is.
    pub(super) fn radio(&self, error: &str) -> Result<String, Problem> {
        self.draft
            .chosen
            .as_ref()
            .map(ToString::to_string)
            .ok_or_else(|| Problem::new(error.to_owned()))
    }

    fn answer(&mut self, at: At, answer: Answer) {
        walk::put(&self.book, at, &mut self.facts, answer);
        self.rewalk();
        self.go_on();
    }

    fn send_several(&mut self, at: At, question: &Question) -> Result<(), Problem> {
        if self.draft.ticked.is_empty() {
            return Err(Problem::new(self.error(question)));
        }
        let unknown = self.draft.ticked.iter().any(|value| value == UNKNOWN);
        let others = Some(if unknown {
            OptionAnswer::Unknown
        } else {
            OptionAnswer::No
        });
        let mut answer = Answer::Several {
            options: Default::default(),
            others,
        };
        if let Answer::Several { options, .. } = &mut answer {
            for value in &self.draft.ticked {
                if question.option(value).is_some() {
                    options.insert(value.to_string(), OptionAnswer::Yes);
                }
            }
        }
        self.answer(at, answer);
        Ok(())
    }

    fn set_day(&mut self, day: Date) {
        self.facts.on = day;
        self.dated = true;
        self.index();
        self.rewalk();
        self.go_on();
    }

    fn send_day(&mut self, at: At) -> Result<(), Problem> {
        let missing = match self.book.questions.get(at.question) {
            Some(question) => self.error(question),
            None => self.words.day_missing.to_owned(),
        };
        let day = self.typed_day(&missing)?;
        self.set_day(day);
        Ok(())
    }

    /// The day that was typed; `missing` is said where nothing was.
    pub(super) fn typed_day(&self, missing: &str) -> Result<Date, Problem> {
        let empty = self
            .draft
            .texts
            .iter()
            .position(|text| text.trim().is_empty());
        let target = ["answer-day", "answer-month", "answer-year"];
        if let Some(part) = empty {
            let all = self.draft.texts.iter().all(|text| text.trim().is_empty());
            let words = if all { missing } else { self.words.day_missing };
            let target = target.get(part).copied().unwrap_or(FIELD);
            return Err(Problem {
                words: words.to_owned().into(),
                target,
                part: (!all).then_some(part),
            });
        }
        let [day, month, year] = &self.draft.texts;
        let parse = |text: &str| text.trim().parse::<u16>().ok();
        let small = |text: &str| parse(text).and_then(|number| u8::try_from(number).ok());
        let date = small(day).zip(small(month)).zip(parse(year));
        let date = date.and_then(|((day, month), year)| Date::new(year, month, day));
        date.ok_or_else(|| Problem {
            words: self.words.day_unreal.into(),
            target: "answer-day",
            part: None,
        })
    }
}
