//! Which words a language has, and texts made of others.

use wicketgate_engine::PSEUDO;

use super::{LAW, Words, fill};

#[test]
fn a_language_without_words_is_english_and_the_pseudo_language_is_not() {
    assert_eq!(Words::of("cy").lang, LAW);
    let words = Words::of(PSEUDO);
    assert_eq!((words.lang, words.yes), (PSEUDO, "⟦Yés⟧"));
    assert_eq!(words.months[4], "⟦Máý⟧");
    assert_eq!(words.law_as_at, "⟦Thé láw wás chéckéd úp tó {date}.⟧");
}

#[test]
fn what_was_filled_in_is_not_looked_through_again() {
    let filled = |text: &str, discloser: &str| {
        fill(text, &[("{discloser}", discloser), ("{recipient}", "DWP")])
    };
    let share = "{discloser} to {recipient}";
    assert_eq!(filled(share, "HMRC"), "HMRC to DWP");
    assert_eq!(filled(share, "{recipient}"), "{recipient} to DWP");
    assert_eq!(filled(share, "{disclo"), "{disclo to DWP");
    assert_eq!(
        filled("{{recipient}} ‘{date}’ {recipient", ""),
        "{DWP} ‘{date}’ {recipient"
    );
    assert_eq!(filled("{recipient}, {recipient}", ""), "DWP, DWP");
    assert_eq!(
        fill("from [a] to [b]", &[("[a]", "{b}"), ("[b]", "x")]),
        "from {b} to x"
    );
}
