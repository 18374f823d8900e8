//! `persons of sch4 paragraphs 1-5, 7-8 [ … ]`, `persons of sch4 named "…", "…" [ … ]`, and on which of them the
//! law is unsettled: the persons that an objective names.

use wicketgate_grammar::{Code, Label, Span};

use super::cursor::Cursor;
use super::names::What;
use super::paragraph::{Range, paragraphs_named};
use super::{Cx, unsettled};
use crate::model::{EntryKind, Index, Objective, Persons, UnsettledPersons};
use crate::suggest::meant;

/// The entries that an objective names, whose schedule and ranges are noted.
pub(super) fn read(
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
    let mut found = names.iter().filter(|(name, _)| name == wanted);
    if let Some((_, first)) = found.next() {
        // Two entries of one label are one mistake, already reported.
        let id = |index: &Index| cx.book.entries.get(*index).map(|entry| &entry.id);
        if let Some((_, other)) = found.find(|(_, other)| id(other) != id(first)) {
            two_named(cx, [*first, *other], wanted, span);
        }
        return Some(*first);
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

/// Reports a name that two entries have, or had, so that it does not say which of them is meant.
#[cold]
fn two_named(cx: &mut Cx, both: [Index; 2], wanted: &str, span: Span) {
    let [one, other] = both.map(|index| cx.names.place(What::Person, index));
    // However many objectives name it, it is one mistake.
    if cx.once.insert([wanted, " ", &one.0].concat(), 0).is_some() {
        return;
    }
    let message = say!("`{wanted}` is the name of two entries of this schedule");
    let diagnostic = cx.error(Code::DuplicateName, span, message);
    diagnostic.help = Some(say!(
        "if both names are right, list the persons by `paragraphs`, or by a name that only one of the two is `also called`"
    ));
    for (id, span) in [one, other] {
        diagnostic.others.push(Label {
            span,
            text: say!("`{id}` has it"),
        });
    }
}

/// `unsettled 6, 9A from 3 May 2023 by fuel-poverty-after-2023`
pub(super) fn unsettled(
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
    let point = unsettled::by(cx, &mut cursor)?;
    cursor.end(cx);
    Some(UnsettledPersons {
        entries,
        from,
        point,
    })
}

/// A range of paragraphs does not say whether it means one that was inserted into it later.
pub(super) fn inserted(cx: &mut Cx, objective: &Objective, ranges: &[Range], settled: &[Index]) {
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
