//! Tag: the state of a thing in a word or two.

use yew::prelude::*;

/// A word or two for the state of a thing; the words must be enough without the colour.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tag {
    /// The words.
    pub content: Html,
    /// More classes, such as `govuk-tag--grey`.
    pub classes: Classes,
}

impl Tag {
    /// The tag as HTML.
    pub fn view(&self) -> Html {
        html! { <strong class={classes!("govuk-tag", self.classes.clone())}>{ self.content.clone() }</strong> }
    }
}
