//! The matrix and the partners, against what the engine lists and what the law says.

use wicketgate_engine::{Verdict, persons};

use super::*;
use crate::testing::{book, day};

const DAYS: [&str; 8] = [
    "2018-04-30",
    "2018-08-01",
    "2018-10-01",
    "2019-03-01",
    "2022-11-01",
    "2023-06-01",
    "2024-03-01",
    "2026-03-31",
];

fn of(id: &str, on: &str) -> Explored {
    let book = book();
    let body = book.body_of_on(id, day(on));
    Explored::new(&book, day(on), body)
}

/// What a body has by the id of an objective or gateway.
fn has(id: &str, on: &str, way: &str) -> Option<Has> {
    let book = book();
    let named = |has: &Has| match has.way.objective {
        Some(objective) => book.objectives[objective].id == way,
        None => book.gateways[has.way.gateway].id == way,
    };
    of(id, on).has.into_iter().find(named)
}

fn names(partners: &[Partner], on: &str) -> Vec<String> {
    let book = book();
    let name = |partner: &Partner| body_name(&book, partner.body, day(on));
    partners.iter().map(name).collect()
}

#[test]
fn the_matrix_is_what_the_engine_lists() {
    let book = book();
    for on in DAYS {
        let on = day(on);
        let explored = Explored::new(&book, on, None);
        let listed = persons(&book, on);
        for row in &explored.rows {
            let person = listed.iter().find(|person| {
                person.schedule == "sch4"
                    && !person.providers
                    && book.body_of_on(&person.id, on) == Some(row.body)
            });
            for (way, cell) in explored.ways.iter().zip(&row.cells) {
                let Some(objective) = way.objective else {
                    continue;
                };
                let id = &book.objectives[objective].id;
                let expected = match person {
                    Some(person) if person.objectives.contains(id) && person.doubts.is_empty() => {
                        Verdict::Met
                    }
                    Some(person)
                        if person.objectives.contains(id) || person.unsettled.contains(id) =>
                    {
                        Verdict::Unsettled
                    }
                    _ => Verdict::NotMet,
                };
                let name = body_name(&book, row.body, on);
                assert_eq!(cell.gives, expected, "{name} gives for {id} on {on}");
                assert_eq!(cell.gets, expected, "{name} gets for {id} on {on}");
            }
        }
        // Everyone who is listed has a row.
        for person in listed.iter().filter(|person| !person.providers) {
            let body = book.body_of_on(&person.id, on);
            assert!(
                explored.rows.iter().any(|row| Some(row.body) == body),
                "{} on {on}",
                person.id
            );
        }
    }
}

#[test]
fn partners_are_those_of_the_matrix_and_see_each_other() {
    let book = book();
    let on = day("2026-03-31");
    let all = Explored::new(&book, on, None);
    for id in ["sch4-10", "sch4-11", "sch4-45", "sch4-14A", "sch4-49"] {
        let own = of(id, "2026-03-31");
        let body = book.body_of(id).unwrap();
        assert!(!own.has.is_empty(), "{id}");
        for has in &own.has {
            let at = all.ways.iter().position(|way| *way == has.way).unwrap();
            for row in &all.rows {
                let found = has.to.iter().find(|partner| partner.body == row.body);
                let gets = row.cells[at].gets;
                // A single organisation is no partner of its own.
                let apart = row.body != body || book.is_class(body, on);
                let expected =
                    has.ends.gives != Verdict::NotMet && gets != Verdict::NotMet && apart;
                assert_eq!(found.is_some(), expected, "{id} to {}", row.body);
                if let Some(found) = found {
                    let settled = has.ends.gives == Verdict::Met && gets == Verdict::Met;
                    assert_eq!(found.settled, settled, "{id} to {}", row.body);
                }
            }
        }
    }
}

#[test]
fn suppliers_are_partners_in_one_direction_at_a_time() {
    let on = "2026-03-01";
    let suppliers = [
        "A gas supplier with a licence",
        "An electricity supplier with a licence",
    ];
    let gives = has("sch4-10", on, "section-36").unwrap();
    assert_eq!(names(&gives.to, on), suppliers);
    assert!(gives.from.is_empty());
    let gets = has("sch4-10", on, "section-37").unwrap();
    assert_eq!(names(&gets.from, on), suppliers);
    assert!(gets.to.is_empty());
    let water = has("water-undertaker-wales", on, "section-38").unwrap();
    assert!(water.to.is_empty() && !water.from.is_empty());
    assert!(has("licensed-gas-supplier", on, "section-38").is_none());
    // Scottish bodies are in Schedule 4 only.
    assert!(has("sch4-49", on, "section-36").is_none());
}

#[test]
fn since_is_the_first_day_of_what_is_so_now() {
    let book = book();
    let start = has("sch4-10", "2026-03-01", "multiple-disadvantages").unwrap();
    assert_eq!(start.since, day("2018-07-19"));
    let later = has("sch4-49", "2026-03-01", "multiple-disadvantages").unwrap();
    assert_eq!(later.since, day("2018-09-13"));
    for id in [
        "sch4-6", "sch4-9A", "sch4-14A", "sch4-45", "sch5-1", "sch8-1",
    ] {
        for on in ["2019-03-01", "2026-03-31"] {
            let explored = of(id, on);
            let Some(body) = book.body_of_on(id, day(on)) else {
                continue;
            };
            for has in &explored.has {
                let at = explored.ways.iter().position(|way| *way == has.way);
                let then = |on: Date| {
                    let all = Explored::new(&book, on, None);
                    let row = all.rows.iter().find(|row| row.body == body);
                    row.map(|row| row.cells[at.unwrap()])
                };
                assert_eq!(then(has.since), Some(has.ends), "{id} on {on}");
                assert_ne!(then(before(has.since)), Some(has.ends), "{id} on {on}");
            }
        }
    }
}

fn before(date: Date) -> Date {
    let (year, month, day) = date.parts();
    let (year, month) = match (month, day) {
        (1, 1) => (year - 1, 12),
        (month, 1) => (year, month - 1),
        _ => return Date::new(year, month, day - 1).unwrap(),
    };
    (28..=31)
        .filter_map(|day| Date::new(year, month, day))
        .next_back()
        .unwrap()
}

#[test]
fn doubts_name_the_points_of_what_is_not_settled() {
    let book = book();
    let on = "2026-03-01";
    let points = |id: &str, way: &str| -> Vec<String> {
        let has = has(id, on, way).unwrap();
        doubts(&book, has.way, book.body_of(id).unwrap(), day(on))
            .into_iter()
            .map(|point| book.points[point].id.clone())
            .collect()
    };
    assert_eq!(
        points("sch4-14A", "multiple-disadvantages"),
        ["inserted-paragraph"]
    );
    assert_eq!(
        points("sch4-45", "multiple-disadvantages"),
        ["repeal-of-2015-act"]
    );
    assert!(points("sch4-10", "multiple-disadvantages").is_empty());
    // Whatever is in doubt anywhere has a point that says why.
    for on in DAYS.map(day) {
        let explored = Explored::new(&book, on, None);
        for row in &explored.rows {
            for (way, cell) in explored.ways.iter().zip(&row.cells) {
                if [cell.gives, cell.gets].contains(&Verdict::Unsettled) {
                    let points = doubts(&book, *way, row.body, on);
                    let name = body_name(&book, row.body, on);
                    assert!(
                        !points.is_empty(),
                        "{name} by {} on {on}",
                        title(&book, *way)
                    );
                }
            }
        }
    }
}

#[test]
fn the_file_for_a_spreadsheet_has_every_row_and_column() {
    let (book, words, on) = (book(), Words::of("en"), day("2026-03-01"));
    let explored = Explored::new(&book, on, None);
    let csv = explored.csv(&book, words, on);
    let lines: Vec<&str> = csv
        .strip_prefix('\u{feff}')
        .unwrap()
        .split("\r\n")
        .collect();
    assert_eq!(lines.len(), explored.rows.len() + 2, "head, rows, end");
    for line in &lines[..lines.len() - 1] {
        let cells = line.trim_matches('"').split("\",\"").count();
        assert_eq!(cells, explored.ways.len() + 2, "{line}");
    }
    let revenue = lines
        .iter()
        .find(|line| line.contains("HM Revenue and Customs"));
    assert!(
        revenue
            .unwrap()
            .contains("\"DEA Sch 4 para 10; DEA Sch 5 para 4"),
        "{revenue:?}"
    );
}
