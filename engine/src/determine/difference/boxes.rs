//! A function of answers in the words of the rule files: what does not depend on one another apart,
//! and each part as disjoint ways to answer.

use super::frame::{ANSWERS, Book, Frame, Variable};
use super::{Needed, Part};
use crate::diagram::{FALSE, Pool, Ref, TRUE, Var};
use crate::set::Set;

/// How many ways to answer are listed for one part.
const MOST_WAYS: usize = 64;

/// Values that each of some variables may have.
type Way = Vec<(Var, Vec<usize>)>;

/// The parts of a function, which are all to be met.
pub(super) fn parts(
    pool: &mut Pool,
    frame: &Frame,
    books: [Book<'_>; 2],
    function: Ref,
) -> Vec<Part> {
    let mut parts = Vec::new();
    // What must be answered in one way stands by itself, and leaves less to look at.
    let mut support = Set::default();
    pool.support(function, &mut support);
    let mut fixed = vec![None; ANSWERS + frame.variables.len()];
    let mut forced: Way = Vec::new();
    for (var, values) in common(pool, function, &support) {
        if let ([value], Some(slot)) = (values.as_slice(), fixed.get_mut(var)) {
            *slot = Some(*value);
            forced.push((var, values));
        }
    }
    for one in forced {
        let way = vec![one];
        parts.push(Part {
            questions: asked(frame, &way),
            ways: vec![told(frame, books, &way)],
            listed: true,
        });
    }
    let function = pool.restrict(function, &fixed);
    for function in independent(pool, function) {
        let mut support = Set::default();
        pool.support(function, &mut support);
        let all: Way = support.iter().map(|var| (var, Vec::new())).collect();
        let questions = asked(frame, &all);
        let mut ways = Vec::new();
        let listed = paths(pool, function, &mut Vec::new(), &mut ways);
        if !listed {
            ways = vec![common(pool, function, &support)];
        }
        parts.push(Part {
            ways: ways.iter().map(|way| told(frame, books, way)).collect(),
            listed,
            questions,
        });
    }
    parts
}

/// What all answers that make a function true have in common, where listing them says too much.
pub(super) fn summary(
    pool: &Pool,
    frame: &Frame,
    books: [Book<'_>; 2],
    function: Ref,
) -> Vec<Part> {
    let mut support = Set::default();
    pool.support(function, &mut support);
    let all: Way = support.iter().map(|var| (var, Vec::new())).collect();
    vec![Part {
        ways: vec![told(frame, books, &common(pool, function, &support))],
        listed: function == TRUE,
        questions: asked(frame, &all),
    }]
}

/// The questions of some variables, each once.
fn asked(frame: &Frame, vars: &Way) -> Vec<String> {
    let mut questions: Vec<String> = Vec::new();
    for (var, _) in vars {
        for (question, _) in options(frame, *var) {
            if !questions.contains(&question) {
                questions.push(question);
            }
        }
    }
    questions
}

/// Functions that have no variable in common and are together the function.
fn independent(pool: &mut Pool, function: Ref) -> Vec<Ref> {
    let mut parts = Vec::new();
    let mut left = function;
    let mut support = Set::default();
    pool.support(function, &mut support);
    let mut vars = support.list();
    // The smallest set of variables that has what the first of them needs: it grows by those without
    // which the rest would not be independent of it.
    while let Some(first) = vars.first().copied() {
        let mut own = Set::default();
        own.insert(first);
        let part = loop {
            let part = project(pool, left, &vars, &own, true);
            let rest = project(pool, left, &vars, &own, false);
            if pool.and(part, rest) == left || pool.exploded() {
                left = rest;
                break part;
            }
            match entangled(pool, left, &vars, &own) {
                Some(var) => own.insert(var),
                None => own.insert(
                    vars.iter()
                        .copied()
                        .find(|var| !own.contains(*var))
                        .unwrap_or(first),
                ),
            };
        };
        parts.push(part);
        vars.retain(|var| !own.contains(*var));
        if pool.exploded() {
            break;
        }
    }
    parts.retain(|part| *part != TRUE);
    parts
}

/// A variable that depends on these ones: what they leave open to it alone is not always the same.
fn entangled(pool: &mut Pool, function: Ref, vars: &[Var], own: &Set) -> Option<Var> {
    for var in vars.iter().copied().filter(|var| !own.contains(*var)) {
        let mut with = own.clone();
        with.insert(var);
        let both = project(pool, function, vars, &with, true);
        let alone = project(pool, both, vars, own, true);
        let other = project(pool, both, vars, own, false);
        if pool.and(alone, other) != both {
            return Some(var);
        }
    }
    None
}

/// The function with all but some variables, or with just those, taken out.
fn project(pool: &mut Pool, function: Ref, vars: &[Var], own: &Set, keep: bool) -> Ref {
    let mut out = Set::default();
    for var in vars {
        if own.contains(*var) != keep {
            out.insert(*var);
        }
    }
    pool.exists(function, &out)
}

/// Disjoint ways to make a function true; whether these are all.
fn paths(pool: &Pool, function: Ref, so_far: &mut Way, into: &mut Vec<Way>) -> bool {
    match function {
        FALSE => return true,
        TRUE => {
            into.push(so_far.clone());
            return into.len() <= MOST_WAYS;
        }
        _ => {}
    }
    let children = pool.children_of(function);
    let mut seen: Vec<Ref> = Vec::new();
    for child in children {
        if seen.contains(child) {
            continue;
        }
        seen.push(*child);
        let same = children
            .iter()
            .enumerate()
            .filter(|(_, other)| *other == child);
        so_far.push((pool.var(function), same.map(|(value, _)| value).collect()));
        let all = paths(pool, *child, so_far, into);
        so_far.pop();
        if !all {
            return false;
        }
    }
    true
}

/// The values that each variable can have where the function is true, without those that may be
/// any. One pass: from every node some path leads to true, and whatever a path skips may be any.
fn common(pool: &Pool, function: Ref, support: &Set) -> Way {
    let vars = support.list();
    let mut values: Vec<Set> = vec![Set::default(); vars.len()];
    let mut any = vec![false; vars.len()];
    let mut seen = Set::default();
    let mut next = vec![function];
    while let Some(function) = next.pop() {
        if function <= TRUE || !seen.insert(function as usize) {
            continue;
        }
        let var = pool.var(function);
        for (value, child) in pool.children_of(function).iter().enumerate() {
            if *child == FALSE {
                continue;
            }
            next.push(*child);
            for (at, other) in vars.iter().enumerate() {
                if *other == var {
                    if let Some(values) = values.get_mut(at) {
                        values.insert(value);
                    }
                } else if var < *other
                    && *other < pool.var(*child)
                    && let Some(any) = any.get_mut(at)
                {
                    *any = true;
                }
            }
        }
    }
    let mut way = Vec::new();
    for ((var, values), any) in vars.into_iter().zip(values).zip(any) {
        let above = var < pool.var(function);
        if !any && !above && values.list().len() < pool.values_of(var) {
            way.push((var, values.list()));
        }
    }
    way
}

/// The values of one assignment that makes the function true, by variable.
pub(super) fn first(pool: &Pool, frame: &Frame, function: Ref) -> Vec<usize> {
    let mut values = vec![0; ANSWERS + frame.variables.len()];
    let mut at = function;
    while at > TRUE {
        let children = pool.children_of(at);
        let Some(value) = children.iter().position(|child| *child != FALSE) else {
            break;
        };
        if let Some(slot) = values.get_mut(pool.var(at)) {
            *slot = value;
        }
        at = children.get(value).copied().unwrap_or(FALSE);
    }
    values
}

/// The questions and options that a variable speaks of.
fn options(frame: &Frame, var: Var) -> Vec<(String, Vec<String>)> {
    match frame.variable(var) {
        Some(Variable::One(question, options)) => vec![(question.clone(), options.clone())],
        Some(Variable::Several(together, _)) => together
            .iter()
            .map(|one| (one.question.clone(), vec![one.option.clone()]))
            .collect(),
        _ => Vec::new(),
    }
}

fn told(frame: &Frame, books: [Book<'_>; 2], way: &Way) -> Vec<Needed> {
    let mut needed = Vec::new();
    for (var, values) in way {
        match frame.variable(*var) {
            Some(Variable::One(question, options)) => {
                let allowed = values
                    .iter()
                    .filter_map(|value| options.get(*value).cloned());
                needed.push(need(books, question, allowed.collect(), true));
            }
            Some(Variable::Several(together, masks)) => {
                for (bit, one) in together.iter().enumerate() {
                    let has =
                        |value: &usize| masks.get(*value).is_some_and(|mask| mask >> bit & 1 == 1);
                    let chosen = values.iter().filter(|value| has(value)).count();
                    if chosen == 0 || chosen == values.len() {
                        needed.push(need(
                            books,
                            &one.question,
                            vec![one.option.clone()],
                            chosen > 0,
                        ));
                        if chosen == 0 && one == together.first().unwrap_or(one) {
                            // What is not chosen cannot be chosen further on.
                            break;
                        }
                    }
                }
            }
            _ => {}
        }
    }
    needed
}

fn need(books: [Book<'_>; 2], question: &str, options: Vec<String>, chosen: bool) -> Needed {
    let asked = books
        .iter()
        .rev()
        .find_map(|side| side.book.question(question));
    let label = |id: &String| {
        let option = books.iter().rev().find_map(|side| {
            let asked = side.book.question(question)?;
            asked.options.get(asked.option(id)?)
        });
        let text = option.map(|option| option.text.plain()).unwrap_or_default();
        if text.is_empty() { id.clone() } else { text }
    };
    Needed {
        question: question.to_owned(),
        text: asked.map(|asked| asked.text.plain()).unwrap_or_default(),
        labels: options.iter().map(label).collect(),
        options,
        chosen,
    }
}
