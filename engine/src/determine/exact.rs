//! The exact outcome for a leg, by decision diagrams: decided as soon as no completion of the open
//! answers could change it, and not before.
//!
//! For each route (gateway and objective) its conditions are a function of variables: who discloses,
//! who receives, each question, each option of a question with several answers, and each unsettled
//! point. The last are *unanswerable*, and so is every question answered "I do not know". A route is
//! *certain* where its function holds for every setting of the unanswerable, *possible* where it holds
//! for some. On a complete assignment it fits if certain, does not fit if not possible, and needs
//! advice otherwise. A leg is certain (possible) where some route is. What was answered is fixed
//! while the functions are built, so they are functions of the open answers alone: the outcome is
//! determined exactly when both are constant, and a question is relevant exactly when one of them
//! depends on it.

use super::alike::{Persons, number, who};
use super::evaluate::{Evaluation, Route};
use super::inquiry::choose;
use crate::diagram::{FALSE, Pool, Ref, TRUE, Var};
use crate::facts::OptionAnswer;
use crate::model::{
    AnswerKind, Condition, End, Entry, Extent, Gateway, InForce, Index, Objective, Rulebook, Scope,
    Test,
};
use crate::set::{Set, ordered};
use crate::{Answer, Truth};

/// How much room the diagrams of one leg may take, in child entries of about 4 bytes.
pub(super) const LIMIT: usize = 4_000_000;

/// How many variables a rulebook may have for diagrams to be tried at all.
pub(super) const MOST_VARIABLES: usize = 2_000;

/// What is known exactly of a leg.
#[derive(Debug)]
pub(super) struct Exact {
    /// Of each route, in the order given.
    pub(super) routes: Vec<Truth>,
    /// Of the leg.
    pub(super) leg: Truth,
    /// For each route the questions that can change it.
    pub(super) open: Vec<Vec<Index>>,
    /// The questions that can change the leg.
    pub(super) relevant: Vec<Index>,
    /// The questions that can become relevant, however others are answered: those on which some
    /// route still depends. An answer only ever takes questions away from them.
    pub(super) may_open: Vec<Index>,
    /// The one to ask next, where it was looked for.
    pub(super) next: Option<Index>,
}

/// Determines a leg exactly; none where the diagrams would be too large. `plain` is the truth of each
/// route as the plain evaluator has it; where that is met or not met it is right, and no diagram is
/// made. The next question is only looked for where one is to be asked.
pub(super) fn leg<'a>(
    evaluation: &Evaluation<'a>,
    routes: &[(&'a Gateway, Option<&'a Objective>)],
    plain: &[Truth],
    ask: bool,
) -> Option<Exact> {
    if plain.iter().all(|truth| truth.settled().is_some()) {
        return Some(Exact {
            routes: plain.to_vec(),
            leg: Truth::any(plain.iter().copied()),
            open: vec![Vec::new(); plain.len()],
            relevant: Vec::new(),
            may_open: Vec::new(),
            next: None,
        });
    }
    let mut builder = Builder::new(evaluation, true)?;
    let judged = builder.judge(routes, plain)?;
    let open = judged
        .routes
        .iter()
        .map(|(certain, possible)| builder.questions(&[Some(certain), Some(possible)]))
        .collect();
    let leg = judged.leg;
    let truth =
        |(certain, possible): (Ref, Ref)| Truth::judged(constant(certain), constant(possible));
    let relevant = builder.questions(&[Some(&leg.0), Some(&leg.1)]);
    let may_open = builder.asked(&judged.ever);
    let next = if ask {
        choose(&mut builder, &judged, &relevant)
    } else {
        None
    };
    Some(Exact {
        routes: judged.routes.iter().copied().map(truth).collect(),
        leg: truth(leg),
        open,
        may_open: if relevant.is_empty() {
            Vec::new()
        } else {
            may_open
        },
        relevant,
        next,
    })
}

fn constant(function: Ref) -> Option<bool> {
    match function {
        FALSE => Some(false),
        TRUE => Some(true),
        _ => None,
    }
}

/// What each variable stands for, in their order.
#[derive(Debug, Default)]
struct Layout {
    variables: Vec<Variable>,
    values: Vec<usize>,
    /// For each question the variable of its first option, or of its answer.
    first: Vec<Vec<Var>>,
    points: Vec<Var>,
    ends: [Var; 2],
    /// Who may stand at each end.
    persons: [Persons; 2],
    /// Whether both ends are the same one, where both are open within one class.
    same: Option<Var>,
    person_questions: [Option<Index>; 2],
}

#[derive(Clone, Copy, Debug)]
enum Variable {
    End(End),
    Answer(Index),
    Same,
    Point,
}

impl Layout {
    /// Persons first, then questions in the order in which they are asked. An option that can be
    /// chosen only among others stands beside its like, because counting looks at both together;
    /// apart they would make the diagram of a count exponential.
    fn new(book: &Rulebook, persons: [Persons; 2]) -> Self {
        let mut layout = Self {
            first: vec![Vec::new(); book.questions.len()],
            ..Self::default()
        };
        let [discloser, recipient] = &persons;
        layout.ends = [
            layout.push(Variable::End(End::Discloser), discloser.classes.len()),
            layout.push(Variable::End(End::Recipient), recipient.classes.len()),
        ];
        layout.persons = persons;
        layout.same = Some(layout.push(Variable::Same, 2));
        for (index, question) in book.questions.iter().enumerate() {
            match question.kind {
                AnswerKind::Date => {}
                AnswerKind::Person => {
                    let at = usize::from(question.scope == Scope::Recipient);
                    if let Some(slot) = layout.person_questions.get_mut(at) {
                        *slot = Some(index);
                    }
                }
                AnswerKind::YesNo | AnswerKind::Choice => {
                    let var = layout.push(Variable::Answer(index), question.options.len());
                    layout.set(index, 0, var);
                }
                AnswerKind::Several if question.among.is_none() => {
                    for option in 0..question.options.len() {
                        layout.option(book, index, option);
                    }
                }
                AnswerKind::Several => {}
            }
        }
        for _ in &book.points {
            let var = layout.push(Variable::Point, 2);
            layout.points.push(var);
        }
        layout
    }

    /// An option and then those chosen among it, which the compiler keeps from going in a circle.
    fn option(&mut self, book: &Rulebook, question: Index, option: Index) {
        let var = self.push(Variable::Answer(question), 2);
        self.set(question, option, var);
        let id = book
            .questions
            .get(question)
            .and_then(|question| question.options.get(option))
            .map(|option| option.id.as_str());
        for (inner, asked) in book.questions.iter().enumerate() {
            if asked.among != Some(question) {
                continue;
            }
            let mut options = asked.options.iter();
            if let Some(same) = options.position(|option| Some(option.id.as_str()) == id) {
                self.option(book, inner, same);
            }
        }
    }

    fn push(&mut self, variable: Variable, values: usize) -> Var {
        self.variables.push(variable);
        self.values.push(values);
        self.variables.len() - 1
    }

    fn set(&mut self, question: Index, option: Index, var: Var) {
        if let Some(vars) = self.first.get_mut(question) {
            if vars.len() <= option {
                vars.resize(option + 1, Var::MAX);
            }
            if let Some(slot) = vars.get_mut(option) {
                *slot = var;
            }
        }
    }

    fn of(&self, question: Index, option: Index) -> Option<Var> {
        self.first
            .get(question)?
            .get(option)
            .copied()
            .filter(|var| *var != Var::MAX)
    }

    fn end(&self, end: End) -> Var {
        let [discloser, recipient] = self.ends;
        if end == End::Discloser {
            discloser
        } else {
            recipient
        }
    }

    fn persons(&self, end: End) -> &Persons {
        let [discloser, recipient] = &self.persons;
        if end == End::Discloser {
            discloser
        } else {
            recipient
        }
    }

    /// The question of a variable, and the option it stands for where there are several.
    fn option_of(&self, var: Var) -> Option<(Index, Index)> {
        let question = self.question(var)?;
        let option = self.first.get(question)?.iter().position(|own| *own == var);
        Some((question, option.unwrap_or(0)))
    }

    fn question(&self, var: Var) -> Option<Index> {
        match self.variables.get(var)? {
            Variable::Answer(question) => Some(*question),
            Variable::End(end) => {
                let [discloser, recipient] = self.person_questions;
                if *end == End::Discloser {
                    discloser
                } else {
                    recipient
                }
            }
            Variable::Same | Variable::Point => None,
        }
    }
}

pub(super) struct Builder<'e, 'a> {
    evaluation: &'e Evaluation<'a>,
    pub(super) book: &'a Rulebook,
    layout: Layout,
    pub(super) pool: Pool,
    /// What was answered, by variable.
    pub(super) given: Vec<Option<usize>>,
    fixed: Vec<Option<usize>>,
    pub(super) unanswerable: Set,
}

/// Where routes and their leg are certain, and where they are possible.
pub(super) struct Judged {
    pub(super) routes: Vec<(Ref, Ref)>,
    pub(super) leg: (Ref, Ref),
    /// The variables on which some route depends before the unanswerable are taken out.
    pub(super) ever: Set,
}

impl<'e, 'a> Builder<'e, 'a> {
    /// With what was answered fixed, or only noted as given.
    pub(super) fn new(evaluation: &'e Evaluation<'a>, fix: bool) -> Option<Self> {
        let book = evaluation.book;
        let ends = [End::Discloser, End::Recipient];
        let given = ends.map(|end| evaluation.who(end).map(|who| number(evaluation, who)));
        // Whoever is named stands alone, so that being the same one is never left open with them.
        let apart: Vec<usize> = given.into_iter().flatten().collect();
        let persons = given.map(|given| match given.filter(|_| fix) {
            Some(given) => Persons::only(given),
            None => Persons::all(evaluation, &apart),
        });
        let layout = Layout::new(book, persons);
        if layout.variables.len() > MOST_VARIABLES {
            return None;
        }
        let pool = Pool::new(layout.values.clone(), LIMIT);
        let given = vec![None; layout.variables.len()];
        let mut unanswerable = Set::default();
        unanswerable.extend(&layout.points);
        let mut builder = Self {
            evaluation,
            book,
            layout,
            pool,
            fixed: given.clone(),
            given,
            unanswerable,
        };
        builder.answers();
        if fix {
            builder.fixed.clone_from(&builder.given);
        }
        Some(builder)
    }

    /// Fixes what was answered, and notes what will not be.
    fn answers(&mut self) {
        for end in [End::Discloser, End::Recipient] {
            let named = self.evaluation.who(end);
            let number = named.map(|who| number(self.evaluation, who));
            if let Some(class) = number.and_then(|number| self.layout.persons(end).class(number)) {
                self.fix(self.layout.end(end), class);
            }
        }
        for (index, question) in self.book.questions.iter().enumerate() {
            let several = question.kind == AnswerKind::Several;
            let Some(answer) = self.evaluation.answer(index) else {
                continue;
            };
            match answer {
                Answer::Unknown => {
                    let vars = self.layout.first.get(index).cloned().unwrap_or_default();
                    for var in vars.into_iter().filter(|var| *var != Var::MAX) {
                        self.unanswerable.insert(var);
                    }
                }
                Answer::Option(id) => {
                    if let (Some(var), Some(value), false) =
                        (self.layout.of(index, 0), question.option(id), several)
                    {
                        self.fix(var, value);
                    }
                }
                Answer::Several { options, others } => {
                    for (at, option) in question.options.iter().enumerate() {
                        let Some(var) = self.layout.of(index, at).filter(|_| several) else {
                            continue;
                        };
                        match options.get(&option.id).copied().or(*others) {
                            Some(OptionAnswer::Yes) => self.fix(var, 1),
                            Some(OptionAnswer::No) => self.fix(var, 0),
                            Some(OptionAnswer::Unknown) => {
                                self.unanswerable.insert(var);
                            }
                            None => {}
                        }
                    }
                }
            }
        }
    }

    fn fix(&mut self, var: Var, value: usize) {
        if let Some(slot) = self.given.get_mut(var) {
            *slot = Some(value);
        }
    }

    /// The persons that a value of an end stands for; none of another variable.
    pub(super) fn persons(&self, var: Var, value: usize) -> &[usize] {
        let end = match self.layout.variables.get(var) {
            Some(Variable::End(end)) => *end,
            _ => return &[],
        };
        let classes = &self.layout.persons(end).classes;
        classes.get(value).map_or(&[], Vec::as_slice)
    }

    /// How many values a variable has.
    pub(super) fn count(&self, var: Var) -> usize {
        self.layout.values.get(var).copied().unwrap_or(0)
    }

    /// How likely each value of an end is, everyone being equally likely.
    pub(super) fn shares(&self) -> [Vec<f64>; 2] {
        self.layout.persons.each_ref().map(|persons| {
            let all: usize = persons.classes.iter().map(Vec::len).sum();
            let share = |class: &Vec<usize>| class.len() as f64 / all.max(1) as f64;
            persons.classes.iter().map(share).collect()
        })
    }

    /// The function of one condition of a route.
    #[cfg(feature = "proofs")]
    pub(super) fn of_condition(
        &mut self,
        (gateway, objective): (&'a Gateway, Option<&'a Objective>),
        condition: &Condition,
    ) -> Ref {
        let route = self.evaluation.route(gateway, objective);
        self.condition(&route, condition)
    }

    /// The variable of an answer, or of an option of several.
    #[cfg(feature = "proofs")]
    pub(super) fn var_of(&self, question: Index, option: Index) -> Option<Var> {
        self.layout.of(question, option)
    }

    /// The variable of an unsettled point.
    #[cfg(feature = "proofs")]
    pub(super) fn point_of(&self, point: Index) -> Option<Var> {
        self.layout.points.get(point).copied()
    }

    /// Answers for which a function is true, as people write them; the fewest along one path.
    #[cfg(feature = "proofs")]
    pub(super) fn answers_for(&self, function: Ref) -> Vec<String> {
        let path = self.pool.some_path(function);
        let named = |(var, value): (Var, usize)| {
            let Some((question, option)) = self.option_of(var) else {
                let point = self.layout.points.iter().position(|own| *own == var)?;
                let point = self.book.points.get(point)?;
                let reading = if value == 1 { "holds" } else { "does not hold" };
                return Some(format!("{} {reading}", point.id));
            };
            let asked = self.book.questions.get(question)?;
            Some(match asked.kind {
                AnswerKind::Person => {
                    let number = self
                        .persons(var, value)
                        .first()
                        .copied()
                        .unwrap_or(usize::MAX);
                    let body = self.book.bodies.get(number / 2);
                    let name = body.map_or("not-listed", |body| body.id.as_str());
                    let of = match body {
                        Some(_) if number % 2 == 1 => "a provider to ",
                        _ => "",
                    };
                    format!("{} is {of}{name}", asked.id)
                }
                AnswerKind::Several => {
                    let says = if value == 1 { "includes" } else { "excludes" };
                    format!("{} {says} {}", asked.id, asked.options.get(option)?.id)
                }
                _ => format!("{} is {}", asked.id, asked.options.get(value)?.id),
            })
        };
        path.into_iter().filter_map(named).collect()
    }

    /// The question and option of a variable; none for an unsettled point.
    pub(super) fn option_of(&self, var: Var) -> Option<(Index, Index)> {
        self.layout.option_of(var)
    }

    /// The open questions on which functions depend, in the order in which they are asked.
    pub(super) fn questions(&self, functions: &[Option<&Ref>]) -> Vec<Index> {
        let mut support = Set::default();
        for function in functions.iter().copied().flatten() {
            self.pool.support(*function, &mut support);
        }
        self.asked(&support)
    }

    /// The questions of variables that can still be answered, in the order in which they are asked.
    pub(super) fn asked(&self, vars: &Set) -> Vec<Index> {
        let open = vars.iter().filter(|var| !self.unanswerable.contains(*var));
        let mut questions: Vec<Index> = open.filter_map(|var| self.layout.question(var)).collect();
        // Who is the same one depends on who stands at either end.
        if self.layout.same.is_some_and(|same| vars.contains(same)) {
            questions.extend(self.layout.person_questions.into_iter().flatten());
        }
        ordered(&questions)
    }

    /// Judges every route and the leg; none where the diagrams are too large. Routes that are decided
    /// in `plain` are taken from there; it is empty where what was answered is not fixed.
    pub(super) fn judge(
        &mut self,
        routes: &[(&'a Gateway, Option<&'a Objective>)],
        plain: &[Truth],
    ) -> Option<Judged> {
        let unanswerable = self.unanswerable.clone();
        let mut judged = Judged {
            routes: Vec::new(),
            leg: (FALSE, FALSE),
            ever: Set::default(),
        };
        for (at, (gateway, objective)) in routes.iter().enumerate() {
            let function = match plain.get(at).and_then(|truth| truth.settled()) {
                Some(met) => Ref::from(met),
                None => self.route(gateway, *objective),
            };
            let mut support = Set::default();
            self.pool.support(function, &mut support);
            let settled = support.iter().all(|var| !unanswerable.contains(var));
            let (certain, possible) = if settled {
                (function, function)
            } else {
                (
                    self.pool.for_all(function, &unanswerable),
                    self.pool.exists(function, &unanswerable),
                )
            };
            judged.ever.extend(&support.list());
            let (fits, may_fit) = judged.leg;
            judged.leg = (self.pool.or(fits, certain), self.pool.or(may_fit, possible));
            judged.routes.push((certain, possible));
        }
        (!self.pool.exploded()).then_some(judged)
    }

    pub(super) fn route(&mut self, gateway: &'a Gateway, objective: Option<&'a Objective>) -> Ref {
        let route = self.evaluation.route(gateway, objective);
        let mut each = Vec::new();
        for (_, condition) in route.conditions() {
            let own = self.condition(&route, condition);
            if own == FALSE {
                return FALSE;
            }
            each.push(own);
        }
        self.pool.all(&each)
    }

    fn condition(&mut self, route: &Route<'e, 'a>, condition: &Condition) -> Ref {
        let own = self.test(route, &condition.test);
        match &condition.when {
            Some(when) => {
                let when = self.test(route, when);
                let not = self.pool.not(when);
                self.pool.or(not, own)
            }
            None => own,
        }
    }

    fn tests(&mut self, route: &Route<'e, 'a>, tests: &[Test]) -> Vec<Ref> {
        tests.iter().map(|test| self.test(route, test)).collect()
    }

    fn test(&mut self, route: &Route<'e, 'a>, test: &Test) -> Ref {
        let on = self.evaluation.on;
        match test {
            Test::All(tests) => {
                let tests = self.tests(route, tests);
                self.pool.all(&tests)
            }
            Test::Any(tests) => {
                let tests = self.tests(route, tests);
                self.pool.any(&tests)
            }
            Test::Not(test) => {
                let test = self.test(route, test);
                self.pool.not(test)
            }
            Test::AtLeast(count, tests) => {
                let tests = self.tests(route, tests);
                self.pool.at_least(*count, &tests)
            }
            Test::Answer { question, option } => self.chosen(*question, *option),
            Test::Unsettled(point) => self.point(*point),
            Test::Term(term) => match self.book.terms.get(*term) {
                Some(term) => self.test(route, &term.test),
                None => FALSE,
            },
            Test::DateFrom(date) => Ref::from(*date <= on),
            Test::GatewayInForce => self.in_force(&route.gateway.in_force, None),
            Test::ObjectiveInForce => match route.objective {
                Some(objective) => self.in_force(&objective.in_force, None),
                None => FALSE,
            },
            Test::Reaches(question, extent) => self.nations(route, *question, *extent, true),
            Test::StaysWithin(question, extent) => {
                let outside = self.nations(route, *question, *extent, false);
                self.pool.not(outside)
            }
            Test::OneBody | Test::OneClass => self.ends_alike(*test == Test::OneClass),
            Test::Listed(end)
            | Test::InSchedule(end, _)
            | Test::EntryInForce(end)
            | Test::WithinLimits(end)
            | Test::Specified(end)
            | Test::Provider(end)
            | Test::Among(end, _) => self.person(route, test, *end),
        }
    }

    /// A variable having a value, or a constant where it is fixed.
    fn is(&mut self, var: Var, value: usize) -> Ref {
        match self.fixed.get(var).copied().flatten() {
            Some(fixed) => Ref::from(fixed == value),
            None => self.pool.literal(var, |other| other == value),
        }
    }

    fn point(&mut self, point: Index) -> Ref {
        match self.layout.points.get(point) {
            Some(var) => self.pool.literal(*var, |value| value == 1),
            None => FALSE,
        }
    }

    fn chosen(&mut self, question: Index, option: Index) -> Ref {
        let Some(asked) = self.book.questions.get(question) else {
            return FALSE;
        };
        if asked.kind != AnswerKind::Several {
            return match self.layout.of(question, 0) {
                Some(var) => self.is(var, option),
                None => FALSE,
            };
        }
        let own = match self.layout.of(question, option) {
            Some(var) => self.is(var, 1),
            None => FALSE,
        };
        let outer = asked.among.and_then(|among| {
            let id = &asked.options.get(option)?.id;
            Some((among, self.book.questions.get(among)?.option(id)?))
        });
        match outer {
            Some((among, option)) => {
                let outer = self.chosen(among, option);
                self.pool.and(outer, own)
            }
            None => own,
        }
    }

    /// Whether any of these periods holds on the day, in a nation if one is named.
    fn in_force(&mut self, periods: &[InForce], nation: Option<Index>) -> Ref {
        let on = self.evaluation.on;
        let here = |in_force: &&InForce| {
            in_force.period.contains(on)
                && nation.is_none_or(|nation| {
                    in_force.nations.is_empty() || in_force.nations.contains(&nation)
                })
        };
        let current: Vec<Option<Index>> = periods
            .iter()
            .filter(here)
            .map(|in_force| in_force.unsettled)
            .collect();
        let each: Vec<Ref> = current
            .into_iter()
            .map(|point| match point {
                Some(point) => self.point(point),
                None => TRUE,
            })
            .collect();
        self.pool.any(&each)
    }

    fn nations(
        &mut self,
        route: &Route<'e, 'a>,
        question: Index,
        extent: Extent,
        inside: bool,
    ) -> Ref {
        let count = self
            .book
            .questions
            .get(question)
            .map_or(0, |question| question.options.len());
        let mut any = FALSE;
        for nation in 0..count {
            let reach = self.in_force(route.extent(extent), Some(nation));
            let reach = if inside { reach } else { self.pool.not(reach) };
            let chosen = self.chosen(question, nation);
            let both = self.pool.and(chosen, reach);
            any = self.pool.or(any, both);
        }
        any
    }

    /// A test about who stands at an end: for each person that may stand there its own function.
    fn person(&mut self, route: &Route<'e, 'a>, test: &Test, end: End) -> Ref {
        let var = self.layout.end(end);
        if let Some(value) = self.fixed.get(var).copied().flatten() {
            return self.of_person(route, test, end, value);
        }
        let each: Vec<Ref> = (0..self.count(var))
            .map(|class| self.of_person(route, test, end, class))
            .collect();
        self.pool.select(var, &each)
    }

    /// A test about a person of a class, which all of it answer alike.
    fn of_person(&mut self, route: &Route<'e, 'a>, test: &Test, end: End, class: usize) -> Ref {
        let who = who(self.book, self.layout.persons(end).first(class));
        match test {
            Test::Provider(_) => Ref::from(who.provider),
            Test::Among(_, bodies) => {
                Ref::from(who.body.is_some_and(|body| bodies.contains(&body)))
            }
            Test::Listed(_) => Ref::from(!route.entries(who).is_empty()),
            Test::EntryInForce(_) => self.entries_in_force(&route.entries(who)),
            Test::InSchedule(_, schedule) => {
                self.entries_in_force(&route.entries_in(*schedule, who))
            }
            Test::WithinLimits(_) => {
                let limits: Vec<&Test> = route.limits(end, who);
                let each: Vec<Ref> = limits
                    .into_iter()
                    .map(|limit| self.test(route, limit))
                    .collect();
                self.pool.all(&each)
            }
            Test::Specified(_) => match route.specified(who) {
                (_, _, Some(point)) => self.point(point),
                (truth, _, None) => Ref::from(truth == Truth::MET),
            },
            _ => FALSE,
        }
    }

    fn entries_in_force(&mut self, entries: &[&Entry]) -> Ref {
        let on = self.evaluation.on;
        if entries.is_empty() || entries.iter().any(|entry| entry.on(on).is_none()) {
            return FALSE;
        }
        let doubts = entries
            .iter()
            .flat_map(|entry| &entry.unsettled)
            .filter(|(from, _)| *from <= on);
        let doubts: Vec<Index> = doubts.map(|(_, point)| *point).collect();
        let each: Vec<Ref> = doubts.into_iter().map(|point| self.point(point)).collect();
        self.pool.all(&each)
    }

    fn ends_alike(&mut self, of_class: bool) -> Ref {
        let [discloser, _] = self.layout.ends;
        let mut each = Vec::new();
        for one in 0..self.count(discloser) {
            each.push(self.alike_to(of_class, one));
        }
        self.pool.node(discloser, &each)
    }

    /// Whether the recipient is one with a class of disclosers.
    fn alike_to(&mut self, of_class: bool, one: usize) -> Ref {
        let [discloser, recipient] = self.layout.ends;
        let first = self.layout.persons(End::Discloser).first(one);
        let Some(other) = self.layout.persons(End::Recipient).class(first) else {
            return FALSE;
        };
        let body = first / 2;
        if body >= self.book.bodies.len() {
            return FALSE;
        }
        let many = first % 2 == 1 || self.book.is_class(body, self.evaluation.on);
        if many != of_class {
            return FALSE;
        }
        let alone = self.persons(discloser, one).len() == 1;
        let is = self.is(recipient, other);
        match self.layout.same.filter(|_| !alone) {
            Some(same) => {
                let same = self.pool.literal(same, |value| value == 1);
                self.pool.and(is, same)
            }
            None => is,
        }
    }
}
