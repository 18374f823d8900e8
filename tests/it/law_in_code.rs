//! No law in code: what the sources and the built site say is held against the words of the rules.
//!
//! The words come from the rulebook itself: names of bodies, titles of instruments, items of lists.
//! Citations and addresses are known by their shape. Comments and test code may cite the law.

use std::collections::BTreeSet;
use std::path::Path;

use wicketgate_engine::Text;

use crate::{files, name_in, read, root, rulebook};

/// Where code that could state law stands, and which files there are read.
const CODE: [(&str, &str); 9] = [
    ("engine/src", "rs"),
    ("grammar/src", "rs"),
    ("widget/src", "rs"),
    ("cli/src", "rs"),
    ("xtask/src", "rs"),
    ("www", "html"),
    ("www", "js"),
    ("www", "ts"),
    ("www/styles", "scss"),
];

/// What of a built site is made of code.
const BUILT: [&str; 5] = ["html", "js", "ts", "css", "wasm"];

/// The page that is made from the rule files.
const MADE_FROM_RULES: &str = "guide.html";

/// How `cargo xtask test` names the test that needs a built site.
const BUILT_TEST: &str = "law_in_code::the_built_site_states_no_law";

/// The names that the rulebook gives to bodies, instruments and items of lists.
///
/// One word without a capital letter is a common word, and so is a short one that is no acronym.
fn names() -> BTreeSet<String> {
    let book = rulebook();
    let mut names = BTreeSet::new();
    let mut add = |name: String| {
        let name = name.trim_end_matches('.').to_owned();
        let telling = name.chars().any(char::is_uppercase) || name.contains(' ');
        let acronym = name.len() > 2 && name.chars().all(|letter| letter.is_ascii_uppercase());
        if acronym || (name.chars().count() > 3 && telling) {
            names.insert(name);
        }
    };
    for version in book.entries.iter().flat_map(|entry| &entry.versions) {
        version
            .names
            .iter()
            .for_each(|named| add(named.name.plain()));
        version.short.iter().map(Text::plain).for_each(&mut add);
        version.also.iter().cloned().for_each(&mut add);
    }
    for agency in &book.agencies {
        add(agency.name.plain());
        agency.also.iter().cloned().for_each(&mut add);
    }
    for elsewhere in &book.elsewhere {
        add(elsewhere.name.plain());
        elsewhere.also.iter().cloned().for_each(&mut add);
    }
    for instrument in &book.instruments {
        add(instrument.title.plain());
        add(instrument.cited_as.plain());
    }
    for note in &book.notes {
        note.sources
            .iter()
            .for_each(|reading| add(reading.title.clone()));
    }
    book.lists.iter().for_each(|list| add(list.title.plain()));
    // An item can be one small word, such as a problem that people have.
    let items = book.lists.iter().flat_map(|list| &list.items);
    let titles = items.map(|item| item.title.plain());
    names.extend(titles.filter(|title| title.contains(' ') || title.len() > 8));
    names
}

/// The text of Rust without comments and without what is compiled only for tests.
fn rust(text: &str) -> String {
    let code = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or(text);
    code.lines()
        .map(|line| {
            let comment = line
                .match_indices("//")
                .find(|(at, _)| !line[..*at].ends_with(':') && !line[..*at].ends_with('"'));
            comment.map_or(line, |(at, _)| &line[..at])
        })
        .collect::<Vec<_>>()
        .join("\n")
}

/// A text without what stands between two marks.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        kept.push_str(before);
        rest = after.split_once(close).map_or("", |(_, rest)| rest);
    }
    kept + rest
}

/// A text on one line, so that no name hides behind the end of a line.
fn flat(text: &str) -> String {
    let joined = text.replace("\\\n", " ");
    joined.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a file says, apart from its comments.
fn says(path: &Path) -> String {
    let extension = path.extension().and_then(|found| found.to_str());
    match extension {
        Some("rs") => flat(&rust(&read(path))),
        Some("html") => flat(&without(&read(path), "<!--", "-->")),
        Some("wasm") => literals(&std::fs::read(path).unwrap()),
        _ => flat(&rust(&without(&read(path), "/*", "*/"))),
    }
}

/// The data of a program, where its texts stand one behind the other without anything between them.
fn literals(program: &[u8]) -> String {
    const DATA: u8 = 11;
    let mut found = Vec::new();
    let mut rest = &program[8..];
    while let Some((&kind, after)) = rest.split_first() {
        let (mut length, mut shift, mut at) = (0, 0, 0);
        loop {
            let byte = after[at];
            length |= usize::from(byte & 0x7f) << shift;
            (shift, at) = (shift + 7, at + 1);
            if byte < 0x80 {
                break;
            }
        }
        let (section, next) = after[at..].split_at(length);
        if kind == DATA {
            found.extend_from_slice(section);
        }
        rest = next;
    }
    assert!(found.len() > 1_000, "a program without texts");
    String::from_utf8_lossy(&found).into_owned()
}

fn joins(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_' || letter == '-')
}

/// Whether a text has a name as words of its own.
fn has(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        !joins(text[..at].chars().next_back()) && !joins(text[at + name.len()..].chars().next())
    })
}

/// The citations of provisions and the mail addresses in a text.
///
/// Where texts run together, a citation can stand right behind a letter.
fn shapes(text: &str, together: bool) -> Vec<String> {
    let mut found = Vec::new();
    for lead in [
        "s.",
        "ss.",
        "section ",
        "sections ",
        "Section ",
        "Sections ",
        "Schedule ",
        "Schedules ",
        "Sch ",
        "paragraph ",
        "para ",
        "regulation ",
        "reg ",
        "S.I. ",
        "Article ",
        " Act ",
    ] {
        for (at, _) in text.match_indices(lead) {
            let after = &text[at + lead.len()..];
            let number = after.starts_with(|letter: char| letter.is_ascii_digit());
            let alone = together || lead.starts_with(' ') || !joins(text[..at].chars().next_back());
            let year = after.starts_with("19") || after.starts_with("20");
            if number && alone && (lead != " Act " || year) {
                found.push(text[at..].chars().take(30).collect());
            }
        }
    }
    for (at, _) in text.match_indices('@') {
        let before = text[..at].chars().next_back();
        let host: String = text[at + 1..]
            .chars()
            .take_while(|letter| letter.is_ascii_alphanumeric() || ".-".contains(*letter))
            .collect();
        let ending = host.rsplit_once('.').map_or("", |(_, ending)| ending);
        if before.is_some_and(|letter| letter.is_alphanumeric())
            && ["uk", "scot", "wales", "com", "org"].contains(&ending)
        {
            found.push(host);
        }
    }
    found
}

/// What a text says of the law. Where texts run together, a name has no bounds; only a very short one
/// would then be found in other words.
fn law_in(text: &str, names: &BTreeSet<String>, together: bool) -> Vec<String> {
    let found = names.iter().filter(|name| match together {
        true => name.len() > 3 && text.contains(name.as_str()),
        false => has(text, name),
    });
    let mut found: Vec<String> = found.cloned().collect();
    found.extend(shapes(text, together));
    found
}

#[test]
fn the_sources_state_no_law() {
    let names = names();
    assert!(names.len() > 300, "only {} names", names.len());
    let mut read = 0;
    let mut wrong = Vec::new();
    for (folder, extension) in CODE {
        for path in files(folder, extension) {
            if path.ends_with("tests.rs") {
                continue;
            }
            read += 1;
            for law in law_in(&says(&path), &names, false) {
                wrong.push(format!("{}: {law}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(read > 100, "only {read} files were read");
}

/// The bundle is held against the same words. A page made from the rules is exempt if it shows law
/// date and hash.
#[test]
#[ignore = "needs the site: `cargo xtask test` builds it and then runs this"]
fn the_built_site_states_no_law() {
    let names = names();
    let dist = root().join("dist");
    let manifest = read(&dist.join("rules/manifest.txt"));
    let hash = manifest.lines().next().unwrap().rsplit(' ').next().unwrap();
    assert_eq!(hash.len(), 64, "{hash}");
    let checked_to = rulebook().law_as_at.unwrap();
    let mut wrong = Vec::new();
    for extension in BUILT {
        let mut read_of_it = 0;
        for path in files("dist", extension) {
            let inside = name_in("dist", &path);
            if inside.starts_with("rules/") {
                continue;
            }
            read_of_it += 1;
            if inside == MADE_FROM_RULES {
                let page = read(&path);
                assert!(page.contains(hash), "{inside} does not show the hash");
                assert!(
                    page.contains(&format!("{checked_to}.")),
                    "{inside} shows no law date"
                );
                continue;
            }
            for law in law_in(&says(&path), &names, extension == "wasm") {
                wrong.push(format!("{inside}: {law}"));
            }
        }
        assert!(read_of_it > 0, "the built site has no {extension}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The test above is left out where there may be no site, so it must be asked for where there is one.
#[test]
fn the_built_site_is_tested_after_the_build() {
    let steps = read(&root().join("xtask/src/test.rs"));
    let (_, after) = steps.split_once("build::build(places)?;").unwrap();
    assert!(after.contains(BUILT_TEST), "nothing runs {BUILT_TEST}");
    assert!(BUILT_TEST.ends_with("::the_built_site_states_no_law"));
}

#[test]
fn law_is_found_where_it_is() {
    let names = names();
    let found = |text: &str| law_in(text, &names, false);
    for law in [
        "if person == \"HM Revenue and Customs\" {",
        "DWP may disclose",
        "the Digital Economy Act 2017",
        "under s.35(1)",
        "under section 35",
        "Schedule 4 lists it",
        "S.I. 2018/912",
        "being a care leaver",
        "irregular attendance at school",
        "write to dea-data-sharing@digital.cabinet-office.gov.uk",
        "an Act 2017",
    ] {
        assert!(!found(law).is_empty(), "{law}");
    }
    for code in [
        "the discloser",
        "let section = 4;",
        "@media (min-width: 40em)",
    ] {
        assert_eq!(found(code), Vec::<String>::new(), "{code}");
    }
    // In a program one text follows another without a space.
    for law in [
        "Continuesection 35",
        "BackHM Revenue and CustomsNext",
        "soBEISor",
    ] {
        assert!(!law_in(law, &names, true).is_empty(), "{law}");
    }
    let broken = "HM Revenue \\\n             and Customs";
    assert!(!found(&flat(broken)).is_empty());
    assert_eq!(
        rust("let a = 1; // s.35(1)\n#[cfg(test)]\nmod tests {\n\"s.35\""),
        "let a = 1; "
    );
}
