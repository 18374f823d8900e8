//! Paragraphs of a schedule as they are named: `9A`, and ranges such as `10-16`.

use wicketgate_grammar::{Code, Span, Spanned};

use super::Cx;
use super::names::What;
use crate::model::{EntryKind, Index};

/// A paragraph label as number and letters, in which order labels sort.
pub(super) fn split_label(label: &str) -> Option<(u32, &str)> {
    let digits = label.bytes().take_while(u8::is_ascii_digit).count();
    let (number, letters) = label.split_at_checked(digits)?;
    let plain = letters.bytes().all(|byte| byte.is_ascii_uppercase());
    Some((number.parse().ok()?, letters)).filter(|_| plain)
}

/// A range of paragraphs as written, with its entries.
#[derive(Debug)]
pub(super) struct Range {
    pub(super) span: Span,
    pub(super) entries: Vec<Index>,
    /// Those with letters, which stand strictly between the ends.
    pub(super) lettered_inside: Vec<Index>,
}

/// The entries that words such as `10-16` and `9A` name, in a schedule.
pub(super) fn paragraphs_named(
    cx: &mut Cx,
    schedule: Index,
    words: &[&Spanned<String>],
) -> Vec<Range> {
    words
        .iter()
        .filter_map(|word| range(cx, schedule, word))
        .collect()
}

fn range(cx: &mut Cx, schedule: Index, word: &Spanned<String>) -> Option<Range> {
    let Some((first, last)) = word.value.split_once('-') else {
        let entry = cx.find(What::Paragraph(schedule), word)?;
        return Some(Range {
            span: word.span,
            entries: vec![entry],
            lettered_inside: Vec::new(),
        });
    };
    let middle = word.span.start + first.len() as u32;
    let first = Spanned {
        value: first.to_owned(),
        span: Span {
            end: middle,
            ..word.span
        },
    };
    let last = Spanned {
        value: last.to_owned(),
        span: Span {
            start: middle + 1,
            ..word.span
        },
    };
    let ends = (
        cx.find(What::Paragraph(schedule), &first),
        cx.find(What::Paragraph(schedule), &last),
    );
    let (Some(_), Some(_)) = ends else {
        return None;
    };
    let (from, to) = (split_label(&first.value)?, split_label(&last.value)?);
    if to < from {
        let message = say!("the range `{}` runs backwards", word.value);
        let help = say!("write `{}-{}`", last.value, first.value);
        cx.error(Code::BackwardRange, word.span, message).help = Some(help);
        return None;
    }
    let mut range = Range {
        span: word.span,
        entries: Vec::new(),
        lettered_inside: Vec::new(),
    };
    for (index, entry) in cx.book.entries.iter().enumerate() {
        let Some(label) = split_label(&entry.label) else {
            continue;
        };
        if entry.schedule == Some(schedule)
            && entry.kind == EntryKind::Person
            && (from..=to).contains(&label)
        {
            range.entries.push(index);
            if !label.1.is_empty() && label != from && label != to {
                range.lettered_inside.push(index);
            }
        }
    }
    Some(range)
}
