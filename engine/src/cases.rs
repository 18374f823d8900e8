//! Worked cases in rule files: facts with the outcome and reasons they must give.

use wicketgate_grammar::{Code, Diagnostic, Span};

use crate::model::{Cite, Index, Kind, Rulebook};
use crate::set::sort_by;
use crate::suggest::listed;
use crate::{Determination, Facts, GatewayDetermination, Outcome, Verdict, determine};

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
    /// What of the law it shows.
    pub cites: Vec<Cite>,
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

/// A diagnostic for each expectation that is not met.
pub(crate) fn check(rulebook: &Rulebook) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for case in &rulebook.cases {
        let found = determine(rulebook, &case.facts);
        for expected in &case.expected {
            for (span, message, help) in failures(case, expected, &found) {
                let mut diagnostic = Diagnostic::error(Code::CaseFails, span, message).help(help);
                diagnostic.law = law(rulebook, case, expected, &found);
                diagnostics.push(diagnostic);
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
                let what = say!("`{}` has other open questions", case.id);
                let mut diagnostic = Diagnostic::error(Code::CaseFails, *span, what).help(help);
                diagnostic.law = shown(rulebook, case);
                diagnostics.push(diagnostic);
            }
        }
    }
    diagnostics
}

/// The provision that a case is there to show.
fn shown(rulebook: &Rulebook, case: &Case) -> Option<String> {
    case.cites.first().map(|cite| rulebook.citation(cite))
}

/// The provision that decides under the gateway where something else was expected, or else the one
/// that the case shows: the outcome of the whole turns on many.
fn law(
    rulebook: &Rulebook,
    case: &Case,
    expected: &Expected,
    found: &Determination,
) -> Option<String> {
    let under = expected.under.as_ref().and(deciding(expected, found));
    under
        .or_else(|| shown(rulebook, case))
        .or_else(|| deciding(expected, found))
}

fn deciding(expected: &Expected, found: &Determination) -> Option<String> {
    let legs = found.legs.iter().enumerate();
    let legs = legs.filter(|(at, _)| expected.leg.is_none_or(|leg| leg == *at));
    for (_, leg) in legs {
        for gateway in &leg.gateways {
            let meant = match &expected.under {
                Some(under) => {
                    Some(under) == gateway.objective.as_ref() || *under == gateway.gateway
                }
                None => gateway.outcome == leg.outcome,
            };
            let mut reasons = gateway.reasons.iter();
            let deciding = reasons.find(|finding| {
                finding.truth != Verdict::Met
                    && crate::determine::decides(finding.truth, gateway.outcome)
            });
            if let Some(finding) = deciding.filter(|_| meant) {
                return Some(finding.citation.clone());
            }
        }
    }
    None
}

/// The first thing in which an expectation and what was found differ, for each leg it speaks of.
fn failures(
    case: &Case,
    expected: &Expected,
    found: &Determination,
) -> Vec<(Span, String, String)> {
    let legs: Vec<_> = found
        .legs
        .iter()
        .enumerate()
        .filter(|(at, _)| expected.leg.is_none_or(|leg| leg == *at))
        .collect();
    if legs.is_empty() {
        return vec![(
            expected.span,
            say!("`{}` has no such leg", case.id),
            say!("legs are counted from 1"),
        )];
    }
    let wanted = expected.outcome.word();
    let mut failures = Vec::new();
    let mut fail = |what: String, help: String| failures.push((expected.span, what, help));
    if expected.under.is_none() && expected.leg.is_none() && found.outcome != expected.outcome {
        fail(
            say!(
                "`{}` is expected to be {wanted} and is {}",
                case.id,
                found.outcome.word()
            ),
            why(found),
        );
        return failures;
    }
    for (_, leg) in legs {
        let of = |gateway: &&GatewayDetermination| {
            expected.under.as_ref().is_none_or(|under| {
                gateway.objective.as_ref() == Some(under) || gateway.gateway == *under
            })
        };
        let gateways: Vec<&GatewayDetermination> = leg.gateways.iter().filter(of).collect();
        let outcome = match expected.under {
            Some(_) => together(&gateways),
            None => leg.outcome,
        };
        let place = expected
            .under
            .as_ref()
            .map(|under| say!(" under `{under}`"))
            .unwrap_or_default();
        // What decides must be said of some gateway that has the outcome.
        let decided: Vec<&&GatewayDetermination> = gateways
            .iter()
            .filter(|gateway| gateway.outcome == expected.outcome)
            .collect();
        let reasons = || {
            gateways
                .first()
                .map(|gateway| reasons(gateway))
                .unwrap_or_default()
        };
        if outcome != expected.outcome && (expected.under.is_some() || expected.leg.is_some()) {
            fail(
                say!(
                    "`{}` is expected to be {wanted}{place} and is {}",
                    case.id,
                    outcome.word()
                ),
                reasons(),
            );
        } else if let Some(kind) = expected.kind
            && !decided.iter().any(|gateway| gateway.kind == Some(kind))
        {
            let kinds: Vec<&str> = decided
                .iter()
                .filter_map(|gateway| gateway.kind)
                .map(Kind::word)
                .collect();
            fail(
                say!(
                    "`{}` is not refused as `{}`{place} but as {}",
                    case.id,
                    kind.word(),
                    listed(&kinds)
                ),
                reasons(),
            );
        } else if let Some(by) = &expected.by
            && !decided.iter().any(|gateway| decides(gateway, by))
        {
            fail(
                say!("`{by}` does not decide `{}`{place}", case.id),
                reasons(),
            );
        } else if let Some(on) = &expected.on
            && !decided
                .iter()
                .any(|gateway| gateway.unsettled.iter().any(|point| point.id == *on))
        {
            let points: Vec<&str> = decided
                .iter()
                .flat_map(|gateway| &gateway.unsettled)
                .map(|point| point.id.as_str())
                .collect();
            let help = if points.is_empty() {
                say!("it turns on no point")
            } else {
                say!("it turns on {}", listed(&points))
            };
            fail(say!("`{}` does not turn on `{on}`{place}", case.id), help);
        }
    }
    failures
}

/// Whether a condition is among those that decide a gateway.
fn decides(gateway: &GatewayDetermination, condition: &str) -> bool {
    let mut findings = gateway.reasons.iter();
    findings.any(|finding| {
        finding.condition == condition && crate::determine::decides(finding.truth, gateway.outcome)
    })
}

/// The outcome of several gateways and objectives together, as a leg has it.
fn together(gateways: &[&GatewayDetermination]) -> Outcome {
    let order = [Outcome::Fits, Outcome::Undecided, Outcome::NeedsAdvice];
    let found = order
        .into_iter()
        .find(|outcome| gateways.iter().any(|gateway| gateway.outcome == *outcome));
    found.unwrap_or(Outcome::DoesNotFit)
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
                gateway.outcome.word()
            )
        })
        .collect();
    say!("found: {}", each.join(", "))
}

fn reasons(gateway: &GatewayDetermination) -> String {
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
