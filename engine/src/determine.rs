//! From a rulebook and facts to a [`Determination`]: the outcome, and why.

mod alike;
#[cfg(feature = "authoring")]
mod difference;
mod ends;
mod evaluate;
mod exact;
mod explain;
mod inquiry;
mod names;
mod notes;
mod plain;
#[cfg(feature = "proofs")]
mod proofs;
mod reasons;

use serde::Serialize;

use crate::model::{Gateway, Index, Kind, Objective, Rulebook, Scope};
use crate::proposal::write_person;
use crate::{Facts, Leg, Plain, Truth, Verdict};
#[cfg(feature = "authoring")]
pub use difference::{
    Compared, ConditionChange, Difference, DifferenceCase, Example, Lacking, Needed, OutcomeChange,
    Part, PersonNamed, ReasonChange, RouteDifference, TooLarge, compare,
};
pub use ends::{Way, ends, ways};
use evaluate::Evaluation;
pub(crate) use evaluate::{in_force, specified_on};
pub use inquiry::{Inquiry, inquire};
pub(crate) use names::{PLACEHOLDERS, display};
pub use notes::{CheckSaid, NoteSaid, further};
#[cfg(feature = "proofs")]
pub use plain::{Plainly, plainly};
#[cfg(feature = "proofs")]
pub use proofs::prove;
pub use reasons::{Change, Near, Reasons, reasons};

/// What is known of a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Outcome {
    /// Every condition of the gateway is met by the answers.
    Fits,
    /// Some condition cannot be met whatever the open answers are.
    DoesNotFit,
    /// The law is unsettled here, or a judgement is needed that the person could not make.
    NeedsAdvice,
    /// Open answers could still go either way.
    Undecided,
    /// The legs of the proposal have different outcomes.
    Mixed,
}

impl Outcome {
    /// Its name in rule files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Fits => "fits",
            Self::DoesNotFit => "does-not-fit",
            Self::NeedsAdvice => "needs-advice",
            Self::Undecided => "undecided",
            Self::Mixed => "mixed",
        }
    }

    /// The outcome of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        let all = [
            Self::Fits,
            Self::DoesNotFit,
            Self::NeedsAdvice,
            Self::Undecided,
            Self::Mixed,
        ];
        all.into_iter().find(|outcome| outcome.word() == word)
    }
}

/// The answer to a proposal.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Determination {
    /// By which rules.
    pub rulebook: RulebookUsed,
    /// The day of the share.
    pub on: crate::Date,
    /// The outcome its legs share, or `Mixed`.
    pub outcome: Outcome,
    /// Each leg.
    pub legs: Vec<LegDetermination>,
    /// Questions whose answers can still change an outcome, in the order in which they are asked.
    pub open: Vec<String>,
    /// A bound on how many questions may still be asked, however they are answered.
    pub at_most: usize,
}

impl Determination {
    /// Stands in for one while questions are to be asked: it has no legs.
    pub fn undecided(on: crate::Date) -> Self {
        Self {
            rulebook: RulebookUsed {
                title: String::new(),
                law_as_at: None,
                hash: String::new(),
            },
            on,
            outcome: Outcome::Undecided,
            legs: Vec::new(),
            open: Vec::new(),
            at_most: 0,
        }
    }
}

/// By which rules a determination was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RulebookUsed {
    /// The title of the rulebook.
    pub title: String,
    /// The day up to which its law was checked.
    pub law_as_at: Option<crate::Date>,
    /// The hash of its files.
    pub hash: String,
}

/// The answer for one leg.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct LegDetermination {
    /// Who discloses, as the proposal has it.
    pub discloser: Option<Plain>,
    /// Who receives, as the proposal has it.
    pub recipient: Option<Plain>,
    /// Who discloses, by name.
    pub discloser_name: Option<String>,
    /// Who receives, by name.
    pub recipient_name: Option<String>,
    /// Fits if any gateway and objective fits, else needs advice if any does, else does not fit.
    pub outcome: Outcome,
    /// Each gateway and objective.
    pub gateways: Vec<GatewayDetermination>,
    /// Duties, next steps, sibling gateways and whatever else goes with the answer.
    pub notes: Vec<NoteSaid>,
}

/// The answer for one gateway and objective.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct GatewayDetermination {
    /// The gateway.
    pub gateway: String,
    /// The objective, where the gateway has objectives.
    pub objective: Option<String>,
    /// Its title, for people.
    pub title: String,
    /// The outcome.
    pub outcome: Outcome,
    /// For a refusal, the kind of the first condition that is not met.
    pub kind: Option<Kind>,
    /// For a refusal, the kinds of all conditions that are not met.
    pub kinds: Vec<Kind>,
    /// What was found of each condition.
    pub reasons: Vec<Finding>,
    /// What must be said with it.
    pub caveats: Vec<CaveatSaid>,
    /// The points on which it turns, where it needs advice.
    pub unsettled: Vec<OpenPoint>,
    /// Questions whose answers can still change this outcome.
    pub open: Vec<String>,
}

/// What was found of a condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Finding {
    /// The condition.
    pub condition: String,
    /// What it asks, in a few words.
    pub title: String,
    /// The provision it rests on, as rule files name it.
    pub provision: String,
    /// The provision as people cite it.
    pub citation: String,
    /// Where it can be read.
    pub link: String,
    /// Further provisions.
    pub also: Vec<ProvisionCited>,
    /// Whether it is met.
    pub truth: Verdict,
    /// Why, in a sentence.
    pub because: String,
    /// The kind of refusal it is where it is not met.
    pub kind: Kind,
    /// The answers it came from.
    pub answers: Vec<Given>,
    /// Questions that can still change it.
    pub open: Vec<String>,
}

/// A provision with its citation and link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ProvisionCited {
    /// As rule files name it.
    pub provision: String,
    /// As people cite it.
    pub citation: String,
    /// Where it can be read.
    pub link: String,
}

/// An answer that a finding came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Given {
    /// The question.
    pub question: String,
    /// The option, for one of several.
    pub option: Option<String>,
    /// `yes`, `no`, `unknown` or an option.
    pub answer: String,
}

/// A caveat that applies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CaveatSaid {
    /// Its name.
    pub id: String,
    /// What is said.
    pub text: String,
    /// Whether it limits every use of the gateways, rather than belonging to this answer.
    pub limit: bool,
    /// The provisions behind it.
    pub provisions: Vec<ProvisionCited>,
}

/// A point on which an outcome turns and that no one can answer here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct OpenPoint {
    /// The name of the unsettled point, or of the question answered "I do not know".
    pub id: String,
    /// The open question.
    pub text: String,
    /// More on it.
    pub says: String,
    /// Whom to ask.
    pub ask: String,
    /// The provisions behind it.
    pub provisions: Vec<ProvisionCited>,
}

/// Determines a proposal. Total: an unanswered question is an ordinary value.
pub fn determine(rulebook: &Rulebook, facts: &Facts) -> Determination {
    let routes = routes(rulebook);
    let (mut found, mut open, mut shared) = (Vec::new(), Vec::new(), Vec::new());
    let mut at_most = 0;
    for leg in &facts.legs {
        let (leg, exact) = determine_leg(rulebook, facts, leg, &routes);
        open.extend(&exact.relevant);
        at_most += count(rulebook, &exact.may_open, &mut shared);
        found.push(leg);
    }
    open = crate::set::ordered(&open);
    at_most += crate::set::ordered(&shared).len();
    let outcomes: Vec<Outcome> = found.iter().map(|leg| leg.outcome).collect();
    Determination {
        rulebook: RulebookUsed {
            title: rulebook.title.plain(),
            law_as_at: rulebook.law_as_at,
            hash: rulebook.hash.clone(),
        },
        on: facts.on,
        outcome: overall(&outcomes),
        open: ids(rulebook, &open),
        at_most,
        legs: found,
    }
}

/// The outcome of each leg and nothing else, for those who ask about many proposals.
pub(crate) fn leg_outcomes(rulebook: &Rulebook, facts: &Facts) -> Vec<Outcome> {
    let of = |leg: &Leg| leg_outcome(rulebook, facts, leg);
    facts.legs.iter().map(of).collect()
}

/// The outcome of one leg alone.
pub(crate) fn leg_outcome(rulebook: &Rulebook, facts: &Facts, leg: &Leg) -> Outcome {
    outcome(leg_judged(rulebook, facts, leg, &routes(rulebook), false).leg)
}

/// What is known exactly of a leg, or by the plain evaluator where its diagrams would be too large.
fn leg_judged<'a>(
    rulebook: &'a Rulebook,
    facts: &'a Facts,
    leg: &'a Leg,
    routes: &[(&'a Gateway, Option<&'a Objective>)],
    ask: bool,
) -> exact::Exact {
    let evaluation = Evaluation::new(rulebook, facts, leg);
    let wholes = evaluation.wholes(routes);
    exact::leg(&evaluation, routes, &wholes, ask)
        .unwrap_or_else(|| plain::leg(&evaluation, routes, &evaluation.truths(routes)))
}

/// The outcome of each gateway and objective for a leg and nothing else, in the order of the rules.
#[cfg(feature = "proofs")]
pub fn decide(rulebook: &Rulebook, facts: &Facts, leg: usize) -> Vec<Outcome> {
    let found = facts.legs.get(leg);
    let found = found.map(|leg| leg_judged(rulebook, facts, leg, &routes(rulebook), false).routes);
    found.into_iter().flatten().map(outcome).collect()
}

/// The truth of every condition of each gateway and objective, those that decide nothing included.
#[cfg(feature = "proofs")]
pub fn conditions(rulebook: &Rulebook, facts: &Facts, leg: usize) -> Vec<Vec<Verdict>> {
    let Some(leg) = facts.legs.get(leg) else {
        return Vec::new();
    };
    let evaluation = Evaluation::new(rulebook, facts, leg);
    let of = |truths: Vec<Truth>| truths.into_iter().map(Truth::verdict).collect();
    routes(rulebook)
        .into_iter()
        .map(|(gateway, objective)| of(evaluation.route(gateway, objective).truths()))
        .collect()
}

/// The outcome that legs share. Two legs that are decided differently are mixed whatever the others.
fn overall(outcomes: &[Outcome]) -> Outcome {
    let mut decided = outcomes
        .iter()
        .copied()
        .filter(|outcome| *outcome != Outcome::Undecided);
    let Some(first) = decided.next() else {
        return Outcome::Undecided;
    };
    if decided.any(|outcome| outcome != first) {
        return Outcome::Mixed;
    }
    if outcomes.contains(&Outcome::Undecided) {
        Outcome::Undecided
    } else {
        first
    }
}

fn outcome(truth: Truth) -> Outcome {
    match truth.verdict() {
        Verdict::Met => Outcome::Fits,
        Verdict::NotMet => Outcome::DoesNotFit,
        Verdict::Unsettled => Outcome::NeedsAdvice,
        Verdict::Unknown => Outcome::Undecided,
    }
}

/// How many of the questions are asked for each leg; those that are asked once for all are put with the others.
fn count(rulebook: &Rulebook, questions: &[Index], shared: &mut Vec<Index>) -> usize {
    let mut own = 0;
    for index in questions {
        let asked = rulebook.questions.get(*index);
        if asked.is_some_and(|asked| asked.scope == Scope::Proposal) {
            shared.push(*index);
        } else {
            own += 1;
        }
    }
    own
}

fn ids(rulebook: &Rulebook, questions: &[Index]) -> Vec<String> {
    questions
        .iter()
        .filter_map(|index| rulebook.questions.get(*index))
        .map(|question| question.id.clone())
        .collect()
}

fn determine_leg<'a>(
    rulebook: &'a Rulebook,
    facts: &'a Facts,
    leg: &'a Leg,
    routes: &[(&'a Gateway, Option<&'a Objective>)],
) -> (LegDetermination, exact::Exact) {
    let evaluation = Evaluation::new(rulebook, facts, leg);
    let each = evaluation.truths(routes);
    let wholes: Vec<Truth> = each
        .iter()
        .map(|each| Truth::all(each.iter().copied()))
        .collect();
    let exact = exact::leg(&evaluation, routes, &wholes, false)
        .unwrap_or_else(|| plain::leg(&evaluation, routes, &each));
    let mut gateways = Vec::new();
    for (at, (gateway, objective)) in routes.iter().enumerate() {
        let route = evaluation.route(gateway, *objective);
        let each = each.get(at).map_or(&[][..], Vec::as_slice);
        let truth = exact.routes.get(at).copied().unwrap_or(Truth::UNKNOWN);
        let mut found = explain::route(&route, each, truth);
        found.open = ids(rulebook, exact.open.get(at).map_or(&[], Vec::as_slice));
        gateways.push(found);
    }
    let name = |person: &crate::Person| names::display(rulebook, person, facts.on);
    let found = LegDetermination {
        discloser: leg.discloser.as_ref().map(write_person),
        recipient: leg.recipient.as_ref().map(write_person),
        discloser_name: leg.discloser.as_ref().map(name),
        recipient_name: leg.recipient.as_ref().map(name),
        outcome: outcome(exact.leg),
        notes: notes::said(&evaluation, outcome(exact.leg), &gateways),
        gateways,
    };
    (found, exact)
}

/// Each objective with its gateway, and each gateway that has none by itself, in the order of the rules.
fn routes(rulebook: &Rulebook) -> Vec<(&Gateway, Option<&Objective>)> {
    let mut routes = Vec::new();
    for (index, gateway) in rulebook.gateways.iter().enumerate() {
        let before = routes.len();
        routes.extend(
            rulebook
                .objectives
                .iter()
                .filter(|objective| objective.gateway == index)
                .map(|objective| (gateway, Some(objective))),
        );
        if routes.len() == before {
            routes.push((gateway, None));
        }
    }
    routes
}

/// Whether a finding of this truth is among those that decide an outcome.
pub(crate) fn decides(truth: Verdict, of: Outcome) -> bool {
    match of {
        Outcome::Fits => truth == Verdict::Met,
        Outcome::DoesNotFit => truth == Verdict::NotMet,
        Outcome::NeedsAdvice => truth == Verdict::Unsettled,
        Outcome::Undecided | Outcome::Mixed => truth == Verdict::Unknown,
    }
}
