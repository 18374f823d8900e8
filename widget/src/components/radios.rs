//! Radios: choose one.

use yew::prelude::*;

use super::choice::{Group, Kind};
use super::{El, ErrorMessage, Fieldset, Hint, Item};

/// A list from which one is chosen.
///
/// The caller holds the choice: the list shows `value` and tells `onchange` what was chosen.
#[derive(Debug, Default)]
pub struct Radios {
    /// The inputs' name, and the start of their ids unless `id_prefix` is given.
    pub name: AttrValue,
    /// The start of the ids.
    pub id_prefix: Option<AttrValue>,
    /// The group with its legend; its description and content are filled in.
    pub fieldset: Option<Fieldset>,
    /// Help for the whole list.
    pub hint: Option<Hint>,
    /// What is wrong.
    pub error: Option<ErrorMessage>,
    /// The lines.
    pub items: Vec<Item>,
    /// The chosen value.
    pub value: Option<AttrValue>,
    /// Told the value that was chosen.
    pub onchange: Callback<AttrValue>,
    /// More classes, such as `govuk-radios--inline`.
    pub classes: AttrValue,
    /// More classes for the group around all.
    pub form_group_classes: AttrValue,
}

impl Radios {
    /// The list as an element.
    pub fn view(&self) -> El {
        let group = Group {
            kind: Kind {
                input: "radio",
                class: "govuk-radios",
                describes_items: false,
            },
            name: &self.name,
            id_prefix: &self.id_prefix,
            fieldset: &self.fieldset,
            hint: &self.hint,
            error: &self.error,
            items: &self.items,
            classes: &self.classes,
            form_group_classes: &self.form_group_classes,
            described_by: &None,
        };
        group.view(
            &|choice| self.value.as_ref() == Some(&choice.value),
            &|choice| {
                let value = choice.value.clone();
                Some(self.onchange.reform(move |_| value.clone()))
            },
        )
    }
}
