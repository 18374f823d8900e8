//! Names as they are compared, whatever their spelling.

/// Words that carry no meaning in a name.
const IDLE: [&str; 8] = ["a", "an", "and", "for", "in", "of", "the", "to"];

/// Small letters without accents, apostrophes or punctuation, and without an article in front.
///
/// Knows the letters of English and Welsh and those with accents that names here have; the tables for all letters
/// there are would be a tenth of the program.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        let plain = match letter {
            '’' | '\'' | '‘' | '.' | '\u{300}'..='\u{36f}' => continue,
            '&' => {
                folded.push_str(" and ");
                continue;
            }
            'à'..='å' | 'À'..='Å' => 'a',
            'ç' | 'Ç' => 'c',
            'è'..='ë' | 'È'..='Ë' => 'e',
            'ì'..='ï' | 'Ì'..='Ï' => 'i',
            'ñ' | 'Ñ' => 'n',
            'ò'..='ö' | 'Ò'..='Ö' => 'o',
            'ù'..='ü' | 'Ù'..='Ü' => 'u',
            'ŵ' | 'Ŵ' => 'w',
            'ý' | 'ÿ' | 'ŷ' | 'Ý' | 'Ŷ' => 'y',
            letter if letter.is_ascii_alphanumeric() => letter.to_ascii_lowercase(),
            letter if letter.is_ascii() || letter == '–' || letter == '\u{a0}' => ' ',
            letter => letter,
        };
        folded.push(plain);
    }
    let mut words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let article = |first: &&str| ["a", "an", "the"].contains(first);
    if words.len() > 1 && words.first().is_some_and(article) {
        words.remove(0);
    }
    words.join(" ")
}

/// Whether every word typed begins a word of a name; idle words count only where there are no others.
pub(super) fn every_word_begins_one(typed: &str, name: &str) -> bool {
    let idle = |word: &&str| !IDLE.contains(word);
    let begins = |part: &str| name.split(' ').any(|word| word.starts_with(part));
    let mut telling = typed.split(' ').filter(idle).peekable();
    telling.peek().is_some() && telling.all(begins)
}

/// Whether words stand in a text, as whole words and in their order.
pub(super) fn contains(text: &str, phrase: &str) -> bool {
    let mut rest = text;
    while !phrase.is_empty() {
        let after = rest.strip_prefix(phrase);
        if after.is_some_and(|after| after.is_empty() || after.starts_with(' ')) {
            return true;
        }
        match rest.split_once(' ') {
            Some((_, tail)) => rest = tail,
            None => break,
        }
    }
    false
}
