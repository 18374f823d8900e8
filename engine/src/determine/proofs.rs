//! Checks by proof: what no way of answering can ever bring about.
//!
//! For every day on which the law changes, each condition of each gateway and objective is made into
//! a diagram with nothing answered. What never is true is a rule that no one can meet, what no diagram
//! depends on never matters, and a condition that follows from the others adds nothing. A finding
//! holds for every answer and every day, because each was looked at.
//!
//! Only the command has these checks: they need more time than a page has, and the sources.

mod days;
mod mentioned;
mod places;
mod route;
mod say;

use wicketgate_grammar::{Diagnostic, Source};

use super::evaluate::Evaluation;
use super::exact::{Builder, LIMIT};
use super::routes;
use crate::Facts;
use crate::model::{AnswerKind, Condition, Gateway, Index, Objective, Rulebook};
use crate::set::Set;
use mentioned::Mentioned;
use route::{Found, look};
use say::Saying;

/// A gateway with one of its objectives, or without where it has none.
type RouteOf<'a> = (&'a Gateway, Option<&'a Objective>);

/// What can be proved wrong with a rulebook that was compiled from these sources.
pub fn prove(sources: &[Source], rulebook: &Rulebook) -> Vec<Diagnostic> {
    let routes = routes(rulebook);
    let saying = Saying::new(sources, rulebook);
    let mut found = vec![Found::default(); routes.len()];
    let mut support = Set::default();
    let mentioned = Mentioned::new(rulebook);
    let mut layout = None;
    for day in days::of(rulebook) {
        let facts = Facts::new(day);
        let Some(leg) = facts.legs.first() else { break };
        let evaluation = Evaluation::new(rulebook, &facts, leg);
        let Some(builder) = Builder::new(&evaluation, false) else {
            return vec![saying.too_many_variables()];
        };
        for (route, found) in routes.iter().zip(&mut found) {
            // Each with room of its own, so that one is not blamed for another.
            let Some(mut builder) = Builder::new(&evaluation, false) else {
                break;
            };
            if let Err(at) = look(&mut builder, *route, day, found, &mut support) {
                return vec![saying.too_large(*route, at, LIMIT)];
            }
        }
        // The exact outcome of a leg is the union of all its routes.
        let mut fresh = Builder::new(&evaluation, false);
        if let Some(fresh) = &mut fresh
            && fresh.judge(&routes, &[]).is_none()
        {
            return vec![saying.union_too_large(&largest(&evaluation, &routes), LIMIT)];
        }
        let done = settled(&found) && quiet(rulebook, &builder, &support, &mentioned);
        layout = Some(answers(rulebook, &builder, &support));
        if done {
            break;
        }
    }
    let Some(reached) = layout else {
        return Vec::new();
    };
    let mut said = Vec::new();
    for (route, found) in routes.iter().zip(&found).filter(|(_, found)| !found.fits) {
        said.push(saying.never_fits(*route, &found.never()));
    }
    said.extend(implied(&routes, &found, &saying));
    // What no one can use hides the rest, which may well matter once it is mended.
    let hidden = found.iter().any(|found| !found.fits);
    for (question, options) in reached.questions.iter().enumerate() {
        let Some(asked) = rulebook.questions.get(question) else {
            continue;
        };
        if hidden || mentioned.questions.contains(question) || !mentioned.tested.contains(question)
        {
            continue;
        }
        if options.iter().all(|reached| !reached) {
            said.push(saying.never_matters(asked));
        } else if asked.kind == AnswerKind::Several
            && (asked.list.is_none() || asked.list != rulebook.nations)
        {
            // Nations are where people are, whether or not a rule sets one of them apart.
            let items = asked.options.iter().zip(options);
            let without = items.filter(|(_, reached)| !**reached);
            said.extend(without.map(|(option, _)| saying.without_effect(asked, option)));
        }
    }
    for (index, point) in rulebook.points.iter().enumerate() {
        let reached = reached.points.get(index).copied().unwrap_or(true);
        if !hidden && !reached && mentioned.tested_points.contains(index) {
            said.push(saying.never_reached(point));
        }
    }
    said.sort_by_key(|diagnostic| (diagnostic.span.source, diagnostic.span.start));
    said
}

/// The gateway's and the objective's conditions, in order.
fn conditions<'a>((gateway, objective): RouteOf<'a>) -> Vec<&'a Condition> {
    let own = objective.map_or(&[][..], |objective| objective.conditions.as_slice());
    gateway.conditions.iter().chain(own).collect()
}

/// Whether no later day can change what is said of the routes.
fn settled(found: &[Found]) -> bool {
    let clear =
        |found: &Found| found.fits && found.implied.iter().all(|implied| *implied == Some(false));
    found.iter().all(clear)
}

/// Which answers and points some route depends on.
struct Reached {
    questions: Vec<Vec<bool>>,
    points: Vec<bool>,
}

fn answers(rulebook: &Rulebook, builder: &Builder<'_, '_>, support: &Set) -> Reached {
    let of = |(index, question): (Index, &crate::model::Question)| {
        let count = match question.kind {
            AnswerKind::Several => question.options.len(),
            AnswerKind::Person | AnswerKind::Date => 0,
            _ => 1,
        };
        let option = |option| {
            let var = builder.var_of(index, option);
            var.is_none_or(|var| support.contains(var))
        };
        (0..count).map(option).collect()
    };
    Reached {
        questions: rulebook.questions.iter().enumerate().map(of).collect(),
        points: (0..rulebook.points.len())
            .map(|point| {
                builder
                    .point_of(point)
                    .is_none_or(|var| support.contains(var))
            })
            .collect(),
    }
}

fn quiet(
    rulebook: &Rulebook,
    builder: &Builder<'_, '_>,
    support: &Set,
    mentioned: &Mentioned,
) -> bool {
    let reached = answers(rulebook, builder, support);
    let mut questions = reached.questions.iter().enumerate();
    questions.all(|(question, options)| {
        mentioned.questions.contains(question) || options.iter().all(|reached| *reached)
    }) && reached.points.iter().all(|reached| *reached)
}

/// Conditions that follow from the others, a condition of a gateway only if it does under each objective.
fn implied(routes: &[RouteOf<'_>], found: &[Found], saying: &Saying<'_>) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    let mut seen: Vec<*const Condition> = Vec::new();
    for route in routes {
        for condition in conditions(*route) {
            let same = std::ptr::from_ref(condition);
            if seen.contains(&same) {
                continue;
            }
            seen.push(same);
            let mut always: Option<bool> = None;
            let mut failing = None;
            for (other, found) in routes.iter().zip(found) {
                for (at, own) in conditions(*other).into_iter().enumerate() {
                    if std::ptr::eq(own, condition) && found.fits {
                        let here = found.implied.get(at).copied().flatten().unwrap_or(false);
                        always = Some(always.unwrap_or(true) && here);
                        failing = failing.or_else(|| found.failing(*other, at));
                    }
                }
            }
            if always == Some(true) {
                said.push(saying.implied(*route, condition, failing));
            }
        }
    }
    said
}

/// The routes with the largest diagrams, the largest first.
fn largest<'a>(evaluation: &Evaluation<'a>, routes: &[RouteOf<'a>]) -> Vec<RouteOf<'a>> {
    let mut sizes: Vec<(usize, RouteOf<'a>)> = Vec::new();
    for (gateway, objective) in routes {
        if let Some(mut builder) = Builder::new(evaluation, false) {
            builder.route(gateway, *objective);
            sizes.push((builder.pool.size(), (gateway, *objective)));
        }
    }
    sizes.sort_by_key(|(size, _)| std::cmp::Reverse(*size));
    sizes.into_iter().take(3).map(|(_, route)| route).collect()
}
