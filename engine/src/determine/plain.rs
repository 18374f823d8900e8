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
    }
}
