//! How alike two words or two spellings are, from 0 to 1.

use rapidfuzz::distance::{lcs_seq, osa};

use crate::vocabulary::Word;

/// How one word comes from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// Letters slipped.
    Slip,
    /// One is shortened: the beginning of the other, or its consonants.
    Shortened,
}

/// Less alike than this is not alike.
const LEAST: f32 = 0.5;

/// Whether one word is the other with a slip or shortened, and how nearly.
#[expect(clippy::cast_precision_loss, reason = "words are short")]
pub(crate) fn words(one: &Word, other: &Word) -> Option<(f32, Change)> {
    if one.is_number || other.is_number {
        return None;
    }
    let (short, long) = if one.text.len() <= other.text.len() {
        (one, other)
    } else {
        (other, one)
    };
    let (short_text, long_text) = (short.text.as_bytes(), long.text.as_bytes());
    let (least, most) = (short_text.len() as f32, long_text.len() as f32);
    // Every letter that only one has is a slip at least: most pairs end here.
    let strange = (short.letters & !long.letters).count_ones();
    let allowed = match long_text.len() {
        0..=3 => 0,
        4..=5 => 1,
        6..=9 => 2,
        _ => 3,
    };
    if strange > allowed || short_text.is_empty() {
        return None;
    }
    if strange == 0 && short_text[0] == long_text[0] && short_text.len() < long_text.len() {
        if long_text.starts_with(short_text) {
            let alike = match short_text.len() {
                1 => 0.5,
                2 => 0.55,
                _ => 0.7 + 0.25 * least / most,
            };
            return Some((alike, Change::Shortened));
        }
        if short_text.len() >= 3 && long_text.len() >= 5 && is_within(short_text, long_text) {
            let same_end = short_text.last() == long_text.last();
            let consonants = !short_text[1..]
                .iter()
                .any(|letter| b"aeiou".contains(letter));
            if consonants || (same_end && short_text.len() + 2 <= long_text.len()) {
                return Some((if same_end { 0.75 } else { 0.65 }, Change::Shortened));
            }
        }
    }
    if long_text.len() - short_text.len() > allowed as usize || allowed == 0 {
        return None;
    }
    let args = osa::Args::default().score_cutoff(allowed as usize);
    let slips = osa::distance_with_args(short.text.bytes(), long.text.bytes(), &args)?;
    let alike = 1.0 - 1.3 * slips as f32 / most;
    (alike >= LEAST).then_some((alike, Change::Slip))
}

/// Whether the letters stand in the text in this order.
fn is_within(letters: &[u8], text: &[u8]) -> bool {
    let mut text = text.iter();
    letters
        .iter()
        .all(|letter| text.any(|other| other == letter))
}

/// How alike two texts are letter by letter.
#[expect(clippy::cast_possible_truncation, reason = "six digits are enough")]
pub(crate) fn spelling(one: &str, other: &str) -> f32 {
    osa::normalized_similarity(one.bytes(), other.bytes()) as f32
}

/// How much of the shorter text stands in the longer one in order.
#[expect(clippy::cast_precision_loss, reason = "names are short")]
pub(crate) fn contained(one: &str, other: &str) -> f32 {
    let shorter = one.len().min(other.len());
    if shorter == 0 {
        return 0.0;
    }
    lcs_seq::similarity(one.bytes(), other.bytes()) as f32 / shorter as f32
}

/// How far two texts agree from the first letter on, as a share of the shorter.
#[expect(clippy::cast_precision_loss, reason = "names are short")]
pub(crate) fn beginning(one: &str, other: &str) -> f32 {
    let shorter = one.len().min(other.len());
    if shorter == 0 {
        return 0.0;
    }
    one.bytes()
        .zip(other.bytes())
        .take_while(|(a, b)| a == b)
        .count() as f32
        / shorter as f32
}

/// Whether a domain's label spells a name: 1 for letter by letter, less for a part or for initials.
#[expect(clippy::cast_precision_loss, reason = "names are short")]
pub(crate) fn spells(label: &str, compact: &str, initials: &str) -> f32 {
    if label.len() < 2 || compact.is_empty() {
        return 0.0;
    }
    if label == compact {
        return 1.0;
    }
    let (short, long) = if label.len() < compact.len() {
        (label, compact)
    } else {
        (compact, label)
    };
    if short.len() >= 4 && long.starts_with(short) {
        return 0.7 + 0.25 * short.len() as f32 / long.len() as f32;
    }
    if label == initials && label.len() >= 3 {
        return 0.75;
    }
    if label.len() >= 3 && initials.len() >= 3 && label.starts_with(initials) {
        return 0.55;
    }
    if short.len() >= 5 && long.contains(short) {
        return 0.6;
    }
    let alike = spelling(label, compact);
    if alike >= 0.8 { alike * 0.9 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Vocabulary;

    fn alike(one: &str, other: &str) -> Option<Change> {
        let mut vocabulary = Vocabulary::default();
        let (one, other) = (vocabulary.intern(one), vocabulary.intern(other));
        words(vocabulary.word(one), vocabulary.word(other)).map(|(_, change)| change)
    }

    #[test]
    fn slips_and_shortenings_are_told_apart() {
        assert_eq!(alike("widgets", "wigdets"), Some(Change::Slip));
        assert_eq!(alike("manufakturing", "manufacturing"), Some(Change::Slip));
        assert_eq!(
            alike("pharmaceut", "pharmaceutical"),
            Some(Change::Shortened)
        );
        assert_eq!(alike("bldrs", "bleuders"), Some(Change::Shortened));
        for (one, other) in [
            ("cat", "car"),
            ("north", "south"),
            ("100", "101"),
            ("smith", "jones"),
            ("ab", "ba"),
        ] {
            assert_eq!(alike(one, other), None, "{one} {other}");
        }
    }

    #[test]
    fn a_label_spells_a_name() {
        assert!((spells("acmewidgets", "acmewidgets", "aw") - 1.0).abs() < f32::EPSILON);
        assert!(spells("acme", "acmewidgets", "aw") > 0.7);
        assert!(spells("ibm", "internationalbusinessmachines", "ibm") > 0.7);
        assert!(spells("zeta", "acmewidgets", "aw") < 0.1);
    }
}
