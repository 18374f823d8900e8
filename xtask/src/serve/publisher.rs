//! Republishes the rules when one of them has been saved.

use crate::{build, run};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

/// Each rule file, when it was last saved, and its length.
type Saved = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

/// The command that publishes, and the state of the rules that it last saw.
#[derive(Debug)]
pub(super) struct Publisher {
    command: PathBuf,
    rules: PathBuf,
    /// The site, which holds the guide to the rules.
    site: PathBuf,
    last: Mutex<Option<Saved>>,
}

impl Publisher {
    pub(super) fn new(command: PathBuf, rules: PathBuf, site: PathBuf) -> Self {
        Self {
            command,
            rules,
            site,
            last: Mutex::new(None),
        }
    }

    /// Publishes if a rule file was saved, added or removed since the last time.
    ///
    /// Whoever comes while another is publishing waits for it, and so sees the new manifest.
    pub(super) fn refresh(&self) {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let mut now = Saved::new();
        look(&self.rules, &mut now);
        if last.as_ref() == Some(&now) {
            return;
        }
        let first = last.is_none();
        // Kept even if publishing fails: the same mistake need not be told three times a second.
        *last = Some(now);
        self.publish(first);
    }

    fn publish(&self, first: bool) {
        let output = Command::new(&self.command)
            .arg("publish")
            .arg(&self.rules)
            .output();
        match output {
            Ok(output) if output.status.success() => {
                if !first {
                    println!("Rules published");
                    if let Err(failure) = build::guide(&self.command, &self.rules, &self.site) {
                        eprintln!("The guide stays as it was: {failure}");
                    }
                }
            }
            Ok(output) => eprintln!(
                "{}\nThe rules are not published: the manifest stays as it was",
                run::both(&output).trim_end()
            ),
            Err(error) => eprintln!(
                "The rules are not published: cannot start `{}`: {error}",
                self.command.display()
            ),
        }
    }
}

/// Notes every rule file in a folder. What cannot be read is left out, and so counts as removed.
fn look(folder: &Path, saved: &mut Saved) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            look(&path, saved);
        } else if path.extension().is_some_and(|ending| ending == "gate")
            && let Ok(about) = entry.metadata()
        {
            saved.insert(path, (about.modified().ok(), about.len()));
        }
    }
}
