//! The provision behind a diagnostic, where what its line encodes decides what is wrong.

use wicketgate_grammar::{Citation, Code, Line, Part, Span};

use super::Cx;
use crate::model::Cite;

/// Mistakes that one looks up in the law to put them right.
const LEGAL: [Code; 4] = [
    Code::BackwardRange,
    Code::ContradictingDates,
    Code::MissingNation,
    Code::UnknownProvision,
];

/// Says for each such mistake which provision its line cites, or else the lines around it.
pub(super) fn name(cx: &mut Cx, items: &[Line]) {
    let mut diagnostics = std::mem::take(&mut cx.diagnostics);
    for diagnostic in &mut diagnostics {
        if diagnostic.law.is_none() && LEGAL.contains(&diagnostic.code) {
            diagnostic.law = cited(cx, items, diagnostic.span);
        }
    }
    cx.diagnostics = diagnostics;
}

fn cited(cx: &Cx, lines: &[Line], span: Span) -> Option<String> {
    let holds = |line: &&Line| {
        let own = line.span;
        own.source == span.source && own.start <= span.start && span.end <= own.end
    };
    let line = lines.iter().find(holds)?;
    cited(cx, line.lines(), span).or_else(|| {
        let mut citations = line.parts.iter().filter_map(|part| match part {
            Part::Citations(citations) => Some(citations.value.as_slice()),
            _ => None,
        });
        // Of several the one at the mistake is meant.
        let all = citations.next()?;
        let at = |citation: &&Citation| {
            let provision = citation.provision.as_ref().map(|path| path.span);
            provision == Some(span) || citation.instrument.span == span
        };
        citation(cx, all.iter().find(at).or(all.first())?)
    })
}

/// As people cite it; the instrument alone where it has no such provision.
fn citation(cx: &Cx, citation: &Citation) -> Option<String> {
    let mut instruments = cx.book.instruments.iter();
    let index = instruments.position(|known| known.id == citation.instrument.value)?;
    let instrument = cx.book.instruments.get(index)?;
    let provision = citation.provision.as_ref().and_then(|path| {
        let mut known = instrument.provisions.iter();
        known.position(|known| known.path == path.value)
    });
    Some(cx.book.citation(&Cite {
        instrument: index,
        provision,
    }))
}
