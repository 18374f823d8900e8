//! The page of a body: its entries, what it can share for, with whom, and what is in doubt.

use wicketgate_engine::model::{Entry, Index, List};
use wicketgate_engine::{Period, Text};

use super::View;
use crate::components::{El, Row, SummaryList, body, details, el, inset, some, text};
use crate::content::fill;
use crate::explore::{Has, Partner, doubts, entries, in_force, title};
use crate::finder::{body_name, usual_names};
use crate::journey::ask::capital;
use crate::prose::{citations, prose};

impl View<'_> {
    pub(super) fn listed(&self, body_at: Index) -> El {
        let (session, words) = (self.session, self.words);
        let (book, on) = (&*session.book, session.seen);
        let Some(explored) = &session.explored else {
            return some();
        };
        let names = usual_names(book, body_at, on);
        let names =
            (!names.is_empty()).then(|| body(&fill(words.explore_names, &[("{names}", &names)])));
        let mut all = some()
            .el(self.explored(&capital(&body_name(book, body_at, on))))
            .maybe(names)
            .el(self.seen())
            .el(self.below(1, "govuk-heading-m", words.explore_has));
        if explored.has.is_empty() {
            all = all.el(body(words.explore_nothing));
        }
        let mut points: Vec<Index> = Vec::new();
        for has in &explored.has {
            all = all.el(self.has(has));
            for point in doubts(book, has.way, body_at, on) {
                if !points.contains(&point) {
                    points.push(point);
                }
            }
        }
        if !points.is_empty() {
            all = all.el(self.below(1, "govuk-heading-m", words.reasons_unsettled));
        }
        for point in points {
            all = all.maybe(book.points.get(point).map(|point| {
                let content = prose(&point.says)
                    .el(inset(some().text(&point.ask.plain())))
                    .el(citations(book, words, &point.cites));
                details(&point.title.plain(), content)
            }));
        }
        all = all.el(self.below(1, "govuk-heading-m", words.explore_entries));
        for entry in entries(book, body_at, on) {
            all = all.el(self.entry(entry));
        }
        all.el(self.ways_further())
    }

    /// A gateway or objective that is open to the body, with who can be at the other end.
    fn has(&self, has: &Has) -> El {
        let (session, words) = (self.session, self.words);
        let (book, on) = (&*session.book, session.seen);
        let gateway = book.gateways.get(has.way.gateway);
        let objective = has.way.objective.and_then(|at| book.objectives.get(at));
        let (about, cites) = match (objective, gateway) {
            (Some(objective), _) => (&objective.about, &objective.cites),
            (None, Some(gateway)) => (&gateway.about, &gateway.cites),
            _ => return some(),
        };
        let line = fill(
            words.explore_since,
            &[
                ("{what}", &has.ends.word(words)),
                ("{date}", &words.date(has.since)),
            ],
        );
        let mut nations: Vec<Index> = Vec::new();
        for one in in_force(book, has.way) {
            if one.period.contains(on) {
                nations.extend(&one.nations);
            }
        }
        let nations = self.names_of(&nations);
        let place = (!nations.is_empty())
            .then(|| body(&fill(words.explore_nations, &[("{nations}", &nations)])));
        let partners = |line: &str, partners: &[Partner]| {
            if partners.is_empty() {
                return some();
            }
            let mut list = el("ul").class("govuk-list govuk-list--bullet");
            for partner in partners {
                let mut item = el("li").el(self.to_body(partner.body));
                if !partner.settled {
                    let [_, _, unsettled, _] = words.truths;
                    item = item.text(", ").text(unsettled);
                }
                list = list.el(item);
            }
            let count = partners.len().to_string();
            details(&fill(line, &[("{count}", &count)]), list)
        };
        let shared = if has.to == has.from {
            partners(words.explore_both, &has.to)
        } else {
            some()
                .el(partners(words.explore_to, &has.to))
                .el(partners(words.explore_from, &has.from))
        };
        let providers = objective.and_then(|objective| objective.providers.as_ref());
        let providers = providers.map(|cites| {
            some()
                .el(body(words.explore_providers))
                .el(citations(book, words, cites))
        });
        el("section")
            .el(self.below(2, "govuk-heading-s", &title(book, has.way)))
            .el(body(&line))
            .maybe(about.as_ref().map(prose))
            .maybe(place)
            .el(citations(book, words, cites))
            .el(shared)
            .maybe(providers)
    }

    /// Nations by their names.
    pub(in crate::journey) fn names_of(&self, nations: &[Index]) -> String {
        let book = &*self.session.book;
        let list: Option<&List> = book.nations.and_then(|at| book.lists.get(at));
        let mut names = String::new();
        for nation in nations {
            if let Some(item) = list.and_then(|list| list.items.get(*nation)) {
                if !names.is_empty() {
                    names.push_str(", ");
                }
                names.push_str(&item.title.plain());
            }
        }
        names
    }

    fn period(&self, period: Period) -> String {
        let words = self.words;
        let from = words.date(period.from);
        match period.until {
            None => fill(words.explore_from_day, &[("{from}", &from)]),
            Some(until) => fill(
                words.explore_until_day,
                &[("{from}", &from), ("{until}", &words.date(until))],
            ),
        }
    }

    fn entry(&self, entry: &Entry) -> El {
        let (session, words) = (self.session, self.words);
        let (book, on) = (&*session.book, session.seen);
        let Some(version) = entry.nearest(on) else {
            return some();
        };
        let schedule = entry.schedule.and_then(|at| book.schedules.get(at));
        let heading = match schedule {
            Some(schedule) if !schedule.entry_name.is_empty() => {
                fill(&schedule.entry_name.plain(), &[("{label}", &entry.label)])
            }
            Some(schedule) => [&schedule.title.plain(), " ", &entry.label].concat(),
            None => version.display(on),
        };
        let mut rows = Vec::new();
        let mut row = |key: &str, value: El| {
            rows.push(Row {
                key: text(key),
                value: value.html(),
                ..Row::default()
            });
        };
        let exact = version.name(on).map(Text::plain).unwrap_or_default();
        row(words.explore_exact, some().text(&exact));
        let mut dates = some().text(&self.period(version.period));
        if !version.period.contains(on) {
            dates = dates.text(". ").text(words.explore_not_then);
        }
        row(words.explore_dates, dates);
        if !version.limits.is_empty() {
            let mut list = some();
            for (at, limit) in version.limits.iter().enumerate() {
                // A limit of both ends may be told as two, one for each.
                let title = limit.title.plain();
                let before = version.limits.iter().take(at);
                if before.into_iter().all(|known| known.title.plain() != title) {
                    list = list
                        .el(body(&title))
                        .el(citations(book, words, &limit.cites));
                }
            }
            row(words.explore_limits, list);
        }
        let mut former = some();
        let mut any = false;
        for other in &entry.versions {
            for named in &other.names {
                let name = named.name.plain();
                if name == exact {
                    continue;
                }
                // The last name of a text goes as far as the text does.
                let until = named.period.until.or(other.period.until);
                let period = Period {
                    from: named.period.from.max(other.period.from),
                    until,
                };
                any = true;
                former = former.el(body(&name).text(": ").text(&self.period(period)));
            }
        }
        if any {
            row(words.explore_former, former);
        }
        if !entry.extent.is_empty() {
            row(
                words.explore_extent,
                some().text(&self.names_of(&entry.extent)),
            );
        }
        if !entry.notes.is_empty() {
            let mut notes = some();
            for note in &entry.notes {
                notes = notes.el(prose(note));
            }
            row(words.explore_notes, notes);
        }
        row(words.source, citations(book, words, &entry.cites));
        let list = SummaryList {
            rows,
            ..SummaryList::default()
        };
        some()
            .el(self.below(2, "govuk-heading-s", &capital(&heading)))
            .el(list.view())
    }
}
