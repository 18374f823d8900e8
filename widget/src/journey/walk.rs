//! Which questions are asked, in which order, given all that was ever answered.
//!
//! The walk starts from nothing and asks what the engine says is open, taking stored answers as it goes. What it does
//! not come across cannot change the outcome: such answers are kept, and neither shown nor used.

use wicketgate_engine::model::{AnswerKind, Index, Rulebook, Scope};
use wicketgate_engine::{
    Answer, Determination, Facts, Leg, Outcome, Person, determine, keep_unknown,
};

/// The leg that is asked about; a proposal with several will have one walk for each.
pub(crate) const LEG: usize = 0;

/// The way through the questions.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Walk {
    /// Questions that were answered and matter, in the order in which they are asked.
    pub(crate) path: Vec<Index>,
    /// The question to ask next; none once the outcome is decided.
    pub(crate) next: Option<Index>,
    /// What the answers on the path amount to.
    pub(crate) found: Determination,
    /// The answers on the path.
    used: Facts,
}

impl Walk {
    /// Walks as far as the answers reach. `examined` are objectives to decide although the leg as a whole is decided.
    ///
    /// As long as nothing has changed, the way is that of `before`: looking for it anew at each step takes time that
    /// a person would notice.
    pub(crate) fn new(
        book: &Rulebook,
        facts: &Facts,
        dated: bool,
        examined: &[String],
        before: Option<&Self>,
    ) -> Self {
        let mut used = Facts::new(facts.on);
        let mut path = Vec::new();
        // The day is never open for the engine, because it always has one.
        let day = book
            .questions
            .iter()
            .position(|question| question.kind == AnswerKind::Date);
        path.extend(day.filter(|_| dated));
        let known = before.filter(|before| dated && before.used.on == facts.on);
        for question in known.into_iter().flat_map(|before| &before.path).copied() {
            if path.contains(&question) {
                continue;
            }
            if !take(book, question, facts, &mut used) {
                break;
            }
            path.push(question);
            let same = known.is_some_and(|before| before.holds(book, question, &used));
            if !same {
                break;
            }
        }
        let mut next = day.filter(|_| !dated);
        let mut found = determine(book, &used);
        while next.is_none() {
            let further = open(book, &found, examined).filter(|open| !path.contains(open));
            let Some(open) = further else {
                break;
            };
            if take(book, open, facts, &mut used) {
                path.push(open);
                found = determine(book, &used);
            } else {
                next = Some(open);
            }
        }
        Self {
            path,
            next,
            found,
            used,
        }
    }

    /// Whether a question has the answer here that it has in other facts.
    fn holds(&self, book: &Rulebook, question: Index, facts: &Facts) -> bool {
        person(book, question, &self.used) == person(book, question, facts)
            && answer(book, question, &self.used) == answer(book, question, facts)
    }

    /// The determination of the leg.
    pub(crate) fn leg(&self) -> Option<&wicketgate_engine::LegDetermination> {
        self.found.legs.get(LEG)
    }
}

/// The first question that is open.
fn open(book: &Rulebook, found: &Determination, examined: &[String]) -> Option<Index> {
    let leg = found.legs.get(LEG)?;
    let id = if leg.outcome == Outcome::Undecided {
        found.open.first()
    } else {
        let asked = |id: &Option<String>| id.as_ref().is_some_and(|id| examined.contains(id));
        leg.gateways
            .iter()
            .filter(|gateway| asked(&gateway.objective))
            .find_map(|gateway| gateway.open.first())
    }?;
    book.questions
        .iter()
        .position(|question| question.id == *id)
}

/// Takes a stored answer over; `false` if there is none.
fn take(book: &Rulebook, question: Index, from: &Facts, to: &mut Facts) -> bool {
    if let Some(person) = person(book, question, from) {
        if let Some(end) = end(book, question, to) {
            *end = Some(person.clone());
        }
        return true;
    }
    let Some(answer) = answer(book, question, from) else {
        return false;
    };
    put(book, question, to, answer.clone());
    true
}

/// What was answered.
pub(crate) fn answer<'a>(book: &Rulebook, question: Index, facts: &'a Facts) -> Option<&'a Answer> {
    let id = &book.questions.get(question)?.id;
    facts
        .legs
        .get(LEG)
        .and_then(|leg| leg.answers.get(id))
        .or_else(|| facts.answers.get(id))
}

/// Stores an answer where its scope says.
pub(crate) fn put(book: &Rulebook, question: Index, facts: &mut Facts, answer: Answer) {
    let Some(asked) = book.questions.get(question) else {
        return;
    };
    let answers = match (asked.scope, facts.legs.get_mut(LEG)) {
        (Scope::Proposal, _) | (_, None) => &mut facts.answers,
        (_, Some(leg)) => &mut leg.answers,
    };
    answers.insert(asked.id.clone(), answer);
    keep_unknown(book, answers);
}

/// Who was chosen at the end that a question asks for.
pub(crate) fn person<'a>(book: &Rulebook, question: Index, facts: &'a Facts) -> Option<&'a Person> {
    let asked = book
        .questions
        .get(question)
        .filter(|asked| asked.kind == AnswerKind::Person)?;
    let leg = facts.legs.get(LEG)?;
    if asked.scope == Scope::Discloser {
        leg.discloser.as_ref()
    } else {
        leg.recipient.as_ref()
    }
}

/// Where the answer to a question for an organisation is kept.
pub(crate) fn end<'a>(
    book: &Rulebook,
    question: Index,
    facts: &'a mut Facts,
) -> Option<&'a mut Option<Person>> {
    let scope = book.questions.get(question)?.scope;
    let Leg {
        discloser,
        recipient,
        ..
    } = facts.legs.get_mut(LEG)?;
    Some(if scope == Scope::Discloser {
        discloser
    } else {
        recipient
    })
}
