//! A journey as a value: the page, all answers, and what each action makes of them. No browser in here.

use std::rc::Rc;

use wicketgate_engine::model::{AnswerKind, Index, Question, Rulebook};
use wicketgate_engine::{Answer, Date, Facts, OptionAnswer, Person, read_proposal, write_proposal};
use yew::AttrValue;

use super::walk::{self, Walk};
use crate::content::{Words, fill};
use crate::finder::{Finder, Target, body_name, choice, is_class};

/// The value of "I do not know".
pub(crate) const UNKNOWN: &str = "unknown";
/// The value of "None of these".
pub(crate) const NONE: &str = "none";
/// The value of a day other than today.
pub(crate) const OTHER: &str = "other";
/// The value of a yes, and of going on.
pub(crate) const YES: &str = "yes";
/// The value of a no, and of choosing again.
pub(crate) const NO: &str = "no";
/// The value of "it provides services to a listed organisation".
pub(crate) const PROVIDER: &str = "provider";
/// The name of the field on a page, and the start of the ids of its parts.
pub(crate) const FIELD: &str = "answer";

/// One page of the journey.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Page {
    /// What the check is.
    Start,
    /// A question.
    Ask(Index),
    /// The day, for the question that asks for one.
    Day(Index),
    /// A further step of finding the organisation that a question asks for.
    Find(Index, Step),
    /// All answers.
    Check,
    /// The result.
    Outcome,
}

/// A step of finding an organisation.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Step {
    /// What is asked.
    pub(crate) kind: StepKind,
    /// Whether it is the customer of the organisation that is wanted.
    pub(crate) customer: bool,
    /// What was typed.
    pub(crate) typed: String,
}

/// What a step of finding an organisation asks.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum StepKind {
    /// For whom it provides services.
    Customer,
    /// What it is called, because it is in no list.
    Unlisted,
    /// Whether it is part of its parent.
    Agency(Index),
    /// What to do with one that is not listed.
    Elsewhere(Index),
    /// Which kind it is.
    Kind(Index),
    /// Which one of a class.
    Which(Index),
}

/// What is entered on the page and not yet sent.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Draft {
    /// The chosen radio.
    pub(crate) chosen: Option<AttrValue>,
    /// The ticked boxes.
    pub(crate) ticked: Vec<AttrValue>,
    /// The texts.
    pub(crate) texts: [String; 3],
    /// The suggestion that was selected, for as long as the text is its name.
    pub(crate) picked: Option<Target>,
}

/// Something that keeps the page from being sent.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Problem {
    /// What is wrong.
    pub(crate) words: AttrValue,
    /// The field.
    pub(crate) target: &'static str,
    /// Which part of the day is wrong, if it is one of them.
    pub(crate) part: Option<usize>,
}

/// What a person does.
#[derive(Debug)]
pub(crate) enum Action {
    /// Starts.
    Begin,
    /// Chooses a radio.
    Choose(AttrValue),
    /// Changes which boxes are ticked.
    Tick(Vec<AttrValue>),
    /// Types into a field.
    Type(usize, String),
    /// Selects a suggestion, with its name.
    Pick(AttrValue, AttrValue),
    /// Sends the page.
    Send,
    /// Goes to a further step of finding an organisation.
    Turn(StepKind),
    /// Goes back one page.
    Back,
    /// Changes an answer.
    Change(Index),
    /// Wants an objective decided that is still open.
    Examine(String),
    /// Starts afresh.
    StartAgain,
    /// Goes on with another rulebook.
    Adopt(Rc<Rulebook>),
}

/// A journey.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    pub(crate) book: Rc<Rulebook>,
    pub(crate) words: &'static Words,
    pub(crate) today: Date,
    /// All that was ever answered.
    pub(crate) facts: Facts,
    /// Whether the day was answered.
    pub(crate) dated: bool,
    /// Objectives to decide although the share as a whole is decided.
    pub(crate) examined: Vec<String>,
    pub(crate) page: Page,
    past: Vec<Page>,
    pub(crate) draft: Draft,
    pub(crate) problem: Option<Problem>,
    /// How often the page was sent in vain.
    pub(crate) attempt: u32,
    /// How often the page changed.
    pub(crate) turn: u32,
    pub(crate) walk: Rc<Walk>,
    pub(crate) finder: Rc<Finder>,
}

impl Session {
    pub(crate) fn new(book: Rc<Rulebook>, words: &'static Words, today: Date) -> Self {
        let facts = Facts::new(today);
        let walk = Rc::new(Walk::new(&book, &facts, false, &[]));
        let finder = Rc::new(Finder::new(&book, today, words));
        Self {
            book,
            words,
            today,
            facts,
            dated: false,
            examined: Vec::new(),
            page: Page::Start,
            past: Vec::new(),
            draft: Draft::default(),
            problem: None,
            attempt: 0,
            turn: 0,
            walk,
            finder,
        }
    }

    /// Whether there is a page to go back to.
    pub(crate) fn can_go_back(&self) -> bool {
        !self.past.is_empty()
    }

    /// What an action makes of the journey.
    pub(crate) fn act(&mut self, action: Action) {
        match action {
            Action::Begin => self.go_on(),
            Action::Choose(value) => self.draft.chosen = Some(value),
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
            Action::Back => {
                if let Some(page) = self.past.pop() {
                    self.show(page);
                }
            }
            Action::Change(question) => self.open(Page::Ask(question)),
            Action::Examine(objective) => {
                self.examined.push(objective);
                self.rewalk();
                self.go_on();
            }
            Action::StartAgain => {
                let turn = self.turn + 1;
                *self = Self::new(self.book.clone(), self.words, self.today);
                self.turn = turn;
            }
            Action::Adopt(book) => self.adopt(book),
        }
    }

    /// Shows a page, with what was answered there filled in.
    fn show(&mut self, page: Page) {
        self.draft = self.seed(&page);
        self.page = page;
        self.problem = None;
        self.attempt = 0;
        self.turn += 1;
    }

    /// Goes to a page, from which one can come back.
    fn open(&mut self, page: Page) {
        let before = std::mem::replace(&mut self.page, page.clone());
        self.past.push(before);
        self.show(page);
    }

    /// Goes to the next question, or to the answers once nothing is open.
    fn go_on(&mut self) {
        let next = self.walk.next.map_or(Page::Check, Page::Ask);
        self.open(next);
    }

    fn rewalk(&mut self) {
        self.walk = Rc::new(Walk::new(
            &self.book,
            &self.facts,
            self.dated,
            &self.examined,
        ));
    }

    fn turn_to(&mut self, kind: StepKind) {
        let (question, customer) = match &self.page {
            Page::Ask(question) => (*question, false),
            Page::Find(question, step) => (*question, step.customer),
            _ => return,
        };
        let customer = customer || kind == StepKind::Customer;
        // A name that was picked is not carried on as the name of something else.
        let typed = match self.draft.picked {
            Some(_) => String::new(),
            None => self.text().to_owned(),
        };
        self.open(Page::Find(
            question,
            Step {
                kind,
                customer,
                typed,
            },
        ));
    }

    fn text(&self) -> &str {
        self.draft.texts.first().map_or("", |text| text.trim())
    }

    /// What a page starts with.
    fn seed(&self, page: &Page) -> Draft {
        let mut draft = Draft::default();
        match page {
            Page::Ask(index) => {
                let Some(question) = self.book.questions.get(*index) else {
                    return draft;
                };
                match question.kind {
                    AnswerKind::Date if self.dated => {
                        let today = self.facts.on == self.today;
                        draft.chosen = Some(if today { YES } else { OTHER }.into());
                    }
                    AnswerKind::Date => {}
                    AnswerKind::Person => {
                        let person = walk::person(&self.book, *index, &self.facts);
                        if let Some(Person::Body { id, .. }) = person
                            && let Some(body) = self.book.body_of(id)
                        {
                            draft.picked = Some(Target::Body(body));
                            draft.texts = [
                                body_name(&self.book, body, self.facts.on),
                                String::new(),
                                String::new(),
                            ];
                        }
                    }
                    _ => self.seed_answer(*index, question, &mut draft),
                }
            }
            Page::Day(_) if self.dated => {
                let (year, month, day) = self.facts.on.parts();
                draft.texts = [day.to_string(), month.to_string(), year.to_string()];
            }
            Page::Find(_, step) if matches!(step.kind, StepKind::Unlisted | StepKind::Which(_)) => {
                draft.texts = [step.typed.clone(), String::new(), String::new()];
            }
            _ => {}
        }
        draft
    }

    fn seed_answer(&self, index: Index, question: &Question, draft: &mut Draft) {
        match walk::answer(&self.book, index, &self.facts) {
            Some(Answer::Option(id)) => draft.chosen = Some(id.clone().into()),
            Some(Answer::Unknown) => {
                draft.chosen = Some(UNKNOWN.into());
                draft.ticked = vec![UNKNOWN.into()];
            }
            Some(Answer::Several { options, others }) => {
                let chosen = |id: &str| options.get(id) == Some(&OptionAnswer::Yes);
                let ids = question.options.iter().map(|option| option.id.as_str());
                draft.ticked = ids
                    .filter(|id| chosen(id))
                    .map(|id| id.to_owned().into())
                    .collect();
                match others {
                    Some(OptionAnswer::Unknown) => draft.ticked.push(UNKNOWN.into()),
                    _ if draft.ticked.is_empty() => draft.ticked.push(NONE.into()),
                    _ => {}
                }
            }
            None => {}
        }
    }

    /// Takes what the page holds as its answer.
    fn send(&mut self) -> Result<(), Problem> {
        match self.page.clone() {
            Page::Start => self.go_on(),
            Page::Check => self.open(Page::Outcome),
            Page::Outcome => {}
            Page::Day(index) => self.send_day(index)?,
            Page::Find(index, step) => self.send_step(index, step)?,
            Page::Ask(index) => {
                let book = self.book.clone();
                let Some(question) = book.questions.get(index) else {
                    return Ok(());
                };
                match question.kind {
                    AnswerKind::Date => match self.chosen(question)?.as_str() {
                        OTHER => self.open(Page::Day(index)),
                        _ => self.set_day(self.today),
                    },
                    AnswerKind::Person => self.send_name(index, false, self.error(question))?,
                    AnswerKind::Several => self.send_several(index, question)?,
                    AnswerKind::YesNo | AnswerKind::Choice => {
                        let answer = match self.chosen(question)?.as_str() {
                            UNKNOWN => Answer::Unknown,
                            id => Answer::Option(id.to_owned()),
                        };
                        self.answer(index, answer);
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

    fn answer(&mut self, index: Index, answer: Answer) {
        walk::put(&self.book, index, &mut self.facts, answer);
        self.rewalk();
        self.go_on();
    }

    fn send_several(&mut self, index: Index, question: &Question) -> Result<(), Problem> {
        if self.draft.ticked.is_empty() {
            return Err(problem(self.error(question)));
        }
        let unknown = self.draft.ticked.iter().any(|value| value == UNKNOWN);
        let chosen = self
            .draft
            .ticked
            .iter()
            .filter(|value| question.option(value).is_some());
        let options = chosen
            .map(|value| (value.to_string(), OptionAnswer::Yes))
            .collect();
        let others = Some(if unknown {
            OptionAnswer::Unknown
        } else {
            OptionAnswer::No
        });
        self.answer(index, Answer::Several { options, others });
        Ok(())
    }

    fn set_day(&mut self, day: Date) {
        self.facts.on = day;
        self.dated = true;
        self.finder = Rc::new(Finder::new(&self.book, day, self.words));
        self.rewalk();
        self.go_on();
    }

    fn send_day(&mut self, index: Index) -> Result<(), Problem> {
        let missing = self
            .draft
            .texts
            .iter()
            .position(|text| text.trim().is_empty());
        let target = ["answer-day", "answer-month", "answer-year"];
        if let Some(at) = missing {
            let all = self.draft.texts.iter().all(|text| text.trim().is_empty());
            let words = match self.book.questions.get(index) {
                Some(question) if all => self.error(question),
                _ => self.words.day_missing.to_owned(),
            };
            let target = target.get(at).copied().unwrap_or(FIELD);
            return Err(Problem {
                words: words.into(),
                target,
                part: (!all).then_some(at),
            });
        }
        let [day, month, year] = &self.draft.texts;
        let parse = |text: &str| text.trim().parse::<u16>().ok();
        let small = |text: &str| parse(text).and_then(|number| u8::try_from(number).ok());
        let date = small(day).zip(small(month)).zip(parse(year));
        let date = date.and_then(|((day, month), year)| Date::new(year, month, day));
        match date {
            Some(date) => self.set_day(date),
            None => {
                return Err(Problem {
                    words: self.words.day_unreal.into(),
                    target: "answer-day",
                    part: None,
                });
            }
        }
        Ok(())
    }

    /// Takes what was typed or selected as the name of an organisation.
    fn send_name(&mut self, index: Index, customer: bool, missing: String) -> Result<(), Problem> {
        let typed = self.text().to_owned();
        if typed.is_empty() {
            return Err(problem(missing));
        }
        match self.draft.picked.or_else(|| self.finder.resolve(&typed)) {
            Some(target) => {
                self.follow(index, target, customer, typed);
                Ok(())
            }
            None => Err(problem(fill(
                self.words.not_recognised,
                &[("{name}", &typed)],
            ))),
        }
    }

    /// Goes where a name leads.
    fn follow(&mut self, index: Index, target: Target, customer: bool, typed: String) {
        // Only what is not itself a name in the list is carried on as the name of one organisation.
        let typed = if self.finder.is_name(&typed, target) {
            String::new()
        } else {
            typed
        };
        let kind = match target {
            Target::Body(body) if customer || !is_class(&self.book, body, self.facts.on) => {
                return self.set_body(index, body, customer, None);
            }
            Target::Body(body) => StepKind::Which(body),
            Target::Agency(agency) => StepKind::Agency(agency),
            Target::Elsewhere(elsewhere) => StepKind::Elsewhere(elsewhere),
            Target::Kind(kind) => StepKind::Kind(kind),
        };
        self.open(Page::Find(
            index,
            Step {
                kind,
                customer,
                typed,
            },
        ));
    }

    fn set_body(&mut self, index: Index, body: Index, customer: bool, name: Option<String>) {
        let entry = self.book.entries.iter().find(|entry| {
            entry.body == body && entry.kind == wicketgate_engine::model::EntryKind::Person
        });
        let Some(id) = entry.map(|entry| entry.id.clone()) else {
            return;
        };
        self.set_person(
            index,
            if customer {
                Person::Provider { to: id }
            } else {
                Person::Body { id, name }
            },
        );
    }

    fn set_person(&mut self, index: Index, person: Person) {
        let book = self.book.clone();
        if let Some(end) = walk::end(&book, index, &mut self.facts) {
            *end = Some(person);
        }
        self.rewalk();
        self.go_on();
    }

    /// Takes someone who is in no list; of a customer, the provider is not listed either.
    fn set_unlisted(&mut self, index: Index, customer: bool, name: String) {
        let name = match self.book.says("provider-name") {
            Some(phrase) if customer => fill(&phrase.plain(), &[("{body}", &name)]),
            _ => name,
        };
        self.set_person(index, Person::NotListed(name));
    }

    fn send_step(&mut self, index: Index, step: Step) -> Result<(), Problem> {
        let Step {
            kind,
            customer,
            typed,
        } = step;
        let book = self.book.clone();
        match kind {
            StepKind::Customer => {
                self.send_name(index, true, self.words.customer_error.to_owned())?
            }
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
                    Some(target) if self.past_step(target) => {
                        self.set_unlisted(index, customer, name)
                    }
                    Some(target) => self.follow(index, target, customer, name),
                    None => self.set_unlisted(index, customer, name),
                }
            }
            StepKind::Which(body) => {
                let name = Some(self.text().to_owned()).filter(|name| !name.is_empty());
                self.set_body(index, body, customer, name);
            }
            StepKind::Agency(agency) => match self.radio(self.words.agency_error)?.as_str() {
                YES => {
                    if let Some(agency) = book.agencies.get(agency) {
                        self.set_body(index, agency.of, customer, None);
                    }
                }
                _ => self.search_again(index, customer),
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
                        self.set_unlisted(
                            index,
                            customer,
                            if typed.is_empty() { own } else { typed },
                        );
                    }
                    _ => self.search_again(index, customer),
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
                    Some(target) => self.follow(index, target, customer, typed),
                    None if typed.is_empty() => self.turn_to(StepKind::Unlisted),
                    None => self.set_unlisted(index, customer, typed),
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
    fn search_again(&mut self, index: Index, customer: bool) {
        let page = if customer {
            Page::Find(
                index,
                Step {
                    kind: StepKind::Customer,
                    customer,
                    typed: String::new(),
                },
            )
        } else {
            Page::Ask(index)
        };
        self.open(page);
        self.draft = Draft::default();
    }

    /// Takes another rulebook, and every answer that still has a question.
    fn adopt(&mut self, book: Rc<Rulebook>) {
        self.facts = carried(&self.facts, &book);
        self.finder = Rc::new(Finder::new(&book, self.facts.on, self.words));
        self.book = book;
        self.past.clear();
        self.examined.clear();
        self.rewalk();
        let page = match (&self.page, self.walk.next) {
            (Page::Start, _) => Page::Start,
            (Page::Outcome, None) => Page::Outcome,
            (_, None) => Page::Check,
            (_, Some(next)) => Page::Ask(next),
        };
        if page != Page::Start {
            self.past.push(Page::Start);
        }
        self.show(page);
    }
}

fn problem(words: String) -> Problem {
    Problem {
        words: words.into(),
        target: FIELD,
        part: None,
    }
}

/// The facts of one rulebook as far as they are facts of another.
fn carried(facts: &Facts, book: &Rulebook) -> Facts {
    let sound = |facts: &Facts| read_proposal(book, &write_proposal(facts), facts.on).is_ok();
    let mut kept = facts.clone();
    for leg in &mut kept.legs {
        for end in [&mut leg.discloser, &mut leg.recipient] {
            let known = |id: &str| book.body_of(id).is_some();
            let gone = match end {
                Some(Person::Body { id, .. }) => !known(id),
                Some(Person::Provider { to }) => !known(to),
                _ => false,
            };
            if gone {
                *end = None;
            }
        }
    }
    // One at a time, so that one lost question does not take the others with it.
    let alone = |id: &String, answer: &Answer| {
        let mut one = Facts::new(facts.on);
        one.answers.insert(id.clone(), answer.clone());
        sound(&one)
    };
    kept.answers.retain(|id, answer| alone(id, answer));
    kept.legs
        .iter_mut()
        .for_each(|leg| leg.answers.retain(|id, answer| alone(id, answer)));
    kept
}
