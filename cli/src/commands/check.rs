//! `wicketgate check DIR`

use std::process::ExitCode;

use wicketgate_engine::compile;

use crate::args::Args;
use crate::{Ended, Failure, load, print};

/// Prints every diagnostic; ends with 1 if any is an error.
pub(crate) fn run(mut args: Args) -> Ended {
    let folder = args.folder()?;
    let sources = load::sources(&folder, true)?;
    let compiled = compile(&sources);
    let text = load::rendered(&compiled.diagnostics, &sources, None);
    match compiled.rulebook {
        None => Err(Failure::Rules(text)),
        Some(_) => print(&text).map(|_| ExitCode::SUCCESS),
    }
}
