//! Tests, conditions and routes as functions.

use super::Builder;
use crate::Truth;
use crate::determine::alike::who;
use crate::determine::evaluate::Route;
use crate::diagram::{FALSE, Ref, TRUE, Var};
use crate::model::{
    AnswerKind, Condition, End, Entry, Extent, Gateway, InForce, Index, Objective, Test,
};

impl<'e, 'a> Builder<'e, 'a> {
    /// The function of a route: true where all of its conditions are met.
    pub(in crate::determine) fn route(
        &mut self,
        gateway: &'a Gateway,
        objective: Option<&'a Objective>,
    ) -> Ref {
        let route = self.evaluation.route(gateway, objective);
        let mut each = Vec::new();
        for (_, condition) in route.conditions() {
            let own = self.condition(&route, condition);
            if own == FALSE {
                return FALSE;
            }
            each.push(own);
        }
        self.pool.all(&each)
    }

    /// The function of one condition of a route.
    #[cfg(feature = "proofs")]
    pub(in crate::determine) fn of_condition(
        &mut self,
        (gateway, objective): (&'a Gateway, Option<&'a Objective>),
        condition: &Condition,
    ) -> Ref {
        let route = self.evaluation.route(gateway, objective);
        self.condition(&route, condition)
    }

    fn condition(&mut self, route: &Route<'e, 'a>, condition: &Condition) -> Ref {
        let own = self.test(route, &condition.test);
        match &condition.when {
            Some(when) => {
                let when = self.test(route, when);
                let not = self.pool.not(when);
                self.pool.or(not, own)
            }
            None => own,
        }
    }

    fn tests(&mut self, route: &Route<'e, 'a>, tests: &[Test]) -> Vec<Ref> {
        tests.iter().map(|test| self.test(route, test)).collect()
    }

    fn test(&mut self, route: &Route<'e, 'a>, test: &Test) -> Ref {
        let on = self.evaluation.on;
        match test {
            Test::All(tests) => {
                let tests = self.tests(route, tests);
                self.pool.all(&tests)
            }
            Test::Any(tests) => {
                let tests = self.tests(route, tests);
                self.pool.any(&tests)
            }
            Test::Not(test) => {
                let test = self.test(route, test);
                self.pool.not(test)
            }
            Test::AtLeast(count, tests) => {
                let tests = self.tests(route, tests);
                self.pool.at_least(*count, &tests)
            }
            Test::Answer { question, option } => self.chosen(*question, *option),
            Test::Unsettled(point) => self.point(*point),
            Test::Term(term) => match self.book.terms.get(*term) {
                Some(term) => self.test(route, &term.test),
                None => FALSE,
            },
            Test::DateFrom(date) => Ref::from(*date <= on),
            Test::GatewayInForce => self.in_force(&route.gateway.in_force, None),
            Test::ObjectiveInForce => match route.objective {
                Some(objective) => self.in_force(&objective.in_force, None),
                None => FALSE,
            },
            Test::Reaches(question, extent) => self.nations(route, *question, *extent, true),
            Test::StaysWithin(question, extent) => {
                let outside = self.nations(route, *question, *extent, false);
                self.pool.not(outside)
            }
            Test::OneBody | Test::OneClass => self.ends_alike(*test == Test::OneClass),
            Test::Listed(end)
            | Test::InSchedule(end, _)
            | Test::EntryInForce(end)
            | Test::WithinLimits(end)
            | Test::Specified(end)
            | Test::Provider(end)
            | Test::Among(end, _) => self.person(route, test, *end),
        }
    }

    /// A variable having a value, or a constant where it is fixed.
    fn is(&mut self, var: Var, value: usize) -> Ref {
        match self.fixed.get(var).copied().flatten() {
            Some(fixed) => Ref::from(fixed == value),
            None => self.pool.literal(var, |other| other == value),
        }
    }

    /// Whether an unsettled point holds.
    fn point(&mut self, point: Index) -> Ref {
        match self.layout.points.get(point) {
            Some(var) => self.pool.literal(*var, |value| value == 1),
            None => FALSE,
        }
    }

    /// Whether an option is chosen, and the one of the same name that it is chosen among.
    fn chosen(&mut self, question: Index, option: Index) -> Ref {
        let Some(asked) = self.book.questions.get(question) else {
            return FALSE;
        };
        if asked.kind != AnswerKind::Several {
            return match self.layout.of(question, 0) {
                Some(var) => self.is(var, option),
                None => FALSE,
            };
        }
        let own = match self.layout.of(question, option) {
            Some(var) => self.is(var, 1),
            None => FALSE,
        };
        let outer = asked.among.and_then(|among| {
            let id = &asked.options.get(option)?.id;
            Some((among, self.book.questions.get(among)?.option(id)?))
        });
        match outer {
            Some((among, option)) => {
                let outer = self.chosen(among, option);
                self.pool.and(outer, own)
            }
            None => own,
        }
    }

    /// Whether any of these periods holds on the day, in a nation if one is named.
    fn in_force(&mut self, periods: &[InForce], nation: Option<Index>) -> Ref {
        let on = self.evaluation.on;
        let current: Vec<Option<Index>> = periods
            .iter()
            .filter(|in_force| in_force.holds(nation, on))
            .map(|in_force| in_force.unsettled)
            .collect();
        let each: Vec<Ref> = current
            .into_iter()
            .map(|point| match point {
                Some(point) => self.point(point),
                None => TRUE,
            })
            .collect();
        self.pool.any(&each)
    }

    /// Whether any nation is chosen that is inside (or outside) the extent.
    fn nations(
        &mut self,
        route: &Route<'e, 'a>,
        question: Index,
        extent: Extent,
        inside: bool,
    ) -> Ref {
        let count = self
            .book
            .questions
            .get(question)
            .map_or(0, |question| question.options.len());
        let mut any = FALSE;
        for nation in 0..count {
            let reach = self.in_force(route.extent(extent), Some(nation));
            let reach = if inside { reach } else { self.pool.not(reach) };
            let chosen = self.chosen(question, nation);
            let both = self.pool.and(chosen, reach);
            any = self.pool.or(any, both);
        }
        any
    }

    /// A test about who stands at an end: for each person that may stand there its own function.
    fn person(&mut self, route: &Route<'e, 'a>, test: &Test, end: End) -> Ref {
        let var = self.layout.end(end);
        if let Some(value) = self.fixed.get(var).copied().flatten() {
            return self.of_person(route, test, end, value);
        }
        let each: Vec<Ref> = (0..self.count(var))
            .map(|class| self.of_person(route, test, end, class))
            .collect();
        self.pool.select(var, &each)
    }

    /// A test about a person of a class, which all of it answer alike.
    fn of_person(&mut self, route: &Route<'e, 'a>, test: &Test, end: End, class: usize) -> Ref {
        let who = who(self.book, self.layout.persons(end).first(class));
        match test {
            Test::Provider(_) => Ref::from(who.provider),
            Test::Among(_, bodies) => {
                Ref::from(who.body.is_some_and(|body| bodies.contains(&body)))
            }
            Test::Listed(_) => Ref::from(!route.entries(who).is_empty()),
            Test::EntryInForce(_) => self.entries_in_force(&route.entries(who)),
            Test::InSchedule(_, schedule) => {
                self.entries_in_force(&route.entries_in(*schedule, who))
            }
            Test::WithinLimits(_) => {
                let limits: Vec<&Test> = route.limits(end, who);
                let each: Vec<Ref> = limits
                    .into_iter()
                    .map(|limit| self.test(route, limit))
                    .collect();
                self.pool.all(&each)
            }
            Test::Specified(_) => match route.specified(who) {
                (_, _, Some(point)) => self.point(point),
                (truth, _, None) => Ref::from(truth == Truth::MET),
            },
            _ => FALSE,
        }
    }

    /// Whether all of these entries are in force; not where there is none.
    fn entries_in_force(&mut self, entries: &[&Entry]) -> Ref {
        let on = self.evaluation.on;
        if entries.is_empty() || entries.iter().any(|entry| entry.on(on).is_none()) {
            return FALSE;
        }
        let doubts = entries
            .iter()
            .flat_map(|entry| &entry.unsettled)
            .filter(|(from, _)| *from <= on);
        let doubts: Vec<Index> = doubts.map(|(_, point)| *point).collect();
        let each: Vec<Ref> = doubts.into_iter().map(|point| self.point(point)).collect();
        self.pool.all(&each)
    }

    /// Whether both ends are one single organisation, or are of one class.
    fn ends_alike(&mut self, of_class: bool) -> Ref {
        let [discloser, _] = self.layout.ends;
        let mut each = Vec::new();
        for one in 0..self.count(discloser) {
            each.push(self.alike_to(of_class, one));
        }
        self.pool.node(discloser, &each)
    }

    /// Whether the recipient is one with a class of disclosers.
    fn alike_to(&mut self, of_class: bool, one: usize) -> Ref {
        let [discloser, recipient] = self.layout.ends;
        let first = self.layout.persons(End::Discloser).first(one);
        let Some(other) = self.layout.persons(End::Recipient).class(first) else {
            return FALSE;
        };
        let body = first / 2;
        if body >= self.book.bodies.len() {
            return FALSE;
        }
        let many = first % 2 == 1 || self.book.is_class(body, self.evaluation.on);
        if many != of_class {
            return FALSE;
        }
        let alone = self.persons(discloser, one).len() == 1;
        let is = self.is(recipient, other);
        match self.layout.same.filter(|_| !alone) {
            Some(same) => {
                let same = self.pool.literal(same, |value| value == 1);
                self.pool.and(is, same)
            }
            None => is,
        }
    }
}
