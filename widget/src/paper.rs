//! The rules on paper: a short guide in plain English that needs no program to be read.
//!
//! Made natively from a rulebook, as one page of HTML. Only built with the feature `ssr`, so the browser's program has
//! none of it.

mod sections;
mod words;

use wicketgate_engine::model::Rulebook;
use wicketgate_engine::{Date, Text};
use yew::prelude::*;

use self::words::PAPER;
use crate::components::{El, el, some};
use crate::content::{Words, fill};
use crate::explore::Explored;
use crate::prose::says;

/// The style of the guide, on screens and on paper.
pub const STYLE: &str = include_str!("paper/guide.css");

/// What the sections of the guide are made of.
struct Paper<'a> {
    book: &'a Rulebook,
    words: &'static Words,
    /// The day that the guide shows, which is the last on which the law was checked.
    on: Date,
    explored: Explored,
}

#[derive(PartialEq, Properties)]
struct PageProps {
    content: Html,
}

#[component]
fn Page(props: &PageProps) -> Html {
    props.content.clone()
}

/// A rulebook as a guide: one page of HTML without scripts.
///
/// `style` names a style sheet beside the page, which is then [`STYLE`] as a file; without it the page holds its own.
pub fn paper(book: &Rulebook, style: Option<&str>) -> String {
    // Without one, after every day that a rulebook speaks of.
    let last = Date::new(9999, 12, 31).unwrap_or(Date::MIN);
    let on = book.law_as_at.unwrap_or(last);
    let paper = Paper {
        book,
        words: Words::of("en"),
        on,
        explored: Explored::new(book, on, None),
    };
    let page = yew::LocalServerRenderer::<Page>::with_props(PageProps {
        content: paper.body().html(),
    });
    let body = pollster::block_on(page.hydratable(false).render());
    let title = fill(PAPER.title, &[("{title}", &book.title.plain())]);
    let style = match style {
        Some(sheet) => [
            // Nothing of others, and no script at all.
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'\">\n",
            "<link rel=\"stylesheet\" href=\"",
            &escaped(sheet),
            "\">\n",
        ]
        .concat(),
        None => ["<style>\n", STYLE, "</style>\n"].concat(),
    };
    [
        "<!doctype html>\n<html lang=\"",
        paper.words.lang,
        "\">\n<head>\n<meta charset=\"utf-8\">\n",
        &style,
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
        "<meta name=\"referrer\" content=\"no-referrer\">\n<title>",
        &escaped(&title),
        // Or a browser asks for one that is not there.
        "</title>\n<link rel=\"icon\" href=\"data:,\">\n</head>\n<body>\n",
        &body,
        "\n</body>\n</html>\n",
    ]
    .concat()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

impl Paper<'_> {
    fn body(&self) -> El {
        let main = el("main")
            .el(self.start())
            .el(self.brief())
            .el(self.who())
            .el(self.gateways())
            .el(self.lists())
            .el(self.unsettled())
            .el(self.limits())
            .el(self.steps())
            .el(self.duties())
            .el(self.misconceptions())
            .el(self.contacts());
        some().el(main).el(self.end())
    }

    fn start(&self) -> El {
        let title = fill(PAPER.title, &[("{title}", &self.book.title.plain())]);
        some()
            .el(el("h1").text(&title))
            .el(self.checked())
            .el(el("div")
                .class("notice")
                .el(says(self.book, "independence"))
                .el(says(self.book, "advice")))
            .el(says(self.book, "start-intro"))
            .el(says(self.book, "start-scope"))
    }

    /// By which rules.
    fn end(&self) -> El {
        let hash = el("code").text(&self.book.hash);
        el("footer")
            .el(self.checked())
            .el(el("p").text(PAPER.hash).text(" ").el(hash))
            .el(says(self.book, "independence"))
            .el(says(self.book, "advice"))
            .el(says(self.book, "attribution"))
    }

    fn checked(&self) -> El {
        let date = self.book.law_as_at.map(|date| {
            let date = self.words.date(date);
            let line = fill(self.words.law_as_at, &[("{date}", &date)]);
            el("p")
                .el(el("strong").text(&line))
                .text(" ")
                .text(PAPER.later)
        });
        some().maybe(date)
    }
}

/// A text in one line, with a capital in front.
fn line(text: &Text) -> String {
    crate::journey::capital(&text.plain())
}

#[cfg(test)]
mod tests;
