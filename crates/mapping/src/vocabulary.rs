//! Every word of both lists once, with how rare it is.
//!
//! A word is rare by two measures put together: how many rows of the lists have it, and how common it is in company names
//! at large (`vocabulary/common.txt`, learnt from public registers). In a list of fifty the second counts, in one of fifty
//! thousand the first.

use std::sync::LazyLock;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::fold::words;

/// A word's place in the vocabulary.
pub(crate) type WordId = u32;

/// One word.
#[expect(clippy::struct_excessive_bools, reason = "what a word is, not a state")]
pub(crate) struct Word {
    pub(crate) text: Box<str>,
    /// The word that stands for all its ways of writing: "intl" and "international" have one.
    pub(crate) class: WordId,
    /// How much it says that two names both have it: the negative logarithm of its frequency.
    pub(crate) weight: f32,
    /// The same in company names at large, for the words that are common there.
    pub(crate) at_large: Option<f32>,
    /// Which letters it has, one bit each.
    pub(crate) letters: u32,
    pub(crate) is_number: bool,
    /// Tells companies of one group apart: "Holdings".
    pub(crate) tells_apart: bool,
    pub(crate) is_joining: bool,
    /// Whether a row of either list is in a town of this name.
    pub(crate) is_town: bool,
}

/// The words of both lists.
#[derive(Default)]
pub(crate) struct Vocabulary {
    words: Vec<Word>,
    ids: FxHashMap<Box<str>, WordId>,
    rows: Vec<u32>,
}

impl Vocabulary {
    /// The word's place; a new one where it has none.
    pub(crate) fn intern(&mut self, text: &str) -> WordId {
        if let Some(id) = self.ids.get(text) {
            return *id;
        }
        let canonical = words::canonical(text);
        let class = (canonical != text).then(|| self.intern(canonical));
        let id = WordId::try_from(self.words.len()).expect("fewer words than a list can have");
        self.ids.insert(text.into(), id);
        self.rows.push(0);
        self.words.push(Word {
            text: text.into(),
            class: class.unwrap_or(id),
            weight: 0.0,
            at_large: COMMON.get(canonical).map(|frequency| -frequency.ln()),
            letters: letters(text),
            is_number: words::number(text).is_some(),
            tells_apart: words::is_group_word(canonical),
            is_joining: words::is_joining(text),
            is_town: false,
        });
        id
    }

    /// Notes that a row has these words. Each counts once.
    pub(crate) fn count(&mut self, row: &[WordId]) {
        for (place, id) in row.iter().enumerate() {
            let class = self.words[*id as usize].class;
            if row[..place]
                .iter()
                .all(|before| self.words[*before as usize].class != class)
            {
                self.rows[class as usize] += 1;
            }
        }
    }

    /// Notes which words are towns.
    pub(crate) fn note_towns<'a>(&mut self, towns: impl Iterator<Item = &'a str>) {
        for town in towns {
            if let Some(id) = self.ids.get(town) {
                self.words[*id as usize].is_town = true;
            }
        }
    }

    /// Weighs every word, once all rows are counted.
    #[expect(
        clippy::cast_precision_loss,
        reason = "a frequency needs no more than six digits"
    )]
    pub(crate) fn weigh(&mut self, rows: usize) {
        let all = rows as f32 + AT_LARGE;
        for id in 0..self.words.len() {
            let class = self.words[id].class as usize;
            let at_large = COMMON
                .get(&*self.words[class].text)
                .copied()
                .unwrap_or(UNCOMMON);
            let frequency = (self.rows[class] as f32 + AT_LARGE * at_large) / all;
            self.words[id].weight = -frequency.min(1.0).ln();
        }
        self.ids = FxHashMap::default();
        self.rows = Vec::new();
    }

    /// All words, each in its place.
    pub(crate) fn words(&self) -> &[Word] {
        &self.words
    }

    pub(crate) fn word(&self, id: WordId) -> &Word {
        &self.words[id as usize]
    }
}

/// How many rows the knowledge of names at large is worth.
const AT_LARGE: f32 = 3000.0;
/// The frequency of a word that is not among the common ones.
const UNCOMMON: f32 = 5e-6;

/// How frequent each common word (in canonical way) is.
static COMMON: LazyLock<FxHashMap<&'static str, f32>> = LazyLock::new(|| {
    let mut common = FxHashMap::with_capacity_and_hasher(3000, FxBuildHasher);
    for line in include_str!("vocabulary/common.txt").lines() {
        if let Some((word, per_million)) = line.split_once(' ') {
            let frequency: f32 = per_million.parse().unwrap_or(0.0);
            *common.entry(words::canonical(word)).or_insert(0.0) += frequency / 1e6;
        }
    }
    common
});

fn letters(text: &str) -> u32 {
    text.bytes().fold(0, |letters, byte| {
        letters
            | match byte {
                b'a'..=b'z' => 1 << (byte - b'a'),
                b'0'..=b'9' => 1 << 26,
                _ => 1 << 27,
            }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_of_writing_are_one_word_and_rare_words_weigh_more() {
        let mut vocabulary = Vocabulary::default();
        let ids: Vec<WordId> = ["intl", "international", "zyxomma"]
            .iter()
            .map(|word| vocabulary.intern(word))
            .collect();
        vocabulary.count(&ids);
        vocabulary.weigh(2);
        let word = |place: usize| vocabulary.word(ids[place]);
        assert_eq!(word(0).class, word(1).class);
        assert!((word(0).weight - word(1).weight).abs() < f32::EPSILON);
        assert!(word(2).weight > word(1).weight);
    }
}
