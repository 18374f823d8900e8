//! The exact outcome for a leg, by decision diagrams: decided as soon as no completion of the open
//! answers could change it, and not before.
//!
//! For each route (gateway and objective) its conditions are a function of variables: who discloses,
//! who receives, each question, each option of a question with several answers, and each unsettled
//! point. The last are *unanswerable*, and so is every question answered "I do not know". A route is
//! *certain* where its function holds for every setting of the unanswerable, *possible* where it holds
//! for some. On a complete assignment it fits if certain, does not fit if not possible, and needs
//! advice otherwise. A leg is certain (possible) where some route is. What was answered is fixed
//! while the functions are built, so they are functions of the open answers alone: the outcome is
//! determined exactly when both are constant, and a question is relevant exactly when one of them
//! depends on it.

mod builder;
mod function;
mod judge;
mod layout;
#[cfg(feature = "proofs")]
mod path;

use super::evaluate::Evaluation;
use super::inquiry::choose;
use crate::Truth;
use crate::diagram::{FALSE, Ref, TRUE};
use crate::model::{Gateway, Index, Objective};

pub(super) use builder::Builder;
pub(super) use judge::Judged;

/// How much room the diagrams of one leg may take, in child entries of about 4 bytes.
pub(super) const LIMIT: usize = 4_000_000;

/// How many variables a rulebook may have for diagrams to be tried at all.
pub(super) const MOST_VARIABLES: usize = 2_000;

/// What is known exactly of a leg.
#[derive(Debug)]
pub(super) struct Exact {
    /// Of each route, in the order given.
    pub(super) routes: Vec<Truth>,
    /// Of the leg.
    pub(super) leg: Truth,
    /// For each route the questions that can change it.
    pub(super) open: Vec<Vec<Index>>,
    /// The questions that can change the leg.
    pub(super) relevant: Vec<Index>,
    /// The questions that can become relevant, however others are answered: those on which some
    /// route still depends. An answer only ever takes questions away from them.
    pub(super) may_open: Vec<Index>,
    /// The one to ask next, where it was looked for.
    pub(super) next: Option<Index>,
}

/// Determines a leg exactly; none where the diagrams would be too large. `plain` is the truth of each
/// route as the plain evaluator has it; where that is met or not met it is right, and no diagram is
/// made. The next question is only looked for where one is to be asked.
pub(super) fn leg<'a>(
    evaluation: &Evaluation<'a>,
    routes: &[(&'a Gateway, Option<&'a Objective>)],
    plain: &[Truth],
    ask: bool,
) -> Option<Exact> {
    if plain.iter().all(|truth| truth.settled().is_some()) {
        return Some(Exact {
            routes: plain.to_vec(),
            leg: Truth::any(plain.iter().copied()),
            open: vec![Vec::new(); plain.len()],
            relevant: Vec::new(),
            may_open: Vec::new(),
            next: None,
        });
    }
    let mut builder = Builder::new(evaluation, true)?;
    let judged = builder.judge(routes, plain)?;
    let open = judged
        .routes
        .iter()
        .map(|(certain, possible)| builder.questions(&[Some(certain), Some(possible)]))
        .collect();
    let leg = judged.leg;
    let truth =
        |(certain, possible): (Ref, Ref)| Truth::judged(constant(certain), constant(possible));
    let relevant = builder.questions(&[Some(&leg.0), Some(&leg.1)]);
    let may_open = builder.asked(&judged.ever);
    let next = if ask {
        choose(&mut builder, &judged, &relevant)
    } else {
        None
    };
    Some(Exact {
        routes: judged.routes.iter().copied().map(truth).collect(),
        leg: truth(leg),
        open,
        may_open: if relevant.is_empty() {
            Vec::new()
        } else {
            may_open
        },
        relevant,
        next,
    })
}

/// What a function always is, if it is always the same.
fn constant(function: Ref) -> Option<bool> {
    match function {
        FALSE => Some(false),
        TRUE => Some(true),
        _ => None,
    }
}
