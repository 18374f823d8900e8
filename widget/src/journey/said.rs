//! What is said of answers and outcomes, in words; the same on pages, in print and in files. No browser in here.

use wicketgate_engine::model::{AnswerKind, Kind, Question};
use wicketgate_engine::{
    Answer, CaveatSaid, Finding, GatewayDetermination, LegDetermination, OptionAnswer, Outcome,
    Person, Verdict,
};

use super::ask::capital;
use super::field::{UNKNOWN, YES};
use super::session::Session;
use super::walk::{self, At};
use crate::content::fill;
use crate::finder::body_name;

/// The key under which a rulebook sums an outcome up in a sentence.
pub(crate) fn outcome_key(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Fits => "fits",
        Outcome::DoesNotFit => "does-not-fit",
        Outcome::NeedsAdvice => "needs-advice",
        Outcome::Undecided => "undecided",
        Outcome::Mixed => "mixed",
    }
}

/// What stands in the way of every objective of the nearest gateway alike, where none was chosen.
pub(crate) fn shared_refusals<'a>(
    leg: &'a LegDetermination,
    chosen: &[&GatewayDetermination],
) -> Vec<&'a Finding> {
    let Some(nearest) = nearest(leg).filter(|_| chosen.is_empty()) else {
        return Vec::new();
    };
    let told = |finding: &&Finding| {
        finding.truth == Verdict::NotMet
            && leg.gateways.iter().all(|gateway| {
                gateway.gateway != nearest.gateway
                    || gateway.reasons.iter().any(|other| {
                        other.truth == Verdict::NotMet
                            && other.condition == finding.condition
                            && other.because == finding.because
                    })
            })
    };
    nearest.reasons.iter().filter(told).collect()
}

/// The gateway, with its first objective, that fewest conditions stand in the way of.
fn nearest(leg: &LegDetermination) -> Option<&GatewayDetermination> {
    let mut nearest = None;
    let mut fewest = usize::MAX;
    for gateway in &leg.gateways {
        let missing = gateway.reasons.iter();
        let missing = missing
            .filter(|finding| finding.truth == Verdict::NotMet)
            .count();
        if missing < fewest {
            fewest = missing;
            nearest = Some(gateway);
        }
    }
    nearest
}

/// Whether there is nothing to allow: nobody gives anything to anyone else.
pub(crate) fn unneeded(leg: &LegDetermination) -> bool {
    leg.outcome == Outcome::DoesNotFit
        && leg
            .gateways
            .iter()
            .any(|gateway| gateway.kind == Some(Kind::NoGatewayNeeded))
}

/// What is said with the chosen objectives, each once.
pub(crate) fn caveats<'a>(chosen: &[&'a GatewayDetermination], limit: bool) -> Vec<&'a CaveatSaid> {
    let mut said: Vec<&CaveatSaid> = Vec::new();
    for caveat in chosen.iter().flat_map(|gateway| &gateway.caveats) {
        if caveat.limit == limit && said.iter().all(|known| known.text != caveat.text) {
            said.push(caveat);
        }
    }
    said
}

impl Session {
    /// Who shares with whom in a leg, as far as it was answered.
    pub(crate) fn leg_name(&self, leg: usize) -> String {
        let leg = self.facts.legs.get(leg);
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

    /// An organisation as it was answered.
    pub(crate) fn person(&self, person: &Person) -> String {
        let session = self;
        let body = |id: &str| {
            session
                .book
                .body_of_on(id, session.facts.on)
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

    pub(crate) fn answered(&self, at: At, question: &Question) -> Vec<String> {
        let (session, words) = (self, self.words);
        match question.kind {
            AnswerKind::Date => return vec![words.date(session.facts.on)],
            AnswerKind::Person => {
                let person = walk::person(&session.book, at, &session.facts);
                return person
                    .map(|person| self.person(person))
                    .into_iter()
                    .collect();
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
            None => Vec::new(),
            Some(Answer::Unknown) => vec![words.unknown.to_owned()],
            Some(Answer::Option(id)) if id == UNKNOWN => vec![words.unknown.to_owned()],
            Some(Answer::Option(id)) => vec![option(id)],
            Some(answer @ Answer::Several { options, .. }) => {
                // In the order in which they were asked.
                let chosen = question
                    .options
                    .iter()
                    .filter(|one| options.get(&one.id) == Some(&OptionAnswer::Yes));
                let mut lines = Vec::new();
                for one in chosen {
                    lines.push(option(&one.id));
                }
                match answer.leaves_unknown() {
                    true if lines.is_empty() => lines.push(words.unknown.to_owned()),
                    true => lines.push(words.others_unknown.to_owned()),
                    // Of what nobody was asked, nobody said no.
                    false if lines.is_empty() && !question.leaves_open(answer) => {
                        lines.push(
                            question
                                .none
                                .as_ref()
                                .map_or(words.none.to_owned(), |none| none.plain()),
                        );
                    }
                    false => {}
                }
                lines
            }
        }
    }

    /// An outcome as a heading, in the words of the rules; with a place for the objective where only one fits.
    pub(crate) fn outcome_words(&self, outcome: Outcome, one: bool) -> String {
        let words = self.words;
        let (key, otherwise) = match outcome {
            Outcome::Fits if one => ("heading-fits-one", words.fits_one),
            Outcome::Fits => ("heading-fits", words.fits),
            Outcome::DoesNotFit => ("heading-does-not-fit", words.does_not_fit),
            Outcome::NeedsAdvice => ("heading-needs-advice", words.needs_advice),
            Outcome::Undecided => ("heading-undecided", words.undecided),
            Outcome::Mixed => ("heading-mixed", words.mixed),
        };
        let said = self.book.says(key);
        said.map_or(otherwise.to_owned(), |text| text.plain())
    }

    /// The heading of the outcome of a leg.
    pub(crate) fn outcome_title(
        &self,
        leg: &LegDetermination,
        chosen: &[&GatewayDetermination],
    ) -> String {
        let (session, words) = (self, self.words);
        let fitting: Vec<&&GatewayDetermination> = chosen
            .iter()
            .filter(|gateway| gateway.outcome == Outcome::Fits)
            .collect();
        let title = if unneeded(leg) {
            let said = session.book.says("heading-not-needed");
            said.map_or(words.not_needed.to_owned(), |text| text.plain())
        } else {
            self.outcome_words(leg.outcome, fitting.len() == 1)
        };
        let objective = fitting.first().map_or("", |gateway| gateway.title.as_str());
        fill(&title, &[("{objective}", objective)])
    }

    /// The objectives that were chosen, the best first, and the others.
    ///
    /// An objective is chosen by an option of its own name. Where no such option was chosen, none is.
    pub(crate) fn split<'a>(
        &self,
        at: usize,
        leg: &'a LegDetermination,
    ) -> (Vec<&'a GatewayDetermination>, Vec<&'a GatewayDetermination>) {
        let session = self;
        let wanted = |gateway: &GatewayDetermination| {
            let Some(objective) = &gateway.objective else {
                return false;
            };
            session.walk.path.iter().any(|asked| {
                // What is asked of the proposal is on the path once, and holds for every leg.
                let asked = At { leg: at, ..*asked };
                let answer = walk::answer(&session.book, asked, session.walk.facts());
                matches!(answer, Some(wicketgate_engine::Answer::Several { options, .. })
                    if options.get(objective) == Some(&OptionAnswer::Yes))
            })
        };
        let order = [
            Outcome::Fits,
            Outcome::NeedsAdvice,
            Outcome::Undecided,
            Outcome::DoesNotFit,
        ];
        let (mut chosen, mut others) = (Vec::new(), Vec::new());
        for outcome in order {
            for gateway in &leg.gateways {
                if gateway.outcome != outcome {
                    continue;
                }
                // What makes the outcome is always told in full.
                let decides = leg.outcome != Outcome::DoesNotFit && outcome == leg.outcome;
                if decides || wanted(gateway) {
                    chosen.push(gateway);
                } else {
                    others.push(gateway);
                }
            }
        }
        (chosen, others)
    }

    /// An objective with its outcome in words.
    pub(crate) fn row(&self, gateway: &GatewayDetermination) -> String {
        let outcome = self.words.row_outcome(gateway.outcome);
        fill(
            self.words.row,
            &[("{objective}", &gateway.title), ("{outcome}", outcome)],
        )
    }
}
