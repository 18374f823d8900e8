//! Why a gateway and objective have the outcome they have.

use super::evaluate::{Route, Who};
use super::names::fill;
use super::{
    CaveatSaid, Finding, GatewayDetermination, Given, OpenPoint, Outcome, ProvisionCited, ids,
    outcome,
};
use crate::facts::OptionAnswer;
use crate::model::{AnswerKind, Caveat, Cite, Condition, End, Index, Kind, Rulebook, Scope, Test};
use crate::set::ordered;
use crate::{Answer, Text, Truth, Verdict};

/// What a finding came from.
#[derive(Debug, Default)]
struct Trail {
    cites: Vec<Cite>,
    given: Vec<Given>,
    points: Vec<Index>,
    /// Questions answered "I do not know" on which it turns.
    unknown: Vec<Index>,
    open: Vec<Index>,
}

/// The determination of a route whose exact truth is known.
pub(super) fn route(route: &Route<'_, '_>, each: &[Truth], whole: Truth) -> GatewayDetermination {
    let book = route.evaluation.book;
    let outcome = outcome(whole);
    let mut reasons = Vec::new();
    let mut turning = Trail::default();
    let mut any = Trail::default();
    let mut kinds: Vec<Kind> = Vec::new();
    let mut other_kinds: Vec<Kind> = Vec::new();
    for (condition, truth, trail) in trails(route, each) {
        let verdict = truth.verdict();
        let kinds = if verdict == Verdict::NotMet {
            &mut kinds
        } else {
            &mut other_kinds
        };
        if verdict != Verdict::Met && !kinds.contains(&condition.kind) {
            kinds.push(condition.kind);
        }
        let points = if verdict == Verdict::Unsettled {
            &mut turning
        } else {
            &mut any
        };
        points.points.extend(&trail.points);
        points.unknown.extend(&trail.unknown);
        reasons.push(finding(route, condition, verdict, trail));
    }
    // Where no single condition decides, all that are not met do together.
    if kinds.is_empty() {
        kinds = other_kinds;
    }
    let advice = outcome == Outcome::NeedsAdvice;
    if advice && turning.points.is_empty() && turning.unknown.is_empty() {
        turning = any;
    }
    for list in [&mut turning.points, &mut turning.unknown] {
        *list = ordered(list);
    }
    let unsettled = match outcome {
        Outcome::NeedsAdvice | Outcome::Undecided => {
            unsettled(book, &turning.points, &turning.unknown)
        }
        _ => Vec::new(),
    };
    let refused = outcome == Outcome::DoesNotFit;
    GatewayDetermination {
        gateway: route.gateway.id.clone(),
        objective: route.objective.map(|objective| objective.id.clone()),
        title: route
            .objective
            .map_or(&route.gateway.title, |objective| &objective.title)
            .plain(),
        outcome,
        kind: kinds.first().copied().filter(|_| refused),
        kinds: if refused { kinds } else { Vec::new() },
        reasons,
        caveats: caveats(route, outcome),
        unsettled,
        open: Vec::new(),
    }
}

/// The questions that keep a route open, by its conditions.
pub(super) fn open_in(route: &Route<'_, '_>, each: &[Truth], whole: Truth) -> Vec<Index> {
    let trails = trails(route, each).into_iter();
    let changing = trails.filter(|(_, truth, _)| truth.can_change(whole));
    let open: Vec<Index> = changing.flat_map(|(_, _, trail)| trail.open).collect();
    ordered(&open)
}

/// The questions that keep a test open.
pub(super) fn open_of(route: &Route<'_, '_>, test: &Test, open: &mut Vec<Index>) {
    if route.truth(test).verdict() == Verdict::Unknown {
        let mut trail = Trail::default();
        follow(route, test, &mut trail);
        open.append(&mut trail.open);
    }
}

/// Each condition that matters, with what its truth came from.
fn trails<'a>(route: &Route<'_, 'a>, each: &[Truth]) -> Vec<(&'a Condition, Truth, Trail)> {
    let mut trails = Vec::new();
    for ((_, condition), truth) in route.conditions().zip(each) {
        let when = condition.when.as_ref();
        if when.is_some_and(|when| route.truth(when) == Truth::NOT_MET) {
            continue;
        }
        let mut trail = Trail::default();
        follow(route, &condition.test, &mut trail);
        if let Some(when) = when.filter(|when| route.truth(when) != Truth::MET) {
            follow(route, when, &mut trail);
        }
        trail.cites.extend(&condition.cites);
        trails.push((condition, *truth, trail));
    }
    trails
}

fn finding(
    route: &Route<'_, '_>,
    condition: &Condition,
    truth: Verdict,
    mut trail: Trail,
) -> Finding {
    let book = route.evaluation.book;
    let text = match truth {
        Verdict::Met => condition.met.as_ref(),
        Verdict::NotMet => condition.not_met.as_ref(),
        Verdict::Unsettled => condition.unsettled.as_ref().or_else(|| {
            trail
                .points
                .first()
                .and_then(|point| book.points.get(*point))
                .map(|point| &point.title)
        }),
        Verdict::Unknown => None,
    };
    let because = fill(route, text.unwrap_or(&condition.title));
    trail.open = ordered(&trail.open);
    let mut provisions: Vec<ProvisionCited> = Vec::new();
    for cite in &trail.cites {
        let cited = cited(book, cite);
        if !provisions.contains(&cited) {
            provisions.push(cited);
        }
    }
    let mut provisions = provisions.into_iter();
    let main = provisions.next().unwrap_or(ProvisionCited {
        provision: String::new(),
        citation: String::new(),
        link: String::new(),
    });
    let mut given = Vec::new();
    for answer in trail.given {
        if !given.contains(&answer) {
            given.push(answer);
        }
    }
    Finding {
        condition: condition.id.clone(),
        title: condition.title.plain(),
        provision: main.provision,
        citation: main.citation,
        link: main.link,
        also: provisions.collect(),
        truth,
        because,
        kind: condition.kind,
        answers: given,
        open: ids(book, &trail.open),
    }
}

pub(super) fn cited(book: &Rulebook, cite: &Cite) -> ProvisionCited {
    ProvisionCited {
        provision: book.provision(cite),
        citation: book.citation(cite),
        link: book.link(cite),
    }
}

fn caveats(route: &Route<'_, '_>, outcome: Outcome) -> Vec<CaveatSaid> {
    let book = route.evaluation.book;
    let fit = matches!(outcome, Outcome::Fits | Outcome::NeedsAdvice);
    let applies = |caveat: &&Caveat| {
        (fit || !caveat.on_fit)
            && caveat
                .when
                .as_ref()
                .is_none_or(|test| route.truth(test) == Truth::MET)
    };
    let own = route
        .objective
        .map_or(&[][..], |objective| objective.caveats.as_slice());
    let said = |id: &str, text: String, limit: bool, cites: &[Cite]| CaveatSaid {
        id: id.to_owned(),
        text,
        limit,
        provisions: cites.iter().map(|cite| cited(book, cite)).collect(),
    };
    let mut caveats: Vec<CaveatSaid> = Vec::new();
    if fit {
        caveats.extend(
            book.limits
                .iter()
                .map(|limit| said(&limit.id, limit.says.plain(), true, &limit.cites)),
        );
    }
    caveats.extend(
        own.iter()
            .chain(&route.gateway.caveats)
            .filter(applies)
            .map(|caveat| said(&caveat.id, fill(route, &caveat.text), false, &caveat.cites)),
    );
    caveats
}

fn unsettled(book: &Rulebook, points: &[Index], unknown: &[Index]) -> Vec<OpenPoint> {
    let of_law = points
        .iter()
        .filter_map(|index| book.points.get(*index))
        .map(|point| OpenPoint {
            id: point.id.clone(),
            text: point.title.plain(),
            says: point.says.plain(),
            ask: point.ask.plain(),
            provisions: point.cites.iter().map(|cite| cited(book, cite)).collect(),
        });
    let says = |key: &str| book.says(key).map(Text::plain).unwrap_or_default();
    let of_person = unknown
        .iter()
        .filter_map(|index| book.questions.get(*index))
        .map(|question| OpenPoint {
            id: question.id.clone(),
            text: question.text.plain(),
            says: says("answer-unknown"),
            ask: says("answer-unknown-ask"),
            provisions: question
                .cites
                .iter()
                .map(|cite| cited(book, cite))
                .collect(),
        });
    of_law.chain(of_person).collect()
}

/// Collects what the truth of a test came from: of a conjunction that fails, the part that fails; of
/// an alternative that holds, the part that holds; of anything open, what keeps it open.
fn follow(route: &Route<'_, '_>, test: &Test, trail: &mut Trail) {
    let truth = route.truth(test);
    let decisive = |tests: &[Test], trail: &mut Trail, enough: Verdict| {
        let of = |test: &Test| route.truth(test).verdict();
        if truth.verdict() == enough {
            if let Some(test) = tests.iter().find(|test| of(test) == enough) {
                follow(route, test, trail);
            }
        } else {
            let unsettled = truth.verdict() == Verdict::Unsettled;
            for test in tests {
                let (points, unknown) = (trail.points.len(), trail.unknown.len());
                follow(route, test, trail);
                // What is settled for itself does not leave the whole unsettled.
                if unsettled && matches!(of(test), Verdict::Met | Verdict::NotMet) {
                    trail.points.truncate(points);
                    trail.unknown.truncate(unknown);
                }
            }
        }
    };
    match test {
        Test::All(tests) => decisive(tests, trail, Verdict::NotMet),
        Test::Any(tests) => decisive(tests, trail, Verdict::Met),
        Test::AtLeast(_, tests) => {
            // What is met counts, and where the count is not reached what is open or missing too.
            let met = truth.verdict() == Verdict::Met;
            tests
                .iter()
                .filter(|test| !met || route.truth(test) == Truth::MET)
                .for_each(|test| follow(route, test, trail));
        }
        Test::Not(test) => follow(route, test, trail),
        Test::Term(term) => {
            if let Some(term) = route.evaluation.book.terms.get(*term) {
                trail.cites.extend(&term.cites);
                follow(route, &term.test, trail);
            }
        }
        Test::Answer { question, option } => answer(route, *question, *option, trail),
        Test::Unsettled(point) => trail.points.push(*point),
        Test::DateFrom(_) => {}
        Test::GatewayInForce => dates(route, route.extent(crate::model::Extent::Gateway), trail),
        Test::ObjectiveInForce => {
            dates(route, route.extent(crate::model::Extent::Objective), trail)
        }
        Test::Reaches(question, extent) | Test::StaysWithin(question, extent) => {
            dates(route, route.extent(*extent), trail);
            let options = route
                .evaluation
                .book
                .questions
                .get(*question)
                .map_or(0, |question| question.options.len());
            (0..options).for_each(|option| answer(route, *question, option, trail));
        }
        Test::OneBody | Test::OneClass => [End::Discloser, End::Recipient]
            .into_iter()
            .for_each(|end| known(route, end, trail)),
        Test::Listed(end)
        | Test::InSchedule(end, _)
        | Test::EntryInForce(end)
        | Test::WithinLimits(end)
        | Test::Specified(end)
        | Test::Provider(end)
        | Test::Among(end, _) => {
            known(route, *end, trail);
            if let Some(who) = route.evaluation.who(*end) {
                person(route, test, *end, who, trail);
            }
        }
    }
}

/// The provisions and points behind a test about someone who is known.
fn person(route: &Route<'_, '_>, test: &Test, end: End, who: Who<'_>, trail: &mut Trail) {
    let on = route.evaluation.on;
    match test {
        Test::Listed(_) | Test::EntryInForce(_) => {
            for entry in route.entries(who) {
                trail.cites.extend(&entry.cites);
                trail.points.extend(
                    entry
                        .unsettled
                        .iter()
                        .filter(|(from, _)| *from <= on)
                        .map(|(_, point)| *point),
                );
            }
        }
        Test::InSchedule(_, schedule) => {
            for entry in route.entries_in(*schedule, who) {
                trail.cites.extend(&entry.cites);
            }
        }
        Test::WithinLimits(_) => {
            let entries = route.entries(who);
            trail.cites.extend(
                entries
                    .first()
                    .map(|entry| entry.cites.as_slice())
                    .unwrap_or_default(),
            );
            let tests = route.limits(end, who);
            let failing = tests
                .iter()
                .find(|test| route.truth(test) == Truth::NOT_MET);
            match failing {
                Some(test) => follow(route, test, trail),
                None => tests
                    .into_iter()
                    .for_each(|test| follow(route, test, trail)),
            }
        }
        Test::Specified(_) => {
            let (_, cites, point) = route.specified(who);
            trail.cites.extend(cites);
            trail.points.extend(point);
        }
        _ => {}
    }
}

/// What was answered, or that it is open.
fn answer(route: &Route<'_, '_>, question: Index, option: Index, trail: &mut Trail) {
    let evaluation = route.evaluation;
    let Some(asked) = evaluation.book.questions.get(question) else {
        return;
    };
    let id = asked
        .options
        .get(option)
        .map(|option| option.id.clone())
        .unwrap_or_default();
    // What is chosen among other answers depends on those first.
    if let Some((among, option)) = asked
        .among
        .and_then(|among| Some((among, evaluation.book.questions.get(among)?.option(&id)?)))
    {
        answer(route, among, option, trail);
        if evaluation.chosen(among, option) != Truth::MET {
            return;
        }
    }
    let mut given = |option: Option<String>, answer: &str| {
        trail.given.push(Given {
            question: asked.id.clone(),
            option,
            answer: answer.to_owned(),
        })
    };
    match evaluation.answer(question) {
        None => trail.open.push(question),
        Some(Answer::Unknown) => {
            given(None, "unknown");
            trail.unknown.push(question);
        }
        Some(Answer::Option(chosen)) => given(None, chosen),
        Some(Answer::Several { options, others }) => match options.get(&id).copied().or(*others) {
            Some(OptionAnswer::Yes) => given(Some(id), "yes"),
            Some(OptionAnswer::No) => given(Some(id), "no"),
            Some(OptionAnswer::Unknown) => {
                given(Some(id), "unknown");
                trail.unknown.push(question);
            }
            None => trail.open.push(question),
        },
    }
}

/// The instruments that brought something into force, and the points that make it doubtful.
fn dates(route: &Route<'_, '_>, periods: &[crate::model::InForce], trail: &mut Trail) {
    let on = route.evaluation.on;
    let current: Vec<_> = periods
        .iter()
        .filter(|in_force| in_force.period.contains(on))
        .collect();
    let settled = current.iter().any(|in_force| in_force.unsettled.is_none());
    for in_force in if current.is_empty() {
        periods.iter().collect()
    } else {
        current
    } {
        trail.cites.extend(&in_force.cites);
        if !settled {
            trail.points.extend(in_force.unsettled);
        }
    }
}

/// Who stands at an end, or that it is open.
fn known(route: &Route<'_, '_>, end: End, trail: &mut Trail) {
    let scope = match end {
        End::Discloser => Scope::Discloser,
        End::Recipient => Scope::Recipient,
    };
    let question = route
        .evaluation
        .book
        .questions
        .iter()
        .position(|question| question.kind == AnswerKind::Person && question.scope == scope);
    if route.evaluation.who(end).is_none() {
        trail.open.extend(question);
    }
}
