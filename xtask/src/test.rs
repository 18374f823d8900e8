//! `cargo xtask test`: everything that must hold before a change lands, quickest first.

use crate::arguments::TestOptions;
use crate::failure::{Result, While};
use crate::places::Places;
use crate::{build, chromium, licences, program, run, sizes, step};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs all checks and tests, and stops at the first step that fails.
pub(crate) fn test(places: &Places, options: TestOptions) -> Result<()> {
    cargo(places, "Checking the format", &["fmt", "--all", "--check"])?;
    step::quiet("Checking the licences of dependencies", || {
        licences::check(places)
    })?;
    cargo(
        places,
        "Checking the code with clippy",
        &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "--deny",
            "warnings",
        ],
    )?;
    cargo(
        places,
        "Running the tests in Rust",
        &["test", "--workspace"],
    )?;
    cargo(
        places,
        "Compiling the rule editor's command",
        &["build", "--package", "wicketgate-cli"],
    )?;
    build::build(places)?;
    built_site(places)?;
    sizes::check(places)?;
    parity(places)?;
    if options.browser {
        browser(places)?;
    }
    println!("All checks and tests passed");
    Ok(())
}

/// What the built site says is held against the words of the rules.
fn built_site(places: &Places) -> Result<()> {
    let test = "law_in_code::the_built_site_states_no_law";
    cargo(
        places,
        "Checking that the built site states no law of its own",
        &[
            "test",
            "--package",
            "wicketgate-tests",
            "--",
            "--ignored",
            "--exact",
            test,
        ],
    )
}

fn cargo(places: &Places, what: &str, arguments: &[&str]) -> Result<()> {
    step::shown(what, || {
        run::shown(run::cargo().current_dir(places.root()).args(arguments))
    })
}

/// The program for browsers must say what the native one says.
fn parity(places: &Places) -> Result<()> {
    let script = places.root().join("tests/browser/parity.mjs");
    if !script.exists() {
        return Ok(());
    }
    step::shown("Comparing the answers of wasm and native builds", || {
        run::shown(node(places)?.arg(script))
    })
}

fn browser(places: &Places) -> Result<()> {
    let chromium = chromium::find(places)?;
    let pseudo = program::pseudo(places)?;
    let mut files = Vec::new();
    test_files(&places.root().join("tests/browser"), &mut files)?;
    files.sort();
    step::shown("Running the tests in Chromium", || {
        run::shown(
            node(places)?
                .env("CHROMIUM", chromium)
                .env("WICKETGATE_PSEUDO", pseudo)
                // Each file starts a browser, and a machine of two cores holds no more than two.
                .args(["--test", "--test-reporter=spec", "--test-concurrency=2"])
                .args(files),
        )
    })
}

/// Node, told where the commands under test are.
fn node(places: &Places) -> Result<Command> {
    let xtask = std::env::current_exe().while_doing(|| "tell where this program is".into())?;
    let mut command = Command::new("node");
    command
        .current_dir(places.root())
        .env("WICKETGATE_XTASK", xtask)
        .env("WICKETGATE", places.wicketgate());
    Ok(command)
}

/// Listed here, because node's own search differs between its versions.
fn test_files(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    let doing = || format!("list {}", folder.display());
    for entry in fs::read_dir(folder).while_doing(doing)? {
        let path = entry.while_doing(doing)?.path();
        if path.is_dir() {
            test_files(&path, found)?;
        } else if path.to_string_lossy().ends_with(".test.mjs") {
            found.push(path);
        }
    }
    Ok(())
}
