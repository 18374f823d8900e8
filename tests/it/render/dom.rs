//! HTML in a form that two equal trees share: sorted attributes, no meaningless spaces, one node a line.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, QualName, local_name, ns, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// Only tell govuk-frontend's own JavaScript what to do; the widget has none of it.
const FOR_THEIR_SCRIPT: [&str; 4] = [
    "data-module",
    "data-prevent-double-click",
    "data-disable-auto-focus",
    "data-behaviour",
];

/// Elements that stand in a line of text, where a space before or after them is seen.
const INLINE: [&str; 6] = ["a", "b", "code", "em", "span", "strong"];

/// Attributes whose value does not matter.
const BOOLEAN: [&str; 4] = ["checked", "disabled", "hidden", "open"];

/// A fragment of HTML in its normal form.
pub(super) fn normal(html: &str) -> String {
    let body = QualName::new(None, ns!(html), local_name!("body"));
    let dom = parse_fragment(
        RcDom::default(),
        ParseOpts::default(),
        body,
        Vec::new(),
        false,
    )
    .one(html);
    let mut lines = String::new();
    // A fragment is parsed into an `html` element.
    for root in dom.document.children.borrow().iter() {
        write_children(root, 0, &mut lines);
    }
    lines
}

fn write_children(parent: &Handle, depth: usize, lines: &mut String) {
    let children = parent.children.borrow();
    for (index, child) in children.iter().enumerate() {
        match &child.data {
            NodeData::Element { name, attrs, .. } => {
                let mut attributes: Vec<_> = attrs
                    .borrow()
                    .iter()
                    .filter(|attribute| !FOR_THEIR_SCRIPT.contains(&&*attribute.name.local))
                    .map(|attribute| normal_attribute(&attribute.name.local, &attribute.value))
                    .collect();
                attributes.sort();
                lines.push_str(&format!(
                    "{}<{}{}>\n",
                    "  ".repeat(depth),
                    name.local,
                    attributes.concat()
                ));
                write_children(child, depth + 1, lines);
            }
            NodeData::Text { contents } => {
                let before = index.checked_sub(1).and_then(|index| children.get(index));
                let after = children.get(index + 1);
                if let Some(text) = normal_text(&contents.borrow(), parent, before, after) {
                    lines.push_str(&format!("{}{text:?}\n", "  ".repeat(depth)));
                }
            }
            _ => {}
        }
    }
}

/// Words with one space between them, and one at an end where it parts them from a word next to them.
fn normal_text(
    text: &str,
    parent: &Handle,
    before: Option<&Handle>,
    after: Option<&Handle>,
) -> Option<String> {
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    if words.is_empty() {
        return None;
    }
    // At the edge of its parent a space is lost, but for text that is only heard: it follows words outside.
    let edge = is_hidden(parent);
    let space = |beside: Option<&Handle>, has: bool| {
        if has && beside.map_or(edge, is_inline) {
            " "
        } else {
            ""
        }
    };
    let leading = space(before, text.starts_with(|c: char| c.is_ascii_whitespace()));
    let trailing = space(after, text.ends_with(|c: char| c.is_ascii_whitespace()));
    Some(format!("{leading}{}{trailing}", words.join(" ")))
}

/// Classes have no order, and `disabled`, `disabled=""` and `disabled="disabled"` are one.
fn normal_attribute(name: &str, value: &str) -> String {
    if name == "class" {
        let mut classes: Vec<&str> = value.split_ascii_whitespace().collect();
        classes.sort_unstable();
        return format!(" class={:?}", classes.join(" "));
    }
    if BOOLEAN.contains(&name) {
        format!(" {name}")
    } else {
        format!(" {name}={value:?}")
    }
}

fn is_inline(node: &Handle) -> bool {
    matches!(&node.data, NodeData::Element { name, .. } if INLINE.contains(&&*name.local))
}

fn is_hidden(node: &Handle) -> bool {
    matches!(&node.data, NodeData::Element { attrs, .. }
        if attrs.borrow().iter().any(|attribute| &*attribute.value == "govuk-visually-hidden"))
}
