//! Error summary: all that is wrong with a page, at its top, with the focus on it.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::{heading, text};
use crate::focus;

/// What an [`ErrorSummary`] is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ErrorSummaryProps {
    /// The heading, such as "There is a problem".
    pub title: Html,
    /// The level of the heading: one below the page's own.
    #[prop_or(2)]
    pub heading: u8,
    /// A sentence before the list, rarely needed.
    #[prop_or_default]
    pub description: Option<Html>,
    /// What is wrong, in the order of the page.
    #[prop_or_default]
    pub errors: Vec<ErrorLink>,
    /// More classes.
    #[prop_or_default]
    pub classes: Classes,
    /// Takes the focus when it appears.
    #[prop_or(true)]
    pub focus: bool,
    /// The number of times that the page was sent: the focus is taken again whenever it changes.
    #[prop_or_default]
    pub attempt: u32,
}

/// One thing that is wrong.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ErrorLink {
    /// The same words as at the field.
    pub content: Html,
    /// The id of the field, or of the first of several; without one it is no link.
    pub target: Option<AttrValue>,
}

impl ErrorLink {
    /// An error of a field.
    pub fn new(words: impl Into<AttrValue>, target: impl Into<AttrValue>) -> Self {
        Self {
            content: text(words),
            target: Some(target.into()),
        }
    }
}

/// All that is wrong with a page.
#[component]
pub fn ErrorSummary(props: &ErrorSummaryProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((props.focus, props.attempt), move |(wanted, _)| {
            if *wanted && let Some(summary) = node.cast::<HtmlElement>() {
                focus::take(&summary);
            }
        });
    }
    let errors = (!props.errors.is_empty()).then(|| {
        html! {
            <ul class="govuk-list govuk-error-summary__list">
                { for props.errors.iter().map(|error| html! { <li>{ link(error) }</li> }) }
            </ul>
        }
    });
    html! {
        <div class={classes!("govuk-error-summary", props.classes.clone())} ref={node}>
            // In an element of its own: if the focus moved to the alert itself, some readers would drop one of the two.
            <div role="alert">
                { heading(props.heading, "govuk-error-summary__title", NodeRef::default(), props.title.clone()) }
                <div class="govuk-error-summary__body">
                    { for props.description.clone().map(|words| html! { <p>{ words }</p> }) }
                    { for errors }
                </div>
            </div>
        </div>
    }
}

fn link(error: &ErrorLink) -> Html {
    let Some(target) = error.target.clone() else {
        return error.content.clone();
    };
    let href = format!("#{target}");
    let onclick = Callback::from(move |event: MouseEvent| {
        let link = event.target_dyn_into::<web_sys::Node>();
        if link.is_some_and(|link| focus::field(&link, &target)) {
            event.prevent_default();
        }
    });
    html! { <a {href} {onclick}>{ error.content.clone() }</a> }
}
