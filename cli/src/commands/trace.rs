//! `wicketgate trace DIR [--json]`

use wicketgate_engine::{Traced, trace};

use crate::args::Args;
use crate::{Ended, Failure, load, print, print_json};

/// Prints for each provision the rules that encode it, or why none does; ends with 1 if a provision
/// has neither.
pub(crate) fn run(mut args: Args) -> Ended {
    let json = args.flag("--json");
    let rulebook = load::rulebook(&args.folder()?)?;
    let traced = trace(&rulebook);
    let lost = traced
        .iter()
        .filter(|traced| !traced.is_accounted_for())
        .count();
    if json && lost == 0 {
        return print_json(&traced);
    }
    let mut out: String = traced.iter().map(line).collect();
    out.push_str(&format!(
        "{} provisions, {lost} neither encoded nor omitted for a reason\n",
        traced.len()
    ));
    if lost == 0 {
        print(&out)
    } else {
        Err(Failure::Rules(out))
    }
}

fn line(traced: &Traced) -> String {
    let by = match (traced.rules.as_slice(), &traced.omitted) {
        ([], None) => "NOT ENCODED".to_owned(),
        ([], Some(why)) => format!("not encoded: {why}"),
        (rules, None) => rules.join(", "),
        (rules, Some(why)) => format!("{} ({why})", rules.join(", ")),
    };
    format!("{:<28} {by}\n", traced.provision)
}
