//! What naming some of what was chosen before says of the rest.

use litemap::LiteMap;

use crate::facts::OptionAnswer;
use crate::model::Rulebook;
use crate::{Answer, Answers};

/// Who names some options in a question that chooses among others denies those that were known
/// there. Those of which nothing was known there stay unknown, because no one was asked of them.
pub fn keep_unknown(book: &Rulebook, answers: &mut Answers) {
    for question in &book.questions {
        let outer = question.among.and_then(|among| book.questions.get(among));
        let Some(outer) = outer.and_then(|outer| answers.get(&outer.id)) else {
            continue;
        };
        let Some(Answer::Several {
            options,
            others: Some(OptionAnswer::No),
        }) = answers.get(&question.id)
        else {
            continue;
        };
        let known = |id: &str| match outer {
            Answer::Unknown => OptionAnswer::Unknown,
            Answer::Several { options, others } => match options.get(id).copied().or(*others) {
                Some(OptionAnswer::Unknown) => OptionAnswer::Unknown,
                _ => OptionAnswer::No,
            },
            Answer::Option(_) => OptionAnswer::No,
        };
        let mut all: LiteMap<String, OptionAnswer> = LiteMap::new();
        let mut unknown = false;
        for option in &question.options {
            let said = options.get(&option.id).copied();
            let said = said.unwrap_or_else(|| known(&option.id));
            unknown |= said == OptionAnswer::Unknown;
            all.insert(option.id.clone(), said);
        }
        // “None of these” speaks of all of them.
        if unknown && !options.is_empty() {
            let answer = Answer::Several {
                options: all,
                others: None,
            };
            answers.insert(question.id.clone(), answer);
        }
    }
}
