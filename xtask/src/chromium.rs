//! Finds a Chromium for the browser tests, or fetches one.

use crate::failure::{Failure, Result, While};
use crate::places::Places;
use crate::prerequisites::npm;
use crate::{run, step};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where Debian and its kin put it.
const SYSTEM: &str = "/usr/bin/chromium";

/// A Chromium inside an npm package, for those who may not install system packages.
const PACKAGE: &str = "@sparticuz/chromium@153.0.0";

/// The browser that the tests drive.
pub(crate) fn find(places: &Places) -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM").filter(|named| !named.is_empty()) {
        let named = PathBuf::from(named);
        return if named.exists() {
            Ok(named)
        } else {
            Err(Failure::new(format!(
                "CHROMIUM names {}, which is not there",
                named.display()
            )))
        };
    }
    let system = PathBuf::from(SYSTEM);
    if system.exists() || (may_install() && install().is_ok() && system.exists()) {
        return Ok(system);
    }
    package(places)
}

fn may_install() -> bool {
    let root = run::quiet(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    root && Path::new("/usr/bin/apt-get").exists()
}

fn install() -> Result<()> {
    step::quiet("Installing Chromium from the system's packages", || {
        let apt = || {
            let mut command = Command::new("apt-get");
            command.env("DEBIAN_FRONTEND", "noninteractive");
            command
        };
        run::quiet(apt().arg("update"))?;
        run::quiet(apt().args(["install", "--yes", "--no-install-recommends", "chromium"]))?;
        Ok(())
    })
}

fn package(places: &Places) -> Result<PathBuf> {
    step::quiet("Fetching Chromium as an npm package", || {
        let folder = places.parts("chromium");
        fs::create_dir_all(&folder).while_doing(|| format!("make {}", folder.display()))?;
        // In a folder of its own: most machines have a browser and never need these 60 MB.
        run::quiet(
            npm()
                .args(["install", "--no-save", "--ignore-scripts", "--no-audit"])
                .args(["--no-fund", "--prefix"])
                .arg(&folder)
                .arg(PACKAGE),
        )?;
        let path = run::quiet(
            Command::new("node")
                .current_dir(&folder)
                .args(["--input-type=module", "--eval"])
                .arg("const { default: chromium } = await import('@sparticuz/chromium'); console.log(await chromium.executablePath())"),
        )?;
        Ok(PathBuf::from(path.trim()))
    })
    .map_err(|failure| {
        Failure::new(format!(
            "{failure}\nno Chromium was found: install one and name it in CHROMIUM, or leave the browser out with --no-browser"
        ))
    })
}
