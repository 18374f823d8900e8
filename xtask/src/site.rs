//! Puts the finished site together in `dist/`.

use crate::failure::{Result, While};
use crate::places::Places;
use crate::scripts;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Names in `www/` that are made into something else, or are not for visitors.
const NOT_COPIED: [&str; 3] = ["styles", "docs", "rules"];

/// The loader and what it loads stand beside the program.
const LOADER: [&str; 3] = ["wicketgate.js", "wicketgate-history.js", "wicketgate.d.ts"];

/// Copies pages, rules and parts to where a web server wants them, and removes what is stale.
pub(crate) fn build(places: &Places) -> Result<()> {
    let mut site = Site {
        dist: places.dist(),
        written: BTreeSet::new(),
    };
    for (name, path) in entries(&places.www())? {
        if LOADER.contains(&name.as_str()) {
            let small = scripts::minified(places, &path)?;
            site.copy(&small, &Path::new("wicketgate").join(name))?;
        } else if !NOT_COPIED.contains(&name.as_str()) {
            site.copy(&path, Path::new(&name))?;
        }
    }
    site.copy(&places.rules(), Path::new("rules"))?;
    site.copy(&places.parts("program"), Path::new("wicketgate"))?;
    let styles = places.parts("styles");
    site.copy(&styles.join("page.css"), Path::new("page.css"))?;
    site.copy(
        &styles.join("wicketgate.css"),
        Path::new("wicketgate/wicketgate.css"),
    )?;
    site.copy(&places.parts("guide"), Path::new(""))?;
    site.prune(&places.dist())?;
    Ok(())
}

struct Site {
    dist: PathBuf,
    written: BTreeSet<PathBuf>,
}

impl Site {
    /// Copies a file, or a folder with all that is in it.
    fn copy(&mut self, from: &Path, to: &Path) -> Result<()> {
        if from.is_dir() {
            for (name, path) in entries(from)? {
                self.copy(&path, &to.join(name))?;
            }
            return Ok(());
        }
        let content = fs::read(from).while_doing(|| format!("read {}", from.display()))?;
        let path = self.dist.join(to);
        // What has not changed is not written, so that a server running from here never sees half a file.
        if !fs::read(&path).is_ok_and(|old| old == content) {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder).while_doing(|| format!("make {}", folder.display()))?;
            }
            fs::write(&path, content).while_doing(|| format!("write {}", path.display()))?;
        }
        self.written.insert(path);
        Ok(())
    }

    /// Removes files that an earlier build left. Returns whether the folder is now empty.
    fn prune(&self, folder: &Path) -> Result<bool> {
        let mut empty = true;
        for (_, path) in entries(folder)? {
            let stale = if path.is_dir() {
                self.prune(&path)?
            } else {
                !self.written.contains(&path)
            };
            if !stale {
                empty = false;
            } else if path.is_dir() {
                fs::remove_dir(&path).while_doing(|| format!("remove {}", path.display()))?;
            } else {
                fs::remove_file(&path).while_doing(|| format!("remove {}", path.display()))?;
            }
        }
        Ok(empty)
    }
}

/// The entries of a folder by name, without hidden ones.
fn entries(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let doing = || format!("list {}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).while_doing(doing)? {
        let entry = entry.while_doing(doing)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') {
            found.push((name, entry.path()));
        }
    }
    found.sort();
    Ok(found)
}
