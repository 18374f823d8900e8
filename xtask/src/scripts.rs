//! Scripts without what only their authors read.

use crate::failure::{Result, While};
use crate::places::Places;
use crate::run;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the short form of a script is; any other file is its own short form.
pub(crate) fn minified(places: &Places, script: &Path) -> Result<PathBuf> {
    let name = script.file_name().unwrap_or_default();
    if script.extension().is_none_or(|ending| ending != "js") {
        return Ok(script.to_owned());
    }
    let folder = places.parts("scripts");
    fs::create_dir_all(&folder).while_doing(|| format!("make {}", folder.display()))?;
    let short = folder.join(name);
    shorten(places, script, &short)?;
    Ok(short)
}

/// Writes the short form of a module to a file, which may be the module itself.
pub(crate) fn shorten(places: &Places, script: &Path, to: &Path) -> Result<()> {
    run::quiet(
        Command::new("node")
            .current_dir(places.root())
            .arg("node_modules/terser/bin/terser")
            .arg(script)
            .args(["--module", "--mangle", "--compress", "passes=3", "--output"])
            .arg(to),
    )
    .map(drop)
}
