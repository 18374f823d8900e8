//! Start: what the check is, how long it takes, what to have at hand.

use yew::prelude::*;

use super::View;
use super::session::Action;
use crate::components::{Button, InsetText, text};
use crate::content::fill;
use crate::prose::{prose, says};

impl View<'_> {
    pub(super) fn start(&self) -> Html {
        let (book, words) = (&*self.session.book, self.words);
        let title = book
            .says("start-heading")
            .map_or(words.start_heading.to_owned(), |text| text.plain());
        let onclick = self.on(|_: MouseEvent| Action::Begin);
        let advice = ["independence", "advice"].map(|key| says(book, key));
        let section = |key: &str, title: &'static str| {
            book.says(key).map(|said| {
                html! { <>{ self.below(1, "govuk-heading-m", text(title)) }{ prose(said) }</> }
            })
        };
        html! {
            <>
                { self.title(text(title)) }
                { says(book, "start-intro") }
                { says(book, "start-time") }
                <Button start=true kind="button" {onclick}>{ words.start }</Button>
                { for section("start-before", words.before_you_start) }
                { for section("start-scope", words.what_it_covers) }
                { for book.law_as_at.map(|date| html! {
                    <p class="govuk-body">{ fill(words.law_as_at, &[("{date}", &words.date(date))]) }</p>
                }) }
                { says(book, "privacy") }
                { InsetText { content: html! { <>{ for advice }</> }, ..InsetText::default() }.view() }
            </>
        }
    }
}
