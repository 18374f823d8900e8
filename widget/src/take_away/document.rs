//! A document as blocks, made once and written in several ways.

use wicketgate_engine::model::Rulebook;
use wicketgate_engine::{Run, Text, TextBlock, runs};

use crate::components::{Cell, El, Table, el, heading, some};
use crate::prose;

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Block {
    /// A heading, 1 for the title.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// A list.
    List(Vec<Vec<Run>>),
    /// A table: the headings of its columns, and its rows, the first cell of which names the row.
    Table(Vec<&'static str>, Vec<Vec<Vec<Run>>>),
}

/// A document.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Document {
    /// Its language.
    pub(crate) lang: &'static str,
    /// Its parts.
    pub(crate) blocks: Vec<Block>,
}

/// Plain words as the content of a block.
pub(crate) fn words(words: &str) -> Vec<Run> {
    vec![Run::Words(words.to_owned())]
}

impl Document {
    /// A document with a title.
    pub(crate) fn new(lang: &'static str, title: &str) -> Self {
        let mut document = Self {
            lang,
            blocks: Vec::new(),
        };
        document.heading(1, title);
        document
    }

    pub(crate) fn heading(&mut self, level: u8, title: &str) {
        self.blocks.push(Block::Heading(level, title.to_owned()));
    }

    pub(crate) fn words(&mut self, said: &str) {
        self.blocks.push(Block::Paragraph(words(said)));
    }

    /// A list, unless it has no items.
    pub(crate) fn list(&mut self, items: Vec<Vec<Run>>) {
        if !items.is_empty() {
            self.blocks.push(Block::List(items));
        }
    }

    /// A text of the rules.
    pub(crate) fn text(&mut self, said: &Text) {
        for block in said.blocks() {
            self.blocks.push(match block {
                TextBlock::Paragraph(content) => Block::Paragraph(content),
                TextBlock::List(items) => Block::List(items),
            });
        }
    }

    /// The text that the rules have for a key, if they have one.
    pub(crate) fn says(&mut self, book: &Rulebook, key: &str) {
        if let Some(said) = book.says(key) {
            self.text(said);
        }
    }

    /// A text in one paragraph, with its links.
    pub(crate) fn line(said: &Text) -> Vec<Run> {
        let mut line = Vec::new();
        for paragraph in &said.paragraphs {
            if !line.is_empty() {
                line.push(Run::Words(" ".to_owned()));
            }
            // An item of a list reads on as a sentence.
            line.extend(runs(paragraph.strip_prefix("- ").unwrap_or(paragraph)));
        }
        line
    }

    /// The title.
    pub(crate) fn title(&self) -> &str {
        match self.blocks.first() {
            Some(Block::Heading(_, title)) => title,
            _ => "",
        }
    }

    /// The document on a page, its title at a level of heading.
    pub(crate) fn view(&self, level: u8, new_tab: &str) -> El {
        let mut all = some();
        let inside = |tag, class: &str, content: &[Run]| {
            let mut into = el(tag).class(class);
            for run in content {
                into = match run {
                    Run::Words(words) => into.text(words),
                    Run::Link { label, url } => into.el(prose::link(label, url, new_tab)),
                };
            }
            into
        };
        for block in &self.blocks {
            all = all.el(match block {
                Block::Heading(depth, title) => {
                    let class = match depth {
                        1 => "govuk-heading-l",
                        2 => "govuk-heading-m",
                        _ => "govuk-heading-s",
                    };
                    let content = crate::components::text(title);
                    heading(level + depth - 1, class, &yew::NodeRef::default(), &content)
                }
                Block::Paragraph(content) => inside("p", "govuk-body", content),
                Block::List(items) => {
                    let mut list = el("ul").class("govuk-list govuk-list--bullet");
                    for item in items {
                        list = list.el(inside("li", "", item));
                    }
                    list
                }
                Block::Table(head, rows) => {
                    let mut table = Table {
                        first_cell_is_header: true,
                        ..Table::default()
                    };
                    for title in head {
                        table.head.push(Cell {
                            content: crate::components::text(title),
                            ..Cell::default()
                        });
                    }
                    for row in rows {
                        let mut cells = Vec::new();
                        for content in row {
                            cells.push(Cell {
                                content: inside("span", "", content).html(),
                                ..Cell::default()
                            });
                        }
                        table.rows.push(cells);
                    }
                    el("div")
                        .class("wg-scroll")
                        .attr("tabindex", "0")
                        .el(table.view())
                }
            });
        }
        all
    }
}
