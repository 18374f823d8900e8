//! The widget's components say the same HTML as govuk-frontend's, by its own fixtures.
//!
//! The fixtures are in `tests/govuk/`, one file per component. Each must match, or be listed in
//! `tests/govuk/skipped.json` under a reason; a fixture that is listed but matches fails the test, so that the list only
//! gets shorter.

#![expect(
    clippy::panic,
    clippy::indexing_slicing,
    reason = "clippy exempts test functions, but not what they call"
)]

mod combobox;
mod dom;
mod options;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde::Deserialize;
use serde_json::Value;
use yew::prelude::*;

/// Each component's fixtures: how many match and how many are skipped.
///
/// Raise the first and lower the second when an option is added.
const COUNTS: [(&str, usize, usize); 17] = [
    ("back-link", 6, 1),
    ("button", 36, 2),
    ("checkboxes", 25, 17),
    ("date-input", 46, 4),
    ("details", 9, 1),
    ("error-message", 8, 1),
    ("error-summary", 17, 2),
    ("fieldset", 17, 1),
    ("hint", 5, 1),
    ("input", 28, 17),
    ("inset-text", 5, 1),
    ("label", 15, 2),
    ("radios", 30, 13),
    ("summary-list", 27, 3),
    ("table", 17, 4),
    ("tag", 11, 1),
    ("warning-text", 7, 1),
];

#[derive(Deserialize)]
struct Fixture {
    name: String,
    options: Value,
    html: String,
}

/// Component, then reason, then the names of the fixtures.
type Skipped = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

#[derive(Properties, PartialEq)]
struct PageProps {
    content: Html,
}

#[component]
fn Page(props: &PageProps) -> Html {
    props.content.clone()
}

/// Renders content as a server does.
fn rendered(content: Html) -> String {
    let page = yew::LocalServerRenderer::<Page>::with_props(PageProps { content });
    pollster::block_on(page.hydratable(false).render())
}

fn data(file: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("govuk")
        .join(file);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn components_match_the_fixtures_of_govuk_frontend() {
    let skipped: Skipped = serde_json::from_str(&data("skipped.json")).unwrap();
    let mut complaints = Vec::new();
    for (component, matched, listed) in COUNTS {
        let fixtures: Vec<Fixture> =
            serde_json::from_str(&data(&format!("{component}.json"))).unwrap();
        let mut skips = BTreeSet::new();
        for names in skipped
            .get(component)
            .into_iter()
            .flat_map(BTreeMap::values)
        {
            for name in names {
                assert!(
                    skips.insert(name.as_str()),
                    "{component}: {name:?} is listed twice"
                );
            }
        }
        let mut matches = 0;
        for fixture in &fixtures {
            let ours = dom::normal(&rendered(options::view(component, &fixture.options)));
            let theirs = dom::normal(&fixture.html);
            let skip = skips.remove(fixture.name.as_str());
            match (ours == theirs, skip) {
                (true, false) => matches += 1,
                (false, true) => {}
                (true, true) => complaints.push(format!(
                    "{component}: {:?} matches, so do not skip it",
                    fixture.name
                )),
                (false, false) => complaints.push(format!(
                    "{component}: {:?} differs\n{}\n--- govuk-frontend\n{theirs}--- ours\n{ours}",
                    fixture.name, fixture.options
                )),
            }
        }
        complaints.extend(
            skips
                .iter()
                .map(|name| format!("{component}: there is no fixture {name:?}")),
        );
        let skips = fixtures.len() - matches;
        if (matches, skips) != (matched, listed) {
            complaints.push(format!(
                "{component}: {matches} match and {skips} do not; COUNTS says {matched} and {listed}"
            ));
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n\n"));
}

#[test]
fn ticking_none_of_these_clears_the_rest_and_the_other_way_round() {
    use wicketgate_widget::components::{Choice, Item, tick};

    let choice = |value: &'static str, exclusive| {
        Item::Choice(Choice {
            value: value.into(),
            exclusive,
            ..Choice::default()
        })
    };
    let items = [
        choice("debt", false),
        choice("health", false),
        Item::Divider("or".into()),
        choice("none", true),
    ];
    let after = |selected: &[&'static str], value: &'static str, ticked| {
        let selected: Vec<AttrValue> = selected.iter().map(|value| (*value).into()).collect();
        tick(&items, &selected, &value.into(), ticked)
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        after(&["health"], "debt", true),
        ["debt", "health"],
        "in the order of the lines"
    );
    assert_eq!(after(&["debt", "health"], "none", true), ["none"]);
    assert_eq!(after(&["none"], "health", true), ["health"]);
    assert_eq!(after(&["none"], "none", false), [""; 0]);
    assert_eq!(after(&["debt", "health"], "debt", false), ["health"]);
    assert_eq!(
        after(&["gone"], "debt", true),
        ["debt"],
        "a value that is no longer offered is dropped"
    );
}
