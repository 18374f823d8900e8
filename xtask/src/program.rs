//! The program that runs in browsers: wasm, its glue in JavaScript, and types.

use crate::failure::{Result, While};
use crate::places::Places;
use crate::prerequisites::WASM;
use crate::{run, scripts, split, step};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// Writes `widget.js`, `widget_bg.wasm` and their types into their folder of parts.
pub(crate) fn build(places: &Places) -> Result<()> {
    made(places, "program", "Compiling the program for browsers", &[])
}

/// The same program with a language that nobody speaks, which shows what is not translated.
pub(crate) fn pseudo(places: &Places) -> Result<PathBuf> {
    let what = "Compiling the program with a pseudo-language";
    made(places, "pseudo", what, &["--features", "pseudo"])?;
    Ok(places.parts("pseudo"))
}

fn made(places: &Places, name: &str, what: &str, features: &[&str]) -> Result<()> {
    step::shown(what, || {
        run::shown(
            run::cargo()
                .current_dir(places.root())
                // Asked for here and not in the manifest, because a library of that type has one file name
                // for every set of features, and one build would write over another's.
                .args(["rustc", "--release", "--package", "wicketgate-widget"])
                .args(["--lib", "--crate-type", "cdylib", "--target", WASM])
                .args(features)
                // This one and not RUSTFLAGS, because a path may hold spaces.
                .env("CARGO_ENCODED_RUSTFLAGS", flags()),
        )
    })?;
    let wasm = places
        .target()
        .join(WASM)
        .join("release/wicketgate_widget.wasm");
    let parts = places.parts(name);
    let stamp = places.parts(&[name, ".stamp"].concat());
    // Another builder makes something else of the same program.
    let builder = std::env::current_exe().while_doing(|| "find this command".to_owned())?;
    let mark = [mark(&wasm)?, mark(&builder)?].concat();
    if parts.exists() && fs::read_to_string(&stamp).is_ok_and(|made| made == mark) {
        return Ok(());
    }
    step::quiet("Binding the program to JavaScript", || {
        let scratch = places.parts(&[name, ".split"].concat());
        for script in [bind(&wasm, &parts, &scratch)?, parts.join("widget.js")] {
            scripts::shorten(places, &script, &script)?;
        }
        Ok(())
    })?;
    fs::write(&stamp, mark).while_doing(|| format!("write {}", stamp.display()))
}

fn bind(wasm: &Path, parts: &Path, scratch: &Path) -> Result<PathBuf> {
    // Files of an earlier binding with other names must not stay in the site.
    if parts.exists() {
        fs::remove_dir_all(parts).while_doing(|| format!("empty {}", parts.display()))?;
    }
    fs::create_dir_all(parts).while_doing(|| format!("make {}", parts.display()))?;
    let (wasm, script) = split::split(wasm, parts, scratch)?;
    let bound = || -> std::result::Result<(), String> {
        let mut bindgen = Bindgen::new();
        bindgen
            .input_path(&wasm)
            .out_name("widget")
            .web(true)
            .map_err(|error| format!("{error:#}"))?
            .typescript(true)
            // The loader always says where the wasm is.
            .omit_default_module_path(true)
            // The second part is linked by what the linker exports: memory, table, stack.
            .keep_lld_exports(true)
            .remove_name_section(true)
            .remove_producers_section(true);
        bindgen
            .generate(parts)
            .map_err(|error| format!("{error:#}"))
    };
    bound().while_doing(|| format!("bind {}", wasm.display()))?;
    Ok(script)
}

/// Tells one compiled program from the next.
fn mark(wasm: &Path) -> Result<String> {
    let about = fs::metadata(wasm).while_doing(|| format!("read {}", wasm.display()))?;
    let changed = about
        .modified()
        .while_doing(|| format!("tell the age of {}", wasm.display()))?;
    Ok(format!("{} {changed:?}", about.len()))
}

/// What the compiler is told for browsers only, with the separator that cargo wants between flags.
///
/// The hash is taken of some hundred kilobytes, so its short form serves as well as the unrolled one.
/// The home folder of whoever builds is kept out of the messages inside the wasm; our own crates need
/// nothing, since cargo names their files relative to the workspace.
fn flags() -> OsString {
    let mut flags = OsString::from("--cfg\u{1f}sha2_backend_soft=\"compact\"");
    // By what is relocated the splitter knows which function needs which.
    flags.push("\u{1f}-Clink-args=--emit-relocs");
    if let Some(home) = cargo_home() {
        flags.push("\u{1f}--remap-path-prefix=");
        flags.push(home.join("registry").join("src"));
        flags.push("=crates");
    }
    flags
}

fn cargo_home() -> Option<PathBuf> {
    std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(std::env::home_dir()?.join(".cargo")))
}
