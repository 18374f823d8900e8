//! The rulebook of a folder.

use std::path::{Path, PathBuf};

use wicketgate_engine::{Rulebook, Source, compile};

/// The rule files below a folder, sorted by name.
pub(crate) fn sources(folder: &str) -> Result<Vec<Source>, String> {
    let mut sources = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(next) = folders.pop() {
        let unreadable = |error: std::io::Error| format!("{}: {error}", next.display());
        for entry in std::fs::read_dir(&next).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == "gate") {
                let text = std::fs::read_to_string(&path).map_err(unreadable)?;
                let name = path.strip_prefix(Path::new(folder)).unwrap_or(&path);
                sources.push(Source::new(name.to_string_lossy(), text));
            }
        }
    }
    sources.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(sources)
}

/// The rulebook of a folder.
pub(crate) fn rulebook(folder: &str) -> Result<Rulebook, String> {
    let compiled = compile(&sources(folder)?);
    compiled
        .rulebook
        .ok_or_else(|| format!("`{folder}` has errors: run `wicketgate check {folder}`"))
}
