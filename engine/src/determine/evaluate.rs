//! The truth of a test for one leg.

use crate::facts::OptionAnswer;
use crate::model::{
    AnswerKind, Cite, Condition, End, Entry, EntryKind, Extent, Gateway, InForce, Index, Objective,
    Persons, Rulebook, Scope, Test,
};
use crate::truth::Counted;
use crate::{Answer, Date, Facts, Leg, Person, Truth};

/// Everything that does not depend on gateway and objective.
#[derive(Debug)]
pub(super) struct Evaluation<'a> {
    pub(super) book: &'a Rulebook,
    pub(super) on: Date,
    answers: Vec<Option<&'a Answer>>,
    /// For each question what was said of each option: looked up by name once, and then by place.
    chosen: Vec<Vec<Truth>>,
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

/// Stands for a person where only the body counts.
static NOBODY: Person = Person::NotListed(String::new());

impl<'a> Evaluation<'a> {
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
            person: &NOBODY,
            body: Some(body),
            provider: false,
        };
        self.discloser = discloser.map(who);
        self.recipient = recipient.map(who);
    }

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

/// One gateway, with an objective if it has any.
#[derive(Clone, Copy, Debug)]
pub(super) struct Route<'e, 'a> {
    pub(super) evaluation: &'e Evaluation<'a>,
    pub(super) gateway: &'a Gateway,
    pub(super) objective: Option<&'a Objective>,
}

impl<'a> Route<'_, 'a> {
    /// The conditions of the gateway, then those of the objective, with whether they are the objective's.
    pub(super) fn conditions(&self) -> impl Iterator<Item = (bool, &'a Condition)> + use<'a> {
        let own = self
            .objective
            .map_or(&[][..], |objective| objective.conditions.as_slice());
        self.gateway
            .conditions
            .iter()
            .map(|condition| (false, condition))
            .chain(own.iter().map(|condition| (true, condition)))
    }

    /// The truth of each condition.
    pub(super) fn truths(&self) -> Vec<Truth> {
        self.conditions()
            .map(|(_, condition)| self.condition(condition))
            .collect()
    }

    /// The truth of a condition: met where it does not matter.
    pub(super) fn condition(&self, condition: &Condition) -> Truth {
        let own = self.truth(&condition.test);
        match &condition.when {
            Some(when) => self.truth(when).and(own.negated()).negated(),
            None => own,
        }
    }

    /// The truth of a test. Terms cannot refer to one another in a circle: the compiler refuses that.
    pub(super) fn truth(&self, test: &Test) -> Truth {
        match test {
            Test::All(tests) => self.count(tests.len(), tests),
            Test::Any(tests) => self.count(1, tests),
            Test::Not(test) => self.truth(test).negated(),
            Test::AtLeast(count, tests) => self.count(*count, tests),
            Test::Answer { question, option } => self.evaluation.chosen(*question, *option),
            Test::Unsettled(_) => Truth::UNSETTLED,
            Test::Term(term) => self
                .evaluation
                .book
                .terms
                .get(*term)
                .map_or(Truth::UNKNOWN, |term| self.truth(&term.test)),
            Test::DateFrom(date) => Truth::of(*date <= self.evaluation.on),
            Test::GatewayInForce => in_force(&self.gateway.in_force, self.evaluation.on),
            Test::ObjectiveInForce => self.objective.map_or(Truth::NOT_MET, |objective| {
                in_force(&objective.in_force, self.evaluation.on)
            }),
            Test::Reaches(question, extent) => Truth::any(self.nations(*question, *extent, true)),
            Test::StaysWithin(question, extent) => {
                Truth::any(self.nations(*question, *extent, false)).negated()
            }
            Test::OneBody | Test::OneClass => self.ends_alike(*test == Test::OneClass),
            Test::Listed(end)
            | Test::InSchedule(end, _)
            | Test::EntryInForce(end)
            | Test::WithinLimits(end)
            | Test::Specified(end)
            | Test::Provider(end)
            | Test::Among(end, _) => self
                .evaluation
                .who(*end)
                .map_or(Truth::UNKNOWN, |who| self.person(test, *end, who)),
        }
    }

    /// The truth of at least so many of some tests, of which no more are looked at than decide it.
    fn count(&self, count: usize, tests: &[Test]) -> Truth {
        let mut counted = Counted::new(count, tests.len());
        for test in tests {
            if counted.decided() {
                break;
            }
            counted.add(self.truth(test));
        }
        counted.truth()
    }

    /// The truth of the whole, for which no more conditions are looked at than decide it.
    pub(super) fn whole(&self) -> Truth {
        let mut so_far = Truth::MET;
        for (_, condition) in self.conditions() {
            so_far = so_far.and(self.condition(condition));
            if so_far == Truth::NOT_MET {
                break;
            }
        }
        so_far
    }

    /// The truth of a test about someone who is known.
    fn person(&self, test: &Test, end: End, who: Who<'a>) -> Truth {
        let on = self.evaluation.on;
        match test {
            Test::Provider(_) => Truth::of(who.provider),
            Test::Among(_, bodies) => {
                Truth::of(who.body.is_some_and(|body| bodies.contains(&body)))
            }
            Test::Listed(_) => Truth::of(!self.entries(who).is_empty()),
            Test::EntryInForce(_) => entries_in_force(&self.entries(who), on),
            Test::InSchedule(_, schedule) => entries_in_force(&self.entries_in(*schedule, who), on),
            Test::WithinLimits(_) => {
                let limits = self.limits(end, who);
                Truth::all(
                    limits
                        .into_iter()
                        .map(|limit| self.truth(limit))
                        .collect::<Vec<_>>(),
                )
            }
            Test::Specified(_) => self.specified(who).0,
            _ => Truth::UNKNOWN,
        }
    }

    /// The entries by which someone is in the schedule of the gateway.
    pub(super) fn entries(&self, who: Who<'a>) -> Vec<&'a Entry> {
        match self.gateway.schedule {
            Some(schedule) => self.entries_in(schedule, who),
            None => Vec::new(),
        }
    }

    /// The entries by which someone is in a schedule.
    pub(super) fn entries_in(&self, schedule: Index, who: Who<'_>) -> Vec<&'a Entry> {
        self.evaluation.entries_in(schedule, who)
    }

    /// The tests of the limits that bind an end. A customer's limits do not bind its provider.
    pub(super) fn limits(&self, end: End, who: Who<'a>) -> Vec<&'a Test> {
        let version = self
            .entries(who)
            .first()
            .and_then(|entry| entry.nearest(self.evaluation.on));
        let limits = version.map_or(&[][..], |version| version.limits.as_slice());
        let binds = |limit: &crate::model::EntryLimit| match end {
            End::Discloser => limit.discloser,
            End::Recipient => limit.recipient,
        };
        limits
            .iter()
            .filter(|limit| binds(limit))
            .map(|limit| &limit.test)
            .collect()
    }

    /// Whether someone is specified for the objective, with the provisions and the point in doubt.
    pub(super) fn specified(&self, who: Who<'a>) -> (Truth, &'a [Cite], Option<Index>) {
        let Some(objective) = self.objective else {
            return (Truth::NOT_MET, &[], None);
        };
        let names = |persons: &&Persons| {
            let entries = persons
                .entries
                .iter()
                .filter_map(|entry| self.evaluation.book.entries.get(*entry));
            entries
                .into_iter()
                .any(|entry| Some(entry.body) == who.body)
        };
        let list = objective
            .persons
            .iter()
            .find(names)
            .or(objective.persons.first());
        let list = list.map_or(objective.cites.as_slice(), |persons| {
            persons.cites.as_slice()
        });
        let list = if list.is_empty() {
            objective.cites.as_slice()
        } else {
            list
        };
        let Some(body) = who.body else {
            return (Truth::NOT_MET, list, None);
        };
        let cites = match (&objective.providers, who.provider) {
            (None, true) => return (Truth::NOT_MET, list, None),
            (Some(cites), true) if !cites.is_empty() => cites.as_slice(),
            _ => list,
        };
        let (truth, point) =
            specified_on(self.evaluation.book, objective, body, self.evaluation.on);
        (truth, cites, point)
    }

    /// For each nation of a question, whether it is chosen and inside (or outside) the extent.
    fn nations(&self, question: Index, extent: Extent, inside: bool) -> Vec<Truth> {
        let count = self
            .evaluation
            .book
            .questions
            .get(question)
            .map_or(0, |question| question.options.len());
        let periods = self.extent(extent);
        let chosen = (0..count).map(|nation| {
            let reach = in_force_in(periods, nation, self.evaluation.on);
            Truth::all([
                self.evaluation.chosen(question, nation),
                if inside { reach } else { reach.negated() },
            ])
        });
        chosen.collect()
    }

    pub(super) fn extent(&self, extent: Extent) -> &'a [InForce] {
        match (extent, self.objective) {
            (Extent::Objective, Some(objective)) => &objective.in_force,
            _ => &self.gateway.in_force,
        }
    }

    /// Whether both ends are one single organisation, or are of one class. Two providers to one
    /// body may be one firm, so they are of one class.
    fn ends_alike(&self, class: bool) -> Truth {
        let (Some(one), Some(other)) = (self.evaluation.discloser, self.evaluation.recipient)
        else {
            return Truth::UNKNOWN;
        };
        let same = one.body.is_some() && one.body == other.body && one.provider == other.provider;
        let many = one.provider
            || one
                .body
                .is_some_and(|body| self.evaluation.book.is_class(body, self.evaluation.on));
        Truth::of(same && many == class)
    }
}

/// Whether all of these entries are in force on a day; not where there is none.
fn entries_in_force(entries: &[&Entry], on: Date) -> Truth {
    if entries.is_empty() {
        return Truth::NOT_MET;
    }
    Truth::all(entries.iter().map(|entry| {
        let doubtful = entry.unsettled.iter().any(|(from, _)| *from <= on);
        match entry.on(on) {
            None => Truth::NOT_MET,
            Some(_) if doubtful => Truth::UNSETTLED,
            Some(_) => Truth::MET,
        }
    }))
}

/// Whether a body is specified for an objective on a day, and the point in doubt. Whether its entry
/// is in force is a question of its own.
pub(crate) fn specified_on(
    book: &Rulebook,
    objective: &Objective,
    body: Index,
    on: Date,
) -> (Truth, Option<Index>) {
    let of_body = |entry: &Index| {
        book.entries
            .get(*entry)
            .is_some_and(|entry| entry.body == body)
    };
    let doubt = objective.unsettled.iter().find(|unsettled| {
        unsettled.entries.iter().any(of_body) && unsettled.from.is_none_or(|from| from <= on)
    });
    match doubt {
        Some(doubt) => (Truth::UNSETTLED, Some(doubt.point)),
        None => (
            Truth::of(
                objective
                    .persons
                    .iter()
                    .any(|persons| persons.entries.iter().any(of_body)),
            ),
            None,
        ),
    }
}

/// Whether anything of these periods is in force on a day, wherever.
pub(crate) fn in_force(periods: &[InForce], on: Date) -> Truth {
    Truth::any(
        periods
            .iter()
            .filter(|in_force| in_force.period.contains(on))
            .map(|in_force| match in_force.unsettled {
                Some(_) => Truth::UNSETTLED,
                None => Truth::MET,
            }),
    )
}

/// Whether anything of these periods is in force on a day in a nation.
fn in_force_in(periods: &[InForce], nation: Index, on: Date) -> Truth {
    let here = periods.iter().filter(|in_force| {
        in_force.period.contains(on)
            && (in_force.nations.is_empty() || in_force.nations.contains(&nation))
    });
    Truth::any(here.map(|in_force| {
        if in_force.unsettled.is_some() {
            Truth::UNSETTLED
        } else {
            Truth::MET
        }
    }))
}
