//! What the functions of a leg are made from: the variables, what was answered, and what nobody will answer.

use super::layout::{Layout, Variable};
use super::{LIMIT, MOST_VARIABLES};
use crate::Answer;
use crate::determine::alike::{Persons, number};
use crate::determine::evaluate::Evaluation;
use crate::diagram::{Pool, Var};
use crate::facts::OptionAnswer;
use crate::model::{AnswerKind, End, Index, Rulebook};
use crate::set::Set;

/// Makes the diagrams of a leg.
pub(in crate::determine) struct Builder<'e, 'a> {
    pub(super) evaluation: &'e Evaluation<'a>,
    pub(in crate::determine) book: &'a Rulebook,
    pub(super) layout: Layout,
    pub(in crate::determine) pool: Pool,
    /// What was answered, by variable.
    pub(in crate::determine) given: Vec<Option<usize>>,
    /// What is fixed in the functions: what was answered, or nothing.
    pub(super) fixed: Vec<Option<usize>>,
    /// The variables that nobody will answer.
    pub(in crate::determine) unanswerable: Set,
}

impl<'e, 'a> Builder<'e, 'a> {
    /// With what was answered fixed, or only noted as given.
    pub(in crate::determine) fn new(evaluation: &'e Evaluation<'a>, fix: bool) -> Option<Self> {
        let book = evaluation.book;
        let ends = [End::Discloser, End::Recipient];
        let given = ends.map(|end| evaluation.who(end).map(|who| number(evaluation, who)));
        // Whoever is named stands alone, so that being the same one is never left open with them.
        let apart: Vec<usize> = given.into_iter().flatten().collect();
        let persons = given.map(|given| match given.filter(|_| fix) {
            Some(given) => Persons::only(given),
            None => Persons::all(evaluation, &apart),
        });
        let layout = Layout::new(book, persons);
        if layout.variables.len() > MOST_VARIABLES {
            return None;
        }
        let pool = Pool::new(layout.values.clone(), LIMIT);
        let given = vec![None; layout.variables.len()];
        let mut unanswerable = Set::default();
        unanswerable.extend(&layout.points);
        let mut builder = Self {
            evaluation,
            book,
            layout,
            pool,
            fixed: given.clone(),
            given,
            unanswerable,
        };
        builder.answers();
        if fix {
            builder.fixed.clone_from(&builder.given);
        }
        Some(builder)
    }

    /// Fixes what was answered, and notes what will not be.
    fn answers(&mut self) {
        for end in [End::Discloser, End::Recipient] {
            let named = self.evaluation.who(end);
            let number = named.map(|who| number(self.evaluation, who));
            if let Some(class) = number.and_then(|number| self.layout.persons(end).class(number)) {
                self.fix(self.layout.end(end), class);
            }
        }
        for (index, question) in self.book.questions.iter().enumerate() {
            let several = question.kind == AnswerKind::Several;
            let Some(answer) = self.evaluation.answer(index) else {
                continue;
            };
            match answer {
                Answer::Unknown => {
                    self.unanswerable.extend(&self.layout.all_of(index));
                }
                Answer::Option(id) => {
                    if let (Some(var), Some(value), false) =
                        (self.layout.of(index, 0), question.option(id), several)
                    {
                        self.fix(var, value);
                    }
                }
                Answer::Several { options, others } => {
                    for (at, option) in question.options.iter().enumerate() {
                        let Some(var) = self.layout.of(index, at).filter(|_| several) else {
                            continue;
                        };
                        match options.get(&option.id).copied().or(*others) {
                            Some(OptionAnswer::Yes) => self.fix(var, 1),
                            Some(OptionAnswer::No) => self.fix(var, 0),
                            Some(OptionAnswer::Unknown) => {
                                self.unanswerable.insert(var);
                            }
                            None => {}
                        }
                    }
                }
            }
        }
    }

    /// Notes what was answered.
    fn fix(&mut self, var: Var, value: usize) {
        if let Some(slot) = self.given.get_mut(var) {
            *slot = Some(value);
        }
    }

    /// The persons that a value of an end stands for; none of another variable.
    pub(in crate::determine) fn persons(&self, var: Var, value: usize) -> &[usize] {
        let end = match self.layout.variables.get(var) {
            Some(Variable::End(end)) => *end,
            _ => return &[],
        };
        let classes = &self.layout.persons(end).classes;
        classes.get(value).map_or(&[], Vec::as_slice)
    }

    /// How many values a variable has.
    pub(in crate::determine) fn count(&self, var: Var) -> usize {
        self.layout.values.get(var).copied().unwrap_or(0)
    }

    /// How likely each value of an end is, everyone being equally likely.
    pub(in crate::determine) fn shares(&self) -> [Vec<f64>; 2] {
        self.layout.persons.each_ref().map(|persons| {
            let all: usize = persons.classes.iter().map(Vec::len).sum();
            let share = |class: &Vec<usize>| class.len() as f64 / all.max(1) as f64;
            persons.classes.iter().map(share).collect()
        })
    }

    /// The question and option of a variable; none for an unsettled point.
    pub(in crate::determine) fn option_of(&self, var: Var) -> Option<(Index, Index)> {
        self.layout.option_of(var)
    }

    /// The variable of an answer, or of an option of several.
    #[cfg(feature = "proofs")]
    pub(in crate::determine) fn var_of(&self, question: Index, option: Index) -> Option<Var> {
        self.layout.of(question, option)
    }

    /// The variable of an unsettled point.
    #[cfg(feature = "proofs")]
    pub(in crate::determine) fn point_of(&self, point: Index) -> Option<Var> {
        self.layout.points.get(point).copied()
    }
}
