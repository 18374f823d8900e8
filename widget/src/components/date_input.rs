//! Date input: a date that a person knows, in up to three fields.

use yew::prelude::*;

use super::parts::{Notes, derived, form_group};
use super::{El, ErrorMessage, Fieldset, Hint, Input, Label, el, text};

/// The fields of a date.
///
/// The caller holds the texts: each field shows its `value`, and its `oninput` is told each change.
#[derive(Debug, Default)]
pub struct DateInput {
    /// The id of the whole, and the start of the fields' ids.
    pub id: AttrValue,
    /// The start of the fields' names, if any.
    pub name_prefix: Option<AttrValue>,
    /// The group with its legend; its role, description and content are filled in.
    pub fieldset: Option<Fieldset>,
    /// A line of help, such as an example.
    pub hint: Option<Hint>,
    /// What is wrong.
    pub error: Option<ErrorMessage>,
    /// The fields, mostly day, month and year.
    pub items: Vec<DateItem>,
    /// More classes.
    pub classes: AttrValue,
    /// More classes for the group around all.
    pub form_group_classes: AttrValue,
}

/// One field of a date.
#[derive(Debug, Default)]
pub struct DateItem {
    /// The name, and the end of the id.
    pub name: AttrValue,
    /// The element's id, in place of one made of the date's id and the name.
    pub id: Option<AttrValue>,
    /// What the field is called, such as "Day".
    pub label: AttrValue,
    /// The text in it.
    pub value: Option<AttrValue>,
    /// Four digits wide, for a year, and not two.
    pub wide: bool,
    /// Is this the field that is wrong? If there is an error and no field is named, all are.
    pub wrong: bool,
    /// More classes.
    pub classes: AttrValue,
    /// What a browser may fill in.
    pub autocomplete: Option<AttrValue>,
    /// Told each change.
    pub oninput: Option<Callback<Event>>,
}

impl DateInput {
    /// The fields with their legend, hint and error as an element.
    pub fn view(&self) -> El {
        let notes = Notes::of(&self.id, &self.hint, &self.error);
        let mut description = None;
        if let Some(fieldset) = &self.fieldset {
            description = fieldset.described_by.clone();
        }
        let description = notes.described_by(&description, &None);
        let all_wrong = self.error.is_some() && !self.items.iter().any(|item| item.wrong);
        let mut fields = el("div")
            .class("govuk-date-input")
            .class(&self.classes)
            .attr("id", &self.id);
        for item in &self.items {
            fields = fields.el(self.field(item, all_wrong));
        }
        let inner = notes.view(&self.hint, &self.error).el(fields);
        let content = match &self.fieldset {
            // Without this role JAWS does not read the description of a group of text fields.
            Some(fieldset) => fieldset.around(&description, inner).attr("role", "group"),
            None => inner,
        };
        form_group(self.error.is_some(), &self.form_group_classes, content)
    }

    fn field(&self, item: &DateItem, all_wrong: bool) -> El {
        let mut classes = String::from("govuk-date-input__input govuk-input--width-");
        classes.push(if item.wide { '4' } else { '2' });
        if item.wrong || all_wrong {
            classes.push_str(" govuk-input--error");
        }
        if !item.classes.is_empty() {
            classes.push(' ');
            classes.push_str(&item.classes);
        }
        let name = match &self.name_prefix {
            Some(prefix) => derived(prefix, &item.name),
            None => item.name.clone(),
        };
        let id = match &item.id {
            Some(id) => id.clone(),
            None => derived(&self.id, &item.name),
        };
        let input = Input {
            id: Some(id),
            name,
            label: Label {
                content: text(&item.label),
                classes: "govuk-date-input__label".into(),
                ..Label::default()
            },
            value: item.value.clone(),
            classes: classes.into(),
            inputmode: Some(AttrValue::Static("numeric")),
            autocomplete: item.autocomplete.clone(),
            oninput: item.oninput.clone(),
            ..Input::default()
        };
        el("div").class("govuk-date-input__item").el(input.view())
    }
}
