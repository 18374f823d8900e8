//! The answer as a document: the outcome, why, what goes with it, what was answered, and by which rules.

use wicketgate_engine::model::NoteKind;
use wicketgate_engine::{
    Finding, GatewayDetermination, LegDetermination, NoteSaid, Outcome, ProvisionCited, Run,
    Verdict,
};

use super::document::words as plain;
use super::{Block, Document};
use crate::content::{fill, joined};
use crate::journey::notes::ORDER;
use crate::journey::said::{caveats, outcome_key, shared_refusals};
use crate::journey::session::Session;
use crate::journey::walk::is_shared;
use crate::prose::label;

/// The answer.
pub(crate) fn answer(session: &Session) -> Document {
    let (book, words) = (&*session.book, session.words);
    let found = &session.walk.found;
    let date = words.date(session.facts.on);
    let (title, share) = match found.legs.as_slice() {
        [leg] => {
            let (chosen, _) = session.split(0, leg);
            let share = [("{share}", &*session.leg_name(0)), ("{date}", &date)];
            (
                session.outcome_title(leg, &chosen),
                fill(words.share_on, &share),
            )
        }
        legs => {
            let count = legs.len().to_string();
            let shares = [("{count}", count.as_str()), ("{date}", &date)];
            (
                session.outcome_words(found.outcome, false),
                fill(words.shares_on, &shares),
            )
        }
    };
    let mut document = Document::new(words.lang, &title);
    document.words(&share);
    document.says(book, outcome_key(found.outcome));
    document.says(book, "advice");
    for (at, leg) in found.legs.iter().enumerate() {
        let mut level = 2;
        if found.legs.len() > 1 {
            let name = session.leg_name(at);
            let outcome = words.row_outcome(leg.outcome);
            let row = [("{objective}", name.as_str()), ("{outcome}", outcome)];
            document.heading(level, &fill(words.row, &row));
            level = 3;
        }
        tell_leg(&mut document, session, at, leg, level);
    }
    document.heading(2, words.next);
    if found.outcome != Outcome::Fits {
        document.says(book, "other-powers");
    }
    document.says(book, "contact");
    tell_notes(&mut document, session);
    tell_answers(&mut document, session);
    about(&mut document, session);
    document
}

fn tell_leg(
    document: &mut Document,
    session: &Session,
    at: usize,
    leg: &LegDetermination,
    level: u8,
) {
    let words = session.words;
    let (chosen, others) = session.split(at, leg);
    let shared = shared_refusals(leg, &chosen);
    if let Some(first) = shared.first() {
        document.heading(level, words.because);
        document.says(&session.book, &["kind-", first.kind.word()].concat());
        findings(document, session, &shared);
    }
    for gateway in &chosen {
        document.heading(level, &session.row(gateway));
        tell_gateway(document, session, gateway);
    }
    let mut also = Vec::new();
    for limit in [true, false] {
        for said in caveats(&chosen, limit) {
            let mut item = plain(&said.text);
            cite(session, &mut item, &said.provisions);
            also.push(item);
        }
    }
    if !also.is_empty() {
        document.heading(level, words.also);
        document.list(also);
    }
    if !others.is_empty() {
        document.heading(level, words.other_objectives);
        let mut items = Vec::new();
        for gateway in others {
            let mut item = plain(&session.row(gateway));
            let refused = |finding: &&Finding| finding.truth == Verdict::NotMet;
            if let Some(first) = gateway.reasons.iter().find(refused) {
                item.push(Run::Words([". ", &first.because].concat()));
                cite(session, &mut item, &[provision(first)]);
            }
            items.push(item);
        }
        document.list(items);
    }
}

fn tell_gateway(document: &mut Document, session: &Session, gateway: &GatewayDetermination) {
    let (book, words) = (&*session.book, session.words);
    if let Some(kind) = gateway.kind {
        document.says(book, &["kind-", kind.word()].concat());
    }
    if gateway.outcome == Outcome::NeedsAdvice {
        for point in &gateway.unsettled {
            document.words(&point.text);
            match book.points.iter().find(|known| known.id == point.id) {
                Some(known) => document.text(&known.says),
                None => document.words(&point.says),
            }
            let mut ask = plain(&point.ask);
            cite(session, &mut ask, &point.provisions);
            document.blocks.push(Block::Paragraph(ask));
        }
    }
    let groups = [
        (Verdict::NotMet, words.reasons_not_met),
        (Verdict::Unsettled, words.reasons_unsettled),
        (Verdict::Unknown, words.reasons_unknown),
        (Verdict::Met, words.reasons_met),
    ];
    for (truth, title) in groups {
        // What is open no longer matters once something is not met.
        if truth == Verdict::Unknown && gateway.outcome == Outcome::DoesNotFit {
            continue;
        }
        let mut each = Vec::new();
        for finding in &gateway.reasons {
            if finding.truth == truth {
                each.push(finding);
            }
        }
        if !each.is_empty() {
            document.heading(3, title);
            findings(document, session, &each);
        }
    }
}

fn provision(finding: &Finding) -> ProvisionCited {
    ProvisionCited {
        provision: finding.provision.clone(),
        citation: finding.citation.clone(),
        link: finding.link.clone(),
    }
}

fn findings(document: &mut Document, session: &Session, findings: &[&Finding]) {
    let mut items = Vec::new();
    for finding in findings {
        let mut item = plain(&finding.because);
        let mut provisions = vec![provision(finding)];
        provisions.extend(finding.also.iter().cloned());
        cite(session, &mut item, &provisions);
        items.push(item);
    }
    document.list(items);
}

/// Puts provisions behind a sentence, in brackets.
fn cite(session: &Session, item: &mut Vec<Run>, provisions: &[ProvisionCited]) {
    for (at, one) in provisions.iter().enumerate() {
        item.push(Run::Words(if at == 0 { " (" } else { "; " }.to_owned()));
        item.push(Run::Link {
            label: label(&session.book, &one.provision, &one.citation),
            url: one.link.clone(),
        });
    }
    if !provisions.is_empty() {
        item.push(Run::Words(")".to_owned()));
    }
}

/// The notes of all legs, each once.
pub(super) fn notes(session: &Session) -> Vec<&NoteSaid> {
    let mut all: Vec<&NoteSaid> = Vec::new();
    for note in session.walk.found.legs.iter().flat_map(|leg| &leg.notes) {
        if all.iter().all(|known| known.id != note.id) {
            all.push(note);
        }
    }
    all
}

/// What goes with the answer. Words to copy are documents of their own.
fn tell_notes(document: &mut Document, session: &Session) {
    let all = notes(session);
    for (kind, title) in ORDER.iter().zip(session.words.notes) {
        let mut own: Vec<&NoteSaid> = Vec::new();
        for note in &all {
            if note.kind == *kind && note.kind != NoteKind::Wording {
                own.push(note);
            }
        }
        if own.is_empty() {
            continue;
        }
        document.heading(2, title);
        if *kind != NoteKind::Step {
            list_notes(document, session, &own);
            continue;
        }
        for (id, stage) in &session.book.stages {
            let mut steps = Vec::new();
            for note in &own {
                if note.stage.as_ref() == Some(id) {
                    steps.push(*note);
                }
            }
            if !steps.is_empty() {
                document.heading(3, &stage.plain());
                list_notes(document, session, &steps);
            }
        }
        own.retain(|note| note.stage.is_none());
        list_notes(document, session, &own);
    }
}

fn list_notes(document: &mut Document, session: &Session, notes: &[&NoteSaid]) {
    let book = &*session.book;
    let mut items = Vec::new();
    for note in notes {
        let mut item = plain(&note.title);
        let known = book.notes.iter().find(|known| known.id == note.id);
        if let Some(says) = known.and_then(|known| known.says.as_ref()) {
            item.push(Run::Words(". ".to_owned()));
            item.extend(Document::line(says));
        }
        for check in &note.checks {
            let truth = session.words.truth(check.truth);
            item.push(Run::Words([" ", &check.text, ": ", truth, "."].concat()));
        }
        let mut sources = note.provisions.clone();
        for source in &note.sources {
            sources.push(ProvisionCited {
                provision: String::new(),
                citation: source.title.clone(),
                link: source.link.clone(),
            });
        }
        cite(session, &mut item, &sources);
        items.push(item);
    }
    document.list(items);
}

fn tell_answers(document: &mut Document, session: &Session) {
    let (book, words) = (&*session.book, session.words);
    document.heading(2, words.your_answers);
    let legs = session.facts.legs.len();
    // What the legs share, and then each leg.
    for leg in (0..=legs).filter(|leg| legs > 1 || *leg == 0) {
        let mut rows = Vec::new();
        // Always in the same order, whatever decided fastest.
        for (index, question) in book.questions.iter().enumerate() {
            for at in &session.walk.path {
                if at.question != index {
                    continue;
                }
                let shared = is_shared(book, *at, &session.facts);
                let here = legs == 1
                    || if leg == 0 {
                        shared
                    } else {
                        !shared && at.leg + 1 == leg
                    };
                if !here {
                    continue;
                }
                let answered = session.answered(*at, question);
                let mut note = Vec::new();
                if let Some(remark) = session.remark(*at) {
                    note.push(Run::Words(remark.note.clone()));
                    if !remark.link.is_empty() {
                        note.push(Run::Words(" ".to_owned()));
                        note.push(Run::Link {
                            label: remark.link.clone(),
                            url: remark.link.clone(),
                        });
                    }
                }
                rows.push(vec![
                    plain(&question.text.plain()),
                    plain(&joined(&answered, "; ")),
                    note,
                ]);
            }
        }
        if rows.is_empty() {
            continue;
        }
        if leg > 0 {
            document.heading(3, &session.leg_name(leg - 1));
        }
        let head = vec![words.question, words.answer, words.note];
        document.blocks.push(Block::Table(head, rows));
    }
}

/// By which rules, as at when, and who stands behind it.
pub(super) fn about(document: &mut Document, session: &Session) {
    let (book, words) = (&*session.book, session.words);
    document.heading(2, words.about);
    let mut lines = vec![(words.rulebook, book.title.plain())];
    if let Some(date) = book.law_as_at {
        lines.push((words.law_date, words.date(date)));
    }
    lines.push((words.fingerprint, book.hash.clone()));
    lines.push((words.share_date, words.date(session.facts.on)));
    lines.push((words.made, words.date(session.today)));
    let mut items = Vec::new();
    for (name, value) in &lines {
        items.push(plain(&[name, ": ", value].concat()));
    }
    document.list(items);
    for key in ["independence", "advice", "attribution"] {
        document.says(book, key);
    }
}
