//! A proposal that was saved with an older rulebook, put into the names of this one.

use crate::Plain;
use crate::model::{AnswerKind, Question, RenamedKind, Rulebook};
use crate::proposal::{answer, entry};

/// What became of a name in a saved proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Migrated {
    /// Where it stood, such as `legs[0].discloser` or `answers.aims`.
    pub place: String,
    /// What was said there.
    pub old: String,
    /// Its name now; none if this rulebook has nothing for it, so that it was left out.
    pub new: Option<String>,
}

/// Puts a saved proposal into the names of a rulebook, and says what was renamed and what was left out.
///
/// What is left out is open again: it never reads as a no. What is no proposal at all stays as it is,
/// for [`read_proposal`](crate::read_proposal) to say so.
pub fn migrate(rulebook: &Rulebook, saved: &Plain) -> (Plain, Vec<Migrated>) {
    let mut migration = Migration {
        rulebook,
        told: Vec::new(),
    };
    let plain = migration.proposal(saved);
    (plain, migration.told)
}

struct Migration<'a> {
    rulebook: &'a Rulebook,
    told: Vec<Migrated>,
}

impl Migration<'_> {
    fn tell(&mut self, place: &str, old: &str, new: Option<&str>) {
        self.told.push(Migrated {
            place: place.to_owned(),
            old: old.to_owned(),
            new: new.map(str::to_owned),
        });
    }

    fn proposal(&mut self, saved: &Plain) -> Plain {
        let Plain::Map(members) = saved else {
            return saved.clone();
        };
        let mut kept = Vec::new();
        for (key, value) in members {
            let value = match (key.as_str(), value) {
                ("on", _) => value.clone(),
                ("answers", _) => self.answers("answers", value),
                ("legs", Plain::List(legs)) => {
                    let mut kept = Vec::new();
                    for (index, value) in legs.iter().enumerate() {
                        kept.push(self.leg(&format!("legs[{index}]"), value));
                    }
                    Plain::List(kept)
                }
                ("legs", _) => value.clone(),
                _ => {
                    self.tell("proposal", key, None);
                    continue;
                }
            };
            kept.push((key.clone(), value));
        }
        Plain::Map(kept)
    }

    fn leg(&mut self, place: &str, saved: &Plain) -> Plain {
        let Plain::Map(members) = saved else {
            return saved.clone();
        };
        let mut kept = Vec::new();
        for (key, value) in members {
            let inner = [place, ".", key].concat();
            let value = match key.as_str() {
                "discloser" | "recipient" => self.person(&inner, value),
                "answers" => self.answers(&inner, value),
                _ => {
                    self.tell(place, key, None);
                    continue;
                }
            };
            kept.push((key.clone(), value));
        }
        Plain::Map(kept)
    }

    fn person(&mut self, place: &str, saved: &Plain) -> Plain {
        match saved {
            Plain::Text(id) => self.entry(place, id).map_or(Plain::Null, Plain::Text),
            Plain::Map(members) => {
                let mut kept = Vec::new();
                for (key, value) in members {
                    match (key.as_str(), value) {
                        ("is" | "provider-to", Plain::Text(id)) => match self.entry(place, id) {
                            Some(id) => kept.push((key.clone(), Plain::Text(id))),
                            None => return Plain::Null,
                        },
                        _ => kept.push((key.clone(), value.clone())),
                    }
                }
                Plain::Map(kept)
            }
            _ => saved.clone(),
        }
    }

    fn entry(&mut self, place: &str, id: &str) -> Option<String> {
        let rulebook = self.rulebook;
        let now = rulebook.name_now(RenamedKind::Entry, None, id);
        let kept = entry(rulebook, place, now).ok();
        if kept.as_deref() != Some(id) {
            self.tell(place, id, kept.as_deref());
        }
        kept
    }

    fn answers(&mut self, place: &str, saved: &Plain) -> Plain {
        let Plain::Map(members) = saved else {
            return saved.clone();
        };
        let rulebook = self.rulebook;
        let mut kept: Vec<(String, Plain)> = Vec::new();
        for (id, value) in members {
            let now = rulebook.name_now(RenamedKind::Question, None, id);
            let asked = rulebook
                .question(now)
                .filter(|question| !matches!(question.kind, AnswerKind::Person | AnswerKind::Date));
            let Some(question) = asked else {
                self.tell(place, id, None);
                continue;
            };
            let inner = [place, ".", now].concat();
            let told = self.told.len();
            let value = self.answer(question, &inner, value);
            if answer(question, &inner, &value).is_err() {
                // One report is enough: the answer as a whole is gone.
                self.told.truncate(told);
                self.tell(place, id, None);
                continue;
            }
            if now != id {
                self.tell(place, id, Some(now));
            }
            kept.push((now.to_owned(), value));
        }
        Plain::Map(kept)
    }

    fn answer(&mut self, question: &Question, place: &str, saved: &Plain) -> Plain {
        match saved {
            Plain::Text(id) => match self.option(question, place, id) {
                Some(id) => Plain::Text(id),
                None => saved.clone(),
            },
            Plain::List(values) => {
                let mut options = Vec::new();
                let mut lost = false;
                for value in values {
                    match value {
                        Plain::Text(id) => match self.option(question, place, id) {
                            Some(id) => options.push(id),
                            None => lost = true,
                        },
                        _ => return saved.clone(),
                    }
                }
                if !lost {
                    return Plain::List(options.into_iter().map(Plain::Text).collect());
                }
                // In a list every other option is no. Nobody said that of what this rulebook asks.
                options.retain(|id| id != UNKNOWN);
                let yes = |id| (id, Plain::Bool(true));
                Plain::Map(options.into_iter().map(yes).collect())
            }
            Plain::Map(members) => {
                let mut kept = Vec::new();
                for (id, value) in members {
                    if let Some(id) = self.option(question, place, id) {
                        kept.push((id, value.clone()));
                    }
                }
                Plain::Map(kept)
            }
            _ => saved.clone(),
        }
    }

    /// The name of an option now. One that is gone is told.
    fn option(&mut self, question: &Question, place: &str, id: &str) -> Option<String> {
        let now = self
            .rulebook
            .name_now(RenamedKind::Option, Some(&question.id), id);
        let known = now == UNKNOWN || question.option(now).is_some();
        if !known || now != id {
            self.tell(place, id, known.then_some(now));
        }
        known.then(|| now.to_owned())
    }
}

/// How a proposal says that someone does not know.
const UNKNOWN: &str = "unknown";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Answer, Date, Source, compile, read_proposal};

    const RULES: &str = "rulebook \"R\" {
  law as at 1 May 2018
  groups g
}

instrument ACT \"The Act\" {
  cited as \"2017\"
  link \"https://example.org/\"
  provision \"s.1\" at \"1\"
}

question aims several \"Aims?\" [ACT s.1] {
  group g
  scope proposal
  error \"Select one\"
  option warm \"Warm\"
  option fed \"Fed\"
}

question cold yes-no \"Cold?\" [ACT s.1] {
  group g
  scope proposal
  error \"Select one\"
}

renamed question goals to aims
renamed option aims heated to warm
";

    fn text(text: &str) -> Plain {
        Plain::Text(text.to_owned())
    }

    fn map(members: &[(&str, Plain)]) -> Plain {
        Plain::Map(
            members
                .iter()
                .map(|(key, value)| ((*key).to_owned(), value.clone()))
                .collect(),
        )
    }

    #[test]
    fn an_older_proposal_is_read_and_what_changed_is_told() {
        let sources = [Source::new("r.gate", RULES)];
        let found = compile(&sources);
        let told: Vec<String> = found
            .diagnostics
            .iter()
            .map(|diagnostic| diagnostic.render(&sources))
            .collect();
        let book = found.rulebook.unwrap_or_else(|| panic!("{told:?}"));
        let saved = map(&[
            (
                "legs",
                Plain::List(vec![map(&[("discloser", map(&[("is", text("s-1"))]))])]),
            ),
            (
                "answers",
                map(&[
                    ("goals", Plain::List(vec![text("heated"), text("lit")])),
                    ("cold", text("rather")),
                    ("gone", Plain::Bool(true)),
                ]),
            ),
        ]);
        let (plain, told) = migrate(&book, &saved);
        let told: Vec<(&str, &str, Option<&str>)> = told
            .iter()
            .map(|one| (one.place.as_str(), one.old.as_str(), one.new.as_deref()))
            .collect();
        assert_eq!(
            told,
            [
                ("legs[0].discloser", "s-1", None),
                ("answers.aims", "heated", Some("warm")),
                ("answers.aims", "lit", None),
                ("answers", "goals", Some("aims")),
                ("answers", "cold", None),
                ("answers", "gone", None),
            ]
        );
        let today = Date::from_iso("2018-05-01").unwrap();
        let facts = read_proposal(&book, &plain, today).unwrap();
        assert_eq!(facts.answers.len(), 1);
        let Some(Answer::Several { options, others }) = facts.answers.get("aims") else {
            panic!("{facts:?}");
        };
        assert_eq!(
            (options.len(), others),
            (1, &None),
            "what was lost is open again"
        );
        // What needs nothing is left as it is, and so is what was never a proposal.
        let again = migrate(&book, &plain);
        assert_eq!((again.0, again.1.len()), (plain, 0));
        assert_eq!(migrate(&book, &Plain::Null).0, Plain::Null);
    }
}
