//! Check your answers: what was answered and matters, each with a way to change it.

use wicketgate_engine::model::Question;
use wicketgate_engine::{Leg, MOST_LEGS, Person};
use yew::Html;

use super::View;
use super::action::{Action, Beside};
use super::page::Page;
use super::walk::{self, At};
use crate::components::{
    Action as RowAction, El, Row, SummaryCard, SummaryList, body, el, some, text,
};
use crate::content::fill;
use crate::prose::link;

impl View<'_> {
    pub(super) fn check(&self) -> El {
        let words = self.words;
        let kept = match self.kept() {
            0 => None,
            1 => Some(words.kept_one.to_owned()),
            count => Some(fill(words.kept, &[("{count}", &count.to_string())])),
        };
        let fields = some()
            .el(self.title(words.check))
            .el(self.answers(1))
            .maybe(kept.map(|kept| body(&kept)))
            .el(self.more_legs());
        self.form(fields, words.check_go_on)
    }

    /// The answers that matter: one list, or with several legs one for what they share and one for each,
    /// its heading so many levels below that of the page.
    pub(super) fn answers(&self, below: u8) -> El {
        let session = self.session;
        let legs = session.facts.legs.len();
        if legs == 1 {
            return self.list(&|_| true, None);
        }
        let shared = |at: At| walk::is_shared(&session.book, at, &session.facts);
        let mut all = self.list(&shared, None);
        for leg in 0..legs {
            let card = SummaryCard {
                title: Some(text(&self.session.leg_name(leg))),
                heading: Some(self.level + below),
                actions: vec![RowAction {
                    content: text(self.words.remove),
                    onpress: self.on(Action::Remove(leg)),
                    ..RowAction::default()
                }],
                ..SummaryCard::default()
            };
            let own = self.list(&|at| at.leg == leg && !shared(at), Some(card));
            all = some().el(all).el(own);
        }
        all
    }

    fn list(&self, wanted: &dyn Fn(At) -> bool, card: Option<SummaryCard>) -> El {
        let session = self.session;
        let mut rows = Vec::new();
        // Always in the same order, whatever decided fastest. Looking for each in turn is smaller than a sort.
        let path = &session.walk.path;
        let questions = session.book.questions.iter().enumerate();
        for (index, question) in questions {
            for at in path.iter().copied() {
                if at.question != index || !wanted(at) {
                    continue;
                }
                let asked = question.text.plain();
                rows.push(Row {
                    key: text(&asked),
                    value: self.answered_and_noted(at, question),
                    actions: vec![
                        RowAction {
                            content: text(self.words.change),
                            hidden: Some(asked.clone().into()),
                            onpress: self.on(Action::Change(at)),
                            ..RowAction::default()
                        },
                        RowAction {
                            content: text(self.words.note),
                            hidden: Some(asked.into()),
                            onpress: self.on(Action::Go(Page::Note(at))),
                            ..RowAction::default()
                        },
                    ],
                    ..Row::default()
                });
            }
        }
        if rows.is_empty() && card.is_none() {
            return some();
        }
        SummaryList {
            rows,
            card,
            ..SummaryList::default()
        }
        .view()
    }

    /// Ways to add another flow of information, each going on from one that is there.
    fn more_legs(&self) -> El {
        let (legs, words) = (&self.session.facts.legs, self.words);
        if legs.len() >= MOST_LEGS {
            return some();
        }
        let mut links = None;
        let mut add = |leg: usize, way: Beside, words: &str, names: [&Person; 2]| {
            let [from, to] = names.map(|person| self.session.person(person));
            let words = fill(words, &[("{from}", &from), ("{to}", &to)]);
            let link = el("li").el(self.link(&words, Action::Add(leg, way)));
            let before = links.take();
            let list = before.unwrap_or_else(|| el("ul").class("govuk-list"));
            links = Some(list.el(link));
        };
        for (at, leg) in legs.iter().enumerate() {
            let (Some(from), Some(to)) = (&leg.discloser, &leg.recipient) else {
                continue;
            };
            let before = || legs.iter().take(at);
            if before().all(|other| other.discloser != leg.discloser) {
                add(at, Beside::Recipient, words.add_recipient, [from, to]);
            }
            if before().all(|other| other.recipient != leg.recipient) {
                add(at, Beside::Discloser, words.add_discloser, [from, to]);
            }
            let back =
                |other: &&Leg| other.discloser == leg.recipient && other.recipient == leg.discloser;
            if !legs.iter().any(|other| back(&other)) {
                add(at, Beside::Back, words.add_back, [from, to]);
            }
        }
        let Some(links) = links else {
            return some();
        };
        some()
            .el(self.below(1, "govuk-heading-m", words.more_legs))
            .el(body(words.more_legs_hint))
            .el(links)
    }

    /// How many answers are kept and do not matter now.
    fn kept(&self) -> usize {
        let session = self.session;
        let stored = session.facts.answers.len()
            + session
                .facts
                .legs
                .iter()
                .map(|leg| leg.answers.len())
                .sum::<usize>();
        let used = session.walk.path.iter();
        let used = used.filter(|at| walk::answer(&session.book, **at, &session.facts).is_some());
        stored.saturating_sub(used.count())
    }

    pub(super) fn answered(&self, at: At, question: &Question) -> Html {
        match self.session.answered(at, question).as_slice() {
            [] => Html::default(),
            [only] => text(only),
            several => {
                let mut list = el("ul").class("govuk-list");
                for line in several {
                    list = list.el(el("li").text(line));
                }
                list.html()
            }
        }
    }

    fn answered_and_noted(&self, at: At, question: &Question) -> Html {
        let answered = self.answered(at, question);
        let Some(remark) = self.session.remark(at) else {
            return answered;
        };
        let note = el("p").class("govuk-hint").text(&remark.note).text(" ");
        let note = note.el(link(&remark.link, &remark.link, self.words.new_tab));
        some().child(&answered).el(note).html()
    }
}
