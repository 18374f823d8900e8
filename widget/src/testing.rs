//! The real rules, for tests.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use wicketgate_engine::{Date, Rulebook, Source, compile};

/// The rulebook in `www/rules`, as it is published.
pub(crate) fn book() -> Rc<Rulebook> {
    compiled(false)
}

/// The same with its worked cases.
pub(crate) fn book_with_cases() -> Rc<Rulebook> {
    compiled(true)
}

fn compiled(cases: bool) -> Rc<Rulebook> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/rules");
    let mut files = Vec::new();
    gather(&folder, &mut files);
    files.sort();
    let sources: Vec<Source> = files
        .iter()
        .filter(|file| cases || !file.starts_with(folder.join("cases")))
        .map(|file| {
            let name = file.strip_prefix(&folder).expect("a file of the folder");
            Source::new(
                name.to_string_lossy(),
                fs::read_to_string(file).expect("a rule file"),
            )
        })
        .collect();
    Rc::new(compile(&sources).rulebook.expect("sound rules"))
}

/// A day.
pub(crate) fn day(iso: &str) -> Date {
    Date::from_iso(iso).expect("a day")
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("a file").path();
        if path.is_dir() {
            gather(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "gate") {
            files.push(path);
        }
    }
}
