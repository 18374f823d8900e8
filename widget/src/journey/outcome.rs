//! The outcome: in words as the heading, then why, what is open, what else to know, and what to do.

use wicketgate_engine::model::Kind;
use wicketgate_engine::{
    CaveatSaid, Finding, GatewayDetermination, LegDetermination, NoteSaid, OpenPoint, OptionAnswer,
    Outcome, Verdict,
};
use yew::prelude::*;

use super::View;
use super::session::Action;
use super::walk::{self, At, Examined};
use crate::components::{Button, Details, InsetText, Row, SummaryList, WarningText, text};
use crate::content::fill;
use crate::prose::{cited, line, paragraph, prose, says};

/// How many digits of the hash are shown: enough to tell two rulebooks apart by eye.
const FINGERPRINT: usize = 12;

impl View<'_> {
    pub(super) fn outcome(&self) -> Html {
        match self.session.walk.found.legs.as_slice() {
            [] => Html::default(),
            [leg] => self.outcome_of_one(leg),
            legs => self.outcome_of_several(legs),
        }
    }

    fn outcome_of_one(&self, leg: &LegDetermination) -> Html {
        let words = self.words;
        let (chosen, others) = self.split(0, leg);
        html! {
            <>
                { self.outcome_title(leg, &chosen) }
                { self.summary(leg.outcome) }
                { self.leg(0, leg, &chosen) }
                { self.next_steps(leg.outcome) }
                { self.notes(&leg.notes) }
                { self.other_objectives(0, &others) }
                { self.below(1, "govuk-heading-m", text(words.your_answers)) }
                { self.answers() }
                { self.about() }
                { self.ways_on() }
            </>
        }
    }

    /// Each leg has its own outcome; the heading says whether they share it.
    fn outcome_of_several(&self, legs: &[LegDetermination]) -> Html {
        let (session, words) = (self.session, self.words);
        let outcome = session.walk.found.outcome;
        // A leg stands one level below the proposal.
        let inside = View {
            level: self.level + 1,
            act: self.act.clone(),
            heading: NodeRef::default(),
            ..*self
        };
        let rows = legs.iter().enumerate().map(|(at, leg)| Row {
            key: text(self.leg_name(at)),
            value: text(super::ask::capital(words.row_outcome(leg.outcome))),
            ..Row::default()
        });
        let overview = SummaryList {
            rows: rows.collect(),
            ..SummaryList::default()
        };
        let each = legs.iter().enumerate().map(|(at, leg)| {
            let (chosen, others) = inside.split(at, leg);
            let row = [
                ("{objective}", self.leg_name(at)),
                ("{outcome}", words.row_outcome(leg.outcome).to_owned()),
            ];
            let title = fill(
                words.row,
                &row.each_ref().map(|(name, value)| (*name, value.as_str())),
            );
            html! {
                <section>
                    { self.below(1, "govuk-heading-l", text(title)) }
                    { inside.leg(at, leg, &chosen) }
                    { inside.other_objectives(at, &others) }
                </section>
            }
        });
        let mut notes: Vec<NoteSaid> = Vec::new();
        for note in legs.iter().flat_map(|leg| &leg.notes) {
            if notes.iter().all(|known| known.id != note.id) {
                notes.push(note.clone());
            }
        }
        let title = self.outcome_words(outcome, false);
        html! {
            <>
                <span class="govuk-caption-l">{ fill(words.shares_on, &[("{count}", &legs.len().to_string()), ("{date}", &words.date(session.facts.on))]) }</span>
                { self.title(text(title)) }
                { self.summary(outcome) }
                { overview.view() }
                { for each }
                { self.next_steps(outcome) }
                { self.notes(&notes) }
                { self.below(1, "govuk-heading-m", text(words.your_answers)) }
                { self.answers() }
                { self.about() }
                { self.ways_on() }
            </>
        }
    }

    /// What was found of a leg.
    fn leg(&self, at: usize, leg: &LegDetermination, chosen: &[&GatewayDetermination]) -> Html {
        let words = self.words;
        let book = &*self.session.book;
        let only =
            chosen.len() == 1 && leg.outcome == Outcome::Fits && self.session.facts.legs.len() == 1;
        let limits: Vec<&CaveatSaid> = self.caveats(chosen, true);
        let caveats = self.caveats(chosen, false);
        // The condition of every fit; where advice is needed it is one thing to know among others.
        let warned = limits
            .first()
            .copied()
            .filter(|_| leg.outcome == Outcome::Fits);
        let fits = matches!(leg.outcome, Outcome::Fits | Outcome::NeedsAdvice);
        html! {
            <>
                { for warned.map(|limit| WarningText {
                    icon_text: words.warning.into(),
                    content: text(limit.text.clone()),
                    ..WarningText::default()
                }.view()) }
                { self.shared_refusals(leg, chosen) }
                { for chosen.iter().map(|gateway| self.objective(at, gateway, only)) }
                { for (!caveats.is_empty() || !limits.is_empty()).then(|| html! {
                    <>
                        { self.below(1, "govuk-heading-m", text(words.also)) }
                        <ul class="wg-explanation">
                            { for limits.iter().filter(|limit| warned != Some(**limit)).chain(&caveats).map(|said| self.caveat(said)) }
                        </ul>
                        { for fits.then(|| says(book, "consent")) }
                    </>
                }) }
            </>
        }
    }

    fn next_steps(&self, outcome: Outcome) -> Html {
        let book = &*self.session.book;
        html! {
            <>
                { self.below(1, "govuk-heading-m", text(self.words.next)) }
                { for (outcome != Outcome::Fits).then(|| says(book, "other-powers")) }
                { says(book, "contact") }
                { says(book, "advice") }
            </>
        }
    }

    /// An outcome as a heading, in the words of the rules; with a place for the objective where only one fits.
    fn outcome_words(&self, outcome: Outcome, one: bool) -> String {
        let words = self.words;
        let (key, otherwise) = match outcome {
            Outcome::Fits if one => ("heading-fits-one", words.fits_one),
            Outcome::Fits => ("heading-fits", words.fits),
            Outcome::DoesNotFit => ("heading-does-not-fit", words.does_not_fit),
            Outcome::NeedsAdvice => ("heading-needs-advice", words.needs_advice),
            Outcome::Undecided => ("heading-undecided", words.undecided),
            Outcome::Mixed => ("heading-mixed", words.mixed),
        };
        let said = self.session.book.says(key);
        said.map_or(otherwise.to_owned(), |text| text.plain())
    }

    /// The heading, with who shares with whom above it.
    fn outcome_title(&self, leg: &LegDetermination, chosen: &[&GatewayDetermination]) -> Html {
        let (session, words) = (self.session, self.words);
        let share = fill(
            words.share_on,
            &[
                ("{share}", &self.leg_name(0)),
                ("{date}", &words.date(session.facts.on)),
            ],
        );
        let fitting: Vec<&&GatewayDetermination> = chosen
            .iter()
            .filter(|gateway| gateway.outcome == Outcome::Fits)
            .collect();
        let unneeded = leg.outcome == Outcome::DoesNotFit
            && leg
                .gateways
                .iter()
                .all(|gateway| gateway.kind == Some(Kind::NoGatewayNeeded));
        let title = if unneeded {
            let said = session.book.says("heading-not-needed");
            said.map_or(words.not_needed.to_owned(), |text| text.plain())
        } else {
            self.outcome_words(leg.outcome, fitting.len() == 1)
        };
        let objective = fitting.first().map_or("", |gateway| gateway.title.as_str());
        let title = fill(&title, &[("{objective}", objective)]);
        html! {
            <>
                <span class="govuk-caption-l">{ share }</span>
                { self.title(text(title)) }
            </>
        }
    }

    fn summary(&self, outcome: Outcome) -> Html {
        let key = match outcome {
            Outcome::Fits => "fits",
            Outcome::DoesNotFit => "does-not-fit",
            Outcome::NeedsAdvice => "needs-advice",
            Outcome::Undecided => "undecided",
            Outcome::Mixed => "mixed",
        };
        let said = self.session.book.says(key);
        html! { <>{ for said.map(|said| html! { <p class="govuk-body-l">{ said.plain() }</p> }) }</> }
    }

    /// The objectives that were chosen, the best first, and the others.
    ///
    /// An objective is chosen by an option of its own name. Where no such option was chosen, none is.
    fn split<'a>(
        &self,
        at: usize,
        leg: &'a LegDetermination,
    ) -> (Vec<&'a GatewayDetermination>, Vec<&'a GatewayDetermination>) {
        let session = self.session;
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

    /// What stands in the way of every objective alike, where none was chosen.
    fn shared_refusals(&self, leg: &LegDetermination, chosen: &[&GatewayDetermination]) -> Html {
        let Some((first, rest)) = leg.gateways.split_first().filter(|_| chosen.is_empty()) else {
            return Html::default();
        };
        let told = |finding: &&Finding| {
            finding.truth == Verdict::NotMet
                && rest.iter().all(|gateway| {
                    gateway.reasons.iter().any(|other| {
                        other.truth == Verdict::NotMet
                            && other.condition == finding.condition
                            && other.because == finding.because
                    })
                })
        };
        let shared: Vec<&Finding> = first.reasons.iter().filter(told).collect();
        if shared.is_empty() {
            return Html::default();
        }
        html! {
            <>
                { self.below(1, "govuk-heading-m", text(self.words.because)) }
                { for shared.first().map(|finding| self.refusal(finding.kind)) }
                { self.findings(shared.into_iter()) }
            </>
        }
    }

    /// One objective with all that was found.
    fn objective(&self, at: usize, gateway: &GatewayDetermination, only: bool) -> Html {
        // The heading of the page has said the rest already.
        let title = if only {
            self.words.because.to_owned()
        } else {
            self.row(gateway)
        };
        html! {
            <section>
                { self.below(1, "govuk-heading-m", text(title)) }
                { self.told(at, gateway) }
            </section>
        }
    }

    /// An objective with its outcome in words.
    fn row(&self, gateway: &GatewayDetermination) -> String {
        let outcome = self.words.row_outcome(gateway.outcome);
        fill(
            self.words.row,
            &[("{objective}", &gateway.title), ("{outcome}", outcome)],
        )
    }

    /// What was found of an objective: what decides first, the rest on request.
    fn told(&self, at: usize, gateway: &GatewayDetermination) -> Html {
        let words = self.words;
        let of = |truth: Verdict| {
            gateway
                .reasons
                .iter()
                .filter(move |finding| finding.truth == truth)
        };
        let group = |truth: Verdict, title: &'static str| {
            (of(truth).count() > 0).then(|| {
                html! { <>{ self.below(2, "govuk-heading-s", text(title)) }{ self.findings(of(truth)) }</> }
            })
        };
        let folded = |summary: &'static str, findings: Vec<&Finding>| {
            let summary = fill(summary, &[("{count}", &findings.len().to_string())]);
            let content = self.findings(findings.into_iter());
            let details = Details {
                summary: text(summary),
                content,
                ..Details::default()
            };
            details.view()
        };
        let (telling, general): (Vec<&Finding>, Vec<&Finding>) = of(Verdict::Met)
            .partition(|finding| gateway.outcome == Outcome::Fits && tells(finding.kind));
        let met = html! {
            <>
                { for (!telling.is_empty()).then(|| html! {
                    <>
                        { self.below(2, "govuk-heading-s", text(words.reasons_met)) }
                        { self.findings(telling.into_iter()) }
                    </>
                }) }
                { for (!general.is_empty()).then(|| folded(words.more_met, general)) }
            </>
        };
        let refused = gateway.outcome == Outcome::DoesNotFit;
        let examine = (gateway.outcome == Outcome::Undecided).then(|| {
            let wanted = Examined {
                leg: at,
                objective: gateway.objective.clone().unwrap_or_default(),
            };
            let action = self.on(move |()| Action::Examine(wanted.clone()));
            html! { <p class="govuk-body wg-screen-only">{ self.link(words.examine.into(), action) }</p> }
        });
        html! {
            <>
                { for gateway.kind.map(|kind| self.refusal(kind)) }
                { for gateway.unsettled.iter().filter(|_| gateway.outcome == Outcome::NeedsAdvice).map(|point| self.point(point)) }
                { for group(Verdict::NotMet, words.reasons_not_met) }
                { for group(Verdict::Unsettled, words.reasons_unsettled) }
                // What is open no longer matters once something is not met.
                { for (!refused).then(|| group(Verdict::Unknown, words.reasons_unknown)).flatten() }
                { for examine }
                { met }
            </>
        }
    }

    /// A kind of refusal in a sentence, in the words of the rules.
    fn refusal(&self, kind: Kind) -> Html {
        says(&self.session.book, &["kind-", kind.word()].concat())
    }

    fn findings<'a>(&self, findings: impl Iterator<Item = &'a Finding>) -> Html {
        let each = findings.map(|finding| {
            let first = self.cite(&finding.provision, &finding.citation, &finding.link);
            let also = finding
                .also
                .iter()
                .map(|one| self.cite(&one.provision, &one.citation, &one.link));
            html! { <li>{ &finding.because }{ line(std::iter::once(first).chain(also)) }</li> }
        });
        html! { <ul class="wg-explanation">{ for each }</ul> }
    }

    fn caveat(&self, said: &CaveatSaid) -> Html {
        html! { <li>{ &said.text }{ line(said.provisions.iter().map(|one| self.cite(&one.provision, &one.citation, &one.link))) }</li> }
    }

    /// A point that no one can answer here, with whom to ask.
    fn point(&self, point: &OpenPoint) -> Html {
        let book = &self.session.book;
        let of_law = book.points.iter().find(|known| known.id == point.id);
        let says = of_law.map_or_else(|| paragraph(&point.says), |known| prose(&known.says));
        html! {
            <>
                { self.below(2, "govuk-heading-s", text(point.text.clone())) }
                { says }
                { InsetText { content: text(point.ask.clone()), ..InsetText::default() }.view() }
                { line(point.provisions.iter().map(|one| self.cite(&one.provision, &one.citation, &one.link))) }
            </>
        }
    }

    fn cite(&self, provision: &str, citation: &str, url: &str) -> Html {
        cited(&self.session.book, self.words, provision, citation, url)
    }

    /// What is said with the chosen objectives, each once.
    fn caveats<'a>(&self, chosen: &[&'a GatewayDetermination], limit: bool) -> Vec<&'a CaveatSaid> {
        let mut said: Vec<&CaveatSaid> = Vec::new();
        for caveat in chosen.iter().flat_map(|gateway| &gateway.caveats) {
            if caveat.limit == limit && said.iter().all(|known| known.text != caveat.text) {
                said.push(caveat);
            }
        }
        said
    }

    fn other_objectives(&self, at: usize, others: &[&GatewayDetermination]) -> Html {
        if others.is_empty() {
            return Html::default();
        }
        let each = others.iter().map(|gateway| {
            let (_, own): (Vec<&CaveatSaid>, Vec<&CaveatSaid>) = gateway.caveats.iter().partition(|said| said.limit);
            let content = html! {
                <>
                    { self.told(at, gateway) }
                    <ul class="wg-explanation">{ for own.into_iter().map(|said| self.caveat(said)) }</ul>
                </>
            };
            Details { summary: text(self.row(gateway)), content, ..Details::default() }.view()
        });
        html! {
            <>
                { self.below(1, "govuk-heading-m", text(self.words.other_objectives)) }
                { for each }
            </>
        }
    }

    /// By which rules, as at when, and who stands behind it.
    fn about(&self) -> Html {
        let (book, words) = (&*self.session.book, self.words);
        let row = |key: &'static str, value: String| Row {
            key: text(key),
            value: text(value),
            ..Row::default()
        };
        let mut rows = vec![row(words.rulebook, book.title.plain())];
        rows.extend(
            book.law_as_at
                .map(|date| row(words.law_date, words.date(date))),
        );
        rows.push(row(
            words.fingerprint,
            book.hash.chars().take(FINGERPRINT).collect(),
        ));
        html! {
            <>
                { self.below(1, "govuk-heading-m", text(words.about)) }
                { SummaryList { rows, ..SummaryList::default() }.view() }
                { says(book, "independence") }
                { says(book, "attribution") }
            </>
        }
    }

    fn ways_on(&self) -> Html {
        let words = self.words;
        let onclick = Callback::from(|_: MouseEvent| {
            if let Some(window) = web_sys::window() {
                // Fails only where a host forbids it, and then there is nothing to print to.
                let _ = window.print();
            }
        });
        let again = self.on(|()| Action::StartAgain);
        html! {
            <div class="govuk-button-group">
                <Button kind="button" classes={classes!("govuk-button--secondary")} {onclick}>{ words.print }</Button>
                { self.link(words.start_again.into(), again) }
            </div>
        }
    }
}

/// Whether a finding of this kind is about this share, rather than about any share on that day.
fn tells(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::NoObjective | Kind::OneEnd | Kind::Purpose | Kind::TooFewFactors | Kind::NotAdverse
    )
}
