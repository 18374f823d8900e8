//! `gateway section-35 "…" { … }`, `objective fuel-poverty "…" { … }` and what both hold.

use wicketgate_grammar::{Code, Line, Part, Span};

use super::cursor::{Cursor, Seen};
use super::names::What;
use super::schedule::{Range, checked, paragraphs_named};
use super::{Cx, list, test};
use crate::Text;
use crate::model::{
    Caveat, Cite, Condition, EntryKind, Gateway, InForce, Index, Kind, Objective, Persons, Test,
    UnsettledPersons,
};
use crate::suggest::{listed, meant};

pub(super) fn declare_gateway(cx: &mut Cx, item: &Line) {
    let (id, title, cites) = head(cx, item, "gateway", What::Gateway, cx.book.gateways.len());
    cx.book.gateways.push(Gateway {
        id,
        title,
        about: None,
        schedule: None,
        in_force: Vec::new(),
        conditions: Vec::new(),
        caveats: Vec::new(),
        cites,
    });
}

pub(super) fn declare_objective(cx: &mut Cx, item: &Line) {
    let (id, title, cites) = head(
        cx,
        item,
        "objective",
        What::Objective,
        cx.book.objectives.len(),
    );
    cx.book.objectives.push(Objective {
        id,
        title,
        about: None,
        gateway: Index::MAX,
        in_force: Vec::new(),
        persons: Vec::new(),
        unsettled: Vec::new(),
        providers: None,
        conditions: Vec::new(),
        caveats: Vec::new(),
        cites,
    });
}

fn head(
    cx: &mut Cx,
    item: &Line,
    word: &str,
    what: What,
    index: usize,
) -> (String, Text, Vec<Cite>) {
    let mut cursor = Cursor::new(item);
    let Some(id) = cursor.name(cx, &say!("the name of the {word}")) else {
        return Default::default();
    };
    cx.declare(what, id, index);
    let title = cursor.text(cx, &[word, &id.value, "title"]);
    let cites = cursor.cites(cx);
    cursor.end_of_parts(cx);
    if !has_citation(item) {
        cx.error(
            Code::MissingCitation,
            id.span,
            say!("this {word} cites no provision"),
        )
        .help = Some(say!(
            "say where the law says so: an instrument and a provision, in brackets"
        ));
    }
    (id.value.clone(), title, cites)
}

/// Whether a line cites anything. A citation that does not resolve is a mistake of its own.
fn has_citation(line: &Line) -> bool {
    let mut parts = line.parts.iter();
    parts.any(|part| matches!(part, Part::Citations(_)))
}

/// Whether a declaration says when it is in force. A date that is in no calendar is a mistake of its own.
fn has_dates(item: &Line) -> bool {
    let words = item.lines().iter().filter_map(Line::keyword);
    words
        .into_iter()
        .any(|word| ["in", "partly"].contains(&word.value.as_str()))
}

pub(super) fn read_gateway(cx: &mut Cx, index: usize, item: &Line) {
    let Some(mut gateway) = cx.book.gateways.get_mut(index).map(std::mem::take) else {
        return;
    };
    let owner = format!("gateway.{}", gateway.id);
    let mut seen = Seen::default();
    for line in item.lines() {
        let mut cursor = Cursor::new(line);
        let word = line.keyword().map_or("", |word| word.value.as_str());
        match word {
            "schedule" => {
                seen.once(cx, line, word);
                if let Some(name) = cursor.name(cx, "the name of a schedule") {
                    gateway.schedule = cx.find(What::Schedule, name);
                    cursor.end(cx);
                }
            }
            "about" => {
                seen.once(cx, line, word);
                gateway.about = Some(cursor.text(cx, &[&owner, "about"]));
                cursor.end(cx);
            }
            "in" | "partly" => gateway.in_force.extend(in_force(cx, line)),
            "condition" => gateway.conditions.extend(condition(cx, &owner, line)),
            "caveat" => gateway.caveats.extend(caveat(cx, &owner, line)),
            _ => cx.unknown_keyword(
                line,
                "a line of a gateway",
                &["schedule", "about", "in", "partly", "condition", "caveat"],
            ),
        }
    }
    if !has_dates(item) {
        cx.missing_line(item, "in force from");
    }
    if let Some(slot) = cx.book.gateways.get_mut(index) {
        *slot = gateway;
    }
}

pub(super) fn read_objective(cx: &mut Cx, index: usize, item: &Line) {
    let Some(mut objective) = cx.book.objectives.get_mut(index).map(std::mem::take) else {
        return;
    };
    let owner = format!("objective.{}", objective.id);
    let mut seen = Seen::default();
    let mut ranges = Vec::new();
    let mut settled: Vec<Index> = Vec::new();
    // Whether a line that says which paragraphs are meant has a mistake of its own.
    let mut doubtful = false;
    let mut schedule = None;
    for line in item.lines() {
        let mut cursor = Cursor::new(line);
        let word = line.keyword().map_or("", |word| word.value.as_str());
        let mistakes = cx.diagnostics.len();
        match word {
            "under" => {
                seen.once(cx, line, word);
                if let Some(name) = cursor.name(cx, "the name of a gateway") {
                    objective.gateway = cx.find(What::Gateway, name).unwrap_or(Index::MAX);
                    cursor.end(cx);
                }
            }
            "about" => {
                seen.once(cx, line, word);
                objective.about = Some(cursor.text(cx, &[&owner, "about"]));
                cursor.end(cx);
            }
            "in" | "partly" => objective.in_force.extend(in_force(cx, line)),
            "persons" => objective
                .persons
                .extend(persons(cx, cursor, &mut schedule, &mut ranges)),
            "providers" => {
                seen.once(cx, line, word);
                if cursor.expect(cx, "to them") {
                    objective.providers = Some(cursor.cites(cx));
                    cursor.end(cx);
                }
            }
            "unsettled" => {
                let Some(schedule) = schedule else {
                    before_persons(cx, line);
                    continue;
                };
                objective
                    .unsettled
                    .extend(unsettled_persons(cx, cursor, schedule));
            }
            // The author says that an inserted paragraph is, or is not, meant by a range.
            "reaches" | "skips" => {
                let Some(schedule) = schedule else {
                    before_persons(cx, line);
                    continue;
                };
                let names = cursor.names(cx, "a paragraph");
                let named: Vec<Index> = paragraphs_named(cx, schedule, &names)
                    .into_iter()
                    .flat_map(|range| range.entries)
                    .collect();
                cursor.cites(cx);
                cursor.end(cx);
                if word == "skips" {
                    objective
                        .persons
                        .iter_mut()
                        .for_each(|persons| persons.entries.retain(|entry| !named.contains(entry)));
                }
                settled.extend(named);
            }
            "condition" => objective.conditions.extend(condition(cx, &owner, line)),
            "caveat" => objective.caveats.extend(caveat(cx, &owner, line)),
            _ => cx.unknown_keyword(
                line,
                "a line of an objective",
                &[
                    "under",
                    "about",
                    "in",
                    "partly",
                    "persons",
                    "providers",
                    "unsettled",
                    "reaches",
                    "skips",
                    "condition",
                    "caveat",
                ],
            ),
        }
        doubtful |=
            ["unsettled", "reaches", "skips"].contains(&word) && cx.diagnostics.len() > mistakes;
    }
    for (needed, found) in [
        ("under", seen.has("under")),
        ("in force from", has_dates(item)),
        ("persons of", schedule.is_some()),
    ] {
        if !found {
            cx.missing_line(item, needed);
        }
    }
    if !doubtful {
        let of_gateway = cx
            .book
            .gateways
            .get(objective.gateway)
            .and_then(|gateway| gateway.schedule);
        if let (Some(schedule), Some(of_gateway)) = (schedule, of_gateway)
            && schedule != of_gateway
        {
            let span = item.keyword().map_or(item.span, |word| word.span);
            cx.error(
                Code::WrongKind,
                span,
                say!("its persons are of another schedule than its gateway"),
            )
            .help = Some(say!("name the schedule of the gateway behind `persons of`"));
        }
        inserted_in_ranges(cx, &objective, &ranges, &settled);
    }
    if let Some(slot) = cx.book.objectives.get_mut(index) {
        *slot = objective;
    }
}

/// Reports a line about persons above the line that lists them.
fn before_persons(cx: &mut Cx, line: &Line) {
    cx.error(
        Code::MissingLine,
        line.span,
        say!("this stands before the `persons` line"),
    )
    .help = Some(say!("put it below the `persons` line"));
}

/// `in force from 19 July 2018 in england, wales [ … ]`, `partly in force from … until … by …`
fn in_force(cx: &mut Cx, line: &Line) -> Option<InForce> {
    let mut cursor = Cursor::start(line);
    let partly = cursor.eat("partly");
    if !cursor.expect(cx, "in force from") {
        return None;
    }
    let span = cursor.span();
    let from = cursor.date(cx)?;
    let until = if cursor.eat("until") {
        Some(cursor.date(cx)?)
    } else {
        None
    };
    let nations = if cursor.eat("in") {
        list::nations(cx, &mut cursor)
    } else {
        Vec::new()
    };
    let unsettled = if partly {
        if !cursor.expect(cx, "by") {
            return None;
        }
        let name = cursor.name(cx, "the name of an unsettled point")?;
        Some(cx.find(What::Point, name)?)
    } else {
        None
    };
    let cites = cursor.cites(cx);
    cursor.end(cx);
    Some(InForce {
        period: checked(cx, span, from, until),
        nations,
        unsettled,
        cites,
    })
}

/// `persons of sch4 paragraphs 1-5, 7-8 [ … ]` or `persons of sch4 named "…", "…" [ … ]`
fn persons(
    cx: &mut Cx,
    mut cursor: Cursor<'_>,
    schedule: &mut Option<Index>,
    ranges: &mut Vec<Range>,
) -> Option<Persons> {
    if !cursor.expect(cx, "of") {
        return None;
    }
    let name = cursor.name(cx, "the name of a schedule")?;
    let found = cx.find(What::Schedule, name)?;
    *schedule = Some(found);
    let entries = if cursor.eat("named") {
        cursor
            .texts(cx, "the name of a person in quotation marks")
            .into_iter()
            .filter_map(|name| named(cx, found, &name.value.join(" "), name.span))
            .collect()
    } else if cursor.expect(cx, "paragraphs") {
        let words = cursor.names(cx, "a paragraph");
        let found = paragraphs_named(cx, found, &words);
        let entries = found
            .iter()
            .flat_map(|range| range.entries.iter().copied())
            .collect();
        ranges.extend(found);
        entries
    } else {
        return None;
    };
    let cites = cursor.cites(cx);
    cursor.end(cx);
    Some(Persons { entries, cites })
}

/// The entry that has, or had, this exact name.
fn named(cx: &mut Cx, schedule: Index, wanted: &str, span: Span) -> Option<Index> {
    let mut names: Vec<(String, Index)> = Vec::new();
    for (index, entry) in cx.book.entries.iter().enumerate() {
        if entry.schedule == Some(schedule) && entry.kind == EntryKind::Person {
            names.extend(
                entry
                    .versions
                    .iter()
                    .flat_map(|version| &version.names)
                    .map(|named| (named.name.plain(), index)),
            );
            // An instrument may use another form of the name, such as the one of a new reign.
            let also = entry.versions.iter().flat_map(|version| &version.also);
            names.extend(also.map(|name| (name.clone(), index)));
        }
    }
    if let Some((_, index)) = names.iter().find(|(name, _)| name == wanted) {
        return Some(*index);
    }
    let help = say!(
        "{}",
        meant(wanted, names.iter().map(|(name, _)| name.as_str()), || {
            "write a name exactly as an entry has it, or had it".to_owned()
        })
    );
    if !cx.broken {
        cx.error(
            Code::UnknownName,
            span,
            say!("`{wanted}` is not the name of an entry of this schedule"),
        )
        .help = Some(help);
    }
    None
}

/// `unsettled 6, 9A from 3 May 2023 by fuel-poverty-after-2023`
fn unsettled_persons(
    cx: &mut Cx,
    mut cursor: Cursor<'_>,
    schedule: Index,
) -> Option<UnsettledPersons> {
    let words = cursor.names(cx, "a paragraph");
    let entries = paragraphs_named(cx, schedule, &words)
        .into_iter()
        .flat_map(|range| range.entries)
        .collect();
    let from = if cursor.eat("from") {
        Some(cursor.date(cx)?)
    } else {
        None
    };
    if !cursor.expect(cx, "by") {
        return None;
    }
    let name = cursor.name(cx, "the name of an unsettled point")?;
    let point = cx.find(What::Point, name)?;
    cursor.end(cx);
    Some(UnsettledPersons {
        entries,
        from,
        point,
    })
}

/// A range of paragraphs does not say whether it means one that was inserted into it later.
fn inserted_in_ranges(cx: &mut Cx, objective: &Objective, ranges: &[Range], settled: &[Index]) {
    let Some(made) = objective
        .in_force
        .iter()
        .map(|in_force| in_force.period.from)
        .min()
    else {
        return;
    };
    for range in ranges {
        for index in &range.lettered_inside {
            let said = settled.contains(index)
                || objective
                    .unsettled
                    .iter()
                    .any(|unsettled| unsettled.entries.contains(index));
            let Some(entry) = cx.book.entries.get(*index) else {
                continue;
            };
            let later = entry.period().is_some_and(|period| period.from > made);
            if later && !said {
                let label = entry.label.clone();
                let law = entry.cites.first();
                let law = law.map(|cite| say!("{}", cx.book.citation(cite)));
                let message =
                    say!("paragraph {label} was inserted into this range after the list was made");
                let diagnostic = cx.error(Code::InsertedInRange, range.span, message);
                diagnostic.help = Some(say!(
                    "say `unsettled {label} by …`, `reaches {label}` or `skips {label}`"
                ));
                diagnostic.law = law;
            }
        }
    }
}

/// `condition purpose "…" [ … ] { kind … requires … met "…" not met "…" }`
fn condition(cx: &mut Cx, owner: &str, line: &Line) -> Option<Condition> {
    let mut cursor = Cursor::new(line);
    let id = cursor.name(cx, "the name of the condition")?;
    let key = |field: &str| format!("{owner}.{}.{field}", id.value);
    cx.declare_condition(owner, id);
    let title = cursor.text(cx, &[&key("title")]);
    let cites = cursor.cites(cx);
    cursor.end_of_parts(cx);
    let mut condition = Condition {
        when: None,
        id: id.value.clone(),
        title,
        kind: Kind::Purpose,
        test: Test::All(Vec::new()),
        met: None,
        not_met: None,
        unsettled: None,
        cites,
    };
    let mut seen = Seen::default();
    for line in line.lines() {
        let mut cursor = Cursor::start(line);
        match line.keyword().map_or("", |word| word.value.as_str()) {
            "kind" => {
                seen.once(cx, line, "kind");
                cursor.word();
                if let Some(kind) = kind(cx, &mut cursor) {
                    condition.kind = kind;
                    cursor.end(cx);
                }
            }
            "requires" => {}
            "when" => {
                cursor.word();
                seen.once(cx, line, "when");
                condition.when = test::read(cx, line, cursor);
            }
            "met" => {
                cursor.word();
                seen.once(cx, line, "met");
                condition.met = said(cx, cursor, &key("met"));
            }
            "not" => {
                if cursor.expect(cx, "not met") {
                    seen.once(cx, line, "not met");
                    condition.not_met = said(cx, cursor, &key("not-met"));
                }
            }
            "unsettled" => {
                cursor.word();
                seen.once(cx, line, "unsettled");
                condition.unsettled = said(cx, cursor, &key("unsettled"));
            }
            _ => cx.unknown_keyword(
                line,
                "a line of a condition",
                &["kind", "when", "requires", "met", "not met", "unsettled"],
            ),
        }
    }
    for needed in ["kind", "met", "not met"] {
        if !seen.has(needed) {
            cx.missing_line(line, needed);
        }
    }
    if let Some(test) = test::requirements(cx, line) {
        if !has_citation(line) && !brings_its_provision(&test) {
            cx.error(
                Code::MissingCitation,
                id.span,
                "this condition cites no provision",
            )
            .help = Some(say!(
                "say where the law says so: an instrument and a provision, in brackets"
            ));
        }
        condition.test = test;
    }
    Some(condition)
}

/// Whether a test itself knows the provision it rests on: the entry, the list of persons, or what
/// brought something into force.
fn brings_its_provision(test: &Test) -> bool {
    matches!(
        test,
        Test::Listed(_)
            | Test::EntryInForce(_)
            | Test::WithinLimits(_)
            | Test::Specified(_)
            | Test::GatewayInForce
            | Test::ObjectiveInForce
    )
}

/// The kind of refusal.
pub(super) fn kind(cx: &mut Cx, cursor: &mut Cursor<'_>) -> Option<Kind> {
    let words = Kind::ALL.map(Kind::word);
    let found = super::question::one_of(cx, cursor, "the kind of refusal", &words)?;
    Kind::ALL.get(found).copied()
}

/// `caveat cross-border "…" [ … ] { when … on fit }`
fn caveat(cx: &mut Cx, owner: &str, line: &Line) -> Option<Caveat> {
    let mut cursor = Cursor::new(line);
    let id = cursor.name(cx, "the name of the caveat")?;
    cx.declare_once(&format!("{owner}.caveat"), id);
    let place = cursor.span();
    let text = cursor.text(cx, &[owner, &format!("caveat-{}", id.value)]);
    placeholders(cx, &text, place, &crate::determine::PLACEHOLDERS);
    let cites = cursor.cites(cx);
    cursor.end_of_parts(cx);
    let mut caveat = Caveat {
        id: id.value.clone(),
        text,
        when: None,
        on_fit: false,
        cites,
    };
    let mut seen = Seen::default();
    for line in line.lines() {
        let mut cursor = Cursor::new(line);
        match line.keyword().map_or("", |word| word.value.as_str()) {
            "when" => {
                seen.once(cx, line, "when");
                caveat.when = test::read(cx, line, cursor);
            }
            "on" => {
                seen.once(cx, line, "on fit");
                cursor.expect(cx, "fit");
                cursor.end(cx);
                caveat.on_fit = true;
            }
            _ => cx.unknown_keyword(line, "a line of a caveat", &["when", "on"]),
        }
    }
    Some(caveat)
}

/// A text in which placeholders may stand.
fn said(cx: &mut Cx, mut cursor: Cursor<'_>, id: &str) -> Option<Text> {
    let place = cursor.span();
    let text = cursor.text(cx, &[id]);
    cursor.end(cx);
    placeholders(cx, &text, place, &crate::determine::PLACEHOLDERS);
    Some(text)
}

/// Reports `{…}` that stands for nothing.
pub(super) fn placeholders(cx: &mut Cx, text: &Text, span: Span, known: &[&str]) {
    for paragraph in &text.paragraphs {
        if paragraph
            .rsplit_once('{')
            .is_some_and(|(_, rest)| !rest.contains('}'))
        {
            cx.error(
                Code::UnknownPlaceholder,
                span,
                say!("a placeholder has no closing brace"),
            )
            .help = Some(say!("write it as `{{discloser}}`"));
        }
        for found in paragraph
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}'))
            .map(|(name, _)| name)
        {
            if !known.contains(&found) {
                let help = say!(
                    "{}",
                    meant(found, known.iter().copied(), || format!(
                        "did you mean {}?",
                        listed(known)
                    ))
                );
                cx.error(
                    Code::UnknownPlaceholder,
                    span,
                    say!("`{{{found}}}` stands for nothing"),
                )
                .help = Some(help);
            }
        }
    }
}

impl Cx {
    /// Reports a name that the same declaration has given before.
    pub(super) fn declare_once(&mut self, owner: &str, id: &wicketgate_grammar::Spanned<String>) {
        let key = format!("{owner}.{}", id.value);
        if self.conditions.insert(key, 0).is_some() {
            self.error(
                Code::DuplicateName,
                id.span,
                say!("`{}` is already declared here", id.value),
            )
            .help = Some(say!("give one of the two another name"));
        }
    }

    /// Declares a condition under its gateway or objective. Conditions of one name may stand in
    /// several objectives, so that cases can name them alike; in one declaration only once.
    fn declare_condition(&mut self, owner: &str, id: &wicketgate_grammar::Spanned<String>) {
        let key = format!("{owner}.{}", id.value);
        if self.conditions.insert(key, 0).is_some() {
            self.error(
                Code::DuplicateName,
                id.span,
                say!("`{}` is already a condition here", id.value),
            )
            .help = Some(say!("give one of the two another name"));
        } else if self.names.get(What::Condition, &id.value).is_none() {
            self.declare(What::Condition, id, 0);
        }
    }
}
