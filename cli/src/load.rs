//! Rule files from a folder.
//!
//! Worked cases stand in the folder `cases`. They belong to the tests of a rulebook and not to the
//! rulebook that is published, so its hash leaves them out.

use std::path::Path;

use wicketgate_engine::{Compiled, Rulebook, Severity, Source, compile_in};

use crate::Failure;

/// The folder of worked cases inside a folder of rules.
const CASES: &str = "cases";

/// The rule files below a folder, sorted by name, with the worked cases or without.
pub(crate) fn sources(folder: &Path, cases: bool) -> Result<Vec<Source>, Failure> {
    let mut found = Vec::new();
    let unreadable = |error: std::io::Error, path: &Path| {
        Failure::Input(format!("`{}` cannot be read: {error}", path.display()))
    };
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        let entries = std::fs::read_dir(&next).map_err(|error| unreadable(error, &next))?;
        for entry in entries {
            let path = entry.map_err(|error| unreadable(error, &next))?.path();
            let is_cases = next == folder && path.file_name().is_some_and(|name| name == CASES);
            if path.is_dir() && (cases || !is_cases) {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|extension| extension == "gate")
            {
                let bytes = std::fs::read(&path).map_err(|error| unreadable(error, &path))?;
                let name = path.strip_prefix(folder).unwrap_or(&path);
                let name = name
                    .to_string_lossy()
                    .replace(std::path::MAIN_SEPARATOR, "/");
                found.push(Source::new(name, String::from_utf8_lossy(&bytes)));
            }
        }
    }
    if found.is_empty() {
        return Err(Failure::Input(format!(
            "there is no rule file (*.gate) in `{}`",
            folder.display()
        )));
    }
    found.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(found)
}

/// One file, under the name by which it was asked for.
pub(crate) fn file(path: &Path) -> Result<Source, Failure> {
    let bytes = std::fs::read(path)
        .map_err(|error| Failure::Input(format!("`{}` cannot be read: {error}", path.display())))?;
    Ok(Source::new(
        path.display().to_string(),
        String::from_utf8_lossy(&bytes),
    ))
}

/// The rulebook of a folder, without its worked cases.
pub(crate) fn rulebook(folder: &Path) -> Result<Rulebook, Failure> {
    rulebook_in(folder, "")
}

/// The same with the texts of a language, as far as there are any.
pub(crate) fn rulebook_in(folder: &Path, language: &str) -> Result<Rulebook, Failure> {
    let sources = sources(folder, false)?;
    let compiled = compile_in(&sources, language);
    let text = rendered(&compiled, &sources, Some(Severity::Error));
    compiled.rulebook.ok_or(Failure::Rules(text))
}

/// Diagnostics as text, all or of one severity, with their number at the end.
pub(crate) fn rendered(compiled: &Compiled, sources: &[Source], only: Option<Severity>) -> String {
    let diagnostics = &compiled.diagnostics;
    let shown = diagnostics
        .iter()
        .filter(|diagnostic| only.is_none_or(|severity| diagnostic.severity == severity));
    let mut out: String = shown
        .map(|diagnostic| format!("{}\n", diagnostic.render(sources)))
        .collect();
    let count = |severity| {
        diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity == severity)
            .count()
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let plural =
        |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    out.push_str(&format!(
        "{}, {}\n",
        plural(errors, "error"),
        plural(warnings, "warning")
    ));
    if compiled.more > 0 {
        out.push_str(&format!("and {} more, not shown\n", compiled.more));
    }
    out
}
