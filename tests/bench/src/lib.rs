//! Measurements of Wicketgate: questions asked, time and memory, natively and in a browser.

mod questions;
mod random;
mod rules;
pub mod speed;
mod steps;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
mod work;
mod workload;

pub use questions::measure as questions;
