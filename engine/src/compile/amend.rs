//! `amend list disadvantages { … }`: what a rulebook would say if the law were changed.
//!
//! Amendments edit the tree before any declaration is read, so whatever refers to what they change
//! follows by itself, and every mistake keeps the place at which it was written.

use wicketgate_grammar::{Block, Code, Line, Part, Span, Spanned};

use super::cursor::Cursor;
use super::{Cx, ITEMS};
use crate::suggest::{listed, meant};

/// The item that an indicative list has for what it does not name.
const ANOTHER: &str = "another";

/// The key of its words in the `rulebook` declaration.
pub(super) const ANOTHER_SAYS: &str = "another-item";

/// The words with which a line of an amended list starts.
const LIST: [&str; 5] = ["definitive", "indicative", "item", "amend", "omit"];

/// How many declared names a help may list where none is near.
const FEW: usize = 20;

/// Amends declarations, and adds those that are not amendments.
pub(super) fn apply(cx: &mut Cx, items: &mut Vec<Line>, amendments: Vec<Line>) {
    let another = another(items);
    change(cx, items, amendments, &another, "");
}

/// The words for what an indicative list does not name.
fn another(items: &[Line]) -> Vec<String> {
    let of = |line: &&Line, words: &[&str]| {
        let mut parts = line.parts.iter().zip(words);
        parts.all(|(part, wanted)| matches!(part, Part::Word(word) if word.value == *wanted))
    };
    let rulebook = items.iter().find(|item| of(item, &["rulebook"]));
    let mut lines = rulebook.map_or(&[][..], Line::lines).iter();
    let text = lines
        .find(|line| of(line, &["says", ANOTHER_SAYS]))
        .and_then(|line| line.parts.get(2));
    match text {
        Some(Part::Text(text)) => text.value.clone(),
        _ => vec!["Another, not listed".to_owned()],
    }
}

/// Makes changes to the lines of a block, or to the declarations of a rulebook: `inside` says of what.
fn change(
    cx: &mut Cx,
    lines: &mut Vec<Line>,
    changes: Vec<Line>,
    another: &[String],
    inside: &str,
) {
    for line in changes {
        match line.keyword().map_or("", |word| word.value.as_str()) {
            "amend" => {
                let found = find(cx, lines, &line, inside);
                if let Some(target) = found.and_then(|at| lines.get_mut(at)) {
                    amend(cx, target, line, another);
                }
            }
            "omit" => {
                let found = find(cx, lines, &line, inside);
                if let Some(block) = &line.block {
                    let span = block.lines.first().map_or(line.span, |line| line.span);
                    cx.error(Code::UnexpectedPart, span, "what is omitted has no block")
                        .help = Some(say!(
                        "to omit a line of it, write `amend` and put `omit` inside"
                    ));
                } else if let Some(at) = found {
                    lines.remove(at);
                }
            }
            _ => lines.push(line),
        }
    }
}

/// Makes the changes of one `amend` to the declaration or line that it names.
fn amend(cx: &mut Cx, target: &mut Line, line: Line, another: &[String]) {
    let end = line.parts.last().map_or(line.span, |part| part.span());
    let Some(block) = line.block else {
        cx.error(Code::MissingPart, end, "what changes is missing here")
            .help = Some(say!(
            "open a block with `{{`: its lines are added, and `omit` removes one"
        ));
        return;
    };
    let is_list = target.keyword().is_some_and(|word| word.value == "list");
    let mut changes = Vec::new();
    let mut added = Vec::new();
    for line in block.lines {
        match line.keyword() {
            Some(word)
                if is_list && ["definitive", "indicative"].contains(&word.value.as_str()) =>
            {
                added.extend(close_or_open(cx, target, &line, word, another));
            }
            // The list itself would be said to have only items.
            Some(word) if is_list && !LIST.contains(&word.value.as_str()) => {
                cx.unknown_keyword(&line, "a change of a list", &LIST);
            }
            _ => changes.push(line),
        }
    }
    let inside = words(line.parts.get(1..).unwrap_or_default());
    let own = target.block.get_or_insert(Block {
        lines: Vec::new(),
        comments: Vec::new(),
        broken: false,
    });
    own.broken |= block.broken;
    change(cx, &mut own.lines, changes, another, &inside);
    own.lines.extend(added);
}

/// Makes a list definitive, or indicative, and then gives the item for what it does not name.
fn close_or_open(
    cx: &mut Cx,
    list: &mut Line,
    line: &Line,
    word: &Spanned<String>,
    another: &[String],
) -> Option<Line> {
    let mut cursor = Cursor::new(line);
    let indicative = word.value == "indicative";
    let text = if indicative { cursor.raw_text() } else { None };
    cursor.end(cx);
    // Where its declaration says neither, that is a mistake of its own.
    let Some(Part::Word(kind)) = list.parts.get_mut(2) else {
        return None;
    };
    if *kind.value == *word.value {
        let message = say!("this list is {} already", word.value);
        cx.error(Code::UnexpectedPart, word.span, message).help = Some(say!("remove the line"));
        return None;
    }
    *kind = word.clone();
    let spanned = |value: &str| {
        Part::Word(Spanned {
            value: value.to_owned(),
            span: word.span,
        })
    };
    let text = text.cloned().unwrap_or_else(|| Spanned {
        value: another.to_vec(),
        span: word.span,
    });
    indicative.then(|| Line {
        span: line.span,
        parts: vec![spanned("item"), spanned(ANOTHER), Part::Text(text)],
        block: None,
        comments: Vec::new(),
        remark: None,
        gap: false,
    })
}

/// The one line that begins with what stands behind `amend` or `omit`, or a report that there is none.
fn find(cx: &mut Cx, lines: &[Line], line: &Line, inside: &str) -> Option<usize> {
    let wanted = line.parts.get(1..).unwrap_or_default();
    let (Some(first), Some(last)) = (wanted.first(), wanted.last()) else {
        let message = if inside.is_empty() {
            say!("the declaration is missing here")
        } else {
            say!("the beginning of the line is missing here")
        };
        cx.error(Code::MissingPart, line.span, message).help =
            Some(say!("write its first words, such as `list` and the name"));
        return None;
    };
    let span = Span {
        end: last.span().end,
        ..first.span()
    };
    let common = |line: &Line| {
        let pairs = line.parts.iter().zip(wanted);
        pairs.take_while(|(one, other)| same(one, other)).count()
    };
    let found: Vec<usize> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| common(line) == wanted.len())
        .map(|(at, _)| at)
        .collect();
    let place = if inside.is_empty() {
        "declaration".to_owned()
    } else {
        format!("line of `{inside}`")
    };
    match found.as_slice() {
        [one] => return Some(*one),
        [] => {}
        several => {
            let message = if inside.is_empty() {
                say!("{} declarations begin with this", several.len())
            } else {
                say!("{} lines of `{inside}` begin with this", several.len())
            };
            cx.error(Code::MissingPart, span, message).help =
                Some(say!("write more of its words, so that only one is meant"));
            return None;
        }
    }
    // The first part in which every line differs is the one that is wrong.
    let most = lines.iter().map(common).max().unwrap_or(0);
    let wrong = wanted.get(most)?;
    let known: Vec<&str> = lines
        .iter()
        .filter(|line| common(line) == most)
        .filter_map(|line| match line.parts.get(most) {
            Some(Part::Word(word)) => Some(word.value.as_str()),
            _ => None,
        })
        .collect();
    let word = match wrong {
        Part::Word(word) => word.value.as_str(),
        _ => "",
    };
    if cx.unread.contains_key(word) {
        return None;
    }
    let kinds = inside.is_empty() && most == 0;
    let known = if kinds { ITEMS.to_vec() } else { known };
    let code = if kinds && !ITEMS.contains(&word) {
        Code::UnknownKeyword
    } else {
        Code::UnknownName
    };
    let help = meant(word, known.iter().copied(), || match known.len() {
        1..=FEW => format!("there is {}", listed(&known)),
        _ => "write its first words as they stand in the rule file".to_owned(),
    });
    let message = say!("no {place} begins with `{}`", words(wanted));
    cx.error(code, wrong.span(), message).help = Some(help);
    None
}

/// Whether two parts say the same.
fn same(one: &Part, other: &Part) -> bool {
    match (one, other) {
        (Part::Word(one), Part::Word(other)) => one.value == other.value,
        (Part::Text(one), Part::Text(other)) => one.value == other.value,
        (Part::Comma(_), Part::Comma(_)) => true,
        _ => false,
    }
}

/// The words among parts, as they were written.
fn words(parts: &[Part]) -> String {
    let each = parts.iter().filter_map(|part| match part {
        Part::Word(word) => Some(word.value.as_str()),
        _ => None,
    });
    each.collect::<Vec<_>>().join(" ")
}
