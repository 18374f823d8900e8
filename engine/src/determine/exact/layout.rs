//! The variables of the diagrams of a leg: what each stands for, and in which order they are tested.

use crate::determine::alike::Persons;
use crate::diagram::Var;
use crate::model::{AnswerKind, End, Index, Rulebook, Scope};

/// What each variable stands for, in their order.
#[derive(Debug, Default)]
pub(super) struct Layout {
    pub(super) variables: Vec<Variable>,
    /// How many values each has.
    pub(super) values: Vec<usize>,
    /// For each question the variables of its options, or the one of its answer.
    of_question: Vec<Vec<Var>>,
    /// The variable of each unsettled point.
    pub(super) points: Vec<Var>,
    /// Who discloses, and who receives.
    pub(super) ends: [Var; 2],
    /// Who may stand at each end.
    pub(super) persons: [Persons; 2],
    /// Whether both ends are the same one, where both are open within one class.
    pub(super) same: Option<Var>,
    /// The questions for the two.
    pub(super) person_questions: [Option<Index>; 2],
}

/// What a variable stands for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Variable {
    /// Who stands at an end.
    End(End),
    /// The answer to a question, or whether one of its options is chosen.
    Answer(Index),
    /// Whether both ends are the same one.
    Same,
    /// Whether an unsettled point holds.
    Point,
}

impl Layout {
    /// Persons first, then questions in the order in which they are asked. An option that can be
    /// chosen only among others stands beside its like, because counting looks at both together;
    /// apart they would make the diagram of a count exponential.
    pub(super) fn new(book: &Rulebook, persons: [Persons; 2]) -> Self {
        let mut layout = Self {
            of_question: vec![Vec::new(); book.questions.len()],
            ..Self::default()
        };
        let [discloser, recipient] = &persons;
        layout.ends = [
            layout.push(Variable::End(End::Discloser), discloser.classes.len()),
            layout.push(Variable::End(End::Recipient), recipient.classes.len()),
        ];
        layout.persons = persons;
        layout.same = Some(layout.push(Variable::Same, 2));
        for (index, question) in book.questions.iter().enumerate() {
            match question.kind {
                AnswerKind::Date => {}
                AnswerKind::Person => {
                    let at = usize::from(question.scope == Scope::Recipient);
                    if let Some(slot) = layout.person_questions.get_mut(at) {
                        *slot = Some(index);
                    }
                }
                AnswerKind::YesNo | AnswerKind::Choice => {
                    let var = layout.push(Variable::Answer(index), question.options.len());
                    layout.set(index, 0, var);
                }
                AnswerKind::Several if question.among.is_none() => {
                    for option in 0..question.options.len() {
                        layout.option(book, index, option);
                    }
                }
                AnswerKind::Several => {}
            }
        }
        for _ in &book.points {
            let var = layout.push(Variable::Point, 2);
            layout.points.push(var);
        }
        layout
    }

    /// An option and then those chosen among it, which the compiler keeps from going in a circle.
    fn option(&mut self, book: &Rulebook, question: Index, option: Index) {
        let var = self.push(Variable::Answer(question), 2);
        self.set(question, option, var);
        let id = book
            .questions
            .get(question)
            .and_then(|question| question.options.get(option))
            .map(|option| option.id.as_str());
        for (inner, asked) in book.questions.iter().enumerate() {
            if asked.among != Some(question) {
                continue;
            }
            let mut options = asked.options.iter();
            if let Some(same) = options.position(|option| Some(option.id.as_str()) == id) {
                self.option(book, inner, same);
            }
        }
    }

    /// Adds a variable behind the others.
    fn push(&mut self, variable: Variable, values: usize) -> Var {
        self.variables.push(variable);
        self.values.push(values);
        self.variables.len() - 1
    }

    /// Notes the variable of an option.
    fn set(&mut self, question: Index, option: Index, var: Var) {
        if let Some(vars) = self.of_question.get_mut(question) {
            if vars.len() <= option {
                vars.resize(option + 1, Var::MAX);
            }
            if let Some(slot) = vars.get_mut(option) {
                *slot = var;
            }
        }
    }

    /// The variable of an option of a question with several answers, or the one of the answer.
    pub(super) fn of(&self, question: Index, option: Index) -> Option<Var> {
        self.of_question
            .get(question)?
            .get(option)
            .copied()
            .filter(|var| *var != Var::MAX)
    }

    /// The variable of an end.
    pub(super) fn end(&self, end: End) -> Var {
        let [discloser, recipient] = self.ends;
        if end == End::Discloser {
            discloser
        } else {
            recipient
        }
    }

    /// Who may stand at an end.
    pub(super) fn persons(&self, end: End) -> &Persons {
        let [discloser, recipient] = &self.persons;
        if end == End::Discloser {
            discloser
        } else {
            recipient
        }
    }

    /// The question of a variable, and the option it stands for where there are several.
    pub(super) fn option_of(&self, var: Var) -> Option<(Index, Index)> {
        let question = self.question(var)?;
        let option = self
            .of_question
            .get(question)?
            .iter()
            .position(|own| *own == var);
        Some((question, option.unwrap_or(0)))
    }

    /// The question of a variable; none of what nobody is asked.
    pub(super) fn question(&self, var: Var) -> Option<Index> {
        match self.variables.get(var)? {
            Variable::Answer(question) => Some(*question),
            Variable::End(end) => {
                let [discloser, recipient] = self.person_questions;
                if *end == End::Discloser {
                    discloser
                } else {
                    recipient
                }
            }
            Variable::Same | Variable::Point => None,
        }
    }

    /// The variables of a question.
    pub(super) fn all_of(&self, question: Index) -> Vec<Var> {
        let vars = self.of_question.get(question).into_iter().flatten();
        vars.copied().filter(|var| *var != Var::MAX).collect()
    }
}
