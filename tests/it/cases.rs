//! The worked cases of the rule files pass, and what is published is what the files say.

use std::collections::BTreeSet;

use wicketgate_engine::{Outcome, Source, compile, determine, rulebook_hash};

use crate::{errors, read, rendered, root, rulebook, rules};

fn published() -> Vec<Source> {
    let files = rules().iter();
    files
        .filter(|source| !source.name.starts_with("cases/"))
        .cloned()
        .collect()
}

#[test]
fn the_rule_files_and_their_cases_have_no_mistakes() {
    let found = compile(rules());
    assert!(
        found.diagnostics.is_empty(),
        "{}",
        rendered(&found.diagnostics, rules())
    );
    assert!(rulebook().cases.len() >= 40);
}

/// Cases are left out of what is published, so the rulebook must stand without them.
#[test]
fn the_published_files_have_no_mistakes() {
    let sources = published();
    let found = compile(&sources);
    assert!(
        found.diagnostics.is_empty(),
        "{}",
        rendered(&found.diagnostics, &sources)
    );
    assert_eq!(found.rulebook.unwrap().hash, rulebook_hash(&sources));
}

#[test]
fn the_manifest_is_current() {
    let expected = wicketgate_engine::published(&published()).manifest;
    let manifest = read(&root().join("www/rules/manifest.txt"));
    assert_eq!(
        manifest, expected,
        "write it with `cargo run -p wicketgate-cli -- publish www/rules`"
    );
}

/// The outcomes that the cases show, with the objective each is about.
fn outcomes() -> BTreeSet<(String, &'static str)> {
    let mut seen = BTreeSet::new();
    for case in &rulebook().cases {
        for leg in determine(rulebook(), &case.facts).legs {
            for route in leg.gateways {
                let word = route.outcome.word();
                let asserted = case.expected.iter().any(|expected| {
                    expected.outcome == route.outcome && expected.under == route.objective
                });
                if asserted {
                    seen.insert((route.objective.unwrap_or(route.gateway), word));
                }
            }
        }
    }
    seen
}

#[test]
fn each_objective_has_a_case_that_fits_and_one_that_does_not() {
    let seen = outcomes();
    assert!(rulebook().objectives.len() >= 6);
    for objective in &rulebook().objectives {
        for word in ["fits", "does-not-fit"] {
            assert!(
                seen.contains(&(objective.id.clone(), word)),
                "no case expects {word} under {}",
                objective.id
            );
        }
    }
    let all: BTreeSet<&str> = seen.iter().map(|(_, word)| *word).collect();
    assert!(all.contains("needs-advice") && all.contains("undecided"));
}

/// Section 35 was in force in part before any objective was, so that point never decides.
const NEVER_DECIDES: [&str; 1] = ["partial-commencement"];

/// Each unsettled point is shown by a case.
#[test]
fn each_unsettled_point_has_a_case_that_turns_on_it() {
    let mut turned: BTreeSet<String> = BTreeSet::new();
    for case in &rulebook().cases {
        for leg in determine(rulebook(), &case.facts).legs {
            for route in leg.gateways {
                if route.outcome == Outcome::NeedsAdvice {
                    turned.extend(route.unsettled.into_iter().map(|point| point.id));
                }
            }
        }
    }
    for point in &rulebook().points {
        let never = NEVER_DECIDES.contains(&point.id.as_str());
        assert_eq!(
            !never,
            turned.contains(&point.id),
            "cases that turn on {}",
            point.id
        );
    }
}

/// A case whose expectation is turned round must fail: a case that cannot fail shows nothing.
#[test]
fn a_case_with_another_outcome_fails() {
    let mut sources = rules().to_vec();
    let mut turned = 0;
    for source in &mut sources {
        turned += source.text.matches("\n  expect fits\n").count();
        source.text = source
            .text
            .replace("\n  expect fits\n", "\n  expect does-not-fit\n");
    }
    let found = compile(&sources);
    assert!(turned >= 10);
    assert!(found.rulebook.is_none());
    assert_eq!(errors(&found).len() + found.more, turned);
}
