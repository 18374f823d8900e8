//! A language that nobody speaks: English with accents and brackets, to see at a glance which words
//! do not come from a catalogue.

/// Its name, as `lang` has it.
pub const PSEUDO: &str = "en-x-pseudo";

/// A paragraph in it. Placeholders, the addresses of links and the mark of a list item stay.
#[inline(never)]
pub fn pseudo(paragraph: &str) -> String {
    let mut said = String::new();
    let words = paragraph.strip_prefix("- ");
    said.push_str(if words.is_some() { "- ⟦" } else { "⟦" });
    let (mut before, mut kept) = (' ', None);
    for letter in words.unwrap_or(paragraph).chars() {
        match (kept, letter) {
            (None, '{') => kept = Some('}'),
            (None, '(') if before == ']' => kept = Some(')'),
            _ => {}
        }
        let plain = kept.is_some();
        if kept == Some(letter) {
            kept = None;
        }
        said.push(match letter {
            _ if plain => letter,
            'a' => 'á',
            'e' => 'é',
            'i' => 'í',
            'o' => 'ó',
            'u' => 'ú',
            'y' => 'ý',
            'A' => 'Á',
            'E' => 'É',
            'I' => 'Í',
            'O' => 'Ó',
            'U' => 'Ú',
            _ => letter,
        });
        before = letter;
    }
    said.push('⟧');
    said
}

#[cfg(test)]
mod tests {
    use super::pseudo;

    #[test]
    fn what_must_stay_stays() {
        assert_eq!(
            pseudo("- See {name} in [the Act](https://example.org/a) (once)"),
            "- ⟦Séé {name} ín [thé Áct](https://example.org/a) (óncé)⟧"
        );
    }
}
