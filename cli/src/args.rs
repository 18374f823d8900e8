//! The words of the command line.

use crate::Failure;

/// Words and options that are still to be read.
#[derive(Debug)]
pub(crate) struct Args(Vec<String>);

impl Args {
    pub(crate) fn new(words: Vec<String>) -> Self {
        Self(words)
    }

    /// The next word.
    pub(crate) fn next(&mut self) -> Option<String> {
        (!self.0.is_empty()).then(|| self.0.remove(0))
    }

    /// Whether an option without a value is given.
    pub(crate) fn flag(&mut self, name: &str) -> bool {
        let found = self.0.iter().position(|word| word == name);
        found.map(|at| self.0.remove(at)).is_some()
    }

    /// The value of an option.
    pub(crate) fn value(&mut self, name: &str) -> Result<Option<String>, Failure> {
        let Some(at) = self.0.iter().position(|word| word == name) else {
            return Ok(None);
        };
        self.0.remove(at);
        if at < self.0.len() {
            return Ok(Some(self.0.remove(at)));
        }
        Err(Failure::Input(format!("`{name}` needs a value behind it")))
    }

    /// The folder, which is the last word that may be left.
    pub(crate) fn folder(&mut self) -> Result<std::path::PathBuf, Failure> {
        let Some(at) = self.0.iter().position(|word| !word.starts_with("--")) else {
            return Err(Failure::Input(
                "which folder? Name the one that holds the rule files".to_owned(),
            ));
        };
        let folder = self.0.remove(at);
        match self.0.first() {
            Some(word) => Err(Failure::Input(format!(
                "`{word}` is not understood here; `wicketgate help` lists what is"
            ))),
            None => Ok(folder.into()),
        }
    }
}
