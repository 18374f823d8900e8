//! Answers in files: written, read again, changed by hand, and of other rules.

use wicketgate_engine::model::AnswerKind;
use wicketgate_engine::{
    Facts, Outcome, Place, Plain, Receipt, Remark, Rerun, compare, determine, read_proposal,
    read_receipt, rerun, write_receipt,
};

use crate::{date, rulebook};

const PROPOSAL: &str = r#"{"on": "2026-03-01",
  "legs": [{"discloser": {"is": "sch4-10"}, "recipient": {"is": "sch4-7"}, "answers": {}}],
  "answers": {"same-organisation": false, "only-processor": false, "main-purpose": "help", "aims": ["fuel-poverty"],
    "where": ["england"], "living-in-fuel-poverty": true, "fuel-poverty-help": ["energy-costs"],
    "held-for-functions": true, "from-revenue": false}}"#;

fn plain(json: &str) -> Plain {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"))
}

fn facts(json: &str) -> Facts {
    read_proposal(rulebook(), &plain(json), date("2026-03-31")).unwrap()
}

pub(crate) fn receipt() -> String {
    let facts = facts(PROPOSAL);
    let found = determine(rulebook(), &facts);
    assert_eq!(found.outcome, Outcome::Fits);
    let remarks = [Remark {
        leg: 0,
        question: "aims".into(),
        note: "Said by the \"programme\" team\n\u{1}".into(),
        link: "https://example.org/".into(),
    }];
    write_receipt(rulebook(), &facts, &found, &remarks).json()
}

fn again(json: &str) -> (Receipt, Rerun) {
    let receipt = read_receipt(rulebook(), &plain(json), date("2026-03-31")).unwrap();
    let again = rerun(rulebook(), &receipt);
    (receipt, again)
}

#[test]
fn a_receipt_is_the_same_text_each_time_and_gives_the_same_answer() {
    let written = receipt();
    assert_eq!(written, receipt());
    let (read, again) = again(&written);
    assert_eq!(read.facts, facts(PROPOSAL));
    assert_eq!(
        read.remarks[0].note,
        "Said by the \"programme\" team\n\u{1}"
    );
    assert_eq!(
        (read.dropped.len(), read.hash.as_str()),
        (0, rulebook().hash.as_str())
    );
    assert!(again.same() && again.same_rules, "{again:?}");
    // Its proposal is what the command takes, and its JSON what other programs write.
    let value: serde_json::Value = serde_json::from_str(&written).unwrap();
    assert_eq!(facts(&value["proposal"].to_string()), facts(PROPOSAL));
    assert_eq!(
        written.trim_end(),
        serde_json::to_string_pretty(&plain(&written))
            .unwrap()
            .replace(": 1.0", ": 1")
    );
}

/// What was changed by hand, and the part that gives it away.
#[test]
fn a_file_changed_by_hand_is_found_out() {
    let written = receipt();
    let table = [
        (
            r#""outcome": "fits","#,
            r#""outcome": "does-not-fit","#,
            "outcome",
        ),
        ("\"england\"", "\"scotland\"", "answers"),
        ("2026-03-01", "2026-03-02", "answers"),
        (
            "not legal advice or approval",
            "legal advice and approval",
            "advice",
        ),
        (r#""aims": ["#, r#""no-such-question": ["#, "proposal"),
        ("2026-03-31", "2026-04-30", "rulebook"),
        (
            "\"because\": \"",
            "\"because\": \"Ministers agreed. ",
            "legs",
        ),
    ];
    for (before, after, part) in table {
        assert!(written.contains(before), "{before}");
        let (_, again) = again(&written.replacen(before, after, 1));
        assert!(!again.same(), "{before}");
        assert!(
            again.altered.contains(&part),
            "{before}: {:?}",
            again.altered
        );
    }
    // Notes are what their writer says, and no part of the answer.
    let (read, again) = again(&written.replace("Said by", "Not said by"));
    assert!(again.same());
    assert!(read.remarks[0].note.starts_with("Not said by"));
}

#[test]
fn a_file_of_other_rules_keeps_what_it_can_and_lists_the_rest() {
    let hash = &rulebook().hash;
    let old = receipt()
        .replace(hash.as_str(), &"0".repeat(64))
        .replace("living-in-fuel-poverty", "in-fuel-poverty")
        .replace("\"is\": \"sch4-7\"", "\"is\": \"sch4-700\"")
        .replace("law-as-at\": \"2026-03-31", "law-as-at\": \"2025-01-01");
    let (read, again) = again(&old);
    assert_eq!(read.law_as_at, Some(date("2025-01-01")));
    let places: Vec<(&str, &str)> = read
        .dropped
        .iter()
        .map(|dropped| (dropped.place.as_str(), dropped.old.as_str()))
        .collect();
    assert_eq!(
        places,
        [
            ("legs[0].recipient", "sch4-700"),
            ("answers", "in-fuel-poverty")
        ]
    );
    assert_eq!(read.dropped[0].answered, "Department for Work and Pensions");
    assert!(!read.dropped[1].asked.is_empty());
    assert!(!again.same() && !again.same_rules && again.altered.is_empty());
    assert_eq!(
        (again.before, again.now),
        (Some(Outcome::Fits), Outcome::Undecided)
    );
    assert!(
        again
            .changed
            .iter()
            .any(|changed| changed.title.as_deref() == Some("Fuel poverty"))
    );
    // The very same answers under other rules that decide alike are the same answer.
    let other = receipt().replace(hash.as_str(), &"0".repeat(64));
    let (_, again) = self::again(&other);
    assert!(again.same() && !again.same_rules);
}

#[test]
fn what_is_no_receipt_says_what_it_lacks() {
    for (json, part) in [
        ("[]", "not an object"),
        ("{}", "at least one leg"),
        (r#"{"hello": 1}"#, "at least one leg"),
        (
            r#"{"proposal": {"on": "yesterday", "legs": [{}]}}"#,
            "not a date",
        ),
        (r#"{"proposal": {"legs": 7}}"#, "not a list"),
        (
            r#"{"legs": [{},{},{},{},{},{},{},{},{},{},{},{},{}]}"#,
            "more legs",
        ),
    ] {
        let error = read_receipt(rulebook(), &plain(json), date("2026-03-31")).unwrap_err();
        assert!(error.to_string().contains(part), "{json}: {error}");
    }
    let mere = read_receipt(rulebook(), &plain(PROPOSAL), date("2026-03-31")).unwrap();
    assert_eq!((mere.hash.as_str(), mere.facts), ("", facts(PROPOSAL)));
}

/// A rulebook that declares the old name follows it, in the proposal as in the notes.
#[test]
fn a_file_of_older_rules_follows_the_names_that_changed() {
    use wicketgate_engine::model::{Renamed, RenamedKind};
    let mut book = rulebook().clone();
    for (kind, old, new) in [
        (
            RenamedKind::Question,
            "in-fuel-poverty",
            "living-in-fuel-poverty",
        ),
        (RenamedKind::Question, "subjects", "aims"),
        (RenamedKind::Objective, "cold-homes", "fuel-poverty"),
    ] {
        book.renamed.push(Renamed {
            kind,
            of: None,
            old: old.into(),
            new: new.into(),
        });
    }
    let old = receipt()
        .replace(rulebook().hash.as_str(), &"0".repeat(64))
        .replace("living-in-fuel-poverty", "in-fuel-poverty")
        .replace("\"aims\"", "\"subjects\"")
        .replace(
            "\"objective\": \"fuel-poverty\"",
            "\"objective\": \"cold-homes\"",
        );
    let read = read_receipt(&book, &plain(&old), date("2026-03-31")).unwrap();
    assert_eq!((read.dropped.len(), read.renamed.len()), (0, 2));
    assert_eq!(read.remarks[0].question, "aims");
    assert!(rerun(&book, &read).same());
}

/// The ids of the questions of a set of differences.
fn named(found: &wicketgate_engine::Comparison, set: &[usize]) -> Vec<String> {
    set.iter()
        .map(|at| match &found.differences[*at].place {
            Place::Answer { question, .. } => rulebook().questions[*question].id.clone(),
            Place::Leg(leg) => leg.to_string(),
        })
        .collect()
}

#[test]
fn the_differences_that_decide_are_the_smallest_sets_that_do() {
    let mine = facts(PROPOSAL);
    let same = compare(rulebook(), &mine, &mine);
    assert!(same.differences.is_empty() && same.to_theirs.is_empty());
    // One of three differences decides.
    let theirs = facts(
        &PROPOSAL
            .replace(
                "\"held-for-functions\": true",
                "\"held-for-functions\": false",
            )
            .replace("[\"england\"]", "[\"england\", \"wales\"]")
            .replace("2026-03-01", "2026-03-02"),
    );
    let found = compare(rulebook(), &mine, &theirs);
    assert_eq!(found.differences.len(), 3);
    assert_eq!(
        (&found.mine, &found.theirs),
        (&vec![Outcome::Fits], &vec![Outcome::DoesNotFit])
    );
    let sets: Vec<Vec<String>> = found
        .to_theirs
        .iter()
        .map(|set| named(&found, set))
        .collect();
    assert_eq!(sets, [["held-for-functions"]]);
    assert_eq!(found.to_mine, found.to_theirs);
    assert!(found.complete);
    // Either of two refuses, and only both together mend it.
    let theirs = facts(
        &PROPOSAL
            .replace(
                "\"held-for-functions\": true",
                "\"held-for-functions\": false",
            )
            .replace("\"is\": \"sch4-7\"", "\"not-listed\": \"A charity\""),
    );
    let found = compare(rulebook(), &mine, &theirs);
    let named = |sets: &[Vec<usize>]| {
        sets.iter()
            .map(|set| named(&found, set))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        named(&found.to_theirs),
        [["recipient"], ["held-for-functions"]]
    );
    assert_eq!(named(&found.to_mine), [["recipient", "held-for-functions"]]);
}

/// Schedule 5 went on to describe the successor of the department, and the other paragraph another one.
#[test]
fn who_is_the_same_person_depends_on_the_day() {
    let of = |id: &str| {
        facts(
            &PROPOSAL
                .replace("2026-03-01", "2022-10-01")
                .replace("sch4-7", id),
        )
    };
    let differ =
        |one: &str, other: &str| compare(rulebook(), &of(one), &of(other)).differences.len();
    assert_eq!(differ("sch5-1", "sch4-6"), 0);
    assert_eq!(differ("sch5-1", "sch4-9A"), 1);
}

/// Against every subset, on answers of all kinds.
#[test]
fn no_smaller_exchange_was_overlooked() {
    let mine = facts(PROPOSAL);
    let theirs = facts(
        &PROPOSAL
            .replace(
                "\"living-in-fuel-poverty\": true",
                "\"living-in-fuel-poverty\": false",
            )
            .replace("\"from-revenue\": false", "\"from-revenue\": true")
            .replace("[\"fuel-poverty\"]", "[\"water-poverty\"]")
            .replace("[\"england\"]", "[\"scotland\"]"),
    );
    let found = compare(rulebook(), &mine, &theirs);
    let count = found.differences.len();
    assert_eq!(count, 4);
    let outcome = |subset: usize| {
        let mut facts = mine.clone();
        for (at, difference) in found.differences.iter().enumerate() {
            let Place::Answer { question, .. } = &difference.place else {
                panic!()
            };
            let question = &rulebook().questions[*question];
            assert_ne!(question.kind, AnswerKind::Person);
            if subset & (1 << at) != 0 {
                let answer = theirs.answers.get(&question.id).unwrap().clone();
                facts.answers.insert(question.id.clone(), answer);
            }
        }
        determine(rulebook(), &facts).outcome
    };
    let wanted = outcome((1 << count) - 1);
    let hits: Vec<usize> = (1..1 << count)
        .filter(|subset| outcome(*subset) == wanted)
        .collect();
    let least = hits.iter().map(|subset| subset.count_ones()).min().unwrap();
    let mut expected: Vec<usize> = hits
        .into_iter()
        .filter(|subset| subset.count_ones() == least)
        .collect();
    let mut sets: Vec<usize> = found
        .to_theirs
        .iter()
        .map(|set| set.iter().map(|at| 1 << at).sum())
        .collect();
    expected.sort_unstable();
    sets.sort_unstable();
    assert_eq!(sets, expected);
}

/// Twelve flows that differ in everything: more combinations than anyone could wait for.
#[test]
fn where_there_are_too_many_combinations_one_set_that_is_enough_is_found() {
    let of = |ends: &str, held: &str| {
        let leg = format!("{{{ends}, \"answers\": {{\"held-for-functions\": {held}}}}}");
        let legs = vec![leg; 12].join(", ");
        let (head, rest) = PROPOSAL.split_once('[').unwrap();
        let (_, rest) = rest.split_once("}],").unwrap();
        facts(
            &[head, "[", &legs, "],", rest]
                .concat()
                .replace("\"held-for-functions\": true,", ""),
        )
    };
    let mine = of(
        r#""discloser": {"is": "sch4-10"}, "recipient": {"is": "sch4-7"}"#,
        "true",
    );
    let theirs = of(
        r#""discloser": {"not-listed": "A"}, "recipient": {"not-listed": "B"}"#,
        "false",
    );
    let found = compare(rulebook(), &mine, &theirs);
    assert_eq!(found.differences.len(), 36);
    assert!(!found.complete);
    // One refusal for each flow is enough; to mend it takes every answer.
    assert_eq!(found.to_theirs.len(), 1);
    assert_eq!(found.to_theirs[0].len(), 12);
    assert_eq!(found.to_mine, [(0..36).collect::<Vec<_>>()]);
}
