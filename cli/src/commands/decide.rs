//! `wicketgate decide DIR --proposal FILE [--json]`

use std::io::{Read, Write};

use wicketgate_engine::{
    Determination, Facts, Outcome, Plain, Rulebook, Verdict, determine, migrate, read_proposal,
};

use super::verify::renamed;
use crate::args::Args;
use crate::today::today;
use crate::{Ended, Failure, load, print, print_json};

/// Prints the outcome of a proposal with its reasons.
pub(crate) fn run(mut args: Args) -> Ended {
    let json = args.flag("--json");
    let (rulebook, facts) = facts(&mut args)?;
    let found = determine(&rulebook, &facts);
    if json {
        print_json(&found)
    } else {
        print(&told(&rulebook, &found))
    }
}

/// The rulebook of the folder and the facts of the proposal that are named.
pub(crate) fn facts(args: &mut Args) -> Result<(Rulebook, Facts), Failure> {
    let file = args.value("--proposal")?.ok_or_else(|| {
        Failure::Input("which proposal? Name its file behind `--proposal`".to_owned())
    })?;
    let rulebook = load::rulebook(&args.folder()?)?;
    let plain = plain(&file)?;
    // A receipt holds its proposal.
    let saved = plain.get("proposal");
    let proposal = saved.unwrap_or(&plain);
    let (migrated, told) = migrate(&rulebook, proposal);
    // What a saved answer has no place for was asked by other rules. In a proposal it is a mistake.
    let lost = told.iter().any(|one| one.new.is_none());
    let proposal = if saved.is_none() && lost {
        proposal
    } else {
        &migrated
    };
    let facts = read_proposal(&rulebook, proposal, today())
        .map_err(|error| Failure::Input(error.to_string()))?;
    for one in &told {
        let line = match one.new {
            Some(_) => renamed(one),
            None => format!("dropped: {}: {}", one.place, one.old),
        };
        // Who reads no errors still has the answer.
        let _ = writeln!(std::io::stderr(), "{line}");
    }
    Ok((rulebook, facts))
}

/// The JSON of a file.
pub(crate) fn plain(file: &str) -> Result<Plain, Failure> {
    let text =
        read(file).map_err(|error| Failure::Input(format!("`{file}` cannot be read: {error}")))?;
    // Some editors put a mark of the encoding first.
    let json = text.strip_prefix('\u{feff}').unwrap_or(&text);
    serde_json::from_str(json)
        .map_err(|error| Failure::Input(format!("`{file}` is not JSON: {error}")))
}

fn read(file: &str) -> std::io::Result<String> {
    if file != "-" {
        return std::fs::read_to_string(file);
    }
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    Ok(text)
}

/// A determination as plain text.
fn told(rulebook: &Rulebook, found: &Determination) -> String {
    let mut out = format!("{}\n", words(found.outcome));
    for leg in &found.legs {
        let name = |name: &Option<String>| name.clone().unwrap_or_else(|| "?".to_owned());
        out.push_str(&format!(
            "\n{} to {}: {}\n",
            name(&leg.discloser_name),
            name(&leg.recipient_name),
            words(leg.outcome)
        ));
        for gateway in &leg.gateways {
            let kind = gateway
                .kind
                .map(|kind| format!(" ({})", kind.word()))
                .unwrap_or_default();
            out.push_str(&format!(
                "\n  {}: {}{kind}\n",
                gateway.title,
                words(gateway.outcome)
            ));
            for finding in &gateway.reasons {
                let shown = match gateway.outcome {
                    Outcome::DoesNotFit => finding.truth == Verdict::NotMet,
                    _ => true,
                };
                if shown {
                    let truth = match finding.truth {
                        Verdict::Met => "met      ",
                        Verdict::NotMet => "not met  ",
                        Verdict::Unsettled => "unsettled",
                        Verdict::Unknown => "open     ",
                    };
                    out.push_str(&format!(
                        "    {truth}  {} [{}]\n",
                        finding.because, finding.citation
                    ));
                }
            }
            for point in &gateway.unsettled {
                out.push_str(&format!(
                    "    advice needed: {} {}\n",
                    point.text, point.says
                ));
            }
            for caveat in &gateway.caveats {
                out.push_str(&format!("    note: {}\n", caveat.text));
            }
        }
    }
    if !found.open.is_empty() {
        out.push_str(&format!("\nstill open: {}\n", found.open.join(", ")));
    }
    for key in ["independence", "advice"] {
        if let Some(text) = rulebook.says(key) {
            out.push_str(&format!("\n{}\n", text.plain()));
        }
    }
    out
}

/// An outcome as people are told of it.
pub(crate) fn words(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Fits => "likely to fit",
        Outcome::DoesNotFit => "does not fit",
        Outcome::NeedsAdvice => "get advice",
        Outcome::Undecided => "more needed",
        Outcome::Mixed => "mixed: the legs differ",
    }
}
