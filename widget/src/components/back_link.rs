//! Back link: the way to the page before, at the top of every page but the first.

use yew::prelude::*;

use super::press;

/// A link to the page before.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BackLink {
    /// Where the link leads when nothing handles the click; `#` if not given.
    pub href: Option<AttrValue>,
    /// The words, such as "Back".
    pub content: Html,
    /// More classes.
    pub classes: Classes,
    /// What to do instead of following the link.
    pub onpress: Option<Callback<()>>,
}

impl BackLink {
    /// The link as HTML.
    pub fn view(&self) -> Html {
        let href = self.href.clone().unwrap_or(AttrValue::Static("#"));
        html! {
            <a {href} class={classes!("govuk-back-link", self.classes.clone())} onclick={press(&self.onpress)}>
                { self.content.clone() }
            </a>
        }
    }
}
