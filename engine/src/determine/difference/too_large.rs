//! That two rulebooks are too large to be compared.

use super::LIMIT;

/// The diagrams of the two rulebooks would be too large to compare them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge;

impl std::fmt::Display for TooLarge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "the rules are too large to be compared exactly: their diagrams would need more than {LIMIT} entries"
        )
    }
}

impl std::error::Error for TooLarge {}
