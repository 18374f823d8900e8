//! The questions of a rulebook as data.

use serde::Serialize;

use crate::model::{AnswerKind, Rulebook, Scope};

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct QuestionAsked {
    /// Its name, under which answers are kept.
    pub id: String,
    /// Whose answer it is.
    pub scope: Scope,
    /// What may be answered.
    pub kind: AnswerKind,
    /// The question.
    pub text: String,
    /// One sentence of help.
    pub hint: Option<String>,
    /// The options, for one or several of them.
    pub options: Vec<OptionAsked>,
    /// The provision behind it.
    pub provision: Option<String>,
    /// The group in which it is asked.
    pub group: Option<String>,
}

/// An option of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct OptionAsked {
    /// Its name.
    pub id: String,
    /// What is shown.
    pub text: String,
}

/// All questions, in the order in which they are asked.
pub fn questions(rulebook: &Rulebook) -> Vec<QuestionAsked> {
    let asked = rulebook.questions.iter().map(|question| QuestionAsked {
        id: question.id.clone(),
        scope: question.scope,
        kind: question.kind,
        text: question.text.plain(),
        hint: question.hint.as_ref().map(crate::Text::plain),
        options: match question.kind {
            AnswerKind::YesNo => Vec::new(),
            _ => question
                .options
                .iter()
                .map(|option| OptionAsked {
                    id: option.id.clone(),
                    text: option.text.plain(),
                })
                .collect(),
        },
        provision: question.cites.first().map(|cite| rulebook.provision(cite)),
        group: rulebook.groups.get(question.group).cloned(),
    });
    asked.collect()
}
