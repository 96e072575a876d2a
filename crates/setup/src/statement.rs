//! What a person confirms by looking, in a form that can be kept and held against what is asked
//! for later: made by [`crate::judge`], kept by the store with the confirmation.
//!
//! A statement holds the guide's own words and values and what Halo showed beside them, never
//! words of our own catalogue: putting a sentence better must not take back what was confirmed.
//! Not here: how long a confirmation counts, and the words for one that no longer does.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// That the admin looked, and at what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmed {
    /// When.
    pub at: Timestamp,
    /// What was confirmed; absent where it was not kept.
    pub what: Option<Statement>,
}

/// What there is to confirm.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Statement {
    /// What the product asks for, value by value.
    pub asked: BTreeSet<String>,
    /// What Halo showed that a person has to judge, for example a number of unknown meaning.
    pub shown: BTreeSet<String>,
}

/// Why what was confirmed does not cover what there is to confirm now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lapse {
    /// Nobody kept what was confirmed.
    NotKept,
    /// Something else is asked for in place of what was.
    Changed {
        /// What is not asked for any more.
        before: Vec<String>,
        /// What is asked for instead.
        now: Vec<String>,
    },
    /// More is asked for than was.
    More {
        /// What was added.
        now: Vec<String>,
    },
    /// Halo shows something that it did not show then.
    Shown,
}

impl Statement {
    /// Adds what is asked for; empty texts say nothing.
    pub(crate) fn ask<S: AsRef<str>>(&mut self, asked: impl IntoIterator<Item = S>) {
        self.asked.extend(asked.into_iter().filter_map(told));
    }

    /// Adds what Halo showed.
    pub(crate) fn show<S: AsRef<str>>(&mut self, shown: impl IntoIterator<Item = S>) {
        self.shown.extend(shown.into_iter().filter_map(told));
    }

    /// Why having confirmed this says nothing about `now`; absent where it does. What covers more
    /// covers less.
    pub fn lapses_at(&self, now: &Self) -> Option<Lapse> {
        let added = beyond(&now.asked, &self.asked);
        if !added.is_empty() {
            let before = beyond(&self.asked, &now.asked);
            return Some(if before.is_empty() {
                Lapse::More { now: added }
            } else {
                Lapse::Changed { before, now: added }
            });
        }
        (!beyond(&now.shown, &self.shown).is_empty()).then_some(Lapse::Shown)
    }
}

/// One space between words, none around them.
fn told(text: impl AsRef<str>) -> Option<String> {
    let words: Vec<_> = text.as_ref().split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Those that the others do not have, whatever their case.
fn beyond(these: &BTreeSet<String>, others: &BTreeSet<String>) -> Vec<String> {
    let known: BTreeSet<_> = others.iter().map(|text| text.to_lowercase()).collect();
    let these = these.iter();
    let beyond = these.filter(|text| !known.contains(&text.to_lowercase()));
    beyond.cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::{Lapse, Statement};

    fn asking(asked: &[&str], shown: &[&str]) -> Statement {
        let mut statement = Statement::default();
        statement.ask(asked);
        statement.show(shown);
        statement
    }

    #[test]
    fn the_same_in_another_spelling_is_the_same() {
        let was = asking(&["Read  Only", ""], &[]);
        assert_eq!(was.asked.len(), 1);
        assert_eq!(was.lapses_at(&asking(&[" read only\n"], &[])), None);
    }

    #[test]
    fn what_covers_more_covers_less_and_not_the_other_way_round() {
        let (more, less) = (asking(&["A", "B"], &["3"]), asking(&["A"], &[]));
        assert_eq!(more.lapses_at(&less), None);
        let added = less.lapses_at(&asking(&["A", "B"], &[]));
        let now = vec!["B".to_owned()];
        assert_eq!(added, Some(Lapse::More { now }));
        let shown = less.lapses_at(&asking(&["A"], &["4"]));
        assert_eq!(shown, Some(Lapse::Shown));
    }

    #[test]
    fn what_took_the_place_of_what_is_named_both_ways() {
        let lapse = asking(&["A", "B"], &[]).lapses_at(&asking(&["A", "C"], &["4"]));
        let (before, now) = (vec!["B".to_owned()], vec!["C".to_owned()]);
        assert_eq!(lapse, Some(Lapse::Changed { before, now }));
    }
}
