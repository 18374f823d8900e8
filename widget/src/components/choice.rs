//! What radios and checkboxes have in common: a list of choices in a group with a legend, hint and error.

use yew::prelude::*;

use super::parts::{derived, described_by, form_group};
use super::{ErrorMessage, Fieldset, Hint, Label};

/// A line of a list of choices.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// Something to choose.
    Choice(Choice),
    /// A word between two choices, such as "or".
    Divider(AttrValue),
}

/// Something to choose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    /// What is stored when it is chosen; unique in its list.
    pub value: AttrValue,
    /// The words.
    pub content: Html,
    /// The element's id; made of the list's prefix and the line's number if not given.
    pub id: Option<AttrValue>,
    /// A line of help below the words.
    pub hint: Option<Html>,
    /// Cannot be chosen.
    pub disabled: bool,
    /// Checkboxes only: choosing it clears the others, as "None of these" does.
    pub exclusive: bool,
}

/// What differs between the two kinds of list.
pub(super) struct Kind {
    /// The `type` of the inputs.
    pub(super) input: &'static str,
    /// The list's class, from which those of its parts are made.
    pub(super) class: &'static str,
    /// Checkboxes with no fieldset hand the description to each box.
    pub(super) describes_items: bool,
}

/// A list of choices, borrowed from [`super::Radios`] or [`super::Checkboxes`].
pub(super) struct Group<'a> {
    pub(super) kind: Kind,
    pub(super) name: &'a AttrValue,
    pub(super) id_prefix: &'a Option<AttrValue>,
    pub(super) fieldset: &'a Option<Fieldset>,
    pub(super) hint: &'a Option<Hint>,
    pub(super) error: &'a Option<ErrorMessage>,
    pub(super) items: &'a [Item],
    pub(super) classes: &'a Classes,
    pub(super) form_group_classes: &'a Classes,
    pub(super) described_by: &'a Option<AttrValue>,
}

impl Group<'_> {
    /// The list as HTML; `is_chosen` and `on_change` are asked for each choice.
    pub(super) fn view(
        &self,
        is_chosen: impl Fn(&Choice) -> bool,
        on_change: impl Fn(&Choice) -> Callback<Event>,
    ) -> Html {
        let prefix = self.id_prefix.as_ref().unwrap_or(self.name);
        let hint_id = self.hint.as_ref().map(|_| derived(prefix, "hint"));
        let error_id = self.error.as_ref().map(|_| derived(prefix, "error"));
        let from_fieldset = self
            .fieldset
            .as_ref()
            .and_then(|fieldset| fieldset.described_by.clone());
        let description = described_by([
            from_fieldset.or_else(|| self.described_by.clone()),
            hint_id.clone(),
            error_id.clone(),
        ]);
        let for_items = (self.kind.describes_items && self.fieldset.is_none())
            .then(|| description.clone())
            .flatten();

        let lines: Html = self
            .items
            .iter()
            .enumerate()
            .map(|(index, item)| match item {
                Item::Divider(word) => {
                    html! { <div class={self.class("__divider")}>{ word.clone() }</div> }
                }
                Item::Choice(choice) => {
                    // The first has no number, so that an error summary can link to it by the prefix alone.
                    let id = choice.id.clone().unwrap_or_else(|| match index {
                        0 => prefix.clone(),
                        _ => derived(prefix, &(index + 1).to_string()),
                    });
                    self.choice(
                        choice,
                        id,
                        for_items.clone(),
                        is_chosen(choice),
                        on_change(choice),
                    )
                }
            })
            .collect();

        let inner = html! {
            <>
                { for self.hint.as_ref().map(|hint| hint.with_id(hint_id).view()) }
                { for self.error.as_ref().map(|error| error.with_id(error_id).view()) }
                <div class={classes!(self.kind.class, self.classes.clone())}>{ lines }</div>
            </>
        };
        let content = match self.fieldset {
            Some(fieldset) => fieldset.around(description, inner),
            None => inner,
        };
        form_group(self.error.is_some(), self.form_group_classes, content)
    }

    fn choice(
        &self,
        choice: &Choice,
        id: AttrValue,
        description: Option<AttrValue>,
        chosen: bool,
        onchange: Callback<Event>,
    ) -> Html {
        let hint_id = choice.hint.as_ref().map(|_| derived(&id, "item-hint"));
        let label = Label {
            content: choice.content.clone(),
            classes: classes!(self.class("__label")),
            target: Some(id.clone()),
            ..Label::default()
        };
        let hint = choice.hint.clone().map(|content| {
            let classes = classes!(self.class("__hint"));
            Hint {
                id: hint_id.clone(),
                classes,
                content,
            }
            .view()
        });
        html! {
            <div class={self.class("__item")}>
                <input class={self.class("__input")} {id} name={self.name.clone()} type={self.kind.input}
                    value={choice.value.clone()} checked={chosen} disabled={choice.disabled}
                    aria-describedby={described_by([description, hint_id])} {onchange} />
                { label.view() }
                { for hint }
            </div>
        }
    }

    /// The class of a part, as in `govuk-radios__item`.
    fn class(&self, part: &str) -> AttrValue {
        let mut class = String::from(self.kind.class);
        class.push_str(part);
        class.into()
    }
}
