//! How long each step takes, and how much memory the rules take, for rulebooks of several sizes; and
//! for a real one how long a page computes after each answer.

use std::hint::black_box;
use std::time::{Duration, Instant};

use crate::work::{STEPS, Work};
use crate::{rules, steps};

/// How long each step is measured, at least once.
const BUDGET: Duration = Duration::from_millis(1_500);

/// Prints a line for each number of objectives, and one for the rules of a folder.
pub fn measure(folder: &str, sizes: &[usize]) -> Result<(), String> {
    println!("milliseconds, the median of many runs; memory of this program in MB");
    print!("{:>10}", "objectives");
    for step in STEPS {
        print!(" {step:>9}");
    }
    println!(" {:>9}", "memory");
    for size in sizes {
        let work = Work::new(*size)?;
        print!("{size:>10}");
        let mut held = 0.0;
        for step in STEPS {
            if step == "compare" {
                held = memory();
            }
            match timed(|run| work.run(step, run)) {
                Some(time) => print!(" {time:>9.3}"),
                // Its diagrams would be too large.
                None => print!(" {:>9}", "refused"),
            }
        }
        println!(" {held:>9.1}");
    }
    let book = rules::rulebook(folder)?;
    let mut times = Vec::new();
    for facts in steps::all(&book) {
        let start = Instant::now();
        black_box(steps::step(&book, &facts));
        times.push(milliseconds(start.elapsed()));
    }
    times.sort_by(f64::total_cmp);
    let of = |share: usize| times.get((times.len() - 1) * share / 100);
    println!(
        "{folder}: after each of {} answers outcome, relevance and next question together: median {:.3}, 99 of 100 within {:.3}, most {:.3}",
        times.len(),
        of(50).unwrap_or(&0.0),
        of(99).unwrap_or(&0.0),
        of(100).unwrap_or(&0.0),
    );
    Ok(())
}

/// The median time of a step in milliseconds; none where it gives up.
fn timed(mut step: impl FnMut(usize) -> bool) -> Option<f64> {
    let begun = Instant::now();
    let mut times = Vec::new();
    loop {
        let start = Instant::now();
        if !step(times.len()) {
            return None;
        }
        times.push(milliseconds(start.elapsed()));
        if begun.elapsed() > BUDGET || times.len() >= 2_000 {
            times.sort_by(f64::total_cmp);
            return times.get(times.len() / 2).copied();
        }
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// The memory this program holds, where the system says so.
fn memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or_default() / 1_024.0
}
