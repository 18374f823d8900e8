//! `wicketgate verify FILE DIR [--json]`

use std::process::ExitCode;

use wicketgate_engine::{Migrated, Plain, Receipt, Rerun, Rulebook, read_receipt, rerun};

use super::decide::{plain, words};
use crate::args::Args;
use crate::today::today;
use crate::{Ended, Failure, load, print, print_json};

/// Asks for the answer in a file again, and says whether it is the same. Exits with 1 where it is not.
pub(crate) fn run(mut args: Args) -> Ended {
    let json = args.flag("--json");
    let file = args.next().ok_or_else(|| {
        Failure::Input("which file? Name the saved answer, then the folder of rules".to_owned())
    })?;
    let plain = plain(&file)?;
    // Words are held against words of the same language.
    let language = match plain.get("rulebook").and_then(|used| used.get("language")) {
        Some(Plain::Text(language)) => language.clone(),
        _ => String::new(),
    };
    let rulebook = load::rulebook_in(&args.folder()?, &language)?;
    let receipt = read_receipt(&rulebook, &plain, today())
        .map_err(|error| Failure::Input(format!("`{file}`: {error}")))?;
    if receipt.hash.is_empty() {
        return Err(Failure::Input(format!(
            "`{file}` holds a proposal and no answer; `wicketgate decide` gives one"
        )));
    }
    let again = rerun(&rulebook, &receipt);
    if json {
        print_json(&as_plain(&receipt, &again))?;
    } else {
        print(&told(&rulebook, &receipt, &again))?;
    }
    Ok(ExitCode::from(u8::from(!again.same())))
}

fn told(rulebook: &Rulebook, receipt: &Receipt, again: &Rerun) -> String {
    let mut out = String::new();
    let mut say = |line: String| {
        out.push_str(&line);
        out.push('\n');
    };
    say(if again.same() {
        format!("same answer: {}", words(again.now))
    } else {
        let before = again.before.map_or("none", words);
        format!(
            "different: {} in the file, {} now",
            before,
            words(again.now)
        )
    });
    if again.same_rules {
        if again.altered.is_empty() {
            say("  the rules are those of the file".to_owned());
        } else {
            let parts = again.altered.join(", ");
            say(format!(
                "  the rules are those of the file, so the file was changed: {parts}"
            ));
        }
    } else {
        let law = |day: Option<wicketgate_engine::Date>| {
            day.map_or_else(|| "an unknown day".to_owned(), |day| day.to_string())
        };
        say(format!(
            "  the file: law up to {}, {}",
            law(receipt.law_as_at),
            receipt.hash
        ));
        say(format!(
            "  these rules: law up to {}, {}",
            law(rulebook.law_as_at),
            rulebook.hash
        ));
    }
    for changed in &again.changed {
        let title = changed.title.as_deref().unwrap_or("as a whole");
        let before = changed.before.map_or("nothing", words);
        say(format!(
            "  leg {}, {title}: {before} in the file, {} now",
            changed.leg + 1,
            words(changed.now)
        ));
    }
    for one in &receipt.renamed {
        say(format!("  {}", renamed(one)));
    }
    for dropped in &receipt.dropped {
        let asked = if dropped.asked.is_empty() {
            &dropped.old
        } else {
            &dropped.asked
        };
        say(format!("  dropped: {asked} {}", dropped.answered));
    }
    for key in ["independence", "advice"] {
        if let Some(text) = rulebook.says(key) {
            say(format!("\n{}", text.plain()));
        }
    }
    out
}

/// What has another name now, in a line.
pub(crate) fn renamed(one: &Migrated) -> String {
    let new = one.new.as_deref().unwrap_or("gone");
    format!("renamed: {}: {} is {new} now", one.place, one.old)
}

fn as_plain(receipt: &Receipt, again: &Rerun) -> Plain {
    let member = |key: &str, value: Plain| (key.to_owned(), value);
    let outcome = |outcome: Option<wicketgate_engine::Outcome>| {
        outcome.map_or(Plain::Null, |outcome| Plain::text(outcome.word()))
    };
    let changed = again.changed.iter().map(|changed| {
        Plain::Map(vec![
            member("leg", Plain::Number(changed.leg as f64 + 1.0)),
            member(
                "title",
                changed.title.as_ref().map_or(Plain::Null, Plain::text),
            ),
            member("before", outcome(changed.before)),
            member("now", outcome(Some(changed.now))),
        ])
    });
    let dropped = receipt.dropped.iter().map(|dropped| {
        Plain::Map(vec![
            member("place", Plain::text(&dropped.place)),
            member("old", Plain::text(&dropped.old)),
            member("asked", Plain::text(&dropped.asked)),
            member("answered", Plain::text(&dropped.answered)),
        ])
    });
    let renamed = receipt.renamed.iter().map(|one| {
        Plain::Map(vec![
            member("place", Plain::text(&one.place)),
            member("old", Plain::text(&one.old)),
            member("new", one.new.as_ref().map_or(Plain::Null, Plain::text)),
        ])
    });
    let altered = again.altered.iter().copied().map(Plain::text);
    Plain::Map(vec![
        member("same", Plain::Bool(again.same())),
        member("before", outcome(again.before)),
        member("now", outcome(Some(again.now))),
        member("same-rules", Plain::Bool(again.same_rules)),
        member("altered", Plain::List(altered.collect())),
        member("changed", Plain::List(changed.collect())),
        member("renamed", Plain::List(renamed.collect())),
        member("dropped", Plain::List(dropped.collect())),
    ])
}
