//! How long each step takes, and how much memory the rules take, for rulebooks of several sizes.

use std::hint::black_box;
use std::time::{Duration, Instant};

use wicketgate_engine::{Outcome, compile, determine, inquire, plainly, reasons};

use crate::workload;

/// How long each step is measured, at least once.
const BUDGET: Duration = Duration::from_millis(1_500);

/// Prints a line for each number of objectives.
pub(crate) fn measure(sizes: &[usize]) -> Result<(), String> {
    println!("milliseconds, the median of many runs; memory of this program in MB");
    println!(
        "{:>10} {:>10} {:>10} {:>10} {:>10} {:>10} {:>10} {:>8}",
        "objectives", "compile", "outcomes", "determine", "inquire", "next", "explain", "memory"
    );
    for size in sizes {
        line(*size)?;
    }
    Ok(())
}

fn line(size: usize) -> Result<(), String> {
    let objectives = workload::objectives(size);
    let shares = workload::shares(&objectives, 200);
    let sources = workload::sources(&objectives);
    let (compile_ms, compiled) = timed(|_| compile(&sources));
    let said = compiled.diagnostics.first();
    let said = said.map(|diagnostic| diagnostic.render(&sources));
    let book = compiled.rulebook.ok_or_else(|| said.unwrap_or_default())?;
    let on = book.law_as_at.ok_or("the rulebook has no date")?;
    let facts: Vec<_> = shares
        .iter()
        .map(|share| workload::facts(on, share))
        .collect();
    let of = |run: usize| facts.get(run % facts.len());
    // Wrong answers are not worth timing.
    for (share, facts) in shares.iter().zip(&facts).take(40) {
        let found = plainly(&book, facts, 0).ok_or("a share has one leg")?;
        let fits = found
            .routes
            .iter()
            .map(|(outcome, _)| *outcome == Outcome::Fits);
        if fits.collect::<Vec<_>>() != workload::reference(&objectives, share) {
            return Err(format!("a wrong outcome with {size} objectives"));
        }
    }
    let (outcomes, _) = timed(|run| of(run).map(|facts| plainly(&book, facts, 0)));
    let (determined, _) = timed(|run| of(run).map(|facts| determine(&book, facts)));
    let nothing = wicketgate_engine::Facts::new(on);
    let (first, _) = timed(|_| inquire(&book, &nothing));
    let asked: Vec<_> = facts
        .iter()
        .map(|facts| {
            let mut facts = facts.clone();
            facts.answers.remove("conditions");
            facts
        })
        .collect();
    let (next, _) = timed(|run| {
        asked
            .get(run % asked.len())
            .map(|facts| inquire(&book, facts))
    });
    let (explained, _) = timed(|run| of(run).map(|facts| reasons(&book, facts, 0)));
    println!(
        "{size:>10} {compile_ms:>10.3} {outcomes:>10.3} {determined:>10.3} {first:>10.3} {next:>10.3} {explained:>10.3} {:>8.1}",
        memory()
    );
    Ok(())
}

/// The median time of a step in milliseconds, and its last result.
fn timed<T>(mut step: impl FnMut(usize) -> T) -> (f64, T) {
    let begun = Instant::now();
    let mut times = Vec::new();
    loop {
        let start = Instant::now();
        let result = black_box(step(times.len()));
        times.push(start.elapsed());
        if begun.elapsed() > BUDGET || times.len() >= 2_000 {
            times.sort_unstable();
            let median = times.get(times.len() / 2).copied().unwrap_or_default();
            return (median.as_secs_f64() * 1_000.0, result);
        }
    }
}

/// The memory this program holds, where the system says so.
fn memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or_default() / 1_024.0
}
