//! `case hmrc-to-gla "…" { on 1 March 2019 … expect does-not-fit under … }`

use wicketgate_grammar::{Code, Line, Span, Spanned};

use super::Cx;
use super::condition::kind;
use super::cursor::{Cursor, Seen};
use super::either::{either, objective_or_gateway};
use super::names::What;
use super::question::one_of;
use crate::cases::{Case, Expected, leg_index};
use crate::model::{AnswerKind, EntryKind, Index};
use crate::suggest::{listed, nearest};
use crate::{Answer, Answers, Facts, Leg, OptionAnswer, Outcome, Person, keep_unknown};

const OUTCOMES: [Outcome; 5] = [
    Outcome::Fits,
    Outcome::DoesNotFit,
    Outcome::NeedsAdvice,
    Outcome::Undecided,
    Outcome::Mixed,
];

pub(super) fn read(cx: &mut Cx, item: &Line) {
    let mut cursor = Cursor::new(item);
    let Some(id) = cursor.name(cx, "the name of the case") else {
        return;
    };
    cx.declare(What::Case, id, cx.book.cases.len());
    let title = cursor.text(cx, &[]).plain();
    let cites = cursor.cites(cx);
    cursor.end_of_parts(cx);
    let mut facts = Facts {
        on: crate::Date::MIN,
        legs: Vec::new(),
        answers: Answers::new(),
    };
    let mut first = Leg::default();
    let mut expected = Vec::new();
    let mut open = None;
    let mut seen = Seen::default();
    for line in item.lines() {
        let mut cursor = Cursor::new(line);
        let word = line.keyword().map_or("", |word| word.value.as_str());
        match word {
            "on" => {
                seen.once(cx, line, word);
                facts.on = cursor.date(cx).unwrap_or(facts.on);
                cursor.end(cx);
            }
            "discloser" | "recipient" => {
                seen.once(cx, line, word);
                end(cx, cursor, word, &mut first);
            }
            "answer" => answer(cx, cursor, &mut facts.answers),
            "leg" => {
                cursor.end_of_parts(cx);
                facts.legs.push(leg(cx, line));
            }
            "expect" => expected.extend(expect(cx, cursor, line)),
            "open" => {
                seen.once(cx, line, word);
                let names = if line.parts.len() > 1 {
                    cursor.names(cx, "the name of a question")
                } else {
                    Vec::new()
                };
                let asked = names
                    .iter()
                    .filter_map(|name| cx.find(What::Question, name).map(|_| name.value.clone()))
                    .collect();
                cursor.end(cx);
                open = Some((asked, line.keyword().map_or(line.span, |word| word.span)));
            }
            _ => cx.unknown_keyword(
                line,
                "a line of a case",
                &[
                    "on",
                    "discloser",
                    "recipient",
                    "leg",
                    "answer",
                    "expect",
                    "open",
                ],
            ),
        }
    }
    if seen.has("discloser") || seen.has("recipient") || facts.legs.is_empty() {
        facts.legs.insert(0, first);
    }
    keep_unknown(&cx.book, &mut facts.answers);
    for leg in &mut facts.legs {
        keep_unknown(&cx.book, &mut leg.answers);
    }
    // A line that could not be read is a mistake of its own.
    let mut words = item.lines().iter().filter_map(Line::keyword);
    let expects = words.any(|word| ["expect", "open"].contains(&word.value.as_str()));
    for (needed, found) in [("on", seen.has("on")), ("expect", expects)] {
        if !found {
            cx.missing_line(item, needed);
        }
    }
    cx.book.cases.push(Case {
        id: id.value.clone(),
        title,
        facts,
        expected,
        cites,
        open,
        span: id.span,
    });
}

/// `leg { discloser … recipient … answer … }`
fn leg(cx: &mut Cx, line: &Line) -> Leg {
    let mut leg = Leg::default();
    for line in line.lines() {
        let cursor = Cursor::new(line);
        match line.keyword().map_or("", |word| word.value.as_str()) {
            word @ ("discloser" | "recipient") => end(cx, cursor, word, &mut leg),
            "answer" => answer(cx, cursor, &mut leg.answers),
            _ => cx.unknown_keyword(
                line,
                "a line of a leg",
                &["discloser", "recipient", "answer"],
            ),
        }
    }
    leg
}

/// `sch4-10`, `sch4-13 named "Hounslow"`, `provider to sch4-10`, `not listed "Police Scotland"`
fn end(cx: &mut Cx, mut cursor: Cursor<'_>, end: &str, leg: &mut Leg) {
    let person = if cursor.eat("provider to") {
        entry(cx, &mut cursor).map(|to| Person::Provider { to })
    } else if cursor.eat("not listed") {
        Some(Person::NotListed(cursor.text(cx, &[]).plain()))
    } else {
        let id = entry(cx, &mut cursor);
        let name = if cursor.eat("named") {
            Some(cursor.text(cx, &[]).plain())
        } else {
            None
        };
        id.map(|id| Person::Body { id, name })
    };
    cursor.end(cx);
    if end == "discloser" {
        leg.discloser = person
    } else {
        leg.recipient = person
    }
}

fn entry(cx: &mut Cx, cursor: &mut Cursor<'_>) -> Option<String> {
    let name = cursor.name(cx, "the name of an entry")?;
    let index = cx.find(What::Person, name)?;
    let of_person = cx
        .book
        .entries
        .get(index)
        .is_some_and(|entry| entry.kind == EntryKind::Person);
    if !of_person {
        cx.error(
            Code::WrongKind,
            name.span,
            say!("`{}` describes service providers", name.value),
        )
        .help = Some(say!(
            "write `provider to` and the body they provide services to"
        ));
    }
    Some(name.value.clone())
}

/// `answer factors homelessness, unemployment`
fn answer(cx: &mut Cx, mut cursor: Cursor<'_>, answers: &mut Answers) {
    let Some(name) = cursor.name(cx, "the name of a question") else {
        return;
    };
    let Some(index) = cx.find(What::Question, name) else {
        return;
    };
    let Some(kind) = cx.book.questions.get(index).map(|question| question.kind) else {
        return;
    };
    let words = cursor.names(cx, "an answer");
    cursor.end(cx);
    let answer = match kind {
        AnswerKind::Several => several(cx, index, &words),
        AnswerKind::Person | AnswerKind::Date => {
            cx.error(
                Code::WrongKind,
                name.span,
                say!("`{}` is not answered here", name.value),
            )
            .help = Some(say!("write `on`, `discloser` or `recipient`"));
            None
        }
        AnswerKind::YesNo | AnswerKind::Choice => match words.as_slice() {
            [word] if word.value == "unknown" => Some(Answer::Unknown),
            [word] => {
                option(cx, index, word, &["unknown"]).map(|_| Answer::Option(word.value.clone()))
            }
            _ => {
                cx.error(
                    Code::WrongKind,
                    name.span,
                    say!("`{}` has one answer", name.value),
                )
                .help = Some(say!("give one answer"));
                None
            }
        },
    };
    if let Some(answer) = answer
        && answers.insert(name.value.clone(), answer).is_some()
    {
        cx.error(
            Code::RepeatedLine,
            name.span,
            say!("`{}` is answered twice", name.value),
        )
        .help = Some(say!("keep one of the two"));
    }
}

/// An option of a question. The words that may stand for an option are among the nearest names.
fn option(cx: &mut Cx, question: Index, word: &Spanned<String>, besides: &[&str]) -> Option<Index> {
    let what = What::Choice(question);
    let near = nearest(
        &word.value,
        cx.names.of(what).chain(besides.iter().copied()),
    );
    let help = (!near.is_empty()).then(|| say!("did you mean {}?", listed(&near)));
    let known = cx.diagnostics.len();
    let found = cx.find(what, word);
    if let (Some(diagnostic), Some(help)) = (cx.diagnostics.get_mut(known), help) {
        diagnostic.help = Some(help);
    }
    found
}

fn several(cx: &mut Cx, question: Index, words: &[&Spanned<String>]) -> Option<Answer> {
    if let [only] = words
        && only.value == "unknown"
    {
        return Some(Answer::Unknown);
    }
    let mut options = litemap::LiteMap::new();
    let mut others = OptionAnswer::No;
    for word in words {
        match word.value.as_str() {
            "none" => {}
            "unknown" => others = OptionAnswer::Unknown,
            _ => {
                option(cx, question, word, &["none", "unknown"])?;
                options.insert(word.value.clone(), OptionAnswer::Yes);
            }
        }
    }
    Some(Answer::Several {
        options,
        others: Some(others),
    })
}

/// `expect does-not-fit under fuel-poverty as purpose by opening-words`, `expect needs-advice in leg 2 on …`
fn expect(cx: &mut Cx, mut cursor: Cursor<'_>, line: &Line) -> Option<Expected> {
    let span = Span {
        end: line
            .parts
            .last()
            .map_or(line.span.end, |part| part.span().end),
        ..line.span
    };
    let words = OUTCOMES.map(Outcome::word);
    let outcome = OUTCOMES
        .get(one_of(cx, &mut cursor, "the outcome", &words)?)
        .copied()?;
    let mut expected = Expected {
        outcome,
        under: None,
        leg: None,
        kind: None,
        by: None,
        on: None,
        span,
    };
    loop {
        if cursor.eat("in leg") {
            let number = cursor.name(cx, "the number of a leg")?;
            expected.leg = number.value.parse().ok().and_then(leg_index);
            if expected.leg.is_none() {
                cx.error(
                    Code::UnexpectedPart,
                    number.span,
                    say!("`{}` is not the number of a leg", number.value),
                )
                .help = Some(say!("legs are counted from 1"));
            }
        } else if cursor.eat("under") {
            let name = cursor.name(cx, "the name of an objective or gateway")?;
            expected.under = Some(objective_or_gateway(cx, name)?);
        } else if cursor.eat("as") {
            expected.kind = Some(kind(cx, &mut cursor)?);
        } else if cursor.eat("by") {
            let name = cursor.name(cx, "the name of a condition")?;
            cx.find(What::Condition, name)?;
            expected.by = Some(name.value.clone());
        } else if cursor.eat("on") {
            let name = cursor.name(cx, "the name of an unsettled point or a question")?;
            expected.on = Some(point_or_question(cx, name)?);
        } else {
            cursor.end(cx);
            return Some(expected);
        }
    }
}

fn point_or_question(cx: &mut Cx, name: &Spanned<String>) -> Option<String> {
    either(
        cx,
        name,
        What::Point,
        What::Question,
        "an unsettled point or a question",
    )
}
