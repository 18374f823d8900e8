//! What is found of one gateway with one of its objectives, day by day.

use super::mentioned::asked_by;
use super::{RouteOf, conditions};
use crate::Date;
use crate::determine::exact::Builder;
use crate::diagram::{FALSE, Pool, Ref, TRUE};
use crate::model::{Condition, Index};
use crate::set::Set;

/// Answers with which a condition fails, and another condition that fails with them.
pub(super) type Failing<'a> = (Vec<String>, &'a Condition);

/// What was found of a route on all days looked at so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    /// Whether someone can use it on some day.
    pub(super) fits: bool,
    /// For each condition, whether the others never leave it open; none as long as no day tells.
    pub(super) implied: Vec<Option<bool>>,
    /// For each condition that the others imply, answers with which it fails and another that fails too.
    failing: Vec<Option<(Vec<String>, Index)>>,
    /// For each condition, whether some answer meets it on some day.
    met: Vec<bool>,
    /// The conditions that alone refuse everyone on some day, and the first such day.
    alone: Vec<(Index, Date)>,
    /// The conditions that together can never be met, of the day on which they were most, and
    /// answers that meet all of them but the last.
    conflict: Vec<Index>,
    example: Vec<String>,
}

/// Why no one can ever use a route.
#[derive(Debug)]
pub(super) enum Never<'a> {
    /// One condition is never met.
    One(Index),
    /// Conditions contradict one another; with these answers all but the last are met.
    Together(&'a [Index], &'a [String]),
    /// Each day has a condition that no one meets on it, but never all the same one.
    Days(&'a [(Index, Date)]),
}

impl Found {
    /// Why no one can ever use it.
    pub(super) fn never(&self) -> Never<'_> {
        let unmet = self.met.iter().position(|met| !met);
        match (unmet, self.conflict.as_slice()) {
            (Some(at), _) => Never::One(at),
            (None, [_, _, ..]) => Never::Together(&self.conflict, &self.example),
            _ => Never::Days(&self.alone),
        }
    }

    /// An example of a condition that the others imply; none if nothing fails it.
    pub(super) fn failing<'a>(&self, route: RouteOf<'a>, at: Index) -> Option<Failing<'a>> {
        let (answers, other) = self.failing.get(at)?.as_ref()?;
        let other = conditions(route).get(*other).copied()?;
        Some((answers.clone(), other))
    }
}

/// Looks at a route on one day; where its diagrams are too large, at which condition that was seen.
pub(super) fn look<'a>(
    builder: &mut Builder<'_, 'a>,
    route: RouteOf<'a>,
    day: Date,
    found: &mut Found,
    support: &mut Set,
) -> Result<(), Index> {
    let all = conditions(route);
    let mut each: Vec<Ref> = Vec::new();
    // The conjunction of the first so many.
    let mut before = vec![TRUE];
    let mut so_far = TRUE;
    for (at, condition) in all.iter().enumerate() {
        let own = builder.of_condition(route, condition);
        so_far = builder.pool.and(so_far, own);
        if builder.pool.exploded() {
            return Err(at);
        }
        each.push(own);
        before.push(so_far);
    }
    found.implied.resize(each.len(), None);
    found.failing.resize(each.len(), None);
    found.met.resize(each.len(), false);
    for (met, own) in found.met.iter_mut().zip(&each) {
        *met |= *own != FALSE;
    }
    builder.pool.support(so_far, support);
    if so_far == FALSE {
        if !found.fits {
            refused(builder, day, &each, found);
        }
        return Ok(());
    }
    found.fits = true;
    let mut behind = TRUE;
    for (at, (own, condition)) in each.iter().zip(&all).enumerate().rev() {
        let first = before.get(at).copied().unwrap_or(TRUE);
        let open = found
            .implied
            .get(at)
            .is_none_or(|implied| *implied != Some(false));
        // What turns on the date alone is told as a reason of its own.
        if open && turns(builder, *own, condition) {
            let others = builder.pool.and(first, behind);
            let not = builder.pool.not(*own);
            let counts = builder.pool.and(others, not) != FALSE;
            let example = if counts {
                None
            } else {
                failing(builder, &each, at, not)
            };
            if let Some(slot) = found.implied.get_mut(at) {
                *slot = Some(!counts);
            }
            if let Some(slot) = found.failing.get_mut(at) {
                *slot = example.or_else(|| slot.take());
            }
        }
        behind = builder.pool.and(behind, *own);
        if builder.pool.exploded() {
            return Err(at);
        }
    }
    Ok(())
}

/// Takes note of what refuses everyone on a day.
fn refused(builder: &mut Builder<'_, '_>, day: Date, each: &[Ref], found: &mut Found) {
    let conflict = conflict(&mut builder.pool, each);
    if let [one] = conflict.as_slice()
        && !found.alone.iter().any(|(known, _)| known == one)
    {
        found.alone.push((*one, day));
    }
    if conflict.len() > found.conflict.len() {
        found.example = example(builder, each, &conflict);
        found.conflict = conflict;
    }
}

/// Whether a condition turns on an answer, or would if its test were not met by any.
fn turns(builder: &Builder<'_, '_>, own: Ref, condition: &Condition) -> bool {
    let mut turns = Set::default();
    builder.pool.support(own, &mut turns);
    !builder.asked(&turns).is_empty()
        || own == TRUE && !asked_by(builder.book, condition).is_empty()
}

/// A smallest part of conditions that already cannot be met together.
fn conflict(pool: &mut Pool, each: &[Ref]) -> Vec<Index> {
    let mut kept: Vec<Index> = (0..each.len()).collect();
    for at in (0..each.len()).rev() {
        let without = kept.iter().filter(|other| **other != at);
        let functions: Vec<Ref> = without.filter_map(|at| each.get(*at).copied()).collect();
        if pool.all(&functions) == FALSE {
            kept.retain(|other| *other != at);
        }
    }
    kept
}

/// Answers that meet all of these conditions but the last.
fn example(builder: &mut Builder<'_, '_>, each: &[Ref], conflict: &[Index]) -> Vec<String> {
    let but_last = conflict.split_last().map_or(&[][..], |(_, rest)| rest);
    let functions: Vec<Ref> = but_last
        .iter()
        .filter_map(|at| each.get(*at).copied())
        .collect();
    let function = builder.pool.all(&functions);
    builder.answers_for(function)
}

/// Answers that fail a condition together with another one.
fn failing(
    builder: &mut Builder<'_, '_>,
    each: &[Ref],
    at: Index,
    not: Ref,
) -> Option<(Vec<String>, Index)> {
    for (index, other) in each.iter().enumerate().filter(|(index, _)| *index != at) {
        let fails = builder.pool.not(*other);
        let both = builder.pool.and(not, fails);
        if both != FALSE {
            return Some((builder.answers_for(both), index));
        }
    }
    None
}
