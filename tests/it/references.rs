//! Every word of a rule file that refers to something, found in the parsed tree.

use wicketgate_engine::{MONTHS, Source, SourceId};
use wicketgate_grammar::{Line, Part, Span, parse};

/// A reference in a rule file.
#[derive(Clone, Debug)]
pub(crate) struct Reference {
    /// What the help must name if it is mistyped.
    pub(crate) name: String,
    /// Where it stands.
    pub(crate) span: Span,
    /// Where the line it stands in starts.
    pub(crate) line: u32,
    /// What it is, for the count.
    pub(crate) kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// An instrument in a citation.
    Instrument,
    /// A provision in a citation.
    Provision,
    /// A body by its exact name.
    Body,
    /// A label in a list of paragraphs, or an end of a range.
    Paragraph,
    /// `{discloser}` in a text.
    Placeholder,
    /// A month of a date.
    Month,
    /// A name, or a word of the language that could stand for one.
    Name,
    /// A word of the language, which no name of the rule files is written like.
    Keyword,
}

/// Words of the language. A line that starts with one of `ONLY_NAMES` has none behind its first word.
const LANGUAGE: [&str; 90] = [
    "a",
    "adverse",
    "agency",
    "all",
    "also",
    "among",
    "and",
    "any",
    "applies",
    "are",
    "as",
    "ask",
    "asks",
    "at",
    "before",
    "body",
    "by",
    "called",
    "caveat",
    "choice",
    "cited",
    "class",
    "condition",
    "counts",
    "date",
    "definition",
    "definitive",
    "discloser",
    "ends",
    "entries",
    "entry",
    "error",
    "excludes",
    "expect",
    "extent",
    "fit",
    "force",
    "formerly",
    "from",
    "gateway",
    "groups",
    "hint",
    "in",
    "includes",
    "indicative",
    "is",
    "item",
    "its",
    "kind",
    "law",
    "least",
    "leg",
    "limit",
    "limits",
    "link",
    "list",
    "listed",
    "means",
    "met",
    "named",
    "nations",
    "none",
    "not",
    "note",
    "objective",
    "of",
    "on",
    "one",
    "only",
    "open",
    "option",
    "options",
    "paragraphs",
    "part",
    "partly",
    "persons",
    "plainly",
    "provider",
    "providers",
    "provision",
    "recipient",
    "requires",
    "says",
    "schedule",
    "scope",
    "short",
    "specified",
    "stays",
    "term",
    "that",
];
const MORE: [&str; 21] = [
    "the",
    "them",
    "to",
    "under",
    "unknown",
    "unsettled",
    "until",
    "when",
    "why",
    "within",
    "word",
    "yes-no",
    "several",
    "person",
    "case",
    "elsewhere",
    "instrument",
    "question",
    "rulebook",
    "answer",
    "group",
];
const ONLY_NAMES: [&str; 3] = ["open", "answer", "among"];

/// Whether a word belongs to the language itself.
pub(crate) fn is_language(word: &str) -> bool {
    LANGUAGE.contains(&word)
        || MORE.contains(&word)
        || [
            "reaches", "same", "skips", "omitted", "because", "traced", "force", "change",
        ]
        .contains(&word)
}

/// The lines whose second word is the name they declare, each with the line they stand in; besides
/// these, every declaration at the left margin declares one.
const DECLARES: [(&str, &str); 18] = [
    ("rulebook", "says"),
    ("rulebook", "limit"),
    ("rulebook", "stage"),
    ("schedule", "part"),
    ("part", "entry"),
    ("part", "providers"),
    ("part", "definition"),
    ("entry", "limit"),
    ("body", "limit"),
    ("before", "limit"),
    ("providers", "limit"),
    ("list", "item"),
    ("question", "option"),
    ("gateway", "condition"),
    ("gateway", "caveat"),
    ("objective", "condition"),
    ("objective", "caveat"),
    ("elsewhere", "limit"),
];

/// Every reference of a source.
pub(crate) fn of_source(id: SourceId, source: &Source) -> Vec<Reference> {
    let parsed = parse(id, source);
    assert!(
        parsed.diagnostics.is_empty(),
        "{} has mistakes",
        source.name
    );
    let mut found = Vec::new();
    for item in &parsed.tree.items {
        line(source, item, "", &mut found);
    }
    found
}

/// The references of a line, and of the lines in its block.
fn line(source: &Source, line: &Line, parent: &str, found: &mut Vec<Reference>) {
    let first = line.keyword().map_or("", |word| word.value.as_str());
    let mut push = |name: &str, span: Span, kind: Kind| {
        found.push(Reference {
            name: name.to_owned(),
            span,
            line: line.span.start,
            kind,
        });
    };
    let paragraphs = first == "persons" || parent == "objective";
    for (index, part) in line.parts.iter().enumerate() {
        match part {
            Part::Word(word) => {
                let value = word.value.as_str();
                let number = value.starts_with(|letter: char| letter.is_ascii_digit());
                let declared = index == 1
                    && (parent.is_empty() || DECLARES.contains(&(parent, first)))
                    || index > 0 && first == "groups";
                if declared {
                } else if MONTHS.contains(&value) {
                    push(value, word.span, Kind::Month);
                } else if paragraphs && number && !is_date(line, index) {
                    for (label, span) in ends(value, word.span) {
                        push(label, span, Kind::Paragraph);
                    }
                } else if is_language(value) && (index == 0 || !ONLY_NAMES.contains(&first)) {
                    push(value, word.span, Kind::Keyword);
                } else if !value.bytes().all(|byte| byte.is_ascii_digit()) {
                    push(value, word.span, Kind::Name);
                }
            }
            Part::Citations(citations) => {
                for citation in &citations.value {
                    let instrument = &citation.instrument;
                    push(&instrument.value, instrument.span, Kind::Instrument);
                    if let Some(path) = &citation.provision {
                        push(&path.value, path.span, Kind::Provision);
                    }
                }
            }
            Part::Text(text) if first == "persons" => {
                push(&text.value.join(" "), text.span, Kind::Body);
            }
            Part::Text(text) if ["met", "not", "caveat"].contains(&first) => {
                for (name, span) in placeholders(source, text.span) {
                    push(name, span, Kind::Placeholder);
                }
            }
            Part::Text(_) | Part::Comma(_) => {}
        }
    }
    for inner in line.lines() {
        self::line(source, inner, first, found);
    }
}

/// Whether a number is the day or the year of a date.
fn is_date(line: &Line, index: usize) -> bool {
    let month = |index: usize| match line.parts.get(index) {
        Some(Part::Word(word)) => MONTHS.contains(&word.value.as_str()),
        _ => false,
    };
    month(index + 1) || month(index.wrapping_sub(1))
}

/// The ends of a range of paragraphs, or the one paragraph.
fn ends(word: &str, span: Span) -> Vec<(&str, Span)> {
    let mut start = span.start;
    let each = word.split('-').map(|label| {
        let end = start + label.len() as u32;
        let found = (label, Span { start, end, ..span });
        start = end + 1;
        found
    });
    each.collect()
}

fn placeholders(source: &Source, span: Span) -> Vec<(&str, Span)> {
    let text = &source.text[span.start as usize..span.end as usize];
    let each = text.match_indices('{').map(|(at, _)| {
        let name = text[at + 1..].split('}').next().unwrap_or("");
        let start = span.start + at as u32 + 1;
        let end = start + name.len() as u32;
        (name, Span { start, end, ..span })
    });
    each.collect()
}
