//! To be written.

pub mod components;
pub mod focus;
