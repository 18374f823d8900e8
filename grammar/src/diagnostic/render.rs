//! A diagnostic as plain text.

use std::fmt::Write;

use super::{Diagnostic, Severity};
use crate::{Source, Span};

/// Lines longer than this are cut around the place, so that a file of one line stays readable.
const MAX_WIDTH: usize = 160;

/// The text of a diagnostic, ending with a line break.
pub(super) fn render(diagnostic: &Diagnostic, sources: &[Source]) -> String {
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let mut out = format!(
        "{severity}[{}]: {}\n",
        diagnostic.code.slug(),
        diagnostic.message
    );
    let number_width = place(
        &mut out,
        sources,
        diagnostic.span,
        "-->",
        '^',
        diagnostic.label.as_deref(),
    );
    for other in &diagnostic.others {
        place(&mut out, sources, other.span, ":::", '-', Some(&other.text));
    }
    let margin = " ".repeat(number_width + 1);
    if let Some(help) = &diagnostic.help {
        let _ = writeln!(out, "{margin}= help: {help}");
    }
    if let Some(law) = &diagnostic.law {
        let _ = writeln!(out, "{margin}= law:  {law}");
    }
    out
}

/// Writes one place and returns the width of its line number.
fn place(
    out: &mut String,
    sources: &[Source],
    span: Span,
    arrow: &str,
    mark: char,
    label: Option<&str>,
) -> usize {
    let Some(source) = sources.get(span.source.0 as usize) else {
        return 1;
    };
    let at = source.position(span.start as usize);
    let number = at.line.to_string();
    let margin = " ".repeat(number.len() + 1);
    let line = source.line(at.line);
    let skip = (at.column - 1).saturating_sub(MAX_WIDTH / 2);
    let skip = if line.chars().count() > MAX_WIDTH {
        skip
    } else {
        0
    };
    let shown: String = line
        .chars()
        .skip(skip)
        .take(MAX_WIDTH)
        .map(|c| if c == '\t' { ' ' } else { c })
        .collect();
    let before = at.column - 1 - skip;
    let marked = source
        .text
        .get(span.start as usize..span.end as usize)
        .unwrap_or("");
    let width = marked.lines().next().map_or(1, |text| text.chars().count());
    let width = width.clamp(1, shown.chars().count().saturating_sub(before).max(1));
    let marks: String = std::iter::repeat_n(mark, width).collect();
    let label = label.map(|text| format!(" {text}")).unwrap_or_default();
    let pad = " ".repeat(before);
    let _ = writeln!(
        out,
        "{}{arrow} {}:{}:{}",
        " ".repeat(number.len()),
        source.name,
        at.line,
        at.column
    );
    let _ = writeln!(out, "{margin}|");
    let _ = writeln!(out, "{number} | {}", shown.trim_end());
    let _ = writeln!(out, "{margin}| {pad}{marks}{label}");
    number.len()
}
