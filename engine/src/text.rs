//! Texts that people read, as structure and never as HTML.

use serde::Serialize;

/// A text from a rule file, with the id under which a sibling file can translate it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Such as `question.aims.hint`.
    pub id: String,
    /// One string a paragraph; a paragraph that begins with `- ` is an item of a list.
    pub paragraphs: Vec<String>,
    /// Whether another language was wanted and has no such text.
    pub fallback: bool,
}

/// A paragraph, or a run of list items.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextBlock {
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// List items.
    List(Vec<Vec<Run>>),
}

/// Part of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Run {
    /// Plain words.
    Words(String),
    /// A link, to `https` only.
    Link {
        /// What is shown.
        label: String,
        /// Where it leads.
        url: String,
    },
}

impl Text {
    /// The text in one line, as JSON and plain-text output show it.
    pub fn plain(&self) -> String {
        self.paragraphs.join(" ")
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.paragraphs.is_empty()
    }

    /// The text as structure.
    pub fn blocks(&self) -> Vec<TextBlock> {
        blocks(&self.paragraphs)
    }
}

/// Paragraphs as structure.
pub fn blocks(paragraphs: &[String]) -> Vec<TextBlock> {
    let mut blocks: Vec<TextBlock> = Vec::new();
    for paragraph in paragraphs {
        match (paragraph.strip_prefix("- "), blocks.last_mut()) {
            (Some(item), Some(TextBlock::List(items))) => items.push(runs(item)),
            (Some(item), _) => blocks.push(TextBlock::List(vec![runs(item)])),
            (None, _) => blocks.push(TextBlock::Paragraph(runs(paragraph))),
        }
    }
    blocks
}

/// A paragraph with its links: `[label](https://…)`. Anything else in brackets is plain words.
pub fn runs(paragraph: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut words = String::new();
    let mut rest = paragraph;
    while let Some((before, after)) = rest.split_once('[') {
        words.push_str(before);
        let link = after.split_once(']').and_then(|(label, tail)| {
            let (url, tail) = tail.strip_prefix('(')?.split_once(')')?;
            let nested = label.bytes().any(|byte| byte == b'[');
            (url.starts_with("https://") && !nested).then_some((label, url, tail))
        });
        match link {
            Some((label, url, tail)) => {
                if !words.is_empty() {
                    runs.push(Run::Words(std::mem::take(&mut words)));
                }
                runs.push(Run::Link {
                    label: label.to_owned(),
                    url: url.to_owned(),
                });
                rest = tail;
            }
            None => {
                words.push('[');
                rest = after;
            }
        }
    }
    words.push_str(rest);
    if !words.is_empty() {
        runs.push(Run::Words(words));
    }
    runs
}

/// A text with its placeholders filled in, each given as it stands in the text and what it stands for.
/// What was filled in is not looked at again: a name may read like a placeholder.
#[inline(never)]
pub fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = text.chars();
    loop {
        let here = rest.as_str();
        let value = values
            .iter()
            .find_map(|(name, value)| Some((*value, here.strip_prefix(name)?)));
        if let Some((value, after)) = value {
            filled.push_str(value);
            rest = after.chars();
        } else if let Some(letter) = rest.next() {
            filled.push(letter);
        } else {
            return filled;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_links_are_links() {
        let link = Run::Link {
            label: "the Act".into(),
            url: "https://example.org/".into(),
        };
        assert_eq!(
            runs("See [the Act](https://example.org/)."),
            [Run::Words("See ".into()), link, Run::Words(".".into())]
        );
        let script = "[x](javascript:alert(1)) and [y] <b>";
        assert_eq!(runs(script), [Run::Words(script.into())]);
    }
}
