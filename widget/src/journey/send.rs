//! Sending a page: what it holds becomes an answer, or a problem that keeps it from being sent.

use std::rc::Rc;

use wicketgate_engine::model::{AnswerKind, EntryKind, Index, Question};
use wicketgate_engine::{Answer, Date, OptionAnswer, Person};

use super::session::{
    Action, Draft, FIELD, NOTE_LINK, OTHER, PROVIDER, Page, Problem, Session, Step, StepKind,
    UNKNOWN, YES,
};
use super::walk::{self, At};
use crate::content::fill;
use crate::finder::{Finder, Target, choice, is_class};

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

    fn radio(&self, error: &str) -> Result<String, Problem> {
        self.draft
            .chosen
            .as_ref()
            .map(ToString::to_string)
            .ok_or_else(|| problem(error.to_owned()))
    }

    fn answer(&mut self, at: At, answer: Answer) {
        walk::put(&self.book, at, &mut self.facts, answer);
        self.rewalk();
        self.go_on();
    }

    fn send_several(&mut self, at: At, question: &Question) -> Result<(), Problem> {
        if self.draft.ticked.is_empty() {
            return Err(problem(self.error(question)));
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
        self.finder = Rc::new(Finder::new(&self.book, day, self.words));
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

    /// Takes what was typed or selected as the name of an organisation.
    fn send_name(&mut self, at: At, customer: bool, missing: String) -> Result<(), Problem> {
        let typed = self.text().to_owned();
        let target = self.named(missing)?;
        self.follow(at, target, customer, typed);
        Ok(())
    }

    /// What the typed or selected name leads to; `missing` is said where there is none.
    pub(super) fn named(&self, missing: String) -> Result<Target, Problem> {
        let typed = self.text();
        if typed.is_empty() {
            return Err(problem(missing));
        }
        let target = self.draft.picked.or_else(|| self.finder.resolve(typed));
        target.ok_or_else(|| problem(fill(self.words.not_recognised, &[("{name}", typed)])))
    }

    /// Goes where a name leads.
    fn follow(&mut self, at: At, target: Target, customer: bool, typed: String) {
        // Only what is not itself a name in the list is carried on as the name of one organisation.
        let typed = if self.finder.is_name(&typed, target) {
            String::new()
        } else {
            typed
        };
        let kind = match target {
            Target::Body(body) if customer || !is_class(&self.book, body, self.facts.on) => {
                return self.set_body(at, body, customer, None);
            }
            Target::Body(body) => StepKind::Which(body),
            Target::Agency(agency) => StepKind::Agency(agency),
            Target::Elsewhere(elsewhere) => StepKind::Elsewhere(elsewhere),
            Target::Kind(kind) => StepKind::Kind(kind),
        };
        self.open(Page::Find(
            at,
            Step {
                kind,
                customer,
                typed,
            },
        ));
    }

    fn set_body(&mut self, at: At, body: Index, customer: bool, name: Option<String>) {
        let entry = self
            .book
            .entries
            .iter()
            .find(|entry| entry.body == body && entry.kind == EntryKind::Person);
        let Some(id) = entry.map(|entry| entry.id.clone()) else {
            return;
        };
        self.set_person(
            at,
            if customer {
                Person::Provider { to: id }
            } else {
                Person::Body { id, name }
            },
        );
    }

    fn set_person(&mut self, at: At, person: Person) {
        let book = self.book.clone();
        if let Some(end) = walk::end(&book, at, &mut self.facts) {
            *end = Some(person);
        }
        self.rewalk();
        self.go_on();
    }

    /// Takes someone who is in no list; of a customer, the provider is not listed either.
    fn set_unlisted(&mut self, at: At, customer: bool, name: String) {
        let name = match self.book.says("provider-name") {
            Some(phrase) if customer => fill(&phrase.plain(), &[("{body}", &name)]),
            _ => name,
        };
        self.set_person(at, Person::NotListed(name));
    }

    fn send_step(&mut self, at: At, step: Step) -> Result<(), Problem> {
        let Step {
            kind,
            customer,
            typed,
        } = step;
        let book = self.book.clone();
        match kind {
            StepKind::Customer => self.send_name(at, true, self.words.customer_error.to_owned())?,
            StepKind::Unlisted => {
                let name = self.text().to_owned();
                if name.is_empty() {
                    return Err(problem(self.words.unlisted_error.to_owned()));
                }
                match self.finder.resolve(&name) {
                    Some(Target::Body(_)) => {
                        return Err(problem(fill(
                            self.words.unlisted_but_listed,
                            &[("{name}", &name)],
                        )));
                    }
                    // Said already that it is none of these.
                    Some(target) if self.past_step(target) => self.set_unlisted(at, customer, name),
                    Some(target) => self.follow(at, target, customer, name),
                    None => self.set_unlisted(at, customer, name),
                }
            }
            StepKind::Which(body) => {
                let name = Some(self.text().to_owned()).filter(|name| !name.is_empty());
                self.set_body(at, body, customer, name);
            }
            StepKind::Agency(agency) => match self.radio(self.words.agency_error)?.as_str() {
                YES => {
                    if let Some(agency) = book.agencies.get(agency) {
                        self.set_body(at, agency.of, customer, None);
                    }
                }
                _ => self.search_again(at, customer),
            },
            StepKind::Elsewhere(elsewhere) => {
                match self.radio(self.words.elsewhere_error)?.as_str() {
                    PROVIDER => self.turn_to(StepKind::Customer),
                    YES => {
                        let own = book
                            .elsewhere
                            .get(elsewhere)
                            .map(|body| body.name.plain())
                            .unwrap_or_default();
                        self.set_unlisted(at, customer, if typed.is_empty() { own } else { typed });
                    }
                    _ => self.search_again(at, customer),
                }
            }
            StepKind::Kind(kind) => {
                let chosen = self.radio(self.words.kind_error)?;
                let known = book
                    .words
                    .get(kind)
                    .into_iter()
                    .flat_map(|kind| &kind.among)
                    .copied()
                    .map(choice);
                match Target::from_value(&chosen)
                    .filter(|target| known.into_iter().any(|known| known == *target))
                {
                    Some(target) => self.follow(at, target, customer, typed),
                    None if typed.is_empty() => self.turn_to(StepKind::Unlisted),
                    None => self.set_unlisted(at, customer, typed),
                }
            }
        }
        Ok(())
    }

    /// Whether the page of a target was passed on the way here.
    fn past_step(&self, target: Target) -> bool {
        let Target::Kind(kind) = target else {
            return false;
        };
        self.past
            .iter()
            .any(|page| matches!(page, Page::Find(_, step) if step.kind == StepKind::Kind(kind)))
    }

    /// Goes back to the name, with nothing in it.
    fn search_again(&mut self, at: At, customer: bool) {
        let page = if customer {
            Page::Find(
                at,
                Step {
                    kind: StepKind::Customer,
                    customer,
                    typed: String::new(),
                },
            )
        } else {
            Page::Ask(at)
        };
        self.open(page);
        self.draft = Draft::default();
    }
}

fn problem(words: String) -> Problem {
    Problem {
        words: words.into(),
        target: FIELD,
        part: None,
    }
}
