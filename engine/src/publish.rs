//! What is put beside rule files when they are published: the manifest, and bundles of files that
//! are loaded together.
//!
//! Questions and outcomes come first; what only goes with an answer comes later. Which file is which
//! follows from its declarations, so nobody keeps a list.

use std::collections::{BTreeMap, HashSet};

use wicketgate_grammar::{Line, Part, Source, SourceId, parse};

use crate::compile::language;
use crate::hash::{rulebook_hash, sha256};
use crate::model::NoteKind;

/// The bundle of what must be there before the first question.
pub const QUESTIONS: &str = "questions.txt";
/// The bundle of what goes with an answer.
pub const ANSWERS: &str = "answers.txt";
/// What stands between two files of a bundle.
const SEPARATOR: char = '\u{c}';

/// What is written beside the rule files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// In the form of `sha256sum`; lines that start with `#` say which files are bundled.
    pub manifest: String,
    /// Names and contents of the bundles: the texts of the files in the order of the manifest, with a
    /// form feed between them. Which is which, the hashes tell.
    pub bundles: Vec<(String, String)>,
}

/// The bundle of the texts in a language.
fn texts(language: &str) -> String {
    format!("texts.{language}.txt")
}

/// The manifest and the bundles of rule files, which are sorted by name and without cases.
pub fn published(sources: &[Source]) -> Published {
    let mut manifest = ["# rulebook ", &rulebook_hash(sources), "\n"].concat();
    let mut bundles = Vec::new();
    let mut languages: BTreeMap<&str, String> = BTreeMap::new();
    let mut law = Vec::new();
    for source in sources {
        match language(&source.name) {
            // Each file is lines that need no order, so they are one file when they are joined.
            Some(language) => {
                let all = languages.entry(language).or_default();
                all.push_str(source.text.trim_end());
                all.push('\n');
            }
            None => law.push(source.clone()),
        }
    }
    for (language, all) in languages {
        let hash = sha256(all.as_bytes());
        let name = texts(language);
        manifest.push_str(&format!("# language {language}\n{hash}  {name}\n"));
        bundles.push((name, all));
    }
    let sources = law.as_slice();
    let later = later(sources);
    for (name, wanted) in [(QUESTIONS, false), (ANSWERS, true)] {
        let mut bundle = String::new();
        let mut lines = String::new();
        for (source, later) in sources.iter().zip(&later) {
            if *later == wanted {
                if !lines.is_empty() {
                    bundle.push(SEPARATOR);
                }
                bundle.push_str(&source.text);
                let hash = sha256(source.text.as_bytes());
                lines.push_str(&format!("{hash}  {}\n", source.name));
            }
        }
        if !lines.is_empty() {
            manifest.push_str(&format!("# bundle {name}\n{lines}"));
            bundles.push((name.to_owned(), bundle));
        }
    }
    Published { manifest, bundles }
}

/// For each file, whether questions and outcomes can do without it: it declares only notes that
/// stand beside no question, and instruments and terms that only such files need.
fn later(sources: &[Source]) -> Vec<bool> {
    let items: Vec<Vec<Line>> = sources
        .iter()
        .enumerate()
        .map(|(index, source)| parse(SourceId(index as u32), source).tree.items)
        .collect();
    let mut later: Vec<bool> = items
        .iter()
        .map(|items| items.iter().all(can_wait))
        .collect();
    loop {
        let mut needed = HashSet::new();
        for (items, later) in items.iter().zip(&later) {
            if !later {
                words(items, &mut needed);
            }
        }
        let mut settled = true;
        for (items, later) in items.iter().zip(&mut later) {
            let declares = |item: &Line| match item.parts.get(1) {
                Some(Part::Word(name)) => needed.contains(name.value.as_str()),
                _ => false,
            };
            if *later && items.iter().any(declares) {
                *later = false;
                settled = false;
            }
        }
        if settled {
            return later;
        }
    }
}

fn can_wait(item: &Line) -> bool {
    let keyword = |line: &Line, word: &str| line.keyword().is_some_and(|it| it.value == word);
    let note = NoteKind::ALL
        .into_iter()
        .any(|kind| keyword(item, kind.word()));
    let beside_a_question = item.lines().iter().any(|line| keyword(line, "at"));
    keyword(item, "instrument") || keyword(item, "term") || note && !beside_a_question
}

/// Every word of some lines that may name something: rather too many than one too few.
fn words<'a>(lines: &'a [Line], found: &mut HashSet<&'a str>) {
    for line in lines {
        for part in &line.parts {
            match part {
                Part::Word(word) => {
                    found.insert(&word.value);
                }
                Part::Citations(citations) => found.extend(
                    citations
                        .value
                        .iter()
                        .map(|citation| citation.instrument.value.as_str()),
                ),
                Part::Text(_) | Part::Comma(_) => {}
            }
        }
        words(line.lines(), found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(files: &[(&str, &str)]) -> Vec<bool> {
        let sources: Vec<Source> = files
            .iter()
            .map(|(name, text)| Source::new(*name, *text))
            .collect();
        later(&sources)
    }

    #[test]
    fn what_only_notes_need_can_wait() {
        let duty = "duty d \"D\" [B s.1] {\n  when term t\n}\n";
        let found = split(&[
            ("a.gate", "question q yes-no \"Q?\" [A s.1]\n"),
            ("b.gate", duty),
            ("c.gate", "instrument A \"A\"\n"),
            ("d.gate", "instrument B \"B\"\n"),
            ("e.gate", "term t \"T\" [C s.1] {\n  requires q\n}\n"),
            ("f.gate", "instrument C \"C\"\n"),
            ("g.gate", "misconception m \"M\" {\n  at q\n}\n"),
        ]);
        assert_eq!(found, [false, true, false, true, true, true, false]);
    }

    #[test]
    fn a_manifest_is_lines_of_sha256sum_and_comments() {
        let sources = [
            Source::new("a.gate", "duty d \"Ü\"\n"),
            Source::new("q.gate", "question q\n"),
            Source::new("r.gate", "rulebook \"R\"\n"),
        ];
        let found = published(&sources);
        let lines: Vec<&str> = found.manifest.lines().collect();
        assert_eq!(
            lines,
            [
                format!("# rulebook {}", rulebook_hash(&sources)),
                "# bundle questions.txt".to_owned(),
                format!("{}  q.gate", sha256(sources[1].text.as_bytes())),
                format!("{}  r.gate", sha256(sources[2].text.as_bytes())),
                "# bundle answers.txt".to_owned(),
                format!("{}  a.gate", sha256(sources[0].text.as_bytes())),
            ]
        );
        assert_eq!(
            found.bundles,
            [
                (
                    QUESTIONS.to_owned(),
                    "question q\n\u{c}rulebook \"R\"\n".to_owned()
                ),
                (ANSWERS.to_owned(), "duty d \"Ü\"\n".to_owned())
            ]
        );
    }

    #[test]
    fn a_language_is_listed_apart_and_changes_no_hash() {
        let law = [Source::new("r.gate", "rulebook \"R\"\n")];
        let mut all = law.to_vec();
        all.push(Source::new("a.cy.gate", "text a.b \"A\"\n\n"));
        all.push(Source::new("r.cy.gate", "text c.d \"C\""));
        let (without, with) = (published(&law), published(&all));
        let texts = "text a.b \"A\"\ntext c.d \"C\"\n";
        let line = format!(
            "# language cy\n{}  texts.cy.txt\n",
            sha256(texts.as_bytes())
        );
        assert_eq!(with.manifest.replace(&line, ""), without.manifest);
        assert_ne!(with.manifest, without.manifest);
        assert_eq!(
            with.bundles.first(),
            Some(&("texts.cy.txt".to_owned(), texts.to_owned()))
        );
        assert_eq!(rulebook_hash(&all), rulebook_hash(&law));
    }
}
