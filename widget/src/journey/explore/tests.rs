//! Looking up who is listed, without a browser.

use crate::content::Words;
use crate::finder::Target;
use crate::journey::action::Action;
use crate::journey::page::{Explore, Page};
use crate::journey::session::Session;
use crate::testing::{book, day};

fn searching() -> Session {
    let mut session = Session::new(book(), Words::of("en"), day("2026-03-01"));
    session.act(Action::Go(Page::Explore(Explore::Find)));
    session
}

fn name(session: &mut Session, typed: &str) {
    session.act(Action::Type(0, typed.to_owned()));
    session.act(Action::Send);
}

#[test]
fn a_name_leads_to_its_page_and_back() {
    for (typed, listed) in [
        ("HMRC", true),
        ("Levelling Up", false),
        ("Department for Levelling Up, Housing and Communities", true),
        ("A county council in England", true),
        ("Police Scotland", false),
        ("DVLA", false),
        ("Leeds City Council", false),
    ] {
        let mut session = searching();
        name(&mut session, typed);
        let target = match session.page {
            Page::Explore(Explore::Show(target)) => Some(target),
            _ => None,
        };
        let body = matches!(target, Some(Target::Body(_)));
        assert_eq!(body, listed, "{typed}: {target:?}");
        assert_eq!(session.explored.is_some(), listed, "{typed}");
        assert_eq!(session.problem.is_some(), target.is_none(), "{typed}");
        session.act(Action::Back);
        let back = if target.is_some() {
            Page::Explore(Explore::Find)
        } else {
            Page::Start
        };
        assert_eq!(session.page, back, "{typed}");
    }
}

#[test]
fn another_day_is_looked_at_and_kept() {
    let mut session = searching();
    session.act(Action::Go(Page::Explore(Explore::Matrix)));
    let now = session
        .explored
        .as_ref()
        .map(|explored| explored.rows.len());
    session.act(Action::Send);
    assert!(session.problem.is_some(), "no day was typed");
    for (at, part) in ["1", "5", "2018"].into_iter().enumerate() {
        session.act(Action::Type(at, part.to_owned()));
    }
    session.act(Action::Send);
    assert_eq!(session.problem, None);
    assert_eq!(session.page, Page::Explore(Explore::Matrix));
    let then = session
        .explored
        .as_ref()
        .map(|explored| explored.rows.len());
    assert!(then < now, "{then:?} {now:?}");
    session.act(Action::Go(Page::Explore(Explore::Find)));
    name(&mut session, "DSIT");
    assert_eq!(session.seen, day("2018-05-01"));
    let explored = session.explored.as_ref().unwrap();
    assert!(explored.has.is_empty(), "it has no entry on this day");
}

#[test]
fn another_rulebook_leads_back_to_the_search() {
    let mut session = searching();
    name(&mut session, "HMRC");
    let mut other = wicketgate_engine::Rulebook::clone(&book());
    other.hash.push('x');
    session.act(Action::Adopt(other.into()));
    assert_eq!(session.page, Page::Explore(Explore::Find));
    session.act(Action::Back);
    assert_eq!(session.page, Page::Start);
}
