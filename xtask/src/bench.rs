//! Measurements: how long the engine takes, and how many questions it asks.

use crate::failure::{Result, While};
use crate::places::Places;
use crate::prerequisites::{self, WASM};
use crate::{chromium, run, step};
use std::path::Path;
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

/// Runs the benches: for speed natively, in a browser and beside the baseline in JavaScript.
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
    println!("Natively:");
    run::shown(bench.args(["speed", "www/rules"]).args(rest))?;
    println!("\nBy hand, in JavaScript:");
    let mut node = Command::new("node");
    run::shown(
        node.current_dir(places.root())
            .arg("tests/bench/baseline.mjs")
            .args(rest),
    )?;
    println!("\nIn a browser, compiled for size as the program for browsers is:");
    let parts = wasm(places)?;
    let mut node = Command::new("node");
    run::shown(
        node.current_dir(places.root())
            .env("CHROMIUM", chromium::find(places)?)
            .arg("tests/bench/browser.mjs")
            .arg(parts)
            .arg("www/rules")
            .args(rest),
    )
}

/// Compiles the steps that are timed for browsers, and says in which folder they are.
fn wasm(places: &Places) -> Result<std::path::PathBuf> {
    prerequisites::wasm_target()?;
    prerequisites::node_packages(places)?;
    run::shown(
        run::cargo()
            .current_dir(places.root())
            .args(["rustc", "--release", "--quiet"])
            .args(["--package", "wicketgate-bench", "--lib"])
            .args(["--crate-type", "cdylib", "--target", WASM]),
    )?;
    let wasm = places
        .target()
        .join(WASM)
        .join("release/wicketgate_bench.wasm");
    let parts = places.parts("bench");
    step::quiet("Binding the steps to JavaScript", || bind(&wasm, &parts))?;
    Ok(parts)
}

fn bind(wasm: &Path, parts: &Path) -> Result<()> {
    let bound = || -> std::result::Result<(), String> {
        let mut bindgen = Bindgen::new();
        bindgen
            .input_path(wasm)
            .out_name("bench")
            .web(true)
            .map_err(|error| format!("{error:#}"))?
            .typescript(false)
            .omit_default_module_path(true);
        bindgen
            .generate(parts)
            .map_err(|error| format!("{error:#}"))
    };
    bound().while_doing(|| format!("bind {}", wasm.display()))
}
