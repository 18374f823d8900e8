//! The checked rulebook: every name resolved, nothing optional that is required.

mod gateway;
mod instrument;
mod list;
mod note;
mod picker;
mod question;
mod renamed;
mod schedule;
mod test;

pub use gateway::{
    Caveat, Condition, Gateway, InForce, Kind, Limit, Objective, Persons, UnsettledPersons,
};
pub use instrument::{Cite, Instrument, Provision};
pub use list::{Item, List, Meaning};
pub use note::{Check, Note, NoteKind, Reading, Under};
pub use picker::{Agency, Elsewhere, KindChoice, KindWord};
pub use question::{AnswerKind, Choice, Question, Scope};
pub use renamed::{Renamed, RenamedKind};
pub use schedule::{Body, Entry, EntryKind, EntryLimit, Named, Schedule, Version};
pub use test::{End, Extent, Test};

#[cfg(feature = "authoring")]
use crate::cases::Case;
use crate::{Date, Text};

/// A place in one of the tables of a [`Rulebook`].
pub type Index = usize;

/// All rule files together, checked.
#[derive(Clone, Debug, Default)]
pub struct Rulebook {
    /// Its title.
    pub title: Text,
    /// The day up to which the law was checked.
    pub law_as_at: Option<Date>,
    /// SHA-256, in hexadecimal, over the sorted names and contents of its files.
    pub hash: String,
    /// The language of its texts, as `lang` has it; empty for the one the law is written in.
    pub lang: String,
    /// In which order groups of questions are asked.
    pub groups: Vec<String>,
    /// Texts that pages show, by key.
    pub says: Vec<(String, Text)>,
    /// What limits every use of the gateways and is never asked.
    pub limits: Vec<Limit>,
    /// Acts, regulations and orders.
    pub instruments: Vec<Instrument>,
    /// Lists of specified persons.
    pub schedules: Vec<Schedule>,
    /// The entries of all schedules.
    pub entries: Vec<Entry>,
    /// Organisations and classes of them; entries of one body in several schedules share it.
    pub bodies: Vec<Body>,
    /// Lists of nations, factors and the like.
    pub lists: Vec<List>,
    /// Which list holds the nations, if any does.
    pub nations: Option<Index>,
    /// Questions, in the order in which they are asked.
    pub questions: Vec<Question>,
    /// Points on which the law is unsettled.
    pub points: Vec<Point>,
    /// Named tests.
    pub terms: Vec<Term>,
    /// Powers to share.
    pub gateways: Vec<Gateway>,
    /// Objectives.
    pub objectives: Vec<Objective>,
    /// Duties, steps, sibling gateways and other notes.
    pub notes: Vec<Note>,
    /// Stages of the work, in order, with their titles.
    pub stages: Vec<(String, Text)>,
    /// Parts of bodies that people know by a name of their own.
    pub agencies: Vec<Agency>,
    /// Bodies that people look for and that no schedule lists.
    pub elsewhere: Vec<Elsewhere>,
    /// Words such as "council" that lead to a choice.
    pub words: Vec<KindWord>,
    /// What names were before.
    pub renamed: Vec<Renamed>,
    /// Worked cases.
    #[cfg(feature = "authoring")]
    pub cases: Vec<Case>,
}

/// A point on which the law is unsettled.
#[derive(Clone, Debug, Default)]
pub struct Point {
    /// Its name.
    pub id: String,
    /// The open question.
    pub title: Text,
    /// Both readings.
    pub says: Text,
    /// Whom to ask.
    pub ask: Text,
    /// Where the doubt arises.
    pub cites: Vec<Cite>,
}

/// A test with a name, used in several places.
#[derive(Clone, Debug)]
pub struct Term {
    /// Its name.
    pub id: String,
    /// What it means.
    pub title: Text,
    /// Where it is defined.
    pub cites: Vec<Cite>,
    /// The test.
    pub test: Test,
}

impl Rulebook {
    /// The text that pages show under a key, if the rulebook has one.
    pub fn says(&self, key: &str) -> Option<&Text> {
        self.says
            .iter()
            .find(|(name, _)| name == key)
            .map(|(_, text)| text)
    }

    /// The question of an id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// What a name is now: another one if it was renamed. `of` is the question of an option.
    pub fn name_now<'a>(&'a self, kind: RenamedKind, of: Option<&str>, name: &'a str) -> &'a str {
        let mut renamed = self.renamed.iter();
        let found = renamed.find(|renamed| {
            renamed.kind == kind && renamed.of.as_deref() == of && renamed.old == name
        });
        found.map_or(name, |renamed| &renamed.new)
    }

    /// The body of an entry's id, such as `sch4-10`, as it is now.
    pub fn body_of(&self, id: &str) -> Option<Index> {
        self.person_entry(id).map(|entry| entry.body)
    }

    /// The body of an entry's id as the entry stood on a day: it may have described another's then.
    pub fn body_of_on(&self, id: &str, on: crate::Date) -> Option<Index> {
        self.person_entry(id).map(|entry| self.body_on(entry, on))
    }

    fn person_entry(&self, id: &str) -> Option<&Entry> {
        self.entries
            .iter()
            .find(|entry| entry.id == id && entry.kind == EntryKind::Person)
    }

    /// The body an entry describes on a day.
    pub fn body_on(&self, entry: &Entry, on: crate::Date) -> Index {
        let other = entry.on(on).and_then(|version| version.same_as);
        other
            .and_then(|other| self.entries.get(other))
            .map_or(entry.body, |other| other.body)
    }

    /// Whether a body describes many organisations on a day.
    pub fn is_class(&self, body: Index, on: crate::Date) -> bool {
        let mut entries = self.entries.iter().filter(|entry| entry.body == body);
        entries.any(|entry| entry.nearest(on).is_some_and(|version| version.class))
    }

    /// How a provision is named in rule files, such as `DEA s.35(1)`.
    pub fn provision(&self, cite: &Cite) -> String {
        self.instruments
            .get(cite.instrument)
            .map_or_else(String::new, |instrument| instrument.name_of(cite.provision))
    }

    /// How a provision is cited to people, such as "Digital Economy Act 2017 s.35(1)".
    pub fn citation(&self, cite: &Cite) -> String {
        self.instruments
            .get(cite.instrument)
            .map_or_else(String::new, |instrument| {
                instrument.citation_of(cite.provision)
            })
    }

    /// Where a provision can be read.
    pub fn link(&self, cite: &Cite) -> String {
        self.instruments
            .get(cite.instrument)
            .map_or_else(String::new, |instrument| instrument.link_of(cite.provision))
    }
}
