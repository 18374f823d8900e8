//! Texts and citations of a rulebook as HTML: structure only, and links to `https` only.

use wicketgate_engine::model::{Cite, Rulebook};
use wicketgate_engine::{Run, Text, TextBlock, blocks};

use crate::components::{El, el, some};
use crate::content::{LAW, Words};

/// The longest title of an instrument that is shown in place of its number.
const SHORT_TITLE: usize = 45;

/// A text as paragraphs and lists.
#[inline(never)]
pub(crate) fn prose(said: &Text) -> El {
    all(&said.blocks(), said.fallback)
}

/// Plain words as one paragraph.
pub(crate) fn paragraph(words: &str) -> El {
    all(&blocks(&[words.to_owned()]), false)
}

/// The text that a rulebook has for a key, if it has one.
#[inline(never)]
pub(crate) fn says(book: &Rulebook, key: &str) -> El {
    book.says(key).map_or_else(some, prose)
}

fn all(blocks: &[TextBlock], fallback: bool) -> El {
    let mut all = some();
    for block in blocks {
        let mut element = match block {
            TextBlock::Paragraph(content) => runs(el("p").class("govuk-body"), content),
            TextBlock::List(items) => {
                let mut list = el("ul").class("govuk-list govuk-list--bullet");
                for item in items {
                    list = list.el(runs(el("li"), item));
                }
                list
            }
        };
        // The page around it is in the language that was wanted.
        if fallback {
            element = element.attr("lang", LAW);
        }
        all = all.el(element);
    }
    all
}

fn runs(into: El, content: &[Run]) -> El {
    let mut into = into;
    for run in content {
        into = match run {
            Run::Words(words) => into.text(words),
            Run::Link { label, url } => into.el(link(label, url, "")),
        };
    }
    into
}

/// A link that leaves the journey where it is.
#[inline(never)]
pub(crate) fn link(label: &str, url: &str, new_tab: &str) -> El {
    if !url.starts_with("https://") {
        return some().text(label);
    }
    el("a")
        .class("govuk-link")
        .attr("href", url)
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .text(label)
        .el(el("span")
            .class("govuk-visually-hidden")
            .text(" ")
            .text(new_tab))
}

/// A provision by its name in rule files, as people cite it: by the title of the Act where that is short.
pub(crate) fn label(book: &Rulebook, provision: &str, citation: &str) -> String {
    let short = book.instruments.iter().find_map(|instrument| {
        let path = provision.strip_prefix(instrument.id.as_str())?;
        let title = instrument.title.plain();
        ((path.is_empty() || path.starts_with(' ')) && title.len() <= SHORT_TITLE)
            .then(|| title + path)
    });
    short.unwrap_or_else(|| citation.to_owned())
}

/// A provision with its link.
pub(crate) fn cited(
    book: &Rulebook,
    words: &Words,
    provision: &str,
    citation: &str,
    url: &str,
) -> El {
    link(&label(book, provision, citation), url, words.new_tab)
}

/// Citations as a line of links.
pub(crate) fn citations(book: &Rulebook, words: &Words, cites: &[Cite]) -> El {
    let mut links = Line::default();
    links.cites(book, words, cites);
    links.view()
}

/// Links in a line, apart from the text before them.
#[derive(Default)]
pub(crate) struct Line(Option<El>);

impl Line {
    /// Adds a link.
    #[inline(never)]
    pub(crate) fn add(&mut self, link: El) {
        self.0 = Some(match self.0.take() {
            Some(line) => line.text("; ").el(link),
            None => el("p").class("wg-citation").el(link),
        });
    }

    /// Adds citations.
    #[inline(never)]
    pub(crate) fn cites(&mut self, book: &Rulebook, words: &Words, cites: &[Cite]) {
        for cite in cites {
            self.add(cited(
                book,
                words,
                &book.provision(cite),
                &book.citation(cite),
                &book.link(cite),
            ));
        }
    }

    /// The line, if there is anything in it.
    pub(crate) fn view(self) -> El {
        self.0.unwrap_or_else(some)
    }
}
