//! What radios and checkboxes have in common: a list of choices in a group with a legend, hint and error.

use yew::prelude::*;

use super::parts::{Notes, derived, described_by, form_group};
use super::{El, ErrorMessage, Fieldset, Hint, Label, el};

/// A line of a list of choices.
#[derive(Debug)]
pub enum Item {
    /// Something to choose.
    Choice(Choice),
    /// A word between two choices, such as "or".
    Divider(AttrValue),
}

/// Something to choose.
#[derive(Debug, Default)]
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
    pub(super) classes: &'a AttrValue,
    pub(super) form_group_classes: &'a AttrValue,
    pub(super) described_by: &'a Option<AttrValue>,
}

/// Whether a choice is chosen.
type IsChosen<'a> = &'a dyn Fn(&Choice) -> bool;

/// What is to be done when a choice is changed.
type OnChange<'a> = &'a dyn Fn(&Choice) -> Option<Callback<Event>>;

impl Group<'_> {
    /// The list as an element; `is_chosen` and `on_change` are asked for each choice.
    pub(super) fn view(&self, is_chosen: IsChosen<'_>, on_change: OnChange<'_>) -> El {
        let prefix = self.id_prefix.as_ref().unwrap_or(self.name);
        let notes = Notes::of(prefix, self.hint, self.error);
        let before = match self.fieldset {
            Some(fieldset) if fieldset.described_by.is_some() => &fieldset.described_by,
            _ => self.described_by,
        };
        let description = notes.described_by(before, &None);
        let for_items = match self.fieldset {
            None if self.kind.describes_items => description.clone(),
            _ => None,
        };
        let mut lines = el("div").class(self.kind.class).class(self.classes);
        for (index, item) in self.items.iter().enumerate() {
            lines = lines.el(match item {
                Item::Divider(word) => self.part("div", "__divider").text(word),
                Item::Choice(choice) => {
                    // The first has no number, so that an error summary can link to it by the prefix alone.
                    let id = match &choice.id {
                        Some(id) => id.clone(),
                        None if index == 0 => prefix.clone(),
                        None => derived(prefix, &(index + 1).to_string()),
                    };
                    let chosen = is_chosen(choice);
                    self.choice(choice, &id, &for_items, chosen, &on_change(choice))
                }
            });
        }
        let inner = notes.view(self.hint, self.error).el(lines);
        let content = match self.fieldset {
            Some(fieldset) => fieldset.around(&description, inner),
            None => inner,
        };
        form_group(self.error.is_some(), self.form_group_classes, content)
    }

    fn choice(
        &self,
        choice: &Choice,
        id: &AttrValue,
        description: &Option<AttrValue>,
        chosen: bool,
        onchange: &Option<Callback<Event>>,
    ) -> El {
        let mut hint_id = None;
        let mut hint = None;
        if let Some(content) = &choice.hint {
            let id = derived(id, "item-hint");
            let own = self.part("div", "__hint").class("govuk-hint");
            hint = Some(own.attr("id", &id).child(content));
            hint_id = Some(id);
        }
        let label = Label {
            content: choice.content.clone(),
            classes: self.class("__label").into(),
            ..Label::default()
        };
        let input = self
            .part("input", "__input")
            .attr("id", id)
            .attr("name", self.name)
            .attr("type", self.kind.input)
            .value(&Some(choice.value.clone()))
            .checked(chosen)
            .flag("disabled", choice.disabled)
            .attr_opt("aria-describedby", &described_by(&[description, &hint_id]))
            .on("change", onchange);
        self.part("div", "__item")
            .el(input)
            .el(label.view_for(&Some(id.clone())))
            .maybe(hint)
    }

    /// An element with the class of a part.
    fn part(&self, tag: &'static str, part: &str) -> El {
        el(tag).class(&self.class(part))
    }

    /// The class of a part, as in `govuk-radios__item`.
    fn class(&self, part: &str) -> String {
        [self.kind.class, part].concat()
    }
}
