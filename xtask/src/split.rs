//! Parts the program into what runs first and what comes after the first question.
//!
//! Both parts share one memory and one table of functions, so they must come of one compilation: the names of the
//! second part and of its script hold a mark of the whole, which the first part asks for. Files of two builds that a
//! cache brings together do not link.

use crate::failure::{Result, While};
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CustomSection, Module};
use wasm_split_cli_support::{Options, transform};
use wasmparser::{CustomSectionReader, Parser};

/// How the script of the splitter makes a module of what it fetched, and how it is done here: a server that sends
/// another type for wasm costs only time.
const STREAMED: &str = "(WebAssembly.instantiateStreaming(src, imports))";
const TOLERANT: &str = "(made(await src, imports))";
/// How it asks for the file, and for how long it is asked for here, in milliseconds.
const ASKED: &str = "import.meta.url));";
const PATIENT: &str = "import.meta.url), { signal: AbortSignal.timeout(60000) });";
const MADE: &str = "
async function made(response, imports) {
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
    const type = response.headers.get(\"content-type\") ?? \"\";
    return type.startsWith(\"application/wasm\")
        ? WebAssembly.instantiateStreaming(response, imports)
        : WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
";

/// Writes the second part and the script that brings it into a folder. The answer is the first part, for binding,
/// and the script.
pub(crate) fn split(wasm: &Path, folder: &Path, scratch: &Path) -> Result<(PathBuf, PathBuf)> {
    let doing = || format!("split {}", wasm.display());
    let whole = fs::read(wasm).while_doing(doing)?;
    let mut hasher = DefaultHasher::new();
    hasher.write(&whole);
    // What another splitter makes of the same program is another program.
    hasher.write(include_bytes!("split.rs"));
    hasher.write(include_bytes!("../../Cargo.lock"));
    let name = format!("later-{:016x}", hasher.finish());
    let script = format!("./{name}.js");
    let first = scratch.join("first.wasm");
    let mut options = Options::new(&whole);
    options.output_dir = scratch;
    options.main_out_path = &first;
    options.link_name = &script;
    options.main_module = "./widget.js";
    let parts = transform(options)
        .map_err(|error| format!("{error:#}"))
        .while_doing(doing)?;
    let mut link = fs::read_to_string(scratch.join(&script)).while_doing(doing)?;
    if !link.contains(STREAMED) || !link.contains(ASKED) {
        return Err("the splitter writes another script").while_doing(doing);
    }
    link = link.replace(STREAMED, TOLERANT);
    link = link.replace(ASKED, PATIENT);
    link.push_str(MADE);
    let [part] = parts.split_modules.as_slice() else {
        return Err("there are not two parts").while_doing(doing);
    };
    let content = fs::read(part).while_doing(doing)?;
    let small = slim(&content)
        .map_err(|error| error.to_string())
        .while_doing(doing)?;
    let before = part.file_name().unwrap_or_default().to_string_lossy();
    let after = format!("{name}.wasm");
    link = link.replace(&*before, &after);
    fs::write(folder.join(after), small).while_doing(doing)?;
    let script = folder.join(script);
    fs::write(&script, link).while_doing(doing)?;
    Ok((first, script))
}

/// The same module with each number as short as it can be, and without the names of its functions.
fn slim(wasm: &[u8]) -> std::result::Result<Vec<u8>, Error> {
    let mut module = Module::new();
    Slim.parse_core_module(&mut module, Parser::new(0), wasm)?;
    Ok(module.finish())
}

struct Slim;

impl Reencode for Slim {
    type Error = std::convert::Infallible;

    fn parse_custom_section(
        &mut self,
        module: &mut Module,
        section: CustomSectionReader<'_>,
    ) -> std::result::Result<(), Error> {
        // What a browser reads nothing from.
        if !["name", "producers"].contains(&section.name()) {
            module.section(&CustomSection {
                name: section.name().into(),
                data: section.data().into(),
            });
        }
        Ok(())
    }
}
