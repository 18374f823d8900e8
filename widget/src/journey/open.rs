//! A saved answer: opened, asked again, and laid beside the answers here.

use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, FileList, HtmlInputElement};
use wicketgate_engine::{Date, Outcome};
use yew::Callback;

use super::View;
use super::action::Action;
use super::field::FIELD;
use super::page::Page;
use crate::browser;
use crate::components::{
    Button, El, Hint, Label, Row, SummaryList, WarningText, body, el, some, text,
};
use crate::content::fill;
use crate::prose::says;
use crate::take_away::{Document, deciding, question, side_by_side};

impl View<'_> {
    /// Takes files that are dropped on an element.
    pub(super) fn drop_files(&self, element: El) -> El {
        let read = self.reader();
        let dropped = Callback::from(move |event: Event| {
            let files = dropped_files(&event);
            if let Some(file) = files.and_then(|files| files.get(0)) {
                event.prevent_default();
                browser::read(file, read.clone());
            }
        });
        // Without this a browser would leave the page for the file.
        let over = Callback::from(|event: Event| {
            let event: &DragEvent = event.unchecked_ref();
            let types = event.data_transfer().map(|data| data.types());
            if types.is_some_and(|types| types.includes(&"Files".into(), 0)) {
                event.prevent_default();
            }
        });
        element
            .on("drop", &Some(dropped))
            .on("dragover", &Some(over))
    }

    fn reader(&self) -> Callback<Option<std::rc::Rc<wicketgate_engine::Plain>>> {
        let act = self.act.clone();
        Callback::from(move |file| act.emit(Action::Read(file)))
    }

    /// A file to choose.
    pub(super) fn open(&self) -> El {
        let words = self.words;
        let read = self.reader();
        let chosen = Callback::from(move |event: Event| {
            let input: Option<HtmlInputElement> =
                event.target().and_then(|target| target.dyn_into().ok());
            let files = input.and_then(|input| input.files());
            if let Some(file) = files.and_then(|files| files.get(0)) {
                browser::read(file, read.clone());
            }
        });
        let label = Label {
            content: text(words.open_label),
            target: Some(FIELD.into()),
            ..Label::default()
        };
        let hint = Hint {
            content: text(words.open_hint),
            id: Some("answer-hint".into()),
            ..Hint::default()
        };
        let error = self.problem();
        let failed = error.is_some();
        let error = error.map(|mut error| {
            error.id = Some("answer-error".into());
            error.view()
        });
        let described = if failed {
            "answer-hint answer-error"
        } else {
            "answer-hint"
        };
        let input = el("input")
            .class("govuk-file-upload")
            .class_if(failed, "govuk-file-upload--error")
            .attr("id", FIELD)
            .attr("name", FIELD)
            .attr("type", "file")
            .attr("accept", ".json,application/json")
            .attr("aria-describedby", described)
            .on("change", &Some(chosen));
        let group = el("div")
            .class("govuk-form-group")
            .class_if(failed, "govuk-form-group--error")
            .el(label.view())
            .el(hint.view())
            .maybe(error)
            .el(input);
        some()
            .el(self.title(words.open))
            .el(body(words.open_intro))
            .el(group)
    }

    /// What came of asking again.
    pub(super) fn opened(&self) -> El {
        let (session, words) = (self.session, self.words);
        let Some(opened) = &session.opened else {
            return some();
        };
        let (receipt, again) = (&opened.receipt, &opened.again);
        let title = match again.before {
            None => words.opened_mere,
            Some(_) if again.same() => words.opened_same,
            Some(_) => words.opened_other,
        };
        let rules = |title: &str, day: Option<Date>, hash: &str| {
            let day = day.map(|day| words.date(day)).unwrap_or_default();
            let short = hash.get(..12).unwrap_or(hash);
            fill(
                words.rules_of,
                &[("{title}", title), ("{date}", &day), ("{hash}", short)],
            )
        };
        let mut rows = Vec::new();
        let mut row = |key: &str, value: &str| {
            rows.push(Row {
                key: text(key),
                value: text(value),
                ..Row::default()
            });
        };
        if let Some(before) = again.before {
            row(words.opened_before, words.outcome(before));
        }
        row(words.opened_now, words.outcome(again.now));
        row(words.share_date, &words.date(receipt.facts.on));
        if !receipt.hash.is_empty() {
            let of_file = rules(&receipt.title, receipt.law_as_at, &receipt.hash);
            row(words.opened_rules, &of_file);
        }
        let book = &session.book;
        let here = rules(&book.title.plain(), book.law_as_at, &book.hash);
        row(words.opened_rules_now, &here);
        let list = SummaryList {
            rows,
            ..SummaryList::default()
        };
        let use_it = Button {
            content: text(words.use_opened),
            kind: Some("button".into()),
            onclick: self.on(Action::UseOpened),
            ..Button::default()
        };
        let answered = !session.walk.path.is_empty();
        let compare = self.link(words.compare, Action::Compare);
        let ways = el("div")
            .class("govuk-button-group")
            .el(use_it.view())
            .maybe(answered.then_some(compare));
        some()
            .el(self.title(title))
            .el(says(book, "advice"))
            .el(list.view())
            .el(self.because())
            .el(self.dropped())
            .el(self.renamed())
            .maybe(answered.then(|| body(words.use_opened_warning)))
            .el(ways)
            .el(body("").el(self.link(words.open, Action::Go(Page::Open))))
    }

    /// Why an answer is another now.
    fn because(&self) -> El {
        let words = self.words;
        let Some(opened) = &self.session.opened else {
            return some();
        };
        let again = &opened.again;
        if again.before.is_none() {
            return some();
        }
        if again.same() {
            let why = if again.same_rules {
                words.same_rules
            } else {
                words.because_rules
            };
            return body(why);
        }
        let mut list = el("ul").class("govuk-list govuk-list--bullet");
        if !again.altered.is_empty() {
            let parts = again.altered.join(", ");
            let said = fill(words.because_altered, &[("{parts}", &parts)]);
            list = list.el(el("li").text(&said));
        }
        if !again.same_rules {
            list = list.el(el("li").text(words.because_rules));
        }
        for changed in &again.changed {
            let leg = (changed.leg + 1).to_string();
            let leg = super::ask::capital(&fill(words.leg, &[("{at}", &leg)]));
            let outcome = |outcome: Outcome| words.row_outcome(outcome);
            let said = fill(
                words.changed,
                &[
                    ("{objective}", changed.title.as_deref().unwrap_or(&leg)),
                    (
                        "{before}",
                        changed.before.map_or(words.nothing_said, outcome),
                    ),
                    ("{now}", outcome(changed.now)),
                ],
            );
            list = list.el(el("li").text(&said));
        }
        some()
            .el(self.below(1, "govuk-heading-m", words.opened_because))
            .el(list)
    }

    fn dropped(&self) -> El {
        let words = self.words;
        let Some(opened) = &self.session.opened else {
            return some();
        };
        let dropped = &opened.receipt.dropped;
        if dropped.is_empty() {
            return some();
        }
        let mut list = el("ul").class("govuk-list govuk-list--bullet");
        for one in dropped {
            let asked = if one.asked.is_empty() {
                &one.old
            } else {
                &one.asked
            };
            list = list.el(el("li").text(asked).text(" ").text(&one.answered));
        }
        some()
            .el(self.below(1, "govuk-heading-m", words.dropped))
            .el(body(words.dropped_hint))
            .el(list)
    }

    /// What has another name in these rules than in the file.
    fn renamed(&self) -> El {
        let words = self.words;
        let mut list = None;
        for one in self
            .session
            .opened
            .iter()
            .flat_map(|it| &it.receipt.renamed)
        {
            let new = one.new.as_deref().unwrap_or_default();
            let said = fill(words.renamed_one, &[("{old}", &one.old), ("{new}", new)]);
            let before = list.take();
            let before = before.unwrap_or_else(|| el("ul").class("govuk-list govuk-list--bullet"));
            list = Some(before.el(el("li").text(&said)));
        }
        let Some(list) = list else {
            return some();
        };
        some()
            .el(self.below(1, "govuk-heading-m", words.renamed))
            .el(body(words.renamed_hint))
            .el(list)
    }

    /// The answers here and those of the file, side by side.
    pub(super) fn compare(&self) -> El {
        let (session, words) = (self.session, self.words);
        let Some(found) = &session.comparison else {
            return some();
        };
        let mut shown = Document::new(words.lang, words.compare);
        shown.words(words.compare_intro);
        let decided = found.mine != found.theirs;
        if found.differences.is_empty() {
            shown.words(words.no_difference);
        } else {
            shown.outcomes(session, found);
            shown.heading(2, words.differ_title);
            shown.blocks.push(side_by_side(session, found));
            if decided {
                deciding(&mut shown, session, found);
            } else {
                shown.words(words.same_results);
            }
        }
        // The heading of the page takes the focus, so the title is not the document's own.
        shown.blocks.remove(0);
        let ask = (!found.differences.is_empty()).then(|| {
            let content = question(session, found).markdown();
            self.download(
                words.ask_download,
                ("-question", "md"),
                "text/markdown",
                content,
            )
        });
        let warning = WarningText {
            icon_text: words.warning.into(),
            content: text(words.not_found),
            ..WarningText::default()
        };
        some()
            .el(self.title(words.compare))
            .el(self.status())
            .el(shown.view(self.level, words.new_tab))
            .maybe((!found.complete).then(|| warning.view()))
            .maybe(ask)
            .el(says(&session.book, "contact"))
    }
}

fn dropped_files(event: &Event) -> Option<FileList> {
    let event: &DragEvent = event.dyn_ref()?;
    event.data_transfer()?.files()
}
