//! What a browser must load before the first question, against what it may cost.

use crate::failure::{Failure, Result, While};
use crate::places::Places;
use crate::run;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The file that lists the rule files.
const MANIFEST: &str = "manifest.txt";

/// What program, scripts and styles may cost that are loaded before the first question, in bytes after Brotli.
const PROGRAM_BUDGET: u64 = 150_000;

/// What the second part of the program may cost, which comes while people read the start page. It may only be lowered.
const LATER_BUDGET: u64 = 115_000;

/// How the name of the second part starts.
const LATER: &str = "later-";

/// What the rules may cost that are loaded before the first question, in bytes after Brotli.
const RULES_BUDGET: u64 = 40_000;

/// Prints the size of each part of the built site, and fails if it costs too much.
pub(crate) fn check(places: &Places) -> Result<()> {
    let program = places.dist().join("wicketgate");
    let rules = places.dist().join("rules");
    let is_later = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default();
        name.to_string_lossy().starts_with(LATER)
    };
    let (second, first) = ending_in(&program, "wasm")?.into_iter().partition(is_later);
    let total = report(
        places,
        "What runs before the first question",
        PROGRAM_BUDGET,
        &[
            ("program", first),
            ("scripts", ending_in(&program, "js")?),
            ("styles", ending_in(&program, "css")?),
        ],
    )?;
    let second = report(
        places,
        "What runs after it",
        LATER_BUDGET,
        &[("program", second)],
    )?;
    println!("All that runs, in bytes after Brotli: {}", total + second);
    let (first, later) = published(&rules)?;
    let law = report(
        places,
        "What is asked",
        RULES_BUDGET,
        &[
            ("manifest", vec![rules.join(MANIFEST)]),
            ("rule files", vec![first]),
        ],
    )?;
    let rest = compressed(places, &later)?;
    println!("What comes with an answer, in bytes after Brotli: {rest}");
    let over = [
        (total, PROGRAM_BUDGET, "program, scripts and styles"),
        (second, LATER_BUDGET, "the second part of the program"),
        (law, RULES_BUDGET, "the rules before the first question"),
    ]
    .into_iter()
    .filter(|(size, budget, _)| size > budget)
    .map(|(size, budget, what)| format!("{what} take {size} bytes of {budget} allowed"))
    .collect::<Vec<_>>();
    if over.is_empty() {
        return Ok(());
    }
    Err(Failure::new(over.join("; ")))
}

fn report(
    places: &Places,
    title: &str,
    budget: u64,
    parts: &[(&str, Vec<PathBuf>)],
) -> Result<u64> {
    println!("{title}, in bytes after Brotli:");
    let mut total = 0;
    for (name, files) in parts {
        let size = compressed(places, files)?;
        println!("  {name:<12}{size:>8}   {}", count(files.len()));
        total += size;
    }
    println!("  {:<12}{total:>8}   of {budget} allowed", "together");
    Ok(total)
}

fn count(files: usize) -> String {
    match files {
        1 => "1 file".to_owned(),
        _ => format!("{files} files"),
    }
}

fn compressed(places: &Places, files: &[PathBuf]) -> Result<u64> {
    let script = places.root().join("xtask").join("brotli.mjs");
    let lines = run::quiet(Command::new("node").arg(script).args(files))?;
    lines
        .lines()
        .map(|line| {
            line.parse::<u64>()
                .while_doing(|| format!("read the size `{line}`"))
        })
        .sum()
}

/// The files of a folder with this ending, in the folders inside it too.
fn ending_in(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let doing = || format!("list {}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).while_doing(doing)? {
        let path = entry.while_doing(doing)?.path();
        if path.is_dir() {
            found.extend(ending_in(&path, ending)?);
        } else if path.extension().is_some_and(|it| it == ending) {
            found.push(path);
        }
    }
    Ok(found)
}

/// The bundle that is loaded before the first question, and those that come later.
fn published(rules: &Path) -> Result<(PathBuf, Vec<PathBuf>)> {
    let manifest = rules.join(MANIFEST);
    let doing = || {
        format!(
            "find the bundles of {} (`wicketgate publish www/rules` makes them)",
            manifest.display()
        )
    };
    let text = fs::read_to_string(&manifest).while_doing(doing)?;
    let mut bundles = text
        .lines()
        .filter_map(|line| line.strip_prefix("# bundle "))
        .map(|name| rules.join(name));
    let first = bundles
        .next()
        .ok_or_else(|| Failure::new(format!("cannot {}", doing())))?;
    Ok((first, bundles.collect()))
}
