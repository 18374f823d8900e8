//! Summary list: questions and answers, each with a way to change it.

use yew::prelude::*;

use super::parts::{heading, press};

/// Names and values, each with what can be done about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SummaryList {
    /// The rows.
    pub rows: Vec<Row>,
    /// A card around the list, with a title of its own.
    pub card: Option<SummaryCard>,
    /// More classes, such as `govuk-summary-list--no-border`.
    pub classes: Classes,
}

/// A name and a value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The name, such as a question.
    pub key: Html,
    /// The value, such as the answer.
    pub value: Html,
    /// What can be done about it.
    pub actions: Vec<Action>,
    /// More classes for the row.
    pub classes: Classes,
    /// More classes for the name.
    pub key_classes: Classes,
    /// More classes for the value.
    pub value_classes: Classes,
    /// More classes for the actions.
    pub actions_classes: Classes,
}

/// A link that does something about a row, such as "Change".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Action {
    /// The word that is seen.
    pub content: Html,
    /// What it acts on, for those who hear the link on its own; a space comes before it.
    pub hidden: Option<AttrValue>,
    /// Where the link leads when nothing handles the click; `#` if not given.
    pub href: Option<AttrValue>,
    /// What to do instead of following the link.
    pub onpress: Option<Callback<()>>,
    /// More classes.
    pub classes: Classes,
}

/// A frame with a title around a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SummaryCard {
    /// The title, also spoken after each action.
    pub title: Option<Html>,
    /// The level of the title's heading; 2 if not given.
    pub heading: Option<u8>,
    /// What can be done about the whole.
    pub actions: Vec<Action>,
    /// More classes.
    pub classes: Classes,
}

impl SummaryList {
    /// The list, in its card if it has one, as HTML.
    pub fn view(&self) -> Html {
        let title = self.card.as_ref().and_then(|card| card.title.as_ref());
        let any_actions = self.rows.iter().any(|row| !row.actions.is_empty());
        let rows = self.rows.iter().map(|row| row.view(any_actions, title));
        let list = html! { <dl class={classes!("govuk-summary-list", self.classes.clone())}>{ for rows }</dl> };
        match &self.card {
            Some(card) => card.around(list),
            None => list,
        }
    }
}

impl Row {
    fn view(&self, any_actions: bool, title: Option<&Html>) -> Html {
        let without = (any_actions && self.actions.is_empty())
            .then_some("govuk-summary-list__row--no-actions");
        let actions = match self.actions.as_slice() {
            [] => None,
            [only] => Some(only.view(title)),
            several => Some(html! {
                <ul class="govuk-summary-list__actions-list">
                    { for several.iter().map(|action| html! {
                        <li class="govuk-summary-list__actions-list-item">{ action.view(title) }</li>
                    }) }
                </ul>
            }),
        };
        let actions = actions.map(|actions| {
            let classes = classes!("govuk-summary-list__actions", self.actions_classes.clone());
            html! { <dd class={classes}>{ actions }</dd> }
        });
        html! {
            <div class={classes!("govuk-summary-list__row", without, self.classes.clone())}>
                <dt class={classes!("govuk-summary-list__key", self.key_classes.clone())}>{ self.key.clone() }</dt>
                <dd class={classes!("govuk-summary-list__value", self.value_classes.clone())}>
                    { self.value.clone() }
                </dd>
                { for actions }
            </div>
        }
    }
}

impl Action {
    fn view(&self, title: Option<&Html>) -> Html {
        let href = self.href.clone().unwrap_or(AttrValue::Static("#"));
        let hidden = (self.hidden.is_some() || title.is_some()).then(|| {
            html! {
                <span class="govuk-visually-hidden">
                    { for self.hidden.as_ref().map(|hidden| html! { <>{ " " }{ hidden }</> }) }
                    { for title.map(|title| html! { <>{ " (" }{ title.clone() }{ ")" }</> }) }
                </span>
            }
        });
        html! {
            <a class={classes!("govuk-link", self.classes.clone())} {href} onclick={press(&self.onpress)}>
                { self.content.clone() }{ for hidden }
            </a>
        }
    }
}

impl SummaryCard {
    fn around(&self, list: Html) -> Html {
        let title = self.title.as_ref().map(|title| {
            heading(
                self.heading.unwrap_or(2),
                "govuk-summary-card__title",
                NodeRef::default(),
                title.clone(),
            )
        });
        let title_of = self.title.as_ref();
        let actions = match self.actions.as_slice() {
            [] => None,
            [only] => Some(
                html! { <div class="govuk-summary-card__actions">{ only.view(title_of) }</div> },
            ),
            several => Some(html! {
                <ul class="govuk-summary-card__actions">
                    { for several.iter().map(|action| html! {
                        <li class="govuk-summary-card__action">{ action.view(title_of) }</li>
                    }) }
                </ul>
            }),
        };
        html! {
            <div class={classes!("govuk-summary-card", self.classes.clone())}>
                <div class="govuk-summary-card__title-wrapper">{ for title }{ for actions }</div>
                <div class="govuk-summary-card__content">{ list }</div>
            </div>
        }
    }
}
