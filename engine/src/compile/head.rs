//! How a gateway or an objective begins: its name, its title and where the law says so.

use wicketgate_grammar::{Code, Line, Part, Span};

use super::Cx;
use super::cursor::Cursor;
use super::names::What;
use crate::Text;
use crate::model::Cite;

/// Declares what a line begins, and reads its name, title and citations.
pub(super) fn head(
    cx: &mut Cx,
    item: &Line,
    word: &str,
    what: What,
    index: usize,
) -> (String, Text, Vec<Cite>) {
    let mut cursor = Cursor::new(item);
    let Some(id) = cursor.name(cx, &say!("the name of the {word}")) else {
        return Default::default();
    };
    cx.declare(what, id, index);
    let title = cursor.text(cx, &[word, &id.value, "title"]);
    let cites = cursor.cites(cx);
    cursor.end_of_parts(cx);
    if !has_citation(item) {
        uncited(cx, id.span, word);
    }
    (id.value.clone(), title, cites)
}

/// Reports a declaration that does not say where the law says so.
#[cold]
pub(super) fn uncited(cx: &mut Cx, span: Span, word: &str) {
    cx.error(
        Code::MissingCitation,
        span,
        say!("this {word} cites no provision"),
    )
    .help = Some(say!(
        "say where the law says so: an instrument and a provision, in brackets"
    ));
}

/// Whether a line cites anything. A citation that does not resolve is a mistake of its own.
pub(super) fn has_citation(line: &Line) -> bool {
    let mut parts = line.parts.iter();
    parts.any(|part| matches!(part, Part::Citations(_)))
}
