//! A brace that is missing at the end of a line, or stands where no block ends: found by the
//! indentation, so that the lines around it are read as they were meant.

use crate::parse::{Parsed, quotes, read};
use crate::{Code, Diagnostic, MAX_SOURCE_BYTES, Source, SourceId, Span};

/// Where more braces than this are out of place, the indentation means something else.
const MOST: usize = 100;

/// A line that says something, without the comment behind it.
struct Row<'a> {
    /// Where its first letter stands.
    start: usize,
    /// How far in it stands.
    indent: usize,
    /// From its first letter to its last.
    code: &'a str,
}

impl Row<'_> {
    fn end(&self) -> usize {
        self.start + self.code.len()
    }

    /// Whether it can be the first line of a block.
    fn begins(&self) -> bool {
        !self.code.starts_with(['"', '[', '}'])
    }

    fn span(&self, source: SourceId) -> Span {
        Span {
            source,
            start: self.start as u32,
            end: self.end() as u32,
        }
    }
}

/// Reads a file with mistakes again with its braces put right, and keeps that if fewer are left.
pub(crate) fn repaired(id: SourceId, source: &Source, parsed: Parsed) -> Parsed {
    if source.text.len() > MAX_SOURCE_BYTES {
        return parsed;
    }
    let mut text = source.text.clone();
    let found = put_right(id, &source.text, &mut text);
    if found.is_empty() {
        return parsed;
    }
    let name = source.name.clone();
    let mut again = read(id, &Source { name, text });
    if again.diagnostics.len() >= parsed.diagnostics.len() {
        return parsed;
    }
    again.diagnostics.extend(found);
    again
        .diagnostics
        .sort_by_key(|diagnostic| diagnostic.span.start);
    again
}

/// Changes a text so that its braces are where the indentation has them, and says what was wrong.
/// No letter moves, so that every place in the changed text is one in the file.
fn put_right(id: SourceId, text: &str, changed: &mut String) -> Vec<Diagnostic> {
    let rows = rows(text);
    let mut found = Vec::new();
    // How far in the lines stand whose blocks are open.
    let mut open: Vec<usize> = Vec::new();
    let mut own = 0;
    let mut after_comma = false;
    for (at, row) in rows.iter().enumerate() {
        if found.len() > MOST {
            return Vec::new();
        }
        let next = rows.get(at + 1).filter(|next| next.begins());
        if row.code.starts_with('}') {
            open.retain(|indent| *indent <= row.indent);
            let below = next.filter(|next| next.indent > row.indent);
            let closes = open.last() == Some(&row.indent);
            if row.code == "}" && (!closes || below.is_some()) {
                changed.replace_range(row.start..row.end(), " ");
                found.push(surplus(row.span(id), below.map(|below| below.span(id))));
            } else {
                open.pop();
            }
            after_comma = false;
            continue;
        }
        if !after_comma && row.begins() {
            own = row.indent;
            open.retain(|indent| *indent < own);
        }
        after_comma = row.code.ends_with(',');
        let below = next.is_some_and(|next| next.indent > own && !after_comma);
        if row.code.ends_with('{') {
            open.push(own);
        } else if below && open_here(text, row.end(), changed) {
            open.push(own);
            let letter = row.code.chars().next_back().map_or(0, char::len_utf8);
            let span = Span {
                start: (row.end() - letter) as u32,
                ..row.span(id)
            };
            let message = "a `{` is missing at the end of this line";
            let help = "write it there, because the lines below stand further in; if they are no block of this line, move them out";
            found.push(Diagnostic::error(Code::MissingPart, span, message).help(help));
        }
    }
    found
}

/// Puts an opening brace behind the end of a line, in place of a space or of the first one below.
fn open_here(text: &str, end: usize, changed: &mut String) -> bool {
    let blank =
        |at: usize, letter: char| text.get(at..).is_some_and(|text| text.starts_with(letter));
    if blank(end, ' ') || blank(end, '\t') {
        changed.replace_range(end..=end, "{");
        return true;
    }
    let line_end = if blank(end, '\r') { "\r\n" } else { "\n" };
    let after = end + line_end.len();
    let empty = blank(after, '\n') || blank(after, '\r');
    // A line that stands further in by one letter would come to stand at the left margin.
    let far = [' ', '\t'].iter().any(|one| blank(after + 1, *one));
    let found = text.get(end..after) == Some(line_end) && (empty || far);
    if found {
        changed.replace_range(end..=after, &["{", line_end].concat());
    }
    found
}

/// Says that a closing brace is one too many, and of which line a block would have been left out.
fn surplus(span: Span, below: Option<Span>) -> Diagnostic {
    let Some(below) = below else {
        return Diagnostic::error(Code::ClosedTooEarly, span, "this `}` closes nothing")
            .help("remove it, or the one above that closes the declaration too early");
    };
    let message = "this `}` closes a block that goes on below it";
    Diagnostic::error(Code::ClosedTooEarly, span, message)
        .other(below, "this stands further in, so it belongs to the block")
        .help("remove the `}`; if what is below is no part of the block, move it out")
}

/// The lines of a text that are neither empty nor only a comment.
fn rows(text: &str) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let (_, end) = quotes(line);
        let line_code = line.get(..end).unwrap_or(line).trim_end();
        let indented = line_code.trim_start_matches('\u{FEFF}');
        let code = indented.trim_start_matches([' ', '\t']);
        if !code.is_empty() {
            rows.push(Row {
                start: start + line_code.len() - code.len(),
                indent: indented.len() - code.len(),
                code,
            });
        }
        start += line.len();
    }
    rows
}
