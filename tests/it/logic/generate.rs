//! Small rulebooks at random, as the text of a rule file.

use wicketgate_engine::{Rulebook, Source};

use crate::compiled;

/// Numbers that are the same on each run: xorshift, by George Marsaglia (2003).
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed * 0x9E37_79B9 + 0x2545_F491_4F6C_DD1D)
    }

    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 20) as usize % limit
    }

    pub(super) fn chance(&mut self, in_a_hundred: usize) -> bool {
        self.below(100) < in_a_hundred
    }

    pub(super) fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

/// What every generated rulebook has; conditions and limits are added to it.
const FRAME: &str = r#"rulebook "Generated" {
  law as at 31 March 2026
  nations are nations
  groups all
}
instrument A "An Act" {
  link "https://example.org/act"
  provision "s.1", "Sch 1" at "section"
}
list nations definitive "Nations" {
  item england "England"
  item wales "Wales"
}
list problems definitive "Problems" {
  item p1 "One" {
    counts only when q1 is yes
  }
  item p2 "Two"
  item p3 "Three"
}
question discloser person "Who gives?" {
  group all
  scope discloser
}
question recipient person "Who gets?" {
  group all
  scope recipient
}
question q1 yes-no "One?" {
  group all
}
question q2 yes-no "Two?" {
  group all
}
question pick choice "Which?" {
  group all
  option a "A"
  option b "B"
  option c "C"
}
question many several "Which?" {
  group all
  option m1 "One"
  option m2 "Two"
  option m3 "Three"
}
question where several "Where?" {
  group all
  options from nations
}
question outer several "Which problems?" {
  group all
  options from problems
}
question inner several "Which of these?" {
  group all
  options from problems
  among outer
}
unsettled u1 "One?" {
  says "It is open."
}
unsettled u2 "Two?" {
  says "It is open."
}
"#;

const LEAVES: [&str; 28] = [
    "q1 is yes",
    "q1 is no",
    "q2 is yes",
    "q2 is not yes",
    "pick is a",
    "pick is not b",
    "pick is c",
    "many includes m1",
    "many excludes m2",
    "many includes m3",
    "outer includes p1",
    "inner includes p2",
    "where reaches gateway",
    "where stays within gateway",
    "where includes wales",
    "unsettled u1",
    "unsettled u2",
    "term t1",
    "discloser is in the schedule",
    "recipient entry is in force",
    "discloser is within its limits",
    "recipient is a provider",
    "discloser is s-1, s-3",
    "ends are one body",
    "ends are one class",
    "at least 2 of inner",
    "at least 2 of outer and inner",
    "date is from 1 January 2020",
];
const OF_OBJECTIVE: [&str; 5] = [
    "discloser is specified",
    "recipient is specified",
    "where reaches objective",
    "where stays within objective",
    "objective is in force",
];

/// Conditions of a kind that a real gateway has, so that generated ones fit now and then.
const USUAL: [&str; 6] = [
    "gateway is in force",
    "discloser is in the schedule",
    "recipient entry is in force",
    "discloser is within its limits",
    "q1 is yes",
    "many includes m1",
];

/// A test on a line of its own, with its block if it has one.
pub(super) fn test(random: &mut Random, leaves: &[&str], start: &str, depth: usize) -> String {
    let pad = "  ".repeat(depth);
    if depth > 5 || random.chance(55) {
        return format!("{pad}{start}{}\n", random.pick(leaves));
    }
    let count = 2 + random.below(2);
    let inner: String = (0..count)
        .map(|_| test(random, leaves, "", depth + 1))
        .collect();
    let joiner = match random.below(4) {
        0 => "all of".to_owned(),
        1 => "any of".to_owned(),
        2 => "none of".to_owned(),
        _ => format!("at least {} of", 1 + random.below(count)),
    };
    format!("{pad}{start}{joiner} {{\n{inner}{pad}}}\n")
}

fn conditions(random: &mut Random, leaves: &[&str]) -> String {
    let mut text = String::new();
    for number in 0..random.below(3) + 1 {
        let when = if random.chance(25) {
            test(random, leaves, "when ", 2)
        } else {
            String::new()
        };
        let requires = if random.chance(45) {
            format!("    requires {}\n", random.pick(&USUAL))
        } else {
            test(random, leaves, "requires ", 2)
        };
        text += &format!(
            "  condition c{number} \"Condition\" [A s.1] {{\n    kind purpose\n{when}{requires}    met \"Yes.\"\n    not met \"No.\"\n  }}\n"
        );
    }
    text
}

fn in_force(random: &mut Random) -> String {
    let nations = random.pick(&["", " in england", " in england, wales"]);
    let mut text = format!("  in force from 1 May 2018{nations} [A s.1]\n");
    if random.chance(30) {
        text =
            format!("  partly in force from 1 May 2017 until 30 April 2018 by u1 [A s.1]\n{text}");
    }
    text
}

/// A rulebook and its text.
pub(super) fn rulebook(random: &mut Random) -> (Rulebook, String) {
    let mut text = FRAME.to_owned();
    let limit = test(
        random,
        &["q1 is yes", "pick is a", "many includes m2"],
        "requires ",
        4,
    );
    let doubt = random.pick(&["", "      unsettled from 1 January 2020 by u2\n"]);
    text += &format!(
        "schedule s \"Schedule\" [A Sch 1] {{\n  paragraphs \"Sch 1 para\" at \"p\"\n  in force from 1 May 2018 [A s.1]\n  part 1 \"Part\" {{\n    entry 1 \"One\"\n    entry 2 \"Two\" {{\n      class\n    }}\n    entry 3 \"Three\" {{\n      from 1 May 2018\n{doubt}      limit l \"Limit\" [A s.1] {{\n        applies to discloser\n    {limit}      }}\n    }}\n    entry 4 \"Four\" {{\n      until 31 December 2022\n    }}\n    providers 5 \"Providers\"\n  }}\n}}\n"
    );
    let term = test(
        random,
        &["q2 is yes", "pick is a", "many includes m3", "unsettled u2"],
        "requires ",
        1,
    );
    text += &format!("term t1 \"Term\" [A s.1] {{\n{term}}}\n");
    for gateway in ["g1", "g2"] {
        text += &format!(
            "gateway {gateway} \"Gateway\" [A s.1] {{\n  schedule s\n{}{}}}\n",
            in_force(random),
            conditions(random, &LEAVES)
        );
    }
    let with: Vec<&str> = LEAVES.into_iter().chain(OF_OBJECTIVE).collect();
    for objective in ["o1", "o2"] {
        let providers = random.pick(&["", "  providers to them [A s.1]\n"]);
        let unsettled = random.pick(&[
            "",
            "  unsettled 2 by u1\n",
            "  unsettled 1, 4 from 1 January 2020 by u2\n",
        ]);
        text += &format!(
            "objective {objective} \"Objective\" [A s.1] {{\n  under g1\n{}  persons of s paragraphs {} [A s.1]\n{providers}{unsettled}{}}}\n",
            in_force(random),
            random.pick(&["1-3", "1, 4", "2-4"]),
            conditions(random, &with)
        );
    }
    let book = compiled(&[Source::new("generated.gate", text.clone())]);
    (book, text)
}
