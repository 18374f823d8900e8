//! The tree of a rule file: declarations, their lines, and what the lines are made of.

use crate::{Span, Spanned};

/// An empty line between comments, or below one, as it stands among them.
pub(crate) const GAP: &str = "\n";

/// A whole rule file.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// The declarations, in the order of the file.
    pub items: Vec<Line>,
    /// Comments after the last declaration.
    pub comments: Vec<String>,
}

/// A declaration, or a line inside one.
#[derive(Clone, Debug)]
pub struct Line {
    /// From its first part to the end of its block.
    pub span: Span,
    /// Words, texts, citations and commas, in order; never empty.
    pub parts: Vec<Part>,
    /// The lines between braces, if it has any.
    pub block: Option<Block>,
    /// Comments on lines of their own directly above.
    pub comments: Vec<String>,
    /// A comment at the end of the line.
    pub remark: Option<String>,
    /// Whether an empty line stands above.
    pub gap: bool,
}

/// The lines between braces.
#[derive(Clone, Debug)]
pub struct Block {
    /// The lines.
    pub lines: Vec<Line>,
    /// Comments after the last line.
    pub comments: Vec<String>,
    /// Whether something in it was not understood or not closed, so that what is missing from it
    /// may be the mistake already reported.
    pub broken: bool,
}

/// What a line is made of.
#[derive(Clone, Debug)]
pub enum Part {
    /// A keyword, name, number, label or range.
    Word(Spanned<String>),
    /// Text for people, a paragraph for each quoted line.
    Text(Spanned<Vec<String>>),
    /// Where the law says so.
    Citations(Spanned<Vec<Citation>>),
    /// A comma between parts.
    Comma(Span),
}

/// A place in an instrument.
#[derive(Clone, Debug)]
pub struct Citation {
    /// The name under which the instrument is declared.
    pub instrument: Spanned<String>,
    /// The provision in it, such as `s.35(1)`; without one the whole instrument is meant.
    pub provision: Option<Spanned<String>>,
}

impl Part {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Self::Word(word) => word.span,
            Self::Text(text) => text.span,
            Self::Citations(citations) => citations.span,
            Self::Comma(span) => *span,
        }
    }
}

impl Line {
    /// The lines of its block; none where it has no block.
    pub fn lines(&self) -> &[Line] {
        self.block
            .as_ref()
            .map_or(&[], |block| block.lines.as_slice())
    }

    /// Whether a mistake in its block, or deeper, was already reported.
    pub fn is_broken(&self) -> bool {
        self.block.as_ref().is_some_and(|block| block.broken)
    }

    /// The first word, with which a line says what it is.
    pub fn keyword(&self) -> Option<&Spanned<String>> {
        match self.parts.first() {
            Some(Part::Word(word)) => Some(word),
            _ => None,
        }
    }
}
