//! Each condition and row of the law as it was read by hand, against what `wicketgate trace` prints.

use std::collections::BTreeMap;

use wicketgate_engine::trace;

use crate::{rulebook, table};

const TRACED: &str = include_str!("../law/traced.txt");

/// The provisions with the rules that rest on them, or the reason why none does.
fn traced() -> BTreeMap<String, String> {
    trace(rulebook())
        .into_iter()
        .map(|traced| {
            let rules = traced.rules.join(", ");
            let omitted = traced.omitted.unwrap_or_default();
            (traced.provision, format!("{rules}; {omitted}"))
        })
        .collect()
}

#[test]
fn each_condition_and_row_of_the_law_is_traced_to_its_rules() {
    let traced = traced();
    let mut wrong = Vec::new();
    let rows = table::<4>(TRACED);
    for [row, _, provisions, rules] in &rows {
        let mut all = String::new();
        for provision in provisions.split("; ") {
            match traced.get(provision) {
                Some(found) => all.push_str(found),
                None => wrong.push(format!("{row}: {provision} is not traced")),
            }
            all.push_str(", ");
        }
        for rule in rules.split("; ") {
            if !all.contains(rule) {
                wrong.push(format!(
                    "{row}: {provisions} does not lead to {rule}: {all}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(rows.len() >= 90, "only {} rows", rows.len());
}

/// No row is left out: each section of the reading counts on from one.
#[test]
fn the_table_has_every_row_of_the_reading() {
    let rows = table::<4>(TRACED);
    let count = |lead: &str| rows.iter().filter(|row| row[0].starts_with(lead)).count();
    for (lead, expected) in [
        ("35.", 10),
        ("6.2.", 4),
        ("36.", 11),
        ("37.", 4),
        ("38.", 5),
        ("39.", 3),
        ("U", 15),
        ("D", 10),
        ("P", 7),
        ("T", 23),
    ] {
        assert_eq!(count(lead), expected, "rows {lead}");
    }
    assert!(
        trace(rulebook())
            .iter()
            .all(|traced| traced.is_accounted_for())
    );
}
