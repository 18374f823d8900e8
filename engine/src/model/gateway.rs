//! Gateways, objectives, and the conditions they rest on.

use serde::Serialize;

use crate::model::{Cite, Index, Test};
use crate::{Date, Period, Text};

/// A power to share.
#[derive(Clone, Debug, Default)]
pub struct Gateway {
    /// Its name, such as `section-35`.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// What it is about.
    pub about: Option<Text>,
    /// The schedule of its specified persons.
    pub schedule: Option<Index>,
    /// When and where it is in force.
    pub in_force: Vec<InForce>,
    /// What every share through it must meet.
    pub conditions: Vec<Condition>,
    /// What is said with an answer.
    pub caveats: Vec<Caveat>,
    /// Where it stands.
    pub cites: Vec<Cite>,
}

/// A specified objective of a gateway.
#[derive(Clone, Debug, Default)]
pub struct Objective {
    /// Its name, such as `fuel-poverty`.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// What it is about.
    pub about: Option<Text>,
    /// Its gateway.
    pub gateway: Index,
    /// When and where it is in force.
    pub in_force: Vec<InForce>,
    /// The persons specified for it.
    pub persons: Vec<Persons>,
    /// Persons for whom the list is open to two readings.
    pub unsettled: Vec<UnsettledPersons>,
    /// Whether service providers to the persons are specified too, and where.
    pub providers: Option<Vec<Cite>>,
    /// What a share under it must meet, besides the conditions of its gateway.
    pub conditions: Vec<Condition>,
    /// What is said with an answer.
    pub caveats: Vec<Caveat>,
    /// Where it stands.
    pub cites: Vec<Cite>,
}

/// A period in which something is in force.
#[derive(Clone, Debug)]
pub struct InForce {
    /// When.
    pub period: Period,
    /// Where, as items of the list of nations; empty for everywhere.
    pub nations: Vec<Index>,
    /// The open point that makes it doubtful, where it was in force only in part.
    pub unsettled: Option<Index>,
    /// What brought it into force.
    pub cites: Vec<Cite>,
}

impl InForce {
    /// Whether this period holds on a day, in a nation if one is named.
    pub(crate) fn holds(&self, nation: Option<Index>, on: Date) -> bool {
        self.period.contains(on)
            && nation.is_none_or(|nation| self.nations.is_empty() || self.nations.contains(&nation))
    }
}

/// Entries of a schedule that are specified for an objective.
#[derive(Clone, Debug)]
pub struct Persons {
    /// The entries.
    pub entries: Vec<Index>,
    /// Where the list stands.
    pub cites: Vec<Cite>,
}

/// Entries of which it is unsettled whether they are specified.
#[derive(Clone, Debug)]
pub struct UnsettledPersons {
    /// The entries.
    pub entries: Vec<Index>,
    /// From when; none for as long as the entry stands.
    pub from: Option<Date>,
    /// The open point.
    pub point: Index,
}

/// Something a share must meet.
#[derive(Clone, Debug)]
pub struct Condition {
    /// Its name.
    pub id: String,
    /// What it asks, in a few words.
    pub title: Text,
    /// When it matters at all; always without a test. Where it does not, it is met and not told.
    pub when: Option<Test>,
    /// What kind of refusal it is when it is not met.
    pub kind: Kind,
    /// What it requires.
    pub test: Test,
    /// Said when it is met.
    pub met: Option<Text>,
    /// Said when it is not met.
    pub not_met: Option<Text>,
    /// Said when it turns on what no one can answer here.
    pub unsettled: Option<Text>,
    /// Where the law says so.
    pub cites: Vec<Cite>,
}

/// Something said with an answer.
#[derive(Clone, Debug)]
pub struct Caveat {
    /// Its name.
    pub id: String,
    /// What is said.
    pub text: Text,
    /// When; always where there is no test.
    pub when: Option<Test>,
    /// Whether it is said only with a fit or a need for advice.
    pub on_fit: bool,
    /// Where the law says so.
    pub cites: Vec<Cite>,
}

/// A limit of every gateway that is said with every fit and never asked (DEA 2017 s.40(8)).
#[derive(Clone, Debug)]
pub struct Limit {
    /// Its name.
    pub id: String,
    /// A few words on it.
    pub title: Text,
    /// What is said.
    pub says: Text,
    /// Where the law says so.
    pub cites: Vec<Cite>,
}

/// Why a share does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// An end is not in the schedule.
    NotListed,
    /// An end is in the schedule and not specified for the objective.
    NoObjective,
    /// One end would do and the other would not.
    OneEnd,
    /// The purpose or the use is not one that the gateway serves.
    Purpose,
    /// Too few items of a list are present.
    TooFewFactors,
    /// The items present affect no one adversely.
    NotAdverse,
    /// The law does not extend to where the people are.
    WrongNation,
    /// The law was not in force, or is no longer.
    NotInForce,
    /// Nothing is disclosed to another person.
    NoGatewayNeeded,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::NotListed,
        Self::NoObjective,
        Self::OneEnd,
        Self::Purpose,
        Self::TooFewFactors,
        Self::NotAdverse,
        Self::WrongNation,
        Self::NotInForce,
        Self::NoGatewayNeeded,
    ];

    /// The word for it in rule files and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::NotListed => "not-listed",
            Self::NoObjective => "no-objective",
            Self::OneEnd => "one-end",
            Self::Purpose => "purpose",
            Self::TooFewFactors => "too-few-factors",
            Self::NotAdverse => "not-adverse",
            Self::WrongNation => "wrong-nation",
            Self::NotInForce => "not-in-force",
            Self::NoGatewayNeeded => "no-gateway-needed",
        }
    }
}
