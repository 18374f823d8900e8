//! Every example of the rule language in the documents is compiled, and is met with what is said.
//!
//! An example is a block that starts with three backticks and `gate`. It stands beside the small
//! rulebook of `tests/docs`, unless it has a `rulebook` of its own. `fails=unknown-name` says with
//! which diagnostic it is met; a block of `text` that starts with `error[` or `warning[` behind it
//! is what is printed then. `repeat=100` stands for the same text so many times. `amends` says that
//! it is an amendment of the example before it that is none, or else of the small rulebook.
//! `lang=cy` stands for a file of translations into Welsh.

use std::path::{Path, PathBuf};

use wicketgate_engine::{Code, Compiled, Source, compile_amended};

use crate::{checked, files, read, rendered, root};

/// A block between backticks.
#[derive(Debug)]
struct Block {
    place: String,
    info: String,
    text: String,
}

impl Block {
    fn is_gate(&self) -> bool {
        self.info.split(' ').next() == Some("gate")
    }

    fn amends(&self) -> bool {
        self.info.split(' ').any(|word| word == "amends")
    }

    fn value(&self, key: &str) -> Option<&str> {
        let mut words = self.info.split(' ');
        words.find_map(|word| word.strip_prefix(key)?.strip_prefix('='))
    }

    /// The sources it stands for.
    fn sources(&self) -> Vec<Source> {
        let times = self
            .value("repeat")
            .map_or(1, |times| times.parse().unwrap());
        let name = match self.value("lang") {
            Some(language) => format!("example.{language}.gate"),
            None => "example.gate".to_owned(),
        };
        let mut sources = vec![Source::new(name, self.text.repeat(times))];
        if !self.text.lines().any(|line| line.starts_with("rulebook ")) {
            let prelude = read(&root().join("tests/docs/prelude.gate"));
            sources.push(Source::new("prelude.gate", prelude));
        }
        sources
    }
}

/// What is found in an example, and its sources.
fn found(blocks: &[Block], at: usize) -> (Compiled, Vec<Source>) {
    let block = &blocks[at];
    if !block.amends() {
        let sources = block.sources();
        return (checked(&sources), sources);
    }
    let mut before = blocks[..at].iter().rev();
    let law =
        before.find(|block| block.is_gate() && !block.amends() && block.value("fails").is_none());
    let mut sources = match law {
        Some(law) => law.sources(),
        None => vec![Source::new(
            "prelude.gate",
            read(&root().join("tests/docs/prelude.gate")),
        )],
    };
    if let Some(law) = sources.first_mut().filter(|_| law.is_some()) {
        law.name = "law.gate".to_owned();
    }
    let amendments = [Source::new("example.gate", block.text.clone())];
    let compiled = compile_amended(&sources, &amendments);
    (compiled, [sources.as_slice(), &amendments].concat())
}

fn documents() -> Vec<PathBuf> {
    let mut documents = files("www/docs", "md");
    for name in ["README.md", "ARCHITECTURE.md"] {
        documents.push(root().join(name));
    }
    documents
}

fn blocks(path: &Path) -> Vec<Block> {
    let text = read(path);
    let mut blocks: Vec<Block> = Vec::new();
    let mut open: Option<Block> = None;
    for (number, line) in text.lines().enumerate() {
        match (&mut open, line.trim_start().strip_prefix("```")) {
            (Some(_), Some("")) => blocks.extend(open.take()),
            (Some(block), _) => block.text += &format!("{line}\n"),
            (None, Some(info)) => {
                open = Some(Block {
                    place: format!("{}:{}", path.display(), number + 1),
                    info: info.trim().to_owned(),
                    text: String::new(),
                });
            }
            (None, None) => {}
        }
    }
    assert!(
        open.is_none(),
        "a block of {} is not closed",
        path.display()
    );
    blocks
}

#[test]
fn every_example_is_met_as_the_document_says() {
    let (mut sound, mut failing) = (0, 0);
    let mut wrong = Vec::new();
    for document in documents() {
        let blocks = blocks(&document);
        for (at, block) in blocks.iter().enumerate() {
            if !block.is_gate() {
                continue;
            }
            let (found, sources) = found(&blocks, at);
            let said = rendered(&found.diagnostics, &sources);
            match block.value("fails") {
                None => {
                    sound += 1;
                    // A fragment declares what the rest of a rulebook would refer to.
                    if !found
                        .diagnostics
                        .iter()
                        .all(|found| found.code == Code::Unused)
                    {
                        wrong.push(format!("{}\n{said}", block.place));
                    }
                }
                Some(slug) => {
                    failing += 1;
                    let codes: Vec<&str> = found
                        .diagnostics
                        .iter()
                        .map(|found| found.code.slug())
                        .collect();
                    let right = !codes.is_empty() && codes.iter().all(|code| *code == slug);
                    if !right {
                        wrong.push(format!("{} fails with {codes:?}\n{said}", block.place));
                    }
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(
        sound >= 40 && failing >= 26,
        "{sound} sound, {failing} failing"
    );
}

/// Where a document shows what is printed, that is what is printed.
#[test]
fn every_diagnostic_shown_is_what_is_printed() {
    let mut shown = 0;
    let mut wrong = Vec::new();
    for document in documents() {
        let blocks = blocks(&document);
        for at in 1..blocks.len() {
            let (example, text) = (&blocks[at - 1], &blocks[at]);
            let printed = ["error[", "warning["]
                .iter()
                .any(|start| text.text.starts_with(start));
            if !printed || example.value("fails").is_none() {
                continue;
            }
            let (found, sources) = found(&blocks, at - 1);
            let said = rendered(&found.diagnostics, &sources);
            shown += 1;
            if said.trim_end() != text.text.trim_end() {
                wrong.push(format!("{}\n{said}", text.place));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(shown >= 26, "only {shown} are shown");
}

/// Each diagnostic has a page, with an example that is met with it and one that is not.
#[test]
fn each_need_has_a_screen_and_a_test_that_exists() {
    let text = read(&root().join("www/docs/needs.md"));
    for need in 1..=18 {
        let start = format!("| N{need} | ");
        let mut rows = text.lines().filter(|line| line.starts_with(&start));
        let row = rows.next().unwrap_or_else(|| panic!("no row for N{need}"));
        assert_eq!(rows.next(), None, "N{need} has one row");
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let [_, told, place, shown] = cells.as_slice() else {
            panic!("{row}");
        };
        assert!(!told.is_empty() && !place.is_empty(), "{row}");
        let (file, name) = shown.split_once(": ").unwrap();
        let file = file.trim_matches('`');
        let file_name = format!("tests/browser/journeys/{file}.test.mjs");
        let tests = read(&root().join(file_name));
        let name = name.trim_matches(['“', '”']);
        assert!(
            tests.contains(&format!("\"{name}\"")),
            "N{need}: {file} has no test “{name}”"
        );
    }
}

#[test]
fn each_diagnostic_has_a_page_with_a_bad_and_a_good_example() {
    let mut missing = Vec::new();
    for code in Code::ALL {
        let path = root().join(format!("www/docs/diagnostics/{}.md", code.slug()));
        if !path.exists() {
            missing.push(code.slug());
            continue;
        }
        let blocks = blocks(&path);
        let gates = || blocks.iter().filter(|block| block.is_gate());
        let bad = gates().any(|block| block.value("fails") == Some(code.slug()));
        let good = gates().any(|block| block.value("fails").is_none());
        assert!(
            bad && good,
            "{} has a bad example: {bad}, a good one: {good}",
            code.slug()
        );
        assert!(
            read(&path).starts_with(&format!("# {}", code.slug())),
            "title of {}",
            code.slug()
        );
    }
    assert!(missing.is_empty(), "no page for {missing:?}");
    let pages = files("www/docs/diagnostics", "md");
    for page in pages {
        let stem = page.file_stem().unwrap().to_string_lossy().into_owned();
        let known = stem == "README" || Code::ALL.iter().any(|code| code.slug() == stem);
        assert!(known, "{stem} is the page of no diagnostic");
    }
}
