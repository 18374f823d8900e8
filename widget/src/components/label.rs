//! Label: the name of one field.

use yew::prelude::*;

use super::parts::heading;
use super::{El, el};

/// The name of one field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Label {
    /// The words.
    pub content: Html,
    /// More classes, such as `govuk-label--l`.
    pub classes: AttrValue,
    /// The id of the field it names; fields that hold a label fill it in.
    pub target: Option<AttrValue>,
    /// The level of heading it is, if it is one; 1 for the heading of a page of its own.
    pub heading: Option<u8>,
    /// The heading's element, to focus it when the page changes.
    pub heading_ref: NodeRef,
}

impl Label {
    /// The label as an element.
    pub fn view(&self) -> El {
        self.view_for(&self.target)
    }

    pub(super) fn view_for(&self, target: &Option<AttrValue>) -> El {
        let label = el("label")
            .class("govuk-label")
            .class(&self.classes)
            .attr_opt("for", target)
            .child(&self.content);
        match self.heading {
            Some(level) => heading(
                level,
                "govuk-label-wrapper",
                &self.heading_ref,
                &label.html(),
            ),
            None => label,
        }
    }
}
