//! The duties, steps, sibling gateways and other notes that go with the answer for a leg.

use serde::Serialize;

use super::evaluate::Evaluation;
use super::explain::{cited, open_of};
use super::{Determination, GatewayDetermination, Outcome, ProvisionCited, routes};
use crate::model::{Index, Note, NoteKind, Reading, Rulebook, Under};
use crate::set::ordered;
use crate::{Date, Facts, Text, Truth, Verdict};

/// A note that goes with an answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct NoteSaid {
    /// What kind of thing it is.
    pub kind: NoteKind,
    /// Its name.
    pub id: String,
    /// What it says in one line.
    pub title: String,
    /// More on it.
    pub says: String,
    /// The stage of the work it belongs to.
    pub stage: Option<String>,
    /// The paragraph of the code of practice, once someone has looked it up.
    pub code: String,
    /// What decides whether it applies, and what is known of it.
    pub checks: Vec<CheckSaid>,
    /// Where it was read.
    pub sources: Vec<Reading>,
    /// The day on which it was last seen to be so.
    pub seen: Option<Date>,
    /// The provisions behind it.
    pub provisions: Vec<ProvisionCited>,
}

/// A test that is told with a note.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CheckSaid {
    /// What is tested.
    pub text: String,
    /// What is known of it.
    pub truth: Verdict,
    /// The provisions behind it.
    pub provisions: Vec<ProvisionCited>,
}

/// The notes that go with the outcomes of a leg, in the order of the rules.
pub(super) fn said(
    evaluation: &Evaluation<'_>,
    leg: Outcome,
    gateways: &[GatewayDetermination],
) -> Vec<NoteSaid> {
    let book = evaluation.book;
    // Tests of notes need no gateway, which the compiler checks, so any will do.
    let Some(gateway) = book.gateways.first() else {
        return Vec::new();
    };
    let route = evaluation.route(gateway, None);
    let applies = |note: &&Note| {
        goes_with(note, leg, gateways, evaluation)
            && note
                .when
                .as_ref()
                .is_none_or(|test| route.truth(test) == Truth::MET)
    };
    let notes = book
        .notes
        .iter()
        .filter(|note| note.at.is_empty())
        .filter(applies);
    let plain = |text: &Option<Text>| text.as_ref().map(Text::plain).unwrap_or_default();
    notes
        .map(|note| NoteSaid {
            kind: note.kind,
            id: note.id.clone(),
            title: note.title.plain(),
            says: plain(&note.says),
            stage: note.stage.clone(),
            code: plain(&note.code),
            checks: note
                .checks
                .iter()
                .map(|check| CheckSaid {
                    text: check.text.plain(),
                    truth: route.truth(&check.test).verdict(),
                    provisions: check.cites.iter().map(|cite| cited(book, cite)).collect(),
                })
                .collect(),
            sources: note.sources.clone(),
            seen: note.seen,
            provisions: note.cites.iter().map(|cite| cited(book, cite)).collect(),
        })
        .collect()
}

/// Whether a note goes with the outcomes of a leg, apart from its own test.
fn goes_with(
    note: &Note,
    leg: Outcome,
    gateways: &[GatewayDetermination],
    evaluation: &Evaluation<'_>,
) -> bool {
    let found = outcomes_under(note, leg, gateways, evaluation);
    match note.with.as_slice() {
        [] if note.under.is_empty() => true,
        [] => found
            .iter()
            .any(|outcome| matches!(outcome, Outcome::Fits | Outcome::NeedsAdvice)),
        with => found.iter().any(|outcome| with.contains(outcome)),
    }
}

/// The questions that decide only what goes with the answer for a leg that is decided: which duties, steps and other
/// powers are named. No answer to them changes the outcome.
pub fn further(
    rulebook: &Rulebook,
    facts: &Facts,
    found: &Determination,
    leg: usize,
) -> Vec<Index> {
    let (Some(of), Some(found), Some(gateway)) = (
        facts.legs.get(leg),
        found.legs.get(leg),
        rulebook.gateways.first(),
    ) else {
        return Vec::new();
    };
    let mut open = Vec::new();
    if found.outcome == Outcome::Undecided {
        return open;
    }
    let evaluation = Evaluation::new(rulebook, facts, of);
    let route = evaluation.route(gateway, None);
    for note in &rulebook.notes {
        if !note.at.is_empty() || !goes_with(note, found.outcome, &found.gateways, &evaluation) {
            continue;
        }
        if let Some(test) = &note.when {
            open_of(&route, test, &mut open);
        }
        for check in &note.checks {
            open_of(&route, &check.test, &mut open);
        }
    }
    ordered(&open)
}

/// The outcomes a note looks at: the leg's, or those of the gateways and objectives it names.
fn outcomes_under(
    note: &Note,
    leg: Outcome,
    gateways: &[GatewayDetermination],
    evaluation: &Evaluation<'_>,
) -> Vec<Outcome> {
    if note.under.is_empty() {
        return vec![leg];
    }
    let named =
        routes(evaluation.book)
            .into_iter()
            .zip(gateways)
            .filter(|((gateway, objective), _)| {
                note.under.iter().any(|under| match under {
                    Under::Gateway(index) => evaluation
                        .book
                        .gateways
                        .get(*index)
                        .is_some_and(|named| named.id == gateway.id),
                    Under::Objective(index) => evaluation
                        .book
                        .objectives
                        .get(*index)
                        .zip(*objective)
                        .is_some_and(|(named, objective)| named.id == objective.id),
                })
            });
    named.map(|(_, found)| found.outcome).collect()
}
