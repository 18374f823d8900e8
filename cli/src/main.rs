//! `wicketgate`: what a rule editor needs, with nothing but the rule files.
//!
//! Exit codes: 0 when all is well, 1 when the rules have errors or a saved answer is no longer the answer, 2 when the command or its input is
//! not understood.

mod args;
mod commands;
mod load;
mod today;

use std::io::Write;
use std::process::ExitCode;

/// What a command prints, and how it ends.
type Ended = Result<ExitCode, Failure>;

/// Why a command could not do its work.
#[derive(Debug)]
enum Failure {
    /// The command line, a file or a proposal is not as it must be.
    Input(String),
    /// The rules have errors, which are already in the text.
    Rules(String),
}

const HELP: &str = "wicketgate: check, publish and ask a rulebook

  wicketgate check DIR                            every mistake in the rule files, with line and help
  wicketgate test DIR                             run the worked cases
  wicketgate cases DIR [--decided] [--json]       the worked cases, as proposals
  wicketgate persons DIR [--on DATE] [--json]     who is in the schedules, and for which objectives
  wicketgate trace DIR [--json]                   which rules encode each provision, or why none does
  wicketgate questions DIR [--json]               the questions, with their ids
  wicketgate decide DIR --proposal FILE [--json]  the outcome of a proposal, with reasons
  wicketgate verify FILE DIR [--json]             whether a saved answer is still the answer, or why not
  wicketgate explain DIR --proposal FILE [--json] the fewest answers that decide, and what would change it
  wicketgate compare DIR DIR [--on DATE] [--json] whose outcome differs between two rulebooks
  wicketgate compare DIR --on DATE --and DATE     whose outcome differs between two dates; also [--json]
  wicketgate whatif DIR --with FILE [--json]      whose outcome an amendment would change; also [--on DATE]
  wicketgate whatif DIR --set WORDS [--json]      the same for one line, such as 'list needs indicative'
  wicketgate format DIR [--check]                 write the rule files in their canonical form
  wicketgate texts DIR [--lang cy] [--json]       every text with its id, and what a language lacks
  wicketgate texts DIR --pseudo                   write files of a language that shows what is not translated
  wicketgate publish DIR                          write manifest and bundles, after an edit
  wicketgate paper DIR [--out FILE] [--style URL] the rules as a guide to print: one page of HTML

DIR holds rule files (*.gate). DATE is written 2019-03-01; the default is today.
FILE is a proposal as JSON; `-` reads it from standard input.
";

fn main() -> ExitCode {
    let ended = run();
    match ended {
        Ok(code) => code,
        Err(Failure::Input(message)) => {
            let _ = writeln!(std::io::stderr(), "wicketgate: {message}");
            ExitCode::from(2)
        }
        Err(Failure::Rules(text)) => {
            let _ = write!(std::io::stderr(), "{text}");
            ExitCode::from(1)
        }
    }
}

fn run() -> Ended {
    let mut args = args::Args::new(std::env::args().skip(1).collect());
    let Some(command) = args.next() else {
        return Err(Failure::Input(format!("which command?\n\n{HELP}")));
    };
    match command.as_str() {
        "check" => commands::check::run(args),
        "cases" => commands::cases::run(args),
        "test" => commands::test::run(args),
        "trace" => commands::trace::run(args),
        "paper" => commands::paper::run(args),
        "persons" => commands::persons::run(args),
        "questions" => commands::questions::run(args),
        "compare" => commands::compare::run(args),
        "whatif" => commands::whatif::run(args),
        "decide" => commands::decide::run(args),
        "explain" => commands::explain::run(args),
        "verify" => commands::verify::run(args),
        "format" => commands::format::run(args),
        "texts" => commands::texts::run(args),
        "publish" => commands::publish::run(args),
        "help" | "--help" | "-h" => print(HELP),
        _ => Err(Failure::Input(format!(
            "`{command}` is not a command\n\n{HELP}"
        ))),
    }
}

/// Prints to standard output. A reader that went away is no failure of ours.
fn print(text: &str) -> Ended {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes());
    if !text.ends_with('\n') {
        let _ = out.write_all(b"\n");
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints a value as JSON, indented.
fn print_json(value: &impl serde::Serialize) -> Ended {
    match serde_json::to_string_pretty(value) {
        Ok(text) => print(&text),
        Err(error) => Err(Failure::Input(format!(
            "the answer cannot be written as JSON: {error}"
        ))),
    }
}
