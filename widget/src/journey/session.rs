//! A journey as a value: the page, all answers, and what each action makes of them. No browser in here.

use std::rc::Rc;

use wicketgate_engine::model::{AnswerKind, Index, Question, Rulebook};
use wicketgate_engine::{
    Answer, Comparison, Date, Facts, Leg, OptionAnswer, Person, Plain, Reasons, Receipt, Remark,
    Rerun, compare, migrate, read_proposal, read_receipt, rerun, write_proposal,
};
use yew::AttrValue;

use super::place::Entry;
use super::walk::{self, At, Examined, Walk};
use crate::content::Words;
use crate::explore::Explored;
use crate::finder::{Finder, Target, body_name};
use crate::later;
use crate::take_away::{LINK, proposal};

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
/// The id of the field for the link of a note.
pub(crate) const NOTE_LINK: &str = "answer-link";

/// One page of the journey.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Page {
    /// What the check is.
    Start,
    /// A question.
    Ask(At),
    /// The day, for the question that asks for one.
    Day(At),
    /// A further step of finding the organisation that a question asks for.
    Find(At, Step),
    /// All answers.
    Check,
    /// The result.
    Outcome,
    /// The result in forms to take away.
    Take,
    /// A note beside an answer.
    Note(At),
    /// A saved answer to open.
    Open,
    /// A saved answer that was opened and asked again.
    Opened,
    /// Two sides beside each other.
    Compare,
    /// Who is listed, apart from any share.
    Explore(Explore),
}

/// A page on who is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Explore {
    /// Finds an organisation.
    Find,
    /// What is known of one, or what a word may mean.
    Show(Target),
    /// Everyone at once.
    Matrix,
}

/// A saved answer that was opened.
#[derive(Debug)]
pub(crate) struct Opened {
    /// The file.
    pub(crate) receipt: Receipt,
    /// What came of asking again.
    pub(crate) again: Rerun,
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
#[derive(Clone, Debug)]
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
    Change(At),
    /// Wants an objective decided that is still open.
    Examine(Examined),
    /// Wants to be asked what decides only what goes with the outcome.
    Further,
    /// Adds a leg beside one that is there.
    Add(usize, Beside),
    /// Removes a leg.
    Remove(usize),
    /// Goes to a page.
    Go(Page),
    /// Opens a file; none if it is no JSON.
    Read(Option<Rc<Plain>>),
    /// Goes on with the answers of the file that was opened.
    UseOpened,
    /// Lays the answers here and those of the file side by side.
    Compare,
    /// Says what came of something, such as of copying.
    Say(&'static str),
    /// Goes where the browser's history went.
    Land(Entry),
    /// Starts afresh.
    StartAgain,
    /// Goes on with another rulebook.
    Adopt(Rc<Rulebook>),
    /// Asks again for what comes after the first question.
    Bring,
    /// Goes on with what comes after the first question.
    Arrive,
}

/// How a new leg goes on from one that is there, so that nothing is typed twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Beside {
    /// The same discloser gives to somebody else.
    Recipient,
    /// Somebody else gives to the same recipient.
    Discloser,
    /// The recipient gives something back.
    Back,
}

/// As many legs as a person can keep in mind, and a page can ask about.
pub(crate) const MOST_LEGS: usize = 12;

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
    pub(crate) examined: Vec<Examined>,
    /// Whether to ask what decides only what goes with the outcome.
    pub(crate) further: bool,
    pub(crate) page: Page,
    pub(super) past: Vec<Page>,
    /// The page of each turn, as far as it still is one.
    pub(super) pages: Vec<Option<Page>>,
    /// The turn in which the browser's history was followed last.
    pub(crate) landed: Option<u32>,
    pub(crate) draft: Draft,
    pub(crate) problem: Option<Problem>,
    /// How often the page was sent in vain.
    pub(crate) attempt: u32,
    /// How often the page changed.
    pub(crate) turn: u32,
    pub(crate) walk: Rc<Walk>,
    /// Why each leg has its outcome, once that is shown.
    pub(super) why: Rc<Vec<Option<Reasons>>>,
    pub(crate) finder: Rc<Finder>,
    /// What was written beside answers.
    pub(crate) remarks: Vec<Remark>,
    /// The file that was opened last.
    pub(crate) opened: Option<Rc<Opened>>,
    /// What was done before the part of the program was there that can do it.
    pub(super) pending: Option<Action>,
    /// Whether the second part of the program has begun with it.
    pub(crate) begun: bool,
    /// The answers here beside those of the file, once they were laid side by side.
    pub(crate) comparison: Option<Rc<Comparison>>,
    /// What came of something, such as of copying.
    pub(crate) status: &'static str,
    /// The address of the page that stands alone, for links.
    pub(crate) address: AttrValue,
    /// Where the guide on paper is; empty where the page names none.
    pub(crate) guide: AttrValue,
    /// The day on which it is looked at who is listed.
    pub(crate) seen: Date,
    pub(crate) explored: Option<Rc<Explored>>,
    /// The subject that is ticked to begin with where people choose what it is about, if there is such an option.
    pub(crate) subject: AttrValue,
}

impl Session {
    pub(crate) fn new(book: Rc<Rulebook>, words: &'static Words, today: Date) -> Self {
        let walk = Rc::new(Walk::first(&book, today));
        let mut session = Self {
            book,
            words,
            today,
            facts: Facts::new(today),
            dated: false,
            examined: Vec::new(),
            further: false,
            page: Page::Start,
            past: Vec::new(),
            pages: Vec::new(),
            landed: None,
            draft: Draft::default(),
            problem: None,
            attempt: 0,
            turn: 0,
            walk,
            why: Rc::default(),
            finder: Rc::default(),
            remarks: Vec::new(),
            opened: None,
            pending: None,
            begun: false,
            comparison: None,
            status: "",
            address: AttrValue::default(),
            guide: AttrValue::default(),
            seen: today,
            explored: None,
            subject: AttrValue::default(),
        };
        if let Some(later) = later::part() {
            (later.begin)(&mut session);
        }
        session
    }

    /// Goes on with all of the program there.
    pub(crate) fn begin(&mut self) {
        self.begun = true;
        self.finder = Rc::new(Finder::new(&self.book, self.facts.on, self.words));
        self.walk = Rc::new(self.walked(None));
    }

    /// A journey with the answers of a link; with none where it holds none. One that cannot be read is told.
    pub(crate) fn from_link(
        book: Rc<Rulebook>,
        words: &'static Words,
        today: Date,
        fragment: &str,
    ) -> Self {
        let mut session = Self::new(book, words, today);
        if let Some(later) = later::part() {
            (later.linked)(&mut session, fragment);
        }
        session
    }

    /// Takes the answers of a link, if it holds any.
    pub(crate) fn link(&mut self, fragment: &str) {
        let found = proposal(&self.book, fragment);
        if found.is_none() && !fragment.starts_with(LINK) {
            return;
        }
        self.read(found.as_ref());
        let opened = self.opened.as_ref();
        if opened.is_some_and(|opened| opened.receipt.dropped.is_empty()) {
            self.use_opened();
        }
        if let Some(problem) = &mut self.problem {
            problem.words = self.words.link_other.into();
        }
    }

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

    /// Opens a file. One that cannot be used changes nothing but what is said of it.
    fn read(&mut self, file: Option<&Plain>) {
        let read = file.map(|file| read_receipt(&self.book, file, self.today));
        match read {
            Some(Ok(receipt)) => {
                let again = rerun(&self.book, &receipt);
                self.opened = Some(Rc::new(Opened { receipt, again }));
                self.open(Page::Opened);
            }
            bad => {
                if self.page != Page::Open {
                    self.open(Page::Open);
                }
                let words = match bad {
                    Some(Err(error)) => {
                        let why = [&*error.place, ": ", &error.message].concat();
                        [self.words.file_other, " (", &why, ")"].concat()
                    }
                    _ => self.words.file_no_json.to_owned(),
                };
                self.problem = Some(Problem {
                    words: words.into(),
                    target: FIELD,
                    part: None,
                });
                self.attempt += 1;
            }
        }
    }

    fn use_opened(&mut self) {
        let Some(opened) = self.opened.take() else {
            return;
        };
        self.facts = opened.receipt.facts.clone();
        self.remarks.clone_from(&opened.receipt.remarks);
        self.dated = true;
        self.examined.clear();
        self.finder = Rc::new(Finder::new(&self.book, self.facts.on, self.words));
        self.walk = Rc::new(self.walked(None));
        self.past.clear();
        self.past.push(Page::Start);
        let page = match self.walk.next {
            None => Page::Outcome,
            Some(next) => Page::Ask(next),
        };
        self.show(page);
    }

    fn compare(&mut self) {
        if let Some(opened) = &self.opened {
            let found = compare(&self.book, self.walk.facts(), &opened.receipt.facts);
            self.comparison = Some(Rc::new(found));
            self.open(Page::Compare);
        }
    }

    /// Whether there is a page to go back to.
    pub(crate) fn can_go_back(&self) -> bool {
        !self.past.is_empty()
    }

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
                if let Some(page) = self.past.pop() {
                    let sound = self.sound(&page);
                    self.show(if sound { page } else { self.ahead() });
                }
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

    /// Shows the page again as another; what was entered stays.
    pub(crate) fn redraw(&mut self) {
        let draft = std::mem::take(&mut self.draft);
        self.show(self.page.clone());
        // It takes the place of the one before in the browser's history, too.
        self.landed = Some(self.turn);
        self.draft = draft;
    }

    /// Whether the page is one that the first part of the program can show, with nothing waiting.
    pub(crate) fn is_first(&self) -> bool {
        let first = match &self.page {
            Page::Start => true,
            Page::Ask(at) => {
                let question = self.book.questions.get(at.question);
                question.is_some_and(|question| question.kind == AnswerKind::Date)
            }
            _ => false,
        };
        first && self.pending.is_none()
    }

    /// The next page that there is something to do on.
    pub(super) fn ahead(&self) -> Page {
        self.walk.next.map_or(Page::Check, Page::Ask)
    }

    fn arrive(&mut self) {
        let first = self.is_first();
        if let Some(action) = self.pending.take() {
            self.act(action);
        } else if !first {
            // Which question comes next was not known.
            let page = match &self.page {
                page if self.sound(page) => page.clone(),
                _ => self.ahead(),
            };
            self.show(page);
            self.landed = Some(self.turn);
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
            Action::StartAgain => {
                let turn = self.turn + 1;
                let kept = (
                    self.address.clone(),
                    self.subject.clone(),
                    self.guide.clone(),
                );
                let pages = std::mem::take(&mut self.pages);
                *self = Self::new(self.book.clone(), self.words, self.today);
                (self.address, self.subject, self.guide) = kept;
                self.pages = pages;
                self.turn = turn;
            }
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

    /// Shows a page, with what was answered there filled in.
    pub(super) fn show(&mut self, page: Page) {
        self.draft = Draft::default();
        self.explored = None;
        self.page = page;
        if let Some(later) = later::part() {
            (later.shown)(self);
        }
        self.problem = None;
        self.attempt = 0;
        self.status = "";
        self.turn += 1;
        let turn = self.turn as usize;
        self.pages.resize(turn, None);
        self.pages.push(Some(self.page.clone()));
    }

    /// Goes to a page, from which one can come back.
    pub(super) fn open(&mut self, page: Page) {
        let before = std::mem::replace(&mut self.page, page.clone());
        self.past.push(before);
        self.show(page);
    }

    /// Goes to the next question, or to the answers once nothing is open.
    pub(super) fn go_on(&mut self) {
        let further = || self.walk.further.first().copied().filter(|_| self.further);
        let next = self.walk.next.or_else(further);
        self.open(next.map_or(Page::Check, Page::Ask));
    }

    fn add(&mut self, beside: usize, way: Beside) {
        let Some(leg) = self.facts.legs.get(beside) else {
            return;
        };
        if self.facts.legs.len() >= MOST_LEGS {
            return;
        }
        let (discloser, recipient) = (leg.discloser.clone(), leg.recipient.clone());
        let (discloser, recipient) = match way {
            Beside::Recipient => (discloser, None),
            Beside::Discloser => (None, recipient),
            Beside::Back => (recipient, discloser),
        };
        self.facts.legs.push(Leg {
            discloser,
            recipient,
            ..Leg::default()
        });
        self.rewalk();
        self.go_on();
    }

    /// The legs behind the one that goes move up, in what is examined as in the facts.
    fn remove(&mut self, leg: usize) {
        if self.facts.legs.len() < 2 || leg >= self.facts.legs.len() {
            return;
        }
        self.facts.legs.remove(leg);
        self.remarks.retain(|remark| remark.leg != leg);
        for remark in &mut self.remarks {
            if remark.leg > leg {
                remark.leg -= 1;
            }
        }
        self.examined.retain(|wanted| wanted.leg != leg);
        for wanted in &mut self.examined {
            if wanted.leg > leg {
                wanted.leg -= 1;
            }
        }
        // The pages that were passed may be about a leg that is another one now.
        self.pages.clear();
        self.past.clear();
        self.past.push(Page::Start);
        self.walk = Rc::new(self.walked(None));
        let next = self.walk.next.map_or(Page::Check, Page::Ask);
        self.show(next);
    }

    pub(super) fn rewalk(&mut self) {
        let walk = self.walked(Some(&self.walk));
        self.walk = Rc::new(walk);
    }

    fn walked(&self, before: Option<&Walk>) -> Walk {
        let (book, facts) = (&self.book, &self.facts);
        Walk::new(book, facts, self.dated, &self.examined, before)
    }

    pub(super) fn turn_to(&mut self, kind: StepKind) {
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

    /// The text of the first field as it was typed.
    pub(super) fn text_as_typed(&self) -> String {
        self.draft.texts.first().cloned().unwrap_or_default()
    }

    pub(super) fn text(&self) -> &str {
        self.draft.texts.first().map_or("", |text| text.trim())
    }

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
            Page::Find(_, step) if matches!(step.kind, StepKind::Unlisted | StepKind::Which(_)) => {
                draft.texts = [step.typed.clone(), String::new(), String::new()];
            }
            _ => {}
        }
        draft
    }

    /// Whether a question asks what it is about, and has the subject to begin with among its answers.
    fn offers(&self, question: &Question) -> bool {
        let names_one = |id: &str| self.book.objectives.iter().any(|one| one.id == id);
        question.kind == AnswerKind::Several
            && question.option(&self.subject).is_some()
            && question.options.iter().any(|option| names_one(&option.id))
    }

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
                } else if draft.ticked.is_empty() {
                    draft.ticked.push(NONE.into());
                }
            }
            None if self.offers(question) => draft.ticked = vec![self.subject.clone()],
            None => {}
        }
    }

    /// Takes another rulebook, and every answer that still has a question.
    fn adopt(&mut self, book: Rc<Rulebook>) {
        self.facts = carried(&self.facts, &book);
        self.finder = Rc::new(Finder::new(&book, self.facts.on, self.words));
        self.book = book;
        self.opened = None;
        self.pages.clear();
        self.past.clear();
        self.examined.clear();
        // The questions of another rulebook stand elsewhere in it.
        self.walk = Rc::new(self.walked(None));
        let page = match (&self.page, self.walk.next) {
            (Page::Start, _) => Page::Start,
            // Organisations stand elsewhere in another rulebook, too.
            (Page::Explore(_), _) => Page::Explore(Explore::Find),
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

/// The facts of one rulebook as far as they are facts of another, by the names they have there.
fn carried(facts: &Facts, book: &Rulebook) -> Facts {
    let (proposal, _) = migrate(book, &write_proposal(facts));
    read_proposal(book, &proposal, facts.on).unwrap_or_else(|_| Facts::new(facts.on))
}
