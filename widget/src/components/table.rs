//! Table: things to compare, in rows and columns.

use yew::prelude::*;

/// Rows and columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What the table shows.
    pub caption: Option<Html>,
    /// More classes for the caption, such as `govuk-table__caption--m`.
    pub caption_classes: Classes,
    /// The headings of the columns.
    pub head: Vec<Cell>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
    /// Does the first cell name its row?
    pub first_cell_is_header: bool,
    /// More classes.
    pub classes: Classes,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What it says.
    pub content: Html,
    /// A number, set to the right.
    pub numeric: bool,
    /// More classes.
    pub classes: Classes,
    /// How many columns it spans.
    pub colspan: Option<u32>,
    /// How many rows it spans.
    pub rowspan: Option<u32>,
}

impl Table {
    /// The table as HTML.
    pub fn view(&self) -> Html {
        let caption = self.caption.clone().map(|caption| {
            let classes = classes!("govuk-table__caption", self.caption_classes.clone());
            html! { <caption class={classes}>{ caption }</caption> }
        });
        let head = (!self.head.is_empty()).then(|| {
            html! {
                <thead class="govuk-table__head">
                    <tr class="govuk-table__row">{ for self.head.iter().map(|cell| cell.header("col")) }</tr>
                </thead>
            }
        });
        html! {
            <table class={classes!("govuk-table", self.classes.clone())}>
                { for caption }
                { for head }
                <tbody class="govuk-table__body">{ for self.rows.iter().map(|row| self.row(row)) }</tbody>
            </table>
        }
    }

    fn row(&self, cells: &[Cell]) -> Html {
        let cells = cells.iter().enumerate().map(|(index, cell)| {
            if index == 0 && self.first_cell_is_header {
                cell.header("row")
            } else {
                cell.data()
            }
        });
        html! { <tr class="govuk-table__row">{ for cells }</tr> }
    }
}

impl Cell {
    fn header(&self, scope: &'static str) -> Html {
        let format = self.numeric.then_some("govuk-table__header--numeric");
        html! {
            <th {scope} class={classes!("govuk-table__header", format, self.classes.clone())}
                colspan={span(self.colspan)} rowspan={span(self.rowspan)}>{ self.content.clone() }</th>
        }
    }

    fn data(&self) -> Html {
        let format = self.numeric.then_some("govuk-table__cell--numeric");
        html! {
            <td class={classes!("govuk-table__cell", format, self.classes.clone())}
                colspan={span(self.colspan)} rowspan={span(self.rowspan)}>{ self.content.clone() }</td>
        }
    }
}

fn span(count: Option<u32>) -> Option<AttrValue> {
    count.map(|count| count.to_string().into())
}
