//! The two style sheets, from Sass, and what the widget's one needs to work inside a shadow root.

use crate::failure::{Result, While};
use crate::places::Places;
use crate::{run, step};
use std::fs;
use std::process::Command;

/// The length that stands for a page's `1rem` inside the widget.
const REM: &str = "var(--wicket-gate-rem,1rem)";

/// Writes `wicketgate.css` and `page.css` into their folder of parts.
pub(crate) fn build(places: &Places) -> Result<()> {
    step::quiet("Making the style sheets", || {
        let sources = places.www().join("styles");
        let parts = places.parts("styles");
        let pair = |name: &str| {
            format!(
                "{}:{}",
                sources.join(format!("{name}.scss")).display(),
                parts.join(format!("{name}.css")).display()
            )
        };
        run::quiet(
            Command::new("node")
                .current_dir(places.root())
                .arg("node_modules/sass/sass.js")
                .args(["--pkg-importer=node", "--style=compressed"])
                .args(["--no-source-map", "--no-charset"])
                .args([pair("wicketgate"), pair("page")]),
        )?;
        let sheet = parts.join("wicketgate.css");
        let plain =
            fs::read_to_string(&sheet).while_doing(|| format!("read {}", sheet.display()))?;
        fs::write(&sheet, for_shadow_root(&plain))
            .while_doing(|| format!("write {}", sheet.display()))
    })
}

/// Rewrites a minified sheet for a shadow root.
///
/// `rem` is measured on the host page, where `html { font-size: 62.5% }` is common, so each use goes
/// through a custom property that such a page can set. `:root` never matches in a shadow tree.
fn for_shadow_root(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len() + sheet.len() / 8);
    let mut rest = sheet;
    let mut before = None;
    while let Some(next) = rest.chars().next() {
        let (taken, text) = if matches!(next, '"' | '\'') {
            let end = end_of_string(rest, next);
            (end, rest.get(..end).unwrap_or(rest).to_owned())
        } else if let Some(end) = rem_length(rest, before) {
            let number = rest.get(..end - 3).unwrap_or_default();
            (end, format!("calc({REM}*{number})"))
        } else if rest.starts_with(":root") {
            (5, ":host".to_owned())
        } else {
            (next.len_utf8(), next.to_string())
        };
        before = text.chars().last();
        out.push_str(&text);
        rest = rest.get(taken..).unwrap_or_default();
    }
    out
}

/// Where the string that opens `text` ends.
fn end_of_string(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if character == quote => return at + quote.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

/// Where a length in `rem` at the start of `text` ends, if there is one.
fn rem_length(text: &str, before: Option<char>) -> Option<usize> {
    // `h1rem` and `--gap-1rem` are names, and in `21rem` the length starts at the 2.
    if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '\\')) {
        return None;
    }
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let after = unsigned.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let has_digit = unsigned
        .get(..unsigned.len() - after.len())?
        .contains(|c: char| c.is_ascii_digit());
    let tail = after.strip_prefix("rem")?;
    let ends = !tail.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_'));
    (has_digit && ends).then_some(text.len() - tail.len())
}

#[cfg(test)]
mod tests {
    use super::for_shadow_root;

    #[test]
    fn lengths_in_rem_go_through_the_property() {
        for (plain, shadow) in [
            (
                "a{top:1.5rem}",
                "a{top:calc(var(--wicket-gate-rem,1rem)*1.5)}",
            ),
            (
                "a{top:-.5rem}",
                "a{top:calc(var(--wicket-gate-rem,1rem)*-.5)}",
            ),
            (
                "a{width:max(3px,.1875rem,.12em)}",
                "a{width:max(3px,calc(var(--wicket-gate-rem,1rem)*.1875),.12em)}",
            ),
        ] {
            assert_eq!(for_shadow_root(plain), shadow);
        }
    }

    #[test]
    fn names_and_strings_are_left_alone() {
        for plain in [
            ".gap-1rem{top:0}",
            ".wide21rem{top:0}",
            "a{top:1remote}",
            "a::before{content:\"1rem \\\" 2rem :root\"}",
            "a{--gap--1rem:0}",
            "a{top:12em}",
        ] {
            assert_eq!(for_shadow_root(plain), plain);
        }
    }

    #[test]
    fn the_root_is_the_host() {
        assert_eq!(for_shadow_root(":root{--a:1px}"), ":host{--a:1px}");
    }
}
