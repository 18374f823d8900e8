//! The difference of two rulebooks, or of one on two dates: exactly the complete answers whose
//! outcome differs.
//!
//! Both rulebooks become functions over the union of their domains, matched by id: who discloses,
//! who receives, every question and every unsettled point. For each route and each pair of different
//! outcomes the conjunction "the old one there, the new one here" is one diagram. Where all of them
//! are empty there is no difference, which is a proof and no sample. Where one is not, it is cut into
//! disjoint cases: by who stands at the ends, persons who behave alike together, and then by the
//! answers, with what does not depend on one another apart.
//!
//! What one side lacks is not specified there: a gateway or objective it lacks fits nobody, a person
//! it lacks is not listed, an option it lacks is not chosen.

mod boxes;
mod cells;
mod count;
mod example;
mod frame;
mod side;

use serde::Serialize;

use super::evaluate::Evaluation;
use super::{Outcome, ProvisionCited, routes};
use crate::diagram::{FALSE, Pool, Ref, TRUE};
use crate::model::{End, Rulebook};
use crate::set::Set;
use crate::{Date, Facts, Leg, Plain, Verdict};
use cells::Cells;
use frame::{ANSWERS, Book, DISCLOSER, Frame, RECIPIENT, RELATION, Variable};
use side::{Alike, Side};

/// How many child entries the diagrams of a comparison may have, about 4 bytes each.
const LIMIT: usize = 40_000_000;

/// What differs between two rulebooks.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Difference {
    /// The old rulebook and its day.
    pub old: Compared,
    /// The new rulebook and its day.
    pub new: Compared,
    /// Whether every complete assignment has the same outcome for each gateway, each objective and
    /// the leg.
    pub same: bool,
    /// How many complete assignments there are: who, to whom, and every answer.
    pub assignments: String,
    /// What one of the two does not have, and is therefore not specified there.
    pub lacking: Vec<Lacking>,
    /// Each gateway and objective whose outcome, or whose reasons, differ.
    pub routes: Vec<RouteDifference>,
    /// The leg as a whole.
    pub leg: Vec<OutcomeChange>,
}

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Compared {
    /// The title of the rulebook.
    pub title: String,
    /// The hash of its files.
    pub hash: String,
    /// The day.
    pub on: Date,
}

/// Something that only one side has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Lacking {
    /// Which side lacks it, `old` or `new`.
    pub side: String,
    /// What it is: `gateway`, `objective`, `question`, `option`, `person` or `point`.
    pub what: String,
    /// Its id; for an option behind that of its question.
    pub id: String,
}

/// What differs for a gateway and objective.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RouteDifference {
    /// The gateway.
    pub gateway: String,
    /// The objective, where the gateway has objectives.
    pub objective: Option<String>,
    /// Its title.
    pub title: String,
    /// Which outcomes became which.
    pub changes: Vec<OutcomeChange>,
    /// Conditions whose truth differs where the outcome does not.
    pub reasons_only: Vec<ReasonChange>,
}

/// The assignments with one outcome in the old rulebook and another in the new one.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct OutcomeChange {
    /// The outcome in the old rulebook.
    pub old: Outcome,
    /// The outcome in the new rulebook.
    pub new: Outcome,
    /// How many complete assignments these are.
    pub combinations: String,
    /// Disjoint cases that make up all of them.
    pub cases: Vec<DifferenceCase>,
}

/// Some of the assignments that change, in the words of the rule files. Everyone here may share with
/// everyone there, as far as the two are related as said, and each part is met on its own.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct DifferenceCase {
    /// Who discloses.
    pub disclosers: Vec<PersonNamed>,
    /// Who receives.
    pub recipients: Vec<PersonNamed>,
    /// How the two are related: `different`, `one-body` or `one-class`, in the old and the new rulebook.
    pub ends: [String; 2],
    /// How many pairs of a discloser and a recipient these are.
    pub pairs: usize,
    /// What must be answered; answers to all other questions are free.
    pub parts: Vec<Part>,
    /// How many complete assignments these are.
    pub combinations: String,
    /// One of them.
    pub example: Example,
    /// The conditions whose truth differs in the example.
    pub conditions: Vec<ConditionChange>,
    /// The provisions of these conditions.
    pub provisions: Vec<ProvisionCited>,
}

/// Someone at an end.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PersonNamed {
    /// As a proposal has it.
    pub person: Plain,
    /// The name on the new day, or on the old one where it is not there any more.
    pub name: String,
    /// The name on the old day, where it was another.
    pub before: Option<String>,
}

/// Answers that hang together, and with no others.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Part {
    /// Disjoint ways to answer; where there are too many, one that says what all have in common.
    pub ways: Vec<Vec<Needed>>,
    /// Whether each way is exactly what it says; if not, the conditions decide which answers count.
    pub listed: bool,
    /// The questions on which this part turns.
    pub questions: Vec<String>,
}

/// What is answered to a question, or said of an option.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Needed {
    /// The question.
    pub question: String,
    /// Its text.
    pub text: String,
    /// The options that will do, or the option that is spoken of.
    pub options: Vec<String>,
    /// Their texts.
    pub labels: Vec<String>,
    /// Whether one of the options is chosen, or the option is not.
    pub chosen: bool,
}

/// A complete assignment as a proposal for each side. None where the side lacks what was answered.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Example {
    /// For the old rulebook.
    pub old: Option<Plain>,
    /// For the new rulebook.
    pub new: Option<Plain>,
}

/// A condition that has another truth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ConditionChange {
    /// Its name.
    pub condition: String,
    /// What it asks, in a few words.
    pub title: String,
    /// Whether it was met; none where the old rulebook has no such condition.
    pub old: Option<Verdict>,
    /// Whether it is met; none where the new rulebook has no such condition.
    pub new: Option<Verdict>,
}

/// A condition whose truth differs where the outcome is the same.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ReasonChange {
    /// The condition.
    pub condition: String,
    /// What it asks, in a few words.
    pub title: String,
    /// How many complete assignments these are.
    pub combinations: String,
    /// One of them.
    pub example: Example,
}

/// The diagrams of the two rulebooks would be too large to compare them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge;

impl std::fmt::Display for TooLarge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "the rules are too large to be compared exactly: their diagrams would need more than {LIMIT} entries"
        )
    }
}

impl std::error::Error for TooLarge {}

/// The outcomes that complete answers can have.
const OUTCOMES: [Outcome; 3] = [Outcome::Fits, Outcome::NeedsAdvice, Outcome::DoesNotFit];

/// Where each of the [`OUTCOMES`] is had.
type Judged = [Ref; 3];

/// Compares two rulebooks, each on a day.
///
/// # Errors
///
/// The diagrams of the two would be too large.
pub fn compare(
    old: &Rulebook,
    old_on: Date,
    new: &Rulebook,
    new_on: Date,
) -> Result<Difference, TooLarge> {
    let books = [
        Book {
            book: old,
            on: old_on,
        },
        Book {
            book: new,
            on: new_on,
        },
    ];
    let frame = Frame::new(books);
    let facts = books.map(|side| Facts::new(side.on));
    let [old_facts, new_facts] = &facts;
    let leg = Leg::default();
    let evaluations = [
        Evaluation::new(old, old_facts, &leg),
        Evaluation::new(new, new_facts, &leg),
    ];
    let [old_evaluation, new_evaluation] = &evaluations;
    let side = |at: usize, evaluation| Side {
        at,
        frame: &frame,
        evaluation,
        routes: routes(books.map(|side| side.book).get(at).copied().unwrap_or(new)),
        classes: [Vec::new(), Vec::new()],
    };
    let mut comparison = Comparison {
        pool: Pool::new(frame.values(), LIMIT),
        books,
        frame: &frame,
        cells: Cells::default(),
        sides: [side(0, old_evaluation), side(1, new_evaluation)],
    };
    comparison.classify();
    comparison.compare()
}

struct Comparison<'e, 'a> {
    pool: Pool,
    books: [Book<'a>; 2],
    frame: &'e Frame,
    cells: Cells,
    sides: [Side<'e, 'a>; 2],
}

impl Comparison<'_, '_> {
    /// Puts persons who behave alike at an end into one class.
    fn classify(&mut self) {
        let mut of = [Vec::new(), Vec::new()];
        for (at, end, var) in [
            (0, End::Discloser, DISCLOSER),
            (1, End::Recipient, RECIPIENT),
        ] {
            let mut signatures = vec![Vec::new(); self.frame.persons.len()];
            for side in &self.sides {
                side.signatures(&mut self.pool, end, &mut signatures);
            }
            let mut classes: Vec<usize> = Vec::new();
            let mut own = Vec::new();
            for (person, signature) in signatures.iter().enumerate() {
                let known = classes
                    .iter()
                    .position(|other| signatures.get(*other) == Some(signature));
                own.push(known.unwrap_or(classes.len()));
                if known.is_none() {
                    classes.push(person);
                }
            }
            self.pool.resize(var, classes.len());
            if let Some(slot) = of.get_mut(at) {
                *slot = own;
            }
            for side in &mut self.sides {
                if let Some(slot) = side.classes.get_mut(at) {
                    slot.clone_from(&classes);
                }
            }
        }
        let [old, new] = &self.sides;
        let number = |alike: Alike| match alike {
            Alike::No => 0,
            Alike::OneBody => 1,
            Alike::OneClass => 2,
        };
        self.cells = Cells::new(of, |one, other| {
            3 * number(old.alike(one, other)) + number(new.alike(one, other))
        });
    }

    fn compare(&mut self) -> Result<Difference, TooLarge> {
        let mut points = Set::default();
        for (at, variable) in self.frame.variables.iter().enumerate() {
            if matches!(variable, Variable::Point(_)) {
                points.insert(ANSWERS + at);
            }
        }
        let keys = self.keys();
        let mut difference = Difference {
            old: compared(self.books[0]),
            new: compared(self.books[1]),
            same: true,
            assignments: self.cells.count(&self.pool, self.frame, TRUE).to_string(),
            lacking: self.lacking(&keys),
            routes: Vec::new(),
            leg: Vec::new(),
        };
        let mut legs = [[FALSE, FALSE]; 2];
        for key in &keys {
            let mut judged = [[FALSE, FALSE, TRUE]; 2];
            for (at, place) in key.places.iter().enumerate() {
                let (Some(place), Some(side)) = (place, self.sides.get(at)) else {
                    continue;
                };
                let function = side.function(&mut self.pool, *place);
                let certain = self.pool.for_all(function, &points);
                let possible = self.pool.exists(function, &points);
                if let (Some(slot), Some([fits, may])) = (judged.get_mut(at), legs.get_mut(at)) {
                    *slot = outcomes(&mut self.pool, certain, possible);
                    *fits = self.pool.or(*fits, certain);
                    *may = self.pool.or(*may, possible);
                }
            }
            let changes = self.changes(judged, Some(key))?;
            let reasons_only = self.reasons(key, judged, &points)?;
            if !changes.is_empty() || !reasons_only.is_empty() {
                difference.same &= changes.is_empty();
                difference.routes.push(RouteDifference {
                    gateway: key.gateway.clone(),
                    objective: key.objective.clone(),
                    title: key.title.clone(),
                    changes,
                    reasons_only,
                });
            }
        }
        let legs = legs.map(|[fits, may]| outcomes(&mut self.pool, fits, may));
        difference.leg = self.changes(legs, None)?;
        difference.same &= difference.leg.is_empty();
        Ok(difference)
    }

    /// Each pair of different outcomes that some assignment has.
    fn changes(
        &mut self,
        judged: [Judged; 2],
        key: Option<&Key>,
    ) -> Result<Vec<OutcomeChange>, TooLarge> {
        let [before, after] = judged;
        let mut changes = Vec::new();
        for (one, old) in before.into_iter().zip(OUTCOMES) {
            for (other, new) in after.into_iter().zip(OUTCOMES) {
                if old == new {
                    continue;
                }
                let differs = self.pool.and(one, other);
                if self.pool.exploded() {
                    return Err(TooLarge);
                }
                let cases = self.cases(differs, key)?;
                if !cases.is_empty() {
                    changes.push(OutcomeChange {
                        old,
                        new,
                        combinations: self
                            .cells
                            .count(&self.pool, self.frame, differs)
                            .to_string(),
                        cases,
                    });
                }
            }
        }
        Ok(changes)
    }

    fn cases(&mut self, differs: Ref, key: Option<&Key>) -> Result<Vec<DifferenceCase>, TooLarge> {
        let mut cases = Vec::new();
        for product in self.cells.products(&self.pool, differs) {
            let answers = match key {
                Some(_) => boxes::parts(&mut self.pool, self.frame, self.books, product.answers),
                None => boxes::summary(&self.pool, self.frame, self.books, product.answers),
            };
            if self.pool.exploded() {
                return Err(TooLarge);
            }
            let values = boxes::first(&self.pool, self.frame, product.answers);
            let (example, facts) = self.example(product.first, &values);
            let (conditions, provisions) = self.told(&facts, key);
            let named = |classes: &[usize], end: usize| -> Vec<PersonNamed> {
                let members = self.cells.members(classes, end);
                members
                    .into_iter()
                    .map(|person| self.named(person))
                    .collect()
            };
            let word = |at: usize| match side::relation(product.relation, at) {
                Alike::No => "different",
                Alike::OneBody => "one-body",
                Alike::OneClass => "one-class",
            };
            cases.push(DifferenceCase {
                disclosers: named(&product.disclosers, 0),
                recipients: named(&product.recipients, 1),
                ends: [word(0).to_owned(), word(1).to_owned()],
                pairs: product.pairs,
                combinations: cells::answers(&self.pool, self.frame, product.answers)
                    .times(product.pairs)
                    .to_string(),
                parts: answers,
                example,
                conditions,
                provisions,
            });
        }
        Ok(cases)
    }

    /// Conditions whose truth differs where the outcome is the same.
    fn reasons(
        &mut self,
        key: &Key,
        judged: [Judged; 2],
        points: &Set,
    ) -> Result<Vec<ReasonChange>, TooLarge> {
        let [Some(old_at), Some(new_at)] = key.places else {
            return Ok(Vec::new());
        };
        let mut same = FALSE;
        let [before, after] = judged;
        for (one, other) in before.into_iter().zip(after) {
            let both = self.pool.and(one, other);
            same = self.pool.or(same, both);
        }
        let mut conditions: Vec<(bool, String, String, [Judged; 2])> = Vec::new();
        for (at, place) in [(0, old_at), (1, new_at)] {
            let Some(side) = self.sides.get(at) else {
                continue;
            };
            let Some(route) = side.route(place) else {
                continue;
            };
            for (own, condition) in route.conditions() {
                let function = side.condition(&mut self.pool, &route, condition);
                let certain = self.pool.for_all(function, points);
                let possible = self.pool.exists(function, points);
                let judged = outcomes(&mut self.pool, certain, possible);
                let known = conditions
                    .iter()
                    .position(|(other, id, _, _)| *other == own && *id == condition.id);
                let known = known.unwrap_or_else(|| {
                    // A side without the condition requires nothing by it.
                    conditions.push((
                        own,
                        condition.id.clone(),
                        condition.title.plain(),
                        [[TRUE, FALSE, FALSE]; 2],
                    ));
                    conditions.len() - 1
                });
                if let Some(slot) = conditions
                    .get_mut(known)
                    .and_then(|known| known.3.get_mut(at))
                {
                    *slot = judged;
                }
            }
        }
        let mut changes = Vec::new();
        for (_, condition, title, [before, after]) in conditions {
            let mut agree = FALSE;
            for (one, other) in before.into_iter().zip(after) {
                let both = self.pool.and(one, other);
                agree = self.pool.or(agree, both);
            }
            let differ = self.pool.not(agree);
            let differ = self.pool.and(same, differ);
            if self.pool.exploded() {
                return Err(TooLarge);
            }
            if let Some((pair, answers)) = self.cells.first(&self.pool, differ) {
                let values = boxes::first(&self.pool, self.frame, answers);
                changes.push(ReasonChange {
                    condition,
                    title,
                    combinations: self.cells.count(&self.pool, self.frame, differ).to_string(),
                    example: self.example(pair, &values).0,
                });
            }
        }
        Ok(changes)
    }
}

fn outcomes(pool: &mut Pool, certain: Ref, possible: Ref) -> Judged {
    let (uncertain, never) = (pool.not(certain), pool.not(possible));
    [certain, pool.and(possible, uncertain), never]
}

fn compared(side: Book<'_>) -> Compared {
    Compared {
        title: side.book.title.plain(),
        hash: side.book.hash.clone(),
        on: side.on,
    }
}

/// A gateway and objective, and where each side has it.
struct Key {
    gateway: String,
    objective: Option<String>,
    title: String,
    places: [Option<usize>; 2],
}

impl Comparison<'_, '_> {
    /// The routes of the new rulebook, then those that only the old one has.
    fn keys(&self) -> Vec<Key> {
        let mut keys: Vec<Key> = Vec::new();
        for side in self.sides.iter().rev() {
            for (place, (gateway, objective)) in side.routes.iter().enumerate() {
                let id = objective.map(|objective| objective.id.clone());
                let known = keys
                    .iter()
                    .position(|key| key.gateway == gateway.id && key.objective == id);
                let known = known.unwrap_or_else(|| {
                    let title = objective.map_or(&gateway.title, |objective| &objective.title);
                    keys.push(Key {
                        gateway: gateway.id.clone(),
                        objective: id,
                        title: title.plain(),
                        places: [None, None],
                    });
                    keys.len() - 1
                });
                if let Some(slot) = keys
                    .get_mut(known)
                    .and_then(|key| key.places.get_mut(side.at))
                {
                    *slot = Some(place);
                }
            }
        }
        keys
    }

    fn lacking(&self, keys: &[Key]) -> Vec<Lacking> {
        let mut lacking = Vec::new();
        for (side, other, name) in [(0, 1, "old"), (1, 0, "new")] {
            let (Some(own), Some(theirs)) = (self.books.get(side), self.books.get(other)) else {
                continue;
            };
            let mut push = |what: &str, id: String| {
                lacking.push(Lacking {
                    side: name.to_owned(),
                    what: what.to_owned(),
                    id,
                });
            };
            for key in keys {
                if key.places.get(side) == Some(&None) {
                    match &key.objective {
                        Some(objective) => push("objective", objective.clone()),
                        None => push("gateway", key.gateway.clone()),
                    }
                }
            }
            for question in &theirs.book.questions {
                match own.book.question(&question.id) {
                    None => push("question", question.id.clone()),
                    Some(own) => {
                        for option in &question.options {
                            if own.option(&option.id).is_none() {
                                push("option", format!("{} {}", question.id, option.id));
                            }
                        }
                    }
                }
            }
            for entry in &theirs.book.entries {
                if own.book.entries.iter().all(|own| own.id != entry.id) {
                    push("person", entry.id.clone());
                }
            }
            for point in &theirs.book.points {
                if own.book.points.iter().all(|own| own.id != point.id) {
                    push("point", point.id.clone());
                }
            }
        }
        lacking
    }
}

/// The relation variable must stand between persons and answers, because cells are read in this order.
const _: () = assert!(DISCLOSER < RECIPIENT && RECIPIENT < RELATION && RELATION < ANSWERS);
