//! What is taken away from journeys through the real rules.

use std::rc::Rc;

use wicketgate_engine::{
    Facts, Leg, Outcome, Person, Plain, Run, read_proposal, read_receipt, rerun,
};

use super::{Block, Document, answer, fragment, proposal, question, receipt, wording, wordings};
use crate::content::Words;
use crate::journey::action::Action;
use crate::journey::page::Page;
use crate::journey::session::Session;
use crate::journey::walk::At;
use crate::testing::{book, book_with_cases, day};

const LINK: &str = "#on=2026-03-01&discloser=sch4-10&recipient=sch4-7&only-processor=no&main-purpose=help&aims=fuel-poverty&where=england&living-in-fuel-poverty=yes&fuel-poverty-help=energy-costs&held-for-functions=yes&from-revenue=no";

fn session(fragment: &str) -> Session {
    Session::from_link(book(), Words::of("en"), day("2026-03-10"), fragment)
}

fn plain(json: &str) -> Rc<Plain> {
    Rc::new(serde_json::from_str(json).unwrap())
}

/// Notes on the question of an id.
fn noted(session: &mut Session, id: &str, note: &str, link: &str) {
    let question = session
        .book
        .questions
        .iter()
        .position(|question| question.id == id)
        .unwrap();
    session.act(Action::Go(Page::Note(At { leg: 0, question })));
    session.act(Action::Type(0, note.to_owned()));
    session.act(Action::Type(1, link.to_owned()));
    session.act(Action::Send);
}

#[test]
fn a_link_leads_to_the_result_of_its_answers() {
    let session = session(LINK);
    assert_eq!(session.page, Page::Outcome);
    assert_eq!(session.walk.found.outcome, Outcome::Fits);
    let again = self::session(&["#", &fragment(session.walk.facts())].concat());
    assert_eq!(again.walk.found, session.walk.found);
    assert_eq!(again.facts, *session.walk.facts());
    for nothing in ["", "#", "#main-content", "#on"] {
        assert_eq!(self::session(nothing).page, Page::Start, "{nothing}");
    }
    for broken in [
        "#on=2026-03-01&x.0=1",
        "#on=2026-03-01&x.99=1",
        "#on=%",
        "#on=never",
    ] {
        let session = self::session(broken);
        assert_eq!(session.page, Page::Open, "{broken}");
        let said = session.problem.unwrap().words;
        assert_eq!(said, Words::of("en").link_other, "it speaks of a link");
    }
    // What the rules do not know is listed, not silently left out.
    let old = self::session(&[LINK, "&no-such-question=yes"].concat());
    assert_eq!(old.page, Page::Opened);
    assert_eq!(
        old.opened.unwrap().receipt.dropped[0].place,
        "legs[0].answers"
    );
}

#[test]
fn every_worked_case_survives_its_link() {
    let book = book_with_cases();
    for case in &book.cases {
        let link = fragment(&case.facts);
        assert!(
            link.bytes()
                .all(|byte| byte.is_ascii_graphic() && byte != b'#'),
            "{link}"
        );
        let read = read_proposal(&book, &proposal(&book, &link).unwrap(), day("2020-01-01"));
        let outcome = |facts: &Facts| wicketgate_engine::determine(&book, facts);
        assert_eq!(
            outcome(&read.unwrap()),
            outcome(&case.facts),
            "{}: {link}",
            case.id
        );
    }
    let mut odd = Facts::new(day("2026-03-01"));
    odd.legs[0].discloser = Some(Person::NotListed("A & B: Söhne = 100%, #1".into()));
    odd.legs[0].recipient = Some(Person::Body {
        id: "sch4-50".into(),
        name: Some("a:b,c".into()),
    });
    odd.legs.push(Leg {
        discloser: Some(Person::Provider {
            to: "sch4-10".into(),
        }),
        ..Leg::default()
    });
    let read = proposal(&book, &fragment(&odd)).unwrap();
    assert_eq!(read_proposal(&book, &read, odd.on).unwrap(), odd);
}

#[test]
fn the_document_says_what_the_page_says_and_who_stands_behind_it() {
    let mut session = session(LINK);
    noted(
        &mut session,
        "aims",
        "The programme lead <said> so",
        "https://example.org/a(b)",
    );
    let document = answer(&session);
    let markdown = document.markdown();
    let book = &session.book;
    for said in ["independence", "advice", "attribution"] {
        let said = book.says(said).unwrap().plain();
        assert!(document.page().contains(&said), "{said}");
    }
    assert!(
        markdown.starts_with(
            "# Fuel poverty: likely to fit, only if data protection law is also met\n"
        )
    );
    assert!(markdown.contains(&book.hash));
    assert!(markdown.contains(
        "The programme lead \\<said\\> so [https://example.org/a(b)](https://example.org/a%28b%29)"
    ));
    assert!(
        document
            .page()
            .contains("The programme lead &lt;said&gt; so <a href=\"https://example.org/a(b)\">")
    );
    // Every condition that is met stands there with its provision.
    let leg = &session.walk.found.legs[0];
    let fits = leg
        .gateways
        .iter()
        .find(|gateway| gateway.outcome == Outcome::Fits)
        .unwrap();
    for finding in &fits.reasons {
        assert!(
            document
                .page()
                .contains(&finding.link.replace('&', "&amp;")),
            "{}",
            finding.condition
        );
    }
    // Steps stand under their stages, in order.
    let stages: Vec<usize> = book
        .stages
        .iter()
        .map(|(_, title)| markdown.find(&["### ", &title.plain()].concat()).unwrap())
        .collect();
    assert!(stages.is_sorted() && stages.len() == 3, "{stages:?}");
    for level in document.blocks.windows(2) {
        assert!(
            !matches!(level, [Block::Heading(..), Block::Heading(at, _)] if *at == 1),
            "{level:?}"
        );
    }
}

#[test]
fn words_mean_themselves_in_every_form() {
    let mut document = Document::new("en", "A *title* </title><script>");
    document.words(
        "- no list, 1. no list, [no](link), `a|b`, <img src=x> & \"quotes\"\n\n# no heading",
    );
    let bad = Run::Link {
        label: "bad".into(),
        url: "javascript:alert(1)".into(),
    };
    document.list(vec![vec![bad]]);
    document.words("12. no list, as in s.35(1)");
    let page = document.page();
    assert!(
        !page.contains("<script>") && !page.contains("<img") && !page.contains("javascript:"),
        "{page}"
    );
    let markdown = document.markdown();
    assert!(
        markdown.contains("\\- no list, 1. no list, \\[no\\](link"),
        "{markdown}"
    );
    assert!(
        markdown.contains("12\\. no list, as in s.35(1)\n"),
        "{markdown}"
    );
    assert_eq!(
        markdown
            .lines()
            .filter(|line| line.starts_with('#'))
            .count(),
        1,
        "{markdown}"
    );
}

#[test]
fn words_for_other_documents_hold_what_is_known_of_the_share() {
    let session = session(LINK);
    let notes = wordings(&session);
    let of = |id: &str| {
        let note = notes.iter().find(|note| note.id == id).unwrap();
        wording(&session, note).markdown()
    };
    let register = of("register-entry");
    assert!(
        register.contains("- Legal power: Digital Economy Act 2017 s\\.35")
            || register.contains("- Legal power: Digital Economy Act 2017 s.35"),
        "{register}"
    );
    assert!(register.contains("- Purpose: Fuel poverty"), "{register}");
    assert!(
        register.contains("- Start date: 1 March 2026"),
        "{register}"
    );
    assert!(
        register.contains("HM Revenue and Customs; Department for Work and Pensions"),
        "{register}"
    );
    assert!(
        register.contains("\\[kinds of information\\]"),
        "{register}"
    );
    let notice = of("privacy-notice");
    assert!(
        notice.contains("with Department for Work and Pensions"),
        "{notice}"
    );
    assert!(
        !notice.contains("\\[power\\]") && !notice.contains("\\[recipient\\]"),
        "{notice}"
    );
}

#[test]
fn a_receipt_keeps_notes_and_gives_the_same_answer() {
    let mut session = session(LINK);
    noted(&mut session, "aims", "First", "");
    noted(&mut session, "aims", "Second", "http://example.org");
    assert!(session.problem.is_some() && matches!(session.page, Page::Note(_)));
    session.act(Action::Type(1, "https://example.org".into()));
    session.act(Action::Send);
    assert_eq!(
        (session.page.clone(), session.remarks.len()),
        (Page::Outcome, 1)
    );
    let written = receipt(&session);
    assert_eq!(written, receipt(&session));
    let read = read_receipt(&session.book, &plain(&written), day("2026-03-10")).unwrap();
    assert!(rerun(&session.book, &read).same());
    // A note beside an answer that fell away stays on the page and goes into no file.
    let mut fewer = session.clone();
    noted(&mut fewer, "fuel-poverty-help", "Third", "");
    assert!(receipt(&fewer).contains("Third"));
    fewer.facts.answers.remove("aims");
    for leg in &mut fewer.facts.legs {
        leg.answers.remove("aims");
    }
    fewer.act(Action::Adopt(session.book.clone()));
    assert_eq!(fewer.remarks.len(), 2);
    assert!(!receipt(&fewer).contains("Third"));
    let mut other = self::session("");
    other.act(Action::Read(Some(plain(&written))));
    assert_eq!(other.page, Page::Opened);
    other.act(Action::UseOpened);
    assert_eq!(
        (other.page.clone(), other.remarks[0].note.as_str()),
        (Page::Outcome, "Second")
    );
    noted(&mut other, "aims", " ", "");
    assert!(other.remarks.is_empty());
}

#[test]
fn a_bad_file_loses_nothing() {
    let mut session = session(LINK);
    let facts = session.facts.clone();
    for bad in [None, Some(plain("[]")), Some(plain("{\"legs\": 1}"))] {
        session.act(Action::Read(bad));
        assert_eq!(session.page, Page::Open);
        assert!(session.problem.is_some());
        assert_eq!(session.facts, facts);
    }
    session.act(Action::Back);
    assert_eq!((session.page, session.problem), (Page::Outcome, None));
}

#[test]
fn two_sides_end_in_one_question() {
    let mut mine = session(LINK);
    let theirs = session(&LINK.replace("held-for-functions=yes", "held-for-functions=no"));
    mine.act(Action::Read(Some(plain(&receipt(&theirs)))));
    mine.act(Action::Compare);
    assert_eq!(mine.page, Page::Compare);
    let found = &mine.comparison.clone().unwrap();
    assert_eq!(found.to_theirs.len(), 1);
    let asked = question(&mine, found).markdown();
    let id = |question: &&wicketgate_engine::model::Question| question.id == "held-for-functions";
    let differs = mine.book.questions.iter().find(id).unwrap();
    assert!(asked.contains(&differs.text.plain()), "{asked}");
    for part in [
        Words::of("en").decide_theirs,
        Words::of("en").ask_which,
        "| Yes | No |",
        &mine.book.hash,
    ] {
        assert!(asked.contains(part), "{part}: {asked}");
    }
    for cite in &differs.cites {
        assert!(asked.contains(&mine.book.link(cite)));
    }
    // Going on with the file takes its answers; nothing else did.
    assert_eq!(mine.walk.found.outcome, Outcome::Fits);
    mine.act(Action::Back);
    mine.act(Action::UseOpened);
    assert_eq!(mine.walk.found.outcome, Outcome::DoesNotFit);
}
