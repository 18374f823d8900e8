//! `condition purpose "…" [ … ] { kind … when … requires … met "…" not met "…" }`

use wicketgate_grammar::{Code, Line, Spanned};

use super::cursor::{Cursor, Seen};
use super::head::{has_citation, uncited};
use super::names::What;
use super::placeholder::placeholders;
use super::question::one_of;
use super::{Cx, test};
use crate::Text;
use crate::determine::PLACEHOLDERS;
use crate::model::{Condition, Kind, Test};

/// Reads a condition of a gateway or an objective, which is the owner.
pub(super) fn read(cx: &mut Cx, owner: &str, line: &Line) -> Option<Condition> {
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
            uncited(cx, id.span, "condition");
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
    let found = one_of(cx, cursor, "the kind of refusal", &words)?;
    Kind::ALL.get(found).copied()
}

/// A text in which placeholders may stand.
fn said(cx: &mut Cx, mut cursor: Cursor<'_>, id: &str) -> Option<Text> {
    let place = cursor.span();
    let text = cursor.text(cx, &[id]);
    cursor.end(cx);
    placeholders(cx, &text, place, &PLACEHOLDERS);
    Some(text)
}

impl Cx {
    /// Declares a condition under its gateway or objective. Conditions of one name may stand in
    /// several objectives, so that cases can name them alike; in one declaration only once.
    fn declare_condition(&mut self, owner: &str, id: &Spanned<String>) {
        let key = format!("{owner}.{}", id.value);
        if self.once.insert(key, 0).is_some() {
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
