//! Who is in the schedules on a day, and for which objectives.

use serde::Serialize;

use crate::determine::{in_force, specified_on};
use crate::model::{EntryKind, Rulebook};
use crate::{Date, Text, Truth, Verdict};

/// An entry of a schedule, as it stands on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PersonListed {
    /// Schedule and paragraph.
    pub id: String,
    /// The schedule; empty for a body that is described outside the schedules.
    pub schedule: String,
    /// The paragraph.
    pub paragraph: String,
    /// The part.
    pub part: String,
    /// The exact name on the day.
    pub name: String,
    /// The short name, usual names, acronyms and former names.
    pub also: Vec<String>,
    /// The first day of the present text.
    pub from: Date,
    /// Its last day, if it has ended or its end is known.
    pub until: Option<Date>,
    /// Whether it describes many organisations.
    pub class: bool,
    /// Whether it describes those who provide services to others.
    pub providers: bool,
    /// Limits to some functions or to a capacity.
    pub limits: Vec<String>,
    /// Objectives for which it is specified.
    pub objectives: Vec<String>,
    /// Objectives for which it is unsettled whether it is.
    pub unsettled: Vec<String>,
    /// Points that make the entry itself doubtful.
    pub doubts: Vec<String>,
}

/// The entries in force on a day, in the order of the schedules.
pub fn persons(rulebook: &Rulebook, on: Date) -> Vec<PersonListed> {
    let mut listed = Vec::new();
    for entry in &rulebook.entries {
        let Some(version) = entry.on(on) else {
            continue;
        };
        let schedule = entry
            .schedule
            .and_then(|index| rulebook.schedules.get(index));
        if entry.kind == EntryKind::Definition {
            continue;
        }
        let name = version.name(on).map(Text::plain).unwrap_or_default();
        let former = version.names.iter().map(|named| named.name.plain());
        let mut also: Vec<String> = version
            .short
            .iter()
            .map(Text::plain)
            .chain(version.also.iter().cloned())
            .chain(former)
            .collect();
        also.retain(|other| *other != name);
        let mut person = PersonListed {
            id: entry.id.clone(),
            schedule: schedule
                .map(|schedule| schedule.id.clone())
                .unwrap_or_default(),
            paragraph: entry.label.clone(),
            part: schedule
                .and_then(|schedule| schedule.parts.get(entry.part))
                .map(|(number, _)| number.clone())
                .unwrap_or_default(),
            name,
            also,
            from: version.period.from,
            until: version.period.until,
            class: version.class,
            providers: entry.kind == EntryKind::Providers,
            limits: version
                .limits
                .iter()
                .map(|limit| limit.title.plain())
                .collect(),
            objectives: Vec::new(),
            unsettled: Vec::new(),
            doubts: entry
                .unsettled
                .iter()
                .filter(|(from, _)| *from <= on)
                .filter_map(|(_, point)| rulebook.points.get(*point))
                .map(|point| point.id.clone())
                .collect(),
        };
        for objective in &rulebook.objectives {
            let of_schedule = rulebook
                .gateways
                .get(objective.gateway)
                .is_some_and(|gateway| {
                    gateway.schedule.is_some() && gateway.schedule == entry.schedule
                });
            if !of_schedule || entry.kind != EntryKind::Person {
                continue;
            }
            let (specified, _) = specified_on(rulebook, objective, entry.body, on);
            match Truth::all([in_force(&objective.in_force, None, on), specified]).verdict() {
                Verdict::Met => person.objectives.push(objective.id.clone()),
                Verdict::Unsettled => person.unsettled.push(objective.id.clone()),
                _ => {}
            }
        }
        listed.push(person);
    }
    listed
}
