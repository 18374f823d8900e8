//! Button: does something, once.

use yew::prelude::*;
use yew::virtual_dom::VNode;

/// A second press within this time is taken for a slip of the hand, in milliseconds.
const DOUBLE_CLICK: f64 = 1000.0;

/// What a [`Button`] is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ButtonProps {
    /// The words on it.
    pub children: Html,
    /// More classes, such as `govuk-button--secondary`.
    #[prop_or_default]
    pub classes: Classes,
    /// The start button: has an arrow.
    #[prop_or_default]
    pub start: bool,
    /// Makes it a link that looks like a button.
    #[prop_or_default]
    pub href: Option<AttrValue>,
    /// `submit` if not given.
    #[prop_or(AttrValue::Static("submit"))]
    pub kind: AttrValue,
    /// The element's id.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// The name sent with a form.
    #[prop_or_default]
    pub name: Option<AttrValue>,
    /// The value sent with a form.
    #[prop_or_default]
    pub value: Option<AttrValue>,
    /// Cannot be pressed. Poor contrast and no explanation: avoid it.
    #[prop_or_default]
    pub disabled: bool,
    /// Ignores a second press within a second.
    #[prop_or_default]
    pub prevent_double_click: bool,
    /// What to do on a press.
    #[prop_or_default]
    pub onclick: Option<Callback<MouseEvent>>,
}

/// A button, or a link that looks like one.
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let last = use_mut_ref(|| None::<f64>);
    let onclick = {
        let guard = props.prevent_double_click;
        let action = props.onclick.clone();
        Callback::from(move |event: MouseEvent| {
            if guard {
                let now = event.time_stamp();
                let mut last = last.borrow_mut();
                if last.is_some_and(|before| now - before < DOUBLE_CLICK) {
                    // Stops the form from being submitted again, too.
                    event.prevent_default();
                    return;
                }
                *last = Some(now);
            }
            if let Some(action) = &action {
                action.emit(event);
            }
        })
    };
    let classes = classes!(
        "govuk-button",
        props.start.then_some("govuk-button--start"),
        props.classes.clone()
    );
    let id = props.id.clone();
    let content = content(props);
    if let Some(href) = props.href.clone() {
        let onkeydown = Callback::from(press_on_space);
        return html! {
            <a {href} {id} role="button" draggable="false" class={classes} {onclick} {onkeydown}>{ content }</a>
        };
    }
    html! {
        <button type={props.kind.clone()} {id} name={props.name.clone()} value={props.value.clone()}
            disabled={props.disabled} aria-disabled={props.disabled.then_some("true")} class={classes} {onclick}>
            { content }
        </button>
    }
}

/// The words, and the arrow of a start button.
fn content(props: &ButtonProps) -> Html {
    if !props.start {
        return props.children.clone();
    }
    // A start button lays its parts out with flexbox, which would break words and tags apart.
    let words = match &props.children {
        words @ VNode::VText(_) => words.clone(),
        words => html! { <span>{ words.clone() }</span> },
    };
    html! {
        <>
            { words }
            <svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19"
                viewBox="0 0 33 40" aria-hidden="true" focusable="false">
                <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
            </svg>
        </>
    }
}

/// A thing announced as a button must answer to Space, which links do not.
fn press_on_space(event: KeyboardEvent) {
    if event.key() == " " {
        event.prevent_default();
        if let Some(link) = event.target_dyn_into::<web_sys::HtmlElement>() {
            link.click();
        }
    }
}
