//! `wicketgate questions DIR [--json]`

use wicketgate_engine::questions;

use crate::args::Args;
use crate::{Ended, load, print, print_json};

/// Lists the questions in the order in which they are asked.
pub(crate) fn run(mut args: Args) -> Ended {
    let json = args.flag("--json");
    let rulebook = load::rulebook(&args.folder()?)?;
    let asked = questions(&rulebook);
    if json {
        return print_json(&asked);
    }
    let mut out = String::new();
    for question in asked {
        out.push_str(&format!("{}\n  {}\n", question.id, question.text));
        for option in question.options {
            out.push_str(&format!("    {}: {}\n", option.id, option.text));
        }
    }
    print(&out)
}
