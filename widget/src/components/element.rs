//! Elements, built by calls that cost a dozen bytes each.
//!
//! The macro of yew unfolds every element into code of its own: its attributes, the conversions of each value, and the
//! lists of its children. Here each part is one call of a function that exists once, and what is passed from call to
//! call is one pointer. That is a quarter of the bytes, so every page and component is written like this:
//!
//! ```
//! use wicketgate_widget::components::{El, el};
//!
//! let lines = ["Leeds", "York"];
//! let mut list = el("ul").class("govuk-list");
//! for line in lines {
//!     list = list.el(el("li").text(line));
//! }
//! let html: yew::Html = el("div")
//!     .attr("id", "places")
//!     .el(list)
//!     .maybe(Some(el("p").class("govuk-hint").text("Cities in Yorkshire")))
//!     .html();
//! ```
//!
//! What may be missing keeps its place: [`El::maybe`] puts nothing there rather than leaving the place out, so that
//! what stands before and after it is the same element at the next drawing.

use std::borrow::Cow;
use std::rc::Rc;

use web_sys::Event;
use yew::virtual_dom::{Listener, ListenerKind, VList, VTag, VText};
use yew::{AttrValue, Callback, Html, NodeRef};

/// An element that is being built, or some elements with none around them.
#[derive(Debug)]
#[must_use]
pub struct El(Box<Parts>);

#[derive(Debug)]
struct Parts {
    tag: Option<VTag>,
    class: String,
    children: Vec<Html>,
}

/// Begins an element.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts {
        tag: Some(VTag::new(AttrValue::Static(tag))),
        class: String::new(),
        children: Vec::new(),
    }))
}

/// Begins some elements with none around them.
#[inline(never)]
pub fn some() -> El {
    El(Box::new(Parts {
        tag: None,
        class: String::new(),
        children: Vec::new(),
    }))
}

/// Plain text as content.
#[inline(never)]
pub fn text(words: &str) -> Html {
    VText::new(AttrValue::from(words.to_owned())).into()
}

impl El {
    /// Adds a class, or several with spaces between, each once.
    #[inline(never)]
    pub fn class(mut self, class: &str) -> Self {
        let all = &mut self.0.class;
        for one in class.split(' ') {
            if !one.is_empty() && all.split(' ').all(|known| known != one) {
                if !all.is_empty() {
                    all.push(' ');
                }
                all.push_str(one);
            }
        }
        self
    }

    /// Adds a class where something holds.
    #[inline(never)]
    pub fn class_if(self, holds: bool, class: &str) -> Self {
        self.class(if holds { class } else { "" })
    }

    /// Sets an attribute.
    #[inline(never)]
    pub fn attr(mut self, name: &'static str, value: &str) -> Self {
        if let Some(tag) = &mut self.0.tag {
            tag.add_attribute(name, AttrValue::from(value.to_owned()));
        }
        self
    }

    /// Sets an attribute if there is a value for it.
    #[inline(never)]
    pub fn attr_opt(self, name: &'static str, value: &Option<AttrValue>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Sets an attribute that is there or not, such as `disabled`.
    #[inline(never)]
    pub fn flag(self, name: &'static str, holds: bool) -> Self {
        if holds { self.attr(name, name) } else { self }
    }

    /// Sets the value of a field.
    #[inline(never)]
    pub fn value(mut self, value: &Option<AttrValue>) -> Self {
        if let Some(tag) = &mut self.0.tag {
            tag.set_value(value.clone());
        }
        self
    }

    /// Says whether a radio or checkbox is chosen.
    #[inline(never)]
    pub fn checked(mut self, checked: bool) -> Self {
        if let Some(tag) = &mut self.0.tag {
            tag.set_checked(checked);
        }
        self
    }

    /// Makes the element another than one with another key, so that nothing of that one is kept.
    #[inline(never)]
    pub fn key(mut self, key: u32) -> Self {
        if let Some(tag) = &mut self.0.tag {
            tag.key = Some(key.to_string().into());
        }
        self
    }

    /// Where the element can be found once it is on the page.
    #[inline(never)]
    pub fn node(mut self, node: &NodeRef) -> Self {
        if let Some(tag) = &mut self.0.tag {
            tag.node_ref = node.clone();
        }
        self
    }

    /// Adds a text.
    #[inline(never)]
    pub fn text(mut self, words: &str) -> Self {
        self.0.children.push(text(words));
        self
    }

    /// Adds content.
    #[inline(never)]
    pub fn child(mut self, content: &Html) -> Self {
        self.0.children.push(content.clone());
        self
    }

    /// Adds an element.
    #[inline(never)]
    pub fn el(mut self, element: Self) -> Self {
        self.0.children.push(element.html());
        self
    }

    /// Adds an element, or keeps its place.
    #[inline(never)]
    pub fn maybe(self, element: Option<Self>) -> Self {
        self.el(element.unwrap_or_else(some))
    }

    /// Does something on an event such as `click`, if there is something to do.
    #[inline(never)]
    pub fn on(mut self, event: &'static str, handler: &Option<Callback<Event>>) -> Self {
        if let (Some(tag), Some(handler)) = (&mut self.0.tag, handler) {
            tag.add_listener(Rc::new(On {
                event,
                handler: handler.clone(),
            }));
        }
        self
    }

    /// The element as it is drawn.
    #[inline(never)]
    pub fn html(self) -> Html {
        let Parts {
            tag,
            class,
            children,
        } = *self.0;
        let inside = || VList::with_children(children, None).into();
        let Some(mut tag) = tag else {
            return inside();
        };
        if !class.is_empty() {
            tag.add_attribute("class", AttrValue::from(class));
        }
        if let Some(children) = tag.children_mut() {
            *children = inside();
        }
        tag.into()
    }
}

impl Default for El {
    fn default() -> Self {
        some()
    }
}

/// The one kind of listener there is.
struct On {
    event: &'static str,
    handler: Callback<Event>,
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        ListenerKind::other(Cow::Borrowed(self.event))
    }

    fn handle(&self, event: Event) {
        self.handler.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
