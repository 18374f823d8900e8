//! Whether texts for people read with ease: short sentences, and no word that the rulebook avoids.

use wicketgate_grammar::{Code, Span};

use super::Cx;

/// How many words a sentence may have.
const MOST_WORDS: usize = 25;

/// The texts that are the law's own words, by the beginning of their ids.
const LAW: [&str; 5] = ["instrument.", "schedule.", "entry.", "list.", "case."];

pub(super) fn check(cx: &mut Cx) {
    let avoid = std::mem::take(&mut cx.avoid);
    for (text, span) in std::mem::take(&mut cx.texts) {
        if LAW.iter().any(|law| text.id.starts_with(law)) {
            continue;
        }
        for paragraph in &text.paragraphs {
            let own = own_words(paragraph);
            for sentence in sentences(&own) {
                long(cx, sentence, span);
            }
            let padded = [
                " ",
                &own.to_lowercase()
                    .replace(|c: char| !c.is_alphanumeric(), " "),
                " ",
            ]
            .concat();
            for word in &avoid {
                if padded.contains(&[" ", word, " "].concat()) {
                    cx.warning(Code::Jargon, span, say!("`{word}` is a word to avoid"))
                        .help = Some(say!(
                        "say it in everyday words; words of the law stand between “ and ”"
                    ));
                }
            }
        }
    }
}

fn long(cx: &mut Cx, sentence: &str, span: Span) {
    let words: Vec<&str> = sentence
        .split_whitespace()
        .filter(|word| word.contains(char::is_alphanumeric))
        .collect();
    if words.len() > MOST_WORDS {
        let start: Vec<&str> = words.iter().take(5).copied().collect();
        let message = say!(
            "the sentence `{} …` has {} words",
            start.join(" "),
            words.len()
        );
        cx.warning(Code::LongSentence, span, message).help = Some(say!(
            "make two of it, or a list: more than {MOST_WORDS} words are hard to read"
        ));
    }
}

/// A paragraph without what the law itself says, which counts as one word, and without addresses.
fn own_words(paragraph: &str) -> String {
    let mut own = String::new();
    let mut quoted = 0_usize;
    let mut address = false;
    for letter in paragraph.chars() {
        match letter {
            '“' => {
                own.push('x');
                quoted += 1;
            }
            '”' => quoted = quoted.saturating_sub(1),
            '(' if own.ends_with(']') => address = true,
            ')' if address => address = false,
            _ if quoted > 0 || address => {}
            _ => own.push(letter),
        }
    }
    own
}

/// The sentences of a paragraph. A colon or a semicolon ends one too: the reader can rest there.
fn sentences(paragraph: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = paragraph;
    loop {
        let end = [". ", "! ", "? ", ": ", "; "]
            .iter()
            .filter_map(|end| rest.find(end))
            .min();
        let Some((sentence, after)) = end.and_then(|end| rest.split_at_checked(end + 1)) else {
            found.push(rest);
            return found;
        };
        found.push(sentence);
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_and_addresses_are_not_counted() {
        assert_eq!(
            own_words("The Act says “a b c” in [this](https://example.org/x y)."),
            "The Act says x in [this]."
        );
        assert_eq!(sentences("One. Two: three"), ["One.", " Two:", " three"]);
    }
}
