//! Parses JSON after counting it: a small text can ask for a lot of memory.
//!
//! Used by [`crate::reply`] alone.

use serde_json::Value;

use crate::limits::Limits;

/// The value, unless the text does not parse, nests too deeply or holds too many values.
pub(crate) fn parse(bytes: &[u8], limits: &Limits) -> Option<Value> {
    if !is_within(bytes, limits) {
        return None;
    }
    serde_json::from_slice(bytes).ok()
}

/// Counts brackets and commas outside of texts. Wrong JSON may count wrongly, and then fails
/// to parse.
fn is_within(bytes: &[u8], limits: &Limits) -> bool {
    let (mut depth, mut values, mut in_text, mut escaped) = (0_usize, 1_usize, false, false);
    for byte in bytes {
        match (in_text, byte) {
            (true, _) if escaped => escaped = false,
            (true, b'\\') => escaped = true,
            (true, b'"') => in_text = false,
            (false, b'"') => in_text = true,
            (false, b'[' | b'{') => (depth, values) = (depth + 1, values + 1),
            (false, b']' | b'}') => depth = depth.saturating_sub(1),
            (false, b',') => values += 1,
            _ => {}
        }
        if depth > limits.json_depth || values > limits.json_values {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_and_number_of_values_are_capped_and_texts_do_not_count() {
        let limits = Limits {
            json_depth: 3,
            json_values: 5,
            ..Limits::default()
        };
        let table = [
            ("[[[1]]]", true),
            ("[[[[1]]]]", false),
            ("[1,2,3,4]", true),
            ("[1,2,3,4,5,6]", false),
            (r#""[[[[[[,,,,,,,,\"[[[[[[""#, true),
            (r#"{"a":"\\","b":"]]]]"}"#, true),
            ("{", false),
        ];
        for (text, accepted) in table {
            assert_eq!(
                parse(text.as_bytes(), &limits).is_some(),
                accepted,
                "{text}"
            );
        }
    }
}
