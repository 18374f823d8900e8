//! What must be there before anything can be built; what can be fetched is fetched.

use crate::failure::{Failure, Result, While};
use crate::places::Places;
use crate::{run, step};
use std::fs;
use std::path::Path;
use std::process::Command;

/// The target of the program that runs in browsers.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

const OLDEST_NODE: u32 = 20;
const NODE_HELP: &str =
    "install Node.js 20 or later with npm, from nodejs.org or your system's packages";
const RUSTUP_HELP: &str =
    "install Rust with rustup, from rustup.rs, so that the WebAssembly target can be added";

/// Makes sure of the Rust target for browsers.
pub(crate) fn wasm_target() -> Result<()> {
    let sysroot = run::quiet(Command::new("rustc").args(["--print", "sysroot"]))
        .map_err(|failure| Failure::new(format!("{failure}; {RUSTUP_HELP}")))?;
    // Looked for on disk, so that a toolchain that came with the target needs no rustup.
    let library = Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(WASM)
        .join("lib");
    if library.is_dir() {
        return Ok(());
    }
    step::quiet("Adding the WebAssembly target to Rust", || {
        run::quiet(Command::new("rustup").args(["target", "add", WASM]))
            .map(drop)
            .map_err(|failure| Failure::new(format!("{failure}; {RUSTUP_HELP}")))
    })
}

/// Makes sure of Node.js and of the packages that the lockfile names.
pub(crate) fn node_packages(places: &Places) -> Result<()> {
    node()?;
    let modules = places.root().join("node_modules");
    let stamp = modules.join(".wicketgate-lock");
    let lockfile = places.root().join("package-lock.json");
    let wanted = fs::read(&lockfile).while_doing(|| format!("read {}", lockfile.display()))?;
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    step::quiet("Installing npm packages", || {
        // No package of ours needs its install script, and one that is not run can do no harm.
        run::quiet(npm().current_dir(places.root()).args([
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
        ]))
        .map_err(|failure| Failure::new(format!("{failure}\n{NODE_HELP}")))?;
        fs::write(&stamp, &wanted).while_doing(|| format!("write {}", stamp.display()))
    })
}

/// The command of npm.
pub(crate) fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

fn node() -> Result<()> {
    let version = run::quiet(Command::new("node").arg("--version"))
        .map_err(|failure| Failure::new(format!("{failure}; {NODE_HELP}")))?;
    let major = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|number| number.parse::<u32>().ok());
    match major {
        Some(major) if major < OLDEST_NODE => Err(Failure::new(format!(
            "Node.js {} is too old; {NODE_HELP}",
            version.trim()
        ))),
        _ => Ok(()),
    }
}
