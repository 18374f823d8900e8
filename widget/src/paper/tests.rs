//! The guide of the real rules.

use super::{STYLE, paper};
use crate::testing::{book, day};

#[test]
fn the_guide_names_all_that_the_rules_hold() {
    let book = book();
    let guide = paper(&book, None);
    let plain = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let holds = |text: &str| assert!(guide.contains(&plain(text)), "{text}");
    for gateway in &book.gateways {
        holds(&gateway.title.plain());
        gateway
            .conditions
            .iter()
            .for_each(|one| holds(&one.title.plain()));
    }
    for objective in &book.objectives {
        holds(&objective.title.plain());
        objective
            .conditions
            .iter()
            .for_each(|one| holds(&one.title.plain()));
    }
    for point in &book.points {
        holds(&point.title.plain());
        holds(&point.ask.plain());
    }
    for entry in book.entries.iter().filter(|entry| !entry.label.is_empty()) {
        let on = day("2026-03-31");
        let used = |at| book.gateways.iter().any(|one| one.schedule == Some(at));
        let person = entry.kind != wicketgate_engine::model::EntryKind::Definition
            && entry.schedule.is_none_or(used);
        if let Some(version) = entry.on(on).filter(|_| person) {
            holds(&version.display(on));
        }
    }
    for key in ["independence", "advice", "contact", "attribution"] {
        holds(&book.says(key).unwrap().paragraphs[0]);
    }
    holds("The law was checked up to 31 March 2026.");
    holds(&book.hash);
}

#[test]
fn numbers_tell_for_which_objectives_a_body_is_named() {
    let guide = paper(&book(), None);
    let item = |name: &str| {
        let (_, after) = guide
            .split_once(&["<li>", name, " <small>"].concat())
            .unwrap();
        after.split_once("</small>").unwrap().0
    };
    assert_eq!(item("Home Office"), "1 3");
    assert_eq!(item("A combined county authority"), "2? 3? 5? 6?");
}

#[test]
fn the_page_runs_nothing_and_names_its_style_only_where_asked() {
    let book = book();
    let alone = paper(&book, None);
    assert!(alone.starts_with("<!doctype html>\n<html lang=\"en\">"));
    assert!(alone.contains(STYLE) && !alone.contains("<link rel=\"stylesheet\""));
    let beside = paper(&book, Some("guide\".css"));
    assert!(beside.contains("href=\"guide&quot;.css\"") && !beside.contains("<style"));
    for guide in [alone, beside] {
        assert!(!guide.contains("<script"));
        assert!(!guide.contains("javascript:"));
    }
}
