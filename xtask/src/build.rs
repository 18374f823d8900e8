//! `cargo xtask build`: everything that a web server needs, in `dist/`.

use crate::failure::Result;
use crate::places::Places;
use crate::{prerequisites, program, site, step, styles};

/// Builds the site, fetching first what is missing and can be fetched.
pub(crate) fn build(places: &Places) -> Result<()> {
    prerequisites::wasm_target()?;
    prerequisites::node_packages(places)?;
    styles::build(places)?;
    program::build(places)?;
    step::quiet("Putting the site together in dist", || site::build(places))
}
