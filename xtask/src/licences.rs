//! Holds the licences of all dependencies to the list in `deny.toml`.

use crate::failure::{Failure, Result, While};
use crate::places::Places;
use crate::run;
use std::fs;

/// Fails with every crate whose licence is not allowed.
pub(crate) fn check(places: &Places) -> Result<()> {
    let path = places.root().join("deny.toml");
    let text = fs::read_to_string(&path).while_doing(|| format!("read {}", path.display()))?;
    let allowed = allowed(&text);
    if allowed.is_empty() {
        return Err(Failure::new("deny.toml allows no licence at all"));
    }
    let json = run::quiet(run::cargo().current_dir(places.root()).args([
        "metadata",
        "--format-version",
        "1",
        "--locked",
    ]))?;
    let metadata: serde_json::Value =
        serde_json::from_str(&json).while_doing(|| "read what cargo says of the crates".into())?;
    let packages = metadata.get("packages").and_then(|it| it.as_array());
    let refused: Vec<String> = packages
        .into_iter()
        .flatten()
        .filter_map(|package| refused(package, &allowed))
        .collect();
    if refused.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "deny.toml does not allow these licences:\n  {}",
        refused.join("\n  ")
    )))
}

fn refused(package: &serde_json::Value, allowed: &[String]) -> Option<String> {
    let text = |name: &str| package.get(name).and_then(|it| it.as_str());
    let licence = text("license").unwrap_or("no licence");
    let may_be_used = is_allowed(licence, allowed);
    (!may_be_used).then(|| format!("{}: {licence}", text("name").unwrap_or("a crate")))
}

/// The quoted lines of the `allow` list.
fn allowed(deny: &str) -> Vec<String> {
    deny.lines()
        .skip_while(|line| line.trim() != "allow = [")
        .skip(1)
        .take_while(|line| line.trim() != "]")
        .filter_map(|line| line.trim().strip_prefix('"')?.split('"').next())
        .map(str::to_owned)
        .collect()
}

/// Whether some choice among the licences offered is allowed as a whole.
///
/// `AND` binds more closely than `OR`, and older crates write `/` for `OR`.
fn is_allowed(licence: &str, allowed: &[String]) -> bool {
    let licence = licence.replace('/', " OR ");
    // Brackets stand only around an alternative of which any member will do, so each is tried alone.
    if let Some((before, rest)) = licence.split_once('(')
        && let Some((inside, after)) = rest.split_once(')')
    {
        return inside
            .split(" OR ")
            .any(|choice| is_allowed(&format!("{before}{choice}{after}"), allowed));
    }
    licence.split(" OR ").any(|choice| {
        choice
            .split(" AND ")
            .all(|one| allowed.iter().any(|name| name == one.trim()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_is_allowed_if_some_choice_is() {
        let allowed = ["MIT", "Zlib"].map(str::to_owned);
        for licence in [
            "MIT",
            "GPL-3.0 OR MIT",
            "GPL-3.0/MIT",
            "MIT AND Zlib",
            "(GPL-3.0 OR MIT) AND Zlib",
        ] {
            assert!(is_allowed(licence, &allowed), "{licence}");
        }
        for licence in [
            "GPL-3.0",
            "MIT AND GPL-3.0",
            "(MIT OR Zlib) AND GPL-3.0",
            "no licence",
        ] {
            assert!(!is_allowed(licence, &allowed), "{licence}");
        }
    }

    #[test]
    fn the_list_is_read() {
        let deny = "[licenses]\nallow = [\n  \"MIT\",\n  \"Zlib\", # small\n]\nother = [\n\"GPL-3.0\",\n]\n";
        assert_eq!(allowed(deny), ["MIT", "Zlib"]);
    }
}
