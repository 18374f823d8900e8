//! Worked examples: a complete assignment as a proposal for each side, and what the evaluator says
//! of it there.

use super::frame::{ANSWERS, Chosen};
use super::key::Key;
use super::{Comparison, ConditionChange, Example, PersonNamed};
use crate::determine::{Finding, GatewayDetermination, ProvisionCited, determine, names};
use crate::model::AnswerKind;
use crate::proposal::{write_person, write_proposal};
use crate::{Answer, Facts, Person};

impl Comparison<'_, '_> {
    /// An assignment as facts for each side, and as proposals.
    pub(super) fn example(
        &self,
        pair: [usize; 2],
        values: &[usize],
    ) -> (Example, [Option<Facts>; 2]) {
        let facts = [0, 1].map(|at| self.facts(at, pair, values));
        let written = |facts: &Option<Facts>| facts.as_ref().map(write_proposal);
        let [old, new] = &facts;
        let example = Example {
            old: written(old),
            new: written(new),
        };
        (example, facts)
    }

    /// An assignment as facts for one side; none where the side lacks the option that was chosen.
    fn facts(&self, at: usize, pair: [usize; 2], values: &[usize]) -> Option<Facts> {
        let side = self.books.get(at)?;
        let mut facts = Facts::new(side.on);
        let [discloser, recipient] = pair;
        if let Some(leg) = facts.legs.first_mut() {
            leg.discloser = Some(self.person(discloser, Some(at)));
            leg.recipient = Some(self.person(recipient, Some(at)));
        }
        for question in &side.book.questions {
            let several = match question.kind {
                AnswerKind::Person | AnswerKind::Date => continue,
                kind => kind == AnswerKind::Several,
            };
            let chosen = question.options.iter().filter(|option| {
                let own = Chosen {
                    question: question.id.clone(),
                    option: option.id.clone(),
                };
                let found = self.frame.chosen(&own, several);
                found.is_some_and(|(var, holds)| {
                    let value = values.get(var).copied().unwrap_or(0);
                    holds.get(value) == Some(&true)
                })
            });
            let chosen: Vec<&str> = chosen.map(|option| option.id.as_str()).collect();
            if several {
                facts
                    .answers
                    .insert(question.id.clone(), Answer::chosen(chosen));
            } else if !question.options.is_empty() {
                let option = chosen.first()?;
                facts
                    .answers
                    .insert(question.id.clone(), Answer::Option((*option).to_owned()));
            }
        }
        Some(facts)
    }

    /// Someone as one side knows them, or as the side does that knows them.
    fn person(&self, person: usize, at: Option<usize>) -> Person {
        let someone = self.frame.persons.get(person);
        let id = someone.and_then(|someone| someone.id.clone());
        let Some((someone, id)) = someone.zip(id) else {
            return Person::NotListed(String::new());
        };
        let known = at.is_none_or(|at| someone.bodies.get(at).copied().flatten().is_some());
        match (known, someone.provider) {
            (true, true) => Person::Provider { to: id },
            (true, false) => Person::Body { id, name: None },
            (false, _) => Person::NotListed(self.named(person).name),
        }
    }

    pub(super) fn named(&self, person: usize) -> PersonNamed {
        let whole = self.person(person, None);
        let bodies = self.frame.persons.get(person).map(|someone| someone.bodies);
        let on = |side: usize| {
            let side = self.books.get(side);
            side.map(|side| names::display(side.book, &whole, side.on))
        };
        let (known, gone) = match bodies {
            Some([Some(_), None]) => (on(0), None),
            Some([Some(_), Some(_)]) => (on(1), on(0)),
            _ => (on(1), None),
        };
        PersonNamed {
            person: write_person(&whole),
            before: gone.filter(|gone| Some(gone) != known.as_ref()),
            name: known.unwrap_or_default(),
        }
    }

    /// The conditions whose truth differs between the two sides, with their provisions. For the leg
    /// those of every route whose outcome differs.
    pub(super) fn told(
        &self,
        facts: &[Option<Facts>; 2],
        key: Option<&Key>,
    ) -> (Vec<ConditionChange>, Vec<ProvisionCited>) {
        let mut found: Vec<Vec<GatewayDetermination>> = Vec::new();
        for (side, facts) in self.books.iter().zip(facts) {
            let determination = facts.as_ref().map(|facts| determine(side.book, facts));
            let leg = determination.and_then(|found| found.legs.into_iter().next());
            found.push(leg.map(|leg| leg.gateways).unwrap_or_default());
        }
        let (mut conditions, mut provisions): (Vec<ConditionChange>, Vec<ProvisionCited>) =
            Default::default();
        let same = |one: &GatewayDetermination, other: &GatewayDetermination| {
            one.gateway == other.gateway && one.objective == other.objective
        };
        let [old, new] = found.as_slice() else {
            return (conditions, provisions);
        };
        let gone = old
            .iter()
            .filter(|route| !new.iter().any(|other| same(route, other)));
        for route in new.iter().chain(gone) {
            let of = |side: &[GatewayDetermination]| {
                side.iter().find(|other| same(route, other)).cloned()
            };
            let (before, after) = (of(old), of(new));
            let wanted = match key {
                Some(key) => key.gateway == route.gateway && key.objective == route.objective,
                None => {
                    before.as_ref().map(|route| route.outcome)
                        != after.as_ref().map(|route| route.outcome)
                }
            };
            if !wanted {
                continue;
            }
            let reasons = |route: Option<GatewayDetermination>| {
                route.map(|route| route.reasons).unwrap_or_default()
            };
            let (before, after) = (reasons(before), reasons(after));
            let named =
                |list: &[Finding], id: &str| list.iter().find(|one| one.condition == id).cloned();
            let only_before = before
                .iter()
                .filter(|one| named(&after, &one.condition).is_none());
            for finding in after.iter().chain(only_before) {
                let (one, other) = (
                    named(&before, &finding.condition),
                    named(&after, &finding.condition),
                );
                let truths = [&one, &other].map(|found| found.as_ref().map(|found| found.truth));
                let [was, is] = truths;
                if was == is {
                    continue;
                }
                conditions.push(ConditionChange {
                    condition: finding.condition.clone(),
                    title: finding.title.clone(),
                    old: was,
                    new: is,
                });
                for found in [other, one].into_iter().flatten() {
                    let own = ProvisionCited {
                        provision: found.provision,
                        citation: found.citation,
                        link: found.link,
                    };
                    for cited in std::iter::once(own).chain(found.also) {
                        if !cited.provision.is_empty() && !provisions.contains(&cited) {
                            provisions.push(cited);
                        }
                    }
                }
            }
        }
        (conditions, provisions)
    }
}

/// Values stand by variable, the ends and their relation first.
const _: () = assert!(ANSWERS == 3);
