//! The ways in which a name is shortened to its initials.
//!
//! People leave out "of" and keep "van", or leave out both; they stop before the legal form, after it, or inside it ("Pty" of "Pty
//! Ltd"). All of these are kept, the shortest first.

use std::borrow::Cow;

use super::words::{is_and, is_joining};

/// How many words of a legal form may have a letter.
const LEGAL_WORDS: usize = 6;
/// Initials have this many letters.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=12;

/// Whether the words can be initials: one word, or letters set apart.
pub(crate) fn can_be<'a>(words: impl ExactSizeIterator<Item = &'a str>) -> bool {
    let is_one = words.len() == 1;
    let mut letters = 0;
    let mut are_short = true;
    for word in words {
        letters += word.len();
        are_short &= word.len() <= 2;
    }
    (is_one || are_short) && LETTERS.contains(&letters)
}

/// The initials of a name of these words, of which the first `own` are no legal form. Letters run together ("I.B.M.") are owned
/// and count each for itself.
pub(super) fn of(words: &[Cow<'_, str>], own: usize) -> Vec<Box<str>> {
    let mut all: Vec<Box<str>> = Vec::new();
    if own < 2 {
        return all;
    }
    let is_minor = |word: &str| matches!(word, "of" | "the" | "for" | "de");
    for leaves_out in [is_joining, is_minor] {
        let mut initials = String::new();
        let words = words.iter().filter(|word| !is_and(word));
        for (place, word) in words.enumerate().take(own + LEGAL_WORDS) {
            match word {
                _ if leaves_out(word) => {}
                Cow::Owned(letters) => initials.push_str(letters),
                Cow::Borrowed(word) => initials.push_str(&word[..1]),
            }
            let known = || all.iter().any(|known| **known == *initials);
            if place + 1 >= own && LETTERS.contains(&initials.len()) && !known() {
                all.push(initials.as_str().into());
            }
        }
    }
    all.sort_by_key(|initials| initials.len());
    all
}

#[cfg(test)]
mod tests {
    use crate::fold::name::fold;

    #[test]
    fn a_name_has_several_initials() {
        let has =
            |name: &str, initials: &str| fold(name).initials.iter().any(|own| **own == *initials);
        for (name, initials) in [
            ("Quality Softwools Australia Pty Limited", "qsa"),
            ("Quality Softwools Australia Pty Limited", "qsap"),
            ("Quality Softwools Australia Pty Limited", "qsapl"),
            ("M.W. van der Pol Beheer", "mwvdpb"),
            ("M.W. van der Pol Beheer B.V.", "mwpb"),
            ("Bank of America", "ba"),
            ("Marks & Spencer plc", "ms"),
        ] {
            assert!(has(name, initials), "{name} {initials}");
        }
        assert!(fold("Acme Ltd").initials.is_empty());
        assert!(!has("Acme Widgets Works Ltd", "aw"));
    }
}
