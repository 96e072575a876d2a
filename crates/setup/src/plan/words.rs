//! Shorthand for the words of pages: keys of `text/en/guide.ftl` with their values.

use crate::finding::Value;
use crate::text;

/// The words for a key, with texts put in.
pub(crate) fn say(key: &str, values: &[(&'static str, &str)]) -> String {
    let values = values
        .iter()
        .map(|(name, value)| (*name, Value::Text((*value).to_owned())));
    text::say(key, &values.collect())
}

/// The words for a key, with one count put in beside the texts.
pub(crate) fn say_count(key: &str, count: usize, values: &[(&'static str, &str)]) -> String {
    let texts = values
        .iter()
        .map(|(name, value)| (*name, Value::Text((*value).to_owned())));
    let count = Value::Count(u64::try_from(count).unwrap_or(u64::MAX));
    text::say(key, &texts.chain([("count", count)]).collect())
}

/// Names as a person lists them: "A", "A or B", "A, B or C".
pub(crate) fn or_list<S: AsRef<str>>(names: &[S]) -> String {
    joined(names, "list-or")
}

/// Names as a person lists them: "A", "A and B", "A, B and C".
pub(crate) fn and_list<S: AsRef<str>>(names: &[S]) -> String {
    joined(names, "list-and")
}

fn joined<S: AsRef<str>>(names: &[S], key: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [most @ .., last] => {
            let most: Vec<&str> = most.iter().map(AsRef::as_ref).collect();
            let most = most.join(&say("list-separator", &[]));
            say(key, &[("most", &most), ("last", last.as_ref())])
        }
    }
}
