//! The command as scripts use it: exit codes, and the JSON that the project promises.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use serde_json::Value;

use crate::root;

/// The command, built once beside these tests.
fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        // The tests lie in `deps` of the folder in which cargo puts programs.
        let own = std::env::current_exe().unwrap();
        let folder = own.parent().unwrap().parent().unwrap().to_path_buf();
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut build = Command::new(cargo);
        build
            .current_dir(root())
            .args([
                "build",
                "--quiet",
                "--package",
                "wicketgate-cli",
                "--target-dir",
            ])
            .arg(folder.parent().unwrap());
        if folder.ends_with("release") {
            build.arg("--release");
        }
        assert!(
            build.status().unwrap().success(),
            "the command does not build"
        );
        folder.join(format!("wicketgate{}", std::env::consts::EXE_SUFFIX))
    })
}

/// How a run ended, and what it printed.
struct Run {
    code: i32,
    out: String,
    errors: String,
}

impl Run {
    fn json(&self) -> Value {
        assert_eq!(self.code, 0, "{}", self.errors);
        serde_json::from_str(&self.out).unwrap()
    }
}

fn run(arguments: &[&str], input: &str) -> Run {
    let mut child = Command::new(program())
        .current_dir(root())
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that does not read its input may end before it is written.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        errors: String::from_utf8(output.stderr).unwrap(),
    }
}

fn decide(proposal: &str) -> Run {
    run(
        &["decide", "www/rules", "--proposal", "-", "--json"],
        proposal,
    )
}

/// A saved answer is asked again, and the exit code says whether it is still the answer.
#[test]
fn verify_says_whether_a_saved_answer_still_is_one() {
    let saved = crate::receipt::receipt();
    let decided = decide(&saved).json();
    assert_eq!(decided["outcome"], "Fits");
    let hash = decided["rulebook"]["hash"].as_str().unwrap();
    let saved = saved.replace(crate::rulebook().hash.as_str(), hash);
    let verify = |saved: &str| run(&["verify", "-", "www/rules"], saved);
    let same = verify(&saved);
    assert_eq!((same.code, same.errors.as_str()), (0, ""));
    assert!(
        same.out.starts_with("same answer: likely to fit"),
        "{}",
        same.out
    );
    let altered = verify(&saved.replace("\"outcome\": \"fits\"", "\"outcome\": \"needs-advice\""));
    assert_eq!(altered.code, 1);
    assert!(
        altered.out.contains("the file was changed: outcome, legs"),
        "{}",
        altered.out
    );
    let other = verify(
        &saved
            .replace(hash, "0")
            .replace("held-for-functions", "held-for-work"),
    );
    assert_eq!(other.code, 1);
    assert!(other.out.contains("dropped: "), "{}", other.out);
    let json = run(&["verify", "-", "www/rules", "--json"], &saved);
    assert_eq!(json.json()["same"], true);
    let mere = serde_json::from_str::<Value>(&saved).unwrap()["proposal"].to_string();
    assert_eq!(verify(&mere).code, 2);
}

/// A folder of rules of its own, gone when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let folder = std::env::temp_dir().join(format!("wicketgate-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        for (name, text) in files {
            std::fs::write(folder.join(name), text).unwrap();
        }
        Self(folder)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

const SOUND: &str = "rulebook \"R\" {\n  law as at 1 May 2018\n}\n";
const BAD: &str = "rulebook \"R\" {\n  law as at 31 May 2O18\n}\n\nqestion q yes-no \"Q?\"\n";

#[test]
fn exit_codes_tell_rules_with_mistakes_from_input_with_mistakes() {
    let sound = Folder::new("sound", &[("r.gate", SOUND)]);
    let bad = Folder::new("bad", &[("r.gate", BAD)]);
    let empty = Folder::new("empty", &[]);
    let legs = r#"{"legs": [{}]}"#;
    let table: &[(&[&str], &str, i32)] = &[
        (&["check", sound.path()], "", 0),
        (&["check", bad.path()], "", 1),
        (&["check", empty.path()], "", 2),
        (&["check", "no/such/folder"], "", 2),
        (&["check"], "", 2),
        (&["check", sound.path(), "more"], "", 2),
        (&["chekc", sound.path()], "", 2),
        (&[], "", 2),
        (&["help"], "", 0),
        (&["persons", sound.path(), "--on", "2019-02-29"], "", 2),
        (&["persons", sound.path(), "--on"], "", 2),
        (&["persons", bad.path()], "", 1),
        (&["questions", sound.path(), "--json"], "", 0),
        (&["decide", sound.path()], legs, 2),
        (
            &["decide", sound.path(), "--proposal", "no/such/file"],
            "",
            2,
        ),
        (&["decide", sound.path(), "--proposal", "-"], legs, 0),
        (&["decide", sound.path(), "--proposal", "-"], "{", 2),
        (&["decide", sound.path(), "--proposal", "-"], "{}", 2),
        (&["decide", bad.path(), "--proposal", "-"], legs, 1),
        (&["publish", bad.path()], "", 1),
        (&["test", sound.path()], "", 0),
    ];
    for (arguments, input, code) in table {
        let run = run(arguments, input);
        assert_eq!(run.code, *code, "{arguments:?}: {}{}", run.out, run.errors);
        assert_eq!(
            run.code == 0,
            run.errors.is_empty(),
            "{arguments:?}: {}",
            run.errors
        );
    }
}

#[test]
fn check_prints_each_mistake_with_file_line_caret_and_help() {
    let bad = Folder::new("checked", &[("r.gate", BAD)]);
    let run = run(&["check", bad.path()], "");
    for part in [
        "error[impossible-date]",
        "--> r.gate:2:13",
        "^^^^^^^^^^^",
        "error[unknown-keyword]",
        "--> r.gate:5:1",
        "= help: did you mean `question`?",
        "2 errors, 0 warnings",
    ] {
        assert!(run.errors.contains(part), "{part}:\n{}", run.errors);
    }
}

#[test]
fn an_error_in_a_proposal_is_one_line_that_names_it() {
    for (proposal, name) in [
        (r#"{"legs": [{}], "answers": {"aim": []}}"#, "`aim`"),
        (
            r#"{"legs": [{"discloser": {"is": "sch4-1O"}}]}"#,
            "`sch4-1O`",
        ),
        (r#"{"on": "2026-02-30", "legs": [{}]}"#, "`2026-02-30`"),
    ] {
        let run = decide(proposal);
        assert_eq!(run.code, 2, "{proposal}");
        assert!(run.out.is_empty());
        assert_eq!(run.errors.lines().count(), 1, "{}", run.errors);
        assert!(run.errors.contains(name), "{}", run.errors);
    }
}

#[test]
fn publishing_writes_the_manifest_and_is_content_to_write_nothing() {
    let folder = Folder::new(
        "published",
        &[("r.gate", SOUND), ("a.gate", "# Nothing.\n")],
    );
    let first = run(&["publish", folder.path()], "");
    let manifest = std::fs::read_to_string(folder.0.join("manifest.txt")).unwrap();
    let lines: Vec<&str> = manifest
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[0].ends_with("  r.gate") && lines[1].ends_with("  a.gate"));
    let bundle = |name| std::fs::read_to_string(folder.0.join(name));
    assert_eq!(bundle("questions.txt").unwrap(), SOUND);
    assert_eq!(bundle("answers.txt").unwrap(), "# Nothing.\n");
    assert!(
        lines
            .iter()
            .all(|line| line.split("  ").next().unwrap().len() == 64)
    );
    assert_eq!(run(&["publish", folder.path()], "").out, first.out);
    std::fs::remove_file(folder.0.join("a.gate")).unwrap();
    assert_eq!(run(&["publish", folder.path()], "").code, 0);
    assert!(bundle("answers.txt").is_err(), "nothing comes later");
    let manifest = std::fs::read_to_string(folder.0.join("manifest.txt")).unwrap();
    std::fs::write(folder.0.join("r.gate"), BAD).unwrap();
    let refused = run(&["publish", folder.path()], "");
    assert_eq!(refused.code, 1);
    assert_eq!(
        std::fs::read_to_string(folder.0.join("manifest.txt")).unwrap(),
        manifest
    );
}

#[test]
fn what_is_not_utf_8_is_told_and_not_published() {
    let folder = Folder::new("latin", &[("r.gate", SOUND)]);
    std::fs::write(folder.0.join("l.gate"), b"# Caf\xe9.\n").unwrap();
    for command in ["check", "publish"] {
        let run = run(&[command, folder.path()], "");
        assert_eq!(run.code, 1, "{command}");
        assert!(run.errors.contains("error[not-text]"), "{}", run.errors);
        assert!(run.errors.contains("--> l.gate:1:6"), "{}", run.errors);
    }
    assert!(!folder.0.join("manifest.txt").exists());
}

#[test]
fn of_very_many_mistakes_the_first_are_told_and_how_many_more() {
    let many = "objektive x\n".repeat(20_000);
    let folder = Folder::new("many", &[("r.gate", SOUND), ("x.gate", &many)]);
    let run = run(&["check", folder.path()], "");
    assert_eq!(run.code, 1);
    assert_eq!(run.errors.matches("error[").count(), 100);
    assert!(
        run.errors.ends_with("and 19900 more, not shown\n"),
        "{}",
        run.errors
    );
    assert!(run.errors.len() < 50_000);
}

/// The members of an object that scripts may count on.
fn has(value: &Value, members: &[&str]) {
    let object = value
        .as_object()
        .unwrap_or_else(|| panic!("{value} is no object"));
    for member in members {
        assert!(object.contains_key(*member), "no `{member}` in {value}");
    }
}

#[test]
fn persons_have_the_members_that_scripts_count_on() {
    let persons = run(
        &["persons", "www/rules", "--on", "2024-03-01", "--json"],
        "",
    )
    .json();
    let persons = persons.as_array().unwrap();
    let members = [
        "id",
        "schedule",
        "paragraph",
        "part",
        "name",
        "also",
        "from",
        "until",
        "objectives",
        "unsettled",
    ];
    persons.iter().for_each(|person| has(person, &members));
    let of = |id: &str| persons.iter().find(|person| person["id"] == id).unwrap();
    assert_eq!(of("sch4-10")["name"], "Her Majesty’s Revenue and Customs");
    assert_eq!(of("sch4-10")["from"], "2018-05-01");
    assert_eq!(of("sch4-10")["until"], Value::Null);
    assert_eq!(
        of("sch4-9A")["unsettled"],
        serde_json::json!(["fuel-poverty"])
    );
    assert!(
        !of("sch4-9A")["objectives"]
            .as_array()
            .unwrap()
            .contains(&"fuel-poverty".into())
    );
    let early = run(
        &["persons", "www/rules", "--on", "2017-01-01", "--json"],
        "",
    )
    .json();
    assert!(early.as_array().unwrap().is_empty());
}

#[test]
fn questions_have_the_members_that_scripts_count_on() {
    let questions = run(&["questions", "www/rules", "--json"], "").json();
    let kinds = ["yes-no", "choice", "several", "person", "date"];
    let scopes = ["proposal", "leg", "discloser", "recipient"];
    let questions = questions.as_array().unwrap();
    assert!(questions.len() > 20);
    for question in questions {
        has(
            question,
            &["id", "scope", "kind", "text", "options", "provision"],
        );
        assert!(
            kinds.contains(&question["kind"].as_str().unwrap()),
            "{question}"
        );
        assert!(
            scopes.contains(&question["scope"].as_str().unwrap()),
            "{question}"
        );
        for option in question["options"].as_array().unwrap() {
            has(option, &["id", "text"]);
        }
    }
}

/// HMRC to the Greater London Authority: refused for multiple disadvantages, not for fuel poverty.
#[test]
fn a_decision_has_the_members_that_scripts_count_on() {
    let found = decide(
        r#"{"on": "2019-03-01", "answers": {"aims": ["fuel-poverty", "multiple-disadvantages"]},
            "legs": [{"discloser": {"is": "sch4-10"}, "recipient": {"is": "sch4-17"}, "answers": {}}]}"#,
    )
    .json();
    has(&found, &["rulebook", "outcome", "legs", "open"]);
    has(&found["rulebook"], &["title", "law-as-at", "hash"]);
    assert_eq!(found["rulebook"]["law-as-at"], "2026-03-31");
    assert_eq!(found["rulebook"]["hash"].as_str().unwrap().len(), 64);
    let leg = &found["legs"][0];
    has(leg, &["discloser", "recipient", "outcome", "gateways"]);
    assert_eq!(leg["discloser"]["is"], "sch4-10");
    let routes = leg["gateways"].as_array().unwrap();
    for route in routes {
        has(
            route,
            &[
                "gateway",
                "objective",
                "outcome",
                "kind",
                "reasons",
                "caveats",
                "unsettled",
            ],
        );
        for reason in route["reasons"].as_array().unwrap() {
            has(reason, &["provision", "citation", "truth", "because"]);
        }
    }
    let under = |objective: &str| {
        let found = routes.iter().find(|route| route["objective"] == objective);
        found.unwrap()
    };
    let refused = under("multiple-disadvantages");
    assert_eq!(refused["gateway"], "section-35");
    assert_eq!(refused["outcome"], "DoesNotFit");
    assert_eq!(refused["kind"], "no-objective");
    let because = refused["reasons"].as_array().unwrap().iter();
    let not_met: Vec<&Value> = because
        .filter(|reason| reason["truth"] == "not-met")
        .collect();
    assert!(
        not_met
            .iter()
            .any(|reason| reason["provision"] == "SI-2018-912 Sch para 1(2)(a)(i)")
    );
    assert_eq!(under("fuel-poverty")["outcome"], "Undecided");
    assert!(
        found["open"]
            .as_array()
            .unwrap()
            .contains(&"living-in-fuel-poverty".into())
    );
}

/// A worked case, as the command writes it, is decided when it is given back.
#[test]
fn cases_can_be_decided_elsewhere() {
    let cases = run(&["cases", "www/rules", "--json"], "").json();
    let cases = cases.as_array().unwrap();
    assert!(cases.len() >= 40);
    for case in cases.iter().step_by(cases.len() / 8) {
        has(case, &["id", "title", "proposal"]);
        let found = decide(&case["proposal"].to_string()).json();
        assert_eq!(found["on"], case["proposal"]["on"]);
    }
}

#[test]
fn paper_writes_the_guide_with_its_style_inside_or_beside() {
    let printed = run(&["paper", "www/rules"], "");
    assert_eq!(printed.code, 0, "{}", printed.errors);
    assert!(printed.out.starts_with("<!doctype html>"));
    assert!(printed.out.contains("<style>") && !printed.out.contains("<script"));
    let used = decide(r#"{"legs": [{}]}"#).json();
    assert!(
        printed
            .out
            .contains(used["rulebook"]["hash"].as_str().unwrap())
    );
    let folder = Folder::new("paper", &[]);
    let page = folder.0.join("guide.html");
    let arguments = [
        "paper",
        "www/rules",
        "--style",
        "guide.css",
        "--out",
        page.to_str().unwrap(),
    ];
    let written = run(&arguments, "");
    assert_eq!(written.code, 0, "{}", written.errors);
    let text = std::fs::read_to_string(&page).unwrap();
    assert!(text.contains("<link rel=\"stylesheet\" href=\"guide.css\">"));
    let style = std::fs::read_to_string(folder.0.join("guide.css")).unwrap();
    assert!(printed.out.contains(&style), "both have the same style");
    // A rulebook that says next to nothing has a guide, too.
    let sound = Folder::new("paper-sound", &[("r.gate", SOUND)]);
    let small = run(&["paper", sound.path()], "");
    assert!(
        small.out.contains("<title>Guide: R</title>"),
        "{}",
        small.errors
    );
    let bad = Folder::new("paper-bad", &[("r.gate", BAD)]);
    assert_eq!(run(&["paper", bad.path()], "").code, 1);
}

/// A line of the command line and a file say the same, and both are answered by the same comparison.
#[test]
fn what_an_amendment_would_change_is_told() {
    let folder = std::env::temp_dir().join(format!("wicketgate-whatif-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("open.gate");
    std::fs::write(&file, "amend list disadvantages {\n  indicative\n}\n").unwrap();
    let of = |more: &[&str]| {
        let words = ["whatif", "www/rules", "--on", "2026-03-31"];
        run(&[&words[..], more].concat(), "")
    };
    let by_file = of(&["--with", file.to_str().unwrap(), "--json"]).json();
    assert_eq!(by_file["routes"][0]["objective"], "multiple-disadvantages");
    let told = of(&["--set", "list disadvantages indicative"]);
    assert_eq!(told.code, 0);
    let changes = by_file["routes"][0]["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 2);
    for change in changes {
        assert_eq!(change["old"], "DoesNotFit");
        let count = change["combinations"].as_str().unwrap();
        assert!(
            told.out
                .contains(&format!("was does not fit: {count} combinations")),
            "{}",
            told.out
        );
    }
    assert!(told.out.lines().count() < 120, "{}", told.out);
    let wrong = of(&["--set", "list disadvantges indicative"]);
    assert_eq!(wrong.code, 1);
    assert!(
        wrong.errors.contains("did you mean `disadvantages`?"),
        "{}",
        wrong.errors
    );
    assert_eq!(of(&[]).code, 2);
    assert_eq!(of(&["--set", "list disadvantages"]).code, 2);
    assert_eq!(of(&["--with", "nowhere.gate"]).code, 2);
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn texts_are_listed_translated_checked_and_published_apart_from_the_law() {
    let law = "rulebook \"R\" {\n  law as at 1 May 2018\n  says advice \"Ask \\\"them\\\".\"\n      \"- Now\"\n}\n";
    let folder = Folder::new("texts", &[("r.gate", law)]);
    let read = |name: &str| std::fs::read_to_string(folder.0.join(name)).unwrap();
    assert_eq!(run(&["publish", folder.path()], "").code, 0);
    let before = read("manifest.txt");
    let listed = run(&["texts", folder.path()], "");
    assert_eq!(
        listed.out,
        "# r.gate\ntext rulebook.title \"R\"\ntext rulebook.says.advice \"Ask \\\"them\\\".\"\n  \"- Now\"\n# 2 texts\n"
    );
    assert_eq!(run(&["texts", folder.path(), "--pseudo"], "").code, 0);
    let pseudo = "text rulebook.title \"⟦R⟧\"\ntext rulebook.says.advice \"⟦Ask \\\"thém\\\".⟧\"\n  \"- ⟦Nów⟧\"\n";
    assert_eq!(read("r.en-x-pseudo.gate"), pseudo.replace("⟦Ask", "⟦Ásk"));
    assert_eq!(run(&["check", folder.path()], "").code, 0);
    assert_eq!(run(&["texts", folder.path(), "--pseudo"], "").code, 0);
    // Another language lacks all but what it has.
    std::fs::write(folder.0.join("r.cy.gate"), "text rulebook.title \"Rh\"\n").unwrap();
    let missing = run(&["texts", folder.path(), "--lang", "cy"], "").out;
    assert!(
        missing.starts_with("# r.gate\ntext rulebook.says.advice"),
        "{missing}"
    );
    assert!(
        missing.ends_with("# 1 of 2 texts are missing in cy\n"),
        "{missing}"
    );
    let json = run(&["texts", folder.path(), "--lang", "cy", "--json"], "").out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json[0]["cy"], serde_json::json!(["Rh"]));
    assert_eq!(json[1]["cy"], serde_json::Value::Null);
    assert_eq!(run(&["publish", folder.path()], "").code, 0);
    let manifest = read("manifest.txt");
    assert_eq!(read("texts.cy.txt"), "text rulebook.title \"Rh\"\n");
    let line = |text: &str| {
        text.lines()
            .find(|line| line.starts_with("# rulebook"))
            .unwrap()
            .to_owned()
    };
    assert_eq!(
        line(&manifest),
        line(&before),
        "the law has one hash in every language"
    );
    // A translation of nothing is an error, and is not published.
    std::fs::write(folder.0.join("r.cy.gate"), "text rulebook.tilte \"Rh\"\n").unwrap();
    let refused = run(&["publish", folder.path()], "");
    assert_eq!(refused.code, 1);
    assert!(
        refused.errors.contains("did you mean `rulebook.title`?"),
        "{}",
        refused.errors
    );
    assert_eq!(read("manifest.txt"), manifest);
    // What is gone leaves no bundle behind.
    std::fs::remove_file(folder.0.join("r.cy.gate")).unwrap();
    assert_eq!(run(&["publish", folder.path()], "").code, 0);
    assert!(!folder.0.join("texts.cy.txt").exists());
}
