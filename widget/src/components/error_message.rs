//! Error message: what is wrong with one answer, next to it.

use yew::prelude::*;

/// What is wrong, in the same words as in the error summary.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ErrorMessage {
    /// The element's id, by which a field names it; fields that hold a message fill it in.
    pub id: Option<AttrValue>,
    /// More classes.
    pub classes: Classes,
    /// A word for those who cannot see the red, such as "Error"; a colon follows it.
    pub prefix: AttrValue,
    /// The words.
    pub content: Html,
}

impl ErrorMessage {
    /// The message as HTML.
    pub fn view(&self) -> Html {
        let prefix = (!self.prefix.is_empty()).then(|| {
            html! { <><span class="govuk-visually-hidden">{ &self.prefix }{ ":" }</span>{ " " }</> }
        });
        html! {
            <p id={self.id.clone()} class={classes!("govuk-error-message", self.classes.clone())}>
                { for prefix }
                { self.content.clone() }
            </p>
        }
    }

    pub(super) fn with_id(&self, id: Option<AttrValue>) -> Self {
        Self { id, ..self.clone() }
    }
}
