//! Small pieces that several components share.

use yew::prelude::*;
use yew::virtual_dom::VText;

/// Plain text as content.
pub fn text(words: impl Into<AttrValue>) -> Html {
    VText::new(words).into()
}

/// A heading of a level that is known only at run time: an embedded widget starts below its host's headings.
///
/// A level outside 1 to 6 is brought to the nearest that exists.
pub fn heading(level: u8, classes: impl Into<Classes>, node: NodeRef, content: Html) -> Html {
    let tag = match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    };
    html! { <@{tag} class={classes.into()} ref={node}>{ content }</@> }
}

/// A click handler for a link that acts within the widget.
///
/// A fragment link cannot reach into a shadow root, and following it would change the host page's address.
pub fn press(action: &Option<Callback<()>>) -> Option<Callback<MouseEvent>> {
    action.as_ref().map(|action| {
        action.reform(|event: MouseEvent| {
            event.prevent_default();
        })
    })
}

/// The group around a field, marked when its answer has an error.
pub(super) fn form_group(in_error: bool, classes: &Classes, content: Html) -> Html {
    let marked = in_error.then_some("govuk-form-group--error");
    html! { <div class={classes!("govuk-form-group", marked, classes.clone())}>{ content }</div> }
}

/// The ids that describe a field, in reading order.
pub(super) fn described_by<const N: usize>(ids: [Option<AttrValue>; N]) -> Option<AttrValue> {
    let mut joined = String::new();
    for id in ids.into_iter().flatten() {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(&id);
    }
    (!joined.is_empty()).then(|| joined.into())
}

/// An id derived from another: `question-1` and `hint` give `question-1-hint`.
pub(super) fn derived(id: &str, suffix: &str) -> AttrValue {
    let mut derived = String::with_capacity(id.len() + suffix.len() + 1);
    derived.push_str(id);
    derived.push('-');
    derived.push_str(suffix);
    derived.into()
}
