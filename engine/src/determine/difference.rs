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
mod key;
mod lacking;
mod outcome;
mod reason;
mod report;
mod side;
mod too_large;

use super::evaluate::Evaluation;
use super::routes;
use crate::diagram::{FALSE, Pool, TRUE};
use crate::model::{End, Rulebook};
use crate::set::Set;
use crate::{Date, Facts, Leg};
use cells::Cells;
use frame::{ANSWERS, Book, DISCLOSER, Frame, RECIPIENT, RELATION, Variable};
use outcome::outcomes;
use side::{Alike, Side};

pub use report::{
    Compared, ConditionChange, Difference, DifferenceCase, Example, Lacking, Needed, OutcomeChange,
    Part, PersonNamed, ReasonChange, RouteDifference,
};
pub use too_large::TooLarge;

/// How many child entries the diagrams of a comparison may have, about 4 bytes each.
const LIMIT: usize = 40_000_000;

/// The relation variable must stand between persons and answers, because cells are read in this order.
const _: () = assert!(DISCLOSER < RECIPIENT && RECIPIENT < RELATION && RELATION < ANSWERS);

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

/// Two rulebooks that are being compared.
struct Comparison<'e, 'a> {
    /// The diagrams over what either asks.
    pool: Pool,
    /// The old rulebook and the new one, each with its day.
    books: [Book<'a>; 2],
    /// What a complete assignment is made of.
    frame: &'e Frame,
    /// Every pair of a discloser and a recipient.
    cells: Cells,
    /// The routes of each as functions.
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

    /// Compares each route, and the leg.
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
}

/// What is told of a side.
fn compared(side: Book<'_>) -> Compared {
    Compared {
        title: side.book.title.plain(),
        hash: side.book.hash.clone(),
        on: side.on,
    }
}
