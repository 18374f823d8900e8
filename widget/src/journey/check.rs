//! Check your answers: what was answered and matters, each with a way to change it.

use wicketgate_engine::model::{AnswerKind, Question, Scope};
use wicketgate_engine::{Answer, Leg, OptionAnswer, Person};
use yew::Html;

use super::View;
use super::ask::capital;
use super::session::{Action, Beside, MOST_LEGS, UNKNOWN, YES};
use super::walk::{self, At};
use crate::components::{
    Action as RowAction, El, Row, SummaryCard, SummaryList, body, el, some, text,
};
use crate::content::fill;
use crate::finder::body_name;

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
            .el(self.answers())
            .maybe(kept.map(|kept| body(&kept)))
            .el(self.more_legs());
        self.form(fields, words.check_go_on)
    }

    /// The answers that matter: one list, or with several legs one for what they share and one for each.
    pub(super) fn answers(&self) -> El {
        let session = self.session;
        let legs = session.facts.legs.len();
        if legs == 1 {
            return self.list(&|_| true, None);
        }
        let shared = |at: At| {
            let question = session.book.questions.get(at.question);
            question.is_some_and(|question| {
                question.scope == Scope::Proposal && question.kind != AnswerKind::Person
            })
        };
        let mut all = self.list(&shared, None);
        for leg in 0..legs {
            let card = SummaryCard {
                title: Some(text(&self.leg_name(leg))),
                heading: Some(self.level + 1),
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
                    value: self.answered(at, question),
                    actions: vec![RowAction {
                        content: text(self.words.change),
                        hidden: Some(asked.into()),
                        onpress: self.on(Action::Change(at)),
                        ..RowAction::default()
                    }],
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

    /// Who shares with whom in a leg, as far as it was answered.
    pub(super) fn leg_name(&self, leg: usize) -> String {
        let leg = self.session.facts.legs.get(leg);
        let name = |person: Option<&Option<Person>>| match person {
            Some(Some(person)) => self.person(person),
            _ => self.words.somebody.to_owned(),
        };
        fill(
            self.words.share,
            &[
                ("{discloser}", &name(leg.map(|leg| &leg.discloser))),
                ("{recipient}", &name(leg.map(|leg| &leg.recipient))),
            ],
        )
    }

    /// Ways to add another flow of information, each going on from one that is there.
    fn more_legs(&self) -> El {
        let (legs, words) = (&self.session.facts.legs, self.words);
        if legs.len() >= MOST_LEGS {
            return some();
        }
        let mut links = None;
        let mut add = |leg: usize, way: Beside, words: &str, names: [&Person; 2]| {
            let [from, to] = names.map(|person| self.person(person));
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

    fn answered(&self, at: At, question: &Question) -> Html {
        let (session, words) = (self.session, self.words);
        match question.kind {
            AnswerKind::Date => return text(&words.date(session.facts.on)),
            AnswerKind::Person => {
                let person = walk::person(&session.book, at, &session.facts);
                return person
                    .map(|person| text(&self.person(person)))
                    .unwrap_or_default();
            }
            _ => {}
        }
        let option = |id: &str| match (question.kind, id) {
            (AnswerKind::YesNo, YES) => words.yes.to_owned(),
            (AnswerKind::YesNo, _) => words.no.to_owned(),
            _ => question
                .option(id)
                .and_then(|at| question.options.get(at))
                .map_or_else(|| id.to_owned(), |option| capital(&option.text.plain())),
        };
        match walk::answer(&session.book, at, &session.facts) {
            None => Html::default(),
            Some(Answer::Unknown) => text(words.unknown),
            Some(Answer::Option(id)) if id == UNKNOWN => text(words.unknown),
            Some(Answer::Option(id)) => text(&option(id)),
            Some(Answer::Several { options, others }) => {
                // In the order in which they were asked.
                let chosen = question
                    .options
                    .iter()
                    .filter(|one| options.get(&one.id) == Some(&OptionAnswer::Yes));
                let mut lines: Vec<String> = chosen.map(|one| option(&one.id)).collect();
                match others {
                    Some(OptionAnswer::Unknown) if lines.is_empty() => {
                        lines.push(words.unknown.to_owned())
                    }
                    Some(OptionAnswer::Unknown) => lines.push(words.others_unknown.to_owned()),
                    _ if lines.is_empty() => {
                        lines.push(
                            question
                                .none
                                .as_ref()
                                .map_or(words.none.to_owned(), |none| none.plain()),
                        );
                    }
                    _ => {}
                }
                match lines.as_slice() {
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
        }
    }

    /// An organisation as it was answered.
    pub(super) fn person(&self, person: &Person) -> String {
        let session = self.session;
        let body = |id: &str| {
            session
                .book
                .body_of(id)
                .map(|body| body_name(&session.book, body, session.facts.on))
                .unwrap_or_default()
        };
        match person {
            Person::Body { id, name: None } => body(id),
            Person::Body {
                id,
                name: Some(name),
            } => [name, " (", &body(id), ")"].concat(),
            Person::Provider { to } => {
                let phrase = session
                    .book
                    .says("provider-name")
                    .map_or("{body}".to_owned(), |phrase| phrase.plain());
                capital(&fill(&phrase, &[("{body}", &body(to))]))
            }
            Person::NotListed(name) => {
                fill(self.words.person_not_listed, &[("{name}", &capital(name))])
            }
        }
    }
}
