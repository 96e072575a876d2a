//! How a row stands: what is decided of it, what stands against that, what is new.

use store::{Decision, Verdict};

use super::Board;
use crate::wire::{
    ItemChange, MappingCounts, RowConflict, RowFilter, RowStanding, SuggestionClass, WhoDecided,
};
use crate::words;

impl Board {
    /// What is decided of a row.
    pub(crate) fn standing(&self, row: &str) -> RowStanding {
        match self.decisions.get(row).map(|decision| &decision.verdict) {
            None => RowStanding::Undecided,
            Some(Verdict::Accepted { .. }) => RowStanding::Accepted,
            Some(Verdict::Later) => RowStanding::Later,
            Some(Verdict::Ignored) => RowStanding::Ignored,
        }
    }

    /// What stands against the decision of a row.
    pub(crate) fn conflict(&self, row: &str) -> Option<RowConflict> {
        let decision = self.decisions.get(row)?;
        if let Verdict::Accepted { id, name } = &decision.verdict {
            if self.answers().lacks(id) {
                return Some(RowConflict::Gone {
                    words: words::say_with("mapping-conflict-gone", &[("name", name)]),
                });
            }
            if let Some(with) = self.also_given(row, id) {
                let words = words::say_with("mapping-conflict-shared", &[("name", &with)]);
                return Some(RowConflict::Shared { with, words });
            }
        }
        let on = self.asks_again(decision)?;
        let words = words::say_with("mapping-conflict-ask-again", &[("name", on)]);
        Some(RowConflict::AskAgain { words })
    }

    /// Whether something stands against the decision of a row, without saying it.
    fn has_conflict(&self, decision: &Decision) -> bool {
        let is_lost = match &decision.verdict {
            Verdict::Accepted { id, .. } => {
                self.answers().lacks(id) || self.holder(&decision.row, id).is_some()
            }
            Verdict::Later | Verdict::Ignored => false,
        };
        is_lost || self.asks_again(decision).is_some()
    }

    /// The name of what a decision depends on, where that has another answer now than it had then.
    fn asks_again(&self, decision: &Decision) -> Option<&str> {
        let on = self.spec.depends_on.as_ref()?;
        (decision.under != self.under).then_some(on.row.as_str())
    }

    /// Another row with the same answer, where each is given once only. A row that is known to be
    /// gone keeps its decision and holds nothing.
    pub(crate) fn holder(&self, row: &str, answer: &str) -> Option<&str> {
        let rows = self.given.get(answer)?.iter();
        let mut others = rows.filter(|other| *other != row && !self.rows().lacks(other));
        others.next().map(String::as_str)
    }

    /// The name of [`Self::holder`].
    pub(crate) fn also_given(&self, row: &str, answer: &str) -> Option<String> {
        let other = self.holder(row, answer)?;
        let name = self.rows().get(other).map(|item| item.record.name.clone());
        name.or_else(|| Some(self.decisions.get(other)?.name.clone()))
    }

    /// What is different about a row from the last time.
    pub(crate) fn change(&self, row: &str) -> Option<ItemChange> {
        let list = self.rows();
        if list.new.contains(row) {
            return Some(ItemChange::New);
        }
        let was = list.changes.renamed.get(row)?.clone();
        Some(ItemChange::Renamed { was })
    }

    /// The name that a row's answer had the last time, where it has another now.
    pub(crate) fn answer_renamed(&self, row: &str) -> Option<&String> {
        match &self.decisions.get(row)?.verdict {
            Verdict::Accepted { id, .. } => self.answers().changes.renamed.get(id),
            Verdict::Later | Verdict::Ignored => None,
        }
    }

    /// Decisions about rows that are known to be gone: they are kept.
    pub(crate) fn kept(&self) -> impl Iterator<Item = &Decision> {
        let decisions = self.decisions.values();
        decisions.filter(|decision| self.rows().lacks(&decision.row))
    }

    /// Whether the row at a place fits a filter.
    pub(crate) fn fits(&self, place: usize, filter: RowFilter) -> bool {
        let row = &self.rows().items[place].record.id;
        let undecided = || !self.decisions.contains_key(row);
        let standing = |standing| self.standing(row) == standing;
        match filter {
            RowFilter::All => true,
            RowFilter::Undecided => undecided(),
            RowFilter::Accepted => standing(RowStanding::Accepted),
            RowFilter::Later => standing(RowStanding::Later),
            RowFilter::Ignored => standing(RowStanding::Ignored),
            RowFilter::Conflicts => {
                let decision = self.decisions.get(row);
                decision.is_some_and(|decision| self.has_conflict(decision))
            }
            RowFilter::Changed => {
                let list = self.rows();
                list.new.contains(row)
                    || list.changes.renamed.contains_key(row)
                    || self.answer_renamed(row).is_some()
            }
        }
    }

    /// How many rows stand how.
    pub(crate) fn counts(&self) -> MappingCounts {
        let mut counts = MappingCounts {
            kept: u32::try_from(self.kept().count()).unwrap_or(u32::MAX),
            ..MappingCounts::default()
        };
        for (place, item) in self.rows().items.iter().enumerate() {
            counts.rows += 1;
            match self.standing(&item.record.id) {
                RowStanding::Accepted => counts.accepted += 1,
                RowStanding::Later => counts.later += 1,
                RowStanding::Ignored => counts.ignored += 1,
                RowStanding::Undecided => {
                    counts.undecided += 1;
                    match self.class(place) {
                        Some(SuggestionClass::Exact) => counts.exact += 1,
                        Some(SuggestionClass::Likely) => counts.likely += 1,
                        Some(SuggestionClass::Review) => counts.review += 1,
                        Some(SuggestionClass::None) => counts.none += 1,
                        None => {}
                    }
                }
            }
            counts.conflicts += u32::from(self.fits(place, RowFilter::Conflicts));
            counts.changed += u32::from(self.fits(place, RowFilter::Changed));
        }
        counts
    }
}

impl From<store::DecidedBy> for WhoDecided {
    fn from(by: store::DecidedBy) -> Self {
        match by {
            store::DecidedBy::Person => Self::Person,
            store::DecidedBy::Suggestion => Self::Suggestion,
        }
    }
}
