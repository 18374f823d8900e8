//! Texts and citations of a rulebook as HTML: structure only, and links to `https` only.

use wicketgate_engine::model::{Cite, Rulebook};
use wicketgate_engine::{Run, Text, TextBlock, blocks};
use yew::prelude::*;

use crate::components::text;
use crate::content::Words;

/// The longest title of an instrument that is shown in place of its number.
const SHORT_TITLE: usize = 45;

/// A text as paragraphs and lists.
pub(crate) fn prose(said: &Text) -> Html {
    said.blocks().iter().map(block).collect()
}

/// Plain words as one paragraph.
pub(crate) fn paragraph(words: &str) -> Html {
    blocks(&[words.to_owned()]).iter().map(block).collect()
}

/// The text that a rulebook has for a key, if it has one.
pub(crate) fn says(book: &Rulebook, key: &str) -> Html {
    book.says(key).map(prose).unwrap_or_default()
}

fn block(block: &TextBlock) -> Html {
    match block {
        TextBlock::Paragraph(content) => html! { <p class="govuk-body">{ runs(content) }</p> },
        TextBlock::List(items) => html! {
            <ul class="govuk-list govuk-list--bullet">
                { for items.iter().map(|item| html! { <li>{ runs(item) }</li> }) }
            </ul>
        },
    }
}

fn runs(content: &[Run]) -> Html {
    let run = |run: &Run| match run {
        Run::Words(words) => text(words.clone()),
        Run::Link { label, url } => link(label.clone(), url, ""),
    };
    content.iter().map(run).collect()
}

/// A link that leaves the journey where it is.
pub(crate) fn link(label: String, url: &str, new_tab: &'static str) -> Html {
    if !url.starts_with("https://") {
        return text(label);
    }
    html! {
        <a class="govuk-link" href={url.to_owned()} target="_blank" rel="noopener noreferrer">
            { label }<span class="govuk-visually-hidden">{ " " }{ new_tab }</span>
        </a>
    }
}

/// A provision by its name in rule files, as people cite it: by the title of the Act where that is short.
pub(crate) fn cited(
    book: &Rulebook,
    words: &Words,
    provision: &str,
    citation: &str,
    url: &str,
) -> Html {
    let short = book.instruments.iter().find_map(|instrument| {
        let path = provision.strip_prefix(instrument.id.as_str())?;
        let title = instrument.title.plain();
        ((path.is_empty() || path.starts_with(' ')) && title.len() <= SHORT_TITLE)
            .then(|| title + path)
    });
    link(
        short.unwrap_or_else(|| citation.to_owned()),
        url,
        words.new_tab,
    )
}

/// Citations as a line of links.
pub(crate) fn citations(book: &Rulebook, words: &Words, cites: &[Cite]) -> Html {
    line(cites.iter().map(|cite| {
        cited(
            book,
            words,
            &book.provision(cite),
            &book.citation(cite),
            &book.link(cite),
        )
    }))
}

/// Links in a line, apart from the text before them.
pub(crate) fn line(links: impl Iterator<Item = Html>) -> Html {
    let mut links = links.peekable();
    if links.peek().is_none() {
        return Html::default();
    }
    let each = links.enumerate().map(|(index, link)| {
        html! { <>{ for (index > 0).then_some("; ") }{ link }</> }
    });
    html! { <p class="wg-citation">{ for each }</p> }
}
