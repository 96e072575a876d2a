//! Which word of one name is which word of the other.

use crate::alike::{self, Change};
use crate::lists::Form;
use crate::vocabulary::{Vocabulary, Word, WordId};

/// Two forms laid beside each other.
#[expect(clippy::struct_excessive_bools, reason = "what was found, not a state")]
#[derive(Clone, Debug, Default)]
pub(crate) struct Alignment {
    /// The weight found in the other, as a share of each form's whole weight.
    pub(crate) covered: [f32; 2],
    /// The weight of what was found word for word.
    pub(crate) equal_weight: f32,
    /// The weight of the rarest word that both have.
    pub(crate) rarest: f32,
    /// What is left over of each.
    pub(crate) left: [Left; 2],
    /// Whether any word is written in another way or shortened.
    pub(crate) shortened: bool,
    /// The weight of words with slips.
    pub(crate) slips: f32,
    /// Whether words are run together in one and apart in the other.
    pub(crate) joined: bool,
    /// Whether initials stand for words.
    pub(crate) initials: bool,
    /// Whether the words that both have stand in another order.
    pub(crate) reordered: bool,
    /// Whether the first words are each other's.
    pub(crate) first: bool,
}

/// The words of one form that the other has not.
#[derive(Clone, Debug, Default)]
pub(crate) struct Left {
    pub(crate) count: u32,
    pub(crate) weight: f32,
    pub(crate) rarest: f32,
    pub(crate) group_words: u32,
    pub(crate) numbers: u32,
    /// Places of the words in the form, one bit each.
    pub(crate) places: u32,
}

const NONE: u8 = u8::MAX;

/// The work of one alignment.
struct Work<'a> {
    forms: [&'a [WordId]; 2],
    vocabulary: &'a Vocabulary,
    /// For each word of the first form its place in the second.
    partner: [[u8; 32]; 2],
    matched: [f32; 2],
    out: Alignment,
}

/// Lays two forms beside each other.
pub(crate) fn align(one: &Form, other: &Form, vocabulary: &Vocabulary) -> Alignment {
    let mut work = Work {
        forms: [&one.words, &other.words],
        vocabulary,
        partner: [[NONE; 32]; 2],
        matched: [0.0; 2],
        out: Alignment::default(),
    };
    work.equal();
    if work.has_left(0) && work.has_left(1) {
        work.joined();
        work.initials(0);
        work.initials(1);
        work.alike();
    }
    work.finish([one.weight, other.weight])
}

impl<'a> Work<'a> {
    fn word(&self, side: usize, place: usize) -> &'a Word {
        self.vocabulary.word(self.forms[side][place])
    }

    fn has_left(&self, side: usize) -> bool {
        self.partner[side][..self.forms[side].len()].contains(&NONE)
    }

    fn is_left(&self, side: usize, place: usize) -> bool {
        self.partner[side][place] == NONE
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "a form has at most 24 words"
    )]
    fn pair(&mut self, one: usize, other: usize, alike: f32) {
        self.partner[0][one] = other as u8;
        self.partner[1][other] = one as u8;
        self.matched[0] += alike * self.word(0, one).weight;
        self.matched[1] += alike * self.word(1, other).weight;
    }

    fn equal(&mut self) {
        for one in 0..self.forms[0].len() {
            for other in 0..self.forms[1].len() {
                let (a, b) = (self.word(0, one), self.word(1, other));
                if a.class == b.class && self.is_left(1, other) {
                    self.out.shortened |= a.text != b.text;
                    self.out.equal_weight += a.weight;
                    self.out.rarest = self.out.rarest.max(a.weight);
                    self.pair(one, other, 1.0);
                    break;
                }
            }
        }
    }

    /// "acme it" and "acmeit".
    fn joined(&mut self) {
        for side in 0..2 {
            let opposite = 1 - side;
            for place in 1..self.forms[side].len() {
                if !self.is_left(side, place - 1) || !self.is_left(side, place) {
                    continue;
                }
                let (first, second) = (self.word(side, place - 1), self.word(side, place));
                let found = (0..self.forms[opposite].len()).find(|at| {
                    let whole = &self.word(opposite, *at).text;
                    self.is_left(opposite, *at)
                        && whole.len() == first.text.len() + second.text.len()
                        && whole.starts_with(&*first.text)
                        && whole.ends_with(&*second.text)
                });
                if let Some(at) = found {
                    self.out.joined = true;
                    self.cover(side, place - 1..=place, opposite, at, 1.0);
                    self.out.rarest = self.out.rarest.max(self.word(opposite, at).weight);
                }
            }
        }
    }

    /// "ibm" and "international business machines": one word against all words in a row that are left.
    fn initials(&mut self, side: usize) {
        let opposite = 1 - side;
        for at in 0..self.forms[side].len() {
            let short = self.word(side, at);
            if !self.is_left(side, at) || !(2..=6).contains(&short.text.len()) || short.is_number {
                continue;
            }
            for start in 0..self.forms[opposite].len() {
                let Some(end) = self.run(opposite, start, short.text.as_bytes()) else {
                    continue;
                };
                self.out.initials = true;
                self.cover(opposite, start..=end, side, at, 0.8);
                break;
            }
        }
    }

    /// The end of the run of left words from `start` on whose first letters are these.
    fn run(&self, side: usize, start: usize, letters: &[u8]) -> Option<usize> {
        let mut place = start;
        let mut letter = 0;
        while letter < letters.len() {
            let word = self.vocabulary.word(*self.forms[side].get(place)?);
            if !self.is_left(side, place) {
                return None;
            }
            if word.text.as_bytes()[0] == letters[letter] && word.text.len() > 1 {
                letter += 1;
            } else if !word.is_joining || letter == 0 {
                return None;
            }
            place += 1;
        }
        Some(place - 1)
    }

    /// Several words of one side are one word of the other.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a form has at most 24 words"
    )]
    fn cover(
        &mut self,
        many_side: usize,
        many: std::ops::RangeInclusive<usize>,
        one_side: usize,
        one: usize,
        alike: f32,
    ) {
        self.partner[one_side][one] = *many.start() as u8;
        self.matched[one_side] += alike * self.word(one_side, one).weight;
        for place in many {
            self.partner[many_side][place] = one as u8;
            self.matched[many_side] += alike * self.word(many_side, place).weight;
        }
    }

    /// Words with slips and shortened words, the nearest first.
    fn alike(&mut self) {
        let mut found: Vec<(f32, Change, usize, usize)> = Vec::new();
        for one in (0..self.forms[0].len()).filter(|one| self.is_left(0, *one)) {
            for other in (0..self.forms[1].len()).filter(|other| self.is_left(1, *other)) {
                if let Some((alike, change)) = alike::words(self.word(0, one), self.word(1, other))
                {
                    found.push((alike, change, one, other));
                }
            }
        }
        found.sort_by(|a, b| {
            b.0.total_cmp(&a.0)
                .then_with(|| (a.2 + a.3, a.2).cmp(&(b.2 + b.3, b.2)))
        });
        for (alike, change, one, other) in found {
            if !self.is_left(0, one) || !self.is_left(1, other) {
                continue;
            }
            let weight = self.word(0, one).weight.max(self.word(1, other).weight);
            match change {
                Change::Slip => self.out.slips += weight,
                Change::Shortened => self.out.shortened = true,
            }
            self.out.rarest = self.out.rarest.max(weight * alike * 0.8);
            self.pair(one, other, alike);
        }
    }

    fn finish(mut self, weights: [f32; 2]) -> Alignment {
        for (side, weight) in weights.into_iter().enumerate() {
            self.out.covered[side] = if weight > 0.0 {
                (self.matched[side] / weight).min(1.0)
            } else {
                0.0
            };
            let left = &mut self.out.left[side];
            for (place, id) in self.forms[side].iter().enumerate() {
                if self.partner[side][place] == NONE {
                    let word = self.vocabulary.word(*id);
                    left.count += 1;
                    left.weight += word.weight;
                    left.rarest = left.rarest.max(word.weight);
                    left.group_words += u32::from(word.tells_apart);
                    left.numbers += u32::from(word.is_number);
                    left.places |= 1 << place;
                }
            }
        }
        let partners = self.partner[0][..self.forms[0].len()]
            .iter()
            .filter(|partner| **partner != NONE);
        self.out.reordered = !partners.is_sorted();
        self.out.first = self.partner[0][0] == 0;
        self.out
    }
}
