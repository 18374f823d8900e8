//! Who is listed on a day, for what, since when, and with whom each can share. No browser in here.

use wicketgate_engine::model::{Entry, EntryKind, InForce, Index, Rulebook};
use wicketgate_engine::{Date, Period, Text, Verdict, Way, ends, ways};

use crate::content::Words;
use crate::finder::body_name;
use crate::journey::capital;

/// What can be looked at on a day.
#[derive(Clone, Debug)]
pub(crate) struct Explored {
    /// Every gateway with each of its objectives.
    pub(crate) ways: Vec<Way>,
    /// Every body that has an entry on the day.
    pub(crate) rows: Vec<Row>,
    /// What one of them can share for.
    pub(crate) has: Vec<Has>,
}

/// A body, and which ends it can be at by each way.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) body: Index,
    pub(crate) cells: Vec<Ends>,
}

/// Whether a body can give, and whether it can get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ends {
    pub(crate) gives: Verdict,
    pub(crate) gets: Verdict,
}

/// A way that is open to a body.
#[derive(Clone, Debug)]
pub(crate) struct Has {
    pub(crate) way: Way,
    pub(crate) ends: Ends,
    /// From which day on it was so without a break.
    pub(crate) since: Date,
    /// To whom it can give.
    pub(crate) to: Vec<Partner>,
    /// From whom it can get.
    pub(crate) from: Vec<Partner>,
}

/// Who can be at the other end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Partner {
    pub(crate) body: Index,
    /// Whether nothing about it is in doubt.
    pub(crate) settled: bool,
}

impl Ends {
    fn any(self) -> bool {
        self.gives != Verdict::NotMet || self.gets != Verdict::NotMet
    }

    /// In a word or two.
    pub(crate) fn word(self, words: &Words) -> String {
        let [yes, no, gives, gets] = words.cells;
        let (word, verdict) = match (self.gives, self.gets) {
            (Verdict::NotMet, Verdict::NotMet) => return no.to_owned(),
            (Verdict::NotMet, verdict) => (gets, verdict),
            (verdict, Verdict::NotMet) => (gives, verdict),
            (Verdict::Met, Verdict::Met) => (yes, Verdict::Met),
            _ => return capital(words.truth(Verdict::Unsettled)),
        };
        if verdict == Verdict::Met {
            return word.to_owned();
        }
        [word, ", ", words.truth(Verdict::Unsettled)].concat()
    }
}

impl Explored {
    /// What there is on a day; with what is open to a body, if one is named.
    pub(crate) fn new(book: &Rulebook, on: Date, body: Option<Index>) -> Self {
        let ways = ways(book);
        let bodies = listed(book, on);
        let mut pairs = Vec::with_capacity(2 * bodies.len());
        for body in &bodies {
            pairs.push((Some(*body), None));
            pairs.push((None, Some(*body)));
        }
        let found = ends(book, on, &pairs);
        let mut rows = Vec::with_capacity(bodies.len());
        for (at, body) in bodies.iter().enumerate() {
            rows.push(Row {
                body: *body,
                cells: both(&found, 2 * at),
            });
        }
        let mut all = Self {
            ways,
            rows,
            has: Vec::new(),
        };
        if let Some(body) = body {
            all.has = all.of(book, on, body);
        }
        all
    }

    fn of(&self, book: &Rulebook, on: Date, body: Index) -> Vec<Has> {
        let mut has = Vec::new();
        let Some(own) = self.rows.iter().find(|row| row.body == body) else {
            return has;
        };
        let mut pairs = Vec::with_capacity(2 * self.rows.len());
        for other in &self.rows {
            pairs.push((Some(body), Some(other.body)));
            pairs.push((Some(other.body), Some(body)));
        }
        let found = ends(book, on, &pairs);
        let since = since(book, on, body, &own.cells);
        for (at, way) in self.ways.iter().enumerate() {
            let (Some(ends), Some(since)) = (own.cells.get(at), since.get(at)) else {
                continue;
            };
            if !ends.any() {
                continue;
            }
            has.push(Has {
                way: *way,
                ends: *ends,
                since: *since,
                to: self.partners(&found, 0, at),
                from: self.partners(&found, 1, at),
            });
        }
        has
    }

    /// Who can be at the other end by a way, out of verdicts in which each body has two rows.
    fn partners(&self, found: &[Vec<Verdict>], first: usize, way: usize) -> Vec<Partner> {
        let mut partners = Vec::new();
        for (at, other) in self.rows.iter().enumerate() {
            let verdict = found.get(2 * at + first).and_then(|row| row.get(way));
            if let Some(verdict @ (Verdict::Met | Verdict::Unsettled)) = verdict {
                partners.push(Partner {
                    body: other.body,
                    settled: *verdict == Verdict::Met,
                });
            }
        }
        partners
    }

    /// The matrix as a file for a spreadsheet.
    pub(crate) fn csv(&self, book: &Rulebook, words: &Words, on: Date) -> String {
        // The mark by which spreadsheets know the letters of Welsh names.
        let mut out = String::from("\u{feff}");
        quoted(&mut out, words.organisation);
        out.push(',');
        quoted(&mut out, words.entries);
        for way in &self.ways {
            out.push(',');
            quoted(&mut out, &title(book, *way));
        }
        for row in &self.rows {
            out.push_str("\r\n");
            quoted(&mut out, &body_name(book, row.body, on));
            out.push(',');
            let mut where_listed = String::new();
            for entry in entries(book, row.body, on) {
                if let Some(cite) = entry.cites.first() {
                    if !where_listed.is_empty() {
                        where_listed.push_str("; ");
                    }
                    where_listed.push_str(&book.provision(cite));
                }
            }
            quoted(&mut out, &where_listed);
            for cell in &row.cells {
                out.push(',');
                quoted(&mut out, &cell.word(words));
            }
        }
        out.push_str("\r\n");
        out
    }
}

fn quoted(out: &mut String, text: &str) {
    out.push('"');
    out.push_str(&text.replace('"', "\"\""));
    out.push('"');
}

/// The rows of one body, which stand at a place and behind it.
fn both(found: &[Vec<Verdict>], at: usize) -> Vec<Ends> {
    let mut cells = Vec::new();
    if let (Some(gives), Some(gets)) = (found.get(at), found.get(at + 1)) {
        for (gives, gets) in gives.iter().zip(gets) {
            cells.push(Ends {
                gives: *gives,
                gets: *gets,
            });
        }
    }
    cells
}

/// What a way is called: by its objective, or by its gateway where that has none.
pub(crate) fn title(book: &Rulebook, way: Way) -> String {
    let objective = way.objective.and_then(|at| book.objectives.get(at));
    let gateway = book.gateways.get(way.gateway);
    let title = match objective {
        Some(objective) => Some(&objective.title),
        None => gateway.map(|gateway| &gateway.title),
    };
    title.map(Text::plain).unwrap_or_default()
}

/// When and where a way is law.
pub(crate) fn in_force(book: &Rulebook, way: Way) -> &[InForce] {
    let objective = way.objective.and_then(|at| book.objectives.get(at));
    match (objective, book.gateways.get(way.gateway)) {
        (Some(objective), _) => &objective.in_force,
        (None, Some(gateway)) => &gateway.in_force,
        _ => &[],
    }
}

/// The bodies that have an entry on a day, in the order of the rules.
fn listed(book: &Rulebook, on: Date) -> Vec<Index> {
    let mut bodies = Vec::new();
    for entry in &book.entries {
        if entry.kind == EntryKind::Person && entry.on(on).is_some() {
            let body = book.body_on(entry, on);
            if !bodies.contains(&body) {
                bodies.push(body);
            }
        }
    }
    bodies
}

/// The entries that describe a body on a day, or would if they were in force.
pub(crate) fn entries(book: &Rulebook, body: Index, on: Date) -> Vec<&Entry> {
    let mut own = Vec::new();
    for entry in &book.entries {
        if entry.kind == EntryKind::Person && book.body_on(entry, on) == body {
            own.push(entry);
        }
    }
    own
}

/// The days on which something changed that may matter to a body, the latest first, up to a day.
fn changes(book: &Rulebook, on: Date, body: Index) -> Vec<Date> {
    let mut periods: Vec<Period> = Vec::new();
    let begins = |from: Date| Period { from, until: None };
    for entry in &book.entries {
        let mut own = entry.body == body;
        for version in &entry.versions {
            let other = version.same_as.and_then(|at| book.entries.get(at));
            own |= other.is_some_and(|other| other.body == body);
        }
        if own {
            for version in &entry.versions {
                periods.push(version.period);
            }
            for (from, _) in &entry.unsettled {
                periods.push(begins(*from));
            }
        }
    }
    for gateway in &book.gateways {
        for one in &gateway.in_force {
            periods.push(one.period);
        }
    }
    for objective in &book.objectives {
        for one in &objective.in_force {
            periods.push(one.period);
        }
        for doubt in &objective.unsettled {
            if let Some(from) = doubt.from {
                periods.push(begins(from));
            }
        }
    }
    let mut days: Vec<Date> = Vec::new();
    for period in periods {
        for day in [Some(period.from), period.until.map(Date::next)] {
            if let Some(day) = day
                && day <= on
                && !days.contains(&day)
            {
                let at = days.iter().take_while(|known| **known > day).count();
                days.insert(at, day);
            }
        }
    }
    days
}

/// The first day from which each way was as open to a body as it is on a day.
fn since(book: &Rulebook, on: Date, body: Index, now: &[Ends]) -> Vec<Date> {
    // A day for each way, and whether it was so without a break until then.
    let mut since = Vec::with_capacity(now.len());
    for _ in now {
        since.push((on, true));
    }
    for day in changes(book, on, body) {
        let then = of_body(book, day, body);
        for (at, (since, unbroken)) in since.iter_mut().enumerate() {
            *unbroken &= now.get(at) == then.get(at);
            if *unbroken {
                *since = day;
            }
        }
    }
    since.into_iter().map(|(day, _)| day).collect()
}

/// Which ends a body can be at by each way on a day.
fn of_body(book: &Rulebook, on: Date, body: Index) -> Vec<Ends> {
    let found = ends(book, on, &[(Some(body), None), (None, Some(body))]);
    both(&found, 0)
}

/// The points on which it turns whether a way is open to a body.
pub(crate) fn doubts(book: &Rulebook, way: Way, body: Index, on: Date) -> Vec<Index> {
    let mut points = Vec::new();
    let schedule = book
        .gateways
        .get(way.gateway)
        .and_then(|gateway| gateway.schedule);
    for entry in entries(book, body, on) {
        if entry.schedule == schedule {
            for (from, point) in &entry.unsettled {
                if *from <= on {
                    points.push(*point);
                }
            }
        }
    }
    if let Some(objective) = way.objective.and_then(|at| book.objectives.get(at)) {
        for doubt in &objective.unsettled {
            let named = |at: &Index| {
                book.entries
                    .get(*at)
                    .is_some_and(|entry| entry.body == body)
            };
            if doubt.from.is_none_or(|from| from <= on) && doubt.entries.iter().any(named) {
                points.push(doubt.point);
            }
        }
    }
    for one in in_force(book, way) {
        if one.period.contains(on) {
            points.extend(one.unsettled);
        }
    }
    points
}

#[cfg(test)]
mod tests;
