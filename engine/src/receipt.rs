//! A receipt: an answer in a file, with all that is needed to ask for it again.
//!
//! ```json
//! {"receipt": 1,
//!  "program": "0.1.0",
//!  "rulebook": {"title": "…", "law-as-at": "2026-03-31", "hash": "…"},
//!  "proposal": {"on": "2026-03-01", "legs": […], "answers": {…}},
//!  "outcome": "fits",
//!  "answers": [{"leg": 1, "question": "aims", "asked": "…", "answered": ["…"]}],
//!  "legs": [{"discloser": "…", "recipient": "…", "outcome": "fits", "gateways": […]}],
//!  "notes": [{"leg": 1, "question": "aims", "note": "…", "link": "https://…"}]}
//! ```
//!
//! Everything but the notes follows from the rules and the proposal, so whoever has both can tell whether
//! a file was changed.

use crate::determine::{decides, display};
use crate::model::{AnswerKind, Question, RenamedKind, Scope};
use crate::proposal::error;
use crate::{
    Answer, Date, Determination, Facts, Leg, Migrated, OptionAnswer, Outcome, Person, Plain,
    ProposalError, Rulebook, migrate, read_proposal, write_proposal,
};

/// The version of the program, which may decide what a receipt says as the rules do.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// As many legs as a receipt may have, because each is determined whenever it is opened; and so as many as a page
/// asks about.
pub const MOST_LEGS: usize = 12;

/// What somebody wrote beside an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remark {
    /// The leg, from 0.
    pub leg: usize,
    /// The question.
    pub question: String,
    /// Who said so, and why.
    pub note: String,
    /// Where it can be read.
    pub link: String,
}

/// An answer of a file that has no place in these rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dropped {
    /// Its place in the proposal, such as `answers`.
    pub place: String,
    /// Its name in the file.
    pub old: String,
    /// The question in the words of the file, where it has them.
    pub asked: String,
    /// The answer in the words of the file, where it has them.
    pub answered: String,
}

/// A file as it was read.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// The title of the rules it was made by; empty for a mere proposal, as all that follows.
    pub title: String,
    /// The day up to which their law was checked.
    pub law_as_at: Option<Date>,
    /// Their hash.
    pub hash: String,
    /// The answers that have a place in the rules at hand.
    pub facts: Facts,
    /// Those that have none.
    pub dropped: Vec<Dropped>,
    /// Those that have another name now.
    pub renamed: Vec<Migrated>,
    /// What was written beside answers.
    pub remarks: Vec<Remark>,
    /// The file.
    file: Plain,
}

/// An outcome that is another now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The leg, from 0.
    pub leg: usize,
    /// The gateway or objective, by its title; none for the leg as a whole.
    pub title: Option<String>,
    /// What the file says; none where the file knows no such gateway or objective.
    pub before: Option<Outcome>,
    /// What the rules at hand say.
    pub now: Outcome,
}

/// What came of asking again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rerun {
    /// What the file says, if it says anything.
    pub before: Option<Outcome>,
    /// What the rules at hand say.
    pub now: Outcome,
    /// Whether the file was made by the very rules at hand.
    pub same_rules: bool,
    /// Outcomes that differ.
    pub changed: Vec<Changed>,
    /// Parts of the file that do not follow from its own answers by its own rules: it was changed.
    pub altered: Vec<&'static str>,
}

impl Rerun {
    /// Whether the answer is the same.
    pub fn same(&self) -> bool {
        self.before == Some(self.now) && self.changed.is_empty() && self.altered.is_empty()
    }
}

fn map(members: Vec<(&str, Plain)>) -> Plain {
    let mut owned = Vec::new();
    for (key, value) in members {
        owned.push((key.to_owned(), value));
    }
    Plain::Map(owned)
}

fn texts(lines: Vec<String>) -> Plain {
    let mut list = Vec::new();
    for line in lines {
        list.push(Plain::Text(line));
    }
    Plain::List(list)
}

fn number(from_zero: usize) -> Plain {
    Plain::Number(from_zero as f64 + 1.0)
}

#[inline(never)]
fn string(text: &str) -> Plain {
    Plain::Text(text.to_owned())
}

/// Writes a receipt. What follows from the rules and the facts is always the same, to the letter.
pub fn write_receipt(
    book: &Rulebook,
    facts: &Facts,
    found: &Determination,
    remarks: &[Remark],
) -> Plain {
    let law = book
        .law_as_at
        .map_or(Plain::Null, |day| Plain::Text(day.iso()));
    let mut notes = Vec::new();
    for remark in remarks {
        notes.push(map(vec![
            ("leg", number(remark.leg)),
            ("question", string(&remark.question)),
            ("note", string(&remark.note)),
            ("link", string(&remark.link)),
        ]));
    }
    let mut rules = vec![
        ("title", Plain::Text(book.title.plain())),
        ("law-as-at", law),
        ("hash", string(&book.hash)),
    ];
    if !book.lang.is_empty() {
        rules.push(("language", string(&book.lang)));
    }
    let mut members = vec![
        ("receipt", Plain::Number(1.0)),
        ("program", string(VERSION)),
        ("rulebook", map(rules)),
        ("proposal", write_proposal(facts)),
        ("outcome", string(found.outcome.word())),
    ];
    // What must be said with every answer, in the words of the rules.
    for key in ["independence", "advice", "attribution"] {
        if let Some(text) = book.says(key) {
            members.push((key, Plain::Text(text.plain())));
        }
    }
    members.push(("answers", told(book, facts)));
    members.push(("legs", legs(found)));
    members.push(("notes", Plain::List(notes)));
    map(members)
}

/// The answers in words.
fn told(book: &Rulebook, facts: &Facts) -> Plain {
    let mut all = Vec::new();
    for (at, leg) in facts.legs.iter().enumerate() {
        for question in &book.questions {
            // What holds for every leg is told with the first.
            let shared = question.scope == Scope::Proposal && question.kind != AnswerKind::Person;
            if at > 0 && shared && !leg.answers.contains_key(&question.id) {
                continue;
            }
            let answered = answer_words(book, facts, leg, question);
            if !answered.is_empty() {
                all.push(map(vec![
                    ("leg", number(at)),
                    ("question", string(&question.id)),
                    ("asked", Plain::Text(question.text.plain())),
                    ("answered", texts(answered)),
                ]));
            }
        }
    }
    Plain::List(all)
}

/// An answer in words, one line for each option that was chosen; none if there is no answer.
pub fn answer_words(book: &Rulebook, facts: &Facts, leg: &Leg, question: &Question) -> Vec<String> {
    let named = |person: &Option<Person>| match person {
        Some(person) => vec![display(book, person, facts.on)],
        None => Vec::new(),
    };
    match (question.kind, question.scope) {
        (AnswerKind::Date, _) => return vec![facts.on.iso()],
        (AnswerKind::Person, Scope::Discloser) => return named(&leg.discloser),
        (AnswerKind::Person, _) => return named(&leg.recipient),
        _ => {}
    }
    let option = |id: &str| {
        let at = question.option(id).and_then(|at| question.options.get(at));
        at.filter(|option| !option.text.is_empty())
            .map_or_else(|| id.to_owned(), |option| option.text.plain())
    };
    let answer = leg.answers.get(&question.id);
    match answer.or_else(|| facts.answers.get(&question.id)) {
        None => Vec::new(),
        Some(Answer::Unknown) => vec!["unknown".to_owned()],
        Some(Answer::Option(id)) => vec![option(id)],
        Some(answer @ Answer::Several { options, others }) => {
            let mut lines: Vec<String> = Vec::new();
            for one in &question.options {
                match options.get(&one.id) {
                    Some(OptionAnswer::Yes) => lines.push(option(&one.id)),
                    Some(OptionAnswer::Unknown) => {
                        lines.push([&option(&one.id), ": unknown"].concat());
                    }
                    _ => {}
                }
            }
            if *others == Some(OptionAnswer::Unknown) {
                lines.push("unknown".to_owned());
            } else if lines.is_empty() && !question.leaves_open(answer) {
                lines.push("none".to_owned());
            }
            lines
        }
    }
}

/// The outcomes with the findings that decide them.
fn legs(found: &Determination) -> Plain {
    let name = |name: &Option<String>| name.as_ref().map_or(Plain::Null, |name| string(name));
    let mut legs = Vec::new();
    for leg in &found.legs {
        let mut gateways = Vec::new();
        for gateway in &leg.gateways {
            let mut reasons = Vec::new();
            for finding in &gateway.reasons {
                if decides(finding.truth, gateway.outcome) {
                    reasons.push(map(vec![
                        ("condition", string(&finding.condition)),
                        ("because", string(&finding.because)),
                        ("citation", string(&finding.citation)),
                        ("link", string(&finding.link)),
                    ]));
                }
            }
            gateways.push(map(vec![
                ("gateway", string(&gateway.gateway)),
                ("objective", name(&gateway.objective)),
                ("title", string(&gateway.title)),
                ("outcome", string(gateway.outcome.word())),
                ("reasons", Plain::List(reasons)),
            ]));
        }
        legs.push(map(vec![
            ("discloser", name(&leg.discloser_name)),
            ("recipient", name(&leg.recipient_name)),
            ("outcome", string(leg.outcome.word())),
            ("gateways", Plain::List(gateways)),
        ]));
    }
    Plain::List(legs)
}

fn text<'a>(plain: &'a Plain, key: &str) -> &'a str {
    match plain.get(key) {
        Some(Plain::Text(text)) => text,
        _ => "",
    }
}

fn list<'a>(plain: &'a Plain, key: &str) -> &'a [Plain] {
    match plain.get(key) {
        Some(Plain::List(list)) => list,
        _ => &[],
    }
}

/// Reads a receipt, or a mere proposal. What the rules at hand have no place for is dropped and listed.
///
/// # Errors
///
/// What keeps it from being either, in a sentence.
pub fn read_receipt(book: &Rulebook, plain: &Plain, today: Date) -> Result<Receipt, ProposalError> {
    let proposal = plain.get("proposal").unwrap_or(plain);
    let used = plain.get("rulebook").unwrap_or(&Plain::Null);
    let (proposal, told) = migrate(book, proposal);
    let facts = read_proposal(book, &proposal, today)?;
    if facts.legs.len() > MOST_LEGS {
        return error("legs", "these are more legs than one file may have");
    }
    let (mut dropped, mut renamed) = (Vec::new(), Vec::new());
    for told in told {
        match told.new {
            None => dropped.push(in_words(plain, told.place, told.old)),
            Some(_) => renamed.push(told),
        }
    }
    let mut remarks = Vec::new();
    for note in list(plain, "notes") {
        let leg = match note.get("leg") {
            Some(Plain::Number(leg)) if *leg >= 1.0 => *leg as usize - 1,
            _ => 0,
        };
        let question = book.name_now(RenamedKind::Question, None, text(note, "question"));
        if leg < facts.legs.len() && book.question(question).is_some() {
            remarks.push(Remark {
                leg,
                question: question.to_owned(),
                note: text(note, "note").to_owned(),
                link: text(note, "link").to_owned(),
            });
        }
    }
    Ok(Receipt {
        title: text(used, "title").to_owned(),
        law_as_at: Date::from_iso(text(used, "law-as-at")),
        hash: text(used, "hash").to_owned(),
        dropped,
        renamed,
        facts,
        remarks,
        file: plain.clone(),
    })
}

/// What was dropped, in the words that the file itself has for it.
fn in_words(file: &Plain, place: String, old: String) -> Dropped {
    let leg = place
        .strip_prefix("legs[")
        .and_then(|rest| rest.split_once(']'))
        .and_then(|(leg, _)| leg.parse::<usize>().ok());
    // A place names a question at its end, or it is what was dropped from there.
    let last = place.rsplit('.').next().unwrap_or_default();
    let mut dropped = Dropped::default();
    for told in list(file, "answers") {
        let here = match (told.get("leg"), leg) {
            (Some(Plain::Number(of)), Some(leg)) => *of == leg as f64 + 1.0,
            _ => leg.is_none(),
        };
        let question = text(told, "question");
        if !here || (question != old && question != last) {
            continue;
        }
        text(told, "asked").clone_into(&mut dropped.asked);
        for line in list(told, "answered") {
            if let Plain::Text(line) = line {
                if !dropped.answered.is_empty() {
                    dropped.answered.push_str("; ");
                }
                dropped.answered.push_str(line);
            }
        }
        break;
    }
    dropped.place = place;
    dropped.old = old;
    dropped
}

/// Asks a receipt again: the same answer, or another, and what became of it.
pub fn rerun(book: &Rulebook, receipt: &Receipt) -> Rerun {
    let found = crate::determine(book, &receipt.facts);
    let file = &receipt.file;
    let before = Outcome::from_word(text(file, "outcome"));
    let same_rules = receipt.hash == book.hash;
    let mut changed = Vec::new();
    let none = Plain::Null;
    for (at, leg) in found.legs.iter().enumerate() {
        let told = list(file, "legs").get(at).unwrap_or(&none);
        let mut see = |title: Option<&str>, before: Option<Outcome>, now: Outcome| {
            if before != Some(now) {
                changed.push(Changed {
                    leg: at,
                    title: title.map(str::to_owned),
                    before,
                    now,
                });
            }
        };
        see(None, Outcome::from_word(text(told, "outcome")), leg.outcome);
        for gateway in &leg.gateways {
            let objective = gateway.objective.as_deref().unwrap_or("");
            let before = list(told, "gateways").iter().find(|told| {
                let now = |kind, key| book.name_now(kind, None, text(told, key));
                now(RenamedKind::Gateway, "gateway") == gateway.gateway
                    && now(RenamedKind::Objective, "objective") == objective
            });
            let before = before.and_then(|told| Outcome::from_word(text(told, "outcome")));
            see(Some(&gateway.title), before, gateway.outcome);
        }
    }
    if before.is_none() {
        changed.clear();
    }
    let mut altered = Vec::new();
    let language = text(file.get("rulebook").unwrap_or(&none), "language");
    if same_rules {
        let again = write_receipt(book, &receipt.facts, &found, &[]);
        // Its members follow from the rules and the answers; whatever else it has follows from nothing.
        for part in [
            "rulebook",
            "proposal",
            "outcome",
            "independence",
            "advice",
            "attribution",
            "answers",
            "legs",
        ] {
            let same = match (part, again.get(part), file.get(part)) {
                // Who wrote it may have left out or put in what means the same.
                ("proposal", ..) => receipt.dropped.is_empty(),
                // Words of two languages cannot be held against each other.
                (part, ..) if part != "outcome" && language != book.lang => true,
                (_, one, other) => one == other,
            };
            if !same {
                altered.push(part);
            }
        }
    }
    Rerun {
        before,
        now: found.outcome,
        same_rules,
        changed,
        altered,
    }
}
