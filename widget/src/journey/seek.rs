//! Finding an organisation, without a browser: from what was typed, through further steps, to a person of a leg.

use wicketgate_engine::Person;
use wicketgate_engine::model::{EntryKind, Index};

use super::draft::Draft;
use super::field::{PROVIDER, YES};
use super::page::{Page, Step, StepKind};
use super::problem::Problem;
use super::session::Session;
use super::walk::{self, At};
use crate::content::fill;
use crate::finder::{Target, choice, is_class};

impl Session {
    /// Takes what was typed or selected as the name of an organisation.
    pub(super) fn send_name(
        &mut self,
        at: At,
        customer: bool,
        missing: String,
    ) -> Result<(), Problem> {
        let typed = self.text().to_owned();
        let target = self.named(missing)?;
        self.follow(at, target, customer, typed);
        Ok(())
    }

    /// What the typed or selected name leads to; `missing` is said where there is none.
    pub(super) fn named(&self, missing: String) -> Result<Target, Problem> {
        let typed = self.text();
        if typed.is_empty() {
            return Err(Problem::new(missing));
        }
        let target = self.draft.picked.or_else(|| self.finder.resolve(typed));
        target.ok_or_else(|| Problem::new(fill(self.words.not_recognised, &[("{name}", typed)])))
    }

    /// Goes where a name leads.
    fn follow(&mut self, at: At, target: Target, customer: bool, typed: String) {
        // Only what is not itself a name in the list is carried on as the name of one organisation.
        let typed = if self.finder.is_name(&typed, target) {
            String::new()
        } else {
            typed
        };
        let kind = match target {
            Target::Body(body) if customer || !is_class(&self.book, body, self.facts.on) => {
                return self.set_body(at, body, customer, None);
            }
            Target::Body(body) => StepKind::Which(body),
            Target::Agency(agency) => StepKind::Agency(agency),
            Target::Elsewhere(elsewhere) => StepKind::Elsewhere(elsewhere),
            Target::Kind(kind) => StepKind::Kind(kind),
        };
        self.open(Page::Find(
            at,
            Step {
                kind,
                customer,
                typed,
            },
        ));
    }

    fn set_body(&mut self, at: At, body: Index, customer: bool, name: Option<String>) {
        let book = self.book.clone();
        // By an entry that describes it on the day, as the rules take it.
        let entry = book.entries.iter().find(|entry| {
            entry.kind == EntryKind::Person && book.body_on(entry, self.facts.on) == body
        });
        let Some(id) = entry.map(|entry| entry.id.clone()) else {
            return;
        };
        self.set_person(
            at,
            if customer {
                Person::Provider { to: id }
            } else {
                Person::Body { id, name }
            },
        );
    }

    fn set_person(&mut self, at: At, person: Person) {
        let book = self.book.clone();
        if let Some(end) = walk::end(&book, at, &mut self.facts) {
            *end = Some(person);
        }
        self.rewalk();
        self.go_on();
    }

    /// Takes someone who is in no list; of a customer, the provider is not listed either.
    fn set_unlisted(&mut self, at: At, customer: bool, name: String) {
        let name = match self.book.says("provider-name") {
            Some(phrase) if customer => fill(&phrase.plain(), &[("{body}", &name)]),
            _ => name,
        };
        self.set_person(at, Person::NotListed(name));
    }

    /// Takes what was answered at a further step.
    pub(super) fn send_step(&mut self, at: At, step: Step) -> Result<(), Problem> {
        let Step {
            kind,
            customer,
            typed,
        } = step;
        let book = self.book.clone();
        match kind {
            StepKind::Customer => self.send_name(at, true, self.words.customer_error.to_owned())?,
            StepKind::Unlisted => {
                let name = self.text().to_owned();
                if name.is_empty() {
                    return Err(Problem::new(self.words.unlisted_error.to_owned()));
                }
                match self.finder.resolve(&name) {
                    Some(Target::Body(_)) => {
                        return Err(Problem::new(fill(
                            self.words.unlisted_but_listed,
                            &[("{name}", &name)],
                        )));
                    }
                    // Said already that it is none of these.
                    Some(target) if self.past_step(target) => self.set_unlisted(at, customer, name),
                    Some(target) => self.follow(at, target, customer, name),
                    None => self.set_unlisted(at, customer, name),
                }
            }
            StepKind::Which(body) => {
                let name = Some(self.text().to_owned()).filter(|name| !name.is_empty());
                self.set_body(at, body, customer, name);
            }
            StepKind::Agency(agency) => match self.radio(self.words.agency_error)?.as_str() {
                YES => {
                    if let Some(agency) = book.agencies.get(agency) {
                        self.set_body(at, agency.of, customer, None);
                    }
                }
                _ => self.search_again(at, customer),
            },
            StepKind::Elsewhere(elsewhere) => {
                match self.radio(self.words.elsewhere_error)?.as_str() {
                    PROVIDER => self.turn_to(StepKind::Customer),
                    YES => {
                        let own = book
                            .elsewhere
                            .get(elsewhere)
                            .map(|body| body.name.plain())
                            .unwrap_or_default();
                        self.set_unlisted(at, customer, if typed.is_empty() { own } else { typed });
                    }
                    _ => self.search_again(at, customer),
                }
            }
            StepKind::Kind(kind) => {
                let chosen = self.radio(self.words.kind_error)?;
                let known = book
                    .words
                    .get(kind)
                    .into_iter()
                    .flat_map(|kind| &kind.among)
                    .copied()
                    .map(choice);
                match Target::from_value(&chosen)
                    .filter(|target| known.into_iter().any(|known| known == *target))
                {
                    Some(target) => self.follow(at, target, customer, typed),
                    None if typed.is_empty() => self.turn_to(StepKind::Unlisted),
                    None => self.set_unlisted(at, customer, typed),
                }
            }
        }
        Ok(())
    }

    /// Whether the page of a target was passed on the way here.
    fn past_step(&self, target: Target) -> bool {
        let Target::Kind(kind) = target else {
            return false;
        };
        self.past
            .iter()
            .any(|page| matches!(page, Page::Find(_, step) if step.kind == StepKind::Kind(kind)))
    }

    /// Goes back to the name, with nothing in it.
    fn search_again(&mut self, at: At, customer: bool) {
        let page = if customer {
            Page::Find(
                at,
                Step {
                    kind: StepKind::Customer,
                    customer,
                    typed: String::new(),
                },
            )
        } else {
            Page::Ask(at)
        };
        self.open(page);
        self.draft = Draft::default();
    }

    /// Goes to a further step of finding an organisation, with what was typed so far.
    pub(super) fn turn_to(&mut self, kind: StepKind) {
        let (question, customer) = match &self.page {
            Page::Ask(question) => (*question, false),
            Page::Find(question, step) => (*question, step.customer),
            _ => return,
        };
        let customer = customer || kind == StepKind::Customer;
        // A name that was picked is not carried on as the name of something else.
        let typed = match self.draft.picked {
            Some(_) => String::new(),
            None => self.text().to_owned(),
        };
        self.open(Page::Find(
            question,
            Step {
                kind,
                customer,
                typed,
            },
        ));
    }
}
