//! What a name was before.

/// A name that took the place of another.
#[derive(Clone, Debug)]
pub struct Renamed {
    /// What is named.
    pub kind: RenamedKind,
    /// The question of an option, by its name now.
    pub of: Option<String>,
    /// What it was.
    pub old: String,
    /// What it is.
    pub new: String,
}

/// What can be renamed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RenamedKind {
    /// A question.
    Question,
    /// An option of a question.
    Option,
    /// An entry of a schedule, or a body beside them.
    Entry,
    /// An objective.
    Objective,
    /// A gateway.
    Gateway,
}

impl RenamedKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::Question,
        Self::Option,
        Self::Entry,
        Self::Objective,
        Self::Gateway,
    ];

    /// The word for it in rule files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Option => "option",
            Self::Entry => "entry",
            Self::Objective => "objective",
            Self::Gateway => "gateway",
        }
    }
}
