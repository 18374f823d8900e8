//! What is told of a difference, as plain data.

use serde::Serialize;

use crate::determine::{Outcome, ProvisionCited};
use crate::{Date, Plain, Verdict};

/// What differs between two rulebooks.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Difference {
    /// The old rulebook and its day.
    pub old: Compared,
    /// The new rulebook and its day.
    pub new: Compared,
    /// Whether every complete assignment has the same outcome for each gateway, each objective and
    /// the leg.
    pub same: bool,
    /// How many complete assignments there are: who, to whom, and every answer.
    pub assignments: String,
    /// What one of the two does not have, and is therefore not specified there.
    pub lacking: Vec<Lacking>,
    /// Each gateway and objective whose outcome, or whose reasons, differ.
    pub routes: Vec<RouteDifference>,
    /// The leg as a whole.
    pub leg: Vec<OutcomeChange>,
}

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Compared {
    /// The title of the rulebook.
    pub title: String,
    /// The hash of its files.
    pub hash: String,
    /// The day.
    pub on: Date,
}

/// Something that only one side has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Lacking {
    /// Which side lacks it, `old` or `new`.
    pub side: String,
    /// What it is: `gateway`, `objective`, `question`, `option`, `person` or `point`.
    pub what: String,
    /// Its id; for an option behind that of its question.
    pub id: String,
}

/// What differs for a gateway and objective.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RouteDifference {
    /// The gateway.
    pub gateway: String,
    /// The objective, where the gateway has objectives.
    pub objective: Option<String>,
    /// Its title.
    pub title: String,
    /// Which outcomes became which.
    pub changes: Vec<OutcomeChange>,
    /// Conditions whose truth differs where the outcome does not.
    pub reasons_only: Vec<ReasonChange>,
}

/// The assignments with one outcome in the old rulebook and another in the new one.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct OutcomeChange {
    /// The outcome in the old rulebook.
    pub old: Outcome,
    /// The outcome in the new rulebook.
    pub new: Outcome,
    /// How many complete assignments these are.
    pub combinations: String,
    /// Disjoint cases that make up all of them.
    pub cases: Vec<DifferenceCase>,
}

/// Some of the assignments that change, in the words of the rule files. Everyone here may share with
/// everyone there, as far as the two are related as said, and each part is met on its own.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct DifferenceCase {
    /// Who discloses.
    pub disclosers: Vec<PersonNamed>,
    /// Who receives.
    pub recipients: Vec<PersonNamed>,
    /// How the two are related: `different`, `one-body` or `one-class`, in the old and the new rulebook.
    pub ends: [String; 2],
    /// How many pairs of a discloser and a recipient these are.
    pub pairs: usize,
    /// What must be answered; answers to all other questions are free.
    pub parts: Vec<Part>,
    /// How many complete assignments these are.
    pub combinations: String,
    /// One of them.
    pub example: Example,
    /// The conditions whose truth differs in the example.
    pub conditions: Vec<ConditionChange>,
    /// The provisions of these conditions.
    pub provisions: Vec<ProvisionCited>,
}

/// Someone at an end.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PersonNamed {
    /// As a proposal has it.
    pub person: Plain,
    /// The name on the new day, or on the old one where it is not there any more.
    pub name: String,
    /// The name on the old day, where it was another.
    pub before: Option<String>,
}

/// Answers that hang together, and with no others.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Part {
    /// Disjoint ways to answer; where there are too many, one that says what all have in common.
    pub ways: Vec<Vec<Needed>>,
    /// Whether each way is exactly what it says; if not, the conditions decide which answers count.
    pub listed: bool,
    /// The questions on which this part turns.
    pub questions: Vec<String>,
}

/// What is answered to a question, or said of an option.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Needed {
    /// The question.
    pub question: String,
    /// Its text.
    pub text: String,
    /// The options that will do, or the option that is spoken of.
    pub options: Vec<String>,
    /// Their texts.
    pub labels: Vec<String>,
    /// Whether one of the options is chosen, or the option is not.
    pub chosen: bool,
}

/// A complete assignment as a proposal for each side. None where the side lacks what was answered.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Example {
    /// For the old rulebook.
    pub old: Option<Plain>,
    /// For the new rulebook.
    pub new: Option<Plain>,
}

/// A condition that has another truth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ConditionChange {
    /// Its name.
    pub condition: String,
    /// What it asks, in a few words.
    pub title: String,
    /// Whether it was met; none where the old rulebook has no such condition.
    pub old: Option<Verdict>,
    /// Whether it is met; none where the new rulebook has no such condition.
    pub new: Option<Verdict>,
}

/// A condition whose truth differs where the outcome is the same.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ReasonChange {
    /// The condition.
    pub condition: String,
    /// What it asks, in a few words.
    pub title: String,
    /// How many complete assignments these are.
    pub combinations: String,
    /// One of them.
    pub example: Example,
}
