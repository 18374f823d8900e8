//! Inset text: a short passage set apart, such as a quotation from the law.

use yew::prelude::*;

/// A passage set apart from the text around it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InsetText {
    /// The element's id.
    pub id: Option<AttrValue>,
    /// The passage.
    pub content: Html,
    /// More classes.
    pub classes: Classes,
}

impl InsetText {
    /// The passage as HTML.
    pub fn view(&self) -> Html {
        html! {
            <div id={self.id.clone()} class={classes!("govuk-inset-text", self.classes.clone())}>
                { self.content.clone() }
            </div>
        }
    }
}
