//! A function in answers, as people write them: one way in which it is true.

use super::Builder;
use crate::diagram::{Ref, Var};
use crate::model::AnswerKind;

impl Builder<'_, '_> {
    /// Answers for which a function is true, as people write them; those along one path.
    pub(in crate::determine) fn answers_for(&self, function: Ref) -> Vec<String> {
        let path = self.pool.some_path(function);
        let named = |(var, value): (Var, usize)| {
            let Some((question, option)) = self.option_of(var) else {
                let point = self.layout.points.iter().position(|own| *own == var)?;
                let point = self.book.points.get(point)?;
                let reading = if value == 1 { "holds" } else { "does not hold" };
                return Some(format!("{} {reading}", point.id));
            };
            let asked = self.book.questions.get(question)?;
            Some(match asked.kind {
                AnswerKind::Person => {
                    let number = self
                        .persons(var, value)
                        .first()
                        .copied()
                        .unwrap_or(usize::MAX);
                    let body = self.book.bodies.get(number / 2);
                    let name = body.map_or("not-listed", |body| body.id.as_str());
                    let of = match body {
                        Some(_) if number % 2 == 1 => "a provider to ",
                        _ => "",
                    };
                    format!("{} is {of}{name}", asked.id)
                }
                AnswerKind::Several => {
                    let says = if value == 1 { "includes" } else { "excludes" };
                    format!("{} {says} {}", asked.id, asked.options.get(option)?.id)
                }
                _ => format!("{} is {}", asked.id, asked.options.get(value)?.id),
            })
        };
        path.into_iter().filter_map(named).collect()
    }
}
