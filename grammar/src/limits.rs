//! Limits that are checked before the parser sees a text.
//!
//! Deep nesting would overflow the stack of a WebAssembly instance, which stays broken afterwards.

use crate::{Code, Diagnostic, Source, SourceId, Span};

/// How large one rule file may be, in bytes.
pub const MAX_SOURCE_BYTES: usize = 4 * 1024 * 1024;

/// How many blocks may be open at once.
pub const MAX_DEPTH: usize = 12;

/// The one diagnostic for a text that is too large, no text or nested too deeply, if it is.
pub(crate) fn exceeded(id: SourceId, source: &Source) -> Option<Diagnostic> {
    let size = source.text.len();
    if size > MAX_SOURCE_BYTES {
        let span = Span {
            source: id,
            start: 0,
            end: 0,
        };
        let message = format!(
            "this file has {size} bytes, more than the {MAX_SOURCE_BYTES} a rule file may have"
        );
        return Some(
            Diagnostic::error(Code::TooLarge, span, message).help("split it into several files"),
        );
    }
    // What could not be decoded has become this character.
    if let Some(at) = source.text.find(char::REPLACEMENT_CHARACTER) {
        let span = Span {
            source: id,
            start: at as u32,
            end: (at + char::REPLACEMENT_CHARACTER.len_utf8()) as u32,
        };
        return Some(
            Diagnostic::error(
                Code::NotText,
                span,
                "this is no letter: the file is not UTF-8",
            )
            .help("save the file as UTF-8"),
        );
    }
    let at = too_deep(&source.text)?;
    let span = Span {
        source: id,
        start: at as u32,
        end: at as u32 + 1,
    };
    let message = format!("more than {MAX_DEPTH} blocks are open here");
    Some(
        Diagnostic::error(Code::NestedTooDeeply, span, message)
            .help("give the inner part a name with `term` and refer to it"),
    )
}

/// The first opening brace beyond the limit. Texts end with their line, so a line starts afresh.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut quoted = false;
    let mut comment = false;
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'\n' => (quoted, comment, escaped) = (false, false, false),
            _ if comment => {}
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'#' => comment = true,
            b'{' if depth == MAX_DEPTH => return Some(at),
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}
