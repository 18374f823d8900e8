//! Text input: a short answer in the person's own words.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::parts::{derived, described_by, form_group};
use super::{ErrorMessage, Hint, Label};

/// A field of one line.
///
/// The caller holds the text: the field shows `value` and tells `oninput` what it was changed to.
#[derive(Clone, Debug, Default, PartialEq)]
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
    /// Told the whole text after each change.
    pub oninput: Callback<String>,
    /// More classes, such as `govuk-input--width-10`.
    pub classes: Classes,
    /// More classes for the group around all.
    pub form_group_classes: Classes,
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
    /// The field's element, to focus it.
    pub input_ref: NodeRef,
}

impl Input {
    /// The field with its label, hint and error as HTML.
    pub fn view(&self) -> Html {
        let id = self.id.as_ref().unwrap_or(&self.name);
        let hint_id = self.hint.as_ref().map(|_| derived(id, "hint"));
        let error_id = self.error.as_ref().map(|_| derived(id, "error"));
        let description =
            described_by([self.described_by.clone(), hint_id.clone(), error_id.clone()]);
        let in_error = self.error.is_some().then_some("govuk-input--error");
        let kind = self.kind.clone().unwrap_or(AttrValue::Static("text"));
        let spellcheck = self.spellcheck.map(|on| if on { "true" } else { "false" });
        let oninput = self.oninput.reform(typed);
        form_group(
            self.error.is_some(),
            &self.form_group_classes,
            html! {
                <>
                    { self.label.with_target(id).view() }
                    { for self.hint.as_ref().map(|hint| hint.with_id(hint_id).view()) }
                    { for self.error.as_ref().map(|error| error.with_id(error_id).view()) }
                    <input class={classes!("govuk-input", self.classes.clone(), in_error)} id={id.clone()}
                        name={self.name.clone()} type={kind} {spellcheck} value={self.value.clone()}
                        disabled={self.disabled} aria-describedby={description}
                        autocomplete={self.autocomplete.clone()} inputmode={self.inputmode.clone()} {oninput}
                        ref={self.input_ref.clone()} />
                </>
            },
        )
    }
}

/// The text of the field that an event is about.
pub(super) fn typed(event: InputEvent) -> String {
    event
        .target_dyn_into::<HtmlInputElement>()
        .map(|input| input.value())
        .unwrap_or_default()
}
