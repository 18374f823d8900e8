//! The GOV.UK components, one file each, named as in govuk-frontend.
//!
//! They are plain values with a `view` method, because a component of its own costs bytes; whoever shows them keeps
//! what they need to know. How their elements are written is told in [`element`](self::el):
//!
//! ```
//! use wicketgate_widget::components::{Hint, text};
//!
//! let hint = Hint { content: text("Select all that apply"), ..Hint::default() };
//! let html: yew::Html = hint.view().html();
//! ```
//!
//! One keeps state and is a yew component: [`Combobox`].
//!
//! No component holds a word that a person reads: every text is given by the caller, so that it can be translated.
//! None needs govuk-frontend's JavaScript, which looks things up in `document` and so finds nothing in a shadow root.
//! Their HTML is compared with govuk-frontend's own fixtures in `tests/it/render.rs`.

mod back_link;
mod button;
mod checkboxes;
mod choice;
mod combobox;
mod date_input;
mod details;
mod element;
mod error_message;
mod error_summary;
mod fieldset;
mod hint;
mod input;
mod inset_text;
mod label;
mod parts;
mod radios;
mod summary_list;
mod table;
mod tag;
mod warning_text;

pub use back_link::BackLink;
pub use button::{Button, once};
pub use checkboxes::{Checkboxes, tick};
pub use choice::{Choice, Item};
pub use combobox::{ComboLabels, ComboOption, Combobox, ComboboxProps, MOST_OPTIONS};
pub use date_input::{DateInput, DateItem};
pub use details::{Details, details};
pub use element::{El, el, some, text};
pub use error_message::ErrorMessage;
pub use error_summary::{ErrorLink, ErrorSummary};
pub use fieldset::{Fieldset, Legend};
pub use hint::Hint;
pub use input::{Input, typed};
pub use inset_text::{InsetText, inset};
pub use label::Label;
pub use parts::{body, heading};
pub use radios::Radios;
pub use summary_list::{Action, Row, SummaryCard, SummaryList};
pub use table::{Cell, Table};
pub use tag::Tag;
pub use warning_text::WarningText;
