//! Words that are a slip of the keyboard apart, found once for both lists and not once for each row.
//!
//! Two words that differ in one letter, or in two that stand in each other's place, are the same once one letter is left out of each.
//! So every word is filed under itself and under itself without each of its letters, and whatever meets there is compared.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::alike::{self, Change};
use crate::vocabulary::{Vocabulary, Word, WordId};

/// Words of other lengths are not looked at: short ones are like too many, long ones are no words.
const LENGTHS: std::ops::RangeInclusive<usize> = 4..=20;
/// Where more words meet than this, none of them says anything.
const MOST: usize = 40;

/// For each word the words that are a slip apart from it.
pub(crate) struct Slips {
    /// Where each word's begin in `words`; one more at the end.
    starts: Vec<u32>,
    words: Vec<WordId>,
}

impl Slips {
    pub(crate) fn new(vocabulary: &Vocabulary) -> Self {
        let mut filed: Vec<(u64, WordId)> = Vec::new();
        for (word, id) in vocabulary.words().iter().zip(0..) {
            if LENGTHS.contains(&word.text.len()) && !word.is_number {
                let text = word.text.as_bytes();
                filed.push((without(text, text.len()), id));
                filed.extend((0..text.len()).map(|place| (without(text, place), id)));
            }
        }
        filed.sort_unstable();
        filed.dedup();
        let mut pairs: Vec<(WordId, WordId)> = Vec::new();
        for met in filed.chunk_by(|one, other| one.0 == other.0) {
            if met.len() > MOST {
                continue;
            }
            for (place, (_, one)) in met.iter().enumerate() {
                for (_, other) in &met[place + 1..] {
                    if is_slip(vocabulary.word(*one), vocabulary.word(*other)) {
                        pairs.extend([(*one, *other), (*other, *one)]);
                    }
                }
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        let ids = 0..=WordId::try_from(vocabulary.words().len())
            .expect("fewer words than a list can have");
        let start = |id: WordId| pairs.partition_point(|(word, _)| *word < id);
        Self {
            starts: ids
                .map(|id| u32::try_from(start(id)).expect("fewer pairs than a list can have"))
                .collect(),
            words: pairs.into_iter().map(|(_, word)| word).collect(),
        }
    }

    /// The words that are a slip apart from this one.
    pub(crate) fn of(&self, word: WordId) -> &[WordId] {
        let at = word as usize;
        &self.words[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}

fn is_slip(one: &Word, other: &Word) -> bool {
    one.class != other.class && matches!(alike::words(one, other), Some((_, Change::Slip)))
}

/// A number for the text without the letter at this place.
fn without(text: &[u8], place: usize) -> u64 {
    let mut hasher = FxHasher::default();
    let rest = &text[text.len().min(place + 1)..];
    text[..place]
        .iter()
        .chain(rest)
        .for_each(|letter| letter.hash(&mut hasher));
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_a_slip_apart_find_each_other() {
        let mut vocabulary = Vocabulary::default();
        let words = [
            "uxin", "uixn", "synco", "synnco", "roberts", "riberts", "acme", "zeta",
        ];
        let ids: Vec<WordId> = words.iter().map(|word| vocabulary.intern(word)).collect();
        let slips = Slips::new(&vocabulary);
        for pair in ids[..6].chunks(2) {
            assert_eq!(slips.of(pair[0]), &pair[1..]);
            assert_eq!(slips.of(pair[1]), &pair[..1]);
        }
        assert!(slips.of(ids[6]).is_empty() && slips.of(ids[7]).is_empty());
    }
}
