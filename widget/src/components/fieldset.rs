//! Fieldset: fields that belong together, under a legend that is often the page's heading.

use yew::prelude::*;

use super::parts::heading;

/// A group of fields.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fieldset {
    /// What the group asks.
    pub legend: Option<Legend>,
    /// The ids of what describes the group.
    pub described_by: Option<AttrValue>,
    /// An ARIA role, where text fields need `group` for their description to be read.
    pub role: Option<AttrValue>,
    /// More classes.
    pub classes: Classes,
    /// The fields.
    pub content: Html,
}

/// The name of a group of fields.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Legend {
    /// The words.
    pub content: Html,
    /// More classes, such as `govuk-fieldset__legend--l`.
    pub classes: Classes,
    /// The level of heading it is, if it is one; 1 for the heading of a page of its own.
    pub heading: Option<u8>,
    /// The heading's element, to focus it when the page changes.
    pub heading_ref: NodeRef,
}

impl Fieldset {
    /// The group as HTML.
    pub fn view(&self) -> Html {
        html! {
            <fieldset class={classes!("govuk-fieldset", self.classes.clone())} role={self.role.clone()}
                aria-describedby={self.described_by.clone()}>
                { for self.legend.as_ref().map(Legend::view) }
                { self.content.clone() }
            </fieldset>
        }
    }

    /// The group around other content.
    pub(super) fn around(&self, described_by: Option<AttrValue>, content: Html) -> Html {
        Self {
            described_by,
            content,
            ..self.clone()
        }
        .view()
    }
}

impl Legend {
    fn view(&self) -> Html {
        let content = match self.heading {
            Some(level) => heading(
                level,
                "govuk-fieldset__heading",
                self.heading_ref.clone(),
                self.content.clone(),
            ),
            None => self.content.clone(),
        };
        html! { <legend class={classes!("govuk-fieldset__legend", self.classes.clone())}>{ content }</legend> }
    }
}
