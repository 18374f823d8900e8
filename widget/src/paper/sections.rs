//! The sections of the guide.

use wicketgate_engine::model::{
    Cite, Condition, EntryKind, InForce, Index, Kind, Note, NoteKind, Schedule,
};
use wicketgate_engine::{Verdict, Way};

use super::words::PAPER;
use super::{Paper, line};
use crate::components::{El, el, some};
use crate::content::fill;
use crate::explore::title;
use crate::prose::{prose, says};

fn section(title: &str) -> El {
    el("section").el(el("h2").text(title))
}

impl Paper<'_> {
    /// The whole in three lists.
    pub(super) fn brief(&self) -> El {
        let book = self.book;
        let mut can = el("ul");
        for way in &self.explored.ways {
            let mut item = el("li").el(el("strong").text(&title(book, *way)));
            if let Some(number) = self.number(*way) {
                item = item.text(" (").text(&number.to_string()).text(")");
            }
            can = can.el(item);
        }
        let mut cannot = el("ul");
        for kind in Kind::ALL {
            if let Some(said) = book.says(&["kind-", kind.word()].concat()) {
                cannot = cannot.el(el("li").text(&said.plain()));
            }
        }
        let mut advice = el("ul");
        for point in &book.points {
            advice = advice.el(el("li").text(&point.title.plain()));
        }
        let part = |title: &str, content: El| el("div").el(el("h2").text(title)).el(content);
        el("section")
            .class("brief")
            .el(part(
                PAPER.can,
                some().el(el("p").text(PAPER.can_for)).el(can),
            ))
            .el(part(
                PAPER.cannot,
                some()
                    .el(el("p").text(PAPER.cannot_for))
                    .el(cannot)
                    .el(says(book, "other-powers")),
            ))
            .el(part(
                PAPER.advice,
                some().el(el("p").text(PAPER.advice_for)).el(advice),
            ))
    }

    /// The number by which the list of bodies names an objective.
    fn number(&self, way: Way) -> Option<usize> {
        way.objective?;
        let named = self
            .explored
            .ways
            .iter()
            .filter(|way| way.objective.is_some());
        named
            .into_iter()
            .position(|known| *known == way)
            .map(|at| at + 1)
    }

    pub(super) fn who(&self) -> El {
        let book = self.book;
        let mut key = Vec::new();
        for way in &self.explored.ways {
            if let Some(number) = self.number(*way) {
                key.push([&number.to_string(), " ", &title(book, *way)].concat());
            }
        }
        let date = self.words.date(self.on);
        let mut all =
            section(PAPER.who).el(el("p").text(&fill(PAPER.who_on, &[("{date}", &date)])));
        for (at, schedule) in book.schedules.iter().enumerate() {
            // Those of powers that no gateway here is about would only fill sheets.
            if book.gateways.iter().any(|one| one.schedule == Some(at)) {
                all = all.el(self.schedule(at, schedule, &key.join(", ")));
            }
        }
        let mut outside = el("ul").class("names");
        let mut any = false;
        for entry in &book.entries {
            if let (None, Some(version)) = (entry.schedule, entry.on(self.on)) {
                any = true;
                outside = outside.el(el("li").text(&version.display(self.on)));
            }
        }
        if any {
            all = all.el(el("h3").text(PAPER.outside)).el(outside);
        }
        if !book.elsewhere.is_empty() {
            let mut names = el("ul").class("names");
            for one in &book.elsewhere {
                names = names.el(el("li").text(&line(&one.name)));
            }
            all = all
                .el(el("h3").text(PAPER.unlisted))
                .el(el("p").text(PAPER.unlisted_some))
                .el(names);
        }
        all
    }

    /// A schedule by its parts, each body with the numbers of its objectives.
    fn schedule(&self, at: Index, schedule: &Schedule, key: &str) -> El {
        let book = self.book;
        let mut gateways = Vec::new();
        let mut objectives = false;
        for (index, gateway) in book.gateways.iter().enumerate() {
            if gateway.schedule == Some(at) {
                gateways.push(gateway.title.plain());
                objectives |= book.objectives.iter().any(|one| one.gateway == index);
            }
        }
        let used = fill(PAPER.used_for, &[("{gateways}", &gateways.join("; "))]);
        let mut all = some().el(el("h3").text(&schedule.title.plain())).el(el("p")
            .text(&used)
            .text(" ")
            .el(self.cites(&schedule.cites)));
        if objectives {
            let line = fill(PAPER.key, &[("{key}", key)]);
            all = all.el(el("p").text(&line).text(" ").text(PAPER.key_doubt));
        }
        for (part, (number, title)) in schedule.parts.iter().enumerate() {
            let mut names = el("ul").class("names");
            for entry in &book.entries {
                let listed = entry.schedule == Some(at) && entry.part == part;
                let Some(version) = entry.on(self.on).filter(|_| listed) else {
                    continue;
                };
                if entry.kind == EntryKind::Definition {
                    continue;
                }
                let mut item = el("li").text(&version.display(self.on));
                if objectives && entry.kind == EntryKind::Person {
                    item = item.el(self.numbers(book.body_on(entry, self.on)));
                }
                names = names.el(item);
            }
            let heading = fill(
                PAPER.part,
                &[("{number}", number), ("{title}", &title.plain())],
            );
            all = all.el(el("h4").text(&heading)).el(names);
        }
        all
    }

    fn numbers(&self, body: Index) -> El {
        let mut numbers = Vec::new();
        let row = self.explored.rows.iter().find(|row| row.body == body);
        let cells = row.map_or(&[][..], |row| row.cells.as_slice());
        for (way, cell) in self.explored.ways.iter().zip(cells) {
            match (self.number(*way), cell.gives) {
                (Some(number), Verdict::Met) => numbers.push(number.to_string()),
                (Some(number), Verdict::Unsettled) => {
                    numbers.push([&number.to_string(), "?"].concat())
                }
                _ => {}
            }
        }
        if numbers.is_empty() {
            return some();
        }
        some().text(" ").el(el("small").text(&numbers.join(" ")))
    }

    pub(super) fn gateways(&self) -> El {
        let book = self.book;
        let mut all = some();
        for (index, gateway) in book.gateways.iter().enumerate() {
            let mut own = section(&gateway.title.plain())
                .el(el("p").el(self.cites(&gateway.cites)))
                .maybe(gateway.about.as_ref().map(prose))
                .el(self.in_force(&gateway.in_force));
            let objectives = self
                .explored
                .ways
                .iter()
                .filter(|way| way.gateway == index && way.objective.is_some());
            let mut each = some();
            let mut any = false;
            for way in objectives {
                any = true;
                each = each.el(self.objective(*way));
            }
            let heading = if any {
                PAPER.conditions_all
            } else {
                PAPER.conditions
            };
            own = own
                .el(el("h3").text(heading))
                .el(self.conditions(&gateway.conditions, &gateway.cites))
                .el(each);
            all = all.el(own);
        }
        all
    }

    fn objective(&self, way: Way) -> El {
        let Some(objective) = way.objective.and_then(|at| self.book.objectives.get(at)) else {
            return some();
        };
        let number = self.number(way).unwrap_or_default().to_string();
        some()
            .el(el("h3").text(&[&number, " ", &objective.title.plain()].concat()))
            .el(el("p").el(self.cites(&objective.cites)))
            .maybe(objective.about.as_ref().map(prose))
            .el(self.in_force(&objective.in_force))
            .el(el("p").text(&fill(PAPER.named, &[("{number}", &number)])))
            .el(el("p").text(PAPER.conditions_more).text(":"))
            .el(self.conditions(&objective.conditions, &objective.cites))
    }

    /// Conditions, each with where it stands; within an instrument that was just named, by its number alone.
    fn conditions(&self, conditions: &[Condition], within: &[Cite]) -> El {
        let mut list = el("ol").class("conditions");
        for condition in conditions {
            let item = el("li").text(&condition.title.plain()).text(" ");
            list = list.el(item.maybe(condition.cites.first().map(|cite| {
                let short = within
                    .iter()
                    .any(|known| known.instrument == cite.instrument);
                el("span").class("cite").el(self.cite(cite, short))
            })));
        }
        list
    }

    /// When and where something is law.
    fn in_force(&self, periods: &[InForce]) -> El {
        let mut list = el("ul");
        for one in periods {
            let mut place = String::new();
            let nations = self.nations(&one.nations);
            if !nations.is_empty() {
                place = fill(PAPER.everywhere, &[("{nations}", &nations)]);
            }
            let from = self.words.date(one.period.from);
            let until = one.period.until.map(|until| self.words.date(until));
            let said = if until.is_some() {
                PAPER.until
            } else {
                PAPER.from
            };
            let values = [
                ("{from}", from.as_str()),
                ("{until}", until.as_deref().unwrap_or_default()),
                ("{where}", place.as_str()),
            ];
            let mut item = el("li").text(&fill(said, &values));
            if one.unsettled.is_some() {
                item = item.text(" ").text(PAPER.partly);
            }
            list = list.el(item.text(" ").el(self.cites(&one.cites)));
        }
        list
    }

    fn nations(&self, nations: &[Index]) -> String {
        let list = self.book.nations.and_then(|at| self.book.lists.get(at));
        let mut names = Vec::new();
        for nation in nations {
            if let Some(item) = list.and_then(|list| list.items.get(*nation)) {
                names.push(item.title.plain());
            }
        }
        names.join(", ")
    }

    pub(super) fn lists(&self) -> El {
        let mut all = some();
        for (at, list) in self.book.lists.iter().enumerate() {
            if Some(at) == self.book.nations {
                continue;
            }
            let kind = if list.definitive {
                PAPER.lists_only
            } else {
                PAPER.lists_examples
            };
            let mut items = el("dl");
            for item in &list.items {
                let plainly = item.plainly.as_ref();
                let meaning = plainly.or(item.meanings.first().map(|meaning| &meaning.text));
                items = items
                    .el(el("dt").text(&line(&item.title)))
                    .el(el("dd").maybe(meaning.map(prose)));
            }
            all = all.el(section(&list.title.plain())
                .el(el("p").text(kind).text(" ").el(self.cites(&list.cites)))
                .el(items));
        }
        all
    }

    pub(super) fn unsettled(&self) -> El {
        if self.book.points.is_empty() {
            return some();
        }
        let mut all = el("div").class("columns");
        for point in &self.book.points {
            all = all
                .el(el("h3").text(&point.title.plain()))
                .el(prose(&point.says))
                .el(el("p").el(el("strong").text(&point.ask.plain())));
        }
        section(PAPER.unsettled).el(all)
    }

    pub(super) fn limits(&self) -> El {
        let mut all = section(PAPER.limits);
        for limit in &self.book.limits {
            all = all.el(el("p")
                .el(el("strong").text(&limit.title.plain()).text(". "))
                .text(&limit.says.plain())
                .text(" ")
                .el(self.cites(&limit.cites)));
        }
        all.el(says(self.book, "consent"))
    }

    /// What to do next, stage by stage.
    pub(super) fn steps(&self) -> El {
        let mut all = el("div").class("columns");
        for (stage, title) in &self.book.stages {
            let mut list = el("ol");
            for note in &self.book.notes {
                if note.kind == NoteKind::Step && note.stage.as_ref() == Some(stage) {
                    list = list.el(el("li").text(&note.title.plain()));
                }
            }
            all = all.el(el("h3").text(&title.plain())).el(list);
        }
        section(self.words.next).el(all)
    }

    pub(super) fn duties(&self) -> El {
        let [_, _, duties, ..] = self.words.notes;
        self.notes(NoteKind::Duty, duties)
    }

    pub(super) fn misconceptions(&self) -> El {
        self.notes(NoteKind::Misconception, PAPER.misconceptions)
    }

    pub(super) fn contacts(&self) -> El {
        let [.., contacts] = self.words.notes;
        section(contacts)
            .el(says(self.book, "contact"))
            .el(self.list(NoteKind::Contact))
    }

    fn notes(&self, kind: NoteKind, title: &str) -> El {
        if !self.book.notes.iter().any(|note| note.kind == kind) {
            return some();
        }
        section(title).el(self.list(kind))
    }

    fn list(&self, kind: NoteKind) -> El {
        let mut list = el("dl");
        let notes = self.book.notes.iter();
        for note in notes.filter(|note: &&Note| note.kind == kind) {
            list = list
                .el(el("dt").text(&note.title.plain()))
                .el(el("dd").maybe(note.says.as_ref().map(prose)));
        }
        list
    }

    /// Provisions as links, small and in one line.
    fn cites(&self, cites: &[Cite]) -> El {
        let mut all = el("span").class("cite");
        for (at, cite) in cites.iter().enumerate() {
            if at > 0 {
                all = all.text("; ");
            }
            all = all.el(self.cite(cite, false));
        }
        all
    }

    fn cite(&self, cite: &Cite, short: bool) -> El {
        let book = self.book;
        let provision = book
            .instruments
            .get(cite.instrument)
            .and_then(|instrument| instrument.provisions.get(cite.provision?));
        let name = match provision {
            Some(provision) if short => provision.path.clone(),
            _ => book.citation(cite),
        };
        el("a").attr("href", &book.link(cite)).text(&name)
    }
}
