//! `wicketgate publish DIR`

use std::path::Path;

use wicketgate_engine::{ANSWERS, QUESTIONS, compile, language, published};

use crate::args::Args;
use crate::{Ended, Failure, load, print};

/// The file that lists what a rulebook is made of.
const MANIFEST: &str = "manifest.txt";

/// Writes the manifest: for each rule file its SHA-256, two spaces and its name, as `sha256sum` does;
/// and the bundles, so that a page need not ask for each file.
/// Rules with errors, or cases that fail, are not published: the old manifest stays.
pub(crate) fn run(mut args: Args) -> Ended {
    let folder = args.folder()?;
    let all = load::sources(&folder, true)?;
    let compiled = compile(&all);
    if compiled.rulebook.is_none() {
        let text = load::rendered(&compiled, &all, None);
        return Err(Failure::Rules(format!(
            "{text}not published: the manifest is as it was\n"
        )));
    }
    let sources = load::sources(&folder, false)?;
    let published = published(&sources);
    // The manifest comes last: until then a page goes by the old one.
    for (name, text) in &published.bundles {
        write(&folder, name, text)?;
    }
    write(&folder, MANIFEST, &published.manifest)?;
    remove_others(&folder, &published.bundles);
    let hash = load::rulebook(&folder)?.hash;
    let law = sources
        .iter()
        .filter(|source| language(&source.name).is_none());
    print(&format!(
        "published {} rule files, rulebook {hash}",
        law.count()
    ))
}

/// Removes bundles of an earlier time, so that nothing stays which no manifest lists.
fn remove_others(folder: &Path, bundles: &[(String, String)]) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let ours = [QUESTIONS, ANSWERS].contains(&name.as_str())
            || name.starts_with("texts.") && name.ends_with(".txt");
        if ours && bundles.iter().all(|(kept, _)| *kept != name) {
            // Whoever cannot remove it has one file too many, and no page asks for it.
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// Writes a file unless it already says this: beside it and renamed, so that a page never reads half of it.
fn write(folder: &Path, name: &str, text: &str) -> Result<(), Failure> {
    let (path, fresh) = (folder.join(name), folder.join(format!("{name}.new")));
    if std::fs::read_to_string(&path).is_ok_and(|before| before == text) {
        return Ok(());
    }
    std::fs::write(&fresh, text)
        .and_then(|()| std::fs::rename(&fresh, &path))
        .map_err(|error| Failure::Input(format!("`{}` cannot be written: {error}", path.display())))
}
