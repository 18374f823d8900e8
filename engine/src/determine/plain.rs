//! The outcome for a leg by the plain evaluator, for rulebooks whose diagrams would be too large. It
//! is right whenever it is decided, and may be decided later than the exact one.

use super::evaluate::Evaluation;
use super::exact::Exact;
use super::explain::open_in;
use crate::Truth;
use crate::model::{Gateway, Index, Objective};
use crate::set::ordered;

/// Determines a leg from the truths of the conditions of each route.
pub(super) fn leg(
    evaluation: &Evaluation<'_>,
    routes: &[(&Gateway, Option<&Objective>)],
    each: &[Vec<Truth>],
) -> Exact {
    let truths: Vec<Truth> = each
        .iter()
        .map(|each| Truth::all(each.iter().copied()))
        .collect();
    let leg = Truth::any(truths.iter().copied());
    let mut open = Vec::new();
    let mut relevant: Vec<Index> = Vec::new();
    for (((gateway, objective), each), truth) in routes.iter().zip(each).zip(&truths) {
        let asked = open_in(&evaluation.route(gateway, *objective), each, *truth);
        if truth.can_change(leg) {
            relevant.extend(&asked);
        }
        open.push(asked);
    }
    let relevant = ordered(&relevant);
    let may_open = if relevant.is_empty() {
        Vec::new()
    } else {
        evaluation.unanswered()
    };
    Exact {
        routes: truths,
        leg,
        open,
        relevant,
        may_open,
        next: None,
    }
}

/// What the plain evaluator knows of a leg: what people were asked for before there were diagrams.
#[cfg(feature = "proofs")]
#[derive(Clone, Debug)]
pub struct Plainly {
    /// The outcome of the leg.
    pub outcome: crate::Outcome,
    /// The outcome of each gateway and objective, with the questions that are open for it.
    pub routes: Vec<(crate::Outcome, Vec<Index>)>,
    /// The questions that are open for the leg, in the order of the rules.
    pub open: Vec<Index>,
}

/// Determines a leg by the plain evaluator alone; none where there is no such leg.
#[cfg(feature = "proofs")]
pub fn plainly(rulebook: &crate::Rulebook, facts: &crate::Facts, at: usize) -> Option<Plainly> {
    let evaluation = Evaluation::new(rulebook, facts, facts.legs.get(at)?);
    let routes = super::routes(rulebook);
    let each: Vec<Vec<Truth>> = routes
        .iter()
        .map(|(gateway, objective)| evaluation.route(gateway, *objective).truths())
        .collect();
    let found = leg(&evaluation, &routes, &each);
    let outcomes = found.routes.iter().map(|truth| super::outcome(*truth));
    Some(Plainly {
        outcome: super::outcome(found.leg),
        routes: outcomes.zip(found.open).collect(),
        open: found.relevant,
    })
}
