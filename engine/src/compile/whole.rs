//! Checks of the whole rulebook, once every declaration is read.

use wicketgate_grammar::{Code, Span};

use super::Cx;
use super::names::What;
#[cfg(feature = "authoring")]
use crate::model::AnswerKind;
use crate::model::Test;
use crate::set::sort_by;

pub(super) fn check(cx: &mut Cx) {
    if cx.rulebook.is_none() && !cx.broken {
        cx.error(
            Code::MissingLine,
            Span::default(),
            "there is no `rulebook` declaration",
        )
        .help = Some(say!("add one, with its title and the date of the law"));
    }
    circles(cx);
    missing_nations(cx);
    #[cfg(feature = "authoring")]
    if cx.diagnostics.is_empty() {
        unused(cx);
    }
}

/// A definition by nation must reach every nation in which a condition uses it.
fn missing_nations(cx: &mut Cx) {
    let mut missing: Vec<(usize, usize, usize)> = Vec::new();
    for objective in &cx.book.objectives {
        let mut lists: Vec<usize> = Vec::new();
        for condition in &objective.conditions {
            condition.test.each(&mut |test| {
                if let Test::Answer { question, .. } = test {
                    let question = cx.book.questions.get(*question);
                    lists.extend(question.and_then(|question| question.list));
                }
            });
        }
        let nations: Vec<usize> = objective
            .in_force
            .iter()
            .flat_map(|in_force| in_force.nations.iter().copied())
            .collect();
        for list in lists {
            let items = cx
                .book
                .lists
                .get(list)
                .map_or(&[][..], |list| list.items.as_slice());
            for (item, declared) in items.iter().enumerate() {
                let meanings = &declared.meanings;
                if meanings.is_empty() || meanings.iter().any(|meaning| meaning.nations.is_empty())
                {
                    continue;
                }
                let reaches = |nation: &usize| {
                    meanings
                        .iter()
                        .any(|meaning| meaning.nations.contains(nation))
                };
                missing.extend(
                    nations
                        .iter()
                        .filter(|nation| !reaches(nation))
                        .map(|nation| (list, item, *nation)),
                );
            }
        }
    }
    sort_by(&mut missing, |missing| *missing);
    missing.dedup();
    for (list, item, nation) in missing {
        let (name, span) = cx.names.place(What::Item(list), item);
        let nation = cx
            .book
            .nations
            .and_then(|nations| cx.book.lists.get(nations)?.items.get(nation));
        let nation = nation.map(|nation| nation.id.clone()).unwrap_or_default();
        let message = say!(
            "`{name}` is defined by nation and not for `{nation}`, where an objective uses it"
        );
        cx.error(Code::MissingNation, span, message).help = Some(say!(
            "add a line `means in {nation} \"…\"`, or one without a nation"
        ));
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
        let Some(index) = too_deep(&edges) else {
            continue;
        };
        // One that is too deep may stand above a circle, so those in a circle are looked for first.
        let circle = (0..edges.len())
            .take(MOST_TRIED)
            .find(|index| reaches_itself(&edges, *index));
        let (name, span) = cx.names.place(what, circle.unwrap_or(index));
        let (code, message, help) = match circle {
            Some(_) => (
                Code::Circle,
                say!("`{name}` refers to itself in a circle"),
                say!("remove one of the references"),
            ),
            None => (
                Code::NestedTooDeeply,
                say!("more hangs on `{name}` than can be followed"),
                say!("let fewer declarations refer to one another in a row"),
            ),
        };
        if cx
            .diagnostics
            .iter()
            .all(|known| known.code != Code::Circle)
        {
            cx.error(code, span, message).help = Some(help);
        }
        // Evaluation follows terms, so what cannot be followed must not reach it.
        for term in &mut cx.book.terms {
            term.test = Test::All(Vec::new());
        }
    }
}

/// How many declarations may refer to one another in a row.
const DEEPEST: usize = 32;

/// How much may hang on one declaration, each thing as often as it is referred to.
const MOST_HANGING: usize = 10_000;

/// How many declarations are looked at for a circle, once something is wrong with their references.
const MOST_TRIED: usize = 1_000;

/// A declaration on which too much hangs, or which is in a circle or above one. Each round looks one
/// reference further, so a circle is found by never coming to rest.
fn too_deep(edges: &[Vec<usize>]) -> Option<usize> {
    let mut hanging = vec![1_usize; edges.len()];
    for _ in 0..=DEEPEST {
        let next: Vec<usize> = edges
            .iter()
            .map(|own| {
                let each = own.iter().filter_map(|index| hanging.get(*index).copied());
                each.fold(1, usize::saturating_add)
            })
            .collect();
        if let Some(index) = next.iter().position(|count| *count > MOST_HANGING) {
            return Some(index);
        }
        if next == hanging {
            return None;
        }
        hanging = next;
    }
    // Still growing after so many rounds: the deepest has the most.
    let most = hanging.iter().max()?;
    hanging.iter().position(|count| count == most)
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
#[cfg(feature = "authoring")]
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
                cx.warning(Code::Unused, span, say!("nothing refers to `{name}`"))
                    .help = Some(say!("remove it, or refer to it"));
            }
        }
    }
}
