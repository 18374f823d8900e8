//! The command line, read into a [`Task`].

use crate::failure::{Failure, Result};
use std::path::PathBuf;

/// What `cargo xtask help` prints.
pub(crate) const HELP: &str = "\
Usage: cargo xtask TASK

  build                  build the site into dist/
  serve                  build the site and serve it on this machine
  test                   run every check and test
  bench [speed [N...]]   measure time and memory for generated rulebooks of N objectives
  bench questions [N]    count the questions asked over N complete assignments
  pseudo                 build the program with a pseudo-language, for the tests in browsers
  sizes                  build the site and check the size of what a browser loads

Options of serve:
  --port N               the first port to try (default 8017; 0 takes any free one)
  --dir DIR              serve DIR as it is, and build nothing
  --rules DIR            take rule files from DIR instead, and republish them when they are saved
  --publisher PROGRAM    the `wicketgate` command that republishes, when nothing is built
  --header 'NAME: VALUE' add a header to every answer; may be given several times

Options of test:
  --no-browser           leave out what needs Chromium
";

/// The first port that `serve` tries.
const PORT: u16 = 8017;

/// One thing to do.
#[derive(Debug)]
pub(crate) enum Task {
    Help,
    Build,
    Serve(ServeOptions),
    Test(TestOptions),
    Sizes,
    Pseudo,
    /// The words after `bench`.
    Bench(Vec<String>),
}

/// How to serve.
#[derive(Debug)]
pub(crate) struct ServeOptions {
    pub(crate) port: u16,
    /// A site that stands already; `None` builds ours.
    pub(crate) dir: Option<PathBuf>,
    pub(crate) rules: Option<PathBuf>,
    pub(crate) publisher: Option<PathBuf>,
    pub(crate) headers: Vec<(String, String)>,
}

/// How much to test.
#[derive(Debug)]
pub(crate) struct TestOptions {
    pub(crate) browser: bool,
}

/// Reads the words after `cargo xtask`.
pub(crate) fn parse(words: impl Iterator<Item = String>) -> Result<Task> {
    let mut words = words;
    let Some(task) = words.next() else {
        return Ok(Task::Help);
    };
    match task.as_str() {
        "help" | "--help" | "-h" => Ok(Task::Help),
        "build" => nothing_more(words).map(|()| Task::Build),
        "sizes" => nothing_more(words).map(|()| Task::Sizes),
        "pseudo" => nothing_more(words).map(|()| Task::Pseudo),
        "bench" => Ok(Task::Bench(words.collect())),
        "serve" => serve_options(words).map(Task::Serve),
        "test" => test_options(words).map(Task::Test),
        _ => Err(Failure::new(format!("there is no task `{task}`\n\n{HELP}"))),
    }
}

fn nothing_more(mut words: impl Iterator<Item = String>) -> Result<()> {
    words.next().map_or(Ok(()), |word| Err(unknown(&word)))
}

fn serve_options(mut words: impl Iterator<Item = String>) -> Result<ServeOptions> {
    let mut options = ServeOptions {
        port: PORT,
        dir: None,
        rules: None,
        publisher: None,
        headers: Vec::new(),
    };
    while let Some(word) = words.next() {
        let mut value = || {
            words
                .next()
                .ok_or_else(|| Failure::new(format!("`{word}` needs a value after it")))
        };
        match word.as_str() {
            "--port" => options.port = port(&value()?)?,
            "--dir" => options.dir = Some(value()?.into()),
            "--rules" => options.rules = Some(value()?.into()),
            "--publisher" => options.publisher = Some(value()?.into()),
            "--header" => options.headers.push(header(&value()?)?),
            _ => return Err(unknown(&word)),
        }
    }
    Ok(options)
}

fn test_options(words: impl Iterator<Item = String>) -> Result<TestOptions> {
    let mut options = TestOptions { browser: true };
    for word in words {
        match word.as_str() {
            "--no-browser" => options.browser = false,
            _ => return Err(unknown(&word)),
        }
    }
    Ok(options)
}

fn port(word: &str) -> Result<u16> {
    word.parse()
        .map_err(|_| Failure::new(format!("`{word}` is not a port from 0 to 65535")))
}

fn header(word: &str) -> Result<(String, String)> {
    let broken = word.contains(['\r', '\n']);
    match word.split_once(':') {
        Some((name, value)) if !broken => Ok((name.trim().to_owned(), value.trim().to_owned())),
        _ => Err(Failure::new(format!(
            "`{word}` is not a header: write it as 'NAME: VALUE' on one line"
        ))),
    }
}

fn unknown(word: &str) -> Failure {
    Failure::new(format!("`{word}` is not expected here\n\n{HELP}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Task> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn serve_takes_a_port_and_headers() {
        let words = ["serve", "--port", "0", "--header", "A-B: c: d"];
        let Ok(Task::Serve(options)) = parse(words.into_iter().map(str::to_owned)) else {
            panic!("serve was not understood");
        };
        assert_eq!(options.port, 0);
        assert_eq!(options.headers, [("A-B".to_owned(), "c: d".to_owned())]);
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (line, word) in [
            ("dance", "`dance`"),
            ("build now", "`now`"),
            ("serve --port", "`--port`"),
            ("serve --port 99999", "`99999`"),
            ("test --fast", "`--fast`"),
        ] {
            let message = parsed(line).unwrap_err().to_string();
            assert!(message.contains(word), "{line}: {message}");
        }
    }
}
