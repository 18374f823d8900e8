//! Moving the focus and the view inside a shadow root.
//!
//! `document` sees neither the elements in a shadow root nor which of them has the focus, and a fragment link does not
//! reach them. So everything here starts from a node that is known and asks the root that the node is in.
//!
//! Only call these after a person has done something: taking the focus when a host page loads would scroll it away from
//! what its reader came for.

use gloo::events::EventListener;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Document, Element, FocusOptions, HtmlElement, HtmlInputElement, Node, ShadowRoot};

/// The element with an id, in the same root as a node.
pub fn by_id(near: &Node, id: &str) -> Option<Element> {
    let root = near.get_root_node();
    match root.dyn_ref::<ShadowRoot>() {
        Some(shadow) => shadow.get_element_by_id(id),
        None => root.dyn_ref::<Document>()?.get_element_by_id(id),
    }
}

/// The element that has the focus, in the same root as a node.
pub fn active(near: &Node) -> Option<Element> {
    let root = near.get_root_node();
    match root.dyn_ref::<ShadowRoot>() {
        Some(shadow) => shadow.active_element(),
        None => root.dyn_ref::<Document>()?.active_element(),
    }
}

/// Focuses an element that is not otherwise focusable, such as a heading or the error summary.
///
/// It becomes focusable for just as long as it has the focus: if it stayed so, a click on its text would focus it again.
pub fn take(element: &HtmlElement) {
    if !element.has_attribute("tabindex") && element.set_attribute("tabindex", "-1").is_ok() {
        let focused = element.clone();
        EventListener::once(element, "blur", move |_| {
            // Fails only for a malformed name.
            let _ = focused.remove_attribute("tabindex");
        })
        .forget();
    }
    // A detached element cannot be focused, and then there is nothing to say.
    let _ = element.focus();
}

/// Focuses a field by its id, with its legend or label in view; `false` if there is no such field.
///
/// Scrolling to the field itself would leave its question above the top edge.
pub fn field(near: &Node, id: &str) -> bool {
    let Some(field) = by_id(near, id).and_then(|found| found.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    if let Some(name) = legend_or_label(&field) {
        name.scroll_into_view();
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    field.focus_with_options(&options).is_ok()
}

/// What names a field: the legend of its group if both fit on the screen, else its label.
fn legend_or_label(field: &HtmlElement) -> Option<Element> {
    let input = field.dyn_ref::<HtmlInputElement>();
    let legend = field
        .closest("fieldset")
        .ok()
        .flatten()
        .and_then(|group| group.query_selector("legend").ok().flatten());
    if let Some(legend) = legend {
        let one_of_many =
            input.is_some_and(|input| matches!(input.type_().as_str(), "radio" | "checkbox"));
        if one_of_many || fit_together(&legend, field) {
            return Some(legend);
        }
    }
    let label = input
        .and_then(|input| input.labels())
        .and_then(|labels| labels.get(0));
    label.and_then(|label| label.dyn_into().ok())
}

/// Is a field so close below its legend that both stay visible, even above an on-screen keyboard?
fn fit_together(legend: &Element, field: &Element) -> bool {
    let height = web_sys::window()
        .and_then(|window| window.inner_height().ok())
        .and_then(|height| height.as_f64());
    let (top, bottom) = (
        legend.get_bounding_client_rect().top(),
        field.get_bounding_client_rect().bottom(),
    );
    height.is_some_and(|height| bottom - top < height / 2.0)
}
