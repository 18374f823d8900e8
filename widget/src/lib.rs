//! The custom element that asks the questions and shows the answer.
//!
//! ```text
//! mount --> widget: loading, not to be had, or a journey
//!             |        load: manifest, hashes, compile
//!             +-> journey: session (pure) --> pages --> components
//! ```
//!
//! Words of law come from the rulebook, all others from one catalogue. Nothing that a person types leaves the browser.

mod api;
mod browser;
pub mod components;
mod content;
mod explore;
mod finder;
pub mod focus;
mod journey;
mod later;
mod load;
#[cfg(feature = "ssr")]
mod paper;
mod prose;
mod take_away;
#[cfg(test)]
mod testing;
mod widget;

pub use api::{Handle, RulebookHandle, load_rules, mount, whole};
#[cfg(feature = "ssr")]
pub use paper::{STYLE as PAPER_STYLE, paper};

// Half the code of the allocator that comes with Rust, and its time does not depend on what was allocated before.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
