//! Label: the name of one field.

use yew::prelude::*;

use super::parts::heading;

/// The name of one field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Label {
    /// The words.
    pub content: Html,
    /// More classes, such as `govuk-label--l`.
    pub classes: Classes,
    /// The id of the field it names; fields that hold a label fill it in.
    pub target: Option<AttrValue>,
    /// The level of heading it is, if it is one; 1 for the heading of a page of its own.
    pub heading: Option<u8>,
    /// The heading's element, to focus it when the page changes.
    pub heading_ref: NodeRef,
}

impl Label {
    /// The label as HTML.
    pub fn view(&self) -> Html {
        let label = html! {
            <label class={classes!("govuk-label", self.classes.clone())} for={self.target.clone()}>
                { self.content.clone() }
            </label>
        };
        match self.heading {
            Some(level) => heading(
                level,
                "govuk-label-wrapper",
                self.heading_ref.clone(),
                label,
            ),
            None => label,
        }
    }

    pub(super) fn with_target(&self, id: &AttrValue) -> Self {
        Self {
            target: Some(id.clone()),
            ..self.clone()
        }
    }
}
