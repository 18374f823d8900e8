//! Tests: what a condition requires.

use crate::Date;
use crate::model::Index;

/// Something that is met or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// Every one is met.
    All(Vec<Test>),
    /// At least one is met.
    Any(Vec<Test>),
    /// It is not met.
    Not(Box<Test>),
    /// At least so many are met.
    AtLeast(usize, Vec<Test>),
    /// An option is the answer, or among the answers, of a question.
    Answer {
        /// The question.
        question: Index,
        /// The option.
        option: Index,
    },
    /// The law is unsettled on a point.
    Unsettled(Index),
    /// A named test.
    Term(Index),
    /// An end is in the schedule of the gateway, on whatever day.
    Listed(End),
    /// An end has an entry in a schedule, in force on the day.
    InSchedule(End, Index),
    /// Its entry is in force on the day.
    EntryInForce(End),
    /// The limits of its entry are kept.
    WithinLimits(End),
    /// It is specified for the objective.
    Specified(End),
    /// It is a service provider to a specified person.
    Provider(End),
    /// It is one of these bodies, or a provider to one of them.
    Among(End, Vec<Index>),
    /// Both ends are the same single organisation.
    OneBody,
    /// Both ends are of the same class.
    OneClass,
    /// The gateway is in force on the day.
    GatewayInForce,
    /// The objective is in force on the day.
    ObjectiveInForce,
    /// The day is this one or later.
    DateFrom(Date),
    /// Some nation chosen in the question is in the extent on the day.
    Reaches(Index, Extent),
    /// No nation chosen in the question is outside the extent on the day.
    StaysWithin(Index, Extent),
}

/// An end of a leg.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Who holds the information.
    Discloser,
    /// Who gets it.
    Recipient,
}

/// Whose extent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The gateway's.
    Gateway,
    /// The objective's.
    Objective,
}

impl Test {
    /// Calls `visit` on this test and each test inside it.
    pub fn each(&self, visit: &mut impl FnMut(&Test)) {
        visit(self);
        match self {
            Self::All(tests) | Self::Any(tests) | Self::AtLeast(_, tests) => {
                tests.iter().for_each(|test| test.each(visit))
            }
            Self::Not(test) => test.each(visit),
            _ => {}
        }
    }
}
