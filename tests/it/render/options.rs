//! A fixture's options, turned into the component they describe.
//!
//! Options that a component does not offer are passed over here: the HTML then differs, and the fixture must be listed.

use serde_json::Value;
use wicketgate_widget::components::*;
use yew::prelude::*;

/// The component with a fixture's options.
pub(super) fn view(component: &str, o: &Value) -> Html {
    element(component, o).html()
}

fn element(component: &str, o: &Value) -> El {
    match component {
        "back-link" => BackLink {
            href: attr(&o["href"]),
            content: said(o).unwrap_or_else(|| text("Back")),
            classes: classes(o),
            ..BackLink::default()
        }
        .view(),
        "button" => button(o),
        "checkboxes" => checkboxes(o),
        "date-input" => date_input(o),
        "details" => Details {
            id: attr(&o["id"]),
            summary: either(&o["summaryText"], &o["summaryHtml"]).unwrap_or_default(),
            content: some().child(&content(o)),
            open: o["open"] == true,
            classes: classes(o),
        }
        .view(),
        "error-message" => error(o).view(),
        "error-summary" => error_summary(o),
        "fieldset" => {
            let fields = either(&Value::Null, &o["html"]).unwrap_or_default();
            fieldset(o).view(some().child(&fields))
        }
        "hint" => hint(o).view(),
        "input" => input(o),
        "inset-text" => InsetText {
            id: attr(&o["id"]),
            content: some().child(&content(o)),
            classes: classes(o),
        }
        .view(),
        "label" => label(o).view(),
        "radios" => radios(o),
        "summary-list" => summary_list(o),
        "table" => table(o),
        "tag" => Tag {
            content: content(o),
            classes: classes(o),
        }
        .view(),
        "warning-text" => WarningText {
            icon_text: attr(&o["iconFallbackText"]).unwrap_or("Warning".into()),
            content: content(o),
            classes: classes(o),
        }
        .view(),
        other => panic!("no component is called {other:?}"),
    }
}

/// A string or number; `None` for anything that nunjucks takes for false.
fn attr(value: &Value) -> Option<AttrValue> {
    match value {
        Value::String(string) if !string.is_empty() => Some(string.clone().into()),
        Value::Number(number) => Some(number.to_string().into()),
        _ => None,
    }
}

fn either(plain: &Value, html: &Value) -> Option<Html> {
    match attr(html) {
        Some(html) => Some(Html::from_html_unchecked(html)),
        None => attr(plain).map(|words| text(&words)),
    }
}

fn said(o: &Value) -> Option<Html> {
    either(&o["text"], &o["html"])
}

fn content(o: &Value) -> Html {
    said(o).unwrap_or_default()
}

fn classes(o: &Value) -> AttrValue {
    classes_of(&o["classes"])
}

fn classes_of(value: &Value) -> AttrValue {
    value.as_str().unwrap_or_default().to_owned().into()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// An option that is there, even if it is empty.
fn given(value: &Value) -> Option<&Value> {
    value.is_object().then_some(value)
}

fn hint(o: &Value) -> Hint {
    Hint {
        id: attr(&o["id"]),
        classes: classes(o),
        content: content(o),
    }
}

fn error(o: &Value) -> ErrorMessage {
    let prefix = match &o["visuallyHiddenText"] {
        Value::String(prefix) => prefix.clone(),
        _ => "Error".to_owned(),
    };
    ErrorMessage {
        id: attr(&o["id"]),
        classes: classes(o),
        prefix: prefix.into(),
        content: content(o),
    }
}

fn page_heading(o: &Value) -> Option<u8> {
    (o["isPageHeading"] == true).then_some(1)
}

fn label(o: &Value) -> Label {
    Label {
        content: content(o),
        classes: classes(o),
        target: attr(&o["for"]),
        heading: page_heading(o),
        ..Label::default()
    }
}

fn fieldset(o: &Value) -> Fieldset {
    let legend = given(&o["legend"]).map(|legend| Legend {
        content: content(legend),
        classes: classes(legend),
        heading: page_heading(legend),
        ..Legend::default()
    });
    Fieldset {
        legend,
        described_by: attr(&o["describedBy"]),
        role: attr(&o["role"]),
        classes: classes(o),
    }
}

fn form_group_classes(o: &Value) -> AttrValue {
    classes(&o["formGroup"])
}

fn button(o: &Value) -> El {
    Button {
        content: content(o),
        classes: classes(o),
        start: o["isStartButton"] == true,
        href: attr(&o["href"]),
        kind: attr(&o["type"]),
        id: attr(&o["id"]),
        name: attr(&o["name"]),
        value: attr(&o["value"]),
        disabled: o["disabled"] == true,
        onclick: None,
    }
    .view()
}

fn error_summary(o: &Value) -> El {
    let errors = list(&o["errorList"]).map(|error| ErrorLink {
        content: content(error),
        target: error["href"]
            .as_str()
            .map(|href| href.trim_start_matches('#').to_owned().into()),
    });
    ErrorSummary {
        title: either(&o["titleText"], &o["titleHtml"]).unwrap_or_default(),
        description: either(&o["descriptionText"], &o["descriptionHtml"]),
        errors: errors.collect(),
        classes: classes(o),
        ..ErrorSummary::default()
    }
    .view()
}

fn items(o: &Value) -> Vec<Item> {
    list(&o["items"])
        .filter(|item| item.is_object())
        .map(|item| match attr(&item["divider"]) {
            Some(divider) => Item::Divider(divider),
            None => Item::Choice(Choice {
                value: attr(&item["value"]).unwrap_or_default(),
                content: content(item),
                id: attr(&item["id"]),
                hint: said(&item["hint"]),
                disabled: item["disabled"] == true,
                exclusive: item["behaviour"] == "exclusive",
            }),
        })
        .collect()
}

/// The values that are chosen, by the list or by a word on the line, which has the last say.
fn chosen(o: &Value, by_list: impl Fn(&Value) -> bool) -> Vec<AttrValue> {
    list(&o["items"])
        .filter(|item| {
            item["checked"]
                .as_bool()
                .unwrap_or_else(|| by_list(&item["value"]))
        })
        .filter_map(|item| attr(&item["value"]))
        .collect()
}

fn radios(o: &Value) -> El {
    Radios {
        name: attr(&o["name"]).unwrap_or_default(),
        id_prefix: attr(&o["idPrefix"]),
        fieldset: given(&o["fieldset"]).map(fieldset),
        hint: given(&o["hint"]).map(hint),
        error: given(&o["errorMessage"]).map(error),
        items: items(o),
        value: chosen(o, |value| attr(value).is_some() && *value == o["value"])
            .into_iter()
            .next(),
        classes: classes(o),
        form_group_classes: form_group_classes(o),
        ..Radios::default()
    }
    .view()
}

fn checkboxes(o: &Value) -> El {
    Checkboxes {
        name: attr(&o["name"]).unwrap_or_default(),
        id_prefix: attr(&o["idPrefix"]),
        fieldset: given(&o["fieldset"]).map(fieldset),
        hint: given(&o["hint"]).map(hint),
        error: given(&o["errorMessage"]).map(error),
        items: items(o),
        selected: chosen(o, |value| list(&o["values"]).any(|chosen| chosen == value)),
        classes: classes(o),
        form_group_classes: form_group_classes(o),
        described_by: attr(&o["describedBy"]),
        ..Checkboxes::default()
    }
    .view()
}

fn input(o: &Value) -> El {
    Input {
        name: attr(&o["name"]).unwrap_or_default(),
        id: attr(&o["id"]),
        label: label(&o["label"]),
        hint: given(&o["hint"]).map(hint),
        error: given(&o["errorMessage"]).map(error),
        value: attr(&o["value"]),
        classes: classes(o),
        form_group_classes: form_group_classes(o),
        kind: attr(&o["type"]),
        inputmode: attr(&o["inputmode"]),
        autocomplete: attr(&o["autocomplete"]),
        spellcheck: o["spellcheck"].as_bool(),
        described_by: attr(&o["describedBy"]),
        disabled: o["disabled"] == true,
        ..Input::default()
    }
    .view()
}

/// Nunjucks makes day, month and year of any of three spellings, which the widget's one list of fields replaces.
fn date_input(o: &Value) -> El {
    let usual: Vec<(&str, &Value)> = ["day", "month", "year"]
        .into_iter()
        .map(|name| (name, &o[name]))
        .filter(|(_, part)| **part != false)
        .collect();
    let listed: Vec<(&str, &Value)> = list(&o["items"])
        .filter(|item| item.is_object())
        .map(|item| (item["name"].as_str().unwrap_or_default(), item))
        .collect();
    let parts = if listed.is_empty() { usual } else { listed };
    let prefix = attr(&o["namePrefix"]);
    let is_wrong = |part: &Value| {
        part["error"] == true
            || part["classes"]
                .as_str()
                .is_some_and(|classes| classes.contains("--error"))
    };
    let in_error = given(&o["errorMessage"]).is_some();
    let some_wrong = parts.iter().any(|(_, part)| is_wrong(part));
    let some_right = parts.iter().any(|(_, part)| part["error"] == false);
    let items = parts.iter().map(|(usual_name, part)| {
        let name = part["name"].as_str().unwrap_or(usual_name);
        let full = prefix
            .as_ref()
            .map_or(name.to_owned(), |prefix| format!("{prefix}-{name}"));
        let mut capital = name.chars();
        let capitalised: String = capital
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .chain(capital)
            .collect();
        DateItem {
            name: name.to_owned().into(),
            id: attr(&part["id"]),
            label: attr(&part["label"]).unwrap_or(capitalised.into()),
            value: attr(&part["value"])
                .or_else(|| attr(&o[name]["value"]))
                .or_else(|| attr(&o["values"][full.as_str()])),
            wide: *usual_name == "year",
            wrong: is_wrong(part)
                || (in_error && !some_wrong && some_right && part["error"] != false),
            classes: classes(part),
            autocomplete: attr(&part["autocomplete"]),
            oninput: None,
        }
    });
    DateInput {
        id: attr(&o["id"]).unwrap_or_default(),
        name_prefix: prefix.clone(),
        fieldset: given(&o["fieldset"]).map(fieldset),
        hint: given(&o["hint"]).map(hint),
        error: given(&o["errorMessage"]).map(error),
        items: items.collect(),
        classes: classes(o),
        form_group_classes: form_group_classes(o),
    }
    .view()
}

fn actions(o: &Value) -> Vec<Action> {
    list(&o["items"])
        .map(|action| Action {
            content: content(action),
            hidden: attr(&action["visuallyHiddenText"]),
            href: attr(&action["href"]),
            classes: classes(action),
            ..Action::default()
        })
        .collect()
}

fn summary_list(o: &Value) -> El {
    let rows = list(&o["rows"])
        .filter(|row| row.is_object())
        .map(|row| Row {
            key: content(&row["key"]),
            value: content(&row["value"]),
            actions: actions(&row["actions"]),
            classes: classes(row),
            key_classes: classes(&row["key"]),
            value_classes: classes(&row["value"]),
            actions_classes: classes(&row["actions"]),
        });
    let card = given(&o["card"]).map(|card| SummaryCard {
        title: said(&card["title"]),
        heading: card["title"]["headingLevel"]
            .as_u64()
            .and_then(|level| u8::try_from(level).ok()),
        actions: actions(&card["actions"]),
        classes: classes(card),
    });
    SummaryList {
        rows: rows.collect(),
        card,
        classes: classes(o),
    }
    .view()
}

fn cell(o: &Value) -> Cell {
    let span = |value: &Value| value.as_u64().and_then(|count| u32::try_from(count).ok());
    Cell {
        content: content(o),
        numeric: o["format"] == "numeric",
        classes: classes(o),
        colspan: span(&o["colspan"]),
        rowspan: span(&o["rowspan"]),
    }
}

fn table(o: &Value) -> El {
    Table {
        caption: attr(&o["caption"]).map(|words| text(&words)),
        caption_classes: classes_of(&o["captionClasses"]),
        head: list(&o["head"]).map(cell).collect(),
        rows: list(&o["rows"])
            .filter_map(Value::as_array)
            .map(|row| row.iter().map(cell).collect())
            .collect(),
        first_cell_is_header: o["firstCellIsHeader"] == true,
        classes: classes(o),
    }
    .view()
}
