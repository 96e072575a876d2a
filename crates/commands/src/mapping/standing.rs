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
        let Verdict::Accepted { id, name } = &decision.verdict else {
            return None;
        };
        if self.answers().lacks(id) {
            return Some(RowConflict::Gone {
                words: words::say_with("mapping-conflict-gone", &[("name", name)]),
            });
        }
        if let Some(with) = self.also_given(row, id) {
            let words = words::say_with("mapping-conflict-shared", &[("name", &with)]);
            return Some(RowConflict::Shared { with, words });
        }
        self.is_asked_again(decision)
            .then(|| RowConflict::AskAgain {
                words: words::say("mapping-conflict-ask-again"),
            })
    }

    /// Whether something stands against the decision of a row, without saying it.
    fn has_conflict(&self, decision: &Decision) -> bool {
        let Verdict::Accepted { id, .. } = &decision.verdict else {
            return false;
        };
        self.answers().lacks(id)
            || self.given.get(id).is_some_and(|rows| rows.len() > 1)
            || self.is_asked_again(decision)
    }

    /// What it depends on was decided after this was.
    fn is_asked_again(&self, decision: &Decision) -> bool {
        self.asked_since
            .is_some_and(|since| decision.decided < since)
    }

    /// The name of another row with the same answer, where each is given once only.
    pub(crate) fn also_given(&self, row: &str, answer: &str) -> Option<String> {
        let rows = self.given.get(answer)?;
        let other = rows.iter().find(|other| *other != row)?;
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

    /// Whether the row at a place fits a filter.
    pub(crate) fn fits(&self, place: usize, filter: RowFilter) -> bool {
        let row = &self.rows().items[place].record.id;
        let undecided = || !self.decisions.contains_key(row);
        let suggested = |class| undecided() && self.class(place) == Some(class);
        let standing = |standing| self.standing(row) == standing;
        match filter {
            RowFilter::All => true,
            RowFilter::Undecided => undecided(),
            RowFilter::Exact => suggested(SuggestionClass::Exact),
            RowFilter::Likely => suggested(SuggestionClass::Likely),
            RowFilter::Review => suggested(SuggestionClass::Review),
            RowFilter::None => suggested(SuggestionClass::None),
            RowFilter::Accepted => standing(RowStanding::Accepted),
            RowFilter::Later => standing(RowStanding::Later),
            RowFilter::Ignored => standing(RowStanding::Ignored),
            RowFilter::Conflicts => {
                let decision = self.decisions.get(row);
                decision.is_some_and(|decision| self.has_conflict(decision))
            }
            RowFilter::Changed => {
                let list = self.rows();
                list.new.contains(row) || list.changes.renamed.contains_key(row)
            }
        }
    }

    /// How many rows stand how.
    pub(crate) fn counts(&self) -> MappingCounts {
        let mut counts = MappingCounts::default();
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
