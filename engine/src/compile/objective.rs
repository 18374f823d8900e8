//! `objective fuel-poverty "…" [ … ] { under … in force … persons … condition … caveat … }`

use wicketgate_grammar::{Code, Line};

use super::cursor::{Cursor, Seen};
use super::head::head;
use super::names::What;
use super::paragraph::paragraphs_named;
use super::schedule::is;
use super::{Cx, caveat, condition, in_force, specified};
use crate::model::{Index, Objective};

/// The words with which the lines of an objective start.
const LINES: [&str; 11] = [
    "under",
    "about",
    "in",
    "partly",
    "persons",
    "providers",
    "unsettled",
    "reaches",
    "skips",
    "condition",
    "caveat",
];

/// Declares the objective, so that cases and notes can name it.
pub(super) fn declare(cx: &mut Cx, item: &Line) {
    let (id, title, cites) = head(
        cx,
        item,
        "objective",
        What::Objective,
        cx.book.objectives.len(),
    );
    cx.book.objectives.push(Objective {
        id,
        title,
        about: None,
        gateway: Index::MAX,
        in_force: Vec::new(),
        persons: Vec::new(),
        unsettled: Vec::new(),
        providers: None,
        conditions: Vec::new(),
        caveats: Vec::new(),
        cites,
    });
}

/// Reads the lines of an objective.
pub(super) fn read(cx: &mut Cx, index: usize, item: &Line) {
    let Some(mut objective) = cx.book.objectives.get_mut(index).map(std::mem::take) else {
        return;
    };
    let owner = format!("objective.{}", objective.id);
    let mut seen = Seen::default();
    let mut ranges = Vec::new();
    let mut settled: Vec<Index> = Vec::new();
    // Whether a line that says which paragraphs are meant has a mistake of its own.
    let mut doubtful = false;
    // Whether a line that may have been meant to say who they are was seen.
    let mut listed = false;
    let mut schedule = None;
    for line in item.lines() {
        let mut cursor = Cursor::new(line);
        let word = line.keyword().map_or("", |word| word.value.as_str());
        let mistakes = cx.diagnostics.len();
        match word {
            "under" => {
                seen.once(cx, line, word);
                if let Some(name) = cursor.name(cx, "the name of a gateway") {
                    objective.gateway = cx.find(What::Gateway, name).unwrap_or(Index::MAX);
                    cursor.end(cx);
                }
            }
            "about" => {
                seen.once(cx, line, word);
                objective.about = Some(cursor.text(cx, &[&owner, "about"]));
                cursor.end(cx);
            }
            "in" | "partly" => objective.in_force.extend(in_force::read(cx, line)),
            "persons" => {
                listed = true;
                let found = specified::read(cx, cursor, &mut schedule, &mut ranges);
                objective.persons.extend(found);
            }
            "providers" => {
                seen.once(cx, line, word);
                if cursor.expect(cx, "to them") {
                    objective.providers = Some(cursor.cites(cx));
                    cursor.end(cx);
                }
            }
            "unsettled" => {
                let Some(schedule) = schedule else {
                    before_persons(cx, line, listed);
                    continue;
                };
                objective
                    .unsettled
                    .extend(specified::unsettled(cx, cursor, schedule));
            }
            // The author says that an inserted paragraph is, or is not, meant by a range.
            "reaches" | "skips" => {
                let Some(schedule) = schedule else {
                    before_persons(cx, line, listed);
                    continue;
                };
                let names = cursor.names(cx, "a paragraph");
                let named: Vec<Index> = paragraphs_named(cx, schedule, &names)
                    .into_iter()
                    .flat_map(|range| range.entries)
                    .collect();
                cursor.cites(cx);
                cursor.end(cx);
                if word == "skips" {
                    objective
                        .persons
                        .iter_mut()
                        .for_each(|persons| persons.entries.retain(|entry| !named.contains(entry)));
                }
                settled.extend(named);
            }
            "condition" => objective
                .conditions
                .extend(condition::read(cx, &owner, line)),
            "caveat" => objective.caveats.extend(caveat::read(cx, &owner, line)),
            _ => {
                listed = true;
                cx.unknown_keyword(line, "a line of an objective", &LINES);
            }
        }
        doubtful |=
            ["unsettled", "reaches", "skips"].contains(&word) && cx.diagnostics.len() > mistakes;
    }
    for (needed, found) in [
        ("under", seen.has("under")),
        ("in force from", in_force::stands_in(item)),
        ("persons of", schedule.is_some() || has_persons(item)),
    ] {
        if !found {
            cx.missing_line(item, needed);
        }
    }
    if !doubtful {
        let of_gateway = cx
            .book
            .gateways
            .get(objective.gateway)
            .and_then(|gateway| gateway.schedule);
        if let (Some(schedule), Some(of_gateway)) = (schedule, of_gateway)
            && schedule != of_gateway
        {
            let span = item.keyword().map_or(item.span, |word| word.span);
            cx.error(
                Code::WrongKind,
                span,
                say!("its persons are of another schedule than its gateway"),
            )
            .help = Some(say!("name the schedule of the gateway behind `persons of`"));
        }
        specified::inserted(cx, &objective, &ranges, &settled);
    }
    if let Some(slot) = cx.book.objectives.get_mut(index) {
        *slot = objective;
    }
}

/// Whether a line lists persons; if it has a mistake, that was reported.
fn has_persons(item: &Line) -> bool {
    item.lines().iter().any(|line| is(line, "persons"))
}

/// Reports a line about persons above the line that lists them, unless that line has a mistake of its own.
fn before_persons(cx: &mut Cx, line: &Line, listed: bool) {
    if listed {
        return;
    }
    cx.error(
        Code::MissingLine,
        line.span,
        say!("this stands before the `persons` line"),
    )
    .help = Some(say!("put it below the `persons` line"));
}
