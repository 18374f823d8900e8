//! What must hold of the files of the project, whoever changes them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use wicketgate_engine::{MONTHS, SourceId, canonical};

use crate::{read, root, rules};

/// What is made, not written; in a second work tree of git, `.git` is a file.
const MADE: [&str; 5] = ["target", "node_modules", "dist", "test-output", ".git"];

/// Each crate with those of this project that it may use.
const EDGES: [(&str, &[&str]); 5] = [
    ("grammar", &[]),
    ("engine", &["wicketgate-grammar"]),
    ("widget", &["wicketgate-engine"]),
    ("cli", &["wicketgate-engine", "wicketgate-widget"]),
    ("xtask", &[]),
];

/// What the engine must not reach: it knows no browser and no JSON.
const NOT_IN_ENGINE: [&str; 7] = [
    "wasm-bindgen",
    "web-sys",
    "js-sys",
    "gloo",
    "yew",
    "serde_json",
    "serde-wasm-bindgen",
];

/// Every written file.
fn written() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            match path.is_dir() {
                _ if MADE.contains(&name.as_str()) => {}
                true => folders.push(path),
                false => found.push(path),
            }
        }
    }
    found.sort();
    found
}

/// Every written file that is text.
fn texts() -> Vec<(PathBuf, String)> {
    let texts = written().into_iter().filter_map(|path| {
        let text = std::fs::read_to_string(&path).ok()?;
        Some((path, text))
    });
    texts.collect()
}

/// The names in the tables of dependencies of a manifest, apart from those of tests.
fn dependencies(manifest: &str) -> BTreeSet<String> {
    let mut inside = false;
    let mut names = BTreeSet::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.ends_with("dependencies]") && !line.contains("dev-");
        } else if inside && line.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            let name = line.split(['.', ' ', '=']).next().unwrap();
            names.insert(name.to_owned());
        }
    }
    names
}

#[test]
fn crates_use_one_another_in_one_direction() {
    for (folder, allowed) in EDGES {
        let manifest = read(&root().join(folder).join("Cargo.toml"));
        let own = dependencies(&manifest)
            .into_iter()
            .filter(|name| name.starts_with("wicketgate"));
        for name in own {
            assert!(allowed.contains(&name.as_str()), "{folder} uses {name}");
        }
        for name in allowed {
            assert!(
                dependencies(&manifest).contains(*name),
                "{folder} does not use {name}"
            );
        }
    }
}

/// Each locked package with those it uses.
fn locked() -> BTreeMap<String, BTreeSet<String>> {
    let lock = read(&root().join("Cargo.lock"));
    let mut packages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in lock.split("[[package]]").skip(1) {
        let quoted = |line: &str| line.split('"').nth(1).unwrap_or("").to_owned();
        let name = package
            .lines()
            .find(|line| line.starts_with("name = "))
            .map(quoted);
        let uses = package
            .lines()
            .filter(|line| line.starts_with(" \""))
            .map(quoted);
        let uses = uses.map(|name| name.split(' ').next().unwrap().to_owned());
        packages.entry(name.unwrap()).or_default().extend(uses);
    }
    packages
}

#[test]
fn the_engine_reaches_no_browser_and_no_json() {
    let locked = locked();
    let mut reached = BTreeSet::new();
    let mut next = vec!["wicketgate-engine".to_owned()];
    while let Some(name) = next.pop() {
        if reached.insert(name.clone()) {
            next.extend(locked[&name].iter().cloned());
        }
    }
    assert!(reached.contains("wicketgate-grammar") && reached.len() > 10);
    for name in NOT_IN_ENGINE {
        assert!(!reached.contains(name), "the engine reaches {name}");
    }
    assert!(locked.contains_key("wasm-bindgen"));
}

/// Written in two pieces, so that this file does not hold them.
const NOT_WRITTEN: [(&str, &str); 9] = [
    ("/ho", "me/"),
    ("/ro", "ot/"),
    ("/Us", "ers/"),
    ("/tm", "p/"),
    ("/wo", "rk/"),
    ("C:\\U", "sers"),
    ("FIX", "ME"),
    ("tod", "o!("),
    ("dbg", "!("),
];

#[test]
fn no_file_holds_a_path_of_a_machine_or_an_unfinished_place() {
    let texts = texts();
    assert!(texts.len() > 150);
    for (path, text) in &texts {
        for (one, other) in NOT_WRITTEN {
            let found = text.find(&format!("{one}{other}"));
            let line = found.map(|at| text[..at].matches('\n').count() + 1);
            assert_eq!(line, None, "{} holds {one}{other}", path.display());
        }
    }
}

/// What is fetched comes from the public registries, whatever a machine is set to.
#[test]
fn nothing_names_a_registry_of_its_own() {
    let lock = read(&root().join("Cargo.lock"));
    let sources = lock.lines().filter(|line| line.starts_with("source = "));
    let public = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
    assert!(sources.clone().count() > 50);
    assert!(sources.into_iter().all(|line| line == public));
    let npm = read(&root().join("package-lock.json"));
    assert!(!npm.contains("\"resolved\": \"http"));
    for name in [".npmrc", ".cargo/config.toml"] {
        let text = read(&root().join(name));
        for word in ["registry=", "[source", "replace-with", "http"] {
            assert!(!text.contains(word), "{name} holds {word}");
        }
    }
}

#[test]
fn each_module_says_what_it_is_for() {
    let mut modules = 0;
    for (path, text) in texts() {
        if path.extension().is_some_and(|extension| extension == "rs") {
            assert!(
                text.starts_with("//! "),
                "{} starts with no `//!`",
                path.display()
            );
            modules += 1;
        }
    }
    assert!(modules > 60);
}

/// Keep a Changelog 1.1.0.
#[test]
fn the_changelog_has_the_headings_it_should_have() {
    let text = read(&root().join("CHANGELOG.md"));
    assert!(text.starts_with("# Changelog\n"));
    let releases: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("## "))
        .collect();
    assert_eq!(releases.first(), Some(&"[Unreleased]"));
    for release in &releases[1..] {
        let (version, day) = release.split_once(" - ").unwrap();
        assert!(
            version.starts_with('[') && version.ends_with(']'),
            "{release}"
        );
        crate::date(day);
    }
    let kinds = [
        "Added",
        "Changed",
        "Deprecated",
        "Removed",
        "Fixed",
        "Security",
    ];
    for kind in text.lines().filter_map(|line| line.strip_prefix("### ")) {
        assert!(kinds.contains(&kind), "{kind}");
    }
}

/// A row says from when, which provision, by which instrument, and what.
#[test]
fn the_changes_in_the_law_are_rows_of_four_with_a_date() {
    let text = read(&root().join("www/rules/CHANGELOG.md"));
    let rows = text
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| In force from"));
    let mut count = 0;
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        assert_eq!(cells.len(), 4, "{row}");
        assert!(cells.iter().all(|cell| !cell.is_empty()), "{row}");
        let dated = MONTHS.iter().any(|month| cells[0].contains(month));
        assert!(dated || cells[0].starts_with("not yet"), "{row}");
        count += 1;
    }
    assert!(count >= 15, "{count} changes");
}

/// The longest files, and the rule files that are not in their canonical form: to be seen, not forced.
#[test]
fn files_stay_readable() {
    let lines = |(path, text): (PathBuf, String)| {
        let rust = path.extension().is_some_and(|extension| extension == "rs");
        rust.then(|| (text.lines().count(), path))
    };
    let mut longest: Vec<(usize, PathBuf)> = texts().into_iter().filter_map(lines).collect();
    longest.sort();
    for (count, path) in longest.iter().rev().take(5) {
        println!("{count} lines: {}", short(path));
    }
    assert!(
        longest.last().unwrap().0 < 1_500,
        "a file is too long to be read"
    );
    for source in rules() {
        if canonical(SourceId(0), source).as_ref() != Some(&source.text) {
            println!("not in canonical form: {}", source.name);
        }
    }
}

fn short(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().display().to_string()
}
