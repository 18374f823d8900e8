//! Who stands at the ends: every pair of a discloser and a recipient, by their classes and relation.

use std::collections::HashMap;

use super::count::Count;
use super::frame::{ANSWERS, DISCLOSER, Frame, RECIPIENT, RELATION, Variable};
use crate::diagram::{FALSE, Pool, Ref, TRUE};
use crate::set::Set;

/// Pairs of one class each, related in one way.
#[derive(Debug)]
struct Cell {
    classes: [usize; 2],
    relation: usize,
    pairs: usize,
    /// One of the pairs.
    first: [usize; 2],
}

/// All pairs.
#[derive(Debug, Default)]
pub(super) struct Cells {
    cells: Vec<Cell>,
    /// For each end the class of each person.
    of: [Vec<usize>; 2],
}

/// Every pair of some disclosers and some recipients who are related in one way, with the answers
/// that count for all of them.
#[derive(Debug)]
pub(super) struct Product {
    pub(super) disclosers: Vec<usize>,
    pub(super) recipients: Vec<usize>,
    pub(super) relation: usize,
    pub(super) pairs: usize,
    pub(super) first: [usize; 2],
    pub(super) answers: Ref,
}

/// Classes of disclosers with the classes of recipients that go with each of them.
#[derive(Debug, Default)]
struct Row {
    disclosers: Vec<usize>,
    yes: Set,
    /// Recipients with whom some of the disclosers is never related in this way.
    feasible: Set,
}

impl Cells {
    pub(super) fn new(of: [Vec<usize>; 2], relation: impl Fn(usize, usize) -> usize) -> Self {
        let mut cells: Vec<Cell> = Vec::new();
        let mut places: HashMap<(usize, usize, usize), usize> = HashMap::new();
        let [disclosers, recipients] = &of;
        for (one, first) in disclosers.iter().enumerate() {
            for (other, second) in recipients.iter().enumerate() {
                let relation = relation(one, other);
                let place = *places
                    .entry((*first, *second, relation))
                    .or_insert_with(|| {
                        cells.push(Cell {
                            classes: [*first, *second],
                            relation,
                            pairs: 0,
                            first: [one, other],
                        });
                        cells.len() - 1
                    });
                if let Some(cell) = cells.get_mut(place) {
                    cell.pairs += 1;
                }
            }
        }
        Self { cells, of }
    }

    /// The persons of some classes of an end.
    pub(super) fn members(&self, classes: &[usize], end: usize) -> Vec<usize> {
        let of = self.of.get(end).map_or(&[][..], Vec::as_slice);
        let members = of
            .iter()
            .enumerate()
            .filter(|(_, class)| classes.contains(class));
        members.map(|(person, _)| person).collect()
    }

    /// What is left to be answered for a cell.
    fn rest(pool: &Pool, function: Ref, cell: &Cell) -> Ref {
        let [discloser, recipient] = cell.classes;
        let function = pool.child(function, DISCLOSER, discloser);
        let function = pool.child(function, RECIPIENT, recipient);
        pool.child(function, RELATION, cell.relation)
    }

    /// How many assignments make a function true that looks at no unsettled point.
    pub(super) fn count(&self, pool: &Pool, frame: &Frame, function: Ref) -> Count {
        let mut counts: HashMap<Ref, usize> = HashMap::new();
        let mut order = Vec::new();
        for cell in &self.cells {
            let rest = Self::rest(pool, function, cell);
            if rest != FALSE {
                let pairs = counts.entry(rest).or_insert_with(|| {
                    order.push(rest);
                    0
                });
                *pairs += cell.pairs;
            }
        }
        let mut total = Count::of(0);
        for rest in order {
            let pairs = counts.get(&rest).copied().unwrap_or(0);
            total.add(&answers(pool, frame, rest).times(pairs));
        }
        total
    }

    /// A pair for which a function can be true, and what is left to be answered then.
    pub(super) fn first(&self, pool: &Pool, function: Ref) -> Option<([usize; 2], Ref)> {
        self.cells.iter().find_map(|cell| {
            let rest = Self::rest(pool, function, cell);
            (rest != FALSE).then_some((cell.first, rest))
        })
    }

    /// The pairs for which a function can be true, as few products as come out of joining
    /// disclosers that go with the same recipients. No pair stands in two of them.
    pub(super) fn products(&self, pool: &Pool, function: Ref) -> Vec<Product> {
        let mut kinds: Vec<(usize, Ref)> = Vec::new();
        for cell in &self.cells {
            let kind = (cell.relation, Self::rest(pool, function, cell));
            if kind.1 != FALSE && !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        // Two different organisations are what most shares are between.
        kinds.sort_by_key(|(relation, _)| *relation);
        let mut products = Vec::new();
        for (relation, answers) in kinds {
            for row in self.rows(pool, function, relation, answers) {
                let recipients = row.yes.list();
                let inside = self.cells.iter().filter(|cell| {
                    let [discloser, recipient] = cell.classes;
                    cell.relation == relation
                        && row.disclosers.contains(&discloser)
                        && row.yes.contains(recipient)
                });
                let inside: Vec<&Cell> = inside.collect();
                if let Some(cell) = inside.first() {
                    products.push(Product {
                        pairs: inside.iter().map(|cell| cell.pairs).sum(),
                        first: cell.first,
                        disclosers: row.disclosers,
                        recipients,
                        relation,
                        answers,
                    });
                }
            }
        }
        products
    }

    fn rows(&self, pool: &Pool, function: Ref, relation: usize, answers: Ref) -> Vec<Row> {
        let mut single: Vec<Row> = Vec::new();
        for cell in self.cells.iter().filter(|cell| cell.relation == relation) {
            let [discloser, recipient] = cell.classes;
            let known = single
                .iter()
                .position(|row| row.disclosers.contains(&discloser));
            let known = known.unwrap_or_else(|| {
                single.push(Row {
                    disclosers: vec![discloser],
                    ..Row::default()
                });
                single.len() - 1
            });
            if let Some(row) = single.get_mut(known) {
                row.feasible.insert(recipient);
                if Self::rest(pool, function, cell) == answers {
                    row.yes.insert(recipient);
                }
            }
        }
        // Rows are one where they agree about every recipient that is possible with both.
        let mut rows: Vec<Row> = Vec::new();
        for row in single
            .into_iter()
            .filter(|row| row.yes.iter().next().is_some())
        {
            let agree = |other: &&mut Row| {
                let differ = |one: &Row, other: &Row| {
                    one.yes
                        .iter()
                        .any(|at| other.feasible.contains(at) && !other.yes.contains(at))
                };
                !differ(&row, other) && !differ(other, &row)
            };
            match rows.iter_mut().find(agree) {
                Some(other) => {
                    other.disclosers.extend(row.disclosers);
                    other.yes.extend(&row.yes.list());
                    other.feasible.extend(&row.feasible.list());
                }
                None => rows.push(row),
            }
        }
        rows
    }
}

/// How many answers to all questions make a function of answers true.
pub(super) fn answers(pool: &Pool, frame: &Frame, function: Ref) -> Count {
    let mut done = HashMap::new();
    let below = below(pool, frame, function, &mut done);
    free(frame, ANSWERS, pool.var(function), below)
}

fn below(pool: &Pool, frame: &Frame, function: Ref, done: &mut HashMap<Ref, Count>) -> Count {
    if function <= TRUE {
        return Count::of(function as usize);
    }
    if let Some(known) = done.get(&function) {
        return known.clone();
    }
    let var = pool.var(function);
    let mut total = Count::of(0);
    for child in pool.children_of(function) {
        let own = below(pool, frame, *child, done);
        total.add(&free(frame, var + 1, pool.var(*child), own));
    }
    done.insert(function, total.clone());
    total
}

/// So many times the answers of the questions between two places, which may be any.
fn free(frame: &Frame, from: usize, to: usize, count: Count) -> Count {
    let mut count = count;
    for var in from..to {
        count = match frame.variable(var) {
            Some(Variable::One(_, options)) => count.times(options.len()),
            Some(Variable::Several(_, values)) => count.times(values.len()),
            Some(Variable::Point(_)) | None => count,
        };
    }
    count
}
