//! Reads Halo's values in every spelling they come in: ids as `95`, `95.0` or `"95"`, flags as
//! numbers, lists as `null`. (Confirmed from public clients, 2026.)
//!
//! Used by the rows of all resources.

use serde::{Deserialize, Deserializer, de::DeserializeOwned};
use serde_json::Value;

/// A whole number, however it is written.
pub(crate) fn whole_number(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64().or_else(|| from_float(number.as_f64()?)),
        Value::String(text) => {
            let text = text.trim();
            text.parse().ok().or_else(|| from_float(text.parse().ok()?))
        }
        _ => None,
    }
}

fn from_float(number: f64) -> Option<i64> {
    // Beyond 2^53 a float no longer tells whole numbers apart.
    let is_whole = number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "checked to be whole and in range"
    )]
    is_whole.then_some(number as i64)
}

/// A number that must be there.
pub(crate) fn id<'de, D: Deserializer<'de>>(from: D) -> Result<i64, D::Error> {
    let value = Value::deserialize(from)?;
    whole_number(&value).ok_or_else(|| serde::de::Error::custom("not a whole number"))
}

/// A number that may be missing or unreadable.
pub(crate) fn number<'de, D: Deserializer<'de>>(from: D) -> Result<Option<i64>, D::Error> {
    Ok(whole_number(&Value::deserialize(from)?))
}

/// A number with a fraction that may be missing or unreadable.
pub(crate) fn decimal<'de, D: Deserializer<'de>>(from: D) -> Result<Option<f64>, D::Error> {
    Ok(match Value::deserialize(from)? {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    })
}

/// The longest text that is kept, in bytes. Names in Halo have at most a few hundred letters.
const LONGEST: usize = 4096;

/// The text, or its beginning where it is longer than anything that is asked for here.
fn of_decent_length(mut text: String) -> String {
    if text.len() > LONGEST {
        text.truncate(text.floor_char_boundary(LONGEST));
        text.shrink_to_fit();
    }
    text
}

/// A text, or a number written as one; empty counts as missing.
pub(crate) fn text<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(match Value::deserialize(from)? {
        Value::String(text) => Some(text)
            .filter(|text| !text.trim().is_empty())
            .map(of_decent_length),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

/// A text that may be empty, where being empty says something; `None` where nothing was sent.
pub(crate) fn told<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(match Value::deserialize(from)? {
        Value::String(text) => Some(of_decent_length(text.trim().to_owned())),
        _ => None,
    })
}

/// Yes or no, as a flag, a number or a word.
pub(crate) fn flag<'de, D: Deserializer<'de>>(from: D) -> Result<Option<bool>, D::Error> {
    let value = Value::deserialize(from)?;
    Ok(match &value {
        Value::Bool(flag) => Some(*flag),
        Value::String(word) if word.trim().eq_ignore_ascii_case("true") => Some(true),
        Value::String(word) if word.trim().eq_ignore_ascii_case("false") => Some(false),
        other => whole_number(other).map(|number| number != 0),
    })
}

/// Rows that may be missing as a whole; single rows that cannot be read are left out.
pub(crate) fn rows<'de, D, T>(from: D) -> Result<Option<Vec<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned,
{
    Ok(match Value::deserialize(from)? {
        Value::Array(items) => Some(readable(items)),
        _ => None,
    })
}

/// The rows that can be read.
pub(crate) fn readable<T: DeserializeOwned>(items: Vec<Value>) -> Vec<T> {
    items
        .into_iter()
        .filter_map(|item| serde_json::from_value(item).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    #[test]
    fn ids_are_read_in_every_spelling() {
        let table = [
            (json!(95), Some(95)),
            (json!(95.0), Some(95)),
            (json!("95"), Some(95)),
            (json!("95.0"), Some(95)),
            (json!(" -1 "), Some(-1)),
            (json!(95.5), None),
            (json!(1e300), None),
            (json!("NaN"), None),
            (json!("inf"), None),
            (json!(""), None),
            (json!(null), None),
            (json!([95]), None),
        ];
        for (value, expected) in table {
            assert_eq!(whole_number(&value), expected, "{value}");
        }
    }

    proptest! {
        #[test]
        fn every_whole_number_is_read_however_it_is_written(number: i32) {
            let spellings = [
                json!(number),
                json!(f64::from(number)),
                json!(number.to_string()),
                json!(format!(" {number}.0 ")),
            ];
            for value in spellings {
                prop_assert_eq!(whole_number(&value), Some(i64::from(number)));
            }
        }

        #[test]
        fn nothing_else_is_a_number_and_long_texts_are_cut(text in "\\PC{0,40}", times in 1_usize..400) {
            let _ = whole_number(&json!(text));
            let long = json!(text.repeat(times));
            let kept = super::text(long).expect("texts are read").unwrap_or_default();
            prop_assert!(kept.len() <= LONGEST);
        }
    }
}
