//! Refuses what looks like a client secret, whatever it comes in.
//!
//! Halo makes client secrets of two GUIDs joined by a hyphen (confirmed, 2026-02).
//! Every text that goes into the store passes here first: a secret pasted into the
//! wrong field, or repeated by a server in its reply, never reaches the disk.

use serde_json::Value;

use crate::error::StoreError;

/// A hexadecimal digit for each `x`: two GUIDs joined by a hyphen.
const SHAPE: &[u8] = b"xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx-xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

/// Whether something of a client secret's shape is in a text. The store keeps no such text: who
/// brings many rows at once asks before, so that one of them does not cost the others.
pub fn looks_like_a_secret(text: &str) -> bool {
    text.as_bytes().windows(SHAPE.len()).any(|window| {
        window
            .iter()
            .zip(SHAPE)
            .all(|(byte, expected)| match expected {
                b'x' => byte.is_ascii_hexdigit(),
                hyphen => byte == hyphen,
            })
    })
}

/// Lets text through that holds no secret.
pub(crate) fn text(text: &str) -> Result<(), StoreError> {
    if looks_like_a_secret(text) {
        Err(StoreError::LooksLikeASecret)
    } else {
        Ok(())
    }
}

/// Lets a document through none of whose texts and keys holds a secret.
pub(crate) fn json(value: &Value) -> Result<(), StoreError> {
    match value {
        Value::String(string) => text(string),
        Value::Array(items) => items.iter().try_for_each(json),
        Value::Object(fields) => fields.iter().try_for_each(|(key, value)| {
            text(key)?;
            json(value)
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{json as guard, looks_like_a_secret, text};

    const GUID: &str = "0a1B2c3d-4e5f-6789-abCD-ef0123456789";

    #[test]
    fn refuses_two_joined_guids_anywhere() {
        let secret = format!("{GUID}-{GUID}");
        for held in [
            json!(secret),
            json!({ "note": format!("my secret is {secret}, keep it") }),
            json!([1, [null, { "deep": [secret] }]]),
            json!({ secret.clone(): true }),
            json!(format!("ünïcödé {secret}")),
        ] {
            assert!(guard(&held).is_err(), "{held}");
        }
    }

    #[test]
    fn lets_ordinary_answers_through() {
        for held in [
            json!(GUID),
            json!(format!("{GUID} {GUID}")),
            json!(format!("{GUID}-{}", &GUID[1..])),
            json!({ "client_id": GUID, "teams": ["1st Line"], "count": 3 }),
        ] {
            assert!(guard(&held).is_ok(), "{held}");
        }
        assert!(text("").is_ok());
        assert!(!looks_like_a_secret(GUID));
        assert!(looks_like_a_secret(&format!("({GUID}-{GUID})")));
    }
}
