//! Take it away: print, files, words for other documents, a link; and notes beside answers.

use web_sys::Event;
use yew::{AttrValue, Callback};

use super::View;
use super::action::Action;
use super::field::{FIELD, NOTE_LINK};
use super::page::Page;
use super::walk::At;
use crate::browser;
use crate::components::{
    Button, El, ErrorMessage, Hint, Input, Label, WarningText, body, el, inset, some, text,
};
use crate::content::joined;
use crate::take_away::{answer, file_name, fragment, receipt, wording, wordings};

impl View<'_> {
    pub(super) fn take(&self) -> El {
        let (session, words) = (self.session, self.words);
        let document = answer(session);
        let markdown = document.markdown();
        let page = document.page();
        let mut files = some()
            .el(self.button(words.print, Callback::from(|_| browser::print())))
            .el(self.download(words.take_page, ("", "html"), "text/html", page))
            .el(self.download(words.take_markdown, ("", "md"), "text/markdown", markdown))
            .el(self.download(
                words.take_json,
                ("", "json"),
                "application/json",
                receipt(session),
            ))
            .el(body(words.take_json_hint));
        let all = wordings(session);
        if !all.is_empty() {
            files = files
                .el(self.below(1, "govuk-heading-m", words.take_wordings))
                .el(body(words.take_wordings_hint));
        }
        for note in all {
            let content = wording(session, note).markdown();
            let what = ["-", &note.id].concat();
            files = files.el(self.download(&note.title, (&what, "md"), "text/markdown", content));
        }
        let screen = el("div")
            .class("wg-screen-only")
            .el(self.title(words.take))
            .el(body(words.take_intro))
            .el(self.status())
            .el(self.below(1, "govuk-heading-m", words.take_files))
            .el(files)
            .el(self.share_link())
            .el(self.below(1, "govuk-heading-m", words.check_title))
            .el(body(words.check_hint))
            .el(body("").el(self.link(words.open, Action::Go(Page::Open))));
        let print = el("div").class("wg-print-only");
        some()
            .el(screen)
            .el(print.el(document.view(self.level, words.new_tab)))
    }

    /// The region must be there before it has words, or they are not read out.
    pub(super) fn status(&self) -> El {
        let said = self.session.status;
        let inside = (!said.is_empty()).then(|| inset(some().text(said)));
        el("div").attr("role", "status").maybe(inside)
    }

    fn button(&self, words: &str, onclick: Callback<Event>) -> El {
        let button = Button {
            content: text(words),
            kind: Some("button".into()),
            classes: "govuk-button--secondary".into(),
            onclick: Some(onclick),
            ..Button::default()
        };
        el("div").el(button.view())
    }

    /// A button that gives a file.
    pub(super) fn download(
        &self,
        words: &str,
        (what, ending): (&str, &str),
        kind: &'static str,
        content: String,
    ) -> El {
        let name = file_name(self.session, what, ending);
        let (act, said) = (self.act.clone(), self.words.downloaded);
        self.button(
            words,
            Callback::from(move |_| {
                browser::download(&name, kind, &content);
                act.emit(Action::Say(said));
            }),
        )
    }

    fn share_link(&self) -> El {
        let (session, words) = (self.session, self.words);
        let link = [&*session.address, "#", &fragment(session.walk.facts())].concat();
        let warning = WarningText {
            icon_text: words.warning.into(),
            content: text(words.link_warning),
            ..WarningText::default()
        };
        let field = Input {
            name: "share-link".into(),
            label: Label {
                content: text(words.link_label),
                ..Label::default()
            },
            value: Some(link.clone().into()),
            spellcheck: Some(false),
            ..Input::default()
        };
        let act = self.act.clone();
        let (copied, not_copied) = (words.copied, words.not_copied);
        let address = link.clone();
        let copy = Callback::from(move |_| {
            let act = act.clone();
            let done = move |well| act.emit(Action::Say(if well { copied } else { not_copied }));
            browser::copy(&address, Callback::from(done));
        });
        let open = el("a")
            .class("govuk-link")
            .attr("href", &link)
            .attr("target", "_blank")
            .attr("rel", "noopener noreferrer")
            .text(words.link_open)
            .text(" ")
            .text(words.new_tab);
        some()
            .el(self.below(1, "govuk-heading-m", words.link_title))
            .el(warning.view())
            .el(field.view())
            .el(self.button(words.copy, copy))
            .el(body("").el(open))
    }

    /// A note beside an answer: who said so, and where that is written.
    pub(super) fn note_page(&self, at: At) -> El {
        let (session, words) = (self.session, self.words);
        let Some(question) = session.book.questions.get(at.question) else {
            return some();
        };
        let field = |id: &'static str, at: usize, label: &str, hint: &str| Input {
            name: AttrValue::Static(id),
            label: Label {
                content: text(label),
                ..Label::default()
            },
            hint: Some(Hint {
                content: text(hint),
                ..Hint::default()
            }),
            error: self.error_at(id),
            value: session.draft.texts.get(at).map(|text| text.clone().into()),
            oninput: self.on(Action::Type(at, String::new())),
            ..Input::default()
        };
        let fields = some()
            .el(el("span").class("govuk-caption-l").text(words.note_caption))
            .el(self.title(&question.text.plain()))
            .el(body(&joined(&session.answered(at, question), "; ")))
            .el(inset(some().text(words.note_warning)))
            .el(field(FIELD, 0, words.note_label, words.note_hint).view())
            .el(field(NOTE_LINK, 1, words.note_link, words.note_link_hint).view());
        self.form(fields, words.note_save)
    }

    /// What is wrong with a field, if it is this one.
    fn error_at(&self, id: &str) -> Option<ErrorMessage> {
        let problem = self.session.problem.as_ref()?;
        if problem.target == id {
            self.problem()
        } else {
            None
        }
    }
}
