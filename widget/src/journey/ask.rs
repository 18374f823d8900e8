//! A question: one thing a page, with the law behind it one click away.

use wicketgate_engine::model::{AnswerKind, List, Question};
use wicketgate_engine::{Answer, Date, OptionAnswer};
use yew::AttrValue;

use super::View;
use super::action::Action;
use super::field::{FIELD, NONE, OTHER, UNKNOWN, YES};
use super::walk::{self, At};
use crate::components::{
    Checkboxes, Choice, DateInput, El, Fieldset, Item, Radios, body, details, some, text,
};
use crate::content::fill;
use crate::prose::{citations, prose};

/// How many gateways and objectives are named one by one.
const FEW: usize = 4;

/// A line that can be chosen.
#[inline(never)]
pub(super) fn line(value: &str, words: &str) -> Choice {
    Choice {
        value: AttrValue::from(value.to_owned()),
        content: text(words),
        ..Choice::default()
    }
}

impl View<'_> {
    pub(super) fn ask(&self, at: At) -> El {
        let Some(question) = self.session.book.questions.get(at.question) else {
            return some();
        };
        if question.kind == AnswerKind::Person {
            return self.find(at, question);
        }
        let hint = question.hint.as_ref().map(|hint| hint.plain());
        let asked = question.text.plain();
        let field = match question.kind {
            AnswerKind::Several => self.several(asked, hint, self.boxes(at, question)),
            _ => self.radios(asked, hint, self.options(at, question)),
        };
        let fields = some().el(field).el(self.behind(at, question));
        self.form(fields, self.words.go_on)
    }

    /// The question for the day.
    pub(super) fn ask_day(&self, at: At) -> El {
        let Some(question) = self.session.book.questions.get(at.question) else {
            return some();
        };
        let hint = question.hint.as_ref().map(|hint| hint.plain());
        let field = self.radios(question.text.plain(), hint, self.days());
        // A day is not chosen from a list, so there are no meanings of what can be chosen.
        let fields = some().el(field).el(self.behind_it(at, question, None));
        self.form(fields, self.words.go_on)
    }

    /// Radios whose legend is the heading of the page.
    pub(super) fn radios(&self, asked: String, hint: Option<String>, items: Vec<Item>) -> El {
        Radios {
            name: self.field(),
            fieldset: Some(Fieldset {
                legend: Some(self.legend(&asked)),
                ..Fieldset::default()
            }),
            hint: self.hint(hint),
            error: self.problem(),
            items,
            value: self.session.draft.chosen.clone(),
            onchange: self.act.reform(Action::Choose),
            ..Radios::default()
        }
        .view()
    }

    fn several(&self, asked: String, hint: Option<String>, items: Vec<Item>) -> El {
        Checkboxes {
            name: self.field(),
            fieldset: Some(Fieldset {
                legend: Some(self.legend(&asked)),
                ..Fieldset::default()
            }),
            hint: self.hint(hint),
            error: self.problem(),
            items,
            selected: self.session.draft.ticked.clone(),
            onchange: self.act.reform(Action::Tick),
            ..Checkboxes::default()
        }
        .view()
    }

    fn options(&self, at: At, question: &Question) -> Vec<Item> {
        let words = self.words;
        let mut items: Vec<Item> = if question.kind == AnswerKind::YesNo {
            vec![
                Item::Choice(line(YES, words.yes)),
                Item::Choice(line("no", words.no)),
            ]
        } else {
            self.choices(at, question)
        };
        items.push(Item::Divider(words.or.into()));
        items.push(Item::Choice(line(UNKNOWN, words.unknown)));
        items
    }

    fn choices(&self, at: At, question: &Question) -> Vec<Item> {
        let chosen = self.chosen_before(at, question);
        let shown = question
            .options
            .iter()
            .filter(|option| chosen.as_ref().is_none_or(|ids| ids.contains(&option.id)));
        let item = |option: &wicketgate_engine::model::Choice| {
            // The law writes items of a list small; here each stands on its own.
            let mut choice = line(&option.id, &capital(&option.text.plain()));
            choice.hint = option.hint.as_ref().map(|hint| text(&hint.plain()));
            Item::Choice(choice)
        };
        shown.map(item).collect()
    }

    /// What was chosen in the question that this one chooses among, if there is one.
    ///
    /// What is not known there is shown too: someone may know it here.
    fn chosen_before(&self, at: At, question: &Question) -> Option<Vec<String>> {
        let among = At {
            question: question.among?,
            ..at
        };
        match walk::answer(&self.session.book, among, &self.session.facts)? {
            Answer::Several {
                options,
                others: Some(OptionAnswer::No),
            } => Some(
                options
                    .iter()
                    .filter(|(_, said)| **said != OptionAnswer::No)
                    .map(|(id, _)| id.clone())
                    .collect(),
            ),
            _ => None,
        }
    }

    fn boxes(&self, at: At, question: &Question) -> Vec<Item> {
        let words = self.words;
        let mut items = self.choices(at, question);
        items.push(Item::Divider(words.or.into()));
        // Where nothing can be chosen, not choosing is no answer: people are somewhere.
        if let Some(none) = &question.none {
            items.push(Item::Choice(Choice {
                exclusive: true,
                ..line(NONE, &none.plain())
            }));
        }
        items.push(Item::Choice(Choice {
            hint: Some(text(words.unknown_others_hint)),
            ..line(UNKNOWN, words.unknown_others)
        }));
        items
    }

    fn days(&self) -> Vec<Item> {
        let today = self.words.date(self.session.today);
        let today = fill(self.words.today, &[("{date}", &today)]);
        vec![
            Item::Choice(line(YES, &today)),
            Item::Choice(line(OTHER, self.words.other_day)),
        ]
    }

    /// The day, once it is not today.
    pub(super) fn day(&self, at: At) -> El {
        let (session, words) = (self.session, self.words);
        let Some(question) = session.book.questions.get(at.question) else {
            return some();
        };
        // An example that is no likely answer, with one digit for the day, as GOV.UK has it.
        let example = Date::new(session.today.parts().0, 3, 27).unwrap_or(session.today);
        let (year, month, day) = example.parts();
        let example = [day.to_string(), month.to_string(), year.to_string()].join(" ");
        let field = DateInput {
            id: FIELD.into(),
            fieldset: Some(Fieldset {
                legend: Some(self.legend(&question.text.plain())),
                ..Fieldset::default()
            }),
            hint: self.hint(Some(fill(words.day_example, &[("{date}", &example)]))),
            error: self.problem(),
            items: self.day_fields(),
            ..DateInput::default()
        };
        self.form(field.view(), words.go_on)
    }

    /// Why a question is asked, what its words mean, and where it comes from.
    pub(super) fn behind(&self, at: At, question: &Question) -> El {
        let list = question
            .list
            .and_then(|list| self.session.book.lists.get(list));
        let meanings = list.and_then(|list| self.meanings(at, question, list));
        self.behind_it(at, question, meanings)
    }

    fn behind_it(&self, at: At, question: &Question, meanings: Option<El>) -> El {
        let (book, words) = (&*self.session.book, self.words);
        let why = self.matters(at, question);
        let source = match question.cites.as_slice() {
            [] => None,
            cites => Some(citations(book, words, cites)),
        };
        some()
            .el(self.misconceptions(question))
            .maybe(why.map(|why| details(words.why, why)))
            .maybe(meanings.map(|meanings| details(words.meanings, meanings)))
            .maybe(source.map(|source| details(words.source, source)))
    }

    /// Why a question is asked, and what its answer can still change.
    fn matters(&self, at: At, question: &Question) -> Option<El> {
        let why = question.why.as_ref().map(prose);
        let walk = &self.session.walk;
        let titles = &walk.inquiry.decides;
        // A long list of titles says no more than how long it is.
        let decides = match titles.len() {
            _ if walk.next != Some(at) => None,
            0 => None,
            1..=FEW => Some(fill(
                self.words.bears_on,
                &[("{titles}", &titles.join(", "))],
            )),
            count => Some(fill(
                self.words.bears_on_many,
                &[("{count}", &count.to_string())],
            )),
        };
        let decides = decides.map(|decides| body(&decides));
        (why.is_some() || decides.is_some()).then(|| some().maybe(why).maybe(decides))
    }

    /// The definitions of what can be chosen, for the nations that were chosen.
    fn meanings(&self, at: At, question: &Question, list: &List) -> Option<El> {
        let (book, words) = (&*self.session.book, self.words);
        let wanted = self.nations(at.leg);
        let matters = |nations: &[usize]| {
            nations.is_empty()
                || wanted
                    .as_ref()
                    .is_none_or(|wanted| nations.iter().any(|nation| wanted.contains(nation)))
        };
        let among = self.chosen_before(at, question);
        let mut all = None;
        for item in &list.items {
            if among.as_ref().is_some_and(|ids| !ids.contains(&item.id)) {
                continue;
            }
            let mut own = None;
            for meaning in &item.meanings {
                if !matters(&meaning.nations) {
                    continue;
                }
                let names = self.names_of(&meaning.nations);
                let mut place = String::new();
                if !names.is_empty() {
                    place = fill(words.in_nation, &[("{nation}", &names)]);
                }
                let heading = || {
                    let title = capital(&item.title.plain());
                    some().el(self.below(1, "govuk-heading-s", &title))
                };
                own = Some(
                    own.unwrap_or_else(heading)
                        .el(body(&place).text(&meaning.text.plain()))
                        .el(citations(book, words, &meaning.cites)),
                );
            }
            if let Some(own) = own {
                all = Some(all.unwrap_or_else(some).el(own));
            }
        }
        all
    }

    /// The nations that were chosen where nations are asked for, if none of them is left open.
    fn nations(&self, leg: usize) -> Option<Vec<usize>> {
        let session = self.session;
        let list = session.book.nations?;
        let asked = session
            .book
            .questions
            .iter()
            .position(|question| question.list == Some(list))?;
        let question = session.book.questions.get(asked)?;
        let at = At {
            leg,
            question: asked,
        };
        match walk::answer(&session.book, at, &session.facts)? {
            Answer::Several {
                options,
                others: Some(OptionAnswer::No),
            } => Some(
                options
                    .keys()
                    .filter_map(|id| question.option(id))
                    .collect(),
            ),
            _ => None,
        }
    }
}

/// A text with a capital at its start, if it starts with a letter of English: the tables for all others are large.
pub(crate) fn capital(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}
