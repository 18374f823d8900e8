//! Checks of the whole rulebook, once every declaration is read.

use wicketgate_grammar::{Code, Span};

use super::Cx;
use super::names::What;
use crate::model::{AnswerKind, Test};

pub(super) fn check(cx: &mut Cx) {
    if cx.rulebook.is_none() && !cx.broken {
        cx.error(
            Code::MissingLine,
            Span::default(),
            "there is no `rulebook` declaration",
        )
        .help = Some("add one, with its title and the date of the law".to_owned());
    }
    circles(cx);
    if cx.diagnostics.is_empty() {
        unused(cx);
    }
}

/// Terms that need one another, and questions chosen among one another, in a circle.
fn circles(cx: &mut Cx) {
    let terms: Vec<Vec<usize>> = cx
        .book
        .terms
        .iter()
        .map(|term| terms_in(&term.test))
        .collect();
    let questions: Vec<Vec<usize>> = cx
        .book
        .questions
        .iter()
        .map(|question| question.among.into_iter().collect())
        .collect();
    for (what, edges) in [(What::Term, terms), (What::Question, questions)] {
        for index in 0..edges.len() {
            if !reaches_itself(&edges, index) {
                continue;
            }
            let (name, span) = cx.names.place(what, index);
            let known = cx
                .diagnostics
                .iter()
                .any(|diagnostic| diagnostic.code == Code::Circle);
            if !known {
                cx.error(
                    Code::Circle,
                    span,
                    format!("`{name}` refers to itself in a circle"),
                )
                .help = Some("remove one of the references".to_owned());
            }
            // Evaluation follows terms, so a circle must not reach it.
            cx.book
                .terms
                .iter_mut()
                .for_each(|term| term.test = Test::All(Vec::new()));
        }
    }
}

fn terms_in(test: &Test) -> Vec<usize> {
    let mut found = Vec::new();
    test.each(&mut |test| {
        if let Test::Term(term) = test {
            found.push(*term);
        }
    });
    found
}

fn reaches_itself(edges: &[Vec<usize>], start: usize) -> bool {
    let mut seen = vec![false; edges.len()];
    let mut next: Vec<usize> = edges.get(start).cloned().unwrap_or_default();
    while let Some(index) = next.pop() {
        if index == start {
            return true;
        }
        if let Some(seen) = seen.get_mut(index)
            && !std::mem::replace(seen, true)
        {
            next.extend(edges.get(index).into_iter().flatten());
        }
    }
    false
}

/// Warns of what nothing refers to.
fn unused(cx: &mut Cx) {
    for what in [
        What::Instrument,
        What::List,
        What::Question,
        What::Point,
        What::Term,
        What::Gateway,
        What::Group,
        What::Schedule,
    ] {
        for (name, index, span) in cx.names.unused(what) {
            let asked_by_engine = what == What::Question
                && cx.book.questions.get(index).is_some_and(|question| {
                    matches!(question.kind, AnswerKind::Person | AnswerKind::Date)
                });
            // A gateway without objectives stands for itself.
            if !asked_by_engine && what != What::Gateway {
                cx.warning(Code::Unused, span, format!("nothing refers to `{name}`"))
                    .help = Some("remove it, or refer to it".to_owned());
            }
        }
    }
}
