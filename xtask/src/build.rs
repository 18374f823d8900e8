//! `cargo xtask build`: everything that a web server needs, in `dist/`.

use crate::failure::{Result, While};
use crate::places::Places;
use crate::{prerequisites, program, run, site, step, styles};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds the site, fetching first what is missing and can be fetched.
pub(crate) fn build(places: &Places) -> Result<()> {
    prerequisites::wasm_target()?;
    prerequisites::node_packages(places)?;
    styles::build(places)?;
    program::build(places)?;
    publish(places)?;
    step::quiet("Putting the site together in dist", || site::build(places))
}

/// Builds the command that publishes rule files.
pub(crate) fn wicketgate(places: &Places) -> Result<PathBuf> {
    step::shown("Compiling the command that publishes rules", || {
        run::shown(run::cargo().current_dir(places.root()).args([
            "build",
            "--package",
            "wicketgate-cli",
        ]))
    })?;
    Ok(places.wicketgate())
}

/// Writes manifest and bundles. Rules with a mistake are no reason not to serve the site: what was
/// published before stays, and the mistake is printed.
fn publish(places: &Places) -> Result<()> {
    let command = wicketgate(places)?;
    let output = Command::new(&command)
        .arg("publish")
        .arg(places.rules())
        .output();
    match output {
        Ok(output) if output.status.success() => {}
        Ok(output) => eprintln!("{}", run::both(&output).trim_end()),
        Err(error) => eprintln!("The rules are not published: {error}"),
    }
    let parts = places.parts("guide");
    fs::create_dir_all(&parts).while_doing(|| format!("make {}", parts.display()))?;
    // As above, the guide of the last good rules stays.
    if let Err(failure) = guide(&command, &places.rules(), &parts) {
        eprintln!("The guide is not made: {failure}");
    }
    Ok(())
}

/// Makes the guide to the rules in a folder, with its style beside it.
pub(crate) fn guide(command: &Path, rules: &Path, folder: &Path) -> Result<()> {
    let mut made = Command::new(command);
    made.arg("paper").arg(rules);
    made.args(["--style", "guide.css", "--out"]);
    run::quiet(made.arg(folder.join("guide.html"))).map(|_| ())
}
