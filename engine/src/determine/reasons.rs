//! Why exactly: the fewest answers that force an outcome, and the fewest whose change would better it.

use serde::Serialize;

use super::evaluate::Evaluation;
use super::exact::Builder;
use super::{Given, Outcome, outcome, routes};
use crate::Facts;
use crate::diagram::{Pool, Ref, Var};
use crate::model::{AnswerKind, Rulebook};
use crate::set::{Set, ordered, sort_by};
use crate::truth::Truth;

/// Why a leg has its outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Reasons {
    /// The outcome.
    pub outcome: Outcome,
    /// A smallest set of given answers that forces it, whatever the others are; empty where the
    /// outcome is open, or does not depend on any answer.
    pub sufficient: Vec<Given>,
    /// Each gateway and objective that does not fit, the nearest to a better outcome first.
    pub nearest: Vec<Near>,
}

/// How near a gateway and objective is to a better outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Near {
    /// The gateway.
    pub gateway: String,
    /// The objective, where the gateway has objectives.
    pub objective: Option<String>,
    /// Its outcome now.
    pub outcome: Outcome,
    /// What the outcome could then be.
    pub better: Outcome,
    /// A smallest set of answers that would have to be others.
    pub changes: Vec<Change>,
}

/// An answer that would have to be another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Change {
    /// The question.
    pub question: String,
    /// The option, for one of several.
    pub option: Option<String>,
    /// Each answer that would do, in place of the one given: `yes`, `no`, an option, or an entry.
    pub needed: Vec<String>,
}

/// The reasons of a leg, by its index; none where there is no such leg, or where its diagrams would
/// be too large.
pub fn reasons(rulebook: &Rulebook, facts: &Facts, leg: usize) -> Option<Reasons> {
    let leg = facts.legs.get(leg)?;
    let evaluation = Evaluation::new(rulebook, facts, leg);
    let mut builder = Builder::new(&evaluation, false)?;
    let routes = routes(rulebook);
    let judged = builder.judge(&routes, &[])?;
    let each = judged.routes;
    let (certain, possible) = judged.leg;
    let given = builder.given.clone();
    let judged = |certain: Ref, possible: Ref| {
        let of = |function: Ref| builder.pool.value(function, &given);
        outcome(Truth::judged(of(certain), of(possible)))
    };
    let whole = judged(certain, possible);
    let outcomes: Vec<Outcome> = each
        .iter()
        .map(|(certain, possible)| judged(*certain, *possible))
        .collect();
    // What must be so whatever else is answered, for the outcome to be this one.
    let forcing: &[(Ref, bool)] = match whole {
        Outcome::Fits => &[(certain, true)],
        Outcome::DoesNotFit => &[(possible, false)],
        Outcome::NeedsAdvice => &[(certain, false), (possible, true)],
        Outcome::Undecided | Outcome::Mixed => &[],
    };
    let sufficient = smallest_forcing(&builder.pool, forcing, &given);
    let costs = costs(rulebook, &builder);
    let mut nearest: Vec<(u32, Near)> = Vec::new();
    for (((gateway, objective), (certain, possible)), now) in
        routes.iter().zip(&each).zip(&outcomes)
    {
        // A refusal is bettered by a fit if one can be had, else by a need for advice.
        let targets: &[(Ref, Outcome)] = match now {
            Outcome::DoesNotFit => &[(*certain, Outcome::Fits), (*possible, Outcome::NeedsAdvice)],
            Outcome::NeedsAdvice => &[(*certain, Outcome::Fits)],
            _ => &[],
        };
        let found = targets.iter().find_map(|(function, better)| {
            let (cost, changes) = builder.pool.nearest_true(*function, &given, &costs)?;
            Some((cost, *better, *function, changes))
        });
        if let Some((cost, better, function, changes)) = found {
            let changes = changes
                .iter()
                .filter_map(|(var, _)| change(rulebook, &builder, function, &given, &changes, *var))
                .collect();
            nearest.push((
                cost,
                Near {
                    gateway: gateway.id.clone(),
                    objective: objective.map(|objective| objective.id.clone()),
                    outcome: *now,
                    better,
                    changes,
                },
            ));
        }
    }
    if builder.pool.exploded() {
        return None;
    }
    sort_by(&mut nearest, |(cost, near)| {
        (near.better != Outcome::Fits, *cost)
    });
    Some(Reasons {
        outcome: whole,
        sufficient: sufficient
            .into_iter()
            .filter_map(|var| answered(rulebook, &builder, var))
            .collect(),
        nearest: nearest.into_iter().map(|(_, near)| near).collect(),
    })
}

/// What a change of each variable costs. What a person cannot change is not offered.
fn costs(rulebook: &Rulebook, builder: &Builder<'_, '_>) -> Vec<Option<u32>> {
    let cost = |var: Var| {
        let (question, _) = builder.option_of(var)?;
        let changeable = rulebook
            .questions
            .get(question)
            .is_some_and(|question| question.changeable);
        changeable.then_some(1)
    };
    (0..builder.given.len()).map(cost).collect()
}

/// A smallest set of given variables whose values give each function its value whatever else holds.
///
/// A set that does not force that, made as large as that stays so, leaves out variables of which every
/// forcing set must have one. A smallest set that hits all such leavings found so far, once it
/// forces them, is a smallest forcing set (R. Reiter, "A theory of diagnosis from first
/// principles", Artificial Intelligence 32(1), 1987).
fn smallest_forcing(pool: &Pool, forcing: &[(Ref, bool)], given: &[Option<usize>]) -> Vec<Var> {
    let mut support = Set::default();
    for (function, _) in forcing {
        pool.support(*function, &mut support);
    }
    let forces = |fixed: &[Option<usize>]| {
        let mut each = forcing.iter();
        each.all(|(function, value)| pool.value(*function, fixed) == Some(*value))
    };
    let known: Vec<Var> = support
        .iter()
        .filter(|var| given.get(*var).copied().flatten().is_some())
        .collect();
    let mut leavings: Vec<Vec<Var>> = Vec::new();
    loop {
        let chosen = smallest_hitting(&leavings);
        let mut fixed: Vec<Option<usize>> = vec![None; given.len()];
        let fix = |fixed: &mut Vec<Option<usize>>, var: Var, value: Option<usize>| {
            if let Some(slot) = fixed.get_mut(var) {
                *slot = value;
            }
        };
        for var in &chosen {
            fix(&mut fixed, *var, given.get(*var).copied().flatten());
        }
        if forces(&fixed) {
            return chosen;
        }
        let mut left = Vec::new();
        for var in known.iter().rev().filter(|var| !chosen.contains(var)) {
            fix(&mut fixed, *var, given.get(*var).copied().flatten());
            if forces(&fixed) {
                fix(&mut fixed, *var, None);
                left.push(*var);
            }
        }
        if left.is_empty() {
            // All that is given does not force it: there is no forcing set.
            return Vec::new();
        }
        left.reverse();
        leavings.push(left);
    }
}

/// A smallest set that has a member of each of these; of several the first: the one with the
/// earliest variable, then with the earliest second one, and so on.
fn smallest_hitting(sets: &[Vec<Var>]) -> Vec<Var> {
    let mut size = 0;
    while !hit(sets, size, &mut Vec::new()) {
        size += 1;
    }
    let mut all = Vec::new();
    for set in sets {
        all.extend(set);
    }
    let mut chosen: Vec<Var> = Vec::new();
    let mut left = sets.to_vec();
    for var in ordered(&all) {
        let open: Vec<Vec<Var>> = left
            .iter()
            .filter(|set| !set.contains(&var))
            .cloned()
            .collect();
        if chosen.len() < size && hit(&open, size - chosen.len() - 1, &mut Vec::new()) {
            chosen.push(var);
            left = open;
        } else {
            // Passed over, so it is chosen no more.
            for set in &mut left {
                set.retain(|other| *other != var);
            }
        }
    }
    chosen
}

fn hit(sets: &[Vec<Var>], size: usize, chosen: &mut Vec<Var>) -> bool {
    let Some(open) = sets
        .iter()
        .find(|set| !set.iter().any(|var| chosen.contains(var)))
    else {
        return true;
    };
    if size == 0 {
        return false;
    }
    for var in open {
        chosen.push(*var);
        if hit(sets, size - 1, chosen) {
            return true;
        }
        chosen.pop();
    }
    false
}

/// The given answer of a variable.
fn answered(rulebook: &Rulebook, builder: &Builder<'_, '_>, var: Var) -> Option<Given> {
    let (question, option) = builder.option_of(var)?;
    let asked = rulebook.questions.get(question)?;
    let value = builder.given.get(var).copied().flatten()?;
    let (option, answer) = match asked.kind {
        AnswerKind::Several => (
            asked.options.get(option).map(|option| option.id.clone()),
            if value == 1 { "yes" } else { "no" }.to_owned(),
        ),
        AnswerKind::Person => {
            let named = builder.persons(var, value).first();
            (
                None,
                named.map_or_else(String::new, |named| person(rulebook, *named)),
            )
        }
        _ => (
            None,
            asked
                .options
                .get(value)
                .map(|option| option.id.clone())
                .unwrap_or_default(),
        ),
    };
    Some(Given {
        question: asked.id.clone(),
        option,
        answer,
    })
}

/// The entry of a person, or that it is not listed.
fn person(rulebook: &Rulebook, number: usize) -> String {
    match rulebook.bodies.get(number / 2) {
        Some(body) if number % 2 == 1 => ["provider-to ", &body.id].concat(),
        Some(body) => body.id.clone(),
        None => "not-listed".to_owned(),
    }
}

/// What a changed variable could be, the other changes being made.
fn change(
    rulebook: &Rulebook,
    builder: &Builder<'_, '_>,
    function: Ref,
    given: &[Option<usize>],
    changes: &[(Var, usize)],
    var: Var,
) -> Option<Change> {
    let (question, option) = builder.option_of(var)?;
    let asked = rulebook.questions.get(question)?;
    let mut changed = given.to_vec();
    for (other, value) in changes {
        if let Some(slot) = changed.get_mut(*other) {
            *slot = Some(*value);
        }
    }
    let does = |value: &usize| {
        let mut tried = changed.clone();
        if let Some(slot) = tried.get_mut(var) {
            *slot = Some(*value);
        }
        builder
            .pool
            .nearest_true(function, &tried, &vec![None; given.len()])
            .is_some()
    };
    let name = |value: usize| match asked.kind {
        AnswerKind::Several => if value == 1 { "yes" } else { "no" }.to_owned(),
        _ => asked
            .options
            .get(value)
            .map(|option| option.id.clone())
            .unwrap_or_default(),
    };
    let values: Vec<usize> = (0..builder.count(var)).filter(does).collect();
    let needed = if asked.kind == AnswerKind::Person {
        let mut persons: Vec<usize> = Vec::new();
        for value in values {
            persons.extend(builder.persons(var, value));
        }
        let persons = ordered(&persons).into_iter();
        persons.map(|number| person(rulebook, number)).collect()
    } else {
        values.into_iter().map(name).collect()
    };
    Some(Change {
        question: asked.id.clone(),
        option: asked
            .options
            .get(option)
            .filter(|_| asked.kind == AnswerKind::Several)
            .map(|option| option.id.clone()),
        needed,
    })
}
