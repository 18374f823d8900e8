//! Answers in the fragment of an address, by question id, so that a page can be opened with them.
//!
//! ```text
//! on=2026-03-01&discloser=sch4-10&recipient=sch4-7&aims=fuel-poverty&where=england,scotland&held-for-functions=yes
//! ```
//!
//! What belongs to one of several legs has the number of its leg behind the name, as in `recipient.2`. A person is an
//! entry, `sch4-50:A name of its own`, `provider-to:sch4-10` or `not-listed:A name`.

use wicketgate_engine::model::{AnswerKind, Rulebook};
use wicketgate_engine::{Facts, MOST_LEGS, Plain, write_proposal};

use crate::content::joined;

/// How a fragment with answers starts.
pub(crate) const LINK: &str = "#on=";

/// The longest fragment that is read: far longer than any that is written.
const LONGEST: usize = 16 * 1024;

/// The fragment for facts.
pub(crate) fn fragment(facts: &Facts) -> String {
    let mut out = String::new();
    let proposal = write_proposal(facts);
    if let Some(Plain::Text(on)) = proposal.get("on") {
        put("on", 0, on, &mut out);
    }
    if let Some(Plain::List(legs)) = proposal.get("legs") {
        for (at, leg) in legs.iter().enumerate() {
            for end in ["discloser", "recipient"] {
                if let Some(person) = leg.get(end) {
                    put(end, at, &person_text(person), &mut out);
                }
            }
            if let Some(Plain::Map(answers)) = leg.get("answers") {
                for (id, answer) in answers {
                    put(id, at, &answer_text(answer), &mut out);
                }
            }
        }
    }
    if let Some(Plain::Map(answers)) = proposal.get("answers") {
        for (id, answer) in answers {
            // With a dot and no number, it holds for every leg.
            put(&[id, "."].concat(), 0, &answer_text(answer), &mut out);
        }
    }
    out
}

fn put(name: &str, leg: usize, value: &str, out: &mut String) {
    if !out.is_empty() {
        out.push('&');
    }
    out.push_str(name);
    if leg > 0 {
        out.push('.');
        out.push_str(&(leg + 1).to_string());
    }
    out.push('=');
    for byte in value.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b':' | b',' => {
                out.push(char::from(byte));
            }
            _ => {
                out.push('%');
                for digit in [byte >> 4, byte & 15] {
                    let digit = char::from_digit(u32::from(digit), 16).unwrap_or('0');
                    out.push(digit.to_ascii_uppercase());
                }
            }
        }
    }
}

fn person_text(person: &Plain) -> String {
    let text = |key: &str| match person.get(key) {
        Some(Plain::Text(text)) => Some(text.as_str()),
        _ => None,
    };
    match (text("is"), text("provider-to"), text("not-listed")) {
        (Some(id), ..) => match text("name") {
            Some(name) => [id, ":", name].concat(),
            None => id.to_owned(),
        },
        (_, Some(to), _) => ["provider-to:", to].concat(),
        (.., name) => ["not-listed:", name.unwrap_or_default()].concat(),
    }
}

fn answer_text(answer: &Plain) -> String {
    match answer {
        Plain::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Plain::Text(text) => text.clone(),
        Plain::List(chosen) => {
            let mut all = Vec::new();
            for one in chosen {
                all.push(answer_text(one));
            }
            joined(&all, ",")
        }
        Plain::Map(options) => {
            let mut all = Vec::new();
            for (id, said) in options {
                all.push([id, ":", &answer_text(said)].concat());
            }
            joined(&all, ",")
        }
        _ => String::new(),
    }
}

/// The proposal of a fragment, if it holds one. Whether its names are known is for the reader of proposals to say.
pub(crate) fn proposal(book: &Rulebook, fragment: &str) -> Option<Plain> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    if fragment.len() > LONGEST || !fragment.starts_with("on=") {
        return None;
    }
    let member = |key: &str, value: Plain| (key.to_owned(), value);
    let mut legs: Vec<Vec<(String, Plain)>> = vec![Vec::new()];
    let mut own: Vec<Vec<(String, Plain)>> = vec![Vec::new()];
    let (mut all, mut on) = (Vec::new(), Plain::Null);
    for pair in fragment.split('&') {
        let (name, value) = pair.split_once('=')?;
        let value = decoded(value)?;
        let (name, leg) = match name.split_once('.') {
            None => (name, Some(0)),
            Some((name, "")) => (name, None),
            Some((name, leg)) => (name, Some(leg.parse::<usize>().ok()?.checked_sub(1)?)),
        };
        if leg.is_some_and(|leg| leg >= MOST_LEGS) {
            return None;
        }
        while leg.is_some_and(|leg| leg >= legs.len()) {
            legs.push(Vec::new());
            own.push(Vec::new());
        }
        let place = leg.unwrap_or_default();
        match name {
            "on" => on = Plain::Text(value),
            "discloser" | "recipient" => {
                legs.get_mut(place)?.push(member(name, person(&value)));
            }
            _ => {
                let answer = member(name, answer(book, name, &value));
                match leg {
                    Some(leg) => own.get_mut(leg)?.push(answer),
                    None => all.push(answer),
                }
            }
        }
    }
    let mut list = Vec::new();
    for (mut leg, answers) in legs.into_iter().zip(own) {
        leg.push(member("answers", Plain::Map(answers)));
        list.push(Plain::Map(leg));
    }
    Some(Plain::Map(vec![
        member("on", on),
        member("legs", Plain::List(list)),
        member("answers", Plain::Map(all)),
    ]))
}

fn person(value: &str) -> Plain {
    let member = |key: &str, value: &str| (key.to_owned(), Plain::text(value));
    Plain::Map(match value.split_once(':') {
        None => vec![member("is", value)],
        Some((kind @ ("provider-to" | "not-listed"), rest)) => vec![member(kind, rest)],
        Some((id, name)) => vec![member("is", id), member("name", name)],
    })
}

fn answer(book: &Rulebook, id: &str, value: &str) -> Plain {
    let word = |word: &str| match word {
        "yes" => Plain::Bool(true),
        "no" => Plain::Bool(false),
        word => Plain::text(word),
    };
    let kind = book.question(id).map(|question| question.kind);
    match kind {
        _ if value == "unknown" => Plain::text(value),
        Some(AnswerKind::Several) if value.contains(':') => {
            let mut each = Vec::new();
            for one in value.split(',') {
                if let Some((id, said)) = one.split_once(':') {
                    each.push((id.to_owned(), word(said)));
                }
            }
            Plain::Map(each)
        }
        Some(AnswerKind::Several) => {
            let mut each = Vec::new();
            for one in value.split(',') {
                if !one.is_empty() {
                    each.push(Plain::text(one));
                }
            }
            Plain::List(each)
        }
        Some(AnswerKind::YesNo) => word(value),
        _ => Plain::text(value),
    }
}

fn decoded(value: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            let value = digit()? * 16 + digit()?;
            bytes.push(u8::try_from(value).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}
