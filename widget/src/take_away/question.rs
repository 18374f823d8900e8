//! One question to the policy owner, where two sides look at one share and differ.

use wicketgate_engine::{Comparison, Place, Run};

use super::document::words as plain;
use super::{Block, Document, answer};
use crate::content::fill;
use crate::journey::session::Session;
use crate::prose::label;

/// What a difference is about, in words.
pub(crate) fn subject(session: &Session, place: &Place) -> String {
    let words = session.words;
    match place {
        Place::Leg(leg) => fill(words.leg, &[("{at}", &(leg + 1).to_string())]),
        Place::Answer { question, legs } => {
            let question = session.book.questions.get(*question);
            let asked = question
                .map(|question| question.text.plain())
                .unwrap_or_default();
            if session.facts.legs.len() == 1 {
                return asked;
            }
            let mut which = asked;
            for leg in legs {
                let leg = fill(words.leg, &[("{at}", &(leg + 1).to_string())]);
                which = [&which, " (", &leg, ")"].concat();
            }
            which
        }
    }
}

/// The smallest sets of differences that decide, in words.
pub(crate) fn deciding(document: &mut Document, session: &Session, found: &Comparison) {
    let words = session.words;
    for (title, sets) in [
        (words.decide_theirs, &found.to_theirs),
        (words.decide_mine, &found.to_mine),
    ] {
        let mut items = Vec::new();
        for set in sets {
            let mut subjects = String::new();
            for difference in set.iter().filter_map(|at| found.differences.get(*at)) {
                if !subjects.is_empty() {
                    subjects.push_str("; ");
                }
                subjects.push_str(&subject(session, &difference.place));
            }
            items.push(plain(&subjects));
        }
        if !items.is_empty() {
            document.heading(2, title);
            document.list(items);
        }
    }
}

impl Document {
    /// The results of both sides.
    pub(crate) fn outcomes(&mut self, session: &Session, found: &Comparison) {
        let words = session.words;
        let mut items = Vec::new();
        for (side, all) in [
            (words.side_mine, &found.mine),
            (words.side_theirs, &found.theirs),
        ] {
            let mut line = [side, ":"].concat();
            for (at, one) in all.iter().enumerate() {
                line.push_str(if at == 0 { " " } else { "; " });
                line.push_str(words.row_outcome(*one));
            }
            items.push(plain(&line));
        }
        self.list(items);
    }
}

/// What a side says, in a line.
fn said(session: &Session, lines: &[String]) -> Vec<Run> {
    let words = session.words;
    let mut line = String::new();
    for one in lines {
        if !line.is_empty() {
            line.push_str("; ");
        }
        line.push_str(match one.as_str() {
            "unknown" => words.unknown,
            "none" => words.none,
            "yes" => words.yes,
            "no" => words.no,
            one => one,
        });
    }
    plain(if line.is_empty() {
        words.not_asked
    } else {
        &line
    })
}

/// The differing answers, side by side; those that decide are marked in words.
pub(crate) fn side_by_side(session: &Session, found: &Comparison) -> Block {
    let words = session.words;
    let mut rows = Vec::new();
    for (at, difference) in found.differences.iter().enumerate() {
        let mut asked = subject(session, &difference.place);
        let sets = found.to_theirs.iter().chain(&found.to_mine);
        if sets.into_iter().any(|set| set.contains(&at)) {
            asked = [&asked, " (", words.decides, ")"].concat();
        }
        rows.push(vec![
            plain(&asked),
            said(session, &difference.mine),
            said(session, &difference.theirs),
        ]);
    }
    let head = vec![words.question, words.side_mine, words.side_theirs];
    Block::Table(head, rows)
}

/// The question, with both readings and the provisions.
pub(crate) fn question(session: &Session, found: &Comparison) -> Document {
    let (book, words) = (&*session.book, session.words);
    let mut document = Document::new(words.lang, words.ask_title);
    document.words(&fill(
        words.ask_intro,
        &[
            ("{share}", &session.leg_name(0)),
            ("{date}", &words.date(session.facts.on)),
        ],
    ));
    document.outcomes(session, found);
    document.heading(2, words.differ_title);
    document.blocks.push(side_by_side(session, found));
    deciding(&mut document, session, found);
    let mut law = Vec::new();
    for difference in &found.differences {
        let Place::Answer { question, .. } = &difference.place else {
            continue;
        };
        let Some(question) = book.questions.get(*question) else {
            continue;
        };
        let mut item = plain(&question.text.plain());
        for cite in &question.cites {
            item.push(Run::Words(" ".to_owned()));
            item.push(Run::Link {
                label: label(book, &book.provision(cite), &book.citation(cite)),
                url: book.link(cite),
            });
        }
        if item.len() > 1 {
            law.push(item);
        }
    }
    if !law.is_empty() {
        document.heading(2, words.source);
        document.list(law);
    }
    document.heading(2, words.ask_title);
    document.words(words.ask_which);
    document.says(book, "contact");
    answer::about(&mut document, session);
    document
}
