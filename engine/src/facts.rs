//! Facts: all that was answered, by question id and never by position.

use litemap::LiteMap;

use crate::Date;

/// A proposal as far as it was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The day of the share.
    pub on: Date,
    /// Who discloses to whom; a proposal has at least one leg.
    pub legs: Vec<Leg>,
    /// Answers that hold for every leg that has none of its own.
    pub answers: Answers,
}

/// One discloser, one recipient, one direction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leg {
    /// Who holds the information, once answered.
    pub discloser: Option<Person>,
    /// Who gets it, once answered.
    pub recipient: Option<Person>,
    /// Answers of this leg alone.
    pub answers: Answers,
}

/// Answers by question id.
pub type Answers = LiteMap<String, Answer>;

/// An organisation at an end of a leg.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Person {
    /// The body of an entry, such as `sch4-10`; a class of bodies may have the name of one.
    Body {
        /// The id of any of its entries.
        id: String,
        /// The name of the one that is meant, where the entry describes a class.
        name: Option<String>,
    },
    /// A person that provides services to the body of an entry.
    Provider {
        /// The id of any entry of the body it provides services to.
        to: String,
    },
    /// Someone else, in the words of the person who answers.
    NotListed(String),
}

/// The answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// "I do not know": no one will answer it here.
    Unknown,
    /// One option, by id; `yes` or `no` for a yes-no question.
    Option(String),
    /// Any number of options.
    Several {
        /// What was said of some options.
        options: LiteMap<String, OptionAnswer>,
        /// What holds for the others; none while they are still open.
        others: Option<OptionAnswer>,
    },
}

/// What was said of one option of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionAnswer {
    /// Chosen.
    Yes,
    /// Not chosen.
    No,
    /// "I do not know".
    Unknown,
}

impl Answer {
    /// Whether something was left unknown where several options may be chosen.
    pub fn leaves_unknown(&self) -> bool {
        match self {
            Self::Several { options, others } => {
                *others == Some(OptionAnswer::Unknown)
                    || options.values().any(|said| *said == OptionAnswer::Unknown)
            }
            Self::Unknown => true,
            Self::Option(_) => false,
        }
    }

    /// Yes or no.
    pub fn of(yes: bool) -> Self {
        Self::Option(if yes { "yes" } else { "no" }.to_owned())
    }

    /// These options and no others.
    pub fn chosen<'a>(options: impl IntoIterator<Item = &'a str>) -> Self {
        let options = options
            .into_iter()
            .map(|id| (id.to_owned(), OptionAnswer::Yes))
            .collect();
        Self::Several {
            options,
            others: Some(OptionAnswer::No),
        }
    }
}

impl Facts {
    /// Nothing answered but the day, for one leg.
    pub fn new(on: Date) -> Self {
        Self {
            on,
            legs: vec![Leg::default()],
            answers: Answers::new(),
        }
    }
}
