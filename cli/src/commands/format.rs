//! `wicketgate format DIR [--check]`

use wicketgate_engine::{Source, SourceId, canonical};

use crate::args::Args;
use crate::{Ended, Failure, load, print};

/// Writes each rule file in its canonical form, or with `--check` only says which are not in it.
pub(crate) fn run(mut args: Args) -> Ended {
    let check = args.flag("--check");
    let folder = args.folder()?;
    let mut changed = Vec::new();
    for (index, source) in load::sources(&folder, true)?.into_iter().enumerate() {
        let Some(text) = canonical(SourceId(index as u32), &source) else {
            return Err(Failure::Input(format!(
                "`{}` has mistakes; `wicketgate check` shows them",
                source.name
            )));
        };
        let Source { name, text: before } = source;
        if text != before {
            if !check {
                std::fs::write(folder.join(&name), &text).map_err(|error| {
                    Failure::Input(format!("`{name}` cannot be written: {error}"))
                })?;
            }
            changed.push(name);
        }
    }
    match (check, changed.is_empty()) {
        (_, true) => print("every rule file is in its canonical form"),
        (false, false) => print(&format!("wrote {}", changed.join(", "))),
        (true, false) => Err(Failure::Rules(format!(
            "not in canonical form: {}\n",
            changed.join(", ")
        ))),
    }
}
