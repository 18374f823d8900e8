//! Hint: a line of help below a question.

use yew::prelude::*;

/// A line of help; one sentence, with no link in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hint {
    /// The element's id, by which a field names it; fields that hold a hint fill it in.
    pub id: Option<AttrValue>,
    /// More classes.
    pub classes: Classes,
    /// The words.
    pub content: Html,
}

impl Hint {
    /// The hint as HTML.
    pub fn view(&self) -> Html {
        html! {
            <div id={self.id.clone()} class={classes!("govuk-hint", self.classes.clone())}>
                { self.content.clone() }
            </div>
        }
    }

    pub(super) fn with_id(&self, id: Option<AttrValue>) -> Self {
        Self { id, ..self.clone() }
    }
}
