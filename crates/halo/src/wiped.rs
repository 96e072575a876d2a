//! What is sent with a secret in it, in memory that is wiped once it has been sent.
//!
//! Used by [`crate::Transport`] alone. The HTTP library passes these bytes on without copying
//! them; what encryption and the operating system do with them is outside of our control.

use bytes::Bytes;
use reqwest::header::HeaderValue;
use secrecy::{ExposeSecret, SecretString, zeroize::Zeroizing};
use url::form_urlencoded::Serializer;

struct Wiped(Zeroizing<String>);

impl AsRef<[u8]> for Wiped {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// The fields of a form, written for the body of a request.
pub(crate) fn form(fields: &[(&str, &str)]) -> Bytes {
    // Room enough from the start: a text that grows leaves copies behind.
    let longest = |(name, value): &(&str, &str)| 3 * (name.len() + value.len()) + 2;
    let mut text = Zeroizing::new(String::with_capacity(fields.iter().map(longest).sum()));
    Serializer::new(&mut *text).extend_pairs(fields);
    Bytes::from_owner(Wiped(text))
}

/// The value of the header that carries a token; `None` if it cannot stand in a header.
pub(crate) fn bearer(token: &SecretString) -> Option<HeaderValue> {
    let token = token.expose_secret();
    let mut text = Zeroizing::new(String::with_capacity("Bearer ".len() + token.len()));
    text.push_str("Bearer ");
    text.push_str(token);
    sensitive(text)
}

/// The value of a header that is a key and nothing else; `None` if it cannot stand in a header.
pub(crate) fn header(key: &SecretString) -> Option<HeaderValue> {
    sensitive(Zeroizing::new(key.expose_secret().to_owned()))
}

fn sensitive(text: Zeroizing<String>) -> Option<HeaderValue> {
    let mut value = HeaderValue::from_maybe_shared(Bytes::from_owner(Wiped(text))).ok()?;
    value.set_sensitive(true);
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_written_as_forms_are() {
        let written = form(&[("grant_type", "x y"), ("client_secret", "a&b=c+ö%")]);
        let expected = "grant_type=x+y&client_secret=a%26b%3Dc%2B%C3%B6%25";
        assert_eq!(written, expected.as_bytes());
    }

    #[test]
    fn a_token_is_marked_as_not_to_be_shown() {
        let value = bearer(&SecretString::from("abc")).expect("it can stand in a header");
        assert_eq!(value.as_bytes(), b"Bearer abc");
        assert!(value.is_sensitive());
        assert!(bearer(&SecretString::from("a\nb")).is_none());
        let value = header(&SecretString::from("abc")).expect("it can stand in a header");
        assert_eq!(value.as_bytes(), b"abc");
        assert!(value.is_sensitive());
    }
}
