//! Which questions are asked, in which order, given all that was ever answered.
//!
//! The walk starts from nothing and asks what the engine says comes next, leg by leg, taking stored answers as it goes.
//! What it does not come across cannot change an outcome: such answers are kept, and neither shown nor used.

use wicketgate_engine::model::{AnswerKind, Index, Question, Rulebook, Scope};
use wicketgate_engine::{
    Answer, Date, Determination, Facts, Inquiry, Leg, Person, determine, further, inquire,
    keep_unknown,
};

/// A question of a leg. What is asked of the whole proposal is asked with the first leg that needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct At {
    /// The leg.
    pub(crate) leg: usize,
    /// The question.
    pub(crate) question: Index,
}

/// An objective that a person wants decided although its leg is decided without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Examined {
    /// The leg.
    pub(crate) leg: usize,
    /// The objective.
    pub(crate) objective: String,
}

/// The way through the questions.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Walk {
    /// Questions that were answered and matter, in the order in which they are asked.
    pub(crate) path: Vec<At>,
    /// The question to ask next; none once every outcome is decided.
    pub(crate) next: Option<At>,
    /// Questions that nobody need answer: they decide only what goes with the outcome. None before it is decided.
    pub(crate) further: Vec<At>,
    /// What is still to be asked, as far as the engine was asked for it.
    pub(crate) inquiry: Inquiry,
    /// What the answers on the path amount to, once they decide it; without any leg before.
    pub(crate) found: Determination,
    /// The answers on the path.
    used: Facts,
}

impl Walk {
    /// The way at its start, where only the day can be asked for.
    pub(crate) fn first(book: &Rulebook, on: Date) -> Self {
        let mut used = Facts::new(on);
        used.legs.resize(1, Leg::default());
        Self {
            path: Vec::new(),
            next: day(book),
            further: Vec::new(),
            inquiry: Inquiry::default(),
            found: Determination::undecided(on),
            used,
        }
    }

    /// Walks as far as the answers reach.
    ///
    /// As long as nothing has changed, the way is that of `before`: looking for it anew at each step takes time that
    /// a person would notice.
    pub(crate) fn new(
        book: &Rulebook,
        facts: &Facts,
        dated: bool,
        examined: &[Examined],
        before: Option<&Self>,
    ) -> Self {
        let mut used = Facts::new(facts.on);
        used.legs.resize(facts.legs.len(), Leg::default());
        let mut path = Vec::new();
        let day = day(book);
        path.extend(day.filter(|_| dated));
        let known = before.filter(|before| {
            dated && before.used.on == facts.on && before.used.legs.len() == facts.legs.len()
        });
        for at in known.into_iter().flat_map(|before| &before.path).copied() {
            if path.contains(&at) {
                continue;
            }
            if !take(book, at, facts, &mut used) {
                break;
            }
            path.push(at);
            let same = known.is_some_and(|before| before.holds(book, at, &used));
            if !same {
                break;
            }
        }
        let mut next = day.filter(|_| !dated);
        let mut inquiry = Inquiry::default();
        let mut decided = false;
        while next.is_none() {
            inquiry = inquire(book, &used);
            decided = inquiry.next.is_none();
            let further = open(book, &inquiry).or_else(|| examine(book, &used, examined));
            let Some(open) = further else {
                break;
            };
            if path.contains(&open) {
                // What says nothing of an option is asked again where that option matters.
                if leaves_open(book, open, &used) {
                    path.retain(|at| *at != open);
                    next = Some(open);
                }
                break;
            }
            if take(book, open, facts, &mut used) {
                path.push(open);
            } else {
                next = Some(open);
            }
        }
        let mut found = Determination::undecided(used.on);
        let mut further = Vec::new();
        if decided {
            found = determine(book, &used);
        }
        if next.is_none() {
            // What was answered in some other way is taken here, too.
            loop {
                further = optional(book, &used, &found, &path);
                let known = further
                    .iter()
                    .copied()
                    .find(|at| take(book, *at, facts, &mut used));
                let Some(known) = known else {
                    break;
                };
                path.push(known);
                found = determine(book, &used);
            }
        }
        Self {
            found,
            path,
            next,
            further,
            inquiry,
            used,
        }
    }

    /// Whether a question has the answer here that it has in other facts.
    fn holds(&self, book: &Rulebook, at: At, facts: &Facts) -> bool {
        person(book, at, &self.used) == person(book, at, facts)
            && answer(book, at, &self.used) == answer(book, at, facts)
    }

    /// Whether the answers decide the outcome of every leg.
    pub(crate) fn decided(&self) -> bool {
        !self.found.legs.is_empty()
    }

    /// The answers that matter, without those that are only kept.
    pub(crate) fn facts(&self) -> &Facts {
        &self.used
    }
}

/// The question for the day. It is never open for the engine, because it always has one.
fn day(book: &Rulebook) -> Option<At> {
    let asks = |question: &Question| question.kind == AnswerKind::Date;
    let question = book.questions.iter().position(asks)?;
    Some(At { leg: 0, question })
}

/// The questions that decide only what goes with the outcome, each leg's in turn.
fn optional(book: &Rulebook, used: &Facts, found: &Determination, path: &[At]) -> Vec<At> {
    let mut all: Vec<At> = Vec::new();
    for leg in 0..used.legs.len() {
        for question in further(book, used, found, leg) {
            let shared = book
                .questions
                .get(question)
                .is_some_and(|asked| asked.scope == Scope::Proposal);
            let known = |at: &At| at.question == question && (shared || at.leg == leg);
            if !path.iter().any(known) && !all.iter().any(known) {
                all.push(At { leg, question });
            }
        }
    }
    all
}

/// The question that the engine asks next.
fn open(book: &Rulebook, inquiry: &Inquiry) -> Option<At> {
    Some(At {
        leg: inquiry.leg,
        question: position(book, inquiry.next.as_ref()?)?,
    })
}

/// The first open question of an objective that is to be decided.
fn examine(book: &Rulebook, used: &Facts, examined: &[Examined]) -> Option<At> {
    if examined.is_empty() {
        return None;
    }
    let found = determine(book, used);
    for wanted in examined {
        let leg = found.legs.get(wanted.leg);
        for gateway in leg.into_iter().flat_map(|leg| &leg.gateways) {
            if gateway.objective.as_ref() != Some(&wanted.objective) {
                continue;
            }
            if let Some(open) = gateway.open.first() {
                return Some(At {
                    leg: wanted.leg,
                    question: position(book, open)?,
                });
            }
        }
    }
    None
}

/// Where a question stands among those of the rules.
pub(super) fn position(book: &Rulebook, id: &str) -> Option<Index> {
    book.questions.iter().position(|question| question.id == id)
}

/// Takes a stored answer over; `false` if there is none.
fn take(book: &Rulebook, at: At, from: &Facts, to: &mut Facts) -> bool {
    if let Some(person) = person(book, at, from) {
        if let Some(end) = end(book, at, to) {
            *end = Some(person.clone());
        }
        return true;
    }
    let Some(answer) = answer(book, at, from) else {
        return false;
    };
    let own = is_own(book, at, from);
    store(book, at, to, answer.clone(), own);
    true
}

/// What was answered.
pub(crate) fn answer<'a>(book: &Rulebook, at: At, facts: &'a Facts) -> Option<&'a Answer> {
    let id = &book.questions.get(at.question)?.id;
    facts
        .legs
        .get(at.leg)
        .and_then(|leg| leg.answers.get(id))
        .or_else(|| facts.answers.get(id))
}

/// Whether what was answered says nothing of some option.
fn leaves_open(book: &Rulebook, at: At, facts: &Facts) -> bool {
    let asked = book.questions.get(at.question);
    asked
        .zip(answer(book, at, facts))
        .is_some_and(|(asked, answer)| asked.leaves_open(answer))
}

/// Whether the leg has an answer of its own, which counts before that of the proposal.
pub(crate) fn is_own(book: &Rulebook, at: At, facts: &Facts) -> bool {
    let asked = book.questions.get(at.question);
    let leg = facts.legs.get(at.leg);
    asked
        .zip(leg)
        .is_some_and(|(asked, leg)| leg.answers.get(&asked.id).is_some())
}

/// Whether the answer to a question of a leg is that of the whole proposal.
pub(crate) fn is_shared(book: &Rulebook, at: At, facts: &Facts) -> bool {
    let asked = book.questions.get(at.question);
    asked.is_some_and(|asked| {
        asked.scope == Scope::Proposal
            && asked.kind != AnswerKind::Person
            && !is_own(book, at, facts)
    })
}

/// Stores an answer in place of the one that counts, or else where its scope says.
///
/// What was chosen among other options is asked again where it differs: of an option that is new nobody was asked.
pub(crate) fn put(book: &Rulebook, at: At, facts: &mut Facts, answer: Answer) {
    let Some(asked) = book.questions.get(at.question) else {
        return;
    };
    if self::answer(book, at, facts) == Some(&answer) {
        return;
    }
    let own = asked.scope != Scope::Proposal || is_own(book, at, facts);
    forget_among(book, at.question, facts);
    store(book, at, facts, answer, own);
}

fn forget_among(book: &Rulebook, outer: Index, facts: &mut Facts) {
    for (inner, question) in book.questions.iter().enumerate() {
        if question.among != Some(outer) {
            continue;
        }
        facts.answers.remove(&question.id);
        for leg in &mut facts.legs {
            leg.answers.remove(&question.id);
        }
        forget_among(book, inner, facts);
    }
}

fn store(book: &Rulebook, at: At, facts: &mut Facts, answer: Answer, own: bool) {
    let Some(asked) = book.questions.get(at.question) else {
        return;
    };
    let answers = match facts.legs.get_mut(at.leg) {
        Some(leg) if own => &mut leg.answers,
        _ => &mut facts.answers,
    };
    answers.insert(asked.id.clone(), answer);
    keep_unknown(book, answers);
}

/// Who was chosen at the end that a question asks for.
pub(crate) fn person<'a>(book: &Rulebook, at: At, facts: &'a Facts) -> Option<&'a Person> {
    let asked = book
        .questions
        .get(at.question)
        .filter(|asked| asked.kind == AnswerKind::Person)?;
    let leg = facts.legs.get(at.leg)?;
    if asked.scope == Scope::Discloser {
        leg.discloser.as_ref()
    } else {
        leg.recipient.as_ref()
    }
}

/// Where the answer to a question for an organisation is kept.
pub(crate) fn end<'a>(
    book: &Rulebook,
    at: At,
    facts: &'a mut Facts,
) -> Option<&'a mut Option<Person>> {
    let scope = book.questions.get(at.question)?.scope;
    let Leg {
        discloser,
        recipient,
        ..
    } = facts.legs.get_mut(at.leg)?;
    Some(if scope == Scope::Discloser {
        discloser
    } else {
        recipient
    })
}
