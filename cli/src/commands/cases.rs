//! `wicketgate cases DIR [--decided] [--json]`

use serde::Serialize;
use wicketgate_engine::{Determination, Plain, compile, determine, write_proposal};

use crate::args::Args;
use crate::{Ended, Failure, load, print, print_json};

/// A worked case as a proposal, to be run elsewhere.
#[derive(Debug, Serialize)]
struct CaseListed {
    id: String,
    title: String,
    proposal: Plain,
    /// What `decide` says of it, if asked for: all at once, because each start reads all rules anew.
    #[serde(skip_serializing_if = "Option::is_none")]
    determination: Option<Determination>,
}

/// Lists the worked cases.
pub(crate) fn run(mut args: Args) -> Ended {
    let json = args.flag("--json");
    let decided = args.flag("--decided");
    let folder = args.folder()?;
    let sources = load::sources(&folder, true)?;
    let compiled = compile(&sources);
    let text = load::rendered(&compiled, &sources, None);
    let rulebook = compiled.rulebook.ok_or(Failure::Rules(text))?;
    // The rulebook that is published has no cases, and so another hash.
    let published = decided.then(|| load::rulebook(&folder)).transpose()?;
    let cases = rulebook.cases.into_iter().map(|case| CaseListed {
        proposal: write_proposal(&case.facts),
        determination: published
            .as_ref()
            .map(|published| determine(published, &case.facts)),
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
