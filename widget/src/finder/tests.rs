//! Names in the real rules, and what must never be taken for one.

use super::spelling::fold;
use super::{Finder, Target, body_name};
use crate::content::Words;
use crate::testing::{book, day};

fn found(typed: &str) -> Vec<String> {
    found_on("2026-03-01", typed)
}

fn found_on(on: &str, typed: &str) -> Vec<String> {
    let (book, words) = (book(), Words::of("en"));
    let finder = Finder::new(&book, day(on), words);
    finder
        .suggest(typed, &book, words)
        .into_iter()
        .map(|option| option.label.to_string())
        .collect()
}

fn meant(typed: &str) -> Option<Target> {
    Finder::new(&book(), day("2026-03-01"), Words::of("en")).resolve(typed)
}

#[test]
fn usual_names_acronyms_and_former_names_are_found() {
    for (typed, label) in [
        ("HMRC", "HM Revenue and Customs"),
        ("hmrc", "HM Revenue and Customs"),
        ("h.m.r.c.", "HM Revenue and Customs"),
        ("her majesty's rev", "HM Revenue and Customs"),
        ("his majesty’s revenue & customs", "HM Revenue and Customs"),
        ("DESNZ", "Department for Energy Security and Net Zero"),
        ("work pensions", "Department for Work and Pensions"),
        (
            "Levelling",
            "Ministry of Housing, Communities and Local Government",
        ),
        ("GLA", "Greater London Authority"),
        ("DVLA", "Driver and Vehicle Licensing Agency"),
    ] {
        assert_eq!(
            found(typed).first().map(String::as_str),
            Some(label),
            "{typed}"
        );
    }
}

#[test]
fn a_body_that_is_not_listed_never_becomes_a_listed_one() {
    for typed in [
        "Police Scotland",
        "Kent Parish Council",
        "Leeds Teaching Hospitals NHS Trust",
        "Leeds City Council",
        "NHS trust",
        "Belfast City Council",
        "HM Treasury",
        "Scottish Fire",
        "council",
        "police",
    ] {
        assert!(
            !matches!(meant(typed), Some(Target::Body(_) | Target::Agency(_))),
            "{typed}: {:?}",
            meant(typed)
        );
        assert!(meant(typed).is_some(), "{typed}");
    }
    for typed in [
        "HRMC",
        "Greater Manchester Widgets",
        "a",
        "the",
        "Acme Trading",
        "",
    ] {
        assert_eq!(meant(typed), None, "{typed}");
    }
}

#[test]
fn a_word_for_a_kind_asks_which() {
    let first = |typed: &str| found(typed).first().cloned().unwrap_or_default();
    assert_eq!(first("council"), "Which kind of council?");
    assert_eq!(first("Leeds City Council"), "Which kind of council?");
    assert_eq!(first("Police Scotland"), "Police Scotland");
    assert_eq!(
        found("Velindre NHS Trust").first().map(String::as_str),
        Some("Which kind of health body?")
    );
}

#[test]
fn accents_and_articles_do_not_matter() {
    assert_eq!(fold("The Môn  Council’s"), "mon councils");
    assert_eq!(fold("the"), "the");
}

#[test]
fn an_entry_that_describes_another_body_on_a_day_gives_its_name_to_that_one() {
    let (book, words) = (book(), Words::of("en"));
    let old = "Department for Business, Energy and Industrial Strategy";
    let new = "Department for Energy Security and Net Zero";
    let kind = "Which department?";
    // Schedule 5 paragraph 1 is about the new department now, and was about the old one.
    for on in ["2018-04-30", "2018-05-01", "2021-06-01", "2023-05-02"] {
        let finder = Finder::new(&book, day(on), words);
        for (typed, id, label) in [(old, "sch4-6", old), (new, "sch4-9A", new)] {
            assert_eq!(found_on(on, typed), [label, kind], "{on}");
            let target = book.body_of(id).map(Target::Body);
            assert_eq!(finder.resolve(typed), target, "{on}: {typed}");
            assert!(finder.is_name(typed, target.unwrap()), "{on}: {typed}");
        }
        assert_eq!(
            found_on(on, "Department for Business, Energy"),
            [kind, old],
            "{on}"
        );
    }
    // Since then two took its place, and nobody knows which of them is meant.
    assert_eq!(
        found(old),
        ["Department for Business and Trade", new, kind],
        "both by its name"
    );
    assert!(matches!(meant(old), Some(Target::Kind(_))));
}

#[test]
fn a_name_that_only_one_body_has_on_a_day_leads_to_that_body() {
    let (book, words) = (book(), Words::of("en"));
    for on in ["2018-05-01", "2021-06-01", "2023-05-02", "2026-03-01"] {
        let finder = Finder::new(&book, day(on), words);
        let bodies = 0..book.bodies.len();
        let names: Vec<String> = bodies.map(|body| body_name(&book, body, day(on))).collect();
        for (body, name) in names.iter().enumerate() {
            let once = names.iter().filter(|other| *other == name).count() == 1;
            if once && !name.is_empty() {
                let meant = finder.resolve(name);
                assert_eq!(meant, Some(Target::Body(body)), "{on}: {name}");
            }
        }
    }
}
