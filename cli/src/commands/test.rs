//! `wicketgate test DIR`

use wicketgate_engine::{Code, compile};

use crate::args::Args;
use crate::{Ended, Failure, load, print};

/// Runs the worked cases, which compiling does, and says how many passed.
pub(crate) fn run(mut args: Args) -> Ended {
    let folder = args.folder()?;
    let sources = load::sources(&folder, true)?;
    let compiled = compile(&sources);
    let failed = compiled
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.code == Code::CaseFails)
        .count();
    match compiled.rulebook {
        Some(rulebook) => print(&format!("{} cases passed, 0 failed", rulebook.cases.len())),
        None if failed > 0 => Err(Failure::Rules(format!(
            "{}{failed} expectations of cases failed\n",
            load::rendered(&compiled, &sources, None)
        ))),
        None => Err(Failure::Rules(load::rendered(&compiled, &sources, None))),
    }
}
