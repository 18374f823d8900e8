//! Which words a language has.

use wicketgate_engine::PSEUDO;

use super::{LAW, Words};

#[test]
fn a_language_without_words_is_english_and_the_pseudo_language_is_not() {
    assert_eq!(Words::of("cy").lang, LAW);
    let words = Words::of(PSEUDO);
    assert_eq!((words.lang, words.yes), (PSEUDO, "⟦Yés⟧"));
    assert_eq!(words.months[4], "⟦Máý⟧");
    assert_eq!(words.law_as_at, "⟦Thé láw wás chéckéd úp tó {date}.⟧");
}
