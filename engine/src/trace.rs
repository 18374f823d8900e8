//! Which rules encode each provision of the instruments that are traced.

use serde::Serialize;

use crate::Text;
use crate::model::{Cite, Rulebook};

/// A provision and the rules that rest on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Traced {
    /// The provision, as rule files name it, or the instrument where the whole of it is cited.
    pub provision: String,
    /// The rules that cite it, by what they are and their names.
    pub rules: Vec<String>,
    /// Why no rule encodes it, where none does.
    pub omitted: Option<String>,
}

impl Traced {
    /// Whether rules encode it or a reason says why none does.
    pub fn is_accounted_for(&self) -> bool {
        !self.rules.is_empty() || self.omitted.is_some()
    }
}

/// Every provision of the traced instruments, in the order in which they are declared.
pub fn trace(rulebook: &Rulebook) -> Vec<Traced> {
    let mut traced = Vec::new();
    let citers = citers(rulebook);
    for (instrument, declared) in rulebook.instruments.iter().enumerate() {
        if !declared.traced {
            continue;
        }
        let rules = |cite: &Cite| {
            let mut rules: Vec<String> = Vec::new();
            for (name, cites) in &citers {
                if cites.contains(cite) && !rules.contains(name) {
                    rules.push(name.clone());
                }
            }
            rules
        };
        let whole = Cite {
            instrument,
            provision: None,
        };
        let of_whole = rules(&whole);
        if !of_whole.is_empty() || declared.provisions.is_empty() {
            traced.push(Traced {
                provision: rulebook.provision(&whole),
                rules: of_whole,
                omitted: None,
            });
        }
        for (index, provision) in declared.provisions.iter().enumerate() {
            let cite = Cite {
                instrument,
                provision: Some(index),
            };
            traced.push(Traced {
                provision: rulebook.provision(&cite),
                rules: rules(&cite),
                omitted: provision.omitted.as_ref().map(Text::plain),
            });
        }
    }
    traced
}

/// Everything that cites provisions.
fn citers(book: &Rulebook) -> Vec<(String, Vec<Cite>)> {
    let mut citers: Vec<(String, Vec<Cite>)> = Vec::new();
    let mut add = |name: String, cites: &[Cite]| citers.push((name, cites.to_vec()));
    for schedule in &book.schedules {
        add(format!("schedule {}", schedule.id), &schedule.cites);
    }
    for entry in &book.entries {
        add(format!("entry {}", entry.id), &entry.cites);
        for limit in entry.versions.iter().flat_map(|version| &version.limits) {
            add(
                format!("limit {} of entry {}", limit.id, entry.id),
                &limit.cites,
            );
        }
    }
    for list in &book.lists {
        add(format!("list {}", list.id), &list.cites);
        for item in &list.items {
            add(format!("item {}", item.id), &item.cites);
            item.meanings
                .iter()
                .for_each(|meaning| add(format!("item {}", item.id), &meaning.cites));
        }
    }
    for question in &book.questions {
        add(format!("question {}", question.id), &question.cites);
        question.options.iter().for_each(|option| {
            add(
                format!("option {} of question {}", option.id, question.id),
                &option.cites,
            )
        });
    }
    book.points
        .iter()
        .for_each(|point| add(format!("unsettled {}", point.id), &point.cites));
    book.terms
        .iter()
        .for_each(|term| add(format!("term {}", term.id), &term.cites));
    book.limits
        .iter()
        .for_each(|limit| add(format!("limit {}", limit.id), &limit.cites));
    for gateway in &book.gateways {
        let name = format!("gateway {}", gateway.id);
        add(name.clone(), &gateway.cites);
        gateway
            .in_force
            .iter()
            .for_each(|in_force| add(name.clone(), &in_force.cites));
        gateway.conditions.iter().for_each(|condition| {
            add(
                format!("condition {} of {}", condition.id, gateway.id),
                &condition.cites,
            )
        });
        gateway.caveats.iter().for_each(|caveat| {
            add(
                format!("caveat {} of {}", caveat.id, gateway.id),
                &caveat.cites,
            )
        });
    }
    for objective in &book.objectives {
        let name = format!("objective {}", objective.id);
        add(name.clone(), &objective.cites);
        objective
            .in_force
            .iter()
            .for_each(|in_force| add(name.clone(), &in_force.cites));
        objective
            .persons
            .iter()
            .for_each(|persons| add(format!("persons of {}", objective.id), &persons.cites));
        objective
            .providers
            .iter()
            .for_each(|cites| add(format!("providers of {}", objective.id), cites));
        objective.conditions.iter().for_each(|condition| {
            add(
                format!("condition {} of {}", condition.id, objective.id),
                &condition.cites,
            )
        });
        objective.caveats.iter().for_each(|caveat| {
            add(
                format!("caveat {} of {}", caveat.id, objective.id),
                &caveat.cites,
            )
        });
    }
    for note in &book.notes {
        let name = format!("{} {}", note.kind.word(), note.id);
        add(name.clone(), &note.cites);
        note.checks
            .iter()
            .for_each(|check| add(name.clone(), &check.cites));
    }
    book.elsewhere
        .iter()
        .for_each(|elsewhere| add(format!("elsewhere {}", elsewhere.id), &elsewhere.cites));
    citers
}
