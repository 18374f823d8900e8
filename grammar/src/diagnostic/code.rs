//! The kinds of mistake a rule file can have.

/// One variant for each kind of mistake; each has a page in the documentation under its slug.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Code {
    /// The file is larger than the limit.
    TooLarge,
    /// A file that is not text in UTF-8.
    NotText,
    /// More blocks are open at once than the limit.
    NestedTooDeeply,
    /// `what is ¿this?`: a line that is not made of words, texts and citations.
    NotUnderstood,
    /// `hint "no end`: a text without its closing quotation mark.
    UnclosedText,
    /// A block without its closing brace.
    UnclosedBlock,
    /// Indented lines that belong to no declaration.
    ClosedTooEarly,
    /// `objektive x`: a word that cannot start a line here.
    UnknownKeyword,
    /// A line without something it needs, such as a text.
    MissingPart,
    /// A line with something it cannot have.
    UnexpectedPart,
    /// A declaration without a line it needs.
    MissingLine,
    /// A line that may stand once and stands twice.
    RepeatedLine,
    /// `31 February 2020`: a date that is in no calendar.
    ImpossibleDate,
    /// Dates in the wrong order, or of one thing and overlapping.
    ContradictingDates,
    /// A name that nothing declares.
    UnknownName,
    /// A name that two declarations of one kind have.
    DuplicateName,
    /// A provision that its instrument does not declare.
    UnknownProvision,
    /// A rule without the provision it rests on.
    MissingCitation,
    /// `16-10`: a range whose end is before its start.
    BackwardRange,
    /// A paragraph was inserted into a range after the list was made, and the list does not say
    /// whether it is meant.
    InsertedInRange,
    /// A question tested in a way its kind does not allow.
    WrongKind,
    /// `at least 3 of` two things: a count that can never be reached.
    ImpossibleCount,
    /// Declarations that refer to one another in a circle.
    Circle,
    /// `{disclosr}`: a placeholder that texts do not have.
    UnknownPlaceholder,
    /// `text … "Ask them."`: a translation without a placeholder of its text.
    MissingPlaceholder,
    /// A definition by nation that leaves out a nation in which it is used.
    MissingNation,
    /// Something declared that nothing refers to.
    Unused,
    /// A sentence that is too long to be read with ease.
    LongSentence,
    /// A word that the rulebook asks to avoid.
    Jargon,
    /// A worked case whose outcome is not the one it expects.
    CaseFails,
    /// A gateway or objective that no one can ever use.
    NeverFits,
    /// Conditions of one gateway or objective that can never be met together.
    ContradictingConditions,
    /// A condition that is met whenever the others are.
    ImpliedCondition,
    /// A question whose answer can never change an outcome.
    NeverMatters,
    /// An option whose choice can never change an outcome.
    WithoutEffect,
    /// An unsettled point on which no outcome can ever turn.
    NeverReached,
    /// Rules whose decision diagrams would be larger than the limit.
    DiagramTooLarge,
}

impl Code {
    /// Every code, in the order of the documentation.
    pub const ALL: [Self; 37] = [
        Self::TooLarge,
        Self::NotText,
        Self::NestedTooDeeply,
        Self::NotUnderstood,
        Self::UnclosedText,
        Self::UnclosedBlock,
        Self::ClosedTooEarly,
        Self::UnknownKeyword,
        Self::MissingPart,
        Self::UnexpectedPart,
        Self::MissingLine,
        Self::RepeatedLine,
        Self::ImpossibleDate,
        Self::ContradictingDates,
        Self::UnknownName,
        Self::DuplicateName,
        Self::UnknownProvision,
        Self::MissingCitation,
        Self::BackwardRange,
        Self::InsertedInRange,
        Self::WrongKind,
        Self::ImpossibleCount,
        Self::Circle,
        Self::UnknownPlaceholder,
        Self::MissingPlaceholder,
        Self::MissingNation,
        Self::Unused,
        Self::LongSentence,
        Self::Jargon,
        Self::CaseFails,
        Self::NeverFits,
        Self::ContradictingConditions,
        Self::ImpliedCondition,
        Self::NeverMatters,
        Self::WithoutEffect,
        Self::NeverReached,
        Self::DiagramTooLarge,
    ];

    /// The name under which it is documented, such as `unknown-name`.
    pub fn slug(self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::NotText => "not-text",
            Self::NestedTooDeeply => "nested-too-deeply",
            Self::NotUnderstood => "not-understood",
            Self::UnclosedText => "unclosed-text",
            Self::UnclosedBlock => "unclosed-block",
            Self::ClosedTooEarly => "closed-too-early",
            Self::UnknownKeyword => "unknown-keyword",
            Self::MissingPart => "missing-part",
            Self::UnexpectedPart => "unexpected-part",
            Self::MissingLine => "missing-line",
            Self::RepeatedLine => "repeated-line",
            Self::ImpossibleDate => "impossible-date",
            Self::ContradictingDates => "contradicting-dates",
            Self::UnknownName => "unknown-name",
            Self::DuplicateName => "duplicate-name",
            Self::UnknownProvision => "unknown-provision",
            Self::MissingCitation => "missing-citation",
            Self::BackwardRange => "backward-range",
            Self::InsertedInRange => "inserted-in-range",
            Self::WrongKind => "wrong-kind",
            Self::ImpossibleCount => "impossible-count",
            Self::Circle => "circle",
            Self::UnknownPlaceholder => "unknown-placeholder",
            Self::MissingPlaceholder => "missing-placeholder",
            Self::MissingNation => "missing-nation",
            Self::Unused => "unused",
            Self::LongSentence => "long-sentence",
            Self::Jargon => "jargon",
            Self::CaseFails => "case-fails",
            Self::NeverFits => "never-fits",
            Self::ContradictingConditions => "contradicting-conditions",
            Self::ImpliedCondition => "implied-condition",
            Self::NeverMatters => "never-matters",
            Self::WithoutEffect => "without-effect",
            Self::NeverReached => "never-reached",
            Self::DiagramTooLarge => "diagram-too-large",
        }
    }
}
