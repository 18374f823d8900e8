//! Acts, regulations and orders, and their provisions.

use crate::Text;
use crate::model::Index;

/// An Act or a statutory instrument.
#[derive(Clone, Debug, Default)]
pub struct Instrument {
    /// Its name in rule files, such as `SI-2018-912`.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// How it is cited to people; its title where nothing shorter is given.
    pub cited_as: Text,
    /// Where it can be read, without a slash at the end.
    pub link: String,
    /// Whether each of its provisions must be encoded, or omitted for a reason.
    pub traced: bool,
    /// Its provisions that rules may cite.
    pub provisions: Vec<Provision>,
}

/// A numbered piece of an instrument.
#[derive(Clone, Debug, Default)]
pub struct Provision {
    /// Such as `s.35(1)`.
    pub path: String,
    /// What is added to the link of the instrument.
    pub at: String,
    /// Why no rule encodes it, where none does.
    pub omitted: Option<Text>,
}

/// A place in an instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cite {
    /// The instrument.
    pub instrument: Index,
    /// The provision; none where the whole instrument is meant.
    pub provision: Option<Index>,
}

impl Instrument {
    fn provision(&self, index: Option<Index>) -> Option<&Provision> {
        self.provisions.get(index?)
    }

    pub(super) fn name_of(&self, index: Option<Index>) -> String {
        self.provision(index).map_or_else(
            || self.id.clone(),
            |provision| format!("{} {}", self.id, provision.path),
        )
    }

    pub(super) fn citation_of(&self, index: Option<Index>) -> String {
        let name = if self.cited_as.is_empty() {
            self.title.plain()
        } else {
            self.cited_as.plain()
        };
        match self.provision(index) {
            Some(provision) => format!("{name} {}", provision.path),
            None => name,
        }
    }

    pub(super) fn link_of(&self, index: Option<Index>) -> String {
        match self.provision(index) {
            Some(provision) if !provision.at.is_empty() => {
                format!("{}/{}", self.link, provision.at)
            }
            _ => self.link.clone(),
        }
    }
}
