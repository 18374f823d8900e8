//! How many questions are asked until a share is decided, beside other orders of asking them.
//!
//! Each walk answers from one complete assignment: every person that may stand at an end, and every
//! answer to every question, is as likely as any other. What was asked first decides what is asked
//! next, so each order remembers its next question for the answers given so far.
//!
//! - `file`: every question in the order of the files, until the plain evaluator decides.
//! - `open`: the same without the questions that the plain evaluator knows not to matter.
//! - `greedy`: of those the one that is open for most gateways and objectives.
//! - `ours`: as [`inquire`] asks.

use std::collections::HashMap;

use wicketgate_engine::model::{AnswerKind, EntryKind, Rulebook, Scope};
use wicketgate_engine::{
    Answer, Date, Facts, OptionAnswer, Outcome, Person, Plainly, inquire, plainly,
};

use crate::random::Random;
use crate::rules;

/// The orders that are compared.
const ORDERS: [&str; 4] = ["file", "open", "greedy", "ours"];

/// The answer to a question, as a number: an option, a person, or the chosen options by bit.
type Said = u32;

/// The next question of each order for what was said so far.
type Next = HashMap<Vec<(u32, Said)>, Option<usize>>;

struct Asking<'a> {
    book: &'a Rulebook,
    on: Date,
    persons: Vec<Person>,
    next: [Next; 4],
}

/// Walks through many complete assignments and the worked cases, and prints the means.
pub(crate) fn measure(folder: &str, walks: usize) -> Result<(), String> {
    let book = rules::rulebook(folder)?;
    let on = book.law_as_at.ok_or("the rulebook has no date")?;
    let mut asking = Asking {
        book: &book,
        on,
        persons: persons(&book, on),
        next: Default::default(),
    };
    let mut random = Random::new(1);
    let mut counts: [Vec<u32>; 4] = Default::default();
    for _ in 0..walks {
        let complete: Vec<Said> = (0..book.questions.len())
            .map(|question| asking.any(&mut random, question))
            .collect();
        for (order, counts) in counts.iter_mut().enumerate() {
            counts.push(asking.walk(order, &complete));
        }
    }
    println!("{walks} complete assignments, each as likely as any other:");
    table(&counts);
    let mut counts: [Vec<u32>; 4] = Default::default();
    let mut cases = 0;
    for case in &book.cases {
        for leg in &case.facts.legs {
            let facts = Facts {
                on: case.facts.on,
                legs: vec![leg.clone()],
                answers: case.facts.answers.clone(),
            };
            cases += 1;
            for (order, counts) in counts.iter_mut().enumerate() {
                counts.push(of_case(&book, order, &facts));
            }
        }
    }
    println!(
        "{cases} legs of worked cases; what a case does not say is answered \"I do not know\":"
    );
    table(&counts);
    Ok(())
}

/// The mean of each order, with the interval that holds the true mean in 95 of 100 such samples.
fn table(counts: &[Vec<u32>; 4]) {
    let means = counts.each_ref().map(|counts| mean(counts));
    let file = means.first().map_or(1.0, |(mean, _)| *mean);
    for ((name, (mean, within)), counts) in ORDERS.iter().zip(means).zip(counts) {
        println!(
            "  {name:8} {mean:7.3} ± {within:.3}  most {:3}  {:+.1} % beside file order",
            counts.iter().max().copied().unwrap_or_default(),
            100.0 * (mean / file - 1.0)
        );
    }
}

fn mean(counts: &[u32]) -> (f64, f64) {
    let size = counts.len().max(1) as f64;
    let mean = counts.iter().map(|count| f64::from(*count)).sum::<f64>() / size;
    let squares = counts
        .iter()
        .map(|count| (f64::from(*count) - mean).powi(2));
    let variance = squares.sum::<f64>() / (size - 1.0).max(1.0);
    (mean, 1.96 * (variance / size).sqrt())
}

/// Everyone who may stand at an end on a day.
fn persons(book: &Rulebook, on: Date) -> Vec<Person> {
    let mut persons = vec![Person::NotListed("Someone else".to_owned())];
    for entry in &book.entries {
        if entry.kind == EntryKind::Person && entry.on(on).is_some() {
            let id = || entry.id.clone();
            persons.push(Person::Body {
                id: id(),
                name: None,
            });
            persons.push(Person::Provider { to: id() });
        }
    }
    persons
}

/// What the plain evaluator would ask next.
fn plain_next(book: &Rulebook, order: usize, found: &Plainly, facts: &Facts) -> Option<usize> {
    if found.outcome != Outcome::Undecided {
        return None;
    }
    let open = |question: &usize| found.open.contains(question);
    match order {
        0 => (0..book.questions.len()).find(|question| !answered(book, facts, *question)),
        1 => found.open.first().copied(),
        _ => {
            let mut best: Option<(usize, usize)> = None;
            for question in (0..book.questions.len()).filter(open) {
                let routes = found.routes.iter();
                let count = routes
                    .filter(|(outcome, open)| {
                        *outcome == Outcome::Undecided && open.contains(&question)
                    })
                    .count();
                if best.is_none_or(|(most, _)| count > most) {
                    best = Some((count, question));
                }
            }
            best.map(|(_, question)| question)
        }
    }
}

fn answered(book: &Rulebook, facts: &Facts, question: usize) -> bool {
    let Some(asked) = book.questions.get(question) else {
        return true;
    };
    let leg = facts.legs.first();
    match (asked.kind, asked.scope) {
        (AnswerKind::Date, _) => true,
        (AnswerKind::Person, Scope::Recipient) => leg.is_some_and(|leg| leg.recipient.is_some()),
        (AnswerKind::Person, _) => leg.is_some_and(|leg| leg.discloser.is_some()),
        _ => {
            facts.answers.contains_key(&asked.id)
                || leg.is_some_and(|leg| leg.answers.contains_key(&asked.id))
        }
    }
}

fn next(book: &Rulebook, order: usize, facts: &Facts) -> Option<usize> {
    if order == 3 {
        let next = inquire(book, facts).next?;
        return book
            .questions
            .iter()
            .position(|question| question.id == next);
    }
    let found = plainly(book, facts, 0)?;
    plain_next(book, order, &found, facts)
}

impl Asking<'_> {
    fn any(&self, random: &mut Random, question: usize) -> Said {
        let Some(asked) = self.book.questions.get(question) else {
            return 0;
        };
        let count = match asked.kind {
            AnswerKind::Date => 1,
            AnswerKind::Person => self.persons.len(),
            AnswerKind::YesNo | AnswerKind::Choice => asked.options.len(),
            AnswerKind::Several => 1 << asked.options.len().min(31),
        };
        random.below(count) as Said
    }

    fn walk(&mut self, order: usize, complete: &[Said]) -> u32 {
        let mut said: Vec<(u32, Said)> = Vec::new();
        let mut asked = 0;
        loop {
            let known = self
                .next
                .get(order)
                .and_then(|next| next.get(&said))
                .copied();
            let next = match known {
                Some(next) => next,
                None => {
                    let next = next(self.book, order, &self.facts(&said));
                    if let Some(known) = self.next.get_mut(order) {
                        known.insert(said.clone(), next);
                    }
                    next
                }
            };
            let Some(next) = next else { return asked };
            asked += 1;
            let answer = complete.get(next).copied().unwrap_or_default();
            said.push((next as u32, answer));
            said.sort_unstable();
        }
    }

    fn facts(&self, said: &[(u32, Said)]) -> Facts {
        let mut facts = Facts::new(self.on);
        for (question, value) in said {
            let Some(asked) = self.book.questions.get(*question as usize) else {
                continue;
            };
            let value = *value as usize;
            match asked.kind {
                AnswerKind::Date => {}
                AnswerKind::Person => {
                    if let Some(leg) = facts.legs.first_mut() {
                        let person = self.persons.get(value).cloned();
                        if asked.scope == Scope::Recipient {
                            leg.recipient = person;
                        } else {
                            leg.discloser = person;
                        }
                    }
                }
                AnswerKind::YesNo | AnswerKind::Choice => {
                    if let Some(option) = asked.options.get(value) {
                        let answer = Answer::Option(option.id.clone());
                        facts.answers.insert(asked.id.clone(), answer);
                    }
                }
                AnswerKind::Several => {
                    let options = asked.options.iter().enumerate();
                    let chosen = options.filter(|(at, _)| value >> at & 1 == 1);
                    let answer = Answer::chosen(chosen.map(|(_, option)| option.id.as_str()));
                    facts.answers.insert(asked.id.clone(), answer);
                }
            }
        }
        facts
    }
}

/// How many questions are asked of someone who knows what a worked case says.
fn of_case(book: &Rulebook, order: usize, case: &Facts) -> u32 {
    let mut facts = Facts::new(case.on);
    let mut asked = 0;
    while let Some(question) = next(book, order, &facts).and_then(|at| book.questions.get(at)) {
        asked += 1;
        let (Some(leg), Some(known)) = (facts.legs.first_mut(), case.legs.first()) else {
            break;
        };
        if question.kind == AnswerKind::Person {
            let nobody = || Some(Person::NotListed("Someone else".to_owned()));
            if question.scope == Scope::Recipient {
                leg.recipient = known.recipient.clone().or_else(nobody);
            } else {
                leg.discloser = known.discloser.clone().or_else(nobody);
            }
            continue;
        }
        let said = known.answers.get(&question.id);
        let said = said.or_else(|| case.answers.get(&question.id)).cloned();
        let answer = match said {
            Some(Answer::Several {
                options,
                others: None,
            }) => Answer::Several {
                options,
                others: Some(OptionAnswer::Unknown),
            },
            Some(answer) => answer,
            None => Answer::Unknown,
        };
        facts.answers.insert(question.id.clone(), answer);
    }
    asked
}
