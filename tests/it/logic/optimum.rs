//! How many questions are asked, beside the fewest that any order could do with.

use std::collections::HashMap;

use wicketgate_engine::{Facts, Outcome, inquire};

use super::exhaustive::empty;
use super::generate::Random;
use super::table::{Said, Table};
use super::tiny;

/// The questions of a tiny rulebook and what is known of each combination.
struct Orders<'a> {
    table: &'a Table<'a>,
    outcomes: Vec<Outcome>,
    nothing: Facts,
    best: HashMap<Vec<Said>, f64>,
    ours: HashMap<Vec<Said>, f64>,
}

impl Orders<'_> {
    fn decided(&self, said: &[Said]) -> bool {
        let completions = self.table.completions(said);
        let first = self.outcomes[completions[0]];
        completions.iter().all(|at| self.outcomes[*at] == first)
    }

    /// What can be said in answer to a question: a value for each of its variables.
    fn answers(&self, said: &[Said], question: usize) -> Vec<Vec<Said>> {
        let mut all = vec![said.to_vec()];
        for (var, variable) in self.table.variables.iter().enumerate() {
            if variable.question == question {
                let each = |said: &Vec<Said>| {
                    (0..variable.values)
                        .map(|value| {
                            let mut said = said.clone();
                            said[var] = Said::Given(value);
                            said
                        })
                        .collect::<Vec<_>>()
                };
                all = all.iter().flat_map(each).collect();
            }
        }
        all
    }

    /// The mean number of questions of the best order, all answers being equally likely.
    fn best(&mut self, said: &[Said]) -> f64 {
        if self.decided(said) {
            return 0.0;
        }
        if let Some(known) = self.best.get(said) {
            return *known;
        }
        let relevant = self.table.relevant(said, |at| self.outcomes[at]);
        let mut least = f64::INFINITY;
        for question in relevant {
            let answers = self.answers(said, question);
            let total: f64 = answers.iter().map(|answer| self.best(answer)).sum();
            least = least.min(1.0 + total / answers.len() as f64);
        }
        self.best.insert(said.to_vec(), least);
        least
    }

    /// The mean number of questions as they are asked.
    fn ours(&mut self, said: &[Said]) -> f64 {
        if let Some(known) = self.ours.get(said) {
            return *known;
        }
        let facts = self.table.facts(&self.nothing, said);
        let Some(next) = inquire(self.table.book, &facts).next else {
            return 0.0;
        };
        let questions = &self.table.book.questions;
        let question = questions.iter().position(|question| question.id == next);
        let answers = self.answers(said, question.unwrap());
        let total: f64 = answers.iter().map(|answer| self.ours(answer)).sum();
        let mean = 1.0 + total / answers.len() as f64;
        self.ours.insert(said.to_vec(), mean);
        mean
    }
}

/// Deciding with the fewest questions is a hard problem, and one step ahead is close to it.
#[test]
fn few_more_questions_are_asked_than_the_best_order_would_ask() {
    let mut random = Random::new(404);
    let (mut ours, mut best, mut worst) = (0.0, 0.0, 1.0_f64);
    let mut rulebooks = 0;
    while rulebooks < 200 {
        let tiny = tiny::rulebook(&mut random, &["first"]);
        let nothing = empty(&tiny);
        let table = Table::new(&tiny.book, tiny.persons, &nothing);
        let open = vec![Said::Open; table.variables.len()];
        if table.all.len() > 100 {
            continue;
        }
        let outcomes = table.judged(&open, None);
        let mut orders = Orders {
            table: &table,
            outcomes,
            nothing,
            best: HashMap::new(),
            ours: HashMap::new(),
        };
        let (one, other) = (orders.ours(&open), orders.best(&open));
        assert!(one >= other - 1e-9, "{one} {other} {}", tiny.text);
        if other > 0.0 {
            rulebooks += 1;
            ours += one;
            best += other;
            worst = worst.max(one / other);
        }
    }
    // Shown with `--nocapture`.
    println!(
        "{rulebooks} rulebooks: {:.3} questions, best {:.3}, worst ratio {worst:.3}",
        ours / 200.0,
        best / 200.0
    );
    assert!(ours <= best * 1.1, "{ours} beside {best}, at worst {worst}");
}
