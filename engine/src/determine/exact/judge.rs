//! Where routes and their leg are certain and where they are possible, and which questions can change that.

use super::Builder;
use crate::Truth;
use crate::diagram::{FALSE, Ref};
use crate::model::{Gateway, Index, Objective};
use crate::set::{Set, ordered};

/// Where routes and their leg are certain, and where they are possible.
pub(in crate::determine) struct Judged {
    /// Each route: where it is certain, and where it is possible.
    pub(in crate::determine) routes: Vec<(Ref, Ref)>,
    /// The same of the leg.
    pub(in crate::determine) leg: (Ref, Ref),
    /// The variables on which some route depends before the unanswerable are taken out.
    pub(in crate::determine) ever: Set,
}

impl<'a> Builder<'_, 'a> {
    /// Judges every route and the leg; none where the diagrams are too large. Routes that are decided
    /// in `plain` are taken from there; it is empty where what was answered is not fixed.
    pub(in crate::determine) fn judge(
        &mut self,
        routes: &[(&'a Gateway, Option<&'a Objective>)],
        plain: &[Truth],
    ) -> Option<Judged> {
        let unanswerable = self.unanswerable.clone();
        let mut judged = Judged {
            routes: Vec::new(),
            leg: (FALSE, FALSE),
            ever: Set::default(),
        };
        for (at, (gateway, objective)) in routes.iter().enumerate() {
            let function = match plain.get(at).and_then(|truth| truth.settled()) {
                Some(met) => Ref::from(met),
                None => self.route(gateway, *objective),
            };
            let mut support = Set::default();
            self.pool.support(function, &mut support);
            let settled = support.iter().all(|var| !unanswerable.contains(var));
            let (certain, possible) = if settled {
                (function, function)
            } else {
                (
                    self.pool.for_all(function, &unanswerable),
                    self.pool.exists(function, &unanswerable),
                )
            };
            judged.ever.extend(&support.list());
            let (fits, may_fit) = judged.leg;
            judged.leg = (self.pool.or(fits, certain), self.pool.or(may_fit, possible));
            judged.routes.push((certain, possible));
        }
        (!self.pool.exploded()).then_some(judged)
    }

    /// The open questions on which functions depend, in the order in which they are asked.
    pub(in crate::determine) fn questions(&self, functions: &[Option<&Ref>]) -> Vec<Index> {
        let mut support = Set::default();
        for function in functions.iter().copied().flatten() {
            self.pool.support(*function, &mut support);
        }
        self.asked(&support)
    }

    /// The questions of variables that can still be answered, in the order in which they are asked.
    pub(in crate::determine) fn asked(&self, vars: &Set) -> Vec<Index> {
        let open = vars.iter().filter(|var| !self.unanswerable.contains(*var));
        let mut questions: Vec<Index> = open.filter_map(|var| self.layout.question(var)).collect();
        // Who is the same one depends on who stands at either end.
        if self.layout.same.is_some_and(|same| vars.contains(same)) {
            questions.extend(self.layout.person_questions.into_iter().flatten());
        }
        ordered(&questions)
    }
}
