//! Who can be at which end of a share, as far as that is for who they are and for the day.
//!
//! Nothing else is answered here, so whatever turns on the share itself counts for nobody and against nobody.

use super::evaluate::Evaluation;
use super::routes;
use crate::model::{Index, Rulebook};
use crate::{Date, Facts, Leg, Truth, Verdict};

/// A gateway, with an objective if it has any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// The gateway.
    pub gateway: Index,
    /// The objective.
    pub objective: Option<Index>,
}

/// Every gateway with each of its objectives, in the order in which outcomes list them.
pub fn ways(book: &Rulebook) -> Vec<Way> {
    let mut all = Vec::new();
    for gateway in 0..book.gateways.len() {
        let before = all.len();
        for (at, objective) in book.objectives.iter().enumerate() {
            if objective.gateway == gateway {
                all.push(Way {
                    gateway,
                    objective: Some(at),
                });
            }
        }
        if all.len() == before {
            all.push(Way {
                gateway,
                objective: None,
            });
        }
    }
    all
}

/// For each pair of a discloser and a recipient, whether they could share by each of the [`ways`] on a day.
///
/// An end that is none stands for anyone. `Met` means that nothing about who they are stands in the way.
pub fn ends(
    book: &Rulebook,
    on: Date,
    pairs: &[(Option<Index>, Option<Index>)],
) -> Vec<Vec<Verdict>> {
    let (facts, leg) = (Facts::new(on), Leg::default());
    let mut evaluation = Evaluation::new(book, &facts, &leg);
    let routes = routes(book);
    let mut found = Vec::with_capacity(pairs.len());
    for (discloser, recipient) in pairs {
        evaluation.put(*discloser, *recipient);
        let mut row = Vec::with_capacity(routes.len());
        for (gateway, objective) in &routes {
            row.push(possible(&evaluation.route(gateway, *objective).truths()));
        }
        found.push(row);
    }
    found
}

/// What conditions come to if those that are still open will be met.
fn possible(truths: &[Truth]) -> Verdict {
    let mut all = Verdict::Met;
    for truth in truths {
        match truth.verdict() {
            Verdict::NotMet => return Verdict::NotMet,
            Verdict::Unsettled => all = Verdict::Unsettled,
            Verdict::Met | Verdict::Unknown => {}
        }
    }
    all
}
