//! Words of the rules to copy into other documents, with what is known of the share filled in.

use wicketgate_engine::model::{NoteKind, Rulebook};
use wicketgate_engine::{NoteSaid, Outcome, Verdict};

use super::{Document, answer};
use crate::content::fill;
use crate::journey::said::shared_refusals;
use crate::journey::session::Session;
use crate::prose::label;

/// The notes with words to copy that go with an answer.
pub(crate) fn wordings(session: &Session) -> Vec<&NoteSaid> {
    let mut all = answer::notes(session);
    all.retain(|note| note.kind == NoteKind::Wording);
    all
}

/// Words to copy, as a document. What is not known stays in brackets, to be filled in by hand.
pub(crate) fn wording(session: &Session, note: &NoteSaid) -> Document {
    let mut document = Document::new(session.words.lang, &note.title);
    let known = session.book.notes.iter().find(|known| known.id == note.id);
    if let Some(says) = known.and_then(|known| known.says.as_ref()) {
        let facts = known_facts(session);
        let facts: Vec<(&str, &str)> = facts
            .iter()
            .map(|(name, value)| (*name, &**value))
            .collect();
        let mut filled = says.clone();
        for line in &mut filled.paragraphs {
            *line = fill(line, &facts);
        }
        document.text(&filled);
    }
    answer::about(&mut document, session);
    document
}

/// What stands for a place in brackets; several legs are told together.
fn known_facts(session: &Session) -> Vec<(&'static str, String)> {
    let book: &Rulebook = &session.book;
    let mut facts: Vec<(&'static str, String)> = Vec::new();
    let mut add = |name: &'static str, value: &str| {
        // A bracket or a line break in a name must not become a place or a list of its own.
        let value = value.replace(['[', ']', '\n'], " ");
        match facts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, said)) if !said.split(';').any(|one| one.trim_start() == value) => {
                said.push_str("; ");
                said.push_str(&value);
            }
            Some(_) => {}
            None => facts.push((name, value)),
        }
    };
    add("[date]", &session.words.date(session.facts.on));
    for (at, leg) in session.walk.found.legs.iter().enumerate() {
        add("[share]", &session.leg_name(at));
        if let Some(leg) = session.facts.legs.get(at) {
            for (name, person) in [
                ("[discloser]", &leg.discloser),
                ("[recipient]", &leg.recipient),
            ] {
                if let Some(person) = person {
                    add(name, &session.person(person));
                }
            }
        }
        if leg.outcome == Outcome::DoesNotFit {
            let (chosen, _) = session.split(at, leg);
            for finding in shared_refusals(leg, &chosen) {
                add("[reasons]", &finding.because);
            }
            for found in chosen {
                add("[objective]", &found.title);
                for finding in &found.reasons {
                    if finding.truth == Verdict::NotMet {
                        add("[reasons]", &finding.because);
                    }
                }
            }
        }
        for found in &leg.gateways {
            if found.outcome != leg.outcome
                || !matches!(found.outcome, Outcome::Fits | Outcome::NeedsAdvice)
            {
                continue;
            }
            let gateway = book.gateways.iter().find(|known| known.id == found.gateway);
            if let Some(cite) = gateway.and_then(|gateway| gateway.cites.first()) {
                add(
                    "[power]",
                    &label(book, &book.provision(cite), &book.citation(cite)),
                );
            }
            // A gateway without objectives leaves the place to be filled in by hand.
            if found.objective.is_some() {
                add("[objective]", &found.title);
            }
        }
    }
    facts
}
