//! The words that are written to Halo, and those that announce it.

use std::collections::BTreeMap;

use crate::finding::Value;
use crate::text;

use super::{Act, Afterwards, Writes};

/// The ticket's summary.
pub fn summary(mark: &str) -> String {
    text::say("proof-summary", &marked(mark))
}

/// The ticket's details: whoever finds it must know what it is and that it may go.
pub fn ticket_details(product: &str) -> String {
    text::say("proof-details", &named(product))
}

/// The private note.
pub fn ticket_note(product: &str) -> String {
    text::say("proof-private-note", &named(product))
}

/// The reason given to Halo for deleting the ticket.
pub fn reason() -> String {
    text::say("proof-reason", &BTreeMap::new())
}

/// What is being done, for a list of progress.
pub fn doing(act: Act) -> String {
    text::say(&format!("{}.what", key(act)), &BTreeMap::new())
}

/// Everything that will be written, in sentences, before anything is.
pub fn will_write(product: &str, writes: Writes, afterwards: Afterwards) -> Vec<String> {
    let end = match afterwards {
        Afterwards::Delete => "proof-will-delete",
        Afterwards::Close => "proof-will-close",
    };
    let time = writes.time.then_some("proof-will-time");
    let keys = ["proof-will-ticket", "proof-will-note"].into_iter();
    let keys = keys.chain(time).chain([end]);
    keys.map(|key| text::say(key, &named(product))).collect()
}

pub(super) fn key(act: Act) -> &'static str {
    match act {
        Act::SignIn => "proof-sign-in",
        Act::Create => "proof-create",
        Act::ReadBack => "proof-read-back",
        Act::Note => "proof-note",
        Act::Time => "proof-time",
        Act::Delete => "proof-delete",
        Act::Close => "proof-close",
    }
}

pub(super) fn named(product: &str) -> BTreeMap<&'static str, Value> {
    BTreeMap::from([("product", Value::Text(product.to_owned()))])
}

pub(super) fn marked(mark: &str) -> BTreeMap<&'static str, Value> {
    BTreeMap::from([("mark", Value::Text(mark.to_owned()))])
}
