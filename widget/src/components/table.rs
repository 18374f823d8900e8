//! Table: things to compare, in rows and columns.

use yew::prelude::*;

use super::{El, el};

/// Rows and columns.
#[derive(Debug, Default)]
pub struct Table {
    /// What the table shows.
    pub caption: Option<Html>,
    /// More classes for the caption, such as `govuk-table__caption--m`.
    pub caption_classes: AttrValue,
    /// The headings of the columns.
    pub head: Vec<Cell>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
    /// Does the first cell name its row?
    pub first_cell_is_header: bool,
    /// More classes.
    pub classes: AttrValue,
}

/// One cell.
#[derive(Debug, Default)]
pub struct Cell {
    /// What it says.
    pub content: Html,
    /// A number, set to the right.
    pub numeric: bool,
    /// More classes.
    pub classes: AttrValue,
    /// How many columns it spans.
    pub colspan: Option<u32>,
    /// How many rows it spans.
    pub rowspan: Option<u32>,
}

impl Table {
    /// The table as an element.
    pub fn view(&self) -> El {
        let caption = self.caption.as_ref().map(|caption| {
            el("caption")
                .class("govuk-table__caption")
                .class(&self.caption_classes)
                .child(caption)
        });
        let head = (!self.head.is_empty()).then(|| {
            let mut row = el("tr").class("govuk-table__row");
            for cell in &self.head {
                row = row.el(cell.view("col"));
            }
            el("thead").class("govuk-table__head").el(row)
        });
        let mut body = el("tbody").class("govuk-table__body");
        for cells in &self.rows {
            let mut row = el("tr").class("govuk-table__row");
            for (index, cell) in cells.iter().enumerate() {
                let names = index == 0 && self.first_cell_is_header;
                row = row.el(cell.view(if names { "row" } else { "" }));
            }
            body = body.el(row);
        }
        el("table")
            .class("govuk-table")
            .class(&self.classes)
            .maybe(caption)
            .maybe(head)
            .el(body)
    }
}

impl Cell {
    /// A cell; one that has a scope is the header of its row or column.
    fn view(&self, scope: &str) -> El {
        let cell = if scope.is_empty() {
            el("td")
                .class("govuk-table__cell")
                .class_if(self.numeric, "govuk-table__cell--numeric")
        } else {
            el("th")
                .attr("scope", scope)
                .class("govuk-table__header")
                .class_if(self.numeric, "govuk-table__header--numeric")
        };
        cell.class(&self.classes)
            .attr_opt("colspan", &span(self.colspan))
            .attr_opt("rowspan", &span(self.rowspan))
            .child(&self.content)
    }
}

fn span(count: Option<u32>) -> Option<AttrValue> {
    count.map(|count| count.to_string().into())
}
