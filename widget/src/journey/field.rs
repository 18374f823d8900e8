//! The fields of a page: their names, and the values of their radios and checkboxes that are no ids of options.

/// The value of "I do not know".
pub(crate) const UNKNOWN: &str = "unknown";
/// The value of "None of these".
pub(crate) const NONE: &str = "none";
/// The value of a day other than today.
pub(crate) const OTHER: &str = "other";
/// The value of a yes, and of going on.
pub(crate) const YES: &str = "yes";
/// The value of a no, and of choosing again.
pub(crate) const NO: &str = "no";
/// The value of "it provides services to a listed organisation".
pub(crate) const PROVIDER: &str = "provider";
/// The name of the field on a page, and the start of the ids of its parts.
pub(crate) const FIELD: &str = "answer";
/// The id of the field for the link of a note.
pub(crate) const NOTE_LINK: &str = "answer-link";
