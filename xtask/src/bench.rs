//! Measurements: how long the engine takes, and how many questions it asks.

use crate::failure::Result;
use crate::places::Places;
use crate::run;
use std::process::Command;

/// Runs the benches, and for speed the baseline in JavaScript beside them if there is Node.
pub(crate) fn run(places: &Places, words: &[String]) -> Result<()> {
    let speed = words.first().is_none_or(|word| word == "speed");
    let rest = words.get(1..).unwrap_or_default();
    let mut bench = run::cargo();
    bench
        .current_dir(places.root())
        .args([
            "run",
            "--release",
            "--quiet",
            "--package",
            "wicketgate-bench",
        ])
        .arg("--")
        // Time is measured as on a server; the size of the program does not matter here.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "3");
    if !speed {
        bench.args(["questions", "www/rules"]).args(rest);
        return run::shown(&mut bench);
    }
    run::shown(bench.arg("speed").args(rest))?;
    println!("\nBy hand, in JavaScript:");
    let mut node = Command::new("node");
    run::shown(
        node.current_dir(places.root())
            .arg("tests/bench/baseline.mjs")
            .args(rest),
    )
}
