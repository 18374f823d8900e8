//! `wicketgate compare DIR DIR [--cases] [--json]` and `wicketgate compare DIR --on DATE --and DATE`

use std::path::PathBuf;

use wicketgate_engine::{
    Date, DifferenceCase, Example, Needed, Outcome, OutcomeChange, PersonNamed, RouteDifference,
    RulebookDifference, Verdict, compare_rulebooks,
};

use crate::args::Args;
use crate::commands::decide::words;
use crate::today::today;
use crate::{Ended, Failure, load, print, print_json};

/// How many of a list of persons are named in text; `--json` names all.
const NAMED: usize = 6;

/// How many ways of answering one part are shown in text, unless all are asked for.
const WAYS: usize = 5;

/// How many cases of a change are shown in text, unless all are asked for.
const SHOWN: usize = 1;

/// Prints what differs between two rulebooks, or one on two dates.
pub(crate) fn run(mut args: Args) -> Ended {
    let json = args.flag("--json");
    let all = args.flag("--cases");
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
        print(&told(&found, all))
    }
}

/// A day as the command line has it.
pub(crate) fn date(text: &str) -> Result<Date, Failure> {
    Date::from_iso(text)
        .ok_or_else(|| Failure::Input(format!("`{text}` is not a date; write it as 2019-03-01")))
}

/// A difference as plain text: a summary, then cases, of each change the first few or all.
pub(crate) fn told(found: &RulebookDifference, all: bool) -> String {
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
    } else {
        out.push_str(&format!(
            "\nWhat differs, of {} complete assignments\n",
            found.assignments
        ));
    }
    let changed = found
        .routes
        .iter()
        .filter(|route| !route.changes.is_empty());
    for route in changed.clone() {
        out.push_str(&format!("  {}\n", named(route)));
        route
            .changes
            .iter()
            .for_each(|change| summary(&mut out, change));
    }
    if !found.leg.is_empty() {
        out.push_str("  The share as a whole\n");
        found
            .leg
            .iter()
            .for_each(|change| summary(&mut out, change));
    }
    let mut heading = "\nSame outcome, other reasons\n";
    for route in found
        .routes
        .iter()
        .filter(|route| !route.reasons_only.is_empty())
    {
        let reasons: Vec<String> = route
            .reasons_only
            .iter()
            .map(|reason| format!("“{}” in {}", reason.title, reason.combinations))
            .collect();
        out.push_str(&format!(
            "{heading}  {}: {}\n",
            route.title,
            reasons.join("; ")
        ));
        heading = "";
    }
    for route in changed {
        for change in &route.changes {
            out.push_str(&format!(
                "\n{}: {}, was {}\n",
                named(route),
                words(change.new),
                words(change.old)
            ));
            let shown = if all { change.cases.len() } else { SHOWN };
            for (number, case) in change.cases.iter().take(shown).enumerate() {
                self::case(&mut out, number + 1, case, change, all);
            }
            let more = change.cases.len().saturating_sub(shown);
            if more > 0 {
                let cases = if more == 1 { "case" } else { "cases" };
                out.push_str(&format!(
                    "  and {more} more {cases}: `--cases` lists them all\n"
                ));
            }
        }
    }
    out
}

fn named(route: &RouteDifference) -> String {
    let id = route.objective.as_ref().unwrap_or(&route.gateway);
    format!("{} ({id})", route.title)
}

/// How many changed from which outcome to which, whom it turns on, and by which conditions.
fn summary(out: &mut String, change: &OutcomeChange) {
    out.push_str(&format!(
        "    {}, was {}: {} combinations in {}\n",
        words(change.new),
        words(change.old),
        change.combinations,
        match change.cases.len() {
            1 => "1 case".to_owned(),
            count => format!("{count} cases"),
        }
    ));
    let mut ends: Vec<&PersonNamed> = Vec::new();
    let mut conditions: Vec<&str> = Vec::new();
    for case in &change.cases {
        let fewer = if case.recipients.len() < case.disclosers.len() {
            &case.recipients
        } else {
            &case.disclosers
        };
        for person in fewer {
            if !ends.iter().any(|known| known.person == person.person) {
                ends.push(person);
            }
        }
        for condition in &case.conditions {
            if !conditions.contains(&condition.title.as_str()) {
                conditions.push(&condition.title);
            }
        }
    }
    out.push_str(&format!(
        "      at one end in each case: {}\n      because of: {}\n",
        persons(&ends),
        conditions.join("; ")
    ));
}

fn short(hash: &str) -> &str {
    hash.get(..12).unwrap_or(hash)
}

fn case(out: &mut String, number: usize, case: &DifferenceCase, change: &OutcomeChange, all: bool) {
    out.push_str(&format!(
        "  {number}. from {}\n     to {}\n",
        persons(&case.disclosers.iter().collect::<Vec<_>>()),
        persons(&case.recipients.iter().collect::<Vec<_>>())
    ));
    let [old, new] = &case.ends;
    let relation = |word: &str| match word {
        "one-body" => "one and the same body",
        "one-class" => "of one class",
        _ => "different",
    };
    if old != new {
        out.push_str(&format!(
            "     the two were {}, and are {}\n",
            relation(old),
            relation(new)
        ));
    } else if old != "different" {
        out.push_str(&format!("     the two are {}\n", relation(new)));
    }
    out.push_str(&format!(
        "     {} combinations, {} pairs of ends\n",
        case.combinations, case.pairs
    ));
    for part in &case.parts {
        let ways: Vec<String> = part.ways.iter().map(|way| self::way(way)).collect();
        match ways.as_slice() {
            [one] if part.listed => out.push_str(&format!("     {one}\n")),
            [one] => out.push_str(&format!(
                "     {one}{}answers to {}, as the conditions below say\n",
                if one.is_empty() { "" } else { "; and " },
                part.questions.join(", ")
            )),
            _ => {
                out.push_str(&format!("     one of {}:\n", ways.len()));
                let shown = if all { ways.len() } else { WAYS };
                for way in ways.iter().take(shown) {
                    out.push_str(&format!("     - {way}\n"));
                }
                let more = ways.len().saturating_sub(shown);
                if more > 0 {
                    out.push_str(&format!("     - and {more} more ways\n"));
                }
            }
        }
    }
    for condition in &case.conditions {
        out.push_str(&format!(
            "     because: {}: was {}, is {}\n",
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
        out.push_str(&format!("     provisions: {}\n", provisions.join("; ")));
    }
    example(out, &case.example, change);
}

/// What is answered: for each question what is chosen, and what is not.
fn way(way: &[Needed]) -> String {
    let mut said: Vec<(String, Vec<String>)> = Vec::new();
    for needed in way {
        let verb = if needed.chosen { "is" } else { "without" };
        let subject = format!("{} {verb}", needed.question);
        let options = needed.options.join(" or ");
        match said.iter_mut().find(|(known, _)| *known == subject) {
            Some((_, all)) => all.push(options),
            None => said.push((subject, vec![options])),
        }
    }
    let each = said.iter().map(|(subject, options)| {
        let joiner = if subject.ends_with(" is") {
            " and "
        } else {
            ", "
        };
        format!("{subject} {}", options.join(joiner))
    });
    each.collect::<Vec<_>>().join("; ")
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
            Some(text) => out.push_str(&format!("     {side} ({}): {text}\n", words(outcome))),
            None => out.push_str(&format!(
                "     {side}: what is answered is not specified there\n"
            )),
        }
    }
}

fn persons(persons: &[&PersonNamed]) -> String {
    let name = |person: &&PersonNamed| match &person.before {
        Some(before) => format!("{} (before: {before})", person.name),
        None => person.name.clone(),
    };
    let names: Vec<String> = persons.iter().take(NAMED).map(name).collect();
    let more = persons.len().saturating_sub(NAMED);
    let more = if more == 0 {
        String::new()
    } else {
        format!(" and {more} more")
    };
    format!("{}{more}", names.join("; "))
}
