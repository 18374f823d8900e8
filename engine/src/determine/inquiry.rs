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

use super::exact::{Builder, Exact, Judged};
use super::routes;
use crate::Facts;
use crate::diagram::Ref;
use crate::model::{Gateway, Index, Objective, Rulebook};
use crate::set::{Set, ordered};

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
pub fn inquire(rulebook: &Rulebook, facts: &Facts) -> Inquiry {
    let routes = routes(rulebook);
    let mut inquiry: Option<Inquiry> = None;
    let (mut own, mut shared) = (0, Vec::new());
    for (at, leg) in facts.legs.iter().enumerate() {
        let exact = super::leg_judged(rulebook, facts, leg, &routes, inquiry.is_none());
        own += super::count(rulebook, &exact.may_open, &mut shared);
        inquiry = inquiry.or_else(|| Inquiry::of(rulebook, &routes, &exact, at));
    }
    let mut inquiry = inquiry.unwrap_or_default();
    inquiry.at_most = own + ordered(&shared).len();
    inquiry
}

impl Inquiry {
    /// What is still to be asked for a leg; none if it is decided.
    fn of(
        rulebook: &Rulebook,
        routes: &[(&Gateway, Option<&Objective>)],
        exact: &Exact,
        leg: usize,
    ) -> Option<Self> {
        if exact.leg.is_determined() {
            return None;
        }
        // By the plain evaluator none is chosen: the order of the rules is as good as any.
        let next = exact.next.or(exact.relevant.first().copied())?;
        let mut open = vec![next];
        for question in &exact.relevant {
            if *question != next {
                open.push(*question);
            }
        }
        let mut decides = Vec::new();
        for ((gateway, objective), open) in routes.iter().zip(&exact.open) {
            if open.contains(&next) {
                let title = objective.map_or(&gateway.title, |objective| &objective.title);
                decides.push(title.plain());
            }
        }
        let open = super::ids(rulebook, &open);
        Some(Self {
            next: open.first().cloned(),
            leg,
            decides,
            open,
            at_most: 0,
        })
    }
}

/// The next of the questions that are relevant for a leg.
pub(super) fn choose(
    builder: &mut Builder<'_, '_>,
    judged: &Judged,
    relevant: &[Index],
) -> Option<Index> {
    let group = |index: &Index| {
        let question = builder.book.questions.get(*index);
        question.map_or(usize::MAX, |question| question.group)
    };
    let first = relevant.iter().map(group).min()?;
    let mut candidates: Vec<Index> = Vec::new();
    for index in relevant {
        if group(index) == first {
            candidates.push(*index);
        }
    }
    if candidates.len() == 1 {
        return candidates.first().copied();
    }
    let mut support = Set::default();
    for (certain, possible) in &judged.routes {
        builder.pool.support(*certain, &mut support);
        builder.pool.support(*possible, &mut support);
    }
    let mut best: Option<(f64, Index)> = None;
    for question in candidates {
        let (each, (certain, _)) = (&judged.routes, judged.leg);
        let value = expected(builder, each, certain, &support, question, relevant.len());
        if best.is_none_or(|(known, _)| value > known + 1e-9) {
            best = Some((value, question));
        }
    }
    best.map(|(_, question)| question)
        .filter(|_| !builder.pool.exploded())
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
