//! `wicketgate explain DIR --proposal FILE [--json]`

use wicketgate_engine::{Near, Reasons, determine, reasons};

use crate::args::Args;
use crate::commands::decide::{facts, words};
use crate::{Ended, print, print_json};

/// Prints for each leg the fewest answers that force its outcome, and the fewest changes that would
/// better it.
pub(crate) fn run(mut args: Args) -> Ended {
    let json = args.flag("--json");
    let (rulebook, facts) = facts(&mut args)?;
    let found = determine(&rulebook, &facts);
    let each: Vec<Option<Reasons>> = (0..facts.legs.len())
        .map(|leg| reasons(&rulebook, &facts, leg))
        .collect();
    if json {
        return print_json(&each);
    }
    let mut out = String::new();
    for (leg, reasons) in found.legs.iter().zip(each) {
        let name = |name: &Option<String>| name.clone().unwrap_or_else(|| "?".to_owned());
        out.push_str(&format!(
            "{} to {}: {}\n",
            name(&leg.discloser_name),
            name(&leg.recipient_name),
            words(leg.outcome)
        ));
        let Some(reasons) = reasons else {
            out.push_str("  the reasons are too many to work out\n");
            continue;
        };
        for given in &reasons.sufficient {
            let option = given
                .option
                .as_ref()
                .map(|option| format!(" {option}"))
                .unwrap_or_default();
            out.push_str(&format!(
                "  because {}{option}: {}\n",
                given.question, given.answer
            ));
        }
        for near in &reasons.nearest {
            out.push_str(&told(near));
        }
    }
    print(&out)
}

fn told(near: &Near) -> String {
    let mut out = format!(
        "  {} would be {} with\n",
        near.objective.as_ref().unwrap_or(&near.gateway),
        words(near.better)
    );
    for change in &near.changes {
        let option = change
            .option
            .as_ref()
            .map(|option| format!(" {option}"))
            .unwrap_or_default();
        let shown: Vec<&str> = change.needed.iter().take(6).map(String::as_str).collect();
        let more = change.needed.len().saturating_sub(shown.len());
        let more = if more > 0 {
            format!(" or {more} others")
        } else {
            String::new()
        };
        out.push_str(&format!(
            "    {}{option}: {}{more}\n",
            change.question,
            shown.join(" or ")
        ));
    }
    out
}
