//! The outcome: in words as the heading, then why, what is open, what else to know, and what to do.

use wicketgate_engine::model::Kind;
use wicketgate_engine::{
    CaveatSaid, Finding, GatewayDetermination, LegDetermination, NoteSaid, OpenPoint, Outcome,
    ProvisionCited, Verdict,
};
use yew::NodeRef;

use super::View;
use super::action::Action;
use super::page::Page;
use super::said::{caveats, outcome_key, shared_refusals, unneeded};
use super::walk::Examined;
use crate::components::{
    Button, El, Row, SummaryList, WarningText, body, details, el, inset, some, text,
};
use crate::content::fill;
use crate::prose::{Line, cited, paragraph, prose, says};

/// How many digits of the hash are shown: enough to tell two rulebooks apart by eye.
const FINGERPRINT: usize = 12;

impl View<'_> {
    pub(super) fn outcome(&self) -> El {
        match self.session.walk.found.legs.as_slice() {
            [] => some(),
            [leg] => self.outcome_of_one(leg),
            legs => self.outcome_of_several(legs),
        }
    }

    fn outcome_of_one(&self, leg: &LegDetermination) -> El {
        let (chosen, others) = self.session.split(0, leg);
        some()
            .el(self.outcome_title(leg, &chosen))
            .el(if unneeded(leg) {
                some()
            } else {
                self.summary(leg.outcome)
            })
            .el(self.leg(0, leg, &chosen))
            .el(self.why(0, leg, &chosen))
            .el(self.next_steps(leg.outcome))
            .el(self.notes(&leg.notes))
            .maybe(self.further())
            .el(self.other_objectives(0, &others))
            .el(self.end())
    }

    /// What stands below every outcome.
    fn end(&self) -> El {
        some()
            .el(self.below(1, "govuk-heading-m", self.words.your_answers))
            .el(self.answers(2))
            .el(self.about())
            .el(body(self.words.print_closed).class("wg-print-only"))
            .el(self.ways_on())
    }

    /// Each leg has its own outcome; the heading says whether they share it.
    fn outcome_of_several(&self, legs: &[LegDetermination]) -> El {
        let (session, words) = (self.session, self.words);
        let outcome = session.walk.found.outcome;
        // A leg stands one level below the proposal.
        let inside = View {
            level: self.level + 1,
            act: self.act.clone(),
            heading: NodeRef::default(),
            ..*self
        };
        let mut rows = Vec::new();
        let mut each = some();
        for (at, leg) in legs.iter().enumerate() {
            let name = self.session.leg_name(at);
            let found = words.row_outcome(leg.outcome);
            rows.push(Row {
                key: text(&name),
                value: text(&super::ask::capital(found)),
                ..Row::default()
            });
            let (chosen, others) = inside.session.split(at, leg);
            let title = fill(words.row, &[("{objective}", &name), ("{outcome}", found)]);
            each = each.el(el("section")
                .el(self.below(1, "govuk-heading-l", &title))
                .el(inside.leg(at, leg, &chosen))
                .el(inside.why(at, leg, &chosen))
                .el(inside.other_objectives(at, &others)));
        }
        let overview = SummaryList {
            rows,
            ..SummaryList::default()
        };
        let mut notes: Vec<NoteSaid> = Vec::new();
        for note in legs.iter().flat_map(|leg| &leg.notes) {
            if notes.iter().all(|known| known.id != note.id) {
                notes.push(note.clone());
            }
        }
        let title = self.session.outcome_words(outcome, false);
        let count = legs.len().to_string();
        let share = fill(
            words.shares_on,
            &[
                ("{count}", &count),
                ("{date}", &words.date(session.facts.on)),
            ],
        );
        some()
            .el(self.captioned(&share, &title))
            .el(self.summary(outcome))
            .el(overview.view())
            .el(each)
            .el(self.next_steps(outcome))
            .el(self.notes(&notes))
            .maybe(self.further())
            .el(self.end())
    }

    /// The heading of the page, with a line above it.
    fn captioned(&self, caption: &str, title: &str) -> El {
        some()
            .el(el("span").class("govuk-caption-l").text(caption))
            .el(self.title(title))
    }

    /// What was found of a leg.
    fn leg(&self, at: usize, leg: &LegDetermination, chosen: &[&GatewayDetermination]) -> El {
        let words = self.words;
        let book = &*self.session.book;
        let only =
            chosen.len() == 1 && leg.outcome == Outcome::Fits && self.session.facts.legs.len() == 1;
        let limits: Vec<&CaveatSaid> = caveats(chosen, true);
        let caveats = caveats(chosen, false);
        // The condition of every fit; where advice is needed it is one thing to know among others.
        let warned = limits
            .first()
            .copied()
            .filter(|_| leg.outcome == Outcome::Fits);
        let fits = matches!(leg.outcome, Outcome::Fits | Outcome::NeedsAdvice);
        let mut all = some();
        if let Some(limit) = warned {
            let warning = WarningText {
                icon_text: words.warning.into(),
                content: text(&limit.text),
                ..WarningText::default()
            };
            all = all.el(warning.view());
        }
        all = all.el(self.shared_refusals(leg, chosen));
        for gateway in chosen {
            all = all.el(self.objective(at, gateway, only));
        }
        if caveats.is_empty() && limits.is_empty() {
            return all;
        }
        let mut list = el("ul").class("wg-explanation");
        for said in limits.into_iter().skip(usize::from(warned.is_some())) {
            list = list.el(self.caveat(said));
        }
        for said in caveats {
            list = list.el(self.caveat(said));
        }
        all.el(self.below(1, "govuk-heading-m", words.also))
            .el(list)
            .maybe(fits.then(|| says(book, "consent")))
    }

    /// The offer to go on with what decides only what goes with the outcome.
    fn further(&self) -> Option<El> {
        let words = self.words;
        let go_on = match self.session.walk.further.len() {
            0 => return None,
            1 => words.further_one.to_owned(),
            count => fill(words.further_go_on, &[("{count}", &count.to_string())]),
        };
        let offer = some()
            .el(self.below(1, "govuk-heading-m", words.further))
            .el(body(words.further_hint))
            .el(body("").el(self.link(&go_on, Action::Further)));
        Some(el("div").class("wg-screen-only").el(offer))
    }

    fn next_steps(&self, outcome: Outcome) -> El {
        let book = &*self.session.book;
        some()
            .el(self.below(1, "govuk-heading-m", self.words.next))
            .maybe((outcome != Outcome::Fits).then(|| says(book, "other-powers")))
            .el(self.look_up())
            .el(says(book, "contact"))
            .el(says(book, "advice"))
    }

    /// The heading, with who shares with whom above it.
    fn outcome_title(&self, leg: &LegDetermination, chosen: &[&GatewayDetermination]) -> El {
        let (session, words) = (self.session, self.words);
        let share = fill(
            words.share_on,
            &[
                ("{share}", &self.session.leg_name(0)),
                ("{date}", &words.date(session.facts.on)),
            ],
        );
        let title = session.outcome_title(leg, chosen);
        self.captioned(&share, &title)
    }

    fn summary(&self, outcome: Outcome) -> El {
        let key = outcome_key(outcome);
        let said = self.session.book.says(key);
        some().maybe(said.map(|said| el("p").class("govuk-body-l").text(&said.plain())))
    }

    /// What stands in the way of every objective alike, where none was chosen.
    fn shared_refusals(&self, leg: &LegDetermination, chosen: &[&GatewayDetermination]) -> El {
        let shared = shared_refusals(leg, chosen);
        if shared.is_empty() {
            return some();
        }
        some()
            .el(self.below(1, "govuk-heading-m", self.words.because))
            .maybe(shared.first().map(|finding| self.refusal(finding.kind)))
            .el(self.findings(&shared))
    }

    /// One objective with all that was found.
    fn objective(&self, at: usize, gateway: &GatewayDetermination, only: bool) -> El {
        // The heading of the page has said the rest already.
        let title = if only {
            self.words.because.to_owned()
        } else {
            self.session.row(gateway)
        };
        el("section")
            .el(self.below(1, "govuk-heading-m", &title))
            .el(self.told(at, gateway))
    }

    /// What was found of an objective: what decides first, the rest on request.
    fn told(&self, at: usize, gateway: &GatewayDetermination) -> El {
        let words = self.words;
        let of = |truth: Verdict| -> Vec<&Finding> {
            let all = gateway.reasons.iter();
            all.filter(|finding| finding.truth == truth).collect()
        };
        let group = |title: &str, findings: &[&Finding]| {
            if findings.is_empty() {
                return some();
            }
            some()
                .el(self.below(2, "govuk-heading-s", title))
                .el(self.findings(findings))
        };
        let (mut telling, mut general) = (Vec::new(), Vec::new());
        for finding in of(Verdict::Met) {
            if gateway.outcome == Outcome::Fits && tells(finding.kind) {
                telling.push(finding);
            } else {
                general.push(finding);
            }
        }
        let mut all = some().maybe(gateway.kind.map(|kind| self.refusal(kind)));
        if gateway.outcome == Outcome::NeedsAdvice {
            for point in &gateway.unsettled {
                all = all.el(self.point(point));
            }
        }
        all = all
            .el(group(words.reasons_not_met, &of(Verdict::NotMet)))
            .el(group(words.reasons_unsettled, &of(Verdict::Unsettled)));
        // What is open no longer matters once something is not met.
        if gateway.outcome != Outcome::DoesNotFit {
            all = all.el(group(words.reasons_unknown, &of(Verdict::Unknown)));
        }
        if gateway.outcome == Outcome::Undecided {
            let wanted = Examined {
                leg: at,
                objective: gateway.objective.clone().unwrap_or_default(),
            };
            let asked = fill(words.examine, &[("{objective}", &gateway.title)]);
            let link = self.link(&asked, Action::Examine(wanted));
            all = all.el(body("").class("wg-screen-only").el(link));
        }
        all = all.el(group(words.reasons_met, &telling));
        if !general.is_empty() {
            let count = general.len().to_string();
            let summary = fill(words.more_met, &[("{count}", &count)]);
            all = all.el(details(&summary, self.findings(&general)));
        }
        all
    }

    /// A kind of refusal in a sentence, in the words of the rules.
    fn refusal(&self, kind: Kind) -> El {
        says(&self.session.book, &["kind-", kind.word()].concat())
    }

    fn findings(&self, findings: &[&Finding]) -> El {
        let mut list = el("ul").class("wg-explanation");
        for finding in findings {
            let mut links = Line::default();
            links.add(self.cite(&finding.provision, &finding.citation, &finding.link));
            self.cites(&mut links, &finding.also);
            list = list.el(el("li").text(&finding.because).el(links.view()));
        }
        list
    }

    fn cites(&self, links: &mut Line, provisions: &[ProvisionCited]) {
        for one in provisions {
            links.add(self.cite(&one.provision, &one.citation, &one.link));
        }
    }

    fn caveat(&self, said: &CaveatSaid) -> El {
        let mut links = Line::default();
        self.cites(&mut links, &said.provisions);
        el("li").text(&said.text).el(links.view())
    }

    /// A point that no one can answer here, with whom to ask.
    fn point(&self, point: &OpenPoint) -> El {
        let book = &self.session.book;
        let of_law = book.points.iter().find(|known| known.id == point.id);
        let says = match of_law {
            Some(known) => prose(&known.says),
            None => paragraph(&point.says),
        };
        let mut links = Line::default();
        self.cites(&mut links, &point.provisions);
        some()
            .el(self.below(2, "govuk-heading-s", &point.text))
            .el(says)
            .el(inset(some().text(&point.ask)))
            .el(links.view())
    }

    fn cite(&self, provision: &str, citation: &str, url: &str) -> El {
        cited(&self.session.book, self.words, provision, citation, url)
    }

    fn other_objectives(&self, at: usize, others: &[&GatewayDetermination]) -> El {
        if others.is_empty() {
            return some();
        }
        let mut all = some().el(self.below(1, "govuk-heading-m", self.words.other_objectives));
        for gateway in others {
            let mut own = el("ul").class("wg-explanation");
            for said in &gateway.caveats {
                if !said.limit {
                    own = own.el(self.caveat(said));
                }
            }
            let content = self.told(at, gateway).el(own);
            all = all.el(details(&self.session.row(gateway), content));
        }
        all
    }

    /// By which rules, as at when, and who stands behind it.
    fn about(&self) -> El {
        let (book, words) = (&*self.session.book, self.words);
        let row = |key: &str, value: &str| Row {
            key: text(key),
            value: text(value),
            ..Row::default()
        };
        let mut rows = vec![row(words.rulebook, &book.title.plain())];
        if let Some(date) = book.law_as_at {
            rows.push(row(words.law_date, &words.date(date)));
        }
        let fingerprint = book.hash.get(..FINGERPRINT).unwrap_or(&book.hash);
        rows.push(row(words.fingerprint, fingerprint));
        let list = SummaryList {
            rows,
            ..SummaryList::default()
        };
        some()
            .el(self.below(1, "govuk-heading-m", words.about))
            .el(list.view())
            .el(says(book, "independence"))
            .el(says(book, "attribution"))
    }

    fn ways_on(&self) -> El {
        let words = self.words;
        let button = Button {
            content: text(words.take),
            kind: Some("button".into()),
            classes: "govuk-button--secondary".into(),
            onclick: self.on(Action::Go(Page::Take)),
            ..Button::default()
        };
        el("div")
            .class("govuk-button-group")
            .el(button.view())
            .el(self.link(words.start_again, Action::StartAgain))
    }
}

/// Whether a finding of this kind is about this share, rather than about any share on that day.
fn tells(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::NoObjective | Kind::OneEnd | Kind::Purpose | Kind::TooFewFactors | Kind::NotAdverse
    )
}
