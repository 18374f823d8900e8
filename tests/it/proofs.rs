//! Checks by proof, and rules whose diagrams would be too large.

use wicketgate_engine::{Answer, Code, Facts, Outcome, Source, determine, inquire, prove, reasons};

use crate::{compiled, date, read, rendered, root, rulebook, rules};

/// What is proved of the real rules is nothing to mend.
#[test]
fn nothing_can_be_proved_wrong_with_the_real_rules() {
    let found = prove(rules(), rulebook());
    assert!(found.is_empty(), "{}", rendered(&found, rules()));
}

fn sources(bad: &str) -> Vec<Source> {
    let path = root().join("tests/bad").join(bad);
    vec![Source::new(bad, read(&path))]
}

/// An exact answer would take more than the bound, so the plain evaluator answers in bounded room.
#[test]
fn rules_with_too_large_diagrams_are_refused_and_still_answered() {
    let sources = sources("diagram-too-large.gate");
    let book = compiled(&sources);
    let found = prove(&sources, &book);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].code, Code::DiagramTooLarge);
    let mut facts = Facts::new(date("2026-03-31"));
    let open = determine(&book, &facts);
    assert_eq!(open.outcome, Outcome::Undecided);
    assert_eq!(inquire(&book, &facts).next, open.open.first().cloned());
    assert_eq!(reasons(&book, &facts, 0), None);
    assert!(open.at_most >= 44, "{}", open.at_most);
    for id in ["x3", "y3"] {
        facts.answers.insert(id.to_owned(), Answer::of(true));
    }
    assert_eq!(determine(&book, &facts).outcome, Outcome::Fits);
    for pair in 0..22 {
        facts.answers.insert(format!("x{pair}"), Answer::of(false));
    }
    assert_eq!(determine(&book, &facts).outcome, Outcome::DoesNotFit);
}
