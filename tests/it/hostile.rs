//! Rule text of any content: parsing and compiling return, with diagnostics and without a panic.

use proptest::prelude::*;
use wicketgate_engine::{Code, Source, SourceId, canonical, compile};
use wicketgate_grammar::{MAX_DEPTH, MAX_SOURCE_BYTES, parse};

use crate::{errors, rendered, rules};

/// Compiles a text, and shows what is said of it, because that must return too.
fn survives(text: String) -> Vec<Code> {
    let source = Source::new("hostile.gate", text);
    let length = source.text.len() as u32;
    let parsed = parse(SourceId(0), &source);
    for diagnostic in &parsed.diagnostics {
        let span = diagnostic.span;
        assert!(
            span.start <= span.end && span.end <= length,
            "{diagnostic:?}"
        );
    }
    let sources = [source];
    let found = compile(&sources);
    let shown: Vec<_> = found.diagnostics.iter().take(50).cloned().collect();
    assert!(!rendered(&shown, &sources).contains('\0') || sources[0].text.contains('\0'));
    let _ = canonical(SourceId(0), &sources[0]);
    found
        .diagnostics
        .iter()
        .map(|diagnostic| diagnostic.code)
        .collect()
}

#[test]
fn an_empty_text_has_no_rulebook() {
    for text in ["", "\n", "\u{FEFF}", "\r\n\r\n", "   ", "# only a comment"] {
        assert_eq!(survives(text.to_owned()), [Code::MissingLine], "{text:?}");
    }
}

#[test]
fn a_hundred_thousand_of_one_letter_are_met_with_a_diagnostic() {
    for letter in [
        "{", "}", "[", "]", "\"", "(", ",", ";", "#", "\\", "{\n", "}\n", "\"\n", "[\n", " {\n",
        " }\n", "a {\n", " \"", "\0", "é", "\u{202E}",
    ] {
        // Each line is a diagnostic of its own.
        let count = if letter.ends_with('\n') {
            20_000
        } else {
            100_000
        };
        let codes = survives(letter.repeat(count));
        assert!(!codes.is_empty(), "{letter:?}");
    }
}

#[test]
fn ten_megabytes_are_too_large() {
    for unit in ["a", "\"", "{\n", "question q yes-no \"?\"\n", "é"] {
        let text = unit.repeat(10_000_000 / unit.len());
        assert_eq!(survives(text)[0], Code::TooLarge, "{unit:?}");
    }
}

/// Without a line break at the end, or with white space behind the last one.
#[test]
fn the_end_of_a_file_may_look_as_it_likes() {
    let sound = "rulebook \"R\" {\n  law as at 1 May 2018\n}";
    for end in [
        "",
        "\n",
        "\n\n",
        "\n  ",
        "\n\t\n ",
        " ",
        "# remark",
        "\n# remark",
        "\n  # remark  ",
    ] {
        assert_eq!(survives(format!("{sound}{end}")), [], "{end:?}");
    }
    for end in ["", "\n", "\n  ", "\n\n\t", "\n  # remark"] {
        let text = format!("rulebook \"R\" {{\n  law as at 1 May 2018{end}");
        assert_eq!(survives(text), [Code::UnclosedBlock], "{end:?}");
    }
}

/// As large as a file may be: nothing but the size is refused by the limit.
#[test]
fn a_text_as_large_as_the_limit_is_read() {
    let line = "# A comment.\n";
    let text = line.repeat(MAX_SOURCE_BYTES / line.len());
    assert_eq!(survives(text), [Code::MissingLine]);
}

#[test]
fn a_very_long_line_is_read_and_its_diagnostic_stays_short() {
    let long = "a".repeat(1_000_000);
    for text in [
        format!("question {long} yes-no \"Does it help?\"\n"),
        format!("question q yes-no \"{long}\"\n"),
        format!("question q yes-no \"Does it help?\" [{long} {long}]\n"),
        format!("question q yes-no \"{long}\n"),
        format!("word {}\"b\"\n", "\"a\", ".repeat(100_000)),
    ] {
        let source = Source::new("long.gate", text);
        let found = compile(std::slice::from_ref(&source));
        assert!(!errors(&found).is_empty());
        for diagnostic in &found.diagnostics {
            // The name itself may be as long as the author made it.
            let lines = diagnostic.render(std::slice::from_ref(&source));
            let shown = lines.lines().filter(|line| line.contains(" | "));
            assert!(shown.map(str::len).all(|length| length < 1_000));
        }
    }
}

/// A term with so many blocks open at once.
fn nested(depth: usize) -> String {
    let mut text = String::from("rulebook \"Deep\" {\n  law as at 1 May 2018\n}\n");
    text += "question deep yes-no \"Deep?\"\nterm t \"T\" {\n  requires all of {\n";
    for level in 2..depth {
        text += &format!("{}all of {{\n", "  ".repeat(level));
    }
    text += &format!("{}deep is yes\n", "  ".repeat(depth));
    for level in (0..depth).rev() {
        text += &format!("{}}}\n", "  ".repeat(level));
    }
    text
}

#[test]
fn blocks_nest_up_to_the_limit_and_no_further() {
    assert_eq!(survives(nested(MAX_DEPTH)), [Code::Unused]);
    for depth in [MAX_DEPTH + 1, MAX_DEPTH + 2, 100, 1_000] {
        let codes = survives(nested(depth));
        assert!(codes.contains(&Code::NestedTooDeeply), "{depth}: {codes:?}");
    }
}

/// Braces that the limit does not count, in texts and comments, cannot be blocks either.
#[test]
fn braces_in_texts_and_comments_open_no_block() {
    let braces = "{".repeat(1_000);
    let text = format!("# {braces}\nquestion q yes-no \"{braces}\" # {braces}\n");
    let parsed = parse(SourceId(0), &Source::new("braces.gate", text));
    assert!(parsed.diagnostics.is_empty());
    assert_eq!(parsed.tree.items.len(), 1);
}

/// However a text tries to hide its depth from the limit, parsing returns.
#[test]
fn depth_cannot_be_hidden() {
    let openers = [
        "a {",
        "a \"{",
        "a \"\\\" {",
        "a # \"\n b {",
        "\\\" {",
        "a \"x\\\" {",
        "[\" {",
        "a \r{",
        "a \u{2028}{",
    ];
    for opener in openers {
        for break_with in ["\n", "\r", "\r\n", "\n "] {
            let text = format!("{opener}{break_with}").repeat(500);
            assert!(!survives(text).is_empty(), "{opener:?}");
        }
    }
}

#[test]
fn line_endings_and_a_byte_order_mark_change_nothing() {
    let plain: Vec<Source> = rules().to_vec();
    let with = |change: &dyn Fn(&str) -> String| -> Vec<Source> {
        let changed = plain
            .iter()
            .map(|source| Source::new(source.name.clone(), change(&source.text)));
        changed.collect()
    };
    let hash = |sources: &[Source]| compile(sources).rulebook.map(|book| book.hash);
    let windows = with(&|text| text.replace('\n', "\r\n"));
    let marked = with(&|text| format!("\u{FEFF}{text}"));
    assert!(hash(&plain).is_some());
    assert_eq!(hash(&windows), hash(&plain));
    let found = compile(&marked);
    assert!(
        found.rulebook.is_some(),
        "{}",
        rendered(&found.diagnostics, &marked)
    );
}

/// What is not UTF-8 reaches the parser as replacement characters.
#[test]
fn bytes_that_are_no_text_are_met_with_diagnostics() {
    let mut seed = 0x2545_F491_4F6C_DD1D_u64;
    for round in 0..200 {
        let length = 1 + round * 37;
        let bytes: Vec<u8> = (0..length).map(|_| next(&mut seed) as u8).collect();
        assert!(!survives(String::from_utf8_lossy(&bytes).into_owned()).is_empty());
    }
}

/// Xorshift, by George Marsaglia (2003): random, and the same on each run.
fn next(seed: &mut u64) -> u64 {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    *seed >> 11
}

/// Real rule files with bytes changed, lost and doubled.
#[test]
fn damaged_rule_files_are_read() {
    let mut seed = 7;
    let mut found = 0;
    for round in 0..150 {
        let source = &rules()[round % rules().len()];
        let mut bytes = source.text.clone().into_bytes();
        for _ in 0..=round % 5 {
            let at = next(&mut seed) as usize % bytes.len();
            match next(&mut seed) % 4 {
                0 => bytes[at] = next(&mut seed) as u8,
                1 => bytes.truncate(at.max(1)),
                2 => drop(bytes.remove(at)),
                _ => bytes.insert(at, b"{}\"[]\n,#"[next(&mut seed) as usize % 8]),
            }
        }
        found += survives(String::from_utf8_lossy(&bytes).into_owned()).len();
    }
    assert!(found > 150);
}

/// Words of the language in any order.
fn token() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "rulebook",
        "instrument",
        "schedule",
        "part",
        "entry",
        "providers",
        "definition",
        "list",
        "item",
        "question",
        "unsettled",
        "term",
        "gateway",
        "objective",
        "condition",
        "caveat",
        "case",
        "agency",
        "elsewhere",
        "word",
        "body",
        "requires",
        "all of",
        "any of",
        "none of",
        "at least 2 of",
        "is",
        "not",
        "includes",
        "excludes",
        "reaches",
        "stays within",
        "from",
        "until",
        "in force from",
        "1 May 2018",
        "31 February 2019",
        "persons of",
        "paragraphs",
        "1-5",
        "9A",
        "named",
        "by",
        "under",
        "yes-no",
        "several",
        "definitive",
        "options from",
        "among",
        "group",
        "scope",
        "discloser",
        "recipient",
        "is in the schedule",
        "entry is in force",
        "on",
        "expect",
        "fits",
        "answer",
        "open",
        "a",
        "b",
        "s",
        "s-1",
        "same body as",
        "formerly",
        "before that",
        "limit",
        "applies to",
        "kind",
        "purpose",
        "met",
        "not met",
        "counts only when",
        "means in",
        "law as at",
        "nations are",
        "groups",
        "at",
    ]);
    let marks = prop::sample::select(vec![
        "{\n  ",
        "}\n",
        "\n",
        "\n  ",
        "\"text\"",
        "\"{discloser}\"",
        "\"",
        "[A s.1]",
        "[",
        "]",
        ",",
        ",\n    ",
        "# remark\n",
        " ",
        ";",
        "\\",
    ]);
    prop_oneof![3 => words, 2 => marks].prop_map(|token| format!("{token} "))
}

/// A rulebook and whatever follows.
fn rulebook(rest: &str) -> String {
    format!("rulebook \"Hostile\" {{\n  law as at 1 May 2018\n}}\n\n{rest}")
}

/// Terms of which each requires the one before it so many times.
fn terms(count: usize, times: usize) -> String {
    let mut text =
        String::from("question q yes-no \"Q?\"\n\nterm t0 \"T\" {\n  requires q is yes\n}\n");
    for term in 1..count {
        let before = format!("    term t{}\n", term - 1).repeat(times);
        text.push_str(&format!(
            "\nterm t{term} \"T\" {{\n  requires all of {{\n{before}  }}\n}}\n"
        ));
    }
    rulebook(&text)
}

#[test]
fn terms_in_a_long_row_or_doubling_are_refused_and_a_short_row_is_not() {
    assert!(!survives(terms(20, 1)).contains(&Code::NestedTooDeeply));
    for (count, times) in [(10_000, 1), (60, 2), (20, 200)] {
        assert!(
            survives(terms(count, times)).contains(&Code::NestedTooDeeply),
            "{count} {times}"
        );
    }
}

#[test]
fn a_circle_is_found_among_very_many_terms() {
    let text = terms(900, 1).replace("requires q is yes", "requires term t899");
    assert!(survives(text).contains(&Code::Circle));
}

#[test]
fn items_that_count_by_counting_one_another_are_refused() {
    let items: String = (0..60)
        .map(|item| {
            format!("  item i{item} \"I\" {{\n    counts only when at least 1 of q\n  }}\n")
        })
        .collect();
    let text = rulebook(&format!(
        "list l definitive \"L\" {{\n{items}}}\n\nquestion q several \"Q?\" {{\n  options from l\n}}\n"
    ));
    assert!(survives(text).contains(&Code::NestedTooDeeply));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn texts_made_of_the_language_are_read(tokens in prop::collection::vec(token(), 1..200)) {
        survives(tokens.concat());
    }

    #[test]
    fn any_text_is_read(text in "\\PC*|[ -~\\n]*") {
        survives(text);
    }
}
