//! From text to [`Tree`]: the parser that pest makes of `rulebook.pest`, and its pairs made into a tree.

use pest::Parser;
use pest::iterators::Pair;
use pest_derive::Parser;

use crate::limits::exceeded;
use crate::tree::GAP;
use crate::{Block, Citation, Code, Diagnostic, Line, Part, Source, SourceId, Span, Spanned, Tree};

#[derive(Parser)]
#[grammar = "../rulebook.pest"]
struct RulebookParser;

/// A tree of all that could be read, and a diagnostic for all that could not.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// What could be read.
    pub tree: Tree,
    /// One diagnostic for each mistake, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
    /// The parts of the file that were not understood. A name that stands in one of them may be
    /// declared there, so its absence elsewhere is not a mistake of its own.
    pub unread: Vec<Span>,
}

/// Parses a rule file. Never fails and never panics: what cannot be read is a diagnostic.
pub fn parse(id: SourceId, source: &Source) -> Parsed {
    let parsed = read(id, source);
    // A page only refuses what is broken; who writes rules is told of each mistake once.
    #[cfg(feature = "authoring")]
    if !parsed.diagnostics.is_empty() {
        return crate::repair::repaired(id, source, parsed);
    }
    parsed
}

/// Parses a text as it stands.
pub(crate) fn read(id: SourceId, source: &Source) -> Parsed {
    let mut reader = Reader {
        id,
        source,
        parsed: Parsed::default(),
    };
    if let Some(diagnostic) = exceeded(id, source) {
        reader.parsed.diagnostics.push(diagnostic);
        reader.parsed.unread.push(Span {
            source: id,
            start: 0,
            end: source.text.len() as u32,
        });
        return reader.parsed;
    }
    match RulebookParser::parse(Rule::file, &source.text) {
        Ok(mut pairs) => {
            if let Some(file) = pairs.next() {
                let (lines, _) = reader.lines(file);
                reader.parsed.tree = Tree {
                    items: lines.lines,
                    comments: lines.comments,
                };
            }
        }
        // The recovery rules accept any text, so this is only a guard against a slip in the grammar.
        Err(error) => {
            let at = match error.location {
                pest::error::InputLocation::Pos(at) | pest::error::InputLocation::Span((at, _)) => {
                    at
                }
            };
            let span = Span {
                source: id,
                start: at as u32,
                end: at as u32,
            };
            reader.parsed.diagnostics.push(not_understood(span));
        }
    }
    reader.parsed
}

struct Reader<'a> {
    id: SourceId,
    source: &'a Source,
    parsed: Parsed,
}

impl Reader<'_> {
    fn span(&self, pair: &Pair<'_, Rule>) -> Span {
        let span = pair.as_span();
        Span {
            source: self.id,
            start: span.start() as u32,
            end: span.end() as u32,
        }
    }

    fn spanned(&self, pair: &Pair<'_, Rule>) -> Spanned<String> {
        Spanned {
            value: pair.as_str().to_owned(),
            span: self.span(pair),
        }
    }

    /// The lines of a file or a block, each with the comments above it, and the comment behind its
    /// closing brace.
    fn lines(&mut self, pair: Pair<'_, Rule>) -> (Block, Option<String>) {
        let opened = self.span(&pair);
        let whole = pair.as_rule() == Rule::file;
        let mut block = Block {
            lines: Vec::new(),
            comments: Vec::new(),
            broken: false,
        };
        let mut gap = false;
        let mut opening = None;
        let mut closing = None;
        let mut closed = false;
        for pair in pair.into_inner() {
            match pair.as_rule() {
                // An empty line below a comment stays between the comment and what follows.
                Rule::gap => match block.comments.last() {
                    Some(last) if last != GAP => block.comments.push(GAP.to_owned()),
                    Some(_) => {}
                    None => gap = true,
                },
                Rule::comment if closed => closing = Some(comment(&pair)),
                Rule::comment => opening = Some(comment(&pair)),
                Rule::comment_line => block
                    .comments
                    .extend(pair.into_inner().next().map(|pair| comment(&pair))),
                Rule::line => {
                    let mut line = self.line(pair);
                    if whole && line.is_broken() {
                        self.renest(&mut line);
                    }
                    block.broken |= line.is_broken();
                    line.gap = gap && !block.lines.is_empty();
                    line.comments = std::mem::take(&mut block.comments);
                    block.lines.push(line);
                    gap = false;
                }
                Rule::stray => {
                    block.broken = true;
                    self.stray(&pair);
                }
                Rule::orphan => {
                    let span = self.trimmed(&pair);
                    let message = "these lines belong to no declaration";
                    let help = "a declaration starts at the left margin; if these lines belong to the one above, remove the `}` that closes it too early";
                    self.report(Diagnostic::error(Code::ClosedTooEarly, span, message).help(help));
                }
                Rule::close => {
                    closed = true;
                    let span = self.span(&pair);
                    let after = pair
                        .as_str()
                        .split_once('}')
                        .map_or("", |(_, after)| after.trim_start_matches([' ', '\t']));
                    if !after.is_empty() {
                        block.broken = true;
                        let span = Span {
                            start: span.end - after.len() as u32,
                            ..span
                        };
                        let help = "put what follows the `}` on a line of its own";
                        self.report(not_understood(span).help(help));
                    }
                }
                Rule::unclosed => {
                    block.broken = true;
                    let brace = Span {
                        end: opened.start + 1,
                        ..opened
                    };
                    let due = self.span(&pair);
                    let diagnostic = Diagnostic::error(Code::UnclosedBlock, brace, "this block is not closed")
                        .label("opened here")
                        .other(due, "a `}` was due before this")
                        .help("close the block with a `}` on a line of its own; only declarations start at the left margin");
                    // An inner block that is not closed takes the brace of the outer one, so the
                    // mistake is somewhere inside: the innermost is reported, once.
                    let known = self.parsed.diagnostics.iter().any(|known| {
                        known.code == Code::UnclosedBlock && known.others == diagnostic.others
                    });
                    if !known {
                        self.report(diagnostic);
                    }
                }
                _ => {}
            }
        }
        // The canonical form has no comment behind an opening brace: it moves to the first line.
        if let Some(opening) = opening {
            block
                .lines
                .first_mut()
                .map_or(&mut block.comments, |first| &mut first.comments)
                .insert(0, opening);
        }
        (block, closing)
    }

    fn line(&mut self, pair: Pair<'_, Rule>) -> Line {
        let span = self.trimmed(&pair);
        let mut line = Line {
            span,
            parts: Vec::new(),
            block: None,
            comments: Vec::new(),
            remark: None,
            gap: false,
        };
        for pair in pair.into_inner() {
            let span = self.span(&pair);
            match pair.as_rule() {
                Rule::word => line.parts.push(Part::Word(self.spanned(&pair))),
                Rule::comma => line.parts.push(Part::Comma(Span {
                    end: span.start + 1,
                    ..span
                })),
                Rule::text => {
                    let mut value = Vec::new();
                    for quoted in pair.into_inner() {
                        value.push(unescape(quoted.as_str()));
                    }
                    line.parts.push(Part::Text(Spanned { value, span }));
                }
                Rule::citations => {
                    let value = self.citations(pair);
                    line.parts.push(Part::Citations(Spanned { value, span }));
                }
                Rule::block => {
                    let (block, remark) = self.lines(pair);
                    line.block = Some(block);
                    line.remark = remark;
                }
                Rule::comment => line.remark = Some(comment(&pair)),
                _ => {}
            }
        }
        line
    }

    /// Puts the lines of a declaration that is not closed where their indentation says they belong.
    ///
    /// A line that stands no further in than the line whose block it is in shows which block was not
    /// closed. Where the indentation says nothing, or several things, the tree stays as it is.
    fn renest(&mut self, item: &mut Line) {
        let unclosed = self.parsed.diagnostics.iter().rposition(|diagnostic| {
            diagnostic.code == Code::UnclosedBlock
                && (item.span.start..item.span.end).contains(&diagnostic.span.start)
        });
        let Some(unclosed) = unclosed else { return };
        let mut moved = item.clone();
        let mut culprits: Vec<(Span, Span)> = Vec::new();
        let left = self.hoist(&mut moved, &mut culprits);
        let nested = culprits.windows(2).all(|pair| match pair {
            [(inner, _), (outer, _)] => outer.start < inner.start && inner.end <= outer.end,
            _ => true,
        });
        let Some((opened, due)) = culprits.first().filter(|_| nested && left.is_empty()) else {
            return;
        };
        if let Some(diagnostic) = self.parsed.diagnostics.get_mut(unclosed) {
            diagnostic.span = brace(&self.source.text, *opened).unwrap_or(diagnostic.span);
            if let Some(other) = diagnostic.others.first_mut() {
                other.span = *due;
            }
        }
        *item = moved;
    }

    /// Takes the lines out of a block that stand no further in than the line it belongs to, and notes
    /// each line that had such a block, with the first line taken out.
    fn hoist(&self, line: &mut Line, culprits: &mut Vec<(Span, Span)>) -> Vec<Line> {
        let own = self.indent(line);
        let span = line.span;
        let Some(block) = &mut line.block else {
            return Vec::new();
        };
        let mut kept = Vec::new();
        let mut taken: Vec<Line> = Vec::new();
        for mut inner in std::mem::take(&mut block.lines) {
            let out = self.hoist(&mut inner, culprits);
            for inner in std::iter::once(inner).chain(out) {
                if self.indent(&inner) <= own {
                    if taken.is_empty() {
                        block.broken = true;
                        culprits.push((span, head(&inner)));
                    }
                    taken.push(inner);
                } else {
                    kept.push(inner);
                }
            }
        }
        block.lines = kept;
        taken
    }

    /// How far in a line stands.
    fn indent(&self, line: &Line) -> usize {
        let before = self
            .source
            .text
            .get(..line.span.start as usize)
            .unwrap_or("");
        before.len() - before.rfind('\n').map_or(0, |at| at + 1)
    }

    /// Each instrument with the provision behind it, if there is one.
    fn citations(&self, pair: Pair<'_, Rule>) -> Vec<Citation> {
        let mut citations: Vec<Citation> = Vec::new();
        for pair in pair.into_inner() {
            let mut found = self.spanned(&pair);
            match citations.last_mut() {
                Some(last) if pair.as_rule() == Rule::provision => {
                    let length = found.value.trim_end_matches([' ', '\t']).len();
                    found.value.truncate(length);
                    found.span.end = found.span.start + length as u32;
                    last.provision = Some(found);
                }
                _ => citations.push(Citation {
                    instrument: found,
                    provision: None,
                }),
            }
        }
        citations
    }

    /// Reports a line that was not understood, with what is most likely wrong with it.
    fn stray(&mut self, pair: &Pair<'_, Rule>) {
        let span = self.trimmed(pair);
        let text = pair.as_str();
        let first = text.lines().next().unwrap_or("");
        let diagnostic = if first.trim() == "}" {
            let message = "this `}` closes nothing";
            Diagnostic::error(Code::ClosedTooEarly, span, message)
                .help("remove it, or the one above that closes the declaration too early")
        } else if let (Some(at), _) = quotes(first) {
            let start = pair.as_span().start() as u32 + at as u32;
            let span = Span {
                start,
                end: pair.as_span().start() as u32 + first.trim_end().len() as u32,
                ..span
            };
            Diagnostic::error(Code::UnclosedText, span, "this text has no closing quotation mark")
                .help("end the text with `\"` on the same line; a further quoted line is a further paragraph; write `\\\"` for a quotation mark inside a text")
        } else {
            not_understood(span)
        };
        // Nothing of the line is in the tree, so a name before the mistake is unread, too.
        self.parsed.unread.push(span);
        self.parsed.diagnostics.push(diagnostic);
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.parsed.unread.push(diagnostic.span);
        self.parsed.diagnostics.push(diagnostic);
    }

    /// The span without white space around it.
    fn trimmed(&self, pair: &Pair<'_, Rule>) -> Span {
        let span = self.span(pair);
        let text = self
            .source
            .text
            .get(span.start as usize..span.end as usize)
            .unwrap_or("");
        let lead = text.len() - text.trim_start().len();
        let start = span.start + lead as u32;
        Span {
            start,
            end: start + text.trim().len() as u32,
            ..span
        }
    }
}

/// Where the brace stands that opens the block of a line.
fn brace(text: &str, line: Span) -> Option<Span> {
    let rest = text.get(line.start as usize..line.end as usize)?;
    let first = rest.lines().next()?;
    let at = line.start + first.rfind('{')? as u32;
    Some(Span {
        start: at,
        end: at + 1,
        ..line
    })
}

/// The first word of a line.
fn head(line: &Line) -> Span {
    line.parts.first().map_or(line.span, Part::span)
}

fn not_understood(span: Span) -> Diagnostic {
    Diagnostic::error(Code::NotUnderstood, span, "this line is not understood")
        .help("a line is made of words, texts in quotation marks and citations in brackets; a block opens with `{` at the end of its line")
}

fn comment(pair: &Pair<'_, Rule>) -> String {
    pair.as_str().trim_start_matches('#').trim().to_owned()
}

fn unescape(quoted: &str) -> String {
    let inner = quoted
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'))
        .unwrap_or(quoted);
    let mut text = String::with_capacity(inner.len());
    let mut escaped = false;
    for letter in inner.chars() {
        // Only a quotation mark and the mark itself are escaped; before anything else it stands for itself.
        if escaped && !matches!(letter, '"' | '\\') {
            text.push('\\');
        }
        escaped = !escaped && letter == '\\';
        if !escaped {
            text.push(letter);
        }
    }
    if escaped {
        text.push('\\');
    }
    text
}

/// Where a quotation mark opens a text that the line does not close, and where the comment behind
/// the line starts, or the line ends.
pub(crate) fn quotes(line: &str) -> (Option<usize>, usize) {
    let mut open = None;
    let mut escaped = false;
    for (at, byte) in line.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if open.is_some() => escaped = true,
            b'"' => open = if open.is_some() { None } else { Some(at) },
            b'#' if open.is_none() => return (None, at),
            _ => {}
        }
    }
    (open, line.len())
}
