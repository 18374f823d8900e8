//! What a browser must load, against what it may cost.
use crate::failure::Result;
use crate::places::Places;
/// To be written.
pub(crate) fn check(_places: &Places) -> Result<()> {
    Ok(())
}
