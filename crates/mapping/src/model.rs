//! The two models that turn numbers into how likely a pair is one company: sums of small decision trees, learnt by
//! `training/learn.py`, kept as text beside this file and made into tables when the program is built (`build.rs`).
//!
//! The first looks at a pair alone. The second looks at it again among its rivals, and its answer is what people see.

#[cfg_attr(
    not(test),
    expect(dead_code, reason = "it is the build that makes the tables")
)]
mod tables;

use std::sync::LazyLock;

use self::tables::MOST_ENDS;

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
struct Fork {
    /// The largest number that goes left.
    limit: f32,
    tree: u32,
    /// The ends that stay where the number is larger.
    keeps: u32,
}

/// No model has more trees.
const MOST_TREES: usize = 128;

/// The odds of a pair that is not worth judging.
pub(crate) const HOPELESS: f32 = -10.0;

static FIRST: LazyLock<Model> =
    LazyLock::new(|| Model::read(include_bytes!(concat!(env!("OUT_DIR"), "/first.bin"))));
static SECOND: LazyLock<Model> =
    LazyLock::new(|| Model::read(include_bytes!(concat!(env!("OUT_DIR"), "/second.bin"))));

/// The model that looks at a pair alone.
pub(crate) fn first() -> &'static Model {
    &FIRST
}

/// The model that looks at a pair among its rivals.
pub(crate) fn second() -> &'static Model {
    &SECOND
}

impl Model {
    /// Unpacks the tables that `build.rs` has made.
    fn read(packed: &[u8]) -> Self {
        let (count, rest) = packed.split_at(4);
        let (forks, ends) = rest.split_at(word(count) as usize * 12);
        let number = |fork: &[u8]| usize::from(u16::from_le_bytes([fork[0], fork[1]]));
        let mut starts = vec![0];
        for (place, fork) in forks.chunks_exact(12).enumerate() {
            starts.resize(number(fork) + 1, place);
        }
        starts.push(forks.len() / 12);
        let forks = forks.chunks_exact(12).map(|fork| Fork {
            limit: f32::from_bits(word(&fork[4..8])),
            tree: u32::from(u16::from_le_bytes([fork[2], fork[3]])),
            keeps: word(&fork[8..]),
        });
        let ends: Vec<[f32; MOST_ENDS]> = ends
            .chunks_exact(4 * MOST_ENDS)
            .map(|tree| {
                std::array::from_fn(|end| f32::from_bits(word(&tree[4 * end..4 * end + 4])))
            })
            .collect();
        assert!(ends.len() <= MOST_TREES, "a model is small");
        Self {
            forks: forks.collect(),
            starts,
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

fn word(bytes: &[u8]) -> u32 {
    u32::from_le_bytes(bytes.try_into().expect("four bytes"))
}

/// The probability with these logarithmic odds.
pub(crate) fn probability(odds: f32) -> f64 {
    1.0 / (1.0 + (-f64::from(odds)).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_judged_as_it_is_written() {
        let text = "0<0.5 2<2 =1 =2 =3\n=0.25";
        let model = Model::read(&tables::packed(&tables::read(text)));
        for (numbers, sum) in [
            ([0.0, 9.0, 0.0], 1.25),
            ([0.5, 9.0, 3.0], 2.25),
            ([1.0, 9.0, 0.0], 3.25),
        ] {
            assert!(
                (model.judge(&numbers) - sum).abs() < f32::EPSILON,
                "{numbers:?}"
            );
        }
    }
}
