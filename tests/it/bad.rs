//! Mistakes and what is said of them: `tests/bad/*.gate`, each with its diagnostics in a comment at the
//! end. `UPDATE_EXPECT=1` writes the comments anew.
//!
//! A file is compiled beside the small rulebook of the documentation, unless it has one of its own. A
//! file whose name starts with `amend-` is an amendment of that rulebook.

use std::collections::BTreeSet;
use std::path::Path;

use wicketgate_engine::{Code, Source, SourceId, compile, compile_amended};
use wicketgate_grammar::parse;

use crate::{checked, compiled, errors, files, name_in, read, rendered, root, rulebook, rules};

const EXPECT: &str = "# expect:\n";
const TIMES: &str = "# times: ";

/// The text of a file above its expectation.
fn text(file: &str) -> &str {
    file.split_once(EXPECT).map_or(file, |(text, _)| text)
}

/// The sources that a file stands for.
fn sources(path: &Path) -> Vec<Source> {
    let file = read(path);
    let text = text(&file);
    let whole = match text.split_once(TIMES) {
        Some((text, times)) => text.repeat(times.trim().parse().unwrap()),
        None => text.to_owned(),
    };
    let own = whole.lines().any(|line| line.starts_with("rulebo"));
    let mut sources = vec![Source::new(name_in("tests/bad", path), whole)];
    if !own {
        let prelude = root().join("tests/docs/prelude.gate");
        sources.push(Source::new("prelude.gate", read(&prelude)));
    }
    sources
}

#[test]
fn each_bad_file_is_met_with_the_diagnostics_it_ends_with() {
    let update = std::env::var("UPDATE_EXPECT").is_ok_and(|value| value == "1");
    let mut wrong = Vec::new();
    let mut codes = BTreeSet::new();
    for path in files("tests/bad", "gate") {
        let mut sources = sources(&path);
        let found = if name_in("tests/bad", &path).starts_with("amend-") {
            // Sources are numbered through, those of the amendment last.
            sources.reverse();
            let (amendment, law) = sources.split_last().unwrap();
            compile_amended(law, std::slice::from_ref(amendment))
        } else {
            checked(&sources)
        };
        assert!(!found.diagnostics.is_empty(), "{}", path.display());
        codes.extend(found.diagnostics.iter().map(|diagnostic| diagnostic.code));
        let said = rendered(&found.diagnostics, &sources);
        let comment: String = said
            .trim_end()
            .lines()
            .map(|line| format!("# {line}").trim_end().to_owned() + "\n")
            .collect();
        let file = read(&path);
        let expected = format!("{}{EXPECT}{comment}", text(&file));
        if file != expected && update {
            std::fs::write(&path, expected).unwrap();
        } else if file != expected {
            wrong.push(format!("{}\n{said}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let missing: Vec<&str> = Code::ALL
        .iter()
        .filter(|code| !codes.contains(code))
        .map(|code| code.slug())
        .collect();
    assert!(missing.is_empty(), "no bad file for {missing:?}");
}

/// The lines of a text that are only a closing brace, each with its depth.
fn closing(text: &str) -> Vec<usize> {
    let lines = text.lines().enumerate();
    lines
        .filter(|(_, line)| line.trim() == "}")
        .map(|(number, _)| number)
        .collect()
}

fn without_line(text: &str, number: usize) -> String {
    let lines = text.split_inclusive('\n').enumerate();
    lines
        .filter(|(at, _)| *at != number)
        .map(|(_, line)| line)
        .collect()
}

/// In each objective and gateway, each closing brace in turn is left out.
#[test]
fn a_missing_brace_is_one_diagnostic() {
    let mut checked = 0;
    let mut wrong = Vec::new();
    for (index, source) in rules().iter().enumerate() {
        let rule = ["objectives/", "gateways/"]
            .iter()
            .any(|folder| source.name.starts_with(folder));
        if !rule {
            continue;
        }
        for (place, number) in closing(&source.text).into_iter().enumerate() {
            let mut sources = rules().to_vec();
            sources[index].text = without_line(&source.text, number);
            checked += 1;
            let parsed = parse(SourceId(index as u32), &sources[index]);
            assert_eq!(
                parsed.diagnostics.len(),
                1,
                "{} without line {}",
                source.name,
                number + 1
            );
            // What the compiler makes of it is looked at in every fourth place.
            if place % 4 != 0 {
                continue;
            }
            let found = compile(&sources);
            if found.diagnostics.len() != 1 || found.diagnostics[0].code != Code::UnclosedBlock {
                let said = rendered(&found.diagnostics, &sources);
                wrong.push(format!(
                    "{} without line {}\n{said}",
                    source.name,
                    number + 1
                ));
            }
        }
    }
    assert!(checked >= 40, "only {checked} braces were left out");
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// All objectives in one file: a brace missing in one never pulls another's conditions into it.
#[test]
fn a_missing_brace_leaves_other_declarations_alone() {
    let objectives: Vec<&Source> = rules()
        .iter()
        .filter(|source| source.name.starts_with("objectives/"))
        .collect();
    let joined: String = objectives
        .iter()
        .map(|source| format!("{}\n", source.text))
        .collect();
    let joined = Source::new("objectives.gate", joined);
    let trees = |source: &Source| {
        let parsed = parse(SourceId(0), source);
        let each: Vec<(String, Vec<String>)> = parsed
            .tree
            .items
            .iter()
            .map(|item| {
                let name = |line: &wicketgate_grammar::Line| {
                    let words = line.parts.iter().filter_map(|part| match part {
                        wicketgate_grammar::Part::Word(word) => Some(word.value.as_str()),
                        _ => None,
                    });
                    words.collect::<Vec<_>>().join(" ")
                };
                (name(item), item.lines().iter().map(name).collect())
            })
            .collect();
        (each, parsed.diagnostics)
    };
    let (whole, diagnostics) = trees(&joined);
    assert!(diagnostics.is_empty());
    assert_eq!(whole.len(), rulebook().objectives.len());
    let mut checked = 0;
    for number in closing(&joined.text) {
        let broken = Source::new("objectives.gate", without_line(&joined.text, number));
        let (items, diagnostics) = trees(&broken);
        assert_eq!(diagnostics.len(), 1, "without line {}", number + 1);
        assert_eq!(items, whole, "without line {}", number + 1);
        checked += 1;
    }
    assert!(checked >= 40, "only {checked} braces were left out");
}

/// A closing brace too many is reported once, and where it closes too much.
#[test]
fn a_brace_too_many_is_one_diagnostic() {
    let mut checked = 0;
    for (index, source) in rules().iter().enumerate() {
        if !source.name.starts_with("objectives/") {
            continue;
        }
        let last = closing(&source.text).pop().unwrap();
        let mut sources = rules().to_vec();
        let lines: Vec<&str> = source.text.split_inclusive('\n').collect();
        let (before, after) = lines.split_at(last + 1);
        sources[index].text = format!("{}}}\n{}", before.concat(), after.concat());
        let found = compile(&sources);
        assert_eq!(
            errors(&found).len(),
            1,
            "{}",
            rendered(&found.diagnostics, &sources)
        );
        assert_eq!(found.diagnostics[0].code, Code::ClosedTooEarly);
        checked += 1;
    }
    assert!(checked >= 6);
}

/// In each rule file, opening braces are left out one by one, and closing ones
/// doubled: the lines around it are read as they were meant, so nothing else is said.
#[test]
fn a_brace_that_is_not_opened_or_closed_twice_is_one_diagnostic() {
    let mut checked = 0;
    for (index, source) in rules().iter().enumerate() {
        let lines: Vec<&str> = source.text.split_inclusive('\n').collect();
        // A fourth of the lines is enough, another fourth in each file.
        for (number, line) in lines.iter().enumerate().skip(index % 4).step_by(4) {
            let (changed, code) = match line.trim_end().strip_suffix(" {") {
                Some(head) => (format!("{head}\n"), Code::MissingPart),
                None if line.trim() == "}" => (line.repeat(2), Code::ClosedTooEarly),
                None => continue,
            };
            let mut sources = rules().to_vec();
            let mut lines = lines.clone();
            lines[number] = &changed;
            sources[index].text = lines.concat();
            checked += 1;
            let parsed = parse(SourceId(index as u32), &sources[index]);
            // What the compiler makes of it is looked at in a few places.
            let diagnostics = if checked % 50 == 0 {
                compile(&sources).diagnostics
            } else {
                parsed.diagnostics
            };
            let said = rendered(&diagnostics, &sources);
            assert_eq!(diagnostics.len(), 1, "{}: {said}", source.name);
            assert_eq!(diagnostics[0].code, code, "{said}");
            let at = sources[index].position(diagnostics[0].span.start as usize);
            let doubled = usize::from(code == Code::ClosedTooEarly);
            assert_eq!(at.line, number + 1 + doubled, "{said}");
        }
    }
    assert!(checked >= 500, "only {checked} braces were changed");
}

/// The small rulebook is sound by itself, so that every diagnostic comes from the bad file.
#[test]
fn the_small_rulebook_has_no_mistakes() {
    let prelude = Source::new(
        "prelude.gate",
        read(&root().join("tests/docs/prelude.gate")),
    );
    assert_eq!(compiled(&[prelude]).objectives.len(), 1);
}
