//! `duty`, `step`, `sibling` and the other notes: all have the same lines.

use wicketgate_grammar::{Code, Line};

use super::Cx;
use super::cursor::{Cursor, Seen};
use super::either::objective_or_gateway;
use super::names::What;
use super::question::one_of;
use super::test;
use crate::Outcome;
use crate::model::{Check, Note, NoteKind, Reading, Test, Under};

const LINES: [&str; 10] = [
    "says", "with", "under", "when", "at", "stage", "code", "check", "source", "seen",
];
const OUTCOMES: [Outcome; 4] = [
    Outcome::Fits,
    Outcome::DoesNotFit,
    Outcome::NeedsAdvice,
    Outcome::Undecided,
];

pub(super) fn read_all(cx: &mut Cx, items: &[Line]) {
    for item in items {
        let word = item.keyword().map_or("", |word| word.value.as_str());
        if let Some(kind) = NoteKind::ALL.into_iter().find(|kind| kind.word() == word) {
            read(cx, kind, item);
        }
    }
}

fn read(cx: &mut Cx, kind: NoteKind, item: &Line) {
    let mut cursor = Cursor::new(item);
    let Some(id) = cursor.name(cx, "the name of the note") else {
        return;
    };
    cx.declare(What::Note, id, cx.book.notes.len());
    let key = |field: &str| format!("{}.{}.{field}", kind.word(), id.value);
    let title = cursor.text(cx, &[&key("title")]);
    let cites = cursor.cites(cx);
    cursor.end_of_parts(cx);
    let mut note = Note {
        kind,
        id: id.value.clone(),
        title,
        says: None,
        with: Vec::new(),
        under: Vec::new(),
        when: None,
        at: Vec::new(),
        stage: None,
        code: None,
        checks: Vec::new(),
        sources: Vec::new(),
        seen: None,
        cites,
    };
    let mut seen = Seen::default();
    for line in item.lines() {
        let mut cursor = Cursor::new(line);
        let word = line.keyword().map_or("", |word| word.value.as_str());
        if LINES.contains(&word) && !matches!(word, "check" | "source") {
            seen.once(cx, line, word);
        }
        match word {
            "says" => note.says = Some(cursor.text(cx, &[&key(word)])),
            "code" => note.code = Some(cursor.text(cx, &[&key(word)])),
            "with" => loop {
                let words = OUTCOMES.map(Outcome::word);
                let found = one_of(cx, &mut cursor, "the outcome", &words);
                note.with
                    .extend(found.and_then(|found| OUTCOMES.get(found)));
                if !cursor.comma() {
                    break;
                }
            },
            "under" => {
                for name in cursor.names(cx, "the name of a gateway or objective") {
                    note.under.extend(under(cx, name));
                }
            }
            "when" => {
                note.when = test::read(cx, line, cursor);
                without_route(cx, note.when.as_ref(), line);
                continue;
            }
            "at" => {
                let names = cursor.names(cx, "the name of a question");
                note.at = names
                    .into_iter()
                    .filter_map(|name| cx.find(What::Question, name))
                    .collect();
            }
            "stage" => {
                if let Some(name) = cursor.name(cx, "the name of a stage") {
                    cx.find(What::Stage, name);
                    note.stage = Some(name.value.clone());
                }
            }
            "check" => {
                note.checks.extend(check(
                    cx,
                    line,
                    &format!("{}-{}", key(word), note.checks.len() + 1),
                ));
                continue;
            }
            "source" => {
                let title = cursor.text(cx, &[]).plain();
                if cursor.expect(cx, "link") {
                    let link = cursor.text(cx, &[]).plain();
                    note.sources.push(Reading { title, link });
                }
            }
            "seen" => note.seen = cursor.date(cx),
            _ => {
                cx.unknown_keyword(line, "a line of a note", &LINES);
                continue;
            }
        }
        cursor.end(cx);
    }
    cx.book.notes.push(note);
}

/// `check "Both are in Schedule 7" [ … ] { requires … }`
fn check(cx: &mut Cx, line: &Line, id: &str) -> Option<Check> {
    let mut cursor = Cursor::new(line);
    let text = cursor.text(cx, &[id]);
    let cites = cursor.cites(cx);
    cursor.end_of_parts(cx);
    for line in line.lines() {
        if line.keyword().is_none_or(|word| word.value != "requires") {
            cx.unknown_keyword(line, "a line of a check", &["requires"]);
        }
    }
    let test = test::requirements(cx, line)?;
    without_route(cx, Some(&test), line);
    Some(Check { text, test, cites })
}

fn under(cx: &mut Cx, name: &wicketgate_grammar::Spanned<String>) -> Option<Under> {
    objective_or_gateway(cx, name)?;
    if let Some(index) = cx.names.get(What::Gateway, &name.value) {
        return Some(Under::Gateway(index));
    }
    cx.names
        .get(What::Objective, &name.value)
        .map(Under::Objective)
}

/// A note belongs to a leg and to no single gateway, so tests that need one have no meaning in it.
fn without_route(cx: &mut Cx, test: Option<&Test>, line: &Line) {
    let Some(test) = test else { return };
    let mut of_route = false;
    let mut next = vec![test.clone()];
    // Terms refer to one another, never in a circle, so this ends.
    let mut budget = cx.book.terms.len() + 1;
    while let Some(test) = next.pop().filter(|_| budget > 0) {
        budget -= 1;
        test.each(&mut |test| {
            of_route |= needs_route(test);
            if let Test::Term(term) = test {
                next.extend(cx.book.terms.get(*term).map(|term| term.test.clone()));
            }
        });
    }
    if of_route {
        cx.error(
            Code::WrongKind,
            line.span,
            "this test needs a gateway, and a note belongs to none",
        )
        .help = Some(say!(
            "name the schedule, as in `discloser is in sch7`, or use `under` and `with`"
        ));
    }
}

fn needs_route(test: &Test) -> bool {
    matches!(
        test,
        Test::Listed(_)
            | Test::EntryInForce(_)
            | Test::WithinLimits(_)
            | Test::Specified(_)
            | Test::GatewayInForce
            | Test::ObjectiveInForce
            | Test::Reaches(..)
            | Test::StaysWithin(..)
    )
}
