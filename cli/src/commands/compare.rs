//! `wicketgate compare DIR DIR [--json]` and `wicketgate compare DIR --on DATE --and DATE [--json]`

use std::path::PathBuf;

use wicketgate_engine::{
    Date, DifferenceCase, Example, Outcome, OutcomeChange, PersonNamed, RulebookDifference,
    Verdict, compare_rulebooks,
};

use crate::args::Args;
use crate::commands::decide::words;
use crate::today::today;
use crate::{Ended, Failure, load, print, print_json};

/// How many of a list of persons are named in text; `--json` names all.
const NAMED: usize = 6;

/// Prints what differs between two rulebooks, or one on two dates.
pub(crate) fn run(mut args: Args) -> Ended {
    let json = args.flag("--json");
    let on = args.value("--on")?.map(|text| date(&text)).transpose()?;
    let and = args.value("--and")?.map(|text| date(&text)).transpose()?;
    let first = args.next().filter(|word| !word.starts_with("--"));
    let first = PathBuf::from(first.ok_or_else(|| {
        Failure::Input("which folders? Name two, or one with `--on DATE --and DATE`".to_owned())
    })?);
    let second = match and {
        Some(_) => {
            let mut left = args;
            match left.next() {
                Some(word) => {
                    return Err(Failure::Input(format!(
                        "`{word}` is one too many: two dates of one folder are compared"
                    )));
                }
                None => first.clone(),
            }
        }
        None => args.folder()?,
    };
    if and.is_some() && on.is_none() {
        return Err(Failure::Input(
            "`--and` needs `--on` for the other date".to_owned(),
        ));
    }
    let old = load::rulebook(&first)?;
    let new = load::rulebook(&second)?;
    let day = on.unwrap_or_else(today);
    let found = compare_rulebooks(&old, day, &new, and.unwrap_or(day))
        .map_err(|error| Failure::Input(error.to_string()))?;
    if json {
        print_json(&found)
    } else {
        print(&told(&found))
    }
}

fn date(text: &str) -> Result<Date, Failure> {
    Date::from_iso(text)
        .ok_or_else(|| Failure::Input(format!("`{text}` is not a date; write it as 2019-03-01")))
}

/// A difference as plain text.
pub(crate) fn told(found: &RulebookDifference) -> String {
    let mut out = format!(
        "old: {} on {} ({})\nnew: {} on {} ({})\n",
        found.old.title,
        found.old.on,
        short(&found.old.hash),
        found.new.title,
        found.new.on,
        short(&found.new.hash)
    );
    for lacking in &found.lacking {
        out.push_str(&format!(
            "the {} rulebook has no {} `{}`: it is not specified there\n",
            lacking.side, lacking.what, lacking.id
        ));
    }
    if found.same {
        out.push_str(&format!(
            "\nNo difference. This is proved: each of the {} complete assignments has the same outcome.\n",
            found.assignments
        ));
    }
    for route in &found.routes {
        if !route.changes.is_empty() {
            let title = route.objective.as_ref().unwrap_or(&route.gateway);
            out.push_str(&format!("\n{} ({title})\n", route.title));
            changes(&mut out, &route.changes, true);
        }
    }
    if !found.leg.is_empty() {
        out.push_str("\nThe share as a whole\n");
        changes(&mut out, &found.leg, false);
    }
    let reasons: Vec<_> = found
        .routes
        .iter()
        .filter(|route| !route.reasons_only.is_empty())
        .collect();
    if !reasons.is_empty() {
        out.push_str("\nSame outcome, other reasons\n");
        for route in reasons {
            for reason in &route.reasons_only {
                out.push_str(&format!(
                    "  {}: “{}” in {} combinations\n",
                    route.title, reason.title, reason.combinations
                ));
            }
        }
    }
    out
}

fn short(hash: &str) -> &str {
    hash.get(..12).unwrap_or(hash)
}

fn changes(out: &mut String, changes: &[OutcomeChange], cases: bool) {
    for change in changes {
        out.push_str(&format!(
            "  {}, was {}: {} combinations in {}\n",
            words(change.new),
            words(change.old),
            change.combinations,
            match change.cases.len() {
                1 => "1 case".to_owned(),
                count => format!("{count} cases"),
            }
        ));
        if cases {
            for (number, case) in change.cases.iter().enumerate() {
                self::case(out, number + 1, case, change);
            }
        }
    }
}

fn case(out: &mut String, number: usize, case: &DifferenceCase, change: &OutcomeChange) {
    out.push_str(&format!(
        "    {number}. from {}\n       to {}\n",
        persons(&case.disclosers),
        persons(&case.recipients)
    ));
    let [old, new] = &case.ends;
    let relation = |word: &str| match word {
        "one-body" => "one and the same body",
        "one-class" => "of one class",
        _ => "different",
    };
    if old != new {
        out.push_str(&format!(
            "       the two were {}, and are {}\n",
            relation(old),
            relation(new)
        ));
    } else if old != "different" {
        out.push_str(&format!("       the two are {}\n", relation(new)));
    }
    out.push_str(&format!(
        "       {} combinations, {} pairs of ends\n",
        case.combinations, case.pairs
    ));
    for part in &case.parts {
        let ways: Vec<String> = part
            .ways
            .iter()
            .map(|way| {
                let needed: Vec<String> = way
                    .iter()
                    .map(|needed| {
                        let verb = if needed.chosen { "is" } else { "without" };
                        let options: Vec<String> = needed
                            .options
                            .iter()
                            .zip(&needed.labels)
                            .map(|(id, label)| {
                                if id == label {
                                    id.clone()
                                } else {
                                    format!("{id} “{label}”")
                                }
                            })
                            .collect();
                        format!("{} {verb} {}", needed.question, options.join(" or "))
                    })
                    .collect();
                needed.join(", ")
            })
            .collect();
        match ways.as_slice() {
            [one] if part.listed => out.push_str(&format!("       {one}\n")),
            [one] => out.push_str(&format!(
                "       {one}{}answers to {}, as the conditions below say\n",
                if one.is_empty() { "" } else { "; and " },
                part.questions.join(", ")
            )),
            _ => {
                out.push_str(&format!("       one of {}:\n", ways.len()));
                for way in ways {
                    out.push_str(&format!("       - {way}\n"));
                }
            }
        }
    }
    for condition in &case.conditions {
        out.push_str(&format!(
            "       because: {}: was {}, is {}\n",
            condition.title,
            truth(condition.old),
            truth(condition.new)
        ));
    }
    let provisions: Vec<&str> = case
        .provisions
        .iter()
        .map(|provision| provision.provision.as_str())
        .collect();
    if !provisions.is_empty() {
        out.push_str(&format!("       provisions: {}\n", provisions.join("; ")));
    }
    example(out, &case.example, change);
}

fn truth(truth: Option<Verdict>) -> &'static str {
    match truth {
        Some(Verdict::Met) => "met",
        Some(Verdict::NotMet) => "not met",
        Some(Verdict::Unsettled) => "unsettled",
        Some(Verdict::Unknown) => "open",
        None => "not there",
    }
}

fn example(out: &mut String, example: &Example, change: &OutcomeChange) {
    let each: [(&str, Outcome, &Option<wicketgate_engine::Plain>); 2] = [
        ("old", change.old, &example.old),
        ("new", change.new, &example.new),
    ];
    for (side, outcome, proposal) in each {
        let text = proposal
            .as_ref()
            .and_then(|proposal| serde_json::to_string(proposal).ok());
        match text {
            Some(text) => out.push_str(&format!("       {side} ({}): {text}\n", words(outcome))),
            None => out.push_str(&format!(
                "       {side}: what is answered is not specified there\n"
            )),
        }
    }
}

fn persons(persons: &[PersonNamed]) -> String {
    let names: Vec<&str> = persons
        .iter()
        .take(NAMED)
        .map(|person| person.name.as_str())
        .collect();
    let more = persons.len().saturating_sub(NAMED);
    let more = if more == 0 {
        String::new()
    } else {
        format!(" and {more} more")
    };
    format!("{}{more}", names.join("; "))
}
