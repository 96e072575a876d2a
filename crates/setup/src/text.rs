//! The words of findings and guidance: one Fluent catalogue per language under `text/`, English
//! complete. Called by [`crate::judge`], [`crate::plan`] and the report's printers.
//!
//! A key is a message's name, or `message.attribute` for one of its attributes. Not here: the
//! window's own words, which are in `ui/src/lib/text`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::finding::Value;

#[cfg(test)]
mod tests;

/// The English catalogue, file by file.
const ENGLISH: &[&str] = &[
    include_str!("../text/en/findings.ftl"),
    include_str!("../text/en/guide.ftl"),
    include_str!("../text/en/entry.ftl"),
    include_str!("../text/en/proof.ftl"),
    include_str!("../text/en/changes.ftl"),
    include_str!("../text/en/products.ftl"),
    include_str!("../text/en/mapping.ftl"),
    include_str!("../text/en/writing.ftl"),
];

static CATALOGUE: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| {
    let english: LanguageIdentifier = "en-US".parse().expect("a well-formed language tag");
    let mut bundle = FluentBundle::new_concurrent(vec![english]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(with_thousands));
    for source in ENGLISH {
        // A file that is wrong in one place still gives its other messages; the tests fail on it.
        let resource =
            FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
        let added = bundle.add_resource(resource);
        debug_assert!(added.is_ok(), "a key is defined twice: {added:?}");
    }
    bundle
});

/// The words for a key, with the values put in.
///
/// Where the key is not in the catalogue the key itself is returned, and a value that is missing
/// shows as its name; builds with debug assertions stop instead, so that a test sees it.
pub fn say(key: &str, values: &BTreeMap<&'static str, Value>) -> String {
    let mut errors = Vec::new();
    let words = format(key, values, &mut errors);
    debug_assert!(words.is_some(), "no words for {key}");
    debug_assert!(errors.is_empty(), "values missing in {key}: {errors:?}");
    words.unwrap_or_else(|| key.to_owned())
}

/// Whether there are words for this key.
pub fn has(key: &str) -> bool {
    let (message, attribute) = split(key);
    CATALOGUE
        .get_message(message)
        .is_some_and(|message| match attribute {
            Some(attribute) => message.get_attribute(attribute).is_some(),
            None => message.value().is_some(),
        })
}

fn format(
    key: &str,
    values: &BTreeMap<&'static str, Value>,
    errors: &mut Vec<FluentError>,
) -> Option<String> {
    let (message, attribute) = split(key);
    let message = CATALOGUE.get_message(message)?;
    let pattern = match attribute {
        Some(attribute) => message.get_attribute(attribute)?.value(),
        None => message.value()?,
    };
    let mut arguments = FluentArgs::with_capacity(values.len());
    for (name, value) in values {
        arguments.set(*name, fluent(value));
    }
    let words = CATALOGUE.format_pattern(pattern, Some(&arguments), errors);
    Some(words.into_owned())
}

fn split(key: &str) -> (&str, Option<&str>) {
    match key.split_once('.') {
        Some((message, attribute)) => (message, Some(attribute)),
        None => (key, None),
    }
}

fn fluent(value: &Value) -> FluentValue<'_> {
    match value {
        Value::Text(text) => FluentValue::String(Cow::Borrowed(text)),
        Value::Count(count) => FluentValue::from(*count),
    }
}

/// Writes counts as "18,212".
fn with_thousands<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let digits = number.as_string();
    if digits.len() < 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    Some(grouped)
}
