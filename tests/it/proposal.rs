//! Proposals as data: what is refused, in which words, and what is read.

use wicketgate_engine::{
    Answer, Date, Facts, OptionAnswer, Outcome, Plain, ProposalError, determine, read_proposal,
    write_proposal,
};

use crate::{date, rulebook};

fn today() -> Date {
    date("2026-03-31")
}

fn plain(json: &str) -> Plain {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"))
}

fn read(json: &str) -> Result<Facts, ProposalError> {
    read_proposal(rulebook(), &plain(json), today())
}

/// A proposal with these answers.
fn with(answers: &str) -> String {
    format!(
        r#"{{"on": "2026-03-01", "legs": [{{"discloser": "sch4-10", "recipient": "sch4-7"}}], "answers": {{{answers}}}}}"#
    )
}

/// A proposal with this discloser.
fn from(discloser: &str) -> String {
    format!(r#"{{"legs": [{{"discloser": {discloser}, "recipient": "sch4-7"}}]}}"#)
}

/// Each mistake, where it is said to be, and what the sentence must name.
#[test]
fn each_mistake_is_one_sentence_that_names_it() {
    let on = |on: &str| format!(r#"{{"on": {on}, "legs": [{{}}]}}"#);
    let table: Vec<(String, &str, &[&str])> = vec![
        ("7".into(), "proposal", &["`on`", "`legs`", "`answers`"]),
        ("[]".into(), "proposal", &["`legs`"]),
        ("{}".into(), "legs", &["at least one leg"]),
        (r#"{"legs": []}"#.into(), "legs", &["at least one leg"]),
        (r#"{"legs": {}}"#.into(), "legs", &["list of legs"]),
        (r#"{"legs": [7]}"#.into(), "legs[0]", &["`discloser`"]),
        (
            r#"{"legs": [{}], "anwsers": {}}"#.into(),
            "proposal",
            &["`anwsers`", "`answers`"],
        ),
        (
            r#"{"legs": [{"recipent": "sch4-7"}]}"#.into(),
            "legs[0]",
            &["`recipent`", "`recipient`"],
        ),
        (
            r#"{"legs": [{}, {"discloser": "sch4-100"}]}"#.into(),
            "legs[1].discloser",
            &["`sch4-100`", "`sch4-10`"],
        ),
        (on(r#""2019-02-29""#), "on", &["`2019-02-29`", "not a date"]),
        (on(r#""2019-2-9""#), "on", &["`2019-2-9`"]),
        (
            on(r#""1 March 2019""#),
            "on",
            &["`1 March 2019`", "`2019-03-01`"],
        ),
        (on(r#""""#), "on", &["not a date"]),
        (on("20190301"), "on", &["not a date"]),
        (on("null"), "on", &["not a date"]),
        (
            from(r#""sch4-1O""#),
            "legs[0].discloser",
            &["`sch4-1O`", "`sch4-10`"],
        ),
        (from(r#"{"is": "hmrc"}"#), "legs[0].discloser", &["`hmrc`"]),
        (
            from(r#"{"provider-to": {"is": "sch4-13", "name": "Hounslow"}}"#),
            "legs[0].discloser",
            &["`provider-to`", "`\"sch4-10\"`"],
        ),
        (
            from(r#""dwp""#),
            "legs[0].discloser",
            &["`dwp` is a name", "`sch4-7`"],
        ),
        (
            from(r#"{"provider-to": "sch4-99"}"#),
            "legs[0].discloser",
            &["`sch4-99`", "`sch4-9`"],
        ),
        (
            from(r#""sch4-28""#),
            "legs[0].discloser",
            &["`sch4-28`", "provider-to"],
        ),
        (
            from(r#""sch4-28A""#),
            "legs[0].discloser",
            &["`sch4-28A`", "definition"],
        ),
        (
            from(r#"{"iss": "sch4-10"}"#),
            "legs[0].discloser",
            &["`iss`", "`is`"],
        ),
        (from("{}"), "legs[0].discloser", &["exactly one"]),
        (
            from(r#"{"is": "sch4-10", "not-listed": "HMRC"}"#),
            "legs[0].discloser",
            &["exactly one"],
        ),
        (from(r#"{"is": 10}"#), "legs[0].discloser", &["`is`"]),
        (from("10"), "legs[0].discloser", &["not a person"]),
        (
            with(r#""aim": ["fuel-poverty"]"#),
            "answers",
            &["`aim`", "`aims`"],
        ),
        (
            with(r#""aims": ["fuel-povetry"]"#),
            "answers.aims",
            &["`fuel-povetry`", "`fuel-poverty`"],
        ),
        (
            with(r#""aims": {"fuel": true}"#),
            "answers.aims",
            &["`fuel`"],
        ),
        (
            with(r#""aims": {"fuel-poverty": "yes"}"#),
            "answers.aims",
            &["`fuel-poverty`", "`true`"],
        ),
        (
            with(r#""aims": "fuel-poverty""#),
            "answers.aims",
            &["list of options"],
        ),
        (
            with(r#""aims": true"#),
            "answers.aims",
            &["list of options"],
        ),
        (
            with(r#""held-for-functions": "yse""#),
            "answers.held-for-functions",
            &["`yse`", "`yes`"],
        ),
        (
            with(r#""held-for-functions": ["yes"]"#),
            "answers.held-for-functions",
            &["`true`"],
        ),
        (
            with(r#""held-for-functions": 1"#),
            "answers.held-for-functions",
            &["`true`"],
        ),
        (with(r#""on": "2019-03-01""#), "answers", &["`on`"]),
        (
            with(r#""discloser": "sch4-10""#),
            "answers",
            &["`discloser`"],
        ),
        (
            r#"{"legs": [{"answers": {"aim": []}}]}"#.into(),
            "legs[0].answers",
            &["`aim`", "`aims`"],
        ),
    ];
    for (json, place, names) in table {
        let error = read(&json).expect_err(&json);
        assert_eq!(error.place, place, "{json}: {error}");
        for name in names {
            assert!(error.message.contains(name), "{json}: {error}");
        }
        assert!(!error.message.contains('\n'), "{json}: {error}");
    }
}

#[test]
fn a_day_that_is_not_given_is_today() {
    assert_eq!(read(r#"{"legs": [{}]}"#).unwrap().on, today());
    assert_eq!(read(&with("")).unwrap().on, date("2026-03-01"));
}

/// Every worked case is the same after it was written and read again.
#[test]
fn what_is_written_is_read_back() {
    let mut checked = 0;
    for case in &rulebook().cases {
        let written = write_proposal(&case.facts);
        let json = serde_json::to_string(&written).unwrap();
        assert_eq!(plain(&json), written, "{}", case.id);
        let facts = read_proposal(rulebook(), &written, today());
        assert_eq!(facts.as_ref(), Ok(&case.facts), "{}", case.id);
        checked += 1;
    }
    assert!(checked >= 40);
}

#[test]
fn every_form_of_an_answer_is_read_back() {
    for answers in [
        r#""aims": []"#,
        r#""aims": ["fuel-poverty", "water-poverty"]"#,
        r#""aims": ["fuel-poverty", "unknown"]"#,
        r#""aims": ["unknown"]"#,
        r#""aims": "unknown""#,
        r#""aims": {}"#,
        r#""aims": {"fuel-poverty": false, "water-poverty": "unknown"}"#,
        r#""held-for-functions": true"#,
        r#""held-for-functions": false"#,
        r#""held-for-functions": "unknown""#,
    ] {
        let facts = read(&with(answers)).unwrap();
        let again = read_proposal(rulebook(), &write_proposal(&facts), today());
        assert_eq!(again, Ok(facts), "{answers}");
    }
    let persons = [
        r#""sch4-10""#,
        r#"{"is": "sch4-13", "name": "Hounslow"}"#,
        r#"{"provider-to": "sch4-10"}"#,
        r#"{"not-listed": "Police Scotland"}"#,
        "null",
    ];
    for person in persons {
        let facts = read(&from(person)).unwrap();
        let again = read_proposal(rulebook(), &write_proposal(&facts), today());
        assert_eq!(again, Ok(facts), "{person}");
    }
}

#[test]
fn a_list_says_no_to_the_others_unless_it_has_an_unknown() {
    let answer = |answers: &str| {
        read(&with(answers))
            .unwrap()
            .answers
            .remove("aims")
            .unwrap()
    };
    let others = |answers: &str| match answer(answers) {
        Answer::Several { others, .. } => others,
        other => panic!("{other:?}"),
    };
    assert_eq!(
        others(r#""aims": ["fuel-poverty"]"#),
        Some(OptionAnswer::No)
    );
    assert_eq!(others(r#""aims": []"#), Some(OptionAnswer::No));
    assert_eq!(
        others(r#""aims": ["fuel-poverty", "unknown"]"#),
        Some(OptionAnswer::Unknown)
    );
    assert_eq!(others(r#""aims": {"fuel-poverty": true}"#), None);
    assert_eq!(answer(r#""aims": "unknown""#), Answer::Unknown);
}

/// The outcome of a worked case that fits for multiple disadvantages, with other factors.
fn outcome(answers: &str) -> Outcome {
    let objective = "multiple-disadvantages";
    let case = rulebook().cases.iter().find(|case| {
        case.expected.iter().any(|expected| {
            expected.outcome == Outcome::Fits && expected.under.as_deref() == Some(objective)
        })
    });
    let mut facts = case.unwrap().facts.clone();
    facts.answers.remove("factors").unwrap();
    facts.answers.remove("adverse").unwrap();
    facts.answers.extend(read(&with(answers)).unwrap().answers);
    let found = determine(rulebook(), &facts);
    let mut routes = found.legs[0].gateways.iter();
    let route = routes.find(|route| route.objective.as_deref() == Some(objective));
    route.unwrap().outcome
}

#[test]
fn counting_never_refuses_while_an_option_is_unknown_or_open() {
    let two = r#"["homelessness", "unemployment"]"#;
    for (answers, expected) in [
        (
            format!(r#""factors": {two}, "adverse": {two}"#),
            Outcome::Fits,
        ),
        (
            format!(r#""factors": {two}, "adverse": ["homelessness"]"#),
            Outcome::DoesNotFit,
        ),
        (
            r#""factors": ["homelessness"], "adverse": ["homelessness"]"#.into(),
            Outcome::DoesNotFit,
        ),
        (
            r#""factors": ["homelessness", "unknown"], "adverse": ["homelessness", "unknown"]"#
                .into(),
            Outcome::NeedsAdvice,
        ),
        (
            r#""factors": "unknown", "adverse": "unknown""#.into(),
            Outcome::NeedsAdvice,
        ),
        (
            r#""factors": {"homelessness": true}"#.into(),
            Outcome::Undecided,
        ),
        (r#""factors": {}"#.into(), Outcome::Undecided),
        (format!(r#""factors": {two}"#), Outcome::Undecided),
        (r#""factors": []"#.into(), Outcome::DoesNotFit),
    ] {
        assert_eq!(outcome(&answers), expected, "{answers}");
    }
}

/// Nothing said is nothing refused.
#[test]
fn an_empty_proposal_is_undecided() {
    for on in [
        "2018-07-19",
        "2019-03-01",
        "2023-06-01",
        "2026-03-31",
        "2030-01-01",
    ] {
        let found = determine(rulebook(), &Facts::new(date(on)));
        assert_eq!(found.outcome, Outcome::Undecided, "{on}");
        assert!(!found.open.is_empty());
        for route in &found.legs[0].gateways {
            let too_early = route.kind.is_some_and(|kind| kind.word() == "not-in-force");
            assert!(
                route.outcome == Outcome::Undecided || too_early,
                "{on} {}",
                route.title
            );
        }
    }
}

/// Which of two is meant, nobody can tell, so neither counts in silence.
#[test]
fn what_is_given_twice_is_refused() {
    for (json, name) in [
        (
            r#"{"on": "2026-03-01", "on": "2018-03-01", "legs": [{}]}"#,
            "on",
        ),
        (
            &with(r#""from-revenue": true, "from-revenue": false"#),
            "from-revenue",
        ),
    ] {
        let error = serde_json::from_str::<Plain>(json)
            .expect_err(json)
            .to_string();
        assert!(
            error.contains(&format!("`{name}` is given twice")),
            "{error}"
        );
    }
}
