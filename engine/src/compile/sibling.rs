//! `text question.aims.hint "…"`: what a text is in another language, in a file such as
//! `questions.cy.gate`. Only texts come from such a file, so the law is the same in every language.

#[cfg(feature = "authoring")]
use std::collections::HashMap;

#[cfg(feature = "authoring")]
use wicketgate_grammar::{Code, Label, Span};
use wicketgate_grammar::{Line, Part};

use super::Cx;
#[cfg(feature = "authoring")]
use super::cursor::Cursor;
#[cfg(feature = "authoring")]
use crate::Text;
#[cfg(feature = "authoring")]
use crate::suggest::meant;

/// The language of a file by its name, such as `cy` of `questions.cy.gate`; none for the law itself.
pub fn language(name: &str) -> Option<&str> {
    let mut parts = name.rsplit('.');
    parts.next();
    let language = parts.next()?;
    parts.next()?;
    (!language.bytes().any(|byte| byte == b'/')).then_some(language)
}

/// Whether a text is one by which the rules themselves find something: the name of an entry, or what
/// one of its limits is called. It is never translated, or a translation could change an outcome.
fn is_key(id: &str) -> bool {
    let end = id.rsplit('.').next().unwrap_or("");
    id.starts_with("entry.")
        && (end == "name"
            || end.starts_with("formerly-")
            || end.starts_with("before-")
            || end.starts_with("limit-"))
}

/// Takes the texts of a file in the language that is wanted. What is wrong with them is told elsewhere.
pub(super) fn take(cx: &mut Cx, items: &[Line]) {
    for item in items {
        if let [_, Part::Word(id), Part::Text(said), ..] = item.parts.as_slice()
            && !is_key(&id.value)
        {
            cx.translated.insert(id.value.clone(), cx.said.len());
            cx.said.push(said.value.clone());
        }
    }
}

/// A text of the law, and what it is in other languages.
#[cfg(feature = "authoring")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextListed {
    /// The text with its id.
    pub text: Text,
    /// Where it stands.
    pub span: Span,
    /// Languages, each with the paragraphs in it.
    pub said: Vec<(String, Vec<String>)>,
}

/// The texts that can be translated: not worked cases, which are never published, nor why a provision
/// is left out, which only authors read, nor names.
#[cfg(feature = "authoring")]
pub(super) fn listed(cx: &Cx) -> Vec<TextListed> {
    let mut seen = std::collections::HashSet::new();
    cx.texts
        .iter()
        .filter(|(text, _)| text.paragraphs.iter().any(|one| !one.is_empty()))
        .filter(|(text, _)| !text.id.is_empty() && !text.id.starts_with("case."))
        .filter(|(text, _)| !text.id.contains(".omitted.") && !is_key(&text.id))
        .filter(|(text, _)| seen.insert(text.id.clone()))
        .map(|(text, span)| TextListed {
            text: text.clone(),
            span: *span,
            said: Vec::new(),
        })
        .collect()
}

/// Holds the texts of each language against those of the law.
#[cfg(feature = "authoring")]
pub(super) fn check(cx: &mut Cx, files: &[(String, Vec<Line>)], texts: &mut [TextListed]) {
    let places: HashMap<String, usize> = texts
        .iter()
        .enumerate()
        .map(|(at, listed)| (listed.text.id.clone(), at))
        .collect();
    let mut seen: HashMap<(String, String), Span> = HashMap::new();
    for (language, items) in files {
        for item in items {
            if item.keyword().is_none_or(|word| word.value != "text") {
                cx.unknown_keyword(item, "a line of a file of translations", &["text"]);
                continue;
            }
            let mut cursor = Cursor::new(item);
            let Some(id) = cursor.name(cx, "the id of a text") else {
                continue;
            };
            let Some(said) = cursor.raw_text() else {
                cx.error(Code::MissingPart, cursor.span(), "a text is missing here")
                    .help = Some(say!(
                    "write the text in quotation marks, or remove the line"
                ));
                continue;
            };
            cursor.end(cx);
            let Some(listed) = places.get(&id.value).and_then(|at| texts.get_mut(*at)) else {
                // Where the law has mistakes, the text may be in what was not read.
                if !cx.broken {
                    let ids = places.keys().map(String::as_str);
                    let help = meant(&id.value, ids, || {
                        "`wicketgate texts` lists the ids; if the text is gone, remove this one"
                            .to_owned()
                    });
                    let message = say!("`{}` is the id of no text", id.value);
                    cx.error(Code::UnknownName, id.span, message).help = Some(say!("{help}"));
                }
                continue;
            };
            if let Some(first) = seen.insert((language.clone(), id.value.clone()), id.span) {
                let message = say!("`{}` is translated twice", id.value);
                let diagnostic = cx.error(Code::DuplicateName, id.span, message);
                diagnostic.help = Some(say!("keep one of the two"));
                diagnostic.others.push(Label {
                    span: first,
                    text: say!("the first is here"),
                });
                continue;
            }
            let wanted = placeholders(&listed.text.paragraphs);
            let found = placeholders(&said.value);
            let others = found.iter().filter(|one| !wanted.contains(one));
            // One that is misspelt is one mistake, and not a second that is missing.
            let lost = wanted.iter().filter(|one| !found.contains(one));
            for lost in lost.skip(others.clone().count()) {
                let message = say!("`{lost}` is missing in this translation");
                cx.error(Code::MissingPlaceholder, said.span, message).help = Some(say!(
                    "put `{lost}` where its words belong; it is not translated"
                ));
            }
            for other in others {
                let help = meant(other, wanted.iter().copied(), || {
                    "keep the placeholders of the text that it stands for, and no others".to_owned()
                });
                let message = say!("`{other}` is not in the text that this one stands for");
                cx.error(Code::UnknownPlaceholder, said.span, message).help = Some(say!("{help}"));
            }
            listed.said.push((language.clone(), said.value.clone()));
        }
    }
}

/// The placeholders of a text, such as `{discloser}`.
#[cfg(feature = "authoring")]
fn placeholders(paragraphs: &[String]) -> Vec<&str> {
    let mut found = Vec::new();
    for paragraph in paragraphs {
        let mut rest = paragraph.as_str();
        while let Some(start) = rest.find('{') {
            rest = rest.get(start..).unwrap_or("");
            let Some(end) = rest.find('}') else { break };
            let (one, after) = rest.split_at_checked(end + 1).unwrap_or(("", ""));
            found.push(one);
            rest = after;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_a_file_is_in_its_name() {
        assert_eq!(language("notes/duties.cy.gate"), Some("cy"));
        assert_eq!(language("a.en-x-pseudo.gate"), Some("en-x-pseudo"));
        for law in ["a.gate", "v1.2/a.gate", "a", ""] {
            assert_eq!(language(law), None, "{law}");
        }
    }

    #[test]
    fn placeholders_stand_between_braces() {
        let text = ["{a} and {b-c}".to_owned(), "no { end".to_owned()];
        assert_eq!(placeholders(&text), ["{a}", "{b-c}"]);
    }
}
