//! What a tiny rulebook says for every way of answering it: the oracle of the exact answers.
//!
//! It knows no diagrams and no open answers: each route is read off the rules by `naive` for every
//! combination of answers and of settings of the unsettled points, and all that is asked of it is
//! answered by going through them.

use wicketgate_engine::model::{AnswerKind, EntryKind, Rulebook, Scope};
use wicketgate_engine::{Answer, Facts, OptionAnswer, Outcome, Person};

use super::naive;

/// What one answer, or one option of several, stands for.
#[derive(Clone, Debug)]
pub(super) struct Variable {
    pub(super) question: usize,
    /// The option, for one of several.
    pub(super) option: Option<usize>,
    pub(super) values: usize,
    pub(super) changeable: bool,
}

/// What is said of a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Said {
    Open,
    Given(usize),
    /// "I do not know".
    Unknown,
}

#[derive(Debug)]
pub(super) struct Table<'a> {
    pub(super) book: &'a Rulebook,
    pub(super) variables: Vec<Variable>,
    /// For each route and combination of values, the settings of the points in which it holds, by bit.
    holds: Vec<Vec<u32>>,
    /// The values of each combination.
    pub(super) all: Vec<Vec<usize>>,
    settings: u32,
}

/// Everyone who may stand at an end, in the order of the rules.
fn persons(book: &Rulebook) -> Vec<Person> {
    let mut persons = Vec::new();
    let entries = book.entries.iter();
    for entry in entries.filter(|entry| entry.kind == EntryKind::Person) {
        let id = || entry.id.clone();
        persons.push(Person::Body {
            id: id(),
            name: None,
        });
        persons.push(Person::Provider { to: id() });
    }
    persons.push(Person::NotListed("Someone else".to_owned()));
    persons
}

/// The name of someone at an end, as reasons have it.
pub(super) fn person_name(book: &Rulebook, value: usize) -> String {
    match &persons(book)[value] {
        Person::Body { id, .. } => id.clone(),
        Person::Provider { to } => format!("provider-to {to}"),
        Person::NotListed(_) => "not-listed".to_owned(),
    }
}

impl<'a> Table<'a> {
    pub(super) fn new(book: &'a Rulebook, with_persons: bool, empty: &Facts) -> Self {
        let mut variables = Vec::new();
        for (index, question) in book.questions.iter().enumerate() {
            let variable = |option, values| Variable {
                question: index,
                option,
                values,
                changeable: question.changeable,
            };
            match question.kind {
                AnswerKind::Date => {}
                AnswerKind::Person if !with_persons => {}
                AnswerKind::Person => variables.push(variable(None, persons(book).len())),
                AnswerKind::YesNo | AnswerKind::Choice => {
                    variables.push(variable(None, question.options.len()))
                }
                AnswerKind::Several if question.among.is_some() => {}
                AnswerKind::Several => {
                    for (option, choice) in question.options.iter().enumerate() {
                        variables.push(variable(Some(option), 2));
                        // An option chosen among others is one thing with it.
                        for (inner, other) in book.questions.iter().enumerate() {
                            if other.among == Some(index) {
                                variables.push(Variable {
                                    question: inner,
                                    option: other.option(&choice.id),
                                    values: 2,
                                    changeable: other.changeable,
                                });
                            }
                        }
                    }
                }
            }
        }
        let mut all = vec![Vec::new()];
        for variable in &variables {
            let longer = |values: &Vec<usize>| {
                (0..variable.values)
                    .map(|value| [&values[..], &[value]].concat())
                    .collect::<Vec<_>>()
            };
            all = all.iter().flat_map(longer).collect();
        }
        let mut table = Self {
            book,
            variables,
            holds: Vec::new(),
            all,
            settings: 1 << book.points.len(),
        };
        let facts: Vec<Facts> = table
            .all
            .iter()
            .map(|values| {
                let said: Vec<Said> = values.iter().map(|value| Said::Given(*value)).collect();
                table.facts(empty, &said)
            })
            .collect();
        for route in naive::routes(book) {
            let of_facts = |facts: &Facts| {
                (0..table.settings)
                    .filter(|setting| naive::holds(book, facts, route, *setting))
                    .fold(0, |holds, setting| holds | 1 << setting)
            };
            table.holds.push(facts.iter().map(of_facts).collect());
        }
        table
    }

    pub(super) fn routes(&self) -> usize {
        self.holds.len()
    }

    /// What is said, as facts.
    pub(super) fn facts(&self, empty: &Facts, said: &[Said]) -> Facts {
        let mut facts = empty.clone();
        for (variable, said) in self.variables.iter().zip(said) {
            let question = &self.book.questions[variable.question];
            match (question.kind, said) {
                (_, Said::Open) => {}
                (AnswerKind::Person, Said::Given(value)) => {
                    let person = Some(persons(self.book).swap_remove(*value));
                    let leg = &mut facts.legs[0];
                    if question.scope == Scope::Discloser {
                        leg.discloser = person;
                    } else {
                        leg.recipient = person;
                    }
                }
                (AnswerKind::Several, said) => {
                    let option = &question.options[variable.option.unwrap()].id;
                    let answer = match said {
                        Said::Given(1) => OptionAnswer::Yes,
                        Said::Given(_) => OptionAnswer::No,
                        _ => OptionAnswer::Unknown,
                    };
                    if !facts.answers.contains_key(&question.id) {
                        let answer = Answer::Several {
                            options: Default::default(),
                            others: None,
                        };
                        facts.answers.insert(question.id.clone(), answer);
                    }
                    if let Some(Answer::Several { options, .. }) =
                        facts.answers.get_mut(&question.id)
                    {
                        options.insert(option.clone(), answer);
                    }
                }
                (_, Said::Given(value)) => {
                    let answer = Answer::Option(question.options[*value].id.clone());
                    facts.answers.insert(question.id.clone(), answer);
                }
                (_, Said::Unknown) => {
                    facts.answers.insert(question.id.clone(), Answer::Unknown);
                }
            }
        }
        facts
    }

    /// The outcome of each combination of answers to what can be answered, for a route or the leg.
    pub(super) fn judged(&self, said: &[Said], route: Option<usize>) -> Vec<Outcome> {
        let unknown: Vec<usize> = positions(said, |said| said == Said::Unknown);
        let of_routes: Vec<Vec<(bool, bool)>> = match route {
            Some(route) => vec![self.certain_possible(&unknown, route)],
            None => (0..self.routes())
                .map(|route| self.certain_possible(&unknown, route))
                .collect(),
        };
        (0..self.all.len())
            .map(|at| {
                let certain = of_routes.iter().any(|route| route[at].0);
                let possible = of_routes.iter().any(|route| route[at].1);
                match (certain, possible) {
                    (true, _) => Outcome::Fits,
                    (_, true) => Outcome::NeedsAdvice,
                    _ => Outcome::DoesNotFit,
                }
            })
            .collect()
    }

    /// Of each combination, whether the route holds for every setting of what no one can answer, and
    /// whether for some.
    fn certain_possible(&self, unknown: &[usize], route: usize) -> Vec<(bool, bool)> {
        let full = ((1_u64 << self.settings) - 1) as u32;
        let holds = &self.holds[route];
        let mut every = holds.clone();
        let mut some = holds.clone();
        for var in unknown {
            let stride: usize = self.variables[var + 1..]
                .iter()
                .map(|variable| variable.values)
                .product();
            let count = self.variables[*var].values;
            for at in 0..holds.len() {
                if self.all[at][*var] == 0 {
                    let places = (0..count).map(|value| at + value * stride);
                    let (mut both, mut either) = (u32::MAX, 0);
                    for place in places.clone() {
                        both &= every[place];
                        either |= some[place];
                    }
                    for place in places {
                        every[place] = both;
                        some[place] = either;
                    }
                }
            }
        }
        let judged = every.iter().zip(&some);
        judged
            .map(|(every, some)| (*every == full, *some != 0))
            .collect()
    }

    /// The combinations that agree with what is given.
    pub(super) fn completions(&self, said: &[Said]) -> Vec<usize> {
        (0..self.all.len())
            .filter(|at| {
                let mut each = said.iter().zip(&self.all[*at]);
                each.all(|(said, value)| match said {
                    Said::Given(given) => given == value,
                    _ => true,
                })
            })
            .collect()
    }

    /// The questions such that two completions that differ only in what is open of it differ in this.
    pub(super) fn relevant<T: PartialEq>(
        &self,
        said: &[Said],
        of: impl Fn(usize) -> T,
    ) -> Vec<usize> {
        let completions = self.completions(said);
        let mut relevant = Vec::new();
        for question in 0..self.book.questions.len() {
            let own = positions(said, |said| said == Said::Open);
            let own: Vec<usize> = own
                .into_iter()
                .filter(|var| self.variables[*var].question == question)
                .collect();
            if own.is_empty() {
                continue;
            }
            let strides: Vec<usize> = own
                .iter()
                .map(|var| {
                    let later = &self.variables[var + 1..];
                    later.iter().map(|variable| variable.values).product()
                })
                .collect();
            let differs = completions.iter().any(|at| {
                let values = &self.all[*at];
                let own_values = own.iter().zip(&strides);
                let zero = at
                    - own_values
                        .map(|(var, stride)| values[*var] * stride)
                        .sum::<usize>();
                of(zero) != of(*at)
            });
            if differs {
                relevant.push(question);
            }
        }
        relevant
    }

    /// The questions on which some route may still come to turn, whatever is or is not known.
    pub(super) fn may_be_asked(&self, said: &[Said]) -> Vec<usize> {
        let mut asked: Vec<usize> = (0..self.routes())
            .flat_map(|route| self.relevant(said, |at| self.holds[route][at]))
            .collect();
        asked.sort_unstable();
        asked.dedup();
        asked
    }
}

/// The variables of which this is said.
pub(super) fn positions(said: &[Said], is: impl Fn(Said) -> bool) -> Vec<usize> {
    (0..said.len()).filter(|var| is(said[*var])).collect()
}
