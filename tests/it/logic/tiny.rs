//! Rulebooks so small that every answer to every question can be tried.

use wicketgate_engine::{Rulebook, Source};

use super::generate::{Random, test};
use crate::compiled;

/// The most ways in which the questions of a tiny rulebook may be answered.
const MOST: usize = 160;

/// What may stand in a tiny rulebook: its text, in how many ways it can be answered, and tests of it.
struct Part {
    text: &'static str,
    ways: usize,
    tests: &'static [&'static str],
}

const PARTS: [Part; 8] = [
    Part {
        text: "question a yes-no \"A?\" {\n  group GROUP\nCHANGE}\n",
        ways: 2,
        tests: &["a is yes", "a is no", "a is not yes"],
    },
    Part {
        text: "question b yes-no \"B?\" {\n  group GROUP\nCHANGE}\n",
        ways: 2,
        tests: &["b is yes", "b is not yes"],
    },
    Part {
        text: "question c choice \"C?\" {\n  group GROUP\nCHANGE  option c1 \"1\"\n  option c2 \"2\"\n  option c3 \"3\"\n}\n",
        ways: 3,
        tests: &["c is c1", "c is not c2", "c is c3"],
    },
    Part {
        text: "question d several \"D?\" {\n  group GROUP\nCHANGE  option d1 \"1\"\n  option d2 \"2\"\n}\n",
        ways: 4,
        tests: &["d includes d1", "d excludes d2", "d includes d2"],
    },
    // What is chosen among other answers, and a factor that counts only by another answer.
    Part {
        text: "question a2 yes-no \"Young?\" {\n  group GROUP\nCHANGE}\nlist l definitive \"L\" {\n  item l1 \"1\"\n  item l2 \"2\" {\n    counts only when a2 is yes\n  }\n}\nquestion e several \"E?\" {\n  group GROUP\nCHANGE  options from l\n}\nquestion f several \"F?\" {\n  group GROUP\nCHANGE  options from l\n  among e\n}\n",
        ways: 32,
        tests: &[
            "e includes l1",
            "f includes l2",
            "at least 2 of e",
            "at least 2 of e and f",
            "at least 1 of f",
        ],
    },
    Part {
        text: "question w several \"W?\" {\n  group GROUP\nCHANGE  options from nations\n}\n",
        ways: 4,
        tests: &[
            "w reaches gateway",
            "w stays within gateway",
            "w includes wales",
        ],
    },
    Part {
        text: "list g definitive \"G\" {\n  item g1 \"1\"\n  item g2 \"2\"\n  item g3 \"3\"\n}\nquestion h several \"H?\" {\n  group GROUP\nCHANGE  options from g\n}\n",
        ways: 8,
        tests: &[
            "at least 2 of h",
            "h includes g1",
            "h excludes g3",
            "at least 3 of h",
        ],
    },
    // Both ends may be one of two bodies, a provider to one of them, or not listed.
    Part {
        text: "",
        ways: 25,
        tests: &[
            "discloser is in the schedule",
            "recipient entry is in force",
            "recipient is a provider",
            "discloser is s-1",
            "discloser is within its limits",
            "ends are one body",
            "ends are one class",
            "recipient is within its limits",
        ],
    },
];

/// A tiny rulebook.
#[derive(Debug)]
pub(super) struct Tiny {
    pub(super) text: String,
    pub(super) book: Rulebook,
    /// Whether it matters who shares with whom.
    pub(super) persons: bool,
    /// The day asked about.
    pub(super) on: &'static str,
}

const HEAD: &str = r#"rulebook "Tiny" {
  law as at 31 March 2026
  nations are nations
  groups first, second
}
instrument A "An Act" {
  link "https://example.org/act"
  provision "s.1", "Sch 1" at "section"
}
list nations definitive "Nations" {
  item england "England"
  item wales "Wales"
}
question discloser person "Who gives?" {
  group first
  scope discloser
CHANGE}
question recipient person "Who gets?" {
  group first
  scope recipient
CHANGE}
"#;

fn placed(random: &mut Random, text: &str, groups: &[&str]) -> String {
    let mut text = text.to_owned();
    while text.contains("GROUP") {
        text = text.replacen("GROUP", random.pick(groups), 1);
    }
    while text.contains("CHANGE") {
        let change = random.pick(&["", "", "", "  cannot change\n"]);
        text = text.replacen("CHANGE", change, 1);
    }
    text
}

fn in_force(random: &mut Random, points: usize) -> String {
    let nations = random.pick(&["", " in england", " in england, wales"]);
    if points > 0 && random.chance(20) {
        return "  partly in force from 1 May 2018 by u1 [A s.1]\n".to_owned();
    }
    format!("  in force from 1 May 2018{nations} [A s.1]\n")
}

fn conditions(random: &mut Random, leaves: &[&str]) -> String {
    let mut text = String::new();
    for number in 0..random.below(3) + 1 {
        let when = if random.chance(25) {
            test(random, leaves, "when ", 3)
        } else {
            String::new()
        };
        let requires = test(random, leaves, "requires ", 3);
        text += &format!(
            "  condition c{number} \"Condition\" [A s.1] {{\n    kind purpose\n{when}{requires}    met \"Yes.\"\n    not met \"No.\"\n  }}\n"
        );
    }
    text
}

/// A rulebook of some of the parts, whose questions stand in these groups.
pub(super) fn rulebook(random: &mut Random, groups: &[&str]) -> Tiny {
    let mut text = placed(random, HEAD, groups);
    let mut leaves: Vec<&str> = Vec::new();
    let mut ways = 1;
    let mut persons = false;
    for _ in 0..6 {
        let part = &PARTS[random.below(PARTS.len())];
        let known = leaves.contains(&part.tests[0]);
        if known || ways * part.ways > MOST {
            continue;
        }
        ways *= part.ways;
        text += &placed(random, part.text, groups);
        leaves.extend(part.tests);
        persons |= part.text.is_empty();
    }
    // The day is known from the start, so a test of it is true or false.
    leaves.push(random.pick(&[
        "date is from 1 January 2020",
        "date is before 1 January 2020",
    ]));
    let points = random.below(3);
    for point in 1..=points {
        text += &format!("unsettled u{point} \"Open?\" {{\n  says \"It is open.\"\n}}\n");
        leaves.push(["unsettled u1", "unsettled u2"][point - 1]);
    }
    let limits: Vec<&str> = leaves
        .iter()
        .copied()
        .filter(|leaf| leaf.starts_with(['a', 'b', 'c', 'd', 'e', 'h', 'u']))
        .filter(|leaf| !leaf.starts_with("discloser") && !leaf.starts_with("ends"))
        .collect();
    let limit = if limits.is_empty() {
        String::new()
    } else {
        let end = random.pick(&["discloser", "recipient"]);
        let requires = test(random, &limits, "requires ", 4);
        format!(
            "      limit l \"Limit\" [A s.1] {{\n        applies to {end}\n{requires}      }}\n"
        )
    };
    let doubt = if points > 0 && random.chance(40) {
        "      unsettled from 1 January 2020 by u1\n"
    } else {
        ""
    };
    let time = random.pick(&[
        "",
        "",
        "      from 1 January 2020\n",
        "      until 31 December 2019\n",
    ]);
    text += &format!(
        "schedule s \"Schedule\" [A Sch 1] {{\n  paragraphs \"Sch 1 para\" at \"p\"\n  in force from 1 May 2018 [A s.1]\n  part 1 \"Part\" {{\n    entry 1 \"One\" {{\n{doubt}{limit}    }}\n    entry 2 \"Two\" {{\n{time}      class\n    }}\n    providers 3 \"Providers\"\n  }}\n}}\n"
    )
    .replace("entry 1 \"One\" {\n    }", "entry 1 \"One\"");
    let gateways = 1 + random.below(2);
    for gateway in 0..gateways {
        text += &format!(
            "gateway g{gateway} \"Gateway\" [A s.1] {{\n  schedule s\n{}{}}}\n",
            in_force(random, points),
            conditions(random, &leaves)
        );
    }
    for objective in 0..random.below(3) {
        let mut own = leaves.clone();
        if persons {
            own.extend(["discloser is specified", "recipient is specified"]);
        }
        if leaves.contains(&"w includes wales") {
            own.extend(["w reaches objective", "w stays within objective"]);
        }
        let providers = random.pick(&["", "  providers to them [A s.1]\n"]);
        let unsettled = if points > 0 && random.chance(30) {
            "  unsettled 2 by u1\n"
        } else {
            ""
        };
        text += &format!(
            "objective o{objective} \"Objective\" [A s.1] {{\n  under g0\n{}  persons of s paragraphs {} [A s.1]\n{providers}{unsettled}{}}}\n",
            in_force(random, points),
            random.pick(&["1", "2", "1-2"]),
            conditions(random, &own)
        );
    }
    let book = compiled(&[Source::new("tiny.gate", text.clone())]);
    Tiny {
        text,
        book,
        persons,
        on: ["2019-12-31", "2020-01-01", "2026-03-31", "2026-03-31"][random.below(4)],
    }
}
