//! From what people type to what can be compared. Called once for each record, before any comparing.
//!
//! Everything here looks at one text alone; what is rare and what is common in the lists is the vocabulary's to know.

pub(crate) mod domain;
pub(crate) mod initials;
pub(crate) mod legal;
pub(crate) mod name;
pub(crate) mod note;
mod parts;
pub(crate) mod phone;
pub(crate) mod place;
pub(crate) mod words;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// The text in lower-case ASCII: full-width and composed letters made plain, marks dropped, other scripts written in
/// Latin letters, every kind of dash and quote made one kind.
pub(crate) fn ascii(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let composed;
    let text = if is_nfkc_quick(text.chars()) == IsNormalized::Yes {
        text
    } else {
        composed = text.nfkc().collect::<String>();
        &composed
    };
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => folded.push('-'),
            '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{b4}' | '\u{2bc}' => folded.push('\''),
            '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' => {}
            _ if letter.is_whitespace() => folded.push(' '),
            _ => folded.push_str(deunicode::deunicode_char(letter).unwrap_or(" ")),
        }
    }
    folded.make_ascii_lowercase();
    folded
}

/// Letters and digits alone.
pub(crate) fn compact(text: &str) -> String {
    text.bytes()
        .filter(u8::is_ascii_alphanumeric)
        .map(|byte| byte.to_ascii_lowercase() as char)
        .collect()
}

/// The text folded, with single spaces between its words. A text without one letter or digit of any script is empty.
pub(crate) fn plain(text: &str) -> String {
    let folded = ascii(text);
    let mut words = String::with_capacity(folded.len());
    for word in folded
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_case_and_width_do_not_count() {
        for (text, folded) in [
            ("Müller & Söhne", "muller & sohne"),
            ("ＡＣＭＥ　Ｌｔｄ", "acme ltd"),
            ("Łódź – Straße", "lodz - strasse"),
            ("O’Brien", "o'brien"),
            ("Газпром", "gazprom"),
        ] {
            assert_eq!(ascii(text), folded);
        }
        assert_eq!(plain("  Acme,  (UK) Ltd. "), "acme uk ltd");
    }
}
