//! What a person takes away: the answer as a document, words for other documents, a file, a link. No browser in here.
//!
//! ```text
//! session --answer, wording, question--> Document --markdown, page, view--> text, file, print
//! session --receipt--> JSON          facts <--share_link--> fragment of an address
//! ```

mod answer;
mod document;
mod markdown;
mod page;
mod question;
mod share_link;
#[cfg(test)]
mod tests;
mod wording;

pub(crate) use answer::answer;
pub(crate) use document::{Block, Document};
pub(crate) use question::{deciding, question, side_by_side};
pub(crate) use share_link::{LINK, fragment, proposal};
pub(crate) use wording::{wording, wordings};

use wicketgate_engine::write_receipt;

use crate::journey::session::Session;
use crate::journey::walk::At;

/// The answer as a file that can be opened and asked again.
pub(crate) fn receipt(session: &Session) -> String {
    let walk = &session.walk;
    // What was written beside an answer that fell away belongs to nothing that is saved.
    let mut remarks = session.remarks.clone();
    remarks.retain(|remark| {
        let noted = |at: &At| session.remark(*at) == Some(remark);
        walk.path.iter().any(noted)
    });
    write_receipt(&session.book, walk.facts(), &walk.found, &remarks).json()
}

/// The name of a file, with the day of the share.
pub(crate) fn file_name(session: &Session, what: &str, ending: &str) -> String {
    ["data-share-", &session.facts.on.iso(), what, ".", ending].concat()
}
