//! Text input: a short answer in the person's own words.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::parts::{Notes, form_group};
use super::{El, ErrorMessage, Hint, Label, el, some};

/// A field of one line.
///
/// The caller holds the text: the field shows `value` and tells `oninput` what it was changed to.
#[derive(Debug, Default)]
pub struct Input {
    /// The name, and the id unless `id` is given.
    pub name: AttrValue,
    /// The element's id.
    pub id: Option<AttrValue>,
    /// What the field is called.
    pub label: Label,
    /// A line of help.
    pub hint: Option<Hint>,
    /// What is wrong.
    pub error: Option<ErrorMessage>,
    /// The text in it.
    pub value: Option<AttrValue>,
    /// Told each change; [`typed`] gives the whole text.
    pub oninput: Option<Callback<Event>>,
    /// More classes, such as `govuk-input--width-10`.
    pub classes: AttrValue,
    /// More classes for the group around all.
    pub form_group_classes: AttrValue,
    /// `text` if not given.
    pub kind: Option<AttrValue>,
    /// Which keyboard a touch screen shows.
    pub inputmode: Option<AttrValue>,
    /// What a browser may fill in.
    pub autocomplete: Option<AttrValue>,
    /// Whether spelling is checked; `false` for names and numbers.
    pub spellcheck: Option<bool>,
    /// The id of something that describes the field, before its hint and error.
    pub described_by: Option<AttrValue>,
    /// Cannot be changed.
    pub disabled: bool,
}

impl Input {
    /// The field with its label, hint and error as an element.
    pub fn view(&self) -> El {
        let id = self.id.as_ref().unwrap_or(&self.name).clone();
        let notes = Notes::of(&id, &self.hint, &self.error);
        let mut input = el("input")
            .class("govuk-input")
            .class(&self.classes)
            .class_if(self.error.is_some(), "govuk-input--error")
            .attr("id", &id)
            .attr("name", &self.name)
            .attr("type", self.kind.as_deref().unwrap_or("text"))
            .value(&self.value)
            .flag("disabled", self.disabled)
            .attr_opt(
                "aria-describedby",
                &notes.described_by(&self.described_by, &None),
            )
            .attr_opt("autocomplete", &self.autocomplete)
            .attr_opt("inputmode", &self.inputmode)
            .on("input", &self.oninput);
        if let Some(on) = self.spellcheck {
            input = input.attr("spellcheck", if on { "true" } else { "false" });
        }
        let content = some()
            .el(self.label.view_for(&Some(id)))
            .el(notes.view(&self.hint, &self.error))
            .el(input);
        form_group(self.error.is_some(), &self.form_group_classes, content)
    }
}

/// The text of the field that an event is about.
pub fn typed(event: &Event) -> String {
    event
        .target_dyn_into::<HtmlInputElement>()
        .map(|input| input.value())
        .unwrap_or_default()
}
