//! The two models that turn numbers into how likely a pair is one company: sums of small decision trees, learnt by
//! `training/learn.py` and kept as text beside this file.
//!
//! The first looks at a pair alone. The second looks at it again among its rivals, and its answer is what people see.

use std::sync::LazyLock;

/// A sum of decision trees.
pub(crate) struct Model {
    nodes: Vec<Node>,
    roots: Vec<u32>,
}

/// A fork, or where `number` is [`LEAF`] the end of a way with its `value`.
struct Node {
    number: u16,
    /// For a fork the largest number that goes left, to the next node.
    value: f32,
    right: u32,
}

/// The odds of a pair that is not worth judging.
pub(crate) const HOPELESS: f32 = -10.0;

const LEAF: u16 = u16::MAX;

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
        let mut model = Self {
            nodes: Vec::new(),
            roots: Vec::new(),
        };
        for line in text.lines() {
            model.roots.push(model.next());
            let mut forks: Vec<usize> = Vec::new();
            for word in line.split(' ') {
                if let Some((number, value)) = word.split_once('<') {
                    forks.push(model.nodes.len());
                    model.nodes.push(Node {
                        number: number.parse().expect("the models are learnt, not typed"),
                        value: value.parse().expect("the models are learnt, not typed"),
                        right: 0,
                    });
                    continue;
                }
                let value = word
                    .trim_start_matches('=')
                    .parse()
                    .expect("the models are learnt, not typed");
                model.nodes.push(Node {
                    number: LEAF,
                    value,
                    right: 0,
                });
                // The way just ended was the right one of every fork that has its right one already; the next begins here.
                while let Some(fork) = forks.pop() {
                    if model.nodes[fork].right == 0 {
                        model.nodes[fork].right = model.next();
                        forks.push(fork);
                        break;
                    }
                }
            }
        }
        model
    }

    fn next(&self) -> u32 {
        u32::try_from(self.nodes.len()).expect("a model is small")
    }

    /// The logarithm of the odds that the numbers describe one company.
    pub(crate) fn judge(&self, numbers: &[f32]) -> f32 {
        let mut sum = 0.0;
        for root in &self.roots {
            let mut at = *root as usize;
            loop {
                let node = &self.nodes[at];
                if node.number == LEAF {
                    sum += node.value;
                    break;
                }
                at = if numbers[node.number as usize] <= node.value {
                    at + 1
                } else {
                    node.right as usize
                };
            }
        }
        sum
    }
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
