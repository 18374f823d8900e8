//! Everyone who is listed, and for what, in one table.

use yew::Callback;

use super::View;
use crate::browser::download;
use crate::components::{Button, Cell, El, Table, body, el, some, text};
use crate::content::fill;
use crate::explore::title;

/// The id of the caption, which names the region that scrolls.
const CAPTION: &str = "matrix";

impl View<'_> {
    pub(super) fn matrix(&self) -> El {
        let (session, words) = (self.session, self.words);
        let (book, on) = (&session.book, session.seen);
        let Some(explored) = &session.explored else {
            return some();
        };
        let cell = |content: El| Cell {
            content: content.html(),
            ..Cell::default()
        };
        let mut head = vec![cell(some().text(words.organisation))];
        for way in &explored.ways {
            head.push(cell(some().text(&title(book, *way))));
        }
        let mut rows = Vec::with_capacity(explored.rows.len());
        for row in &explored.rows {
            let mut cells = vec![cell(self.to_body(row.body))];
            for ends in &row.cells {
                cells.push(cell(some().text(&ends.word(words))));
            }
            rows.push(cells);
        }
        let caption = fill(words.matrix_caption, &[("{date}", &words.date(on))]);
        let table = Table {
            caption: Some(el("span").attr("id", CAPTION).text(&caption).html()),
            caption_classes: "govuk-table__caption--m".into(),
            head,
            rows,
            first_cell_is_header: true,
            classes: "govuk-table--small-text-until-tablet wg-matrix".into(),
        };
        let (explored, book) = (explored.clone(), book.clone());
        let button = Button {
            content: text(words.matrix_download),
            kind: Some("button".into()),
            classes: "govuk-button--secondary".into(),
            onclick: Some(Callback::from(move |_| {
                download(
                    "who-can-share.csv",
                    "text/csv;charset=utf-8",
                    &explored.csv(&book, words, on),
                );
            })),
            ..Button::default()
        };
        some()
            .el(self.explored(words.matrix))
            .el(self.seen())
            .el(body(words.matrix_means))
            .el(button.view())
            .el(el("div")
                .class("wg-scroll")
                .attr("role", "region")
                .attr("aria-labelledby", CAPTION)
                .attr("tabindex", "0")
                .el(table.view()))
            .el(self.ways_further())
    }
}
