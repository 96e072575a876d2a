//! Words of the text catalogue for what the commands themselves have to say.

use std::collections::BTreeMap;

use setup::finding::Value;
use setup::text;

/// The text under `key`.
pub(crate) fn say(key: &str) -> String {
    text::say(key, &BTreeMap::new())
}

/// The text under `key` with texts in it.
pub(crate) fn say_with(key: &str, values: &[(&'static str, &str)]) -> String {
    let values = values.iter();
    let values = values.map(|(name, value)| (*name, Value::Text((*value).to_owned())));
    text::say(key, &values.collect())
}

/// The text under `key` with names in it: how many as `count`, all of them as `names`.
pub(crate) fn say_names(key: &str, names: &[String]) -> String {
    let values = [
        ("count", Value::Count(names.len() as u64)),
        ("names", Value::Text(names.join(", "))),
    ];
    text::say(key, &BTreeMap::from(values))
}

/// The text under `key` with one count in it.
pub(crate) fn say_count(key: &str, name: &'static str, count: usize) -> String {
    say_counts(key, &[(name, count)])
}

/// The text under `key` with counts in it.
pub(crate) fn say_counts(key: &str, counts: &[(&'static str, usize)]) -> String {
    let counts = counts.iter();
    let counts = counts.map(|(name, count)| (*name, Value::Count(*count as u64)));
    text::say(key, &counts.collect())
}
