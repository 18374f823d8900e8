//! Generated rulebooks of any number of objectives, with shares to judge.
//!
//! Each objective lists 15 of 50 bodies that may give and 15 that may get, 20 of 100 conditions of
//! which at least two must hold, and three of six flags of which none may. Half of the shares are
//! built to fit some objective. `baseline.mjs` makes the same and judges them by hand-written loops.

use wicketgate_engine::{Answer, Date, Facts, Leg, Person, Source};

pub(crate) const BODIES: usize = 50;
const POOL: usize = 100;
const FLAGS: usize = 6;

/// Mulberry32, by Tommy Ettinger: the same numbers as in `baseline.mjs`.
struct Mulberry(u32);

impl Mulberry {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x6D2B_79F5);
        let a = self.0;
        let mut t = (a ^ (a >> 15)).wrapping_mul(1 | a);
        t = t.wrapping_add((t ^ (t >> 7)).wrapping_mul(61 | t)) ^ t;
        f64::from(t ^ (t >> 14)) / 4_294_967_296.0
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() * limit as f64) as usize
    }

    /// So many of the numbers below a limit, in order.
    fn pick(&mut self, limit: usize, count: usize) -> Vec<usize> {
        let mut all: Vec<usize> = (0..limit).collect();
        for at in 0..count {
            let other = at + self.below(limit - at);
            all.swap(at, other);
        }
        all.truncate(count);
        all.sort_unstable();
        all
    }
}

/// An objective as numbers.
#[derive(Debug)]
pub(crate) struct Objective {
    disclosers: Vec<usize>,
    recipients: Vec<usize>,
    conditions: Vec<usize>,
    flags: Vec<usize>,
}

/// A share as numbers.
#[derive(Debug)]
pub(crate) struct Share {
    discloser: usize,
    recipient: usize,
    conditions: Vec<usize>,
    flags: Vec<usize>,
}

pub(crate) fn objectives(count: usize) -> Vec<Objective> {
    let mut random = Mulberry(20171);
    let each = (0..count).map(|_| Objective {
        disclosers: random.pick(BODIES, 15),
        recipients: random.pick(BODIES, 15),
        conditions: random.pick(POOL, 20),
        flags: random.pick(FLAGS, 3),
    });
    each.collect()
}

pub(crate) fn shares(objectives: &[Objective], count: usize) -> Vec<Share> {
    let mut random = Mulberry(7);
    let mut shares = Vec::new();
    for number in 0..count {
        let (discloser, recipient) = (random.below(BODIES), random.below(BODIES));
        let many = 2 + random.below(14);
        let mut share = Share {
            discloser,
            recipient,
            conditions: random.pick(POOL, many),
            flags: Vec::new(),
        };
        if random.next() < 0.4 {
            share.flags.push(random.below(FLAGS));
        }
        let of = random.below(objectives.len());
        if let Some(objective) = objectives.get(of).filter(|_| number % 2 == 0) {
            let one = |random: &mut Mulberry, list: &[usize]| {
                list.get(random.below(list.len()))
                    .copied()
                    .unwrap_or_default()
            };
            share.discloser = one(&mut random, &objective.disclosers);
            share.recipient = one(&mut random, &objective.recipients);
            share
                .conditions
                .extend(objective.conditions.iter().skip(3).take(3));
            share.conditions.sort_unstable();
            share.conditions.dedup();
            share.flags.clear();
        }
        shares.push(share);
    }
    shares
}

/// Makes the first objective less strict: one flag fewer rules it out.
pub(crate) fn amend(objectives: &mut [Objective]) {
    if let Some(first) = objectives.first_mut() {
        first.flags.pop();
    }
}

/// The objectives that a share fits.
pub(crate) fn reference(objectives: &[Objective], share: &Share) -> Vec<bool> {
    let fits = |objective: &Objective| {
        let met = objective.conditions.iter();
        objective.disclosers.contains(&share.discloser)
            && objective.recipients.contains(&share.recipient)
            && met.filter(|one| share.conditions.contains(one)).count() >= 2
            && !objective
                .flags
                .iter()
                .any(|flag| share.flags.contains(flag))
    };
    objectives.iter().map(fits).collect()
}

/// The rule files of objectives.
pub(crate) fn sources(objectives: &[Objective]) -> Vec<Source> {
    let mut frame = r#"rulebook "Generated" {
  law as at 31 March 2026
  groups who, flags, conditions
}
instrument A "An Act" {
  link "https://example.org/act"
  provision "s.1", "Sch 1" at "section"
}
question discloser person "Who gives?" {
  group who
  scope discloser
}
question recipient person "Who gets?" {
  group who
  scope recipient
}
"#
    .to_owned();
    for (name, count) in [("flags", FLAGS), ("conditions", POOL)] {
        frame += &format!("question {name} several \"Which {name}?\" {{\n  group {name}\n");
        for option in 0..count {
            frame += &format!("  option {name}-{option} \"Option {option}\"\n");
        }
        frame += "}\n";
    }
    frame += "schedule s \"Schedule\" [A Sch 1] {\n  paragraphs \"Sch 1 para\" at \"p\"\n  in force from 1 May 2018 [A s.1]\n  part 1 \"Part\" {\n";
    for body in 1..=BODIES {
        frame += &format!("    entry {body} \"Body {body}\"\n");
    }
    frame += "  }\n}\ngateway g \"Gateway\" [A s.1] {\n  schedule s\n  in force from 1 May 2018 [A s.1]\n}\n";
    // A file may have some megabytes, so not all of the objectives stand in one.
    let mut files = vec![Source::new("frame.gate", frame)];
    let mut rules = String::new();
    for (number, objective) in objectives.iter().enumerate() {
        let bodies = |list: &[usize]| {
            let ids = list.iter().map(|body| format!("s-{}", body + 1));
            ids.collect::<Vec<_>>().join(", ")
        };
        let chosen = |name: &str, list: &[usize]| {
            let lines = list.iter();
            lines
                .map(|option| format!("      {name} includes {name}-{option}\n"))
                .collect::<String>()
        };
        rules += &format!(
            "objective o-{number} \"Objective {number}\" [A s.1] {{\n  under g\n  in force from 1 May 2018 [A s.1]\n  persons of s paragraphs 1-50 [A s.1]\n"
        );
        for (id, test) in [
            (
                "discloser",
                format!("discloser is {}", bodies(&objective.disclosers)),
            ),
            (
                "recipient",
                format!("recipient is {}", bodies(&objective.recipients)),
            ),
            (
                "conditions",
                format!(
                    "at least 2 of {{\n{}    }}",
                    chosen("conditions", &objective.conditions)
                ),
            ),
            (
                "flags",
                format!("none of {{\n{}    }}", chosen("flags", &objective.flags)),
            ),
        ] {
            rules += &format!(
                "\n  condition {id} \"Condition\" [A s.1] {{\n    kind purpose\n    requires {test}\n    met \"It is met.\"\n    not met \"It is not met.\"\n  }}\n"
            );
        }
        rules += "}\n";
        if (number + 1) % 1_000 == 0 || number + 1 == objectives.len() {
            let text = std::mem::take(&mut rules);
            files.push(Source::new(format!("rules-{number}.gate"), text));
        }
    }
    files
}

/// A share as facts.
pub(crate) fn facts(on: Date, share: &Share) -> Facts {
    let person = |body: usize| {
        Some(Person::Body {
            id: format!("s-{}", body + 1),
            name: None,
        })
    };
    let mut facts = Facts::new(on);
    facts.legs = vec![Leg {
        discloser: person(share.discloser),
        recipient: person(share.recipient),
        ..Leg::default()
    }];
    for (name, list) in [("flags", &share.flags), ("conditions", &share.conditions)] {
        let ids: Vec<String> = list
            .iter()
            .map(|option| format!("{name}-{option}"))
            .collect();
        let answer = Answer::chosen(ids.iter().map(String::as_str));
        facts.answers.insert(name.to_owned(), answer);
    }
    facts
}
