//! Button: does something, once.

use std::cell::Cell;

use web_sys::KeyboardEvent;
use web_sys::wasm_bindgen::JsCast;
use yew::prelude::*;
use yew::virtual_dom::VNode;

use super::{El, el, some};

/// A second press within this time is taken for a slip of the hand, in milliseconds.
const DOUBLE_CLICK: f64 = 1000.0;

/// A button, or a link that looks like one.
#[derive(Debug, Default)]
pub struct Button {
    /// The words on it.
    pub content: Html,
    /// More classes, such as `govuk-button--secondary`.
    pub classes: AttrValue,
    /// The start button: has an arrow.
    pub start: bool,
    /// Makes it a link that looks like a button.
    pub href: Option<AttrValue>,
    /// `submit` if not given.
    pub kind: Option<AttrValue>,
    /// The element's id.
    pub id: Option<AttrValue>,
    /// The name sent with a form.
    pub name: Option<AttrValue>,
    /// The value sent with a form.
    pub value: Option<AttrValue>,
    /// Cannot be pressed. Poor contrast and no explanation: avoid it.
    pub disabled: bool,
    /// What to do on a press; [`once`] makes it ignore a second press within a second.
    pub onclick: Option<Callback<Event>>,
}

/// A handler that ignores a second press within a second. Whoever holds the state of the page makes it once.
pub fn once(action: Callback<Event>) -> Callback<Event> {
    let last = Cell::new(f64::NEG_INFINITY);
    Callback::from(move |event: Event| {
        let now = event.time_stamp();
        if now - last.get() < DOUBLE_CLICK {
            // Stops the form from being submitted again, too.
            event.prevent_default();
            return;
        }
        last.set(now);
        action.emit(event);
    })
}

impl Button {
    /// The button as an element.
    pub fn view(&self) -> El {
        let button = match &self.href {
            Some(href) => el("a")
                .attr("href", href)
                .attr("role", "button")
                .attr("draggable", "false")
                .on("keydown", &Some(Callback::from(press_on_space))),
            None => {
                let button = el("button")
                    .attr("type", self.kind.as_deref().unwrap_or("submit"))
                    .attr_opt("name", &self.name)
                    .attr_opt("value", &self.value)
                    .flag("disabled", self.disabled);
                if self.disabled {
                    button.attr("aria-disabled", "true")
                } else {
                    button
                }
            }
        };
        button
            .attr_opt("id", &self.id)
            .class("govuk-button")
            .class_if(self.start, "govuk-button--start")
            .class(&self.classes)
            .on("click", &self.onclick)
            .el(self.inside())
    }

    /// The words, and the arrow of a start button.
    fn inside(&self) -> El {
        if !self.start {
            return some().child(&self.content);
        }
        // A start button lays its parts out with flexbox, which would break words and tags apart.
        let words = match &self.content {
            words @ VNode::VText(_) => some().child(words),
            words => el("span").child(words),
        };
        let arrow = el("path")
            .attr("fill", "currentColor")
            .attr("d", "M0 0h13l20 20-20 20H0l20-20z");
        some().el(words).el(el("svg")
            .class("govuk-button__start-icon")
            .attr("xmlns", "http://www.w3.org/2000/svg")
            .attr("width", "17.5")
            .attr("height", "19")
            .attr("viewBox", "0 0 33 40")
            .attr("aria-hidden", "true")
            .attr("focusable", "false")
            .el(arrow))
    }
}

/// A thing announced as a button must answer to Space, which links do not.
fn press_on_space(event: Event) {
    if let Some(key) = event.dyn_ref::<KeyboardEvent>()
        && key.key() == " "
    {
        event.prevent_default();
        if let Some(link) = event.target_dyn_into::<web_sys::HtmlElement>() {
            link.click();
        }
    }
}
