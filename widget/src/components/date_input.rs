//! Date input: a date that a person knows, in up to three fields.

use yew::prelude::*;

use super::parts::{derived, described_by, form_group};
use super::{ErrorMessage, Fieldset, Hint, Input, Label, text};

/// The fields of a date.
///
/// The caller holds the texts: each field shows its `value`, and `oninput` is told the field's number and text.
#[derive(Clone, Debug, Default, PartialEq)]
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
    /// Told which field was changed, counted from 0, and its text.
    pub oninput: Callback<(usize, String)>,
    /// More classes.
    pub classes: Classes,
    /// More classes for the group around all.
    pub form_group_classes: Classes,
}

/// One field of a date.
#[derive(Clone, Debug, Default, PartialEq)]
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
    pub classes: Classes,
    /// What a browser may fill in.
    pub autocomplete: Option<AttrValue>,
}

impl DateInput {
    /// The fields with their legend, hint and error as HTML.
    pub fn view(&self) -> Html {
        let hint_id = self.hint.as_ref().map(|_| derived(&self.id, "hint"));
        let error_id = self.error.as_ref().map(|_| derived(&self.id, "error"));
        let from_fieldset = self
            .fieldset
            .as_ref()
            .and_then(|fieldset| fieldset.described_by.clone());
        let description = described_by([from_fieldset, hint_id.clone(), error_id.clone()]);
        let all_wrong = self.error.is_some() && !self.items.iter().any(|item| item.wrong);
        let fields: Html = self
            .items
            .iter()
            .enumerate()
            .map(|(index, item)| self.field(index, item, all_wrong))
            .collect();
        let inner = html! {
            <>
                { for self.hint.as_ref().map(|hint| hint.with_id(hint_id).view()) }
                { for self.error.as_ref().map(|error| error.with_id(error_id).view()) }
                <div class={classes!("govuk-date-input", self.classes.clone())} id={self.id.clone()}>{ fields }</div>
            </>
        };
        let content = match &self.fieldset {
            // Without this role JAWS does not read the description of a group of text fields.
            Some(fieldset) => Fieldset {
                role: Some(AttrValue::Static("group")),
                ..fieldset.clone()
            }
            .around(description, inner),
            None => inner,
        };
        form_group(self.error.is_some(), &self.form_group_classes, content)
    }

    fn field(&self, index: usize, item: &DateItem, all_wrong: bool) -> Html {
        let width = if item.wide {
            "govuk-input--width-4"
        } else {
            "govuk-input--width-2"
        };
        let wrong = (item.wrong || all_wrong).then_some("govuk-input--error");
        let name = match &self.name_prefix {
            Some(prefix) => derived(prefix, &item.name),
            None => item.name.clone(),
        };
        let input = Input {
            id: Some(
                item.id
                    .clone()
                    .unwrap_or_else(|| derived(&self.id, &item.name)),
            ),
            name,
            label: Label {
                content: text(item.label.clone()),
                classes: classes!("govuk-date-input__label"),
                ..Label::default()
            },
            value: item.value.clone(),
            classes: classes!(
                "govuk-date-input__input",
                wrong,
                width,
                item.classes.clone()
            ),
            inputmode: Some(AttrValue::Static("numeric")),
            autocomplete: item.autocomplete.clone(),
            oninput: self.oninput.reform(move |text| (index, text)),
            ..Input::default()
        };
        html! { <div class="govuk-date-input__item">{ input.view() }</div> }
    }
}
