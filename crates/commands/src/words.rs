//! Words of the text catalogue for what the commands themselves have to say.

use std::collections::BTreeMap;

use setup::finding::Value;
use setup::text;

/// The text under `key`.
pub(crate) fn say(key: &str) -> String {
    text::say(key, &BTreeMap::new())
}

/// The text under `key` with one count in it.
pub(crate) fn say_count(key: &str, name: &'static str, count: usize) -> String {
    text::say(key, &BTreeMap::from([(name, Value::Count(count as u64))]))
}
