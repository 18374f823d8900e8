//! What is in force on a day, and who is specified on it.

use crate::model::{Entry, InForce, Index, Objective, Rulebook};
use crate::{Date, Truth};

/// Whether anything of these periods is in force on a day, in a nation if one is named.
pub(crate) fn in_force(periods: &[InForce], nation: Option<Index>, on: Date) -> Truth {
    let here = periods.iter().filter(|in_force| in_force.holds(nation, on));
    Truth::any(here.map(|in_force| match in_force.unsettled {
        Some(_) => Truth::UNSETTLED,
        None => Truth::MET,
    }))
}

/// Whether all of these entries are in force on a day; not where there is none.
pub(super) fn entries_in_force(entries: &[&Entry], on: Date) -> Truth {
    if entries.is_empty() {
        return Truth::NOT_MET;
    }
    Truth::all(entries.iter().map(|entry| {
        let doubtful = entry.unsettled.iter().any(|(from, _)| *from <= on);
        match entry.on(on) {
            None => Truth::NOT_MET,
            Some(_) if doubtful => Truth::UNSETTLED,
            Some(_) => Truth::MET,
        }
    }))
}

/// Whether a body is specified for an objective on a day, and the point in doubt. Whether its entry
/// is in force is a question of its own.
pub(crate) fn specified_on(
    book: &Rulebook,
    objective: &Objective,
    body: Index,
    on: Date,
) -> (Truth, Option<Index>) {
    let of_body = |entry: &Index| {
        book.entries
            .get(*entry)
            .is_some_and(|entry| entry.body == body)
    };
    let doubt = objective.unsettled.iter().find(|unsettled| {
        unsettled.entries.iter().any(of_body) && unsettled.from.is_none_or(|from| from <= on)
    });
    match doubt {
        Some(doubt) => (Truth::UNSETTLED, Some(doubt.point)),
        None => (
            Truth::of(
                objective
                    .persons
                    .iter()
                    .any(|persons| persons.entries.iter().any(of_body)),
            ),
            None,
        ),
    }
}
