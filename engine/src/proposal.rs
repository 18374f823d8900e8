//! A proposal as plain data, read into [`Facts`] and written from them.
//!
//! ```json
//! {"on": "2019-03-01",
//!  "legs": [{"discloser": {"is": "sch4-10"}, "recipient": {"provider-to": "sch4-7"}, "answers": {}}],
//!  "answers": {"aims": ["fuel-poverty"], "held-for-functions": true, "where": "unknown"}}
//! ```

use litemap::LiteMap;
use std::fmt;

use crate::model::{AnswerKind, EntryKind, Question, Rulebook, Version};
use crate::suggest::{listed, nearest};
use crate::{Answer, Answers, Date, Facts, Leg, OptionAnswer, Person, Plain, Text, keep_unknown};

/// What is wrong with a proposal: one sentence that names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposalError {
    /// Where, such as `legs[0].discloser`.
    pub place: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for ProposalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

impl std::error::Error for ProposalError {}

pub(crate) fn error<T>(place: &str, message: impl Into<String>) -> Result<T, ProposalError> {
    Err(ProposalError {
        place: place.to_owned(),
        message: message.into(),
    })
}

/// Reads a proposal. Every name in it must be declared in the rulebook.
///
/// # Errors
///
/// The first thing that is wrong: an unknown member, question, option or person, or a date that is
/// in no calendar. `today` is the day of the share where the proposal gives none.
pub fn read_proposal(
    rulebook: &Rulebook,
    plain: &Plain,
    today: Date,
) -> Result<Facts, ProposalError> {
    let Plain::Map(members) = plain else {
        return error(
            "proposal",
            "this is not an object with `on`, `legs` and `answers`",
        );
    };
    let mut facts = Facts {
        on: today,
        legs: Vec::new(),
        answers: Answers::new(),
    };
    for (key, value) in members {
        match key.as_str() {
            "on" => facts.on = date("on", value)?,
            "answers" => facts.answers = answers(rulebook, "answers", value)?,
            "legs" => {
                let Plain::List(legs) = value else {
                    return error("legs", "this is not a list of legs");
                };
                for (index, value) in legs.iter().enumerate() {
                    facts
                        .legs
                        .push(leg(rulebook, &format!("legs[{index}]"), value)?);
                }
            }
            _ => {
                return unknown(
                    "proposal",
                    "a member of a proposal",
                    key,
                    ["on", "legs", "answers"],
                );
            }
        }
    }
    if facts.legs.is_empty() {
        return error(
            "legs",
            "a proposal has at least one leg, with a `discloser` and a `recipient`",
        );
    }
    Ok(facts)
}

fn unknown<'a, T>(
    place: &str,
    what: &str,
    found: &str,
    known: impl IntoIterator<Item = &'a str> + Clone,
) -> Result<T, ProposalError> {
    let near = nearest(found, known.clone());
    let hint = if near.is_empty() {
        let all: Vec<&str> = known.into_iter().collect();
        if all.len() > 16 {
            String::new()
        } else {
            format!("; known are {}", listed(&all))
        }
    } else {
        format!("; did you mean {}?", listed(&near))
    };
    error(place, format!("`{found}` is not {what}{hint}"))
}

fn date(place: &str, value: &Plain) -> Result<Date, ProposalError> {
    match value {
        Plain::Text(text) => match Date::from_iso(text) {
            Some(date) => Ok(date),
            None => error(
                place,
                format!(
                    "`{text}` is not a date of the years 1000 to 9999; write the day as `2019-03-01`"
                ),
            ),
        },
        _ => error(
            place,
            "this is not a date; write the day as `\"2019-03-01\"`",
        ),
    }
}

fn leg(rulebook: &Rulebook, place: &str, value: &Plain) -> Result<Leg, ProposalError> {
    let Plain::Map(members) = value else {
        return error(
            place,
            "this is not an object with `discloser`, `recipient` and `answers`",
        );
    };
    let mut leg = Leg::default();
    for (key, value) in members {
        let inner = format!("{place}.{key}");
        match key.as_str() {
            "discloser" => leg.discloser = person(rulebook, &inner, value)?,
            "recipient" => leg.recipient = person(rulebook, &inner, value)?,
            "answers" => leg.answers = answers(rulebook, &inner, value)?,
            _ => {
                return unknown(
                    place,
                    "a member of a leg",
                    key,
                    ["discloser", "recipient", "answers"],
                );
            }
        }
    }
    Ok(leg)
}

fn person(
    rulebook: &Rulebook,
    place: &str,
    value: &Plain,
) -> Result<Option<Person>, ProposalError> {
    let (members, short) = match value {
        Plain::Null => return Ok(None),
        Plain::Text(id) => {
            return Ok(Some(Person::Body {
                id: entry(rulebook, place, id)?,
                name: None,
            }));
        }
        Plain::Map(members) => (members, value),
        _ => {
            return error(
                place,
                "this is not a person; write `{\"is\": \"sch4-10\"}`, `{\"provider-to\": \"sch4-10\"}` or `{\"not-listed\": \"name\"}`",
            );
        }
    };
    for (key, _) in members {
        if !["is", "name", "provider-to", "not-listed", "label"].contains(&key.as_str()) {
            return unknown(
                place,
                "a member of a person",
                key,
                ["is", "name", "provider-to", "not-listed"],
            );
        }
    }
    let text = |key: &str| match short.get(key) {
        None | Some(Plain::Null) => Ok(None),
        Some(Plain::Text(text)) => Ok(Some(text.clone())),
        Some(_) => {
            let form = match key {
                "is" | "provider-to" => "the id of a body, such as `\"sch4-10\"`",
                _ => "a text",
            };
            error(place, format!("`{key}` takes {form}, and nothing else"))
        }
    };
    match (text("is")?, text("provider-to")?, text("not-listed")?) {
        (Some(id), None, None) => Ok(Some(Person::Body {
            id: entry(rulebook, place, &id)?,
            name: text("name")?,
        })),
        (None, Some(to), None) => Ok(Some(Person::Provider {
            to: entry(rulebook, place, &to)?,
        })),
        (None, None, Some(name)) => Ok(Some(Person::NotListed(name))),
        _ => error(
            place,
            "a person has exactly one of `is`, `provider-to` and `not-listed`",
        ),
    }
}

pub(crate) fn entry(rulebook: &Rulebook, place: &str, id: &str) -> Result<String, ProposalError> {
    match rulebook
        .entries
        .iter()
        .find(|entry| entry.id == id)
        .map(|entry| entry.kind)
    {
        Some(EntryKind::Person) => Ok(id.to_owned()),
        Some(EntryKind::Providers) => error(
            place,
            format!(
                "`{id}` describes service providers; write `{{\"provider-to\": …}}` with the body they provide services to"
            ),
        ),
        Some(EntryKind::Definition) => {
            error(place, format!("`{id}` is a definition and no person"))
        }
        None => match called(rulebook, id) {
            Some(known) => error(
                place,
                format!("`{id}` is a name and not an id; did you mean `{known}`?"),
            ),
            None => unknown(place, "a person of this rulebook", id, persons_of(rulebook)),
        },
    }
}

/// The entry that has a usual name, for who gives the name in the place of the id.
fn called<'a>(rulebook: &'a Rulebook, name: &str) -> Option<&'a str> {
    let same = |other: &str| other.eq_ignore_ascii_case(name);
    let has = |version: &Version| {
        let short = version.short.as_ref().map(Text::plain);
        let mut names = version.names.iter().map(|named| named.name.plain());
        short.is_some_and(|other| same(&other))
            || names.any(|other| same(&other))
            || version.also.iter().any(|other| same(other))
    };
    let mut persons = rulebook.entries.iter();
    let found =
        persons.find(|entry| entry.kind == EntryKind::Person && entry.versions.iter().any(has))?;
    Some(&found.id)
}

fn persons_of(rulebook: &Rulebook) -> Vec<&str> {
    rulebook
        .entries
        .iter()
        .filter(|entry| entry.kind == EntryKind::Person)
        .map(|entry| entry.id.as_str())
        .collect()
}

fn answers(rulebook: &Rulebook, place: &str, value: &Plain) -> Result<Answers, ProposalError> {
    let Plain::Map(members) = value else {
        return error(place, "this is not an object of answers by question");
    };
    let mut answers = Answers::new();
    for (id, value) in members {
        let Some(question) = rulebook.question(id) else {
            return unknown(
                place,
                "a question",
                id,
                rulebook
                    .questions
                    .iter()
                    .map(|question| question.id.as_str())
                    .collect::<Vec<_>>(),
            );
        };
        if matches!(question.kind, AnswerKind::Person | AnswerKind::Date) {
            return error(
                place,
                format!(
                    "`{id}` is no answer: `on` stands in the proposal itself, `discloser` and `recipient` in a leg"
                ),
            );
        }
        if let Some(answer) = answer(question, &format!("{place}.{id}"), value)? {
            answers.insert(id.clone(), answer);
        }
    }
    keep_unknown(rulebook, &mut answers);
    Ok(answers)
}

pub(crate) fn answer(
    question: &Question,
    place: &str,
    value: &Plain,
) -> Result<Option<Answer>, ProposalError> {
    let several = question.kind == AnswerKind::Several;
    match value {
        Plain::Null => Ok(None),
        Plain::Text(word) if word == "unknown" => Ok(Some(Answer::Unknown)),
        Plain::Bool(yes) if question.kind == AnswerKind::YesNo => Ok(Some(Answer::of(*yes))),
        Plain::Text(id) if !several => Ok(Some(Answer::Option(option(question, place, id)?))),
        Plain::List(values) if several => {
            let mut options = LiteMap::new();
            let mut others = OptionAnswer::No;
            for value in values {
                match value {
                    Plain::Text(word) if word == "unknown" => others = OptionAnswer::Unknown,
                    Plain::Text(id) => {
                        options.insert(option(question, place, id)?, OptionAnswer::Yes);
                    }
                    _ => return error(place, "this is not a list of options"),
                }
            }
            Ok(Some(Answer::Several {
                options,
                others: Some(others),
            }))
        }
        Plain::Map(members) if several => {
            let mut options = LiteMap::new();
            for (id, value) in members {
                let said = match value {
                    Plain::Bool(true) => OptionAnswer::Yes,
                    Plain::Bool(false) => OptionAnswer::No,
                    Plain::Text(word) if word == "unknown" => OptionAnswer::Unknown,
                    _ => {
                        return error(
                            place,
                            format!("`{id}` is answered by `true`, `false` or `\"unknown\"`"),
                        );
                    }
                };
                options.insert(option(question, place, id)?, said);
            }
            Ok(Some(Answer::Several {
                options,
                others: None,
            }))
        }
        _ => {
            let form = match question.kind {
                AnswerKind::YesNo => "`true`, `false` or `\"unknown\"`",
                AnswerKind::Several => {
                    "a list of options, an object of options with `true`, `false` or `\"unknown\"`, or `\"unknown\"`"
                }
                _ => "the name of an option, or `\"unknown\"`",
            };
            error(
                place,
                format!("this is not an answer to the question; it is answered by {form}"),
            )
        }
    }
}

fn option(question: &Question, place: &str, id: &str) -> Result<String, ProposalError> {
    match question.option(id) {
        Some(_) => Ok(id.to_owned()),
        None => unknown(
            place,
            &format!("an option of `{}`", question.id),
            id,
            question
                .options
                .iter()
                .map(|option| option.id.as_str())
                .collect::<Vec<_>>(),
        ),
    }
}

/// Writes facts as a proposal, such that reading it gives the same facts.
pub fn write_proposal(facts: &Facts) -> Plain {
    let legs = facts.legs.iter().map(|leg| {
        let mut members = Vec::new();
        members.extend(
            leg.discloser
                .as_ref()
                .map(|person| ("discloser".to_owned(), write_person(person))),
        );
        members.extend(
            leg.recipient
                .as_ref()
                .map(|person| ("recipient".to_owned(), write_person(person))),
        );
        members.push(("answers".to_owned(), write_answers(&leg.answers)));
        Plain::Map(members)
    });
    let legs = Plain::List(legs.collect());
    Plain::Map(vec![
        ("on".to_owned(), Plain::Text(facts.on.iso())),
        ("legs".to_owned(), legs),
        ("answers".to_owned(), write_answers(&facts.answers)),
    ])
}

pub(crate) fn write_person(person: &Person) -> Plain {
    let member = |key: &str, value: &str| (key.to_owned(), Plain::text(value));
    Plain::Map(match person {
        Person::Body { id, name } => {
            let name = name.as_ref().map(|name| member("name", name));
            [member("is", id)].into_iter().chain(name).collect()
        }
        Person::Provider { to } => vec![member("provider-to", to)],
        Person::NotListed(name) => vec![member("not-listed", name)],
    })
}

fn write_answers(answers: &Answers) -> Plain {
    Plain::Map(
        answers
            .iter()
            .map(|(id, answer)| (id.clone(), write_answer(answer)))
            .collect(),
    )
}

fn write_answer(answer: &Answer) -> Plain {
    match answer {
        Answer::Unknown => Plain::text("unknown"),
        Answer::Option(id) if id == "yes" || id == "no" => Plain::Bool(id == "yes"),
        Answer::Option(id) => Plain::text(id),
        Answer::Several {
            options,
            others: Some(others),
        } if *others != OptionAnswer::Yes
            && options.values().all(|said| *said == OptionAnswer::Yes) =>
        {
            let unknown = (*others == OptionAnswer::Unknown).then(|| Plain::text("unknown"));
            Plain::List(options.keys().map(Plain::text).chain(unknown).collect())
        }
        Answer::Several { options, .. } => Plain::Map(
            options
                .iter()
                .map(|(id, said)| {
                    let value = match said {
                        OptionAnswer::Yes => Plain::Bool(true),
                        OptionAnswer::No => Plain::Bool(false),
                        OptionAnswer::Unknown => Plain::text("unknown"),
                    };
                    (id.clone(), value)
                })
                .collect(),
        ),
    }
}
