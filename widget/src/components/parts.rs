//! Small pieces that several components share.

use yew::prelude::*;

use super::{El, ErrorMessage, Hint, el, some};

/// A heading of a level that is known only at run time: an embedded widget starts below its host's headings.
///
/// A level outside 1 to 6 is brought to the nearest that exists.
#[inline(never)]
pub fn heading(level: u8, classes: &str, node: &NodeRef, content: &Html) -> El {
    let tag = match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    };
    el(tag).class(classes).node(node).child(content)
}

/// A paragraph of body text.
#[inline(never)]
pub fn body(words: &str) -> El {
    el("p").class("govuk-body").text(words)
}

/// The group around a field, marked when its answer has an error.
pub(super) fn form_group(in_error: bool, classes: &str, content: El) -> El {
    el("div")
        .class("govuk-form-group")
        .class_if(in_error, "govuk-form-group--error")
        .class(classes)
        .el(content)
}

/// The hint and the error message of a field, and the ids by which it names them.
pub(super) struct Notes {
    hint_id: Option<AttrValue>,
    error_id: Option<AttrValue>,
}

impl Notes {
    /// Of a field with this id.
    pub(super) fn of(id: &str, hint: &Option<Hint>, error: &Option<ErrorMessage>) -> Self {
        Self {
            hint_id: hint.as_ref().map(|_| derived(id, "hint")),
            error_id: error.as_ref().map(|_| derived(id, "error")),
        }
    }

    /// The ids that describe the field, in reading order: something before these, these, and something after.
    pub(super) fn described_by(
        &self,
        before: &Option<AttrValue>,
        after: &Option<AttrValue>,
    ) -> Option<AttrValue> {
        described_by(&[before, &self.hint_id, &self.error_id, after])
    }

    pub(super) fn view(&self, hint: &Option<Hint>, error: &Option<ErrorMessage>) -> El {
        some()
            .maybe(hint.as_ref().map(|hint| hint.view_as(&self.hint_id)))
            .maybe(error.as_ref().map(|error| error.view_as(&self.error_id)))
    }
}

/// The ids that describe a field, in reading order.
pub(super) fn described_by(ids: &[&Option<AttrValue>]) -> Option<AttrValue> {
    let mut joined = String::new();
    for id in ids.iter().copied().flatten() {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(id);
    }
    (!joined.is_empty()).then(|| joined.into())
}

/// An id derived from another: `question-1` and `hint` give `question-1-hint`.
#[inline(never)]
pub(super) fn derived(id: &str, suffix: &str) -> AttrValue {
    [id, "-", suffix].concat().into()
}
