//! Integration tests: one module a theme, most of it data.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "clippy exempts test functions, but not what they call"
)]

mod bad;
mod cases;
mod cli;
mod corpus;
mod docs;
mod hostile;
mod languages;
mod law_in_code;
mod logic;
mod mutations;
mod persons;
mod proofs;
mod proposal;
mod receipt;
mod references;
mod render;
mod tidy;
mod traced;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use wicketgate_engine::{Compiled, Date, Diagnostic, Rulebook, Severity, Source, compile, prove};

/// The folder of the workspace.
fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap().to_path_buf()
}

/// The files below a folder of the workspace with an extension, sorted.
fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The text of a file.
fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A path inside a folder of the workspace, with forward slashes.
fn name_in(folder: &str, path: &Path) -> String {
    let inside = path.strip_prefix(root().join(folder)).unwrap();
    inside.to_string_lossy().replace('\\', "/")
}

/// The real rule files, with the worked cases.
fn rules() -> &'static [Source] {
    static RULES: OnceLock<Vec<Source>> = OnceLock::new();
    RULES.get_or_init(|| {
        let folder = "www/rules";
        let mut sources: Vec<Source> = files(folder, "gate")
            .iter()
            .map(|path| Source::new(name_in(folder, path), read(path)))
            .collect();
        sources.sort_by(|one, other| one.name.cmp(&other.name));
        sources
    })
}

/// The real rulebook, with the worked cases.
fn rulebook() -> &'static Rulebook {
    static RULEBOOK: OnceLock<Rulebook> = OnceLock::new();
    RULEBOOK.get_or_init(|| compiled(rules()))
}

/// The rulebook of sources that have no mistakes.
fn compiled(sources: &[Source]) -> Rulebook {
    let Compiled {
        rulebook,
        diagnostics,
        ..
    } = compile(sources);
    rulebook.unwrap_or_else(|| panic!("{}", rendered(&diagnostics, sources)))
}

/// What `wicketgate check` finds: of a rulebook that stands alone also what can be proved of it.
fn checked(sources: &[Source]) -> Compiled {
    let mut found = compile(sources);
    if let (Some(rulebook), [_]) = (&found.rulebook, sources) {
        found.diagnostics.extend(prove(sources, rulebook));
    }
    found
}

/// Diagnostics as authors see them.
fn rendered(diagnostics: &[Diagnostic], sources: &[Source]) -> String {
    let each = diagnostics
        .iter()
        .map(|diagnostic| diagnostic.render(sources));
    each.collect::<Vec<_>>().join("\n")
}

/// Those diagnostics that keep a rulebook from being made.
fn errors(compiled: &Compiled) -> Vec<&Diagnostic> {
    let errors = compiled.diagnostics.iter();
    errors
        .filter(|diagnostic| diagnostic.severity == Severity::Error)
        .collect()
}

/// A day written `2019-03-01`.
fn date(text: &str) -> Date {
    Date::from_iso(text).unwrap_or_else(|| panic!("{text} is not a date"))
}

/// The rows of a table whose columns stand between ` | `; `#` starts a line of explanation.
fn table<const COLUMNS: usize>(text: &'static str) -> Vec<[&'static str; COLUMNS]> {
    let rows = text.lines().filter(|line| !line.starts_with('#'));
    rows.map(|line| {
        let cells: Vec<&str> = line.split(" | ").map(str::trim).collect();
        cells
            .try_into()
            .unwrap_or_else(|_| panic!("{COLUMNS} columns: {line}"))
    })
    .collect()
}
