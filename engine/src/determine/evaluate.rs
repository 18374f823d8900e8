//! The truth of a test for one leg: what was answered, looked up once for all gateways and objectives.

mod period;
mod route;

use crate::facts::OptionAnswer;
use crate::model::{AnswerKind, End, Entry, EntryKind, Gateway, Index, Objective, Rulebook, Scope};
use crate::{Answer, Date, Facts, Leg, Person, Truth};

pub(crate) use period::{in_force, specified_on};
pub(super) use route::Route;

/// Everything that does not depend on gateway and objective.
#[derive(Debug)]
pub(super) struct Evaluation<'a> {
    /// The rulebook.
    pub(super) book: &'a Rulebook,
    /// The day of the share.
    pub(super) on: Date,
    /// For each question what was answered: of the leg, or else of the proposal.
    answers: Vec<Option<&'a Answer>>,
    /// For each question what was said of each option: looked up by name once, and then by place.
    chosen: Vec<Vec<Truth>>,
    /// Who was named at each end.
    discloser: Option<Who<'a>>,
    recipient: Option<Who<'a>>,
    /// For each body the entries that describe it on the day, or would if they were in force.
    entries: Vec<Vec<&'a Entry>>,
    /// The entries of those who provide services to others.
    providers: Vec<&'a Entry>,
}

/// Who stands at an end, looked up in the rulebook.
#[derive(Clone, Copy, Debug)]
pub(super) struct Who<'a> {
    /// As answered.
    pub(super) person: &'a Person,
    /// The body, or the body that services are provided to; none where it is not listed.
    pub(super) body: Option<Index>,
    /// Whether it is a service provider.
    pub(super) provider: bool,
}

/// Stands for whoever it may be, where only the body matters.
pub(super) static SOMEONE: Person = Person::NotListed(String::new());

impl<'a> Evaluation<'a> {
    /// Looks up what was answered for a leg.
    pub(super) fn new(book: &'a Rulebook, facts: &'a Facts, leg: &'a Leg) -> Self {
        let answer = |id: &str| leg.answers.get(id).or_else(|| facts.answers.get(id));
        let who = |person: &'a Option<Person>| {
            person.as_ref().map(|person| match person {
                Person::Body { id, .. } => Who {
                    person,
                    body: book.body_of_on(id, facts.on),
                    provider: false,
                },
                Person::Provider { to } => Who {
                    person,
                    body: book.body_of_on(to, facts.on),
                    provider: true,
                },
                Person::NotListed(_) => Who {
                    person,
                    body: None,
                    provider: false,
                },
            })
        };
        let mut entries = vec![Vec::new(); book.bodies.len()];
        let mut providers = Vec::new();
        for entry in &book.entries {
            match entry.kind {
                EntryKind::Person => {
                    if let Some(own) = entries.get_mut(book.body_on(entry, facts.on)) {
                        own.push(entry);
                    }
                }
                EntryKind::Providers => providers.push(entry),
                EntryKind::Definition => {}
            }
        }
        let mut evaluation = Self {
            book,
            on: facts.on,
            entries,
            providers,
            answers: book
                .questions
                .iter()
                .map(|question| answer(&question.id))
                .collect(),
            chosen: Vec::new(),
            discloser: who(&leg.discloser),
            recipient: who(&leg.recipient),
        };
        for (index, question) in book.questions.iter().enumerate() {
            let options = 0..question.options.len();
            let said = options.map(|option| evaluation.said(index, option));
            let said = said.collect();
            evaluation.chosen.push(said);
        }
        evaluation
    }

    /// A gateway, with an objective if it has any, for this leg.
    pub(super) fn route(
        &self,
        gateway: &'a Gateway,
        objective: Option<&'a Objective>,
    ) -> Route<'_, 'a> {
        Route {
            evaluation: self,
            gateway,
            objective,
        }
    }

    /// The truth of each route as a whole.
    /// Who was named at an end.
    pub(super) fn wholes(&self, routes: &[(&'a Gateway, Option<&'a Objective>)]) -> Vec<Truth> {
        let mut wholes = Vec::with_capacity(routes.len());
        for (gateway, objective) in routes {
            wholes.push(self.route(gateway, *objective).whole());
        }
        wholes
    }

    /// The truth of each condition of each route.
    pub(super) fn truths(
        &self,
        routes: &[(&'a Gateway, Option<&'a Objective>)],
    ) -> Vec<Vec<Truth>> {
        let mut truths = Vec::with_capacity(routes.len());
        for (gateway, objective) in routes {
            truths.push(self.route(gateway, *objective).truths());
        }
        truths
    }

    /// Puts a body at each end in turn, or nobody, without looking everything up again.
    pub(super) fn put(&mut self, discloser: Option<Index>, recipient: Option<Index>) {
        let who = |body: Index| Who {
            person: &SOMEONE,
            body: Some(body),
            provider: false,
        };
        self.discloser = discloser.map(who);
        self.recipient = recipient.map(who);
    }

    /// Who was named at an end.
    pub(super) fn who(&self, end: End) -> Option<Who<'a>> {
        match end {
            End::Discloser => self.discloser,
            End::Recipient => self.recipient,
        }
    }

    /// The entries by which someone is in a schedule: its own, or for a service provider that of
    /// the providers of the part its customer is in, and its customer's. None if not listed.
    pub(super) fn entries_in(&self, schedule: Index, who: Who<'_>) -> Vec<&'a Entry> {
        let described = who.body.and_then(|body| self.entries.get(body));
        let mut own: Option<&Entry> = None;
        // One that is in force, else any that is its own.
        for entry in described.into_iter().flatten() {
            let better = own.is_none_or(|own| own.on(self.on).is_none());
            let counts =
                entry.on(self.on).is_some() || (own.is_none() && Some(entry.body) == who.body);
            if entry.schedule == Some(schedule) && better && counts {
                own = Some(entry);
            }
        }
        let Some(own) = own else {
            return Vec::new();
        };
        if !who.provider {
            return vec![own];
        }
        let mut providers = self.providers.iter();
        let providers =
            providers.find(|entry| entry.schedule == own.schedule && entry.part == own.part);
        providers.map_or_else(Vec::new, |providers| vec![*providers, own])
    }

    /// Whether some entry describes a body on the day.
    pub(super) fn describes(&self, body: Index) -> bool {
        self.entries
            .get(body)
            .is_some_and(|entries| !entries.is_empty())
    }

    /// What was answered to a question.
    pub(super) fn answer(&self, question: Index) -> Option<&'a Answer> {
        self.answers.get(question).copied().flatten()
    }

    /// Every question without an answer.
    pub(super) fn unanswered(&self) -> Vec<Index> {
        let questions = self.book.questions.iter().enumerate();
        let open = questions.filter(|(index, question)| match question.kind {
            AnswerKind::Date => false,
            AnswerKind::Person if question.scope == Scope::Recipient => self.recipient.is_none(),
            AnswerKind::Person => self.discloser.is_none(),
            _ => self.answer(*index).is_none(),
        });
        open.map(|(index, _)| index).collect()
    }

    /// What was said of an option, with the options of the question it is chosen among.
    pub(super) fn chosen(&self, question: Index, option: Index) -> Truth {
        let said = self
            .chosen
            .get(question)
            .and_then(|options| options.get(option));
        said.copied().unwrap_or(Truth::NOT_MET)
    }

    /// The same by name.
    fn said(&self, question: Index, option: Index) -> Truth {
        let Some(asked) = self.book.questions.get(question) else {
            return Truth::UNKNOWN;
        };
        let Some(id) = asked.options.get(option).map(|option| option.id.as_str()) else {
            return Truth::NOT_MET;
        };
        let own = match self.answer(question) {
            None => Truth::UNKNOWN,
            Some(Answer::Unknown) => Truth::UNSETTLED,
            Some(Answer::Option(chosen)) => Truth::of(chosen == id),
            Some(Answer::Several { options, others }) => match options.get(id).copied().or(*others)
            {
                Some(OptionAnswer::Yes) => Truth::MET,
                Some(OptionAnswer::No) => Truth::NOT_MET,
                Some(OptionAnswer::Unknown) => Truth::UNSETTLED,
                None => Truth::UNKNOWN,
            },
        };
        let outer = asked
            .among
            .and_then(|among| Some((among, self.book.questions.get(among)?.option(id)?)));
        match outer {
            Some((among, option)) => self.said(among, option).and(own),
            None => own,
        }
    }
}
