//! Why a leg has its outcome, in answers: those that decide it, and those that would have to be others.

use std::rc::Rc;

use wicketgate_engine::model::{AnswerKind, Question};
use wicketgate_engine::{
    Change, GatewayDetermination, LegDetermination, Near, Outcome, Reasons, Verdict, reasons,
};

use super::View;
use super::action::Action;
use super::ask::capital;
use super::field::YES;
use super::page::Page;
use super::session::Session;
use super::walk::At;
use crate::components::{Action as RowAction, El, Row, SummaryList, body, details, el, some, text};
use crate::content::fill;
use crate::finder::body_name;

/// How many near misses are told, and how many organisations are named in one.
const MOST: usize = 3;

impl Session {
    /// Works out why each leg has its outcome: once for each time the outcome is shown.
    pub(crate) fn weigh(&mut self) {
        if self.page != Page::Outcome {
            return;
        }
        let facts = self.walk.facts();
        let mut why = Vec::new();
        for leg in 0..facts.legs.len() {
            why.push(reasons(&self.book, facts, leg));
        }
        self.why = Rc::new(why);
    }
}

impl View<'_> {
    /// What would change the outcome of a leg that does not fit, and the answers that decide any.
    pub(super) fn why(
        &self,
        at: usize,
        leg: &LegDetermination,
        chosen: &[&GatewayDetermination],
    ) -> El {
        let Some(Some(reasons)) = self.session.why.get(at) else {
            return some();
        };
        some()
            .maybe(self.near_misses(at, leg, chosen, reasons))
            .maybe(self.decisive(at, reasons))
    }

    /// The objectives that a person has in mind, as far as few other answers would better them.
    fn near_misses(
        &self,
        at: usize,
        leg: &LegDetermination,
        chosen: &[&GatewayDetermination],
        reasons: &Reasons,
    ) -> Option<El> {
        if leg.outcome == Outcome::Fits {
            return None;
        }
        let words = self.words;
        let mut told = 0;
        let mut all = some();
        for near in &reasons.nearest {
            let same = |found: &&GatewayDetermination| {
                found.gateway == near.gateway && found.objective == near.objective
            };
            let Some(found) = leg.gateways.iter().find(same) else {
                continue;
            };
            // That another organisation could use a gateway nobody thought of helps no one.
            let meant = chosen.iter().any(same)
                || (near.objective.is_none()
                    && near.changes.iter().all(|change| !self.is_person(change)));
            if !meant || told == MOST {
                continue;
            }
            told += 1;
            all = all.el(self.near_miss(at, found, near));
        }
        (told > 0).then(|| {
            some()
                .el(self.below(1, "govuk-heading-m", words.near))
                .el(body(words.near_hint))
                .el(all)
        })
    }

    fn is_person(&self, change: &Change) -> bool {
        let question = self.session.book.question(&change.question);
        question.is_some_and(|question| question.kind == AnswerKind::Person)
    }

    fn near_miss(&self, at: usize, found: &GatewayDetermination, near: &Near) -> El {
        let words = self.words;
        let lead = if near.better == Outcome::Fits {
            words.near_fits
        } else {
            words.near_advice
        };
        let lead = fill(lead, &[("{objective}", &found.title)]);
        let mut missing = found
            .reasons
            .iter()
            .filter(|finding| finding.truth == Verdict::NotMet);
        let only = match (missing.next(), missing.next()) {
            (Some(only), None) => Some(body(&fill(
                words.near_only,
                &[("{objective}", &found.title), ("{because}", &only.because)],
            ))),
            _ => None,
        };
        let mut list = el("ul").class("govuk-list govuk-list--bullet");
        let mut before = "";
        for change in &near.changes {
            // Options of one question are told together.
            if change.question == before {
                continue;
            }
            before = &change.question;
            let book = &self.session.book;
            let index = book
                .questions
                .iter()
                .position(|one| one.id == change.question);
            let Some((index, question)) =
                index.and_then(|index| Some((index, book.questions.get(index)?)))
            else {
                continue;
            };
            let asked = question.text.plain();
            let to = At {
                leg: at,
                question: index,
            };
            let link = self
                .link(words.change, Action::Change(to))
                .class("wg-screen-only")
                .el(el("span")
                    .class("govuk-visually-hidden")
                    .text(" ")
                    .text(&asked));
            list = list.el(el("li")
                .text(&asked)
                .text(" ")
                .el(el("strong").text(&self.needed(question, near, change)))
                .text(" ")
                .el(link));
        }
        some().maybe(only).el(body(&lead)).el(list)
    }

    /// What an answer would have to be.
    fn needed(&self, question: &Question, near: &Near, change: &Change) -> String {
        let words = self.words;
        let mut parts: Vec<String> = Vec::new();
        let option = |id: &str| match question.options.iter().find(|option| option.id == id) {
            _ if question.kind == AnswerKind::YesNo => {
                if id == YES { words.yes } else { words.no }.to_owned()
            }
            Some(option) => capital(&option.text.plain()),
            None => id.to_owned(),
        };
        match question.kind {
            AnswerKind::Several => {
                for other in &near.changes {
                    if other.question != change.question {
                        continue;
                    }
                    let ticked = other.needed.iter().any(|needed| needed == YES);
                    let form = if ticked {
                        words.near_tick
                    } else {
                        words.near_untick
                    };
                    let name = other.option.as_deref().map(&option).unwrap_or_default();
                    parts.push(fill(form, &[("{option}", &name)]));
                }
                parts.join("; ")
            }
            AnswerKind::Person => {
                let mut others = 0;
                for id in &change.needed {
                    // Providers to them are named with them, by the gateway.
                    let Some(body) = self.session.book.body_of_on(id, self.session.facts.on) else {
                        continue;
                    };
                    if parts.len() == MOST {
                        others += 1;
                    } else {
                        parts.push(body_name(&self.session.book, body, self.session.facts.on));
                    }
                }
                if others > 0 {
                    parts.push(fill(words.near_others, &[("{count}", &others.to_string())]));
                }
                parts.join(words.near_or)
            }
            _ => {
                for id in &change.needed {
                    parts.push(option(id));
                }
                parts.join(words.near_or)
            }
        }
    }

    /// The fewest of the answers given that force the outcome whatever the others are.
    fn decisive(&self, at: usize, reasons: &Reasons) -> Option<El> {
        let (book, words) = (&*self.session.book, self.words);
        let mut rows = Vec::new();
        for (index, question) in book.questions.iter().enumerate() {
            if reasons
                .sufficient
                .iter()
                .all(|given| given.question != question.id)
            {
                continue;
            }
            let to = At {
                leg: at,
                question: index,
            };
            let asked = question.text.plain();
            rows.push(Row {
                key: text(&asked),
                value: self.answered(to, question),
                actions: vec![RowAction {
                    content: text(words.change),
                    hidden: Some(asked.into()),
                    onpress: self.on(Action::Change(to)),
                    ..RowAction::default()
                }],
                ..Row::default()
            });
        }
        if rows.is_empty() {
            return None;
        }
        let list = SummaryList {
            rows,
            ..SummaryList::default()
        };
        let content = some().el(body(words.decisive_hint)).el(list.view());
        Some(details(words.decisive, content))
    }
}
