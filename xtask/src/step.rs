//! One line for each long step, so that a person can see what they are waiting for.

use crate::failure::Result;
use std::io::Write;
use std::time::Instant;

/// A step that prints nothing of its own: its time ends up on the same line.
pub(crate) fn quiet<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    print!("{what} ... ");
    // A line that cannot be shown is no reason to stop the work.
    let _ = std::io::stdout().flush();
    let start = Instant::now();
    let result = work();
    match result {
        Ok(_) => println!("{:.1} s", start.elapsed().as_secs_f64()),
        Err(_) => println!("failed"),
    }
    result
}

/// A step whose tool prints its own progress: a line before it and a line after it.
pub(crate) fn shown<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("{what} ...");
    let start = Instant::now();
    let result = work();
    if result.is_ok() {
        println!("{what}: done in {:.1} s", start.elapsed().as_secs_f64());
    }
    result
}
