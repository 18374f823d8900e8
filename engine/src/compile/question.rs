//! `question aims several "…" { … }`

use wicketgate_grammar::{Code, Line, Spanned};

use super::Cx;
use super::cursor::{Cursor, Seen};
use super::names::What;
use crate::Text;
use crate::model::{AnswerKind, Choice, Question, Scope};
use crate::set::sort_by;
use crate::suggest::{listed, meant};

const KINDS: [&str; 5] = ["yes-no", "choice", "several", "person", "date"];
const SCOPES: [&str; 4] = ["proposal", "leg", "discloser", "recipient"];

/// Reads every question, then sorts them by group, which is the order in which they are asked.
pub(super) fn read_all(cx: &mut Cx, items: &[&Line]) {
    let mut questions: Vec<(Question, Spanned<String>, Option<Spanned<String>>)> = Vec::new();
    for item in items {
        questions.extend(read(cx, item));
    }
    sort_by(&mut questions, |(question, _, _)| question.group);
    for (index, (question, id, _)) in questions.iter().enumerate() {
        cx.declare(What::Question, id, index);
        for (at, option) in question.options.iter().enumerate() {
            let name = Spanned {
                value: option.id.clone(),
                span: id.span,
            };
            // A second one of a name was reported where it stands, here or in a list.
            if question.option(&option.id) == Some(at) {
                cx.declare(What::Choice(index), &name, at);
            }
        }
    }
    let all: Vec<(String, Vec<String>)> = questions
        .iter()
        .map(|(question, _, _)| (question.id.clone(), option_ids(question)))
        .collect();
    for (mut question, id, among) in questions {
        if let Some(among) = among {
            question.among = cx.find(What::Question, &among);
            if question.among.is_some()
                && all
                    .iter()
                    .find(|(name, _)| *name == among.value)
                    .is_some_and(|(_, alike_to)| {
                        let own = option_ids(&question);
                        let known = !cx.broken || !alike_to.is_empty() && !own.is_empty();
                        known && !(question.kind == AnswerKind::Several && *alike_to == own)
                    })
            {
                cx.error(
                    Code::WrongKind,
                    among.span,
                    say!("`{}` has not the same options", among.value),
                )
                .help = Some(say!(
                    "both must be `several` questions with `options from` one list"
                ));
            }
            if question.among.is_some() && among.value == id.value {
                cx.error(
                    Code::Circle,
                    among.span,
                    say!("`{}` is chosen among itself", id.value),
                )
                .help = Some(say!("name another question"));
            }
        }
        cx.book.questions.push(question);
    }
}

/// The options of a question with several answers; none of any other.
fn option_ids(question: &Question) -> Vec<String> {
    match question.kind {
        AnswerKind::Several => question
            .options
            .iter()
            .map(|option| option.id.clone())
            .collect(),
        _ => Vec::new(),
    }
}

fn read(cx: &mut Cx, item: &Line) -> Option<(Question, Spanned<String>, Option<Spanned<String>>)> {
    let mut cursor = Cursor::new(item);
    let id = cursor.name(cx, "the name of the question")?;
    let Some(kind) = one_of(cx, &mut cursor, "the kind of answer", &KINDS) else {
        cx.pass_over_line(item);
        return None;
    };
    let kind = match kind {
        0 => AnswerKind::YesNo,
        1 => AnswerKind::Choice,
        2 => AnswerKind::Several,
        3 => AnswerKind::Person,
        _ => AnswerKind::Date,
    };
    let key = |field: &str| format!("question.{}.{field}", id.value);
    let text = cursor.text(cx, &[&key("text")]);
    let cites = cursor.cites(cx);
    cursor.end_of_parts(cx);
    let mut question = Question {
        id: id.value.clone(),
        kind,
        scope: Scope::Proposal,
        text,
        hint: None,
        why: None,
        error: None,
        none: None,
        options: Vec::new(),
        list: None,
        changeable: true,
        among: None,
        group: cx.book.groups.len(),
        cites,
    };
    if kind == AnswerKind::YesNo {
        question.options = ["yes", "no"]
            .map(|word| Choice {
                id: word.into(),
                text: Text {
                    id: format!("answer.{word}"),
                    ..Text::default()
                },
                hint: None,
                cites: Vec::new(),
            })
            .into();
    }
    let mut among = None;
    let mut seen = Seen::default();
    for line in item.lines() {
        let mut cursor = Cursor::new(line);
        let word = line.keyword().map_or("", |word| word.value.as_str());
        match word {
            "hint" | "why" | "error" | "none" => {
                seen.once(cx, line, word);
                let text = Some(cursor.text(cx, &[&key(word)]));
                match word {
                    "hint" => question.hint = text,
                    "why" => question.why = text,
                    "error" => question.error = text,
                    _ => question.none = text,
                }
                cursor.end(cx);
            }
            "group" => {
                seen.once(cx, line, word);
                if let Some(name) = cursor.name(cx, "the name of a group") {
                    question.group = cx.find(What::Group, name).unwrap_or(question.group);
                    cursor.end(cx);
                }
            }
            "scope" => {
                seen.once(cx, line, word);
                if let Some(scope) = one_of(cx, &mut cursor, "the scope", &SCOPES) {
                    question.scope = match scope {
                        0 => Scope::Proposal,
                        1 => Scope::Leg,
                        2 => Scope::Discloser,
                        _ => Scope::Recipient,
                    };
                    cursor.end(cx);
                }
            }
            "cannot" => {
                seen.once(cx, line, word);
                if cursor.expect(cx, "change") {
                    question.changeable = false;
                    cursor.end(cx);
                }
            }
            "option" => {
                let name = |line| Cursor::new(line).word().filter(|_| is_option(line));
                if let Some(second) = name(line)
                    && question.option(&second.value).is_some()
                {
                    let mut before = item.lines().iter().filter_map(name);
                    let first = before.find(|first| first.value == second.value);
                    let first = first.filter(|first| first.span != second.span);
                    let span = first.map_or(id.span, |first| first.span);
                    cx.declared_twice(What::Choice(0), second, span);
                }
                question.options.extend(option(cx, &id.value, line));
            }
            "options" => {
                seen.once(cx, line, word);
                // Without its list nothing is known of the options.
                let from = cursor.expect(cx, "from");
                cx.broken |= !from;
                if from && let Some(name) = cursor.name(cx, "the name of a list") {
                    options_from(cx, &mut question, name);
                    cursor.end(cx);
                }
            }
            "among" => {
                seen.once(cx, line, word);
                if let Some(name) = cursor.name(cx, "the name of a question") {
                    among = Some(name.clone());
                    cursor.end(cx);
                }
            }
            _ => cx.unknown_keyword(
                line,
                "a line of a question",
                &[
                    "group", "scope", "hint", "why", "option", "options", "none", "among",
                    "cannot", "error",
                ],
            ),
        }
    }
    let takes_options = matches!(kind, AnswerKind::Choice | AnswerKind::Several);
    if takes_options && question.options.is_empty() && !cx.broken {
        cx.missing_line(item, "option");
    }
    if !takes_options && (seen.has("options") || item.lines().iter().any(is_option)) {
        cx.error(
            Code::UnexpectedPart,
            id.span,
            "only a `choice` or `several` question has options of its own",
        )
        .help = Some(say!("remove the options, or change the kind"));
    }
    Some((question, id.clone(), among))
}

/// `option yes-all "…" { hint "…" }`
fn option(cx: &mut Cx, question: &str, line: &Line) -> Option<Choice> {
    let mut cursor = Cursor::new(line);
    let id = cursor.name(cx, "the name of the option")?;
    if ["unknown", "none"].contains(&id.value.as_str()) {
        cx.error(
            Code::DuplicateName,
            id.span,
            say!("`{}` is an answer that every question has", id.value),
        )
        .help = Some(say!("give the option another name"));
    }
    let key = |field: &str| format!("question.{question}.{}.{field}", id.value);
    let text = cursor.text(cx, &[&key("text")]);
    let cites = cursor.cites(cx);
    cursor.end_of_parts(cx);
    let mut hint = None;
    for line in line.lines() {
        let mut cursor = Cursor::new(line);
        match line.keyword().map_or("", |word| word.value.as_str()) {
            "hint" => {
                hint = Some(cursor.text(cx, &[&key("hint")]));
                cursor.end(cx);
            }
            _ => cx.unknown_keyword(line, "a line of an option", &["hint"]),
        }
    }
    Some(Choice {
        id: id.value.clone(),
        text,
        hint,
        cites,
    })
}

fn options_from(cx: &mut Cx, question: &mut Question, name: &Spanned<String>) {
    let Some(index) = cx.find(What::List, name) else {
        cx.broken = true;
        return;
    };
    question.list = Some(index);
    let Some(list) = cx.book.lists.get(index) else {
        return;
    };
    let own = question.options.len();
    let mut twice = Vec::new();
    for item in &list.items {
        if question.option(&item.id).is_some_and(|at| at < own) {
            twice.push(item.id.clone());
        }
        question.options.push(Choice {
            id: item.id.clone(),
            text: item.title.clone(),
            hint: item.plainly.clone(),
            cites: item.cites.clone(),
        });
    }
    for value in twice {
        let (_, first) = cx.names.place(What::List, index);
        let name = Spanned {
            value,
            span: name.span,
        };
        cx.declared_twice(What::Choice(0), &name, first);
    }
}

fn is_option(line: &Line) -> bool {
    line.keyword().is_some_and(|word| word.value == "option")
}

/// The position of the next word among a few known ones.
pub(super) fn one_of(
    cx: &mut Cx,
    cursor: &mut Cursor<'_>,
    what: &str,
    known: &[&str],
) -> Option<usize> {
    let word = cursor.name(cx, what)?;
    let found = known.iter().position(|known| *known == word.value);
    if found.is_none() {
        let help = say!(
            "{}",
            meant(&word.value, known.iter().copied(), || format!(
                "it can be {}",
                listed(known)
            ))
        );
        cx.error(
            Code::UnknownKeyword,
            word.span,
            say!("{what} cannot be `{}`", word.value),
        )
        .help = Some(help);
    }
    found
}
