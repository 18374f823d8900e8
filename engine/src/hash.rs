//! Hashes by which a rulebook and its files are known.

use sha2::{Digest, Sha256};

use wicketgate_grammar::Source;

use crate::compile::language;
use crate::set::sort_by;

/// SHA-256 of bytes, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// The hash of a rulebook: SHA-256 over its files sorted by name, for each its name, a line feed,
/// its text with LF line endings, and a line feed. Translations are not the law, and not in it.
pub fn rulebook_hash(sources: &[Source]) -> String {
    let mut sorted: Vec<&Source> = sources.iter().collect();
    sort_by(&mut sorted, |source| source.name.as_str());
    let mut hasher = Sha256::new();
    for source in sorted {
        if language(&source.name).is_some() {
            continue;
        }
        hasher.update(source.name.as_bytes());
        hasher.update(b"\n");
        for line in source.text.split_inclusive('\n') {
            match line.strip_suffix("\r\n") {
                Some(line) => {
                    hasher.update(line.as_bytes());
                    hasher.update(b"\n");
                }
                None => hasher.update(line.as_bytes()),
            }
        }
        hasher.update(b"\n");
    }
    hex(&hasher.finalize())
}

fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}
