//! Which question to ask next, and why.
//!
//! Only relevant questions are asked: those of which some answer can still change the outcome. They
//! are asked group by group, in the order the rulebook gives its groups, because people think of who
//! shares with whom before they think of details. Within a group the question goes first that can be
//! expected to make most others unnecessary: for every gateway and objective the chance that its
//! answer alone rules it out, times the number of questions that hang on it, and the chance that its
//! answer alone makes the share fit, times the number of all that are open. Chances count every
//! answer as equally likely. Among equals the rule files decide.
//!
//! Finding the best order exactly is not to be had: deciding a function with the fewest questions is
//! NP-hard (L. Hyafil and R. L. Rivest, "Constructing optimal binary decision trees is NP-complete",
//! Information Processing Letters 5(1), 1976). This is the one-step rule that is nearest to it.

use serde::Serialize;

use super::evaluate::Evaluation;
use super::exact::{Builder, constant};
use super::{outcome, routes};
use crate::diagram::Ref;
use crate::model::{Index, Rulebook};
use crate::set::{Set, ordered};
use crate::{Facts, Outcome, Truth};

/// What is still to be asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Inquiry {
    /// The next question; none once every leg is decided.
    pub next: Option<String>,
    /// The leg for which it is asked, counted from 0.
    pub leg: usize,
    /// The gateways and objectives, by title, that its answer can still change.
    pub decides: Vec<String>,
    /// Every question that can still change an outcome, the next first.
    pub open: Vec<String>,
    /// A bound on how many questions may still be asked, however they are answered.
    pub at_most: usize,
}

/// What is still to be asked of a proposal: of the first leg that is not decided.
///
/// Where diagrams are too large, the plain evaluator knows what is open, in the order of the rules.
pub fn inquire(rulebook: &Rulebook, facts: &Facts) -> Inquiry {
    match inquire_exactly(rulebook, facts) {
        Ok(inquiry) => inquiry,
        Err(leg) => {
            let found = super::determine(rulebook, facts);
            Inquiry {
                next: found.open.first().cloned(),
                leg,
                decides: Vec::new(),
                at_most: found.at_most,
                open: found.open,
            }
        }
    }
}

/// As [`inquire`], without the plain evaluator.
///
/// # Errors
///
/// The leg, counted from 0, whose diagrams are too large.
fn inquire_exactly(rulebook: &Rulebook, facts: &Facts) -> Result<Inquiry, usize> {
    let mut inquiry = Inquiry::default();
    let mut shared = Vec::new();
    let mut own = 0;
    for (at, leg) in facts.legs.iter().enumerate() {
        let evaluation = Evaluation::new(rulebook, facts, leg);
        let known = inquiry.next.is_some();
        let (found, may_open) = of_leg(rulebook, &evaluation, at, known).ok_or(at)?;
        own += super::count(rulebook, &may_open, &mut shared);
        if !known {
            inquiry = found;
        }
    }
    inquiry.at_most = own + ordered(&shared).len();
    Ok(inquiry)
}

/// The inquiry into a leg, unless another comes first, and the questions that may come to be asked of it.
fn of_leg(
    rulebook: &Rulebook,
    evaluation: &Evaluation<'_>,
    leg: usize,
    later: bool,
) -> Option<(Inquiry, Vec<Index>)> {
    let routes = routes(rulebook);
    let mut builder = Builder::new(evaluation, true)?;
    let judged = builder.judge(&routes)?;
    let each = judged.routes;
    let (certain, possible) = judged.leg;
    let whole = outcome(Truth::judged(constant(certain), constant(possible)));
    if whole != Outcome::Undecided {
        return Some(Default::default());
    }
    let may_open = builder.asked(&judged.ever);
    if later {
        return Some((Inquiry::default(), may_open));
    }
    let relevant = builder.questions(&[Some(&certain), Some(&possible)]);
    let group = |index: &Index| {
        rulebook
            .questions
            .get(*index)
            .map_or(usize::MAX, |question| question.group)
    };
    let first = relevant.iter().map(group).min()?;
    let mut support = Set::default();
    for (certain, possible) in &each {
        builder.pool.support(*certain, &mut support);
        builder.pool.support(*possible, &mut support);
    }
    let mut best: Option<(f64, Index)> = None;
    let candidates: Vec<Index> = relevant
        .iter()
        .copied()
        .filter(|index| group(index) == first)
        .collect();
    for question in &candidates {
        let value = if candidates.len() == 1 {
            1.0
        } else {
            expected(
                &mut builder,
                &each,
                certain,
                &support,
                *question,
                relevant.len(),
            )
        };
        if best.is_none_or(|(known, _)| value > known + 1e-9) {
            best = Some((value, *question));
        }
    }
    if builder.pool.exploded() {
        return None;
    }
    let (_, next) = best?;
    let mut open: Vec<Index> = relevant
        .iter()
        .copied()
        .filter(|index| *index != next)
        .collect();
    open.insert(0, next);
    let decides = routes.iter().zip(&each).filter(|(_, (certain, possible))| {
        builder
            .questions(&[Some(certain), Some(possible)])
            .contains(&next)
    });
    let decides = decides
        .map(|((gateway, objective), _)| {
            objective
                .map_or(&gateway.title, |objective| &objective.title)
                .plain()
        })
        .collect();
    let ids = super::ids(rulebook, &open);
    let inquiry = Inquiry {
        next: ids.first().cloned(),
        leg,
        decides,
        open: ids,
        at_most: 0,
    };
    Some((inquiry, may_open))
}

/// How many questions an answer can be expected to make unnecessary.
fn expected(
    builder: &mut Builder<'_, '_>,
    each: &[(Ref, Ref)],
    certain: Ref,
    support: &Set,
    question: Index,
    open: usize,
) -> f64 {
    let mut others = Set::default();
    for var in support.iter() {
        if builder
            .option_of(var)
            .is_none_or(|(own, _)| own != question)
        {
            others.insert(var);
        }
    }
    let shares = builder.shares();
    let mut value = 0.0;
    for (certain, possible) in each {
        let hanging = builder.questions(&[Some(certain), Some(possible)]).len();
        if hanging == 0 {
            continue;
        }
        let saved = builder.pool.exists(*possible, &others);
        value += (1.0 - builder.pool.fraction(saved, &shares)) * hanging as f64;
    }
    let fits = builder.pool.for_all(certain, &others);
    value + builder.pool.fraction(fits, &shares) * open as f64
}
