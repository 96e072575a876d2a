//! The two models that turn numbers into how likely a pair is one company: sums of small decision trees, learnt by
//! `training/learn.py` and kept as text beside this file.
//!
//! The first looks at a pair alone. The second looks at it again among its rivals, and its answer is what people see.

use std::fmt::Debug;
use std::str::FromStr;
use std::sync::LazyLock;

/// A sum of decision trees, with the forks of all of them in the order of the numbers that they ask.
///
/// No tree is walked. Every fork whose answer is "more" rules out the ends on its left, one bit each; of what is then left of a tree its first
/// end is the one that a walk would reach. That is the same, and several times faster.
pub(crate) struct Model {
    forks: Vec<Fork>,
    /// Where the forks of each number begin in `forks`; one more at the end.
    starts: Vec<usize>,
    /// The values of each tree's ends, from left to right.
    ends: Vec<[f32; MOST_ENDS]>,
}

/// A fork of one tree.
#[derive(Clone, Copy)]
struct Fork {
    /// The largest number that goes left.
    limit: f32,
    tree: u32,
    /// The ends that stay where the number is larger.
    keeps: u32,
}

/// No tree has more ends: a bit for each.
const MOST_ENDS: usize = 32;
/// No model has more trees.
const MOST_TREES: usize = 128;

/// The odds of a pair that is not worth judging.
pub(crate) const HOPELESS: f32 = -10.0;

static FIRST: LazyLock<Model> = LazyLock::new(|| Model::read(include_str!("model/first.txt")));
static SECOND: LazyLock<Model> = LazyLock::new(|| Model::read(include_str!("model/second.txt")));

/// The model that looks at a pair alone.
pub(crate) fn first() -> &'static Model {
    &FIRST
}

/// The model that looks at a pair among its rivals.
pub(crate) fn second() -> &'static Model {
    &SECOND
}

impl Model {
    /// Reads a model: a tree on each line, its nodes in the order in which one meets them, left before right. `12<0.5` is a
    /// fork, `=0.25` an end.
    fn read(text: &str) -> Self {
        let mut forks: Vec<(usize, Fork)> = Vec::new();
        let mut ends = Vec::new();
        for (line, tree) in text.lines().zip(0..) {
            let mut values = Vec::with_capacity(MOST_ENDS);
            grow(&mut line.split(' '), tree, &mut forks, &mut values);
            values.resize(MOST_ENDS, 0.0);
            ends.push(values.try_into().expect("no tree has more ends"));
        }
        assert!(ends.len() <= MOST_TREES, "a model is small");
        forks.sort_by(|(one, a), (other, b)| one.cmp(other).then(a.limit.total_cmp(&b.limit)));
        let numbers = forks.last().map_or(0, |(number, _)| number + 1);
        Self {
            starts: (0..=numbers)
                .map(|number| forks.partition_point(|(other, _)| *other < number))
                .collect(),
            forks: forks.into_iter().map(|(_, fork)| fork).collect(),
            ends,
        }
    }

    /// The logarithm of the odds that the numbers describe one company.
    pub(crate) fn judge(&self, numbers: &[f32]) -> f32 {
        let mut left = [u32::MAX; MOST_TREES];
        for (number, range) in numbers.iter().zip(self.starts.windows(2)) {
            for fork in &self.forks[range[0]..range[1]] {
                if *number <= fork.limit {
                    break;
                }
                left[fork.tree as usize] &= fork.keeps;
            }
        }
        let ends = self.ends.iter().zip(left);
        ends.map(|(ends, left)| ends[left.trailing_zeros() as usize])
            .sum()
    }
}

/// Reads the next node of a tree and all below it.
fn grow<'a>(
    words: &mut impl Iterator<Item = &'a str>,
    tree: u32,
    forks: &mut Vec<(usize, Fork)>,
    ends: &mut Vec<f32>,
) {
    let word = words.next().expect("the models are learnt, not typed");
    let Some((number, limit)) = word.split_once('<') else {
        ends.push(read(word.trim_start_matches('=')));
        return;
    };
    let (place, first) = (forks.len(), ends.len());
    let fork = Fork {
        limit: read(limit),
        tree,
        keeps: 0,
    };
    forks.push((read(number), fork));
    grow(words, tree, forks, ends);
    for end in first..ends.len() {
        forks[place].1.keeps |= 1 << end;
    }
    forks[place].1.keeps ^= u32::MAX;
    grow(words, tree, forks, ends);
}

fn read<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().expect("the models are learnt, not typed")
}

/// The probability with these logarithmic odds.
pub(crate) fn probability(odds: f32) -> f64 {
    1.0 / (1.0 + (-f64::from(odds)).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_read_as_it_is_written() {
        let model = Model::read("0<0.5 1<2 =1 =2 =3\n=0.25");
        for (numbers, sum) in [([0.0, 0.0], 1.25), ([0.5, 3.0], 2.25), ([1.0, 0.0], 3.25)] {
            assert!(
                (model.judge(&numbers) - sum).abs() < f32::EPSILON,
                "{numbers:?}"
            );
        }
    }
}
