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

use wicketgate_engine::model::{AnswerKind, EntryKind, Question, Rulebook, Scope};
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
    persons: &'a [Person],
    order: usize,
    next: Next,
}

/// Walks through many complete assignments and the worked cases, and prints the means.
pub fn measure(folder: &str, walks: usize) -> Result<(), String> {
    let book = rules::rulebook(folder)?;
    let on = book.law_as_at.ok_or("the rulebook has no date")?;
    let persons = persons(&book, on);
    let mut random = Random::new(1);
    let mut any = || -> Vec<Said> {
        let questions = book.questions.iter();
        questions
            .map(|asked| random.below(answers(asked, persons.len())) as Said)
            .collect()
    };
    let complete: Vec<Vec<Said>> = (0..walks).map(|_| any()).collect();
    let counts = each_order(|order| {
        let mut asking = Asking {
            book: &book,
            on,
            persons: &persons,
            order,
            next: Next::default(),
        };
        complete.iter().map(|one| asking.walk(one)).collect()
    });
    println!("{walks} complete assignments, each as likely as any other:");
    table(&counts);
    let cases = legs(&book);
    let counts = each_order(|order| {
        let cases = cases.iter();
        cases
            .map(|case| asked_in(&book, order, case, |_| ()))
            .collect()
    });
    println!(
        "{} legs of worked cases; what a case does not say is answered \"I do not know\":",
        cases.len()
    );
    table(&counts);
    Ok(())
}

/// Each leg of each worked case, by itself.
pub(crate) fn legs(book: &Rulebook) -> Vec<Facts> {
    let mut legs = Vec::new();
    for case in &book.cases {
        for leg in &case.facts.legs {
            legs.push(Facts {
                on: case.facts.on,
                legs: vec![leg.clone()],
                answers: case.facts.answers.clone(),
            });
        }
    }
    legs
}

/// What each order needs, all of them at the same time.
fn each_order(count: impl Fn(usize) -> Vec<u32> + Sync) -> [Vec<u32>; 4] {
    let count = &count;
    std::thread::scope(|scope| {
        let running = [0, 1, 2, 3].map(|order| scope.spawn(move || count(order)));
        running.map(|thread| thread.join().unwrap_or_default())
    })
}

/// The mean of each order, with the interval that holds the true mean in 95 of 100 such samples;
/// and how much it is above that of the greedy order, taken share by share.
fn table(counts: &[Vec<u32>; 4]) {
    let [file, _, greedy, _] = counts;
    let (file, _) = mean(&numbers(file));
    let greedy = numbers(greedy);
    for (name, counts) in ORDERS.iter().zip(counts) {
        let own = numbers(counts);
        let (average, within) = mean(&own);
        let beside: Vec<f64> = own
            .iter()
            .zip(&greedy)
            .map(|(one, two)| one - two)
            .collect();
        let (difference, interval) = mean(&beside);
        println!(
            "  {name:8} {average:7.3} ± {within:.3}  most {:3}  {:+6.1} % beside file order  {difference:+.4} ± {interval:.4} beside greedy",
            counts.iter().max().copied().unwrap_or_default(),
            100.0 * (average / file - 1.0)
        );
    }
}

fn numbers(counts: &[u32]) -> Vec<f64> {
    counts.iter().map(|count| f64::from(*count)).collect()
}

fn mean(values: &[f64]) -> (f64, f64) {
    let size = values.len().max(1) as f64;
    let mean = values.iter().sum::<f64>() / size;
    let squares = values.iter().map(|value| (value - mean).powi(2));
    let variance = squares.sum::<f64>() / (size - 1.0).max(1.0);
    (mean, 1.96 * (variance / size).sqrt())
}

/// How many answers a question has.
fn answers(asked: &Question, persons: usize) -> usize {
    match asked.kind {
        AnswerKind::Date => 1,
        AnswerKind::Person => persons,
        AnswerKind::YesNo | AnswerKind::Choice => asked.options.len(),
        AnswerKind::Several => 1 << asked.options.len().min(31),
    }
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
    fn walk(&mut self, complete: &[Said]) -> u32 {
        let mut said: Vec<(u32, Said)> = Vec::new();
        let mut asked = 0;
        loop {
            let next = match self.next.get(&said) {
                Some(next) => *next,
                None => {
                    let next = next(self.book, self.order, &self.facts(&said));
                    self.next.insert(said.clone(), next);
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

/// How many questions are asked of someone who knows what a worked case says; `step` is shown what is
/// known before each of them and after the last.
pub(crate) fn asked_in(
    book: &Rulebook,
    order: usize,
    case: &Facts,
    mut step: impl FnMut(&Facts),
) -> u32 {
    let mut facts = Facts::new(case.on);
    let mut asked = 0;
    step(&facts);
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
            step(&facts);
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
        step(&facts);
    }
    asked
}
