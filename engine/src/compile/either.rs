//! Names that may be of one of two kinds.

use wicketgate_grammar::{Code, Spanned};

use super::Cx;
use super::names::What;
use crate::suggest::meant;

/// The name of an objective or gateway, or a report that it is neither.
pub(super) fn objective_or_gateway(cx: &mut Cx, name: &Spanned<String>) -> Option<String> {
    either(
        cx,
        name,
        What::Objective,
        What::Gateway,
        "an objective or a gateway",
    )
}

/// A name of one of two kinds, or a report with the nearest names of both.
pub(super) fn either(
    cx: &mut Cx,
    name: &Spanned<String>,
    one: What,
    other: What,
    what: &str,
) -> Option<String> {
    if cx
        .names
        .get(one, &name.value)
        .or_else(|| cx.names.get(other, &name.value))
        .is_some()
    {
        return Some(name.value.clone());
    }
    if !cx.may_be_unread(one, &name.value) && !cx.may_be_unread(other, &name.value) {
        let known = || cx.names.of(one).chain(cx.names.of(other));
        let help = say!(
            "{}",
            meant(&name.value, known(), || "use a declared name".to_owned())
        );
        cx.error(
            Code::UnknownName,
            name.span,
            say!("`{}` is not {what}", name.value),
        )
        .help = Some(help);
    }
    None
}
