//! What a diagnostic says, which the program for the browser leaves out.

/// A sentence of a diagnostic. Without the feature `authoring` it is no text at all and takes no room,
/// so that a program that only refuses broken rules has no code for the words about them.
#[cfg(feature = "authoring")]
pub type Words = String;

/// A sentence of a diagnostic: none, because the feature `authoring` is off.
#[cfg(not(feature = "authoring"))]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words;

#[cfg(not(feature = "authoring"))]
impl std::ops::Deref for Words {
    type Target = str;

    fn deref(&self) -> &str {
        ""
    }
}

#[cfg(not(feature = "authoring"))]
impl<T: AsRef<str>> From<T> for Words {
    #[inline(always)]
    fn from(_: T) -> Self {
        Self
    }
}
