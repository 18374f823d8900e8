//! Worked cases in rule files: facts with the outcome and reasons they must give.

use wicketgate_grammar::{Code, Diagnostic, Span};

use crate::model::{Index, Kind, Rulebook};
use crate::set::sort_by;
use crate::suggest::listed;
use crate::{Determination, Facts, Outcome, determine};

/// A worked case.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its name.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// What was answered.
    pub facts: Facts,
    /// What must come out.
    pub expected: Vec<Expected>,
    /// The questions that must be open, if the case says.
    pub open: Option<(Vec<String>, Span)>,
    /// Where it stands.
    pub span: Span,
}

/// One thing that must come out of a case.
#[derive(Clone, Debug)]
pub struct Expected {
    /// The outcome.
    pub outcome: Outcome,
    /// Under which gateway or objective; the whole proposal without one.
    pub under: Option<String>,
    /// Of which leg, counted from 0; of every leg without one.
    pub leg: Option<usize>,
    /// The kind of refusal.
    pub kind: Option<Kind>,
    /// The condition that decides.
    pub by: Option<String>,
    /// The point on which it turns.
    pub on: Option<String>,
    /// Where it is expected.
    pub span: Span,
}

/// The name of an outcome in rule files.
pub fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Fits => "fits",
        Outcome::DoesNotFit => "does-not-fit",
        Outcome::NeedsAdvice => "needs-advice",
        Outcome::Undecided => "undecided",
        Outcome::Mixed => "mixed",
    }
}

/// A diagnostic for each expectation that is not met.
pub(crate) fn check(rulebook: &Rulebook) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for case in &rulebook.cases {
        let found = determine(rulebook, &case.facts);
        for expected in &case.expected {
            for (span, message, help) in failures(case, expected, &found) {
                diagnostics.push(Diagnostic::error(Code::CaseFails, span, message).help(help));
            }
        }
        if let Some((open, span)) = &case.open {
            let (mut wanted, mut asked) = (open.clone(), found.open.clone());
            sort_by(&mut wanted, Clone::clone);
            sort_by(&mut asked, Clone::clone);
            if wanted != asked {
                let asked: Vec<&str> = found.open.iter().map(String::as_str).collect();
                let help = if asked.is_empty() {
                    "no question is open".to_owned()
                } else {
                    say!("open are {}", listed(&asked))
                };
                diagnostics.push(
                    Diagnostic::error(
                        Code::CaseFails,
                        *span,
                        say!("`{}` has other open questions", case.id),
                    )
                    .help(help),
                );
            }
        }
    }
    diagnostics
}

/// The first thing in which an expectation and what was found differ, for each leg it speaks of.
fn failures(
    case: &Case,
    expected: &Expected,
    found: &Determination,
) -> Vec<(Span, String, String)> {
    let wanted = outcome_word(expected.outcome);
    let Some(under) = &expected.under else {
        let outcome = match expected.leg {
            Some(leg) => found.legs.get(leg).map(|leg| leg.outcome),
            None => Some(found.outcome),
        };
        return match outcome {
            Some(outcome) if outcome == expected.outcome => Vec::new(),
            Some(outcome) => vec![(
                expected.span,
                say!(
                    "`{}` is expected to be {wanted} and is {}",
                    case.id,
                    outcome_word(outcome)
                ),
                why(found),
            )],
            None => vec![(
                expected.span,
                say!("`{}` has no such leg", case.id),
                "legs are counted from 1".to_owned(),
            )],
        };
    };
    let mut failures = Vec::new();
    for leg in found
        .legs
        .iter()
        .enumerate()
        .filter(|(at, _)| expected.leg.is_none_or(|leg| leg == *at))
        .map(|(_, leg)| leg)
    {
        let Some(gateway) = leg
            .gateways
            .iter()
            .find(|gateway| gateway.objective.as_ref().unwrap_or(&gateway.gateway) == under)
        else {
            continue;
        };
        let mut fail = |what: String, help: String| failures.push((expected.span, what, help));
        if gateway.outcome != expected.outcome {
            fail(
                say!(
                    "`{}` is expected to be {wanted} under `{under}` and is {}",
                    case.id,
                    outcome_word(gateway.outcome)
                ),
                reasons(gateway),
            );
        } else if expected.kind.is_some() && gateway.kind != expected.kind {
            let kind = gateway.kind.map_or("none", Kind::word);
            fail(
                say!("`{}` is refused as `{kind}` under `{under}`", case.id),
                reasons(gateway),
            );
        } else if let Some(by) = &expected.by
            && !gateway.reasons.iter().any(|finding| {
                finding.condition == *by
                    && crate::determine::decides(finding.truth, gateway.outcome)
            })
        {
            fail(
                say!("`{by}` does not decide `{}` under `{under}`", case.id),
                reasons(gateway),
            );
        } else if let Some(on) = &expected.on
            && !gateway.unsettled.iter().any(|point| point.id == *on)
        {
            let points: Vec<&str> = gateway
                .unsettled
                .iter()
                .map(|point| point.id.as_str())
                .collect();
            let help = if points.is_empty() {
                "it turns on no point".to_owned()
            } else {
                say!("it turns on {}", listed(&points))
            };
            fail(
                say!("`{}` does not turn on `{on}` under `{under}`", case.id),
                help,
            );
        }
    }
    failures
}

fn why(found: &Determination) -> String {
    let each: Vec<String> = found
        .legs
        .iter()
        .flat_map(|leg| &leg.gateways)
        .map(|gateway| {
            say!(
                "{} {}",
                gateway.objective.as_ref().unwrap_or(&gateway.gateway),
                outcome_word(gateway.outcome)
            )
        })
        .collect();
    say!("found: {}", each.join(", "))
}

fn reasons(gateway: &crate::GatewayDetermination) -> String {
    let each: Vec<&str> = gateway
        .reasons
        .iter()
        .filter(|finding| finding.truth != crate::Verdict::Met)
        .map(|finding| finding.condition.as_str())
        .collect();
    if each.is_empty() {
        "every condition is met".to_owned()
    } else {
        say!("not met are {}", listed(&each).replace(" or ", " and "))
    }
}

/// The index of a leg a case speaks of.
pub(crate) fn leg_index(number: usize) -> Option<Index> {
    number.checked_sub(1)
}
