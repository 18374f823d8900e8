//! Who is listed, apart from any share: one organisation by its name, or everyone in a table.

mod listed;
mod matrix;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use wicketgate_engine::Person;
use wicketgate_engine::model::Index;

use super::View;
use super::action::Action;
use super::field::FIELD;
use super::page::{Explore, Page};
use super::problem::Problem;
use super::session::Session;
use crate::components::{
    Button, DateInput, DateItem, Details, El, Fieldset, Legend, body, el, some, text,
};
use crate::content::fill;
use crate::explore::Explored;
use crate::finder::{Target, body_name, choice};
use crate::prose::{citations, prose};

impl Session {
    /// What a page on who is listed looks at.
    pub(crate) fn look(&mut self) {
        let body = match &self.page {
            Page::Explore(Explore::Show(Target::Body(body))) => Some(*body),
            Page::Explore(Explore::Matrix) => None,
            _ => return,
        };
        self.explored = Some(Rc::new(Explored::new(&self.book, self.seen, body)));
    }

    /// Takes a name, or another day.
    pub(super) fn send_explore(&mut self, page: Explore) -> Result<(), Problem> {
        if page == Explore::Find {
            let target = self.named(self.words.explore_missing.to_owned())?;
            self.open(Page::Explore(Explore::Show(target)));
        } else {
            self.seen = self.typed_day(self.words.day_missing)?;
            self.show(Page::Explore(page));
        }
        Ok(())
    }
}

impl View<'_> {
    pub(super) fn explore(&self, page: Explore) -> El {
        match page {
            Explore::Find => self.search(),
            Explore::Matrix => self.matrix(),
            Explore::Show(Target::Body(body)) => self.listed(body),
            Explore::Show(Target::Agency(index)) => self.part(index),
            Explore::Show(Target::Elsewhere(index)) => self.unlisted(index),
            Explore::Show(Target::Kind(index)) => self.which(index),
        }
    }

    fn search(&self) -> El {
        let words = self.words;
        let hint = Some(words.explore_hint.to_owned());
        let fields = some()
            .el(self.combobox(words.explore_field, hint))
            .el(self.to_everyone());
        self.form(fields, words.go_on)
    }

    /// The heading of a page on who is listed.
    fn explored(&self, title: &str) -> El {
        some()
            .el(el("span")
                .class("govuk-caption-l")
                .text(self.words.explore_caption))
            .el(self.title(title))
    }

    fn to_everyone(&self) -> El {
        body("").el(self.link(
            self.words.explore_all,
            Action::Go(Page::Explore(Explore::Matrix)),
        ))
    }

    fn ways_further(&self) -> El {
        some()
            .el(body("").el(self.link(
                self.words.explore_again,
                Action::Go(Page::Explore(Explore::Find)),
            )))
            .el(self.to_everyone())
    }

    /// A link to the page of a body, by its name.
    fn to_body(&self, body: Index) -> El {
        let name = body_name(&self.session.book, body, self.session.seen);
        self.link(
            &name,
            Action::Go(Page::Explore(Explore::Show(Target::Body(body)))),
        )
    }

    /// A part of a listed body.
    fn part(&self, index: Index) -> El {
        let (book, words) = (&*self.session.book, self.words);
        let Some(agency) = book.agencies.get(index) else {
            return some();
        };
        some()
            .el(self.explored(&fill(words.agency, &[("{agency}", &agency.name.plain())])))
            .maybe(agency.says.as_ref().map(prose))
            .el(body("").el(self.to_body(agency.of)))
            .el(self.ways_further())
    }

    /// Somebody who is in no schedule, and why people look for them.
    fn unlisted(&self, index: Index) -> El {
        let (book, words) = (&*self.session.book, self.words);
        let Some(one) = book.elsewhere.get(index) else {
            return some();
        };
        some()
            .el(self.explored(&fill(words.elsewhere, &[("{name}", &one.name.plain())])))
            .el(prose(&one.says))
            .el(citations(book, words, &one.cites))
            .el(self.ways_further())
    }

    /// What a word such as "council" may mean.
    fn which(&self, index: Index) -> El {
        let (book, words) = (&*self.session.book, self.words);
        let Some(kind) = book.words.get(index) else {
            return some();
        };
        let mut list = el("ul").class("govuk-list govuk-list--spaced");
        for one in &kind.among {
            let target = choice(*one);
            let item = match target {
                Target::Body(body) => el("li").el(self.to_body(body)),
                Target::Elsewhere(index) => {
                    let name = book.elsewhere.get(index).map(|one| one.name.plain());
                    let action = Action::Go(Page::Explore(Explore::Show(target)));
                    el("li")
                        .el(self.link(&name.unwrap_or_default(), action))
                        .text(": ")
                        .text(words.not_listed)
                }
                _ => continue,
            };
            list = list.el(item);
        }
        some()
            .el(self.explored(&kind.asks.plain()))
            .el(list)
            .el(self.ways_further())
    }

    /// The day that is looked at, and a way to another.
    fn seen(&self) -> El {
        let (session, words) = (self.session, self.words);
        let mut line = fill(words.explore_on, &[("{date}", &words.date(session.seen))]);
        if let Some(date) = session.book.law_as_at {
            line.push(' ');
            line.push_str(&fill(words.law_as_at, &[("{date}", &words.date(date))]));
        }
        let field = DateInput {
            id: FIELD.into(),
            fieldset: Some(Fieldset {
                legend: Some(Legend {
                    content: text(words.explore_day),
                    ..Legend::default()
                }),
                ..Fieldset::default()
            }),
            error: self.problem(),
            items: self.day_fields(),
            ..DateInput::default()
        };
        let button = Button {
            content: text(words.explore_show),
            classes: "govuk-button--secondary".into(),
            ..Button::default()
        };
        let form = el("form")
            .flag("novalidate", true)
            .on("submit", &self.on(Action::Send))
            .el(field.view())
            .el(button.view());
        let other = Details {
            summary: text(words.explore_other_day),
            content: form,
            open: session.problem.is_some(),
            classes: "wg-screen-only".into(),
            ..Details::default()
        };
        some().el(body(&line)).el(other.view())
    }

    /// Ways from an outcome to why somebody is not listed.
    pub(super) fn look_up(&self) -> El {
        let session = self.session;
        let mut all = some();
        let mut seen: Vec<&str> = Vec::new();
        for leg in &session.facts.legs {
            for person in [&leg.discloser, &leg.recipient] {
                if let Some(Person::NotListed(name)) = person
                    && !name.trim().is_empty()
                    && !seen.contains(&name.as_str())
                {
                    seen.push(name);
                }
            }
        }
        for name in seen {
            let page = match session.finder.resolve(name) {
                Some(target) => Explore::Show(target),
                None => Explore::Find,
            };
            let line = fill(self.words.explore_unlisted, &[("{name}", name)]);
            let link = self.link(&line, Action::Go(Page::Explore(page)));
            all = all.el(body("").class("wg-screen-only").el(link));
        }
        all
    }

    /// The fields for a day.
    pub(super) fn day_fields(&self) -> Vec<DateItem> {
        let (session, words) = (self.session, self.words);
        let names = [
            ("day", words.day),
            ("month", words.month),
            ("year", words.year),
        ];
        let part = session.problem.as_ref().and_then(|problem| problem.part);
        let items = names.iter().zip(&session.draft.texts).enumerate();
        let items = items.map(|(at, ((name, label), value))| DateItem {
            name: (*name).into(),
            label: (*label).into(),
            value: Some(value.clone().into()),
            wide: *name == "year",
            wrong: part == Some(at),
            oninput: self.on(Action::Type(at, String::new())),
            ..DateItem::default()
        });
        items.collect()
    }
}
