//! The routes of one rulebook as functions over the union of both domains.
//!
//! Persons are looked at first: who gives the same function to every test about an end is of one
//! class there, and a class is a value of the end's variable. Tests of both ends together look at
//! the relation of the two alone.

use super::frame::{Chosen, DISCLOSER, Frame, RECIPIENT, RELATION};
use crate::Truth;
use crate::determine::evaluate::{Evaluation, Route, SOMEONE, Who};
use crate::diagram::{FALSE, Pool, Ref, TRUE, Var};
use crate::model::{
    AnswerKind, Condition, End, Entry, Extent, Gateway, InForce, Index, Objective, Test,
};
use crate::set::ordered;

/// How two ends are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Alike {
    No,
    OneBody,
    OneClass,
}

/// One of the two rulebooks.
pub(super) struct Side<'e, 'a> {
    /// 0 for the old rulebook, 1 for the new one.
    pub(super) at: usize,
    pub(super) frame: &'e Frame,
    pub(super) evaluation: &'e Evaluation<'a>,
    pub(super) routes: Vec<(&'a Gateway, Option<&'a Objective>)>,
    /// Of each end the classes, by one of each; none while they are not known.
    pub(super) classes: [Vec<usize>; 2],
}

impl<'a> Side<'_, 'a> {
    pub(super) fn route(&self, at: usize) -> Option<Route<'_, 'a>> {
        let (gateway, objective) = self.routes.get(at)?;
        Some(self.evaluation.route(gateway, *objective))
    }

    fn who(&self, person: usize) -> Who<'a> {
        let someone = self.frame.persons.get(person);
        let body = someone.and_then(|someone| *someone.bodies.get(self.at)?);
        Who {
            person: &SOMEONE,
            body,
            provider: body.is_some() && someone.is_some_and(|someone| someone.provider),
        }
    }

    /// How two persons are alike here.
    pub(super) fn alike(&self, one: usize, other: usize) -> Alike {
        let (one, other) = (self.who(one), self.who(other));
        let Some(body) = one.body else {
            return Alike::No;
        };
        if other.body != Some(body) || one.provider != other.provider {
            return Alike::No;
        }
        if one.provider || self.evaluation.book.is_class(body, self.evaluation.on) {
            Alike::OneClass
        } else {
            Alike::OneBody
        }
    }

    /// What every person gives to every test about an end.
    pub(super) fn signatures(&self, pool: &mut Pool, end: End, into: &mut [Vec<Ref>]) {
        for at in 0..self.routes.len() {
            let Some(route) = self.route(at) else {
                continue;
            };
            let mut tests = Vec::new();
            for (_, condition) in route.conditions() {
                self.about_ends(&condition.test, &mut tests);
                if let Some(when) = &condition.when {
                    self.about_ends(when, &mut tests);
                }
            }
            for test in tests.iter().filter(|test| end_of(test) == Some(end)) {
                for (person, signature) in into.iter_mut().enumerate() {
                    let own = if self.limits_look_at_ends(&route, test, end, person) {
                        // It is a class of its own.
                        person as Ref + 2
                    } else {
                        self.of_person(pool, &route, test, end, person)
                    };
                    signature.push(own);
                }
            }
        }
    }

    fn about_ends(&self, test: &Test, into: &mut Vec<Test>) {
        let mut terms = Vec::new();
        test.each(&mut |test| {
            if end_of(test).is_some() && !into.contains(test) {
                into.push(test.clone());
            }
            if let Test::Term(term) = test {
                terms.push(*term);
            }
        });
        for term in terms {
            if let Some(term) = self.evaluation.book.terms.get(term) {
                self.about_ends(&term.test, into);
            }
        }
    }

    fn limits_look_at_ends(
        &self,
        route: &Route<'_, 'a>,
        test: &Test,
        end: End,
        person: usize,
    ) -> bool {
        let mut looks = false;
        if matches!(test, Test::WithinLimits(_)) {
            for limit in route.limits(end, self.who(person)) {
                let mut about = Vec::new();
                self.about_ends(limit, &mut about);
                limit.each(&mut |test| looks |= matches!(test, Test::OneBody | Test::OneClass));
                looks |= !about.is_empty();
            }
        }
        looks
    }

    /// The function of a route: where all its conditions are met.
    pub(super) fn function(&self, pool: &mut Pool, at: usize) -> Ref {
        let Some(route) = self.route(at) else {
            return FALSE;
        };
        let mut all = TRUE;
        for (_, condition) in route.conditions() {
            let own = self.condition(pool, &route, condition);
            all = pool.and(all, own);
        }
        all
    }

    pub(super) fn condition(
        &self,
        pool: &mut Pool,
        route: &Route<'_, 'a>,
        condition: &Condition,
    ) -> Ref {
        let own = self.test(pool, route, &condition.test);
        match &condition.when {
            Some(when) => {
                let when = self.test(pool, route, when);
                let not = pool.not(when);
                pool.or(not, own)
            }
            None => own,
        }
    }

    fn tests(&self, pool: &mut Pool, route: &Route<'_, 'a>, tests: &[Test]) -> Vec<Ref> {
        tests
            .iter()
            .map(|test| self.test(pool, route, test))
            .collect()
    }

    fn test(&self, pool: &mut Pool, route: &Route<'_, 'a>, test: &Test) -> Ref {
        if let Some(end) = end_of(test) {
            return self.person(pool, route, test, end);
        }
        match test {
            Test::All(tests) => {
                let tests = self.tests(pool, route, tests);
                pool.all(&tests)
            }
            Test::Any(tests) => {
                let tests = self.tests(pool, route, tests);
                pool.any(&tests)
            }
            Test::Not(test) => {
                let test = self.test(pool, route, test);
                pool.not(test)
            }
            Test::AtLeast(count, tests) => {
                let tests = self.tests(pool, route, tests);
                pool.at_least(*count, &tests)
            }
            Test::Answer { question, option } => self.chosen(pool, *question, *option),
            Test::Unsettled(point) => self.point(pool, *point),
            Test::Term(term) => match self.evaluation.book.terms.get(*term) {
                Some(term) => self.test(pool, route, &term.test),
                None => FALSE,
            },
            Test::DateFrom(date) => Ref::from(*date <= self.evaluation.on),
            Test::GatewayInForce => self.in_force(pool, &route.gateway.in_force, None),
            Test::ObjectiveInForce => match route.objective {
                Some(objective) => self.in_force(pool, &objective.in_force, None),
                None => FALSE,
            },
            Test::Reaches(question, extent) => self.nations(pool, route, *question, *extent, true),
            Test::StaysWithin(question, extent) => {
                let outside = self.nations(pool, route, *question, *extent, false);
                pool.not(outside)
            }
            Test::OneBody => self.related(pool, Alike::OneBody),
            Test::OneClass => self.related(pool, Alike::OneClass),
            _ => FALSE,
        }
    }

    fn related(&self, pool: &mut Pool, alike: Alike) -> Ref {
        let at = self.at;
        pool.literal(RELATION, |value| relation(value, at) == alike)
    }

    fn point(&self, pool: &mut Pool, point: Index) -> Ref {
        let point = self.evaluation.book.points.get(point);
        match point.and_then(|point| self.frame.point(&point.id)) {
            Some(var) => pool.literal(var, |value| value == 1),
            None => FALSE,
        }
    }

    fn chosen(&self, pool: &mut Pool, question: Index, option: Index) -> Ref {
        let book = self.evaluation.book;
        let Some(asked) = book.questions.get(question) else {
            return FALSE;
        };
        let Some(own) = asked.options.get(option) else {
            return FALSE;
        };
        let chosen = Chosen {
            question: asked.id.clone(),
            option: own.id.clone(),
        };
        let own = match self
            .frame
            .chosen(&chosen, asked.kind == AnswerKind::Several)
        {
            Some((var, holds)) => pool.literal(var, |value| holds.get(value) == Some(&true)),
            None => FALSE,
        };
        let outer = asked
            .among
            .and_then(|among| Some((among, book.questions.get(among)?.option(&chosen.option)?)));
        match outer {
            Some((among, option)) => {
                let outer = self.chosen(pool, among, option);
                pool.and(outer, own)
            }
            None => own,
        }
    }

    fn in_force(&self, pool: &mut Pool, periods: &[InForce], nation: Option<Index>) -> Ref {
        let mut any = FALSE;
        for in_force in periods {
            if in_force.holds(nation, self.evaluation.on) {
                let own = match in_force.unsettled {
                    Some(point) => self.point(pool, point),
                    None => TRUE,
                };
                any = pool.or(any, own);
            }
        }
        any
    }

    fn nations(
        &self,
        pool: &mut Pool,
        route: &Route<'_, 'a>,
        question: Index,
        extent: Extent,
        inside: bool,
    ) -> Ref {
        let asked = self.evaluation.book.questions.get(question);
        let mut any = FALSE;
        for nation in 0..asked.map_or(0, |question| question.options.len()) {
            let reach = self.in_force(pool, route.extent(extent), Some(nation));
            let reach = if inside { reach } else { pool.not(reach) };
            let chosen = self.chosen(pool, question, nation);
            let both = pool.and(chosen, reach);
            any = pool.or(any, both);
        }
        any
    }

    /// A test about who stands at an end: for each class of persons its own function.
    fn person(&self, pool: &mut Pool, route: &Route<'_, 'a>, test: &Test, end: End) -> Ref {
        let (var, classes) = self.end(end);
        let each: Vec<Ref> = classes
            .iter()
            .map(|person| self.of_person(pool, route, test, end, *person))
            .collect();
        let functions: Vec<usize> = each.iter().map(|function| *function as usize).collect();
        let mut any = FALSE;
        for function in ordered(&functions) {
            let function = function as Ref;
            if function != FALSE {
                let persons = pool.literal(var, |value| each.get(value) == Some(&function));
                let both = pool.and(persons, function);
                any = pool.or(any, both);
            }
        }
        any
    }

    fn end(&self, end: End) -> (Var, &[usize]) {
        let [disclosers, recipients] = &self.classes;
        match end {
            End::Discloser => (DISCLOSER, disclosers),
            End::Recipient => (RECIPIENT, recipients),
        }
    }

    fn of_person(
        &self,
        pool: &mut Pool,
        route: &Route<'_, 'a>,
        test: &Test,
        end: End,
        person: usize,
    ) -> Ref {
        let who = self.who(person);
        match test {
            Test::Provider(_) => Ref::from(who.provider),
            Test::Among(_, bodies) => {
                Ref::from(who.body.is_some_and(|body| bodies.contains(&body)))
            }
            Test::Listed(_) => Ref::from(!route.entries(who).is_empty()),
            Test::EntryInForce(_) => self.entries_in_force(pool, &route.entries(who)),
            Test::InSchedule(_, schedule) => {
                self.entries_in_force(pool, &route.entries_in(*schedule, who))
            }
            Test::WithinLimits(_) => {
                let mut all = TRUE;
                for limit in route.limits(end, who) {
                    let own = self.test(pool, route, limit);
                    all = pool.and(all, own);
                }
                all
            }
            Test::Specified(_) => match route.specified(who) {
                (_, _, Some(point)) => self.point(pool, point),
                (truth, _, None) => Ref::from(truth == Truth::MET),
            },
            _ => FALSE,
        }
    }

    fn entries_in_force(&self, pool: &mut Pool, entries: &[&Entry]) -> Ref {
        let on = self.evaluation.on;
        if entries.is_empty() || entries.iter().any(|entry| entry.on(on).is_none()) {
            return FALSE;
        }
        let mut all = TRUE;
        for (from, point) in entries.iter().flat_map(|entry| &entry.unsettled) {
            if *from <= on {
                let own = self.point(pool, *point);
                all = pool.and(all, own);
            }
        }
        all
    }
}

/// How the ends are alike in a rulebook, by the value of their relation.
pub(super) fn relation(value: usize, at: usize) -> Alike {
    match if at == 0 { value / 3 } else { value % 3 } {
        1 => Alike::OneBody,
        2 => Alike::OneClass,
        _ => Alike::No,
    }
}

/// The end that a test speaks of.
fn end_of(test: &Test) -> Option<End> {
    match test {
        Test::Listed(end)
        | Test::InSchedule(end, _)
        | Test::EntryInForce(end)
        | Test::WithinLimits(end)
        | Test::Specified(end)
        | Test::Provider(end)
        | Test::Among(end, _) => Some(*end),
        _ => None,
    }
}
