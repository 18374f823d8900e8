//! The text of Wicketgate rule files: from characters to a tree whose every part has a [`Span`].
//!
//! This crate knows text and no law. [`parse`] is total: any text gives a [`Parsed`], in which each
//! mistake is one [`Diagnostic`] and everything that could be read is in the [`Tree`].
//!
//! ```
//! use wicketgate_grammar::{Source, SourceId, parse, print};
//!
//! let source = Source::new("example.gate", "question helps   yes-no \"Does it help?\"\n");
//! let parsed = parse(SourceId(0), &source);
//! assert!(parsed.diagnostics.is_empty());
//! assert_eq!(print(&parsed.tree), "question helps yes-no \"Does it help?\"\n");
//! ```

mod diagnostic;
mod limits;
mod parse;
#[cfg(feature = "authoring")]
mod print;
#[cfg(feature = "authoring")]
mod repair;
mod source;
mod tree;

pub use diagnostic::{Code, Diagnostic, Label, Severity, Words};
pub use limits::{MAX_DEPTH, MAX_SOURCE_BYTES};
pub use parse::{Parsed, parse};
#[cfg(feature = "authoring")]
pub use print::print;
pub use source::{Position, Source, SourceId, Span, Spanned};
pub use tree::{Block, Citation, Line, Part, Tree};
