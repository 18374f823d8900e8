//! Names in the real rules, and what must never be taken for one.

use super::spelling::fold;
use super::{Finder, Target};
use crate::content::Words;
use crate::testing::{book, day};

fn found(typed: &str) -> Vec<String> {
    let (book, words) = (book(), Words::of("en"));
    let finder = Finder::new(&book, day("2026-03-01"), words);
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
