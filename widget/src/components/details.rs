//! Details: something only some people need, opened on request.

use yew::prelude::*;

/// A line that opens to show more.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details {
    /// The element's id.
    pub id: Option<AttrValue>,
    /// The line that is always shown.
    pub summary: Html,
    /// What it opens to.
    pub content: Html,
    /// Open from the start. The browser then opens and closes it; give it a key to start afresh.
    pub open: bool,
    /// More classes.
    pub classes: Classes,
}

impl Details {
    /// The line and what it opens to as HTML.
    pub fn view(&self) -> Html {
        html! {
            <details id={self.id.clone()} class={classes!("govuk-details", self.classes.clone())} open={self.open}>
                <summary class="govuk-details__summary">
                    <span class="govuk-details__summary-text">{ self.summary.clone() }</span>
                </summary>
                <div class="govuk-details__text">{ self.content.clone() }</div>
            </details>
        }
    }
}
