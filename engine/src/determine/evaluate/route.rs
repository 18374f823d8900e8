//! The truth of tests, conditions and wholes for one route: a gateway, with an objective if it has any.

use super::period::{entries_in_force, in_force, specified_on};
use super::{Evaluation, Who};
use crate::Truth;
use crate::model::{
    Cite, Condition, End, Entry, EntryLimit, Extent, Gateway, InForce, Index, Objective, Persons,
    Test,
};
use crate::truth::Counted;

/// One route.
#[derive(Clone, Copy, Debug)]
pub(in crate::determine) struct Route<'e, 'a> {
    pub(in crate::determine) evaluation: &'e Evaluation<'a>,
    pub(in crate::determine) gateway: &'a Gateway,
    pub(in crate::determine) objective: Option<&'a Objective>,
}

impl<'a> Route<'_, 'a> {
    /// The conditions of the gateway, then those of the objective, with whether they are the objective's.
    pub(in crate::determine) fn conditions(
        &self,
    ) -> impl Iterator<Item = (bool, &'a Condition)> + use<'a> {
        let own = self
            .objective
            .map_or(&[][..], |objective| objective.conditions.as_slice());
        self.gateway
            .conditions
            .iter()
            .map(|condition| (false, condition))
            .chain(own.iter().map(|condition| (true, condition)))
    }

    /// The truth of each condition.
    pub(in crate::determine) fn truths(&self) -> Vec<Truth> {
        self.conditions()
            .map(|(_, condition)| self.condition(condition))
            .collect()
    }

    /// The truth of a condition: met where it does not matter.
    pub(in crate::determine) fn condition(&self, condition: &Condition) -> Truth {
        let own = self.truth(&condition.test);
        match &condition.when {
            Some(when) => self.truth(when).and(own.negated()).negated(),
            None => own,
        }
    }

    /// The truth of a test. Terms cannot refer to one another in a circle: the compiler refuses that.
    pub(in crate::determine) fn truth(&self, test: &Test) -> Truth {
        match test {
            Test::All(tests) => self.count(tests.len(), tests),
            Test::Any(tests) => self.count(1, tests),
            Test::Not(test) => self.truth(test).negated(),
            Test::AtLeast(count, tests) => self.count(*count, tests),
            Test::Answer { question, option } => self.evaluation.chosen(*question, *option),
            Test::Unsettled(_) => Truth::UNSETTLED,
            Test::Term(term) => self
                .evaluation
                .book
                .terms
                .get(*term)
                .map_or(Truth::UNKNOWN, |term| self.truth(&term.test)),
            Test::DateFrom(date) => Truth::of(*date <= self.evaluation.on),
            Test::GatewayInForce => in_force(&self.gateway.in_force, None, self.evaluation.on),
            Test::ObjectiveInForce => self.objective.map_or(Truth::NOT_MET, |objective| {
                in_force(&objective.in_force, None, self.evaluation.on)
            }),
            Test::Reaches(question, extent) => Truth::any(self.nations(*question, *extent, true)),
            Test::StaysWithin(question, extent) => {
                Truth::any(self.nations(*question, *extent, false)).negated()
            }
            Test::OneBody | Test::OneClass => self.ends_alike(*test == Test::OneClass),
            Test::Listed(end)
            | Test::InSchedule(end, _)
            | Test::EntryInForce(end)
            | Test::WithinLimits(end)
            | Test::Specified(end)
            | Test::Provider(end)
            | Test::Among(end, _) => self
                .evaluation
                .who(*end)
                .map_or(Truth::UNKNOWN, |who| self.person(test, *end, who)),
        }
    }

    /// The truth of at least so many of some tests, of which no more are looked at than decide it.
    fn count(&self, count: usize, tests: &[Test]) -> Truth {
        let mut counted = Counted::new(count, tests.len());
        for test in tests {
            if counted.decided() {
                break;
            }
            counted.add(self.truth(test));
        }
        counted.truth()
    }

    /// The truth of the whole, for which no more conditions are looked at than decide it.
    pub(in crate::determine) fn whole(&self) -> Truth {
        let mut so_far = Truth::MET;
        for (_, condition) in self.conditions() {
            so_far = so_far.and(self.condition(condition));
            if so_far == Truth::NOT_MET {
                break;
            }
        }
        so_far
    }

    /// The truth of a test about someone who is known.
    fn person(&self, test: &Test, end: End, who: Who<'a>) -> Truth {
        let on = self.evaluation.on;
        match test {
            Test::Provider(_) => Truth::of(who.provider),
            Test::Among(_, bodies) => {
                Truth::of(who.body.is_some_and(|body| bodies.contains(&body)))
            }
            Test::Listed(_) => Truth::of(!self.entries(who).is_empty()),
            Test::EntryInForce(_) => entries_in_force(&self.entries(who), on),
            Test::InSchedule(_, schedule) => entries_in_force(&self.entries_in(*schedule, who), on),
            Test::WithinLimits(_) => {
                let limits = self.limits(end, who);
                Truth::all(
                    limits
                        .into_iter()
                        .map(|limit| self.truth(limit))
                        .collect::<Vec<_>>(),
                )
            }
            Test::Specified(_) => self.specified(who).0,
            _ => Truth::UNKNOWN,
        }
    }

    /// The entries by which someone is in the schedule of the gateway.
    pub(in crate::determine) fn entries(&self, who: Who<'a>) -> Vec<&'a Entry> {
        match self.gateway.schedule {
            Some(schedule) => self.entries_in(schedule, who),
            None => Vec::new(),
        }
    }

    /// The entries by which someone is in a schedule.
    pub(in crate::determine) fn entries_in(&self, schedule: Index, who: Who<'_>) -> Vec<&'a Entry> {
        self.evaluation.entries_in(schedule, who)
    }

    /// The tests of the limits that bind an end. A customer's limits do not bind its provider.
    pub(in crate::determine) fn limits(&self, end: End, who: Who<'a>) -> Vec<&'a Test> {
        let version = self
            .entries(who)
            .first()
            .and_then(|entry| entry.nearest(self.evaluation.on));
        let limits = version.map_or(&[][..], |version| version.limits.as_slice());
        let binds = |limit: &EntryLimit| match end {
            End::Discloser => limit.discloser,
            End::Recipient => limit.recipient,
        };
        limits
            .iter()
            .filter(|limit| binds(limit))
            .map(|limit| &limit.test)
            .collect()
    }

    /// Whether someone is specified for the objective, with the provisions and the point in doubt.
    pub(in crate::determine) fn specified(
        &self,
        who: Who<'a>,
    ) -> (Truth, &'a [Cite], Option<Index>) {
        let Some(objective) = self.objective else {
            return (Truth::NOT_MET, &[], None);
        };
        let names = |persons: &&Persons| {
            let entries = persons
                .entries
                .iter()
                .filter_map(|entry| self.evaluation.book.entries.get(*entry));
            entries
                .into_iter()
                .any(|entry| Some(entry.body) == who.body)
        };
        let list = objective
            .persons
            .iter()
            .find(names)
            .or(objective.persons.first());
        let list = list.map_or(objective.cites.as_slice(), |persons| {
            persons.cites.as_slice()
        });
        let list = if list.is_empty() {
            objective.cites.as_slice()
        } else {
            list
        };
        let Some(body) = who.body else {
            return (Truth::NOT_MET, list, None);
        };
        let cites = match (&objective.providers, who.provider) {
            (None, true) => return (Truth::NOT_MET, list, None),
            (Some(cites), true) if !cites.is_empty() => cites.as_slice(),
            _ => list,
        };
        let (truth, point) =
            specified_on(self.evaluation.book, objective, body, self.evaluation.on);
        (truth, cites, point)
    }

    /// For each nation of a question, whether it is chosen and inside (or outside) the extent.
    fn nations(&self, question: Index, extent: Extent, inside: bool) -> Vec<Truth> {
        let count = self
            .evaluation
            .book
            .questions
            .get(question)
            .map_or(0, |question| question.options.len());
        let periods = self.extent(extent);
        let chosen = (0..count).map(|nation| {
            let reach = in_force(periods, Some(nation), self.evaluation.on);
            Truth::all([
                self.evaluation.chosen(question, nation),
                if inside { reach } else { reach.negated() },
            ])
        });
        chosen.collect()
    }

    /// The periods that a test of nations looks at.
    pub(in crate::determine) fn extent(&self, extent: Extent) -> &'a [InForce] {
        match (extent, self.objective) {
            (Extent::Objective, Some(objective)) => &objective.in_force,
            _ => &self.gateway.in_force,
        }
    }

    /// Whether both ends are one single organisation, or are of one class. Two providers to one
    /// body may be one firm, so they are of one class.
    fn ends_alike(&self, class: bool) -> Truth {
        let (Some(one), Some(other)) = (self.evaluation.discloser, self.evaluation.recipient)
        else {
            return Truth::UNKNOWN;
        };
        let same = one.body.is_some() && one.body == other.body && one.provider == other.provider;
        let many = one.provider
            || one
                .body
                .is_some_and(|body| self.evaluation.book.is_class(body, self.evaluation.on));
        Truth::of(same && many == class)
    }
}
