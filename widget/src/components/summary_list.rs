//! Summary list: questions and answers, each with a way to change it.

use yew::prelude::*;

use super::parts::heading;
use super::{El, el, some};

/// Names and values, each with what can be done about it.
#[derive(Debug, Default)]
pub struct SummaryList {
    /// The rows.
    pub rows: Vec<Row>,
    /// A card around the list, with a title of its own.
    pub card: Option<SummaryCard>,
    /// More classes, such as `govuk-summary-list--no-border`.
    pub classes: AttrValue,
}

/// A name and a value.
#[derive(Debug, Default)]
pub struct Row {
    /// The name, such as a question.
    pub key: Html,
    /// The value, such as the answer.
    pub value: Html,
    /// What can be done about it.
    pub actions: Vec<Action>,
    /// More classes for the row.
    pub classes: AttrValue,
    /// More classes for the name.
    pub key_classes: AttrValue,
    /// More classes for the value.
    pub value_classes: AttrValue,
    /// More classes for the actions.
    pub actions_classes: AttrValue,
}

/// A link that does something about a row, such as "Change".
#[derive(Debug, Default)]
pub struct Action {
    /// The word that is seen.
    pub content: Html,
    /// What it acts on, for those who hear the link on its own; a space comes before it.
    pub hidden: Option<AttrValue>,
    /// Where the link leads when nothing handles the click; `#` if not given.
    pub href: Option<AttrValue>,
    /// What to do instead of following the link.
    pub onpress: Option<Callback<Event>>,
    /// More classes.
    pub classes: AttrValue,
}

/// A frame with a title around a list.
#[derive(Debug, Default)]
pub struct SummaryCard {
    /// The title, also spoken after each action.
    pub title: Option<Html>,
    /// The level of the title's heading; 2 if not given.
    pub heading: Option<u8>,
    /// What can be done about the whole.
    pub actions: Vec<Action>,
    /// More classes.
    pub classes: AttrValue,
}

impl SummaryList {
    /// The list, in its card if it has one, as an element.
    pub fn view(&self) -> El {
        let title = self.card.as_ref().and_then(|card| card.title.as_ref());
        let any_actions = self.rows.iter().any(|row| !row.actions.is_empty());
        let mut list = el("dl").class("govuk-summary-list").class(&self.classes);
        for row in &self.rows {
            list = list.el(row.view(any_actions, title));
        }
        match &self.card {
            Some(card) => card.around(list),
            None => list,
        }
    }
}

/// One action by itself, several as a list in which each is an item.
fn actions(actions: &[Action], title: Option<&Html>, list: El, item: &str) -> El {
    let mut list = list;
    for action in actions {
        list = list.el(el("li").class(item).el(action.view(title)));
    }
    list
}

impl Row {
    fn view(&self, any_actions: bool, title: Option<&Html>) -> El {
        let cell = |tag, class: &str, more: &str| el(tag).class(class).class(more);
        let own = match self.actions.as_slice() {
            [] => None,
            [only] => Some(only.view(title)),
            several => Some(actions(
                several,
                title,
                el("ul").class("govuk-summary-list__actions-list"),
                "govuk-summary-list__actions-list-item",
            )),
        };
        let own =
            own.map(|own| cell("dd", "govuk-summary-list__actions", &self.actions_classes).el(own));
        el("div")
            .class("govuk-summary-list__row")
            .class_if(
                any_actions && self.actions.is_empty(),
                "govuk-summary-list__row--no-actions",
            )
            .class(&self.classes)
            .el(cell("dt", "govuk-summary-list__key", &self.key_classes).child(&self.key))
            .el(cell("dd", "govuk-summary-list__value", &self.value_classes).child(&self.value))
            .maybe(own)
    }
}

impl Action {
    fn view(&self, title: Option<&Html>) -> El {
        let mut link = el("a")
            .class("govuk-link")
            .class(&self.classes)
            .attr("href", self.href.as_deref().unwrap_or("#"))
            .on("click", &self.onpress)
            .child(&self.content);
        if self.hidden.is_some() || title.is_some() {
            let mut hidden = el("span").class("govuk-visually-hidden");
            if let Some(words) = &self.hidden {
                hidden = hidden.text(" ").text(words);
            }
            if let Some(title) = title {
                hidden = hidden.text(" (").child(title).text(")");
            }
            link = link.el(hidden);
        }
        link
    }
}

impl SummaryCard {
    fn around(&self, list: El) -> El {
        let title = self.title.as_ref();
        let own = match self.actions.as_slice() {
            [] => some(),
            [only] => el("div")
                .class("govuk-summary-card__actions")
                .el(only.view(title)),
            several => actions(
                several,
                title,
                el("ul").class("govuk-summary-card__actions"),
                "govuk-summary-card__action",
            ),
        };
        let heading = title.map(|title| {
            let level = self.heading.unwrap_or(2);
            heading(
                level,
                "govuk-summary-card__title",
                &NodeRef::default(),
                title,
            )
        });
        el("div")
            .class("govuk-summary-card")
            .class(&self.classes)
            .el(el("div")
                .class("govuk-summary-card__title-wrapper")
                .maybe(heading)
                .el(own))
            .el(el("div").class("govuk-summary-card__content").el(list))
    }
}
