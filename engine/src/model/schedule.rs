//! Schedules of specified persons (DEA 2017 Schedules 4 to 8).

use crate::model::{Cite, Index, Test};
use crate::{Date, Period, Text};

/// A schedule.
#[derive(Clone, Debug)]
pub struct Schedule {
    /// Its name in rule files, such as `sch4`.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// How an entry is named to people; `{label}` stands for the paragraph.
    pub entry_name: Text,
    /// Where it stands.
    pub cites: Vec<Cite>,
    /// From when it is in force.
    pub from: Option<Date>,
    /// Numbers and titles of its parts.
    pub parts: Vec<(String, Text)>,
}

/// A paragraph of a schedule.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Schedule and paragraph, such as `sch4-14A`.
    pub id: String,
    /// The schedule; none for a body described outside the schedules.
    pub schedule: Option<Index>,
    /// The part, an index into the parts of the schedule.
    pub part: Index,
    /// The paragraph, such as `14A`.
    pub label: String,
    /// What kind of paragraph it is.
    pub kind: EntryKind,
    /// The organisation or class it describes.
    pub body: Index,
    /// What it said over time, oldest first.
    pub versions: Vec<Version>,
    /// From when an open point makes the entry doubtful.
    pub unsettled: Vec<(Date, Index)>,
    /// Notes shown with it.
    pub notes: Vec<Text>,
    /// The nations to whose law the entry was added, where that is narrower than the schedule.
    pub extent: Vec<Index>,
    /// The paragraph as a provision, with further citations.
    pub cites: Vec<Cite>,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// An organisation or a class of them.
    Person,
    /// Those who provide services to specified persons of the same part.
    Providers,
    /// A definition, which describes nobody.
    Definition,
}

/// What an entry said during a period.
#[derive(Clone, Debug, Default)]
pub struct Version {
    /// When.
    pub period: Period,
    /// The names it had in that time, oldest first; the last has no end of its own.
    pub names: Vec<Named>,
    /// Whether it describes many organisations, such as county councils.
    pub class: bool,
    /// The entry whose body it describes, where in this time that is another's.
    pub same_as: Option<Index>,
    /// A short name for sentences and pickers.
    pub short: Option<Text>,
    /// Usual names and acronyms.
    pub also: Vec<String>,
    /// Limits to some functions or to a capacity.
    pub limits: Vec<EntryLimit>,
}

/// A name and when it was the name.
#[derive(Clone, Debug)]
pub struct Named {
    /// The exact statutory name.
    pub name: Text,
    /// When.
    pub period: Period,
}

/// A limit of an entry.
#[derive(Clone, Debug)]
pub struct EntryLimit {
    /// Its name.
    pub id: String,
    /// What it says.
    pub title: Text,
    /// Whether it binds the discloser.
    pub discloser: bool,
    /// Whether it binds the recipient.
    pub recipient: bool,
    /// What must be met.
    pub test: Test,
    /// Where the law says so.
    pub cites: Vec<Cite>,
}

/// An organisation, or a class of them; which of the two may change with its entries over time.
#[derive(Clone, Debug)]
pub struct Body {
    /// The id of its first entry.
    pub id: String,
}

impl Entry {
    /// The version in force on a day.
    pub fn on(&self, date: Date) -> Option<&Version> {
        self.versions
            .iter()
            .find(|version| version.period.contains(date))
    }

    /// The version in force on a day, else the nearest: the first later one, or the last.
    pub fn nearest(&self, date: Date) -> Option<&Version> {
        self.on(date)
            .or_else(|| {
                self.versions
                    .iter()
                    .find(|version| version.period.from > date)
            })
            .or(self.versions.last())
    }

    /// The first and last day on which the entry says anything.
    pub fn period(&self) -> Option<Period> {
        let (first, last) = (self.versions.first()?, self.versions.last()?);
        Some(Period {
            from: first.period.from,
            until: last.period.until,
        })
    }
}

impl Version {
    /// The statutory name on a day, else the nearest.
    pub fn name(&self, date: Date) -> Option<&Text> {
        let named = self.names.iter().find(|named| named.period.contains(date));
        named.or(self.names.last()).map(|named| &named.name)
    }

    /// The name for sentences: the short name where the exact one is the present one.
    pub fn display(&self, date: Date) -> String {
        let current = self
            .names
            .last()
            .is_some_and(|named| named.period.contains(date) || self.names.len() == 1);
        match &self.short {
            Some(short) if current => short.plain(),
            _ => self.name(date).map(Text::plain).unwrap_or_default(),
        }
    }
}
