//! Journeys through the real rules, without a browser.

use std::rc::Rc;

use wicketgate_engine::model::{Renamed, RenamedKind};
use wicketgate_engine::{Answer, Determination, Facts, OptionAnswer, Outcome, Person, determine};

use super::action::{Action, Beside};
use super::field::{NONE, UNKNOWN, YES};
use super::page::{Page, StepKind};
use super::place::Entry;
use super::session::Session;
use super::walk::{At, Examined, Walk};
use crate::content::Words;
use crate::testing::{book, book_with_cases, day};

fn journey() -> Session {
    let mut session = Session::new(book(), Words::of("en"), day("2026-03-01"));
    session.act(Action::Begin);
    session
}

fn asked(session: &Session) -> &str {
    match session.page {
        Page::Ask(at) => &session.book.questions[at.question].id,
        _ => "",
    }
}

fn choose(session: &mut Session, value: &'static str) {
    session.act(Action::Choose(value.into()));
    session.act(Action::Send);
}

fn name(session: &mut Session, typed: &str) {
    session.act(Action::Type(0, typed.to_owned()));
    session.act(Action::Send);
}

fn at(session: &Session, leg: usize, id: &str) -> At {
    let mut questions = session.book.questions.iter();
    let question = questions.position(|asked| asked.id == id).unwrap();
    At { leg, question }
}

fn note(session: &mut Session, leg: usize, id: &str) {
    session.act(Action::Go(Page::Note(at(session, leg, id))));
    session.act(Action::Type(0, "By letter".to_owned()));
    session.act(Action::Send);
    assert_eq!(session.problem, None);
}

/// Answers as a share about fuel poverty that fits would.
fn to_the_answers(session: &mut Session) {
    while session.page != Page::Check {
        match asked(session) {
            "aims" => session.act(Action::Tick(vec!["fuel-poverty".into()])),
            "where" => session.act(Action::Tick(vec!["england".into()])),
            "fuel-poverty-help" => session.act(Action::Tick(vec!["energy-costs".into()])),
            "main-purpose" => session.act(Action::Choose("help".into())),
            "from-revenue" | "only-processor" | "same-organisation" => {
                session.act(Action::Choose("no".into()));
            }
            _ => session.act(Action::Choose(YES.into())),
        }
        session.act(Action::Send);
        assert_eq!(session.problem, None, "{:?}", session.page);
    }
}

#[test]
fn every_page_that_is_sent_empty_says_what_is_missing_and_stays() {
    let mut session = journey();
    for (asks, answer) in [("on", YES), ("discloser", "HMRC"), ("recipient", "DWP")] {
        assert_eq!(asked(&session), asks);
        session.act(Action::Send);
        assert!(session.problem.is_some(), "{asks}");
        assert_eq!(asked(&session), asks);
        if asks == "on" {
            choose(&mut session, answer);
        } else {
            name(&mut session, answer);
        }
        assert_eq!(session.problem, None, "{asks}");
    }
}

#[test]
fn a_body_is_the_one_that_its_name_stood_for_on_the_day() {
    let mut session = Session::new(book(), Words::of("en"), day("2021-06-01"));
    session.act(Action::Begin);
    choose(&mut session, YES);
    let old = "Department for Business, Energy and Industrial Strategy";
    name(&mut session, old);
    assert_eq!(session.problem, None);
    let body = |id: &str| {
        Some(Person::Body {
            id: id.to_owned(),
            name: None,
        })
    };
    assert_eq!(session.facts.legs[0].discloser, body("sch4-6"));
    // A file may name it by any of its entries.
    session.facts.legs[0].discloser = body("sch5-1");
    assert_eq!(session.person(&body("sch5-1").unwrap()), old);
    session.act(Action::Change(At {
        leg: 0,
        question: 1,
    }));
    assert_eq!(session.text(), old);
    session.act(Action::Send);
    assert_eq!(session.facts.legs[0].discloser, body("sch4-6"));
}

#[test]
fn back_leads_to_the_start_through_every_page() {
    let mut session = journey();
    choose(&mut session, YES);
    name(&mut session, "HMRC");
    name(&mut session, "Leeds City Council");
    assert!(matches!(&session.page, Page::Find(_, step) if matches!(step.kind, StepKind::Kind(_))));
    let mut pages = 0;
    while session.can_go_back() {
        session.act(Action::Back);
        pages += 1;
    }
    assert_eq!((session.page.clone(), pages), (Page::Start, 4));
}

#[test]
fn the_name_of_one_of_a_class_comes_back_when_it_is_changed() {
    let mut session = journey();
    choose(&mut session, YES);
    name(&mut session, "A district council in England");
    name(&mut session, "Anytown");
    let anytown = session.facts.legs[0].discloser.clone();
    let discloser = at(&session, 0, "discloser");
    session.act(Action::Change(discloser));
    session.act(Action::Send);
    assert_eq!(session.text(), "Anytown");
    session.act(Action::Send);
    assert_eq!(session.facts.legs[0].discloser, anytown);
    // It is not the name of one of another class.
    session.act(Action::Change(discloser));
    name(&mut session, "A county council in England");
    assert!(
        matches!(&session.page, Page::Find(_, step) if matches!(step.kind, StepKind::Which(_)))
    );
    assert_eq!(session.text(), "");
}

#[test]
fn an_unlisted_customer_makes_an_unlisted_provider() {
    let mut session = journey();
    choose(&mut session, YES);
    session.act(Action::Turn(StepKind::Customer));
    name(&mut session, "HM Treasury");
    choose(&mut session, YES);
    let discloser = session.facts.legs[0].discloser.clone();
    assert_eq!(
        discloser,
        Some(Person::NotListed(
            "a service provider to HM Treasury".into()
        ))
    );
}

#[test]
fn what_is_asked_decides_as_all_answers_do() {
    let book = book_with_cases();
    let (mut decided, mut several) = (0, 0);
    // Some of them: each is a whole journey, and slow without optimisation.
    for case in book.cases.iter().step_by(4) {
        let walk = Walk::new(&book, &case.facts, true, &[], None);
        // A case need not answer all that a person would be asked on the way.
        if let Some(next) = walk.next {
            let id = &book.questions[next.question].id;
            let leg = &case.facts.legs[next.leg];
            let answered = leg.answers.get(id).or(case.facts.answers.get(id));
            assert_eq!(answered, None, "{}", case.id);
            continue;
        }
        let all = determine(&book, &case.facts);
        let outcomes = |found: &Determination| -> Vec<Outcome> {
            found.legs.iter().map(|leg| leg.outcome).collect()
        };
        assert_eq!(outcomes(&walk.found), outcomes(&all), "{}", case.id);
        assert_ne!(all.outcome, Outcome::Undecided, "{}", case.id);
        decided += 1;
        several += usize::from(case.facts.legs.len() > 1);
    }
    assert!(several > 0, "{several}");
    assert!(decided > 25, "{decided}");
}

#[test]
fn a_walk_that_goes_on_is_the_walk_from_the_start() {
    let mut session = journey();
    choose(&mut session, YES);
    name(&mut session, "HMRC");
    name(&mut session, "DWP");
    let again = |session: &Session| {
        let walk = Walk::new(&session.book, &session.facts, true, &[], None);
        assert_eq!(*session.walk, walk);
    };
    again(&session);
    // An earlier answer changes what follows it.
    for recipient in ["Greater London Authority", "HM Treasury", "DWP"] {
        session.act(Action::Change(At {
            leg: 0,
            question: 2,
        }));
        name(&mut session, recipient);
        if recipient == "HM Treasury" {
            choose(&mut session, YES);
        }
        again(&session);
    }
}

#[test]
fn answers_outlive_their_questions_in_another_rulebook() {
    let old = book();
    let mut session = journey();
    choose(&mut session, YES);
    name(&mut session, "HMRC");
    name(&mut session, "DWP");
    to_the_answers(&mut session);
    let facts = session.facts.clone();
    let mut newer = (*old).clone();
    let lost = newer
        .questions
        .iter_mut()
        .find(|question| question.id == "living-in-fuel-poverty")
        .unwrap();
    lost.id = "renamed".to_owned();
    newer.hash.clear();
    session.act(Action::Adopt(Rc::new(newer)));
    assert_eq!(session.page, Page::Ask(session.walk.next.unwrap()));
    assert_eq!(asked(&session), "renamed");
    assert_eq!(session.facts.answers.get("aims"), facts.answers.get("aims"));
    assert_eq!(session.facts.answers.get("living-in-fuel-poverty"), None);
    assert_ne!(session.facts, Facts::new(facts.on));
}

#[test]
fn a_note_follows_the_new_name_of_its_question() {
    let mut session = journey();
    choose(&mut session, YES);
    name(&mut session, "HMRC");
    name(&mut session, "DWP");
    to_the_answers(&mut session);
    note(&mut session, 0, "living-in-fuel-poverty");
    let mut newer = (*session.book).clone();
    let renamed = at(&session, 0, "living-in-fuel-poverty").question;
    newer.questions[renamed].id = "renamed".to_owned();
    newer.renamed.push(Renamed {
        kind: RenamedKind::Question,
        of: None,
        old: "living-in-fuel-poverty".to_owned(),
        new: "renamed".to_owned(),
    });
    newer.hash.clear();
    session.act(Action::Adopt(Rc::new(newer)));
    assert_eq!(session.page, Page::Check, "it is answered by its new name");
    assert!(session.remark(at(&session, 0, "renamed")).is_some());
}

#[test]
fn what_goes_with_an_answer_comes_without_moving_anyone() {
    let mut session = journey();
    choose(&mut session, YES);
    session.act(Action::Type(0, "HMR".to_owned()));
    let whole = session.book.clone();
    let mut early = (*whole).clone();
    early.notes.clear();
    session.act(Action::Adopt(Rc::new(early)));
    let before = session.clone();
    session.act(Action::Adopt(whole.clone()));
    assert!(Rc::ptr_eq(&session.book, &whole));
    assert_eq!(
        (&session.page, &session.facts, session.turn),
        (&before.page, &before.facts, before.turn)
    );
    assert_eq!(session.text(), "HMR");
    assert!(session.can_go_back());
}

#[test]
fn none_of_these_is_an_answer_and_an_empty_page_is_not() {
    let mut session = journey();
    choose(&mut session, YES);
    name(&mut session, "HMRC");
    name(&mut session, "DWP");
    while asked(&session) != "aims" {
        let value = if asked(&session) == "main-purpose" {
            "help"
        } else {
            "no"
        };
        choose(&mut session, value);
    }
    session.act(Action::Send);
    assert!(session.problem.is_some());
    session.act(Action::Tick(vec![NONE.into()]));
    session.act(Action::Send);
    assert_eq!(session.problem, None);
    assert_ne!(asked(&session), "aims");
}

#[test]
fn what_a_file_leaves_open_of_several_options_is_asked_and_never_none_of_these() {
    let mut session = journey();
    choose(&mut session, YES);
    name(&mut session, "HMRC");
    name(&mut session, "DWP");
    to_the_answers(&mut session);
    let aims = at(&session, 0, "aims");
    let ticked: [(&[_], Option<_>, &[&str]); 5] = [
        (&[], None, &[]),
        (&[("fuel-poverty", OptionAnswer::No)], None, &[]),
        (
            &[("fuel-poverty", OptionAnswer::Yes)],
            None,
            &["fuel-poverty"],
        ),
        (&[], Some(OptionAnswer::No), &[NONE]),
        (&[], Some(OptionAnswer::Unknown), &[UNKNOWN]),
    ];
    for (said, rest, ticked) in ticked {
        let mut session = session.clone();
        let mut answer = Answer::chosen([]);
        if let Answer::Several { options, others } = &mut answer {
            *others = rest;
            options.extend(said.iter().map(|(id, said)| ((*id).to_owned(), *said)));
        }
        session.facts.answers.insert("aims".to_owned(), answer);
        session.rewalk();
        if rest.is_none() {
            assert_eq!(session.walk.next, Some(aims));
            assert!(!session.walk.path.contains(&aims));
            session.act(Action::Send);
            assert_eq!(session.page, Page::Ask(aims));
        } else {
            assert!(session.walk.path.contains(&aims));
            session.act(Action::Change(aims));
        }
        assert_eq!(session.draft.ticked, ticked, "{said:?} {rest:?}");
        let told = session.answered(aims, &session.book.questions[aims.question]);
        assert_eq!(told.len(), ticked.len(), "{told:?}");
        session.act(Action::Send);
        assert_eq!(session.problem.is_some(), ticked.is_empty());
    }
}

#[test]
fn a_flow_back_asks_only_what_is_new_and_nobody_again() {
    let mut session = journey();
    choose(&mut session, YES);
    name(&mut session, "HMRC");
    name(&mut session, "DWP");
    to_the_answers(&mut session);
    let (path, facts) = (session.walk.path.len(), session.facts.clone());
    session.act(Action::Add(0, Beside::Back));
    let mut asked_again = Vec::new();
    while session.page != Page::Check {
        asked_again.push(asked(&session).to_owned());
        let answer = if asked(&session) == "from-revenue" {
            "no"
        } else {
            YES
        };
        choose(&mut session, answer);
    }
    assert!(asked_again.iter().all(|id| !facts.answers.contains_key(id)));
    assert!(
        !asked_again
            .iter()
            .any(|id| id == "discloser" || id == "recipient")
    );
    assert!(asked_again.len() < path, "{asked_again:?}");
    assert_eq!(session.walk.found.legs.len(), 2);
    assert_eq!(
        session.walk.found.legs[1].discloser_name,
        session.walk.found.legs[0].recipient_name
    );
    session.act(Action::Remove(1));
    assert_eq!(
        (session.facts.clone(), session.page.clone()),
        (facts, Page::Check)
    );
    assert_eq!(session.walk.path.len(), path);
}

#[test]
fn each_recipient_has_an_outcome_of_its_own() {
    let mut session = journey();
    choose(&mut session, YES);
    name(&mut session, "HMRC");
    name(&mut session, "DWP");
    to_the_answers(&mut session);
    session.act(Action::Add(0, Beside::Recipient));
    assert_eq!(asked(&session), "recipient");
    name(&mut session, "HM Treasury");
    choose(&mut session, YES);
    to_the_answers(&mut session);
    let outcomes: Vec<Outcome> = session
        .walk
        .found
        .legs
        .iter()
        .map(|leg| leg.outcome)
        .collect();
    assert_eq!(outcomes, [Outcome::Fits, Outcome::DoesNotFit]);
    assert_eq!(session.walk.found.outcome, Outcome::Mixed);
}

#[test]
fn a_note_stays_as_long_as_the_answer_that_it_stands_beside() {
    let mut session = journey();
    choose(&mut session, YES);
    name(&mut session, "HMRC");
    name(&mut session, "DWP");
    to_the_answers(&mut session);
    session.act(Action::Add(0, Beside::Back));
    to_the_answers(&mut session);
    for id in ["on", "discloser", "aims"] {
        note(&mut session, 0, id);
    }
    note(&mut session, 1, "recipient");
    // Beside one answer stands one note, with whichever leg it was written.
    note(&mut session, 1, "aims");
    let noted =
        |session: &Session, leg: usize, id: &str| session.remark(at(session, leg, id)).is_some();
    assert_eq!(session.remarks.len(), 4);
    assert!(noted(&session, 0, "aims") && noted(&session, 1, "aims"));
    // An answer that a leg has of its own has a note of its own.
    let aims = session.facts.answers.get("aims").unwrap().clone();
    let own = &mut session.facts.legs[0].answers;
    own.insert("aims".to_owned(), aims);
    assert!(!noted(&session, 0, "aims") && noted(&session, 1, "aims"));
    note(&mut session, 0, "aims");
    assert_eq!(session.remarks.len(), 5);
    session.act(Action::Remove(0));
    assert_eq!(session.remarks.len(), 3);
    for id in ["on", "recipient", "aims"] {
        assert!(noted(&session, 0, id), "{id}");
    }
    assert!(!noted(&session, 0, "discloser"));
}

#[test]
fn the_bound_on_how_many_questions_remain_is_kept_and_falls() {
    let mut session = journey();
    choose(&mut session, YES);
    name(&mut session, "HMRC");
    name(&mut session, "DWP");
    let mut bound = session.walk.inquiry.at_most;
    while session.page != Page::Check {
        assert!(bound > 0, "{}", asked(&session));
        match asked(&session) {
            "main-purpose" => choose(&mut session, "help"),
            "aims" => {
                session.act(Action::Tick(vec!["fuel-poverty".into()]));
                session.act(Action::Send);
            }
            "where" => {
                session.act(Action::Tick(vec!["england".into()]));
                session.act(Action::Send);
            }
            "fuel-poverty-help" => {
                session.act(Action::Tick(vec!["energy-costs".into()]));
                session.act(Action::Send);
            }
            "from-revenue" | "only-processor" => choose(&mut session, "no"),
            _ => choose(&mut session, YES),
        }
        let now = session.walk.inquiry.at_most;
        assert!(now < bound, "{bound} to {now}");
        bound = now;
    }
    assert_eq!(bound, 0);
}

#[test]
fn why_a_share_does_not_fit_is_worked_out_with_its_outcome() {
    let mut session = journey();
    choose(&mut session, YES);
    name(&mut session, "HMRC");
    name(&mut session, "Greater London Authority");
    while asked(&session) != "aims" {
        let value = match asked(&session) {
            "main-purpose" => "help",
            _ => "no",
        };
        choose(&mut session, value);
    }
    session.act(Action::Tick(vec!["multiple-disadvantages".into()]));
    session.act(Action::Send);
    while session.page != Page::Check {
        choose(&mut session, YES);
    }
    assert!(session.why.is_empty(), "only what is shown is worked out");
    session.act(Action::Send);
    let why = session.why[0].as_ref().unwrap();
    assert_eq!(why.outcome, Outcome::DoesNotFit);
    assert!(
        why.sufficient
            .iter()
            .any(|given| given.question == "recipient")
    );
    let near = why
        .nearest
        .iter()
        .find(|near| near.objective.as_deref() == Some("multiple-disadvantages"))
        .unwrap();
    assert_eq!(near.changes.len(), 1);
    assert_eq!(near.changes[0].question, "recipient");
    // What the programme is about cannot be made something else.
    assert!(
        why.nearest
            .iter()
            .all(|near| near.changes.iter().all(|change| change.question != "aims"))
    );
}

#[test]
fn going_back_never_shows_an_outcome_that_is_not_there() {
    let mut session = journey();
    choose(&mut session, YES);
    name(&mut session, "HMRC");
    name(&mut session, "Greater London Authority");
    while session.page != Page::Check {
        match asked(&session) {
            "main-purpose" => choose(&mut session, "help"),
            "aims" => {
                session.act(Action::Tick(vec!["multiple-disadvantages".into()]));
                session.act(Action::Send);
            }
            "from-revenue" | "only-processor" => choose(&mut session, "no"),
            _ => choose(&mut session, YES),
        }
    }
    session.act(Action::Send);
    assert_eq!(session.page, Page::Outcome);
    let decided = session.walk.found.clone();
    // What is asked of an objective that decides nothing leaves the outcome where it is.
    let leg = &decided.legs[0];
    let open = leg.gateways.iter().find(|gateway| !gateway.open.is_empty());
    if let Some(objective) = open.and_then(|gateway| gateway.objective.clone()) {
        session.act(Action::Examine(Examined { leg: 0, objective }));
        assert!(matches!(session.page, Page::Ask(_)));
        session.act(Action::Back);
        assert_eq!(session.page, Page::Outcome);
        assert_eq!(session.walk.found.outcome, decided.outcome);
    }
    // An answer that opens a question takes the outcome away until it is answered.
    let recipient = *session
        .walk
        .path
        .iter()
        .find(|at| session.book.questions[at.question].id == "recipient")
        .unwrap();
    session.act(Action::Change(recipient));
    name(&mut session, "DWP");
    assert!(session.walk.next.is_some());
    for _ in 0..20 {
        session.act(Action::Back);
        let told = matches!(session.page, Page::Check | Page::Outcome | Page::Take);
        assert!(!told || session.walk.decided(), "{:?}", session.page);
    }
}

#[test]
fn what_decides_only_what_goes_with_an_outcome_is_asked_on_request_and_changes_no_outcome() {
    let mut session = journey();
    choose(&mut session, YES);
    name(&mut session, "HM Treasury");
    choose(&mut session, YES);
    while session.page != Page::Check {
        match asked(&session) {
            "recipient" => name(&mut session, "DWP"),
            _ => choose(&mut session, "no"),
        }
    }
    session.act(Action::Send);
    let before = session.walk.clone();
    assert_eq!(before.found.outcome, Outcome::DoesNotFit);
    assert!(before.next.is_none() && !before.further.is_empty());
    session.act(Action::Further);
    let mut pages = 0;
    while session.page != Page::Check {
        assert!(matches!(&session.page, Page::Ask(at) if session.walk.further.contains(at)));
        match asked(&session) {
            "recipient" => session.act(Action::Type(0, "DWP".to_owned())),
            "main-purpose" => session.act(Action::Choose("fraud".into())),
            "aims" | "factors" | "where" => session.act(Action::Tick(vec![NONE.into()])),
            _ => session.act(Action::Choose("unknown".into())),
        }
        session.act(Action::Send);
        assert_eq!(session.problem, None, "{:?}", session.page);
        pages += 1;
    }
    assert!(pages > 0 && session.walk.further.is_empty());
    assert_eq!(session.walk.found.outcome, before.found.outcome);
    let ways = |walk: &Walk, id: &str| walk.found.legs[0].notes.iter().any(|note| note.id == id);
    assert!(!ways(&before, "fraud") && ways(&session.walk, "fraud"));
    // Another answer is changed without being asked all of this first.
    session.act(Action::Change(At {
        leg: 0,
        question: 1,
    }));
    assert!(!session.further);
}

#[test]
fn the_history_goes_to_any_page_and_no_answer_is_lost() {
    let mut session = journey();
    choose(&mut session, YES);
    name(&mut session, "HMRC");
    name(&mut session, "DWP");
    let mut entries = Vec::new();
    while session.page != Page::Check {
        entries.push((
            Entry {
                turn: Some(session.turn),
                place: session.place(),
                depth: session.depth(),
            },
            session.page.clone(),
        ));
        match asked(&session) {
            "aims" => session.act(Action::Tick(vec!["fuel-poverty".into()])),
            "where" => session.act(Action::Tick(vec!["england".into()])),
            "fuel-poverty-help" => session.act(Action::Tick(vec!["energy-costs".into()])),
            "main-purpose" => session.act(Action::Choose("help".into())),
            "from-revenue" | "only-processor" => session.act(Action::Choose("no".into())),
            _ => session.act(Action::Choose(YES.into())),
        }
        session.act(Action::Send);
    }
    let facts = session.facts.clone();
    // The turn is lost in a reload, and the name is enough.
    for (entry, page) in entries.iter().rev() {
        for turn in [entry.turn, None] {
            session.act(Action::Land(Entry {
                turn,
                ..entry.clone()
            }));
            assert_eq!((&session.page, session.depth()), (page, entry.depth));
            assert_eq!(session.landed, Some(session.turn));
        }
    }
    assert_eq!(session.facts, facts);
    let to = |session: &mut Session, place: &str| {
        session.act(Action::Land(Entry {
            turn: None,
            place: place.to_owned(),
            depth: 3,
        }));
        session.page.clone()
    };
    assert_eq!(to(&mut session, "outcome"), Page::Outcome);
    // What is no page, or none any more, leads to where the journey stands.
    assert_eq!(to(&mut session, "ask.7.aims"), Page::Check);
    assert_eq!(to(&mut session, "ask.0.nothing"), Page::Check);
    assert_eq!(to(&mut session, "x"), Page::Check);
    session.act(Action::StartAgain);
    let first = to(&mut session, "outcome");
    assert_eq!(first, Page::Ask(session.walk.next.unwrap()));
}

#[test]
fn a_subject_to_start_from_is_ticked_and_can_be_unticked() {
    let to_aims = |subject: &'static str| {
        let mut session = journey();
        session.subject = subject.into();
        choose(&mut session, YES);
        name(&mut session, "HMRC");
        name(&mut session, "DWP");
        while asked(&session) != "aims" {
            let value = match asked(&session) {
                "main-purpose" => "help",
                _ => "no",
            };
            choose(&mut session, value);
        }
        session
    };
    let mut session = to_aims("water-poverty");
    assert_eq!(session.draft.ticked, ["water-poverty"]);
    session.act(Action::Tick(vec!["fuel-poverty".into()]));
    session.act(Action::Send);
    session.act(Action::Back);
    assert_eq!(session.draft.ticked, ["fuel-poverty"]);
    // One that there is not, or that is an answer to another question, is passed over.
    for subject in ["", "flooding", "england"] {
        assert!(to_aims(subject).draft.ticked.is_empty(), "{subject}");
    }
}

#[test]
fn what_is_chosen_among_other_options_is_asked_again_once_those_change() {
    let mut session = journey();
    choose(&mut session, YES);
    name(&mut session, "HMRC");
    name(&mut session, "DWP");
    while asked(&session) != "adverse" {
        match asked(&session) {
            "aims" => session.act(Action::Tick(vec!["multiple-disadvantages".into()])),
            "where" => session.act(Action::Tick(vec!["england".into()])),
            "factors" => session.act(Action::Tick(vec![
                "homelessness".into(),
                "ill-health".into(),
            ])),
            "multiple-disadvantages-help" => session.act(Action::Tick(vec![
                "identify".into(),
                "improve-service".into(),
                "improve-well-being".into(),
            ])),
            "main-purpose" => session.act(Action::Choose("help".into())),
            "only-processor" | "from-revenue" => session.act(Action::Choose("no".into())),
            _ => session.act(Action::Choose(YES.into())),
        }
        session.act(Action::Send);
        assert_eq!(session.problem, None, "{:?}", session.page);
    }
    session.act(Action::Tick(vec!["homelessness".into()]));
    session.act(Action::Send);
    let outcome = |session: &Session| session.walk.found.legs[0].outcome;
    assert_eq!(outcome(&session), Outcome::DoesNotFit);
    // A third problem, of which nobody was asked whether it harms.
    let factors = session.book.questions.iter();
    let question = factors.clone().position(|asked| asked.id == "factors");
    session.act(Action::Change(At {
        leg: 0,
        question: question.unwrap(),
    }));
    session.act(Action::Tick(vec![
        "homelessness".into(),
        "ill-health".into(),
        "disability".into(),
    ]));
    session.act(Action::Send);
    assert_eq!(asked(&session), "adverse");
    assert_eq!(session.walk.found.outcome, Outcome::Undecided);
}

#[test]
fn an_answer_that_a_leg_has_of_its_own_counts_and_is_the_one_that_changes() {
    let mut session = journey();
    choose(&mut session, YES);
    name(&mut session, "HMRC");
    name(&mut session, "DWP");
    to_the_answers(&mut session);
    let aims = session.facts.answers.get("aims").unwrap().clone();
    session.facts.legs[0]
        .answers
        .insert("aims".to_owned(), aims);
    session.act(Action::Change(At {
        leg: 0,
        question: session
            .book
            .questions
            .iter()
            .position(|asked| asked.id == "aims")
            .unwrap(),
    }));
    session.act(Action::Tick(vec![NONE.into()]));
    session.act(Action::Send);
    assert_eq!(session.walk.found.legs[0].outcome, Outcome::DoesNotFit);
}

#[test]
fn one_problem_too_few_is_a_near_miss_of_those_who_share() {
    let mut session = journey();
    choose(&mut session, YES);
    name(&mut session, "DWP");
    name(&mut session, "HMRC");
    while session.page != Page::Check {
        match asked(&session) {
            "aims" => session.act(Action::Tick(vec!["multiple-disadvantages".into()])),
            "where" => session.act(Action::Tick(vec!["england".into()])),
            "factors" | "adverse" => session.act(Action::Tick(vec!["homelessness".into()])),
            "main-purpose" => session.act(Action::Choose("help".into())),
            "multiple-disadvantages-help" => session.act(Action::Tick(vec![
                "identify".into(),
                "improve-service".into(),
                "improve-well-being".into(),
            ])),
            "from-revenue" | "only-processor" => session.act(Action::Choose("no".into())),
            _ => session.act(Action::Choose(YES.into())),
        }
        session.act(Action::Send);
        assert_eq!(session.problem, None, "{:?}", session.page);
    }
    session.act(Action::Send);
    let why = session.why[0].as_ref().unwrap();
    assert_eq!(why.outcome, Outcome::DoesNotFit);
    let near = why
        .nearest
        .iter()
        .find(|near| near.objective.as_deref() == Some("multiple-disadvantages"))
        .unwrap();
    assert_eq!(near.better, Outcome::Fits);
    assert!(
        near.changes
            .iter()
            .any(|change| change.question == "factors")
    );
}
