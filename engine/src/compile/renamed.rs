//! `renamed question old to new`: what a name was before, so that saved proposals can still be read.

use wicketgate_grammar::{Code, Line};

use super::Cx;
use super::cursor::Cursor;
use super::names::What;
use super::question::one_of;
use crate::model::{Renamed, RenamedKind};

pub(super) fn read(cx: &mut Cx, item: &Line) {
    let mut cursor = Cursor::new(item);
    let words = RenamedKind::ALL.map(RenamedKind::word);
    let Some(kind) = one_of(cx, &mut cursor, "what was renamed", &words)
        .and_then(|at| RenamedKind::ALL.get(at).copied())
    else {
        return;
    };
    let mut of = None;
    let what = match kind {
        RenamedKind::Question => What::Question,
        RenamedKind::Entry => What::Person,
        RenamedKind::Objective => What::Objective,
        RenamedKind::Gateway => What::Gateway,
        RenamedKind::Option => {
            let Some(question) = cursor.name(cx, "the name of a question") else {
                return;
            };
            let Some(index) = cx.find(What::Question, question) else {
                return;
            };
            of = Some(question.value.clone());
            What::Choice(index)
        }
    };
    let Some(old) = cursor.name(cx, "the old name") else {
        return;
    };
    if !cursor.expect(cx, "to") {
        return;
    }
    let Some(new) = cursor.name(cx, "the new name") else {
        return;
    };
    cursor.end(cx);
    if cx.names.get(what, &old.value).is_some() {
        let message = say!("`{}` is still declared", old.value);
        cx.error(Code::DuplicateName, old.span, message).help =
            Some(say!("the old name comes first, the new one behind `to`"));
        return;
    }
    let owner = [" renamed ", kind.word(), of.as_deref().unwrap_or_default()].concat();
    cx.declare_once(&owner, old);
    if cx.find(what, new).is_some() {
        cx.book.renamed.push(Renamed {
            kind,
            of,
            old: old.value.clone(),
            new: new.value.clone(),
        });
    }
}
