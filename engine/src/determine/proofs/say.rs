//! What is said of each finding, at which place and with which provision.

use wicketgate_grammar::{Code, Diagnostic, Source, Span};

use super::mentioned::asked_by;
use super::places::Places;
use super::route::{Failing, Never};
use super::{RouteOf, conditions};
use crate::model::{Choice, Cite, Condition, Index, Point, Question, Rulebook};

#[derive(Debug)]
pub(super) struct Saying<'a> {
    places: Places,
    book: &'a Rulebook,
}

/// The keyword and name of the declaration a route stands for.
fn declared<'a>((gateway, objective): RouteOf<'a>) -> (&'static str, &'a str) {
    match objective {
        Some(objective) => ("objective", &objective.id),
        None => ("gateway", &gateway.id),
    }
}

/// Names as authors write them.
fn names(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}

impl<'a> Saying<'a> {
    pub(super) fn new(sources: &[Source], book: &'a Rulebook) -> Self {
        Self {
            places: Places::new(sources),
            book,
        }
    }

    fn with_law(&self, mut said: Diagnostic, cites: &[Cite]) -> Diagnostic {
        said.law = cites.first().map(|cite| self.book.provision(cite));
        said
    }

    /// Where a condition stands, in the objective or in the gateway of a route.
    fn place(&self, route: RouteOf<'_>, condition: &Condition) -> Span {
        let own = self
            .places
            .inside(declared(route), "condition", &condition.id);
        let of_gateway = || {
            let gateway = ("gateway", route.0.id.as_str());
            self.places.inside(gateway, "condition", &condition.id)
        };
        own.or_else(of_gateway).unwrap_or_default()
    }

    /// No one can ever use a route, because one condition can never be met or several contradict.
    pub(super) fn never_fits(&self, route: RouteOf<'_>, never: &Never<'_>) -> Diagnostic {
        let (keyword, name) = declared(route);
        let all = conditions(route);
        let id = |at: &Index| all.get(*at).map_or("", |condition| condition.id.as_str());
        let span = self.places.of(keyword, name);
        let warning = |code, why: &str| {
            Diagnostic::warning(code, span, format!("no one can ever use `{name}`: {why}"))
        };
        let (mut said, those): (Diagnostic, Vec<Index>) = match never {
            Never::One(at) => {
                let why = format!("nothing meets its condition `{}`", id(at));
                let example = all.get(*at).map(|condition| self.either_way(condition));
                let help = format!(
                    "{}correct the condition, or what it tests",
                    example.unwrap_or_default()
                );
                (warning(Code::NeverFits, &why).help(help), vec![*at])
            }
            Never::Together(those, example) => {
                let ids: Vec<&str> = those.iter().map(id).collect();
                let why = format!("its conditions {} contradict one another", names(&ids));
                let help = format!(
                    "for example, with {} every one of them is met but `{}`",
                    example.join(", "),
                    ids.last().unwrap_or(&"")
                );
                let said = warning(Code::ContradictingConditions, &why).help(help);
                (said, those.to_vec())
            }
            Never::Days(days) => {
                let ids: Vec<&str> = days.iter().map(|(at, _)| id(at)).collect();
                let why = format!("its conditions {} are never met on one day", names(&ids));
                let examples: Vec<String> = days
                    .iter()
                    .map(|(at, day)| format!("on {day} nothing meets `{}`", id(at)))
                    .collect();
                let help = format!("for example, {}", examples.join(", and "));
                let said = warning(Code::ContradictingConditions, &why).help(help);
                (said, days.iter().map(|(at, _)| *at).collect())
            }
        };
        let those = || those.iter().filter_map(|at| all.get(*at).copied());
        for condition in those() {
            said = said.other(self.place(route, condition), "this condition");
        }
        match those().next() {
            Some(condition) => self.with_law(said, &condition.cites),
            None => said,
        }
    }

    /// An example for a condition that no answer turns; empty if it tests no answer.
    fn either_way(&self, condition: &Condition) -> String {
        let asked = asked_by(self.book, condition);
        let mut questions = asked
            .into_iter()
            .filter_map(|at| self.book.questions.get(at));
        let example = questions.find_map(|question| match question.options.as_slice() {
            [one, other, ..] => Some((&question.id, &one.id, &other.id)),
            _ => None,
        });
        example.map_or_else(String::new, |(question, one, other)| {
            format!(
                "for example, it makes no difference whether `{question}` is `{one}` or `{other}`; "
            )
        })
    }

    /// A condition is met whenever the others are.
    pub(super) fn implied(
        &self,
        route: RouteOf<'_>,
        condition: &Condition,
        failing: Option<Failing<'_>>,
    ) -> Diagnostic {
        let id = &condition.id;
        let (message, example) = match failing {
            Some((answers, other)) => (
                format!("`{id}` is met whenever the other conditions are, so it refuses no one"),
                format!(
                    "for example, with {} it is not met, and neither is `{}`; ",
                    answers.join(", "),
                    other.id
                ),
            ),
            None => (
                format!("`{id}` is met whatever is answered, so it refuses no one"),
                self.either_way(condition),
            ),
        };
        let place = self.place(route, condition);
        let said = Diagnostic::warning(Code::ImpliedCondition, place, message);
        let said = said.help(format!(
            "{example}leave it out, or say with `when` where it is to be told"
        ));
        self.with_law(said, &condition.cites)
    }

    /// A question can never change an outcome.
    pub(super) fn never_matters(&self, question: &Question) -> Diagnostic {
        let said = Diagnostic::warning(
            Code::NeverMatters,
            self.places.of("question", &question.id),
            format!("no outcome can ever turn on `{}`", question.id),
        );
        let options: Vec<&str> = question.options.iter().map(|one| one.id.as_str()).collect();
        let example = match options.as_slice() {
            [one, other, ..] => format!(
                "for example, whoever changes the answer from `{one}` to `{other}` has the same outcomes; "
            ),
            _ => String::new(),
        };
        let said = said.help(format!(
            "{example}remove it, or correct the conditions that test it"
        ));
        self.with_law(said, &question.cites)
    }

    /// An option can never change an outcome.
    pub(super) fn without_effect(&self, question: &Question, option: &Choice) -> Diagnostic {
        let list = question.list.and_then(|list| self.book.lists.get(list));
        let of_list =
            list.and_then(|list| self.places.inside(("list", &list.id), "item", &option.id));
        let of_question = || {
            let question = ("question", question.id.as_str());
            self.places.inside(question, "option", &option.id)
        };
        let span = of_list
            .or_else(of_question)
            .unwrap_or_else(|| self.places.of("question", &question.id));
        let said = Diagnostic::warning(
            Code::WithoutEffect,
            span,
            format!(
                "to choose `{}` in `{}` can never change an outcome",
                option.id, question.id
            ),
        );
        let said = said.help(format!(
            "for example, whoever chooses only `{}` has the same outcomes as whoever chooses nothing; let a condition count it, or remove it",
            option.id
        ));
        self.with_law(said, &option.cites)
    }

    /// No outcome can ever turn on an unsettled point.
    pub(super) fn never_reached(&self, point: &Point) -> Diagnostic {
        let said = Diagnostic::warning(
            Code::NeverReached,
            self.places.of("unsettled", &point.id),
            format!(
                "no outcome can ever turn on the unsettled point `{}`",
                point.id
            ),
        );
        let said = said.help(
            "for example, both of its readings give every share the same outcome; correct where it is named, or remove it",
        );
        self.with_law(said, &point.cites)
    }

    /// The diagrams of one route would be too large.
    pub(super) fn too_large(&self, route: RouteOf<'_>, at: Index, limit: usize) -> Diagnostic {
        let (keyword, name) = declared(route);
        let all = conditions(route);
        let said = Diagnostic::error(
            Code::DiagramTooLarge,
            self.places.of(keyword, name),
            format!(
                "to judge `{name}` exactly would take a decision diagram of more than {limit} entries"
            ),
        );
        let said = said.help(
            "let its conditions turn on fewer answers together, or ask in the order in which they are tested",
        );
        match all.get(at) {
            Some(condition) => {
                let said = said.other(
                    self.place(route, condition),
                    "the limit is passed at this condition",
                );
                self.with_law(said, &condition.cites)
            }
            None => said,
        }
    }

    /// Each route by itself is small enough, but not all together.
    pub(super) fn union_too_large(&self, routes: &[RouteOf<'_>], limit: usize) -> Diagnostic {
        let largest: Vec<&str> = routes.iter().map(|route| declared(*route).1).collect();
        let mut said = Diagnostic::error(
            Code::DiagramTooLarge,
            self.places.only("rulebook"),
            format!(
                "to judge all gateways and objectives together would take a decision diagram of more than {limit} entries"
            ),
        );
        for route in routes {
            let (keyword, name) = declared(*route);
            said = said.other(self.places.of(keyword, name), "this is among the largest");
        }
        said.help(format!(
            "make {} simpler, or the rulebook smaller",
            names(&largest)
        ))
    }

    /// More answers than diagrams are tried for.
    pub(super) fn too_many_variables(&self) -> Diagnostic {
        let limit = crate::determine::exact::MOST_VARIABLES;
        Diagnostic::error(
            Code::DiagramTooLarge,
            self.places.only("rulebook"),
            format!("there are more than {limit} answers and unsettled points, too many to judge exactly"),
        )
        .help("make the rulebook smaller")
    }
}
