//! `cargo xtask test`.
use crate::arguments::TestOptions;
use crate::failure::Result;
use crate::places::Places;
/// To be written.
pub(crate) fn test(_places: &Places, _options: TestOptions) -> Result<()> {
    Ok(())
}
