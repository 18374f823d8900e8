//! The union of what two rulebooks ask, matched by id: what a complete assignment is made of.

use crate::Date;
use crate::diagram::Var;
use crate::model::{AnswerKind, EntryKind, Index, Question, Rulebook};

/// Who discloses: a class of persons who behave alike at that end.
pub(super) const DISCLOSER: Var = 0;

/// Who receives: a class of persons who behave alike at that end.
pub(super) const RECIPIENT: Var = 1;

/// How the two are alike in the old and in the new rulebook.
pub(super) const RELATION: Var = 2;

/// The first variable that stands for an answer.
pub(super) const ANSWERS: Var = 3;

/// How many options may stand in one variable: one and those chosen among it.
const MOST_TOGETHER: usize = 8;

/// A rulebook on a day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Book<'a> {
    pub(super) book: &'a Rulebook,
    pub(super) on: Date,
}

/// An option of a question, by id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chosen {
    pub(super) question: String,
    pub(super) option: String,
}

/// What a variable stands for.
#[derive(Clone, Debug)]
pub(super) enum Variable {
    /// The one answer of a question: its options in order.
    One(String, Vec<String>),
    /// An option of a question with several answers, and its like in questions that choose among
    /// it; each value is a bit for each of them.
    Several(Vec<Chosen>, Vec<usize>),
    /// An unsettled point.
    Point(String),
}

/// Someone who may stand at an end.
#[derive(Clone, Debug)]
pub(super) struct Someone {
    /// The id of an entry; none for who is not listed.
    pub(super) id: Option<String>,
    pub(super) provider: bool,
    /// The body in each rulebook; none where it is not there.
    pub(super) bodies: [Option<Index>; 2],
}

/// The union of two domains.
#[derive(Debug)]
pub(super) struct Frame {
    pub(super) variables: Vec<Variable>,
    pub(super) persons: Vec<Someone>,
}

impl Frame {
    pub(super) fn new(books: [Book<'_>; 2]) -> Self {
        let mut frame = Self {
            variables: Vec::new(),
            persons: persons(books),
        };
        // Questions in the order of the new rulebook, then those that only the old one has.
        let [old, new] = books.map(|side| side.book);
        let gone = old
            .questions
            .iter()
            .filter(|question| new.question(&question.id).is_none());
        let questions: Vec<&Question> = new.questions.iter().chain(gone).collect();
        // What is chosen among other options comes with them, so questions of that kind come last.
        for inner in [false, true] {
            for question in &questions {
                if among([old, new], &question.id).is_some() != inner {
                    continue;
                }
                // A question that is of another kind in the old rulebook is two questions.
                frame.one([old, new], &question.id);
                frame.several([old, new], &questions, &question.id);
            }
        }
        for book in [old, new] {
            for point in &book.points {
                if frame.point(&point.id).is_none() {
                    frame.variables.push(Variable::Point(point.id.clone()));
                }
            }
        }
        frame
    }

    fn one(&mut self, books: [&Rulebook; 2], id: &str) {
        let options = options(books, id, 1);
        if !options.is_empty() {
            self.variables.push(Variable::One(id.to_owned(), options));
        }
    }

    fn several(&mut self, books: [&Rulebook; 2], questions: &[&Question], id: &str) {
        for option in options(books, id, 2) {
            let own = Chosen {
                question: id.to_owned(),
                option,
            };
            if self.place(&own).is_some() {
                continue;
            }
            // With those that choose among it, as far as both rulebooks have it so.
            let mut together = vec![own];
            let mut at = 0;
            while let Some(outer) = together.get(at).cloned() {
                for inner in questions {
                    if among(books, &inner.id).as_deref() != Some(&outer.question)
                        || kind(inner) != 2
                    {
                        continue;
                    }
                    let inner = Chosen {
                        question: inner.id.clone(),
                        option: outer.option.clone(),
                    };
                    let there = options(books, &inner.question, 2).contains(&inner.option);
                    if there
                        && together.len() < MOST_TOGETHER
                        && !together.contains(&inner)
                        && self.place(&inner).is_none()
                    {
                        together.push(inner);
                    }
                }
                at += 1;
            }
            let outer_of: Vec<Option<usize>> = together
                .iter()
                .map(|one| {
                    let outer = among(books, &one.question)?;
                    together.iter().position(|other| other.question == outer)
                })
                .collect();
            let has = |mask: usize, at: usize| mask >> at & 1 == 1;
            let possible = |mask: &usize| {
                outer_of.iter().enumerate().all(|(at, outer)| {
                    !has(*mask, at) || outer.is_none_or(|outer| has(*mask, outer))
                })
            };
            let values = (0..1_usize << together.len()).filter(possible).collect();
            self.variables.push(Variable::Several(together, values));
        }
    }

    /// The variable of an option, and for each of its values whether the option is chosen.
    pub(super) fn chosen(&self, own: &Chosen, several: bool) -> Option<(Var, Vec<bool>)> {
        self.variables
            .iter()
            .enumerate()
            .find_map(|(at, variable)| {
                let holds = match variable {
                    Variable::One(question, options) if !several && *question == own.question => {
                        options.iter().map(|option| *option == own.option).collect()
                    }
                    Variable::Several(together, values) if several => {
                        let bit = together.iter().position(|one| one == own)?;
                        values.iter().map(|mask| mask >> bit & 1 == 1).collect()
                    }
                    _ => return None,
                };
                Some((ANSWERS + at, holds))
            })
    }

    fn place(&self, own: &Chosen) -> Option<Var> {
        self.chosen(own, true).map(|(var, _)| var)
    }

    pub(super) fn point(&self, id: &str) -> Option<Var> {
        let is = |variable: &Variable| matches!(variable, Variable::Point(point) if point == id);
        self.variables.iter().position(is).map(|at| ANSWERS + at)
    }

    pub(super) fn variable(&self, var: Var) -> Option<&Variable> {
        self.variables.get(var.checked_sub(ANSWERS)?)
    }

    /// How many values each variable has; those of the ends come later.
    pub(super) fn values(&self) -> Vec<usize> {
        let own = self.variables.iter().map(|variable| match variable {
            Variable::One(_, options) => options.len(),
            Variable::Several(_, values) => values.len(),
            Variable::Point(_) => 2,
        });
        [1, 1, 9].into_iter().chain(own).collect()
    }
}

/// One answer, several, or none that stands among the answers.
fn kind(question: &Question) -> usize {
    match question.kind {
        AnswerKind::YesNo | AnswerKind::Choice => 1,
        AnswerKind::Several => 2,
        AnswerKind::Person | AnswerKind::Date => 0,
    }
}

/// The options of a question of a kind in either rulebook, those of the new one first.
fn options(books: [&Rulebook; 2], id: &str, of: usize) -> Vec<String> {
    let mut options: Vec<String> = Vec::new();
    for book in books.into_iter().rev() {
        let question = book.question(id).filter(|question| kind(question) == of);
        for option in question.into_iter().flat_map(|question| &question.options) {
            if !options.contains(&option.id) {
                options.push(option.id.clone());
            }
        }
    }
    options
}

/// The question that a question chooses among, if no rulebook that has it says otherwise.
fn among(books: [&Rulebook; 2], id: &str) -> Option<String> {
    let mut found: Vec<Option<String>> = Vec::new();
    for book in books {
        if let Some(question) = book.question(id) {
            let outer = question.among.and_then(|among| book.questions.get(among));
            found.push(outer.map(|outer| outer.id.clone()));
        }
    }
    let first = found.first().cloned().flatten()?;
    found
        .iter()
        .all(|other| other.as_deref() == Some(&first))
        .then_some(first)
}

/// Everyone who may stand at an end: each body with those who provide services to it, and the rest.
fn persons(books: [Book<'_>; 2]) -> Vec<Someone> {
    let mut persons: Vec<Someone> = Vec::new();
    for side in books.into_iter().rev() {
        for entry in &side.book.entries {
            if entry.kind != EntryKind::Person {
                continue;
            }
            let bodies = books.map(|side| side.book.body_of_on(&entry.id, side.on));
            if persons.iter().all(|known| known.bodies != bodies) {
                for provider in [false, true] {
                    persons.push(Someone {
                        id: Some(entry.id.clone()),
                        provider,
                        bodies,
                    });
                }
            }
        }
    }
    persons.push(Someone {
        id: None,
        provider: false,
        bodies: [None, None],
    });
    persons
}
