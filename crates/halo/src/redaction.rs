//! Takes the secrets of a call out of everything that comes back from it.
//!
//! Used by [`crate::Transport`] on every answer: a server may echo what it was sent, and the
//! echo must not reach an error, a log or a report.

use base64::{Engine, prelude::BASE64_STANDARD, prelude::BASE64_URL_SAFE_NO_PAD};
use secrecy::{ExposeSecret, SecretString, zeroize::Zeroizing};
use serde_json::Value;

const HIDDEN: &str = "[hidden]";

/// Anything shorter would turn ordinary words into holes, and is no secret.
const SHORTEST: usize = 4;

/// The spellings of the secrets that went out with one call.
#[derive(Default)]
pub(crate) struct Redaction {
    needles: Vec<Zeroizing<String>>,
}

impl Redaction {
    /// Also hides `secret`, as it is, percent-encoded and in base64.
    pub(crate) fn hide(&mut self, secret: &SecretString) {
        let raw = secret.expose_secret();
        if raw.len() < SHORTEST {
            return;
        }
        // Each spelling is made in one place of the right size, which is wiped in the end.
        let room = |times: usize| Zeroizing::new(String::with_capacity(raw.len() * times + 4));
        let (mut plain, mut encoded) = (room(1), room(3));
        plain.push_str(raw);
        encoded.extend(url::form_urlencoded::byte_serialize(raw.as_bytes()));
        let (mut base64, mut base64_for_urls) = (room(2), room(2));
        BASE64_STANDARD.encode_string(raw, &mut base64);
        BASE64_URL_SAFE_NO_PAD.encode_string(raw, &mut base64_for_urls);
        for mut needle in [plain, encoded, base64, base64_for_urls] {
            needle.make_ascii_lowercase();
            self.needles.push(needle);
        }
    }

    /// The text with every secret replaced. Upper and lower case are not told apart: host
    /// names come back in lower case.
    pub(crate) fn clean(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for needle in &self.needles {
            let mut from = 0;
            while let Some(at) = text[from..].to_ascii_lowercase().find(needle.as_str()) {
                text.replace_range(from + at..from + at + needle.len(), HIDDEN);
                from += at + HIDDEN.len();
            }
        }
        text
    }

    /// The same for every text in a JSON value, names included.
    pub(crate) fn clean_value(&self, value: &mut Value) {
        if self.needles.is_empty() {
            return;
        }
        match value {
            Value::String(text) if self.finds(text) => *text = self.clean(text),
            Value::Array(items) => items.iter_mut().for_each(|item| self.clean_value(item)),
            Value::Object(fields) => {
                if fields.keys().any(|name| self.finds(name)) {
                    let renamed = std::mem::take(fields).into_iter();
                    *fields = renamed
                        .map(|(name, value)| (self.clean(&name), value))
                        .collect();
                }
                fields
                    .values_mut()
                    .for_each(|value| self.clean_value(value));
            }
            _ => {}
        }
    }

    fn finds(&self, text: &str) -> bool {
        let long_enough = |needle: &&Zeroizing<String>| needle.len() <= text.len();
        let mut candidates = self.needles.iter().filter(long_enough).peekable();
        candidates.peek().is_some() && {
            let lower = text.to_ascii_lowercase();
            candidates.any(|needle| lower.contains(needle.as_str()))
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn redaction() -> Redaction {
        let mut redaction = Redaction::default();
        redaction.hide(&SecretString::from("S3cret/Wörd"));
        redaction
    }

    #[test]
    fn every_spelling_is_hidden_and_the_rest_stays() {
        let hidden = redaction();
        let encoded: String =
            url::form_urlencoded::byte_serialize("S3cret/Wörd".as_bytes()).collect();
        for spelling in [
            "S3cret/Wörd",
            "s3CRET/Wörd",
            &encoded,
            &BASE64_STANDARD.encode("S3cret/Wörd"),
        ] {
            assert_eq!(
                hidden.clean(&format!("é {spelling}, {spelling}!")),
                "é [hidden], [hidden]!"
            );
        }
        assert_eq!(hidden.clean("nothing to see"), "nothing to see");
    }

    #[test]
    fn names_and_texts_deep_in_json_are_hidden() {
        let mut value = json!({"a": [{"S3cret/Wörd": "x S3cret/Wörd"}], "n": 5});
        redaction().clean_value(&mut value);
        assert_eq!(value, json!({"a": [{"[hidden]": "x [hidden]"}], "n": 5}));
    }

    proptest! {
        #[test]
        fn no_spelling_of_a_secret_comes_through_any_text(
            secret in "[ -~]{8,80}", before in "\\PC{0,20}", after in "\\PC{0,20}",
        ) {
            prop_assume!(!HIDDEN.contains(&secret.to_ascii_lowercase()));
            let mut redaction = Redaction::default();
            redaction.hide(&SecretString::from(secret.as_str()));
            let encoded: String =
                url::form_urlencoded::byte_serialize(secret.as_bytes()).collect();
            for spelling in [
                secret.clone(),
                secret.to_ascii_uppercase(),
                encoded,
                BASE64_STANDARD.encode(&secret),
                BASE64_URL_SAFE_NO_PAD.encode(&secret),
            ] {
                let text = format!("{before}{spelling}{after}{spelling}");
                let gone = |text: &str| {
                    !text.to_ascii_lowercase().contains(&spelling.to_ascii_lowercase())
                };
                let cleaned = redaction.clean(&text);
                prop_assert!(gone(&cleaned), "{cleaned}");
                let mut value = json!({ text.clone(): [{ "a": text.clone() }] });
                redaction.clean_value(&mut value);
                let (name, inside) = value
                    .as_object()
                    .and_then(|fields| fields.iter().next())
                    .expect("a field");
                prop_assert!(gone(name));
                prop_assert!(gone(inside[0]["a"].as_str().expect("a text")));
            }
        }
    }
}
