//! What is wrong in a rule file, for its author.

mod code;
#[cfg(feature = "authoring")]
mod render;
mod words;

pub use code::Code;
pub use words::Words;

use crate::{Source, Span};

/// One mistake in rule text: where, what, and what to do.
///
/// Messages are one sentence without a capital or a full stop, with the author's text in backticks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The kind of mistake.
    pub code: Code,
    /// Whether the rulebook can be used all the same.
    pub severity: Severity,
    /// What is wrong.
    pub message: Words,
    /// Where.
    pub span: Span,
    /// A few words on the place itself.
    pub label: Option<Words>,
    /// Other places that matter.
    pub others: Vec<Label>,
    /// What to do.
    pub help: Option<Words>,
    /// The provision concerned.
    pub law: Option<Words>,
}

/// A place and a few words on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is there.
    pub text: Words,
}

/// Whether a rulebook with this diagnostic can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It cannot: no rulebook is made.
    Error,
    /// It can, but its author will want to know.
    Warning,
}

impl Diagnostic {
    /// An error at a place.
    pub fn error(code: Code, span: Span, message: impl Into<Words>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            message: message.into(),
            span,
            label: None,
            others: Vec::new(),
            help: None,
            law: None,
        }
    }

    /// A warning at a place.
    pub fn warning(code: Code, span: Span, message: impl Into<Words>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(code, span, message)
        }
    }

    /// Adds a few words on the place itself.
    #[must_use]
    pub fn label(mut self, text: impl Into<Words>) -> Self {
        self.label = Some(text.into());
        self
    }

    /// Adds another place.
    #[must_use]
    pub fn other(mut self, span: Span, text: impl Into<Words>) -> Self {
        self.others.push(Label {
            span,
            text: text.into(),
        });
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<Words>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// Adds the provision concerned.
    #[must_use]
    pub fn law(mut self, text: impl Into<Words>) -> Self {
        self.law = Some(text.into());
        self
    }

    /// The diagnostic as plain text with the line, a caret, help and law, for people to read.
    #[cfg(feature = "authoring")]
    pub fn render(&self, sources: &[Source]) -> String {
        render::render(self, sources)
    }

    /// The diagnostic as plain text: its code, file and line, because the words are left out.
    #[cfg(not(feature = "authoring"))]
    pub fn render(&self, sources: &[Source]) -> String {
        let mut text = ["error[", self.code.slug(), "]"].concat();
        if let Some(source) = sources.get(self.span.source.0 as usize) {
            let line = source.position(self.span.start as usize).line.to_string();
            for part in [" ", source.name.as_str(), ":", line.as_str()] {
                text.push_str(part);
            }
        }
        text
    }
}
