//! `from 1 May 2018 until 2 May 2023`

use wicketgate_grammar::{Code, Span};

use super::Cx;
use super::cursor::Cursor;
use crate::{Date, Period};

/// A period with both of its ends, and where it stands.
pub(super) fn period(cx: &mut Cx, cursor: &mut Cursor<'_>) -> Option<(Period, Span)> {
    let start = cursor.span();
    if !cursor.expect(cx, "from") {
        return None;
    }
    let from = cursor.date(cx)?;
    let until = if cursor.expect(cx, "until") {
        Some(cursor.date(cx)?)
    } else {
        return None;
    };
    let span = cursor.since(start);
    Some((checked(cx, span, from, until), span))
}

/// A period, or a report that it ends before it starts.
pub(super) fn checked(cx: &mut Cx, span: Span, from: Date, until: Option<Date>) -> Period {
    if let Some(until) = until
        && until < from
    {
        cx.error(
            Code::ContradictingDates,
            span,
            say!("this ends on {until}, before it starts on {from}"),
        )
        .help = Some(say!("`until` names the last day on which it holds"));
    }
    // A period that runs backwards holds on no day, so that nothing else is said to overlap it.
    Period { from, until }
}
