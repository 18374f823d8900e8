//! One module a command.

pub(crate) mod cases;
pub(crate) mod check;
pub(crate) mod compare;
pub(crate) mod decide;
pub(crate) mod explain;
pub(crate) mod format;
pub(crate) mod paper;
pub(crate) mod persons;
pub(crate) mod publish;
pub(crate) mod questions;
pub(crate) mod test;
pub(crate) mod texts;
pub(crate) mod trace;
pub(crate) mod verify;
pub(crate) mod whatif;
