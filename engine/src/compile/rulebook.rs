//! `rulebook "…" { … }`

use wicketgate_grammar::{Code, Label, Line};

use super::Cx;
use super::cursor::{Cursor, Seen};
use super::names::What;
use crate::model::Limit;
#[cfg(feature = "authoring")]
use crate::suggest::{listed, nearest};

/// The texts that pages and answers show, by key.
#[cfg(feature = "authoring")]
const SAYS: [&str; 39] = [
    "independence",
    "advice",
    "attribution",
    "privacy",
    "contact",
    "start-heading",
    "start-intro",
    "start-before",
    "start-scope",
    "start-time",
    "heading-fits-one",
    "heading-fits",
    "heading-not-needed",
    "fits",
    "does-not-fit",
    "needs-advice",
    "undecided",
    "mixed",
    "kind-not-listed",
    "kind-no-objective",
    "kind-one-end",
    "kind-purpose",
    "kind-too-few-factors",
    "kind-not-adverse",
    "kind-wrong-nation",
    "kind-not-in-force",
    "kind-no-gateway-needed",
    "other-powers",
    "consent",
    "agency",
    "answer-unknown",
    "answer-unknown-ask",
    "provider-name",
    "not-listed-name",
    "the-discloser",
    "the-recipient",
    "period-from",
    "period-until",
    super::amend::ANOTHER_SAYS,
];

pub(super) fn read(cx: &mut Cx, item: &Line) {
    if let Some(first) = cx.rulebook {
        let diagnostic = cx.error(
            Code::DuplicateName,
            item.span,
            "a second `rulebook` declaration",
        );
        diagnostic.help = Some(say!("put its lines into the first"));
        diagnostic.others.push(Label {
            span: first,
            text: say!("the first is here"),
        });
        return;
    }
    cx.rulebook = Some(item.keyword().map_or(item.span, |word| word.span));
    let mut cursor = Cursor::new(item);
    cx.book.title = cursor.text(cx, &["rulebook.title"]);
    cursor.end_of_parts(cx);
    let mut seen = Seen::default();
    for line in item.lines() {
        let mut cursor = Cursor::new(line);
        match line.keyword().map_or("", |word| word.value.as_str()) {
            "law" => {
                seen.once(cx, line, "law");
                if cursor.expect(cx, "as at") {
                    cx.book.law_as_at = cursor.date(cx);
                    cursor.end(cx);
                }
            }
            "nations" => {
                seen.once(cx, line, "nations");
                if cursor.expect(cx, "are")
                    && let Some(name) = cursor.name(cx, "the name of a list")
                {
                    cx.book.nations = cx.find(What::List, name);
                    cx.broken |= cx.book.nations.is_none();
                    cursor.end(cx);
                }
            }
            "groups" => {
                seen.once(cx, line, "groups");
                for name in cursor.names(cx, "the name of a group") {
                    cx.declare(What::Group, name, cx.book.groups.len());
                    cx.book.groups.push(name.value.clone());
                }
                cursor.end(cx);
            }
            "says" => {
                let Some(key) = cursor.name(cx, "what the text is for") else {
                    continue;
                };
                seen.once(cx, line, &format!("says {}", key.value));
                #[cfg(feature = "authoring")]
                if !SAYS.contains(&key.value.as_str()) {
                    let message = say!("pages show no text named `{}`", key.value);
                    let near = nearest(&key.value, SAYS);
                    let known = if near.is_empty() { &SAYS[..] } else { &near };
                    let help = say!("did you mean {}?", listed(known));
                    cx.error(Code::UnknownName, key.span, message).help = Some(help);
                }
                let text = cursor.text(cx, &["rulebook", "says", &key.value]);
                cursor.end(cx);
                cx.book.says.push((key.value.clone(), text));
            }
            "stage" => {
                let Some(name) = cursor.name(cx, "the name of the stage") else {
                    continue;
                };
                cx.declare(What::Stage, name, cx.book.stages.len());
                let title = cursor.text(cx, &["stage", &name.value]);
                cursor.end(cx);
                cx.book.stages.push((name.value.clone(), title));
            }
            "limit" => limit(cx, line),
            "avoid" => {
                let _words = cursor.texts(cx, "a word in quotation marks");
                cursor.end(cx);
                #[cfg(feature = "authoring")]
                for word in _words {
                    cx.avoid.push(word.value.join(" ").to_lowercase());
                }
            }
            _ => cx.unknown_keyword(
                line,
                "a line of the rulebook",
                &[
                    "law", "nations", "groups", "says", "stage", "limit", "avoid",
                ],
            ),
        }
    }
    if !seen.has("law") {
        cx.missing_line(item, "law as at");
    }
}

/// `limit data-protection "…" [DEA s.40(8)] { says "…" }`
fn limit(cx: &mut Cx, line: &Line) {
    let mut cursor = Cursor::new(line);
    let Some(id) = cursor.name(cx, "the name of the limit") else {
        return;
    };
    let title = cursor.text(cx, &["limit", &id.value, "title"]);
    let cites = cursor.cites(cx);
    cursor.end_of_parts(cx);
    let mut says = crate::Text::default();
    for inner in line.lines() {
        let mut cursor = Cursor::new(inner);
        match inner.keyword().map_or("", |word| word.value.as_str()) {
            "says" => {
                says = cursor.text(cx, &["limit", &id.value, "says"]);
                cursor.end(cx);
            }
            _ => cx.unknown_keyword(inner, "a line of a limit", &["says"]),
        }
    }
    if says.is_empty() {
        cx.missing_line(line, "says");
    }
    cx.book.limits.push(Limit {
        id: id.value.clone(),
        title,
        says,
        cites,
    });
}
