//! `wicketgate paper DIR [--out FILE] [--style URL]`

use std::path::Path;

use wicketgate_widget::{PAPER_STYLE, paper};

use crate::args::Args;
use crate::{Ended, Failure, load, print};

/// Makes the guide. With `--style` the page names that sheet, and `--out` writes it beside the page.
pub(crate) fn run(mut args: Args) -> Ended {
    let out = args.value("--out")?;
    let style = args.value("--style")?;
    let rulebook = load::rulebook(&args.folder()?)?;
    let page = paper(&rulebook, style.as_deref());
    let Some(out) = out else {
        return print(&page);
    };
    let out = Path::new(&out);
    // The sheet first: a page is never without it.
    if let Some(style) = style.filter(|style| !style.contains([':', '/', '\\'])) {
        write(&out.with_file_name(style), PAPER_STYLE)?;
    }
    write(out, &page)?;
    print(&format!("wrote {}", out.display()))
}

/// Writes a file unless it already says this: beside it and renamed, so that nobody reads half of it.
fn write(path: &Path, text: &str) -> Result<(), Failure> {
    if std::fs::read_to_string(path).is_ok_and(|before| before == text) {
        return Ok(());
    }
    let mut fresh = path.as_os_str().to_owned();
    fresh.push(".new");
    std::fs::write(&fresh, text)
        .and_then(|()| std::fs::rename(&fresh, path))
        .map_err(|error| Failure::Input(format!("`{}` cannot be written: {error}", path.display())))
}
