//! The steps that are timed, the same natively and in a browser, where each does its own timing.

use std::hint::black_box;

use wicketgate_engine::{
    Date, Facts, Outcome, Rulebook, Source, compare_rulebooks, compile, conditions, decide,
    determine, inquire, reasons,
};

use crate::workload;

/// The steps by name, in the order in which they are shown.
pub(crate) const STEPS: [&str; 8] = [
    "compile",
    "decide",
    "reasons",
    "determine",
    "inquire",
    "next",
    "explain",
    "compare",
];

/// A generated rulebook with shares to judge.
#[derive(Debug)]
pub(crate) struct Work {
    sources: Vec<Source>,
    book: Rulebook,
    /// The same with one objective less strict.
    other: Rulebook,
    on: Date,
    facts: Vec<Facts>,
    /// The same without the answer to the last question.
    asked: Vec<Facts>,
}

impl Work {
    /// A rulebook of so many objectives. Wrong answers are not worth timing, so a few are checked.
    pub(crate) fn new(size: usize) -> Result<Self, String> {
        let mut objectives = workload::objectives(size);
        let shares = workload::shares(&objectives, 200);
        let sources = workload::sources(&objectives);
        let book = made(&sources)?;
        let on = book.law_as_at.ok_or("the rulebook has no date")?;
        let facts: Vec<Facts> = shares
            .iter()
            .map(|share| workload::facts(on, share))
            .collect();
        for (share, facts) in shares.iter().zip(&facts).take(40) {
            let fits = decide(&book, facts, 0);
            let fits: Vec<bool> = fits.iter().map(|found| *found == Outcome::Fits).collect();
            if fits != workload::reference(&objectives, share) {
                return Err(format!("a wrong outcome with {size} objectives"));
            }
        }
        let mut asked = facts.clone();
        for facts in &mut asked {
            facts.answers.remove("conditions");
        }
        workload::amend(&mut objectives);
        let other = made(&workload::sources(&objectives))?;
        Ok(Self {
            sources,
            book,
            other,
            on,
            facts,
            asked,
        })
    }

    /// Does a step once, with another share each time; whether it came to an end.
    pub(crate) fn run(&self, step: &str, run: usize) -> bool {
        let at = run % self.facts.len().max(1);
        let (Some(facts), Some(asked)) = (self.facts.get(at), self.asked.get(at)) else {
            return false;
        };
        let book = &self.book;
        match step {
            "compile" => black_box(compile(&self.sources)).rulebook.is_some(),
            "decide" => !black_box(decide(book, facts, 0)).is_empty(),
            "reasons" => !black_box(conditions(book, facts, 0)).is_empty(),
            "determine" => black_box(determine(book, facts)).legs.len() == 1,
            "inquire" => black_box(inquire(book, &Facts::new(self.on)))
                .next
                .is_some(),
            "next" => black_box(inquire(book, asked)).leg == 0,
            "explain" => black_box(reasons(book, facts, 0)).is_some(),
            "compare" => black_box(compare_rulebooks(book, self.on, &self.other, self.on)).is_ok(),
            _ => false,
        }
    }
}

fn made(sources: &[Source]) -> Result<Rulebook, String> {
    let compiled = compile(sources);
    let said = compiled.diagnostics.first();
    let said = said.map(|diagnostic| diagnostic.render(sources));
    compiled.rulebook.ok_or_else(|| said.unwrap_or_default())
}
