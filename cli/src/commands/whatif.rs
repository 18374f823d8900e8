//! `wicketgate whatif DIR --with FILE --set WORDS [--on DATE] [--cases] [--json]`

use std::path::Path;

use wicketgate_engine::{Severity, Source, compare_rulebooks, compile_amended};

use crate::args::Args;
use crate::commands::compare::{date, told};
use crate::today::today;
use crate::{Ended, Failure, load, print, print_json};

/// Prints whose outcome would differ if the rulebook were amended.
pub(crate) fn run(mut args: Args) -> Ended {
    let json = args.flag("--json");
    let all = args.flag("--cases");
    let on = args.value("--on")?.map(|text| date(&text)).transpose()?;
    let mut amendments = Vec::new();
    while let Some(file) = args.value("--with")? {
        amendments.push(load::file(Path::new(&file))?);
    }
    let mut number = 0;
    while let Some(words) = args.value("--set")? {
        number += 1;
        amendments.push(set(number, &words)?);
    }
    if amendments.is_empty() {
        return Err(Failure::Input(
            "what is amended? Name a file with `--with`, or say it with `--set`".to_owned(),
        ));
    }
    let folder = args.folder()?;
    let old = load::rulebook(&folder)?;
    let sources = load::sources(&folder, false)?;
    let compiled = compile_amended(&sources, &amendments);
    let sources = [sources, amendments].concat();
    let text = load::rendered(&compiled, &sources, Some(Severity::Error));
    let new = compiled.rulebook.ok_or(Failure::Rules(text))?;
    let day = on.unwrap_or_else(today);
    let found = compare_rulebooks(&old, day, &new, day)
        .map_err(|error| Failure::Input(error.to_string()))?;
    if json {
        print_json(&found)
    } else {
        print(&told(&found, all))
    }
}

/// `list disadvantages indicative` as the amendment that it is short for: kind, name and one line.
fn set(number: usize, words: &str) -> Result<Source, Failure> {
    let words = words.trim();
    let mut each = words.splitn(3, char::is_whitespace);
    let (Some(kind), Some(name), Some(line)) = (each.next(), each.next(), each.next()) else {
        return Err(Failure::Input(format!(
            "`--set {words}` needs a kind, a name and what changes, such as `list needs indicative`"
        )));
    };
    Ok(Source::new(
        format!("--set {number}"),
        format!("amend {kind} {name} {{\n  {}\n}}\n", line.trim()),
    ))
}
