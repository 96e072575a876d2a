//! A learnt model from text to tables: used when the program is built, not when it runs.
//!
//! A tree stands on each line, its nodes in the order in which one meets them, left before right: `12<0.5` is a fork, `=0.25` an end.
//! The tables hold the forks of all trees in the order of the numbers that they ask, the smallest limit first.

use std::fmt::Debug;
use std::str::FromStr;

/// No tree has more ends: a bit for each.
pub(crate) const MOST_ENDS: usize = 32;

/// A fork of one tree.
#[derive(Clone, Copy)]
pub(crate) struct Fork {
    /// The place of the number that it asks.
    pub(crate) number: u16,
    pub(crate) tree: u16,
    /// The largest number that goes left.
    pub(crate) limit: f32,
    /// The ends that stay where the number is larger, one bit each.
    pub(crate) keeps: u32,
}

/// The forks of all trees, and the values of each tree's ends from left to right.
pub(crate) type Tables = (Vec<Fork>, Vec<[f32; MOST_ENDS]>);

/// Reads a model.
pub(crate) fn read(text: &str) -> Tables {
    let mut forks = Vec::new();
    let mut ends = Vec::new();
    for (line, tree) in text.lines().zip(0..) {
        let mut values = Vec::new();
        grow(&mut line.split(' '), tree, &mut forks, &mut values);
        values.resize(MOST_ENDS, 0.0);
        ends.push(values.try_into().expect("no tree has more ends"));
    }
    forks.sort_by(|a, b| (a.number.cmp(&b.number)).then(a.limit.total_cmp(&b.limit)));
    (forks, ends)
}

/// Reads the next node of a tree and all below it.
fn grow<'a>(
    words: &mut impl Iterator<Item = &'a str>,
    tree: u16,
    forks: &mut Vec<Fork>,
    ends: &mut Vec<f32>,
) {
    let word = words.next().expect("a fork has two sides");
    let Some((number, limit)) = word.split_once('<') else {
        ends.push(parsed(word.trim_start_matches('=')));
        return;
    };
    let (place, first) = (forks.len(), ends.len());
    forks.push(Fork {
        number: parsed(number),
        tree,
        limit: parsed(limit),
        keeps: u32::MAX,
    });
    grow(words, tree, forks, ends);
    for end in first..ends.len() {
        forks[place].keeps ^= 1 << end;
    }
    grow(words, tree, forks, ends);
}

fn parsed<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().expect("the models are learnt, not typed")
}

/// The tables as bytes: how many forks, the forks, the ends.
pub(crate) fn packed((forks, ends): &Tables) -> Vec<u8> {
    let count = u32::try_from(forks.len()).expect("a model is small");
    let mut bytes = count.to_le_bytes().to_vec();
    for fork in forks {
        bytes.extend(fork.number.to_le_bytes());
        bytes.extend(fork.tree.to_le_bytes());
        bytes.extend(fork.limit.to_le_bytes());
        bytes.extend(fork.keeps.to_le_bytes());
    }
    bytes.extend(ends.iter().flatten().flat_map(|end| end.to_le_bytes()));
    bytes
}
