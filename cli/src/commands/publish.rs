//! `wicketgate publish DIR`

use wicketgate_engine::{compile, sha256};

use crate::args::Args;
use crate::{Ended, Failure, load, print};

/// The file that lists what a rulebook is made of.
const MANIFEST: &str = "manifest.txt";

/// Writes the manifest: for each rule file its SHA-256, two spaces and its name, as `sha256sum` does.
/// Rules with errors, or cases that fail, are not published: the old manifest stays.
pub(crate) fn run(mut args: Args) -> Ended {
    let folder = args.folder()?;
    let all = load::sources(&folder, true)?;
    let compiled = compile(&all);
    if compiled.rulebook.is_none() {
        let text = load::rendered(&compiled.diagnostics, &all, None);
        return Err(Failure::Rules(format!(
            "{text}not published: the manifest is as it was\n"
        )));
    }
    let sources = load::sources(&folder, false)?;
    let manifest: String = sources
        .iter()
        .map(|source| format!("{}  {}\n", sha256(source.text.as_bytes()), source.name))
        .collect();
    // Written beside and renamed, so that a page never reads half a manifest.
    let (path, fresh) = (
        folder.join(MANIFEST),
        folder.join(format!("{MANIFEST}.new")),
    );
    let unchanged = std::fs::read_to_string(&path).is_ok_and(|before| before == manifest);
    let written =
        || std::fs::write(&fresh, &manifest).and_then(|()| std::fs::rename(&fresh, &path));
    if unchanged { Ok(()) } else { written() }.map_err(|error| {
        Failure::Input(format!("`{}` cannot be written: {error}", path.display()))
    })?;
    let hash = load::rulebook(&folder)?.hash;
    print(&format!(
        "published {} rule files, rulebook {hash}",
        sources.len()
    ))
}
