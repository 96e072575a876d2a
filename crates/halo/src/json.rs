//! Parses JSON after weighing it: a small text can ask for a lot of memory.
//!
//! Used by [`crate::reply`] alone.

use serde_json::Value;

use crate::limits::Limits;

/// What an object takes before anything is in it: a map allocates room for its first fields.
const OBJECT: usize = 640;
/// What a field or an element takes, with the room that a growing list keeps in reserve.
const VALUE: usize = 96;

/// Why a text became no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unread {
    /// It would take more memory than allowed.
    TooLarge,
    /// It does not parse, or nests too deeply.
    NotJson,
}

/// The value, unless the text does not parse, nests too deeply or would grow too large.
pub(crate) fn parse(bytes: &[u8], limits: &Limits) -> Result<Value, Unread> {
    weigh(bytes, limits)?;
    serde_json::from_slice(bytes).map_err(|_| Unread::NotJson)
}

/// Counts brackets and commas outside of texts. Wrong JSON may weigh wrongly, and then fails
/// to parse.
fn weigh(bytes: &[u8], limits: &Limits) -> Result<(), Unread> {
    let (mut depth, mut memory) = (0_usize, bytes.len());
    let (mut in_text, mut escaped) = (false, false);
    for byte in bytes {
        match (in_text, byte) {
            (true, _) if escaped => escaped = false,
            (true, b'\\') => escaped = true,
            (true, b'"') => in_text = false,
            (false, b'"') => in_text = true,
            (false, b'{') => (depth, memory) = (depth + 1, memory + OBJECT),
            (false, b'[') => (depth, memory) = (depth + 1, memory + VALUE),
            (false, b']' | b'}') => depth = depth.saturating_sub(1),
            (false, b',') => memory += VALUE,
            _ => {}
        }
        if depth > limits.json_depth {
            return Err(Unread::NotJson);
        }
        if memory > limits.json_memory {
            return Err(Unread::TooLarge);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_and_memory_are_capped_and_texts_do_not_count() {
        let limits = Limits {
            json_depth: 3,
            json_memory: 1500,
            ..Limits::default()
        };
        let table = [
            ("[[[1]]]".to_owned(), None),
            ("[[[[1]]]]".to_owned(), Some(Unread::NotJson)),
            ("[1,2,3,4]".to_owned(), None),
            (format!("[{}1]", "1,".repeat(20)), Some(Unread::TooLarge)),
            ("[{},{}]".to_owned(), None),
            ("[{},{},{}]".to_owned(), Some(Unread::TooLarge)),
            (format!("\"{}\"", "x".repeat(1600)), Some(Unread::TooLarge)),
            (r#""[[[[[[,,,,,,,,,,,,,,,,,,,,,\"[[[[[[""#.to_owned(), None),
            (r#"{"a":"\\","b":"]]]]"}"#.to_owned(), None),
            ("{".to_owned(), Some(Unread::NotJson)),
        ];
        for (text, refused) in table {
            assert_eq!(parse(text.as_bytes(), &limits).err(), refused, "{text}");
        }
    }
}
