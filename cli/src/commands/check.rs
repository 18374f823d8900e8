//! `wicketgate check DIR`

use std::process::ExitCode;

use wicketgate_engine::{Severity, compile, prove};

use crate::args::Args;
use crate::{Ended, Failure, load, print};

/// Prints every diagnostic, with what can be proved of rules that compile; ends with 1 if any is an
/// error.
pub(crate) fn run(mut args: Args) -> Ended {
    let folder = args.folder()?;
    let sources = load::sources(&folder, true)?;
    let mut compiled = compile(&sources);
    if let Some(rulebook) = &compiled.rulebook {
        compiled.diagnostics.extend(prove(&sources, rulebook));
    }
    let text = load::rendered(&compiled, &sources, None);
    let mut all = compiled.diagnostics.iter();
    if all.any(|diagnostic| diagnostic.severity == Severity::Error) {
        return Err(Failure::Rules(text));
    }
    print(&text).map(|_| ExitCode::SUCCESS)
}
