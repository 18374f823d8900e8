//! The law in another language: other words, and the same law.

use wicketgate_engine::{PSEUDO, Source, compile, compile_in, determine, pseudo};

use crate::{rendered, rulebook, rules};

/// The real rules with every text in the language that nobody speaks, as a page gets them.
fn translated() -> Vec<Source> {
    let mut sources = rules().to_vec();
    let mut all = String::new();
    for one in compile(&sources).texts {
        all.push_str(&format!("text {}", one.text.id));
        for paragraph in &one.text.paragraphs {
            let said = pseudo(paragraph).replace('\\', "\\\\").replace('"', "\\\"");
            all.push_str(&format!(" \"{said}\"\n "));
        }
        all = all.trim_end().to_owned() + "\n";
    }
    sources.push(Source::new(format!("texts.{PSEUDO}.txt"), all));
    sources
}

#[test]
fn the_law_is_the_same_in_every_language_and_its_words_are_not() {
    let sources = translated();
    let found = compile_in(&sources, PSEUDO);
    let said = rendered(&found.diagnostics, &sources);
    let book = found.rulebook.unwrap_or_else(|| panic!("{said}"));
    let english = rulebook();
    assert_eq!(
        (book.hash.as_str(), book.lang.as_str()),
        (english.hash.as_str(), PSEUDO)
    );
    assert_eq!(book.questions.len(), english.questions.len());
    for (one, other) in book.questions.iter().zip(&english.questions) {
        assert_eq!((&one.id, one.kind), (&other.id, other.kind));
        assert_eq!(one.text.plain(), pseudo(&other.text.plain()), "{}", one.id);
        assert!(!one.text.fallback && !other.text.fallback);
    }
    let mut cases = 0;
    for case in &english.cases {
        let (one, other) = (
            determine(&book, &case.facts),
            determine(english, &case.facts),
        );
        assert_eq!(
            (one.outcome, one.open),
            (other.outcome, other.open),
            "{}",
            case.id
        );
        cases += 1;
    }
    assert!(cases > 300, "{cases}");
}

#[test]
fn a_text_that_a_language_lacks_is_that_of_the_law_and_says_so() {
    let mut sources = rules().to_vec();
    sources.push(Source::new(
        "a.cy.gate",
        "text question.on.hint \"Awgrym\"\n",
    ));
    let book = compile_in(&sources, "cy").rulebook.unwrap();
    let on = book.question("on").unwrap();
    let hint = on.hint.as_ref().unwrap();
    assert_eq!((hint.plain().as_str(), hint.fallback), ("Awgrym", false));
    assert_eq!(
        on.text.plain(),
        rulebook().question("on").unwrap().text.plain()
    );
    assert!(on.text.fallback);
    // Where nobody asks for the language, nobody gets it.
    let book = compile(&sources).rulebook.unwrap();
    assert_ne!(
        book.question("on").unwrap().hint.as_ref().unwrap().plain(),
        "Awgrym"
    );
}
