//! Warning text: something with a consequence, such as an offence.

use yew::prelude::*;

/// A warning of a consequence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WarningText {
    /// A word for those who cannot see the icon, such as "Warning".
    pub icon_text: AttrValue,
    /// The words.
    pub content: Html,
    /// More classes.
    pub classes: Classes,
}

impl WarningText {
    /// The warning as HTML.
    pub fn view(&self) -> Html {
        html! {
            <div class={classes!("govuk-warning-text", self.classes.clone())}>
                <span class="govuk-warning-text__icon" aria-hidden="true">{ "!" }</span>
                <strong class="govuk-warning-text__text">
                    <span class="govuk-visually-hidden">{ &self.icon_text }</span>
                    { " " }
                    { self.content.clone() }
                </strong>
            </div>
        }
    }
}
