//! Fieldset: fields that belong together, under a legend that is often the page's heading.

use yew::prelude::*;

use super::parts::heading;
use super::{El, el, some};

/// A group of fields.
#[derive(Debug, Default)]
pub struct Fieldset {
    /// What the group asks.
    pub legend: Option<Legend>,
    /// The ids of what describes the group.
    pub described_by: Option<AttrValue>,
    /// An ARIA role, where text fields need `group` for their description to be read.
    pub role: Option<AttrValue>,
    /// More classes.
    pub classes: AttrValue,
}

/// The name of a group of fields.
#[derive(Debug, Default)]
pub struct Legend {
    /// The words.
    pub content: Html,
    /// More classes, such as `govuk-fieldset__legend--l`.
    pub classes: AttrValue,
    /// The level of heading it is, if it is one; 1 for the heading of a page of its own.
    pub heading: Option<u8>,
    /// The heading's element, to focus it when the page changes.
    pub heading_ref: NodeRef,
}

impl Fieldset {
    /// The group around its fields.
    pub fn view(&self, fields: El) -> El {
        self.around(&self.described_by, fields)
    }

    /// The group around its fields, with another description.
    pub(super) fn around(&self, described_by: &Option<AttrValue>, fields: El) -> El {
        el("fieldset")
            .class("govuk-fieldset")
            .class(&self.classes)
            .attr_opt("role", &self.role)
            .attr_opt("aria-describedby", described_by)
            .maybe(self.legend.as_ref().map(Legend::view))
            .el(fields)
    }
}

impl Legend {
    fn view(&self) -> El {
        let content = match self.heading {
            Some(level) => heading(
                level,
                "govuk-fieldset__heading",
                &self.heading_ref,
                &self.content,
            ),
            None => some().child(&self.content),
        };
        el("legend")
            .class("govuk-fieldset__legend")
            .class(&self.classes)
            .el(content)
    }
}
