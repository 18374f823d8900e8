//! Where things are.

use crate::failure::{Failure, Result, While};
use crate::run;
use std::path::{Path, PathBuf};

/// The folders that the tasks read and write.
#[derive(Debug)]
pub(crate) struct Places {
    root: PathBuf,
    target: PathBuf,
}

impl Places {
    /// Asks cargo, which knows about every way of moving the target folder.
    pub(crate) fn find() -> Result<Self> {
        let json = run::quiet(run::cargo().args([
            "metadata",
            "--no-deps",
            "--offline",
            "--format-version",
            "1",
        ]))?;
        let metadata: serde_json::Value =
            serde_json::from_str(&json).while_doing(|| "read what cargo says of itself".into())?;
        let folder = |name: &str| {
            metadata
                .get(name)
                .and_then(|value| value.as_str())
                .map(PathBuf::from)
                .ok_or_else(|| Failure::new(format!("`cargo metadata` does not give `{name}`")))
        };
        Ok(Self {
            root: folder("workspace_root")?,
            target: folder("target_directory")?,
        })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Cargo's output.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// What the site is written by hand in.
    pub(crate) fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// The law as text.
    pub(crate) fn rules(&self) -> PathBuf {
        self.root.join("www").join("rules")
    }

    /// The finished site.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// What is made on the way to the site.
    pub(crate) fn parts(&self, name: &str) -> PathBuf {
        self.target.join("site").join(name)
    }

    /// The rule editor's command, once built.
    pub(crate) fn wicketgate(&self) -> PathBuf {
        self.target
            .join("debug")
            .join(format!("wicketgate{}", std::env::consts::EXE_SUFFIX))
    }
}
