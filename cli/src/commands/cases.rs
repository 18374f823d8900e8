//! `wicketgate cases DIR --json`

use serde::Serialize;
use wicketgate_engine::{Compiled, Plain, compile, write_proposal};

use crate::args::Args;
use crate::{Ended, Failure, load, print, print_json};

/// A worked case as a proposal, to be run elsewhere.
#[derive(Debug, Serialize)]
struct CaseListed {
    id: String,
    title: String,
    proposal: Plain,
}

/// Lists the worked cases.
pub(crate) fn run(mut args: Args) -> Ended {
    let json = args.flag("--json");
    let sources = load::sources(&args.folder()?, true)?;
    let Compiled {
        rulebook,
        diagnostics,
    } = compile(&sources);
    let Some(rulebook) = rulebook else {
        return Err(Failure::Rules(load::rendered(&diagnostics, &sources, None)));
    };
    let cases = rulebook.cases.into_iter().map(|case| CaseListed {
        proposal: write_proposal(&case.facts),
        id: case.id,
        title: case.title,
    });
    let cases: Vec<CaseListed> = cases.collect();
    if json {
        return print_json(&cases);
    }
    print(
        &cases
            .iter()
            .map(|case| format!("{}: {}\n", case.id, case.title))
            .collect::<String>(),
    )
}
