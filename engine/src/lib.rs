//! From rule files to an explained answer.
//!
//! ```text
//! sources --compile--> Rulebook --determine(facts)--> Determination
//! ```
//!
//! [`compile`] and [`determine`] are total: a broken rule file is a value with diagnostics, an
//! unanswered question is a value with the outcome [`Outcome::Undecided`]. The engine knows the shape
//! of the law (gateways, objectives, schedules, conditions) and none of its content; it knows no
//! file, clock or browser.
//!
//! ```
//! use wicketgate_engine::{Source, compile};
//!
//! let compiled = compile(&[Source::new("rulebook.gate", "rulebook \"Empty\" {\n  law as at 1 May 2018\n}\n")]);
//! assert!(compiled.rulebook.is_some());
//! ```

#[macro_use]
mod say;

mod among;
#[cfg(feature = "authoring")]
pub mod cases;
mod compare;
mod compile;
mod date;
mod determine;
mod diagram;
mod facts;
mod hash;
mod migrate;
pub mod model;
mod persons;
mod plain;
mod proposal;
mod pseudo;
#[cfg(feature = "authoring")]
mod publish;
mod questions;
mod receipt;
mod set;
mod suggest;
mod text;
#[cfg(feature = "authoring")]
mod trace;
mod truth;

pub use among::keep_unknown;
pub use compare::{Comparison, Difference, Place, compare};
pub use compile::{Compiled, compile, compile_in, compile_parsed, language};
#[cfg(feature = "authoring")]
pub use compile::{TextListed, canonical, compile_amended};
pub use date::{Date, MONTHS, Period};
pub use determine::{
    CaveatSaid, Change, CheckSaid, Determination, Finding, GatewayDetermination, Given, Inquiry,
    LegDetermination, Near, NoteSaid, OpenPoint, Outcome, ProvisionCited, Reasons, Way, determine,
    ends, further, inquire, reasons, ways,
};
#[cfg(feature = "authoring")]
pub use determine::{
    Compared, ConditionChange, Difference as RulebookDifference, DifferenceCase, Example, Lacking,
    Needed, OutcomeChange, Part, PersonNamed, ReasonChange, RouteDifference, TooLarge,
    compare as compare_rulebooks,
};
#[cfg(feature = "proofs")]
pub use determine::{Plainly, conditions, decide, plainly, prove};
pub use facts::{Answer, Answers, Facts, Leg, OptionAnswer, Person};
pub use hash::{rulebook_hash, sha256};
pub use migrate::{Migrated, migrate};
pub use model::Rulebook;
pub use persons::{PersonListed, persons};
pub use plain::Plain;
pub use proposal::{ProposalError, read_proposal, write_proposal};
pub use pseudo::{PSEUDO, pseudo};
#[cfg(feature = "authoring")]
pub use publish::{ANSWERS, Published, QUESTIONS, published};
pub use questions::{OptionAsked, QuestionAsked, questions};
pub use receipt::{
    Changed, Dropped, MOST_LEGS, Receipt, Remark, Rerun, answer_words, read_receipt, rerun,
    write_receipt,
};
pub use text::{Run, Text, TextBlock, blocks, filled, runs};
#[cfg(feature = "authoring")]
pub use trace::{Traced, trace};
pub use truth::{Truth, Verdict};
pub use wicketgate_grammar::{Code, Diagnostic, Parsed, Severity, Source, SourceId, Span, parse};
