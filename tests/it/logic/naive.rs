//! The outcome of complete answers, read off the model in the plainest way: every setting of the
//! unsettled points is tried, and in each of them a test is true or false.

use wicketgate_engine::model::{
    Condition, End, Entry, EntryKind, Extent, Gateway, InForce, Objective, Rulebook, Test,
};
use wicketgate_engine::{Answer, Date, Facts, OptionAnswer, Outcome, Person};

/// The outcome of each route of the first leg.
pub(super) fn outcomes(book: &Rulebook, facts: &Facts) -> Vec<Outcome> {
    let of_route = |route| outcome(book, facts, route);
    routes(book).into_iter().map(of_route).collect()
}

/// Whether every condition of a route is met in one setting of the unsettled points.
pub(super) fn holds(
    book: &Rulebook,
    facts: &Facts,
    (gateway, objective): (&Gateway, Option<&Objective>),
    setting: u32,
) -> bool {
    let world = World {
        book,
        facts,
        gateway,
        objective,
        setting,
    };
    let own = objective.map_or(&[][..], |objective| &objective.conditions);
    let mut all = gateway.conditions.iter().chain(own);
    all.all(|condition| world.condition(condition))
}

/// Each objective with its gateway, and each gateway that has none by itself.
pub(super) fn routes(book: &Rulebook) -> Vec<(&Gateway, Option<&Objective>)> {
    let mut routes = Vec::new();
    for (index, gateway) in book.gateways.iter().enumerate() {
        let of_gateway = book.objectives.iter();
        let own: Vec<_> = of_gateway
            .filter(|objective| objective.gateway == index)
            .map(|objective| (gateway, Some(objective)))
            .collect();
        if own.is_empty() {
            routes.push((gateway, None));
        }
        routes.extend(own);
    }
    routes
}

/// The outcome of one route.
pub(super) fn outcome(
    book: &Rulebook,
    facts: &Facts,
    route: (&Gateway, Option<&Objective>),
) -> Outcome {
    assert!(
        book.points.len() < 16,
        "too many points to try every setting"
    );
    let settings = 1_u32 << book.points.len();
    let held = (0..settings).filter(|setting| holds(book, facts, route, *setting));
    match held.count() as u32 {
        0 => Outcome::DoesNotFit,
        count if count == settings => Outcome::Fits,
        _ => Outcome::NeedsAdvice,
    }
}

/// One setting of the unsettled points.
struct World<'a> {
    book: &'a Rulebook,
    facts: &'a Facts,
    gateway: &'a Gateway,
    objective: Option<&'a Objective>,
    setting: u32,
}

impl<'a> World<'a> {
    fn point(&self, point: usize) -> bool {
        self.setting >> point & 1 == 1
    }

    fn on(&self) -> Date {
        self.facts.on
    }

    fn condition(&self, condition: &Condition) -> bool {
        let matters = condition.when.as_ref().is_none_or(|when| self.test(when));
        !matters || self.test(&condition.test)
    }

    fn test(&self, test: &Test) -> bool {
        match test {
            Test::All(tests) => tests.iter().all(|test| self.test(test)),
            Test::Any(tests) => tests.iter().any(|test| self.test(test)),
            Test::Not(test) => !self.test(test),
            Test::AtLeast(count, tests) => {
                tests.iter().filter(|test| self.test(test)).count() >= *count
            }
            Test::Answer { question, option } => self.chosen(*question, *option),
            Test::Unsettled(point) => self.point(*point),
            Test::Term(term) => self.test(&self.book.terms[*term].test),
            Test::Listed(end) => !self.entries(*end, self.gateway.schedule).is_empty(),
            Test::InSchedule(end, schedule) => self.in_force(&self.entries(*end, Some(*schedule))),
            Test::EntryInForce(end) => self.in_force(&self.entries(*end, self.gateway.schedule)),
            Test::WithinLimits(end) => self.within_limits(*end),
            Test::Specified(end) => self.specified(*end),
            Test::Provider(end) => matches!(self.person(*end), Person::Provider { .. }),
            Test::Among(end, bodies) => self.body(*end).is_some_and(|body| bodies.contains(&body)),
            Test::OneBody => self.alike(false),
            Test::OneClass => self.alike(true),
            Test::GatewayInForce => self.anywhere(&self.gateway.in_force),
            Test::ObjectiveInForce => self
                .objective
                .is_some_and(|objective| self.anywhere(&objective.in_force)),
            Test::DateFrom(date) => *date <= self.on(),
            Test::Reaches(question, extent) => {
                let mut nations = 0..self.book.questions[*question].options.len();
                nations
                    .any(|nation| self.chosen(*question, nation) && self.reaches(*extent, nation))
            }
            Test::StaysWithin(question, extent) => {
                let mut nations = 0..self.book.questions[*question].options.len();
                nations
                    .all(|nation| !self.chosen(*question, nation) || self.reaches(*extent, nation))
            }
        }
    }

    fn chosen(&self, question: usize, option: usize) -> bool {
        let asked = &self.book.questions[question];
        let id = &asked.options[option].id;
        let of_leg = self.facts.legs[0].answers.get(&asked.id);
        let own = match of_leg
            .or_else(|| self.facts.answers.get(&asked.id))
            .unwrap()
        {
            Answer::Option(chosen) => chosen == id,
            Answer::Several { options, others } => {
                options.get(id).copied().or(*others) == Some(OptionAnswer::Yes)
            }
            Answer::Unknown => panic!("{} is not answered", asked.id),
        };
        let outer = asked.among.is_none_or(|among| {
            let option = self.book.questions[among].option(id);
            option.is_none_or(|option| self.chosen(among, option))
        });
        own && outer
    }

    fn person(&self, end: End) -> &'a Person {
        let leg = &self.facts.legs[0];
        let person = match end {
            End::Discloser => &leg.discloser,
            End::Recipient => &leg.recipient,
        };
        person.as_ref().unwrap()
    }

    fn body(&self, end: End) -> Option<usize> {
        let (Person::Body { id, .. } | Person::Provider { to: id }) = self.person(end) else {
            return None;
        };
        let mut entries = self.book.entries.iter();
        let entry = entries.find(|entry| entry.id == *id && entry.kind == EntryKind::Person)?;
        Some(self.described(entry))
    }

    /// The body an entry describes on the day, which may have been another's.
    fn described(&self, entry: &Entry) -> usize {
        let version = entry.on(self.on());
        match version.and_then(|version| version.same_as) {
            Some(other) => self.book.entries[other].body,
            None => entry.body,
        }
    }

    /// The entries by which an end is in a schedule; for a provider also that of its kind.
    fn entries(&self, end: End, schedule: Option<usize>) -> Vec<&'a Entry> {
        let listed = self.book.entries.iter().filter(|entry| {
            entry.kind == EntryKind::Person
                && entry.schedule.is_some()
                && entry.schedule == schedule
                && Some(self.described(entry)) == self.body(end)
        });
        let mut listed: Vec<&Entry> = listed.collect();
        // One in force comes first; one that is not must be of the body at all times.
        listed.sort_by_key(|entry| entry.on(self.on()).is_none());
        let own = listed.first().copied();
        let Some(own) = own else { return Vec::new() };
        if !matches!(self.person(end), Person::Provider { .. }) {
            return vec![own];
        }
        let of_part = self.book.entries.iter().find(|entry| {
            entry.kind == EntryKind::Providers
                && entry.schedule == own.schedule
                && entry.part == own.part
        });
        of_part.map_or_else(Vec::new, |of_part| vec![of_part, own])
    }

    fn in_force(&self, entries: &[&Entry]) -> bool {
        !entries.is_empty()
            && entries.iter().all(|entry| {
                let mut doubts = entry
                    .unsettled
                    .iter()
                    .filter(|(from, _)| *from <= self.on());
                entry.on(self.on()).is_some() && doubts.all(|(_, point)| self.point(*point))
            })
    }

    fn within_limits(&self, end: End) -> bool {
        let entries = self.entries(end, self.gateway.schedule);
        let version = entries.first().and_then(|entry| entry.nearest(self.on()));
        version.is_none_or(|version| {
            version.limits.iter().all(|limit| {
                let binds = match end {
                    End::Discloser => limit.discloser,
                    End::Recipient => limit.recipient,
                };
                !binds || self.test(&limit.test)
            })
        })
    }

    fn specified(&self, end: End) -> bool {
        let (Some(objective), Some(body)) = (self.objective, self.body(end)) else {
            return false;
        };
        if objective.providers.is_none() && matches!(self.person(end), Person::Provider { .. }) {
            return false;
        }
        let names = |entries: &[usize]| {
            entries
                .iter()
                .any(|entry| self.book.entries[*entry].body == body)
        };
        let doubt = objective.unsettled.iter().find(|unsettled| {
            names(&unsettled.entries) && unsettled.from.is_none_or(|from| from <= self.on())
        });
        match doubt {
            Some(doubt) => self.point(doubt.point),
            None => objective
                .persons
                .iter()
                .any(|persons| names(&persons.entries)),
        }
    }

    fn alike(&self, class: bool) -> bool {
        let provider = |end| matches!(self.person(end), Person::Provider { .. });
        let (one, other) = (self.body(End::Discloser), self.body(End::Recipient));
        let same =
            one.is_some() && one == other && provider(End::Discloser) == provider(End::Recipient);
        let many =
            provider(End::Discloser) || one.is_some_and(|body| self.book.is_class(body, self.on()));
        same && many == class
    }

    fn anywhere(&self, periods: &[InForce]) -> bool {
        periods.iter().any(|in_force| {
            in_force.period.contains(self.on())
                && in_force.unsettled.is_none_or(|point| self.point(point))
        })
    }

    fn reaches(&self, extent: Extent, nation: usize) -> bool {
        let periods = match (extent, self.objective) {
            (Extent::Objective, Some(objective)) => &objective.in_force,
            _ => &self.gateway.in_force,
        };
        periods.iter().any(|in_force| {
            let here = in_force.nations.is_empty() || in_force.nations.contains(&nation);
            here && in_force.period.contains(self.on())
                && in_force.unsettled.is_none_or(|point| self.point(point))
        })
    }
}
