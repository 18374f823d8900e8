//! The days on which the law of a rulebook changes.

use std::collections::BTreeSet;

use crate::Date;
use crate::model::{Rulebook, Test};

/// The day up to which the law was checked, then every other day from which a rule differs, the
/// latest first.
pub(super) fn of(book: &Rulebook) -> Vec<Date> {
    let mut days: BTreeSet<Date> = BTreeSet::new();
    let periods = book.gateways.iter().flat_map(|gateway| &gateway.in_force);
    let own = book.objectives.iter();
    let periods = periods.chain(own.flat_map(|objective| &objective.in_force));
    let periods = periods.map(|in_force| in_force.period);
    let versions = book.entries.iter().flat_map(|entry| &entry.versions);
    for period in periods.chain(versions.map(|version| version.period)) {
        days.insert(period.from);
        days.extend(period.until.map(Date::next));
    }
    for entry in &book.entries {
        days.extend(entry.unsettled.iter().map(|(from, _)| *from));
    }
    for objective in &book.objectives {
        days.extend(objective.unsettled.iter().filter_map(|doubt| doubt.from));
    }
    for test in super::mentioned::tests(book) {
        test.each(&mut |test| {
            if let Test::DateFrom(date) = test {
                days.insert(*date);
            }
        });
    }
    let last = book.law_as_at;
    let others = days.into_iter().rev().filter(|day| Some(*day) != last);
    last.into_iter().chain(others).collect()
}
