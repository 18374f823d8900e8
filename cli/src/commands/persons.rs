//! `wicketgate persons DIR [--on DATE] [--json]`

use wicketgate_engine::{Date, persons};

use crate::args::Args;
use crate::today::today;
use crate::{Ended, Failure, load, print, print_json};

/// Lists who is in the schedules on a day, and for which objectives.
pub(crate) fn run(mut args: Args) -> Ended {
    let json = args.flag("--json");
    let on = match args.value("--on")? {
        None => today(),
        Some(text) => Date::from_iso(&text).ok_or_else(|| {
            Failure::Input(format!(
                "`{text}` is not a date; write the day as `2019-03-01`"
            ))
        })?,
    };
    let rulebook = load::rulebook(&args.folder()?)?;
    let listed = persons(&rulebook, on);
    if json {
        return print_json(&listed);
    }
    let mut out = String::new();
    for person in listed {
        let unsettled: String = person
            .unsettled
            .iter()
            .map(|objective| format!(" {objective}?"))
            .collect();
        out.push_str(&format!(
            "{:<10} {}\n           {}{unsettled}\n",
            person.id,
            person.name,
            person.objectives.join(" ")
        ));
    }
    print(&out)
}
