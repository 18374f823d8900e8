//! Checkboxes: choose any number, or "None of these".

use yew::prelude::*;

use super::choice::{Group, Kind};
use super::{El, ErrorMessage, Fieldset, Hint, Item};

/// A list from which any number is chosen.
///
/// The caller holds the choices: the list shows `selected` and tells `onchange` what is then selected.
#[derive(Debug, Default)]
pub struct Checkboxes {
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
    /// The selected values.
    pub selected: Vec<AttrValue>,
    /// Told all values that are selected after a change, in the order of the lines.
    pub onchange: Callback<Vec<AttrValue>>,
    /// More classes, such as `govuk-checkboxes--small`.
    pub classes: AttrValue,
    /// More classes for the group around all.
    pub form_group_classes: AttrValue,
    /// The id of something that describes the boxes, where there is no fieldset.
    pub described_by: Option<AttrValue>,
}

impl Checkboxes {
    /// The list as an element.
    pub fn view(&self) -> El {
        let group = Group {
            kind: Kind {
                input: "checkbox",
                class: "govuk-checkboxes",
                describes_items: true,
            },
            name: &self.name,
            id_prefix: &self.id_prefix,
            fieldset: &self.fieldset,
            hint: &self.hint,
            error: &self.error,
            items: &self.items,
            classes: &self.classes,
            form_group_classes: &self.form_group_classes,
            described_by: &self.described_by,
        };
        group.view(&|choice| self.selected.contains(&choice.value), &|choice| {
            let ticked = !self.selected.contains(&choice.value);
            let then = tick(&self.items, &self.selected, &choice.value, ticked);
            Some(self.onchange.reform(move |_| then.clone()))
        })
    }
}

/// What is selected once `value` is ticked or cleared, in the order of the lines.
///
/// Ticking an exclusive line clears all others; ticking any other line clears the exclusive ones.
pub fn tick(
    items: &[Item],
    selected: &[AttrValue],
    value: &AttrValue,
    ticked: bool,
) -> Vec<AttrValue> {
    let choices = || {
        items.iter().filter_map(|item| match item {
            Item::Choice(choice) => Some(choice),
            Item::Divider(_) => None,
        })
    };
    let exclusive = choices().any(|choice| choice.value == *value && choice.exclusive);
    choices()
        .filter(|choice| {
            if choice.value == *value {
                return ticked;
            }
            let cleared = ticked && (exclusive || choice.exclusive);
            !cleared && selected.contains(&choice.value)
        })
        .map(|choice| choice.value.clone())
        .collect()
}
