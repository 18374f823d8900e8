//! Running other programs.

use crate::failure::{Failure, Result};
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Output};

/// Runs with the output on view.
pub(crate) fn shown(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| start(command, &error))?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "`{}` failed, see above",
        line(command)
    )))
}

/// Runs out of sight, and shows the output only if it fails.
pub(crate) fn quiet(command: &mut Command) -> Result<String> {
    let output = command.output().map_err(|error| start(command, &error))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(Failure::new(format!(
        "`{}` failed:\n{}",
        line(command),
        both(&output)
    )))
}

/// What a program wrote, on either stream.
pub(crate) fn both(output: &Output) -> String {
    let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.push_str(&String::from_utf8_lossy(&output.stderr));
    text
}

/// The command of cargo, and the same cargo that runs this program.
pub(crate) fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

fn start(command: &Command, error: &std::io::Error) -> Failure {
    let name = command.get_program().to_string_lossy();
    match error.kind() {
        ErrorKind::NotFound => Failure::new(format!("`{name}` is not installed")),
        _ => Failure::new(format!("cannot start `{name}`: {error}")),
    }
}

fn line(command: &Command) -> String {
    // Where the program is says nothing that its name does not.
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    let mut line = name.to_string_lossy().into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}
