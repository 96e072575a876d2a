//! Recognises what was pasted, so that a value in the wrong field is told apart from a wrong value.
//!
//! Shapes: a Client ID is a GUID, a Client Secret two GUIDs joined by a dash (both confirmed in
//! public sources, 2026; whether that holds for every version of Halo is not known, so another
//! shape of secret is let through to the test). Called by the handlers for credentials.
//! Not here: addresses, which `halo` reads itself.

/// A GUID in its usual writing has this many characters.
const GUID: usize = 36;
/// Two GUIDs and the dash between them.
const SECRET: usize = GUID + 1 + GUID;

/// What a pasted text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pasted {
    /// Nothing, or only spaces.
    Nothing,
    /// One GUID: a Client ID.
    ClientId,
    /// Two GUIDs joined by a dash: a Client Secret.
    ClientSecret,
    /// The beginning or end of a Client Secret.
    PartOfSecret,
    /// An address.
    Address,
    /// Several words or lines.
    SeveralWords,
    /// Something else.
    Other,
}

/// The text without what comes along when copying: spaces, line ends, quotes, invisible characters.
pub fn clean(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(
                c,
                '"' | '\'' | '`' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
            )
    })
}

/// Recognises a text that [`clean`] has been through.
pub fn recognise(text: &str) -> Pasted {
    if text.is_empty() {
        Pasted::Nothing
    } else if is_guid(text) {
        Pasted::ClientId
    } else if is_secret(text) {
        Pasted::ClientSecret
    } else if text.contains("://") || text.starts_with("www.") || has_halo_host(text) {
        Pasted::Address
    } else if text.chars().any(char::is_whitespace) {
        Pasted::SeveralWords
    } else if looks_cut(text) {
        Pasted::PartOfSecret
    } else {
        Pasted::Other
    }
}

/// One GUID as Halo shows it.
pub fn is_guid(text: &str) -> bool {
    text.len() == GUID && uuid::Uuid::try_parse(text).is_ok()
}

fn is_secret(text: &str) -> bool {
    text.len() == SECRET
        && text.is_ascii()
        && is_guid(&text[..GUID])
        && text.as_bytes()[GUID] == b'-'
        && is_guid(&text[GUID + 1..])
}

fn has_halo_host(text: &str) -> bool {
    let host = text
        .split(['/', ':'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    [
        ".halopsa.com",
        ".haloitsm.com",
        ".haloservicedesk.com",
        ".usehalo.com",
    ]
    .iter()
    .any(|family| host.ends_with(family))
}

/// Longer than a GUID, and only what a secret is made of, but not as long as one.
fn looks_cut(text: &str) -> bool {
    text.len() > GUID
        && text.len() != SECRET
        && text.contains('-')
        && text
            .bytes()
            .all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::{Pasted, clean, recognise};

    const ID: &str = "0b6f2c1e-5d7a-4c1b-9f43-2a6f1f0f9c11";

    #[test]
    fn each_shape_is_told_apart() {
        let secret = format!("{ID}-{ID}");
        for (text, expected) in [
            ("", Pasted::Nothing),
            (ID, Pasted::ClientId),
            (secret.as_str(), Pasted::ClientSecret),
            (&secret[..60], Pasted::PartOfSecret),
            ("https://acme.halopsa.com", Pasted::Address),
            ("acme.halopsa.com/auth", Pasted::Address),
            ("Client ID: 12", Pasted::SeveralWords),
            ("s3cret-of-another-shape", Pasted::Other),
        ] {
            assert_eq!(recognise(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_comes_along_when_copying_is_taken_off() {
        assert_eq!(clean(&format!(" \u{feff}\"{ID}\"\u{200b}\r\n")), ID);
    }
}
