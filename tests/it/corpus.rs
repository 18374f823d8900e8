//! The tree of a text, and its canonical form: `tests/corpus/*.txt`, each with cases of a name, a
//! source, a line of dashes and the tree. `UPDATE_EXPECT=1` writes the trees anew.

use wicketgate_engine::{Source, SourceId, canonical};
use wicketgate_grammar::{Line, Part, Tree, parse, print};

use crate::{files, read, rules};

const RULE: &str = "================\n";
const DASHES: &str = "\n---\n";

/// The tree without places, a line of text for each line.
fn shown(tree: &Tree) -> String {
    let mut out = String::new();
    for item in &tree.items {
        show(&mut out, item, 0);
    }
    remarks(&mut out, &tree.comments, 0);
    out
}

fn show(out: &mut String, line: &Line, depth: usize) {
    let pad = "  ".repeat(depth);
    remarks(out, &line.comments, depth);
    let parts = line.parts.iter().map(|part| match part {
        Part::Word(word) => format!("word {}", word.value),
        Part::Text(text) => format!("text {:?}", text.value),
        Part::Comma(_) => "comma".to_owned(),
        Part::Citations(citations) => {
            let each = citations.value.iter().map(|citation| {
                let provision = citation.provision.as_ref();
                let provision =
                    provision.map_or(String::new(), |path| format!(" / {}", path.value));
                format!("{}{provision}", citation.instrument.value)
            });
            format!("cites {}", each.collect::<Vec<_>>().join(" ; "))
        }
    });
    let gap = if line.gap { "gap, " } else { "" };
    *out += &format!("{pad}(line {gap}{}", parts.collect::<Vec<_>>().join(", "));
    if let Some(remark) = &line.remark {
        *out += &format!(", remark {remark:?}");
    }
    match &line.block {
        None => *out += ")\n",
        Some(block) => {
            *out += if block.broken { " broken\n" } else { "\n" };
            block
                .lines
                .iter()
                .for_each(|inner| show(out, inner, depth + 1));
            remarks(out, &block.comments, depth + 1);
            *out += &format!("{pad})\n");
        }
    }
}

fn remarks(out: &mut String, comments: &[String], depth: usize) {
    for comment in comments {
        *out += &format!("{}(comment {comment:?})\n", "  ".repeat(depth));
    }
}

fn tree(text: &str) -> (Tree, usize) {
    let parsed = parse(SourceId(0), &Source::new("corpus.gate", text));
    (parsed.tree, parsed.diagnostics.len())
}

/// Printing and parsing gives the same tree, and printing that the same text.
fn comes_back(text: &str, about: &str) {
    let (first, _) = tree(text);
    let printed = print(&first);
    let (again, mistakes) = tree(&printed);
    assert_eq!(mistakes, 0, "{about}:\n{printed}");
    // How lines are grouped belongs to the canonical form itself.
    let ungrouped = |tree: &Tree| shown(tree).replace("(line gap, ", "(line ");
    assert_eq!(
        ungrouped(&again),
        ungrouped(&first).replace(" broken\n", "\n"),
        "{about}"
    );
    assert_eq!(print(&again), printed, "{about}");
}

#[test]
fn each_text_has_the_tree_that_is_written_below_it() {
    let update = std::env::var("UPDATE_EXPECT").is_ok_and(|value| value == "1");
    let mut cases = 0;
    for path in files("tests/corpus", "txt") {
        let file = read(&path);
        let mut written = String::new();
        let mut parts = file.split(RULE).skip(1);
        while let (Some(name), Some(body)) = (parts.next(), parts.next()) {
            let (source, expected) = body.split_once(DASHES).unwrap_or((body, ""));
            let source = format!("{source}\n");
            let (tree, mistakes) = tree(&source);
            let found = format!("{}({mistakes} diagnostics)\n", shown(&tree));
            if !update {
                assert_eq!(
                    found,
                    expected.trim_start().trim_end().to_owned() + "\n",
                    "{name}"
                );
            }
            written += &format!(
                "{RULE}{name}{RULE}{}{DASHES}{found}\n",
                source.trim_end_matches('\n')
            );
            if mistakes == 0 {
                comes_back(&source, name);
            }
            cases += 1;
        }
        if update && written != file {
            std::fs::write(&path, written).unwrap();
        }
    }
    assert!(cases >= 12, "only {cases} cases");
}

#[test]
fn real_rule_files_come_back_from_their_printed_form() {
    let mut checked = 0;
    for source in rules() {
        comes_back(&source.text, &source.name);
        checked += 1;
    }
    assert!(checked >= 20);
}

/// Printing what was understood of a broken file gives a sound one.
#[test]
fn what_is_understood_of_a_bad_file_comes_back() {
    for path in files("tests/bad", "gate") {
        comes_back(&read(&path), &path.display().to_string());
    }
}

#[test]
fn the_canonical_form_of_a_real_rule_file_is_itself_canonical() {
    for source in rules() {
        let once = canonical(SourceId(0), source).unwrap();
        let again = Source::new(source.name.clone(), once.clone());
        assert_eq!(
            canonical(SourceId(0), &again),
            Some(once),
            "{}",
            source.name
        );
    }
}
