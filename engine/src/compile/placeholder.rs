//! `{discloser}`: what stands in a text for what is only known with an answer.

use wicketgate_grammar::{Code, Span};

use super::Cx;
use crate::Text;
use crate::suggest::{listed, meant};

/// Reports `{…}` that stands for nothing.
pub(super) fn placeholders(cx: &mut Cx, text: &Text, span: Span, known: &[&str]) {
    for paragraph in &text.paragraphs {
        if paragraph
            .rsplit_once('{')
            .is_some_and(|(_, rest)| !rest.bytes().any(|byte| byte == b'}'))
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
