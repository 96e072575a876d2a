//! The sentence for a change. It is made when a change is shown and never kept, so that changes of
//! long ago are said in today's words.

use std::collections::BTreeMap;

use crate::finding::{Finding, Value};
use crate::plan::words::{and_list, say_count};
use crate::text;

use super::about::Shape;
use super::aspect::{PASSED, YES};
use super::when::{Calendar, between};
use super::{Change, ChangeKind, Effect};

/// More names than this are counted.
const NAMES_SAID: usize = 6;

/// What changed, and between which days, in a sentence. `findings` are those of the report that
/// the change was found with.
pub(super) fn sentence(change: &Change, findings: &[Finding], calendar: &Calendar) -> String {
    let value = |value: &Option<String>| {
        let written = value.as_ref().filter(|text| !text.is_empty());
        match (written, change.about.shape()) {
            (None, _) => Value::Text(text::say("changes-none", &BTreeMap::new())),
            (Some(text), Shape::Number) => match text.parse() {
                Ok(number) => Value::Count(number),
                Err(_) => Value::Text(text.clone()),
            },
            (Some(text), _) => Value::Text(text.clone()),
        }
    };
    let values = BTreeMap::from([
        (
            "when",
            Value::Text(between(change.after, change.by, calendar)),
        ),
        ("names", Value::Text(listed(&change.names))),
        ("count", Value::Count(change.names.len() as u64)),
        ("was", value(&change.was)),
        ("now", value(&change.now)),
        ("title", Value::Text(title(change, findings))),
    ]);
    text::say(&key(change), &values)
}

fn key(change: &Change) -> String {
    let key = format!("changes-{}", change.about.as_str());
    let is_now = |what| change.now.as_deref() == Some(what);
    let part = match change.about.shape() {
        Shape::Value | Shape::Number => return key,
        Shape::Members => match change.kind {
            ChangeKind::Added => "added",
            ChangeKind::Removed => "removed",
            ChangeKind::Changed => "changed",
        },
        Shape::Flag if is_now(YES) => "yes",
        Shape::Flag => "no",
        Shape::Finding if is_now(PASSED) => "better",
        Shape::Finding if change.effect == Effect::Worse => "worse",
        Shape::Finding => "changed",
    };
    format!("{key}.{part}")
}

/// What the finding says of itself now; its id where the report has it no longer.
fn title(change: &Change, findings: &[Finding]) -> String {
    let id = change.names.first().map_or("", String::as_str);
    let finding = findings.iter().find(|finding| finding.id == id);
    finding.map_or_else(|| id.to_owned(), |finding| finding.title.clone())
}

/// Names as a person lists them, at most a handful.
fn listed(names: &[String]) -> String {
    if names.len() <= NAMES_SAID {
        return and_list(names);
    }
    let (said, more) = names.split_at(NAMES_SAID - 1);
    let more = say_count("changes-more", more.len(), &[]);
    and_list(&[said, &[more]].concat())
}
