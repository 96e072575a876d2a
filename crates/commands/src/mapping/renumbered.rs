//! Decisions about entries whose name was their id, because their list had no ids.
//!
//! A later list with ids gives every one of them another. Where exactly one of its rows has the
//! name, it is the same entry, and what was decided goes over to it in one step, which can be taken
//! back. Called when a list is kept.

use std::collections::{BTreeMap, HashMap, HashSet};

use store::{Decision, Side, Verdict};

use super::decide::Choice;
use super::{Board, Changes, Item};

/// The new ids of entries, by what was their id and their name.
pub(crate) struct Renumbered(BTreeMap<String, String>);

impl Renumbered {
    /// What of a side has another id in a new list.
    pub(crate) fn of(board: &Board, side: Side, now: &[Item]) -> Self {
        let ids: HashSet<&str> = now.iter().map(|item| item.record.id.as_str()).collect();
        let mut by_name: HashMap<&str, Vec<&str>> = HashMap::new();
        for item in now {
            let ids = by_name.entry(&item.record.name).or_default();
            ids.push(&item.record.id);
        }
        let listed = board.list(side).items.iter();
        let listed = listed.map(|item| (&item.record.id, &item.record.name));
        let decided = board.decisions.values().filter_map(|decision| {
            match (&decision.verdict, side == board.asking()) {
                (_, true) => Some((&decision.row, &decision.name)),
                (Verdict::Accepted { id, name }, false) => Some((id, name)),
                _ => None,
            }
        });
        let nameless = listed
            .chain(decided)
            .filter(|(id, name)| id == name && !ids.contains(id.as_str()));
        let new = nameless.filter_map(|(id, name)| match by_name.get(name.as_str())?.as_slice() {
            [only] => Some((id.clone(), (*only).to_owned())),
            _ => None,
        });
        Self(new.collect())
    }

    /// Takes back what is no change: the entry is there under its new id.
    pub(crate) fn without(&self, mut changes: Changes) -> Changes {
        let new: HashSet<&String> = self.0.values().collect();
        changes.new.retain(|id| !new.contains(id));
        changes.gone.retain(|id, _| !self.0.contains_key(id));
        changes
    }

    /// The decisions as they are with the new ids. A row that has its own decision keeps it.
    pub(crate) fn choices(&self, board: &Board, side: Side) -> Vec<Choice> {
        let mut decisions: Vec<&Decision> = board.decisions.values().collect();
        decisions.sort_by_key(|decision| &decision.row);
        let is_asking = side == board.asking();
        let mut choices = Vec::new();
        for decision in decisions {
            match &decision.verdict {
                _ if is_asking => {
                    let new = self.0.get(&decision.row);
                    let free = new.filter(|new| !board.decisions.contains_key(*new));
                    let Some(row) = free.cloned() else { continue };
                    let moved = Decision {
                        row: row.clone(),
                        ..decision.clone()
                    };
                    choices.push((row, Some(moved)));
                    choices.push((decision.row.clone(), None));
                }
                Verdict::Accepted { id, name } => {
                    let Some(id) = self.0.get(id).cloned() else {
                        continue;
                    };
                    let name = name.clone();
                    let moved = Decision {
                        verdict: Verdict::Accepted { id, name },
                        ..decision.clone()
                    };
                    choices.push((decision.row.clone(), Some(moved)));
                }
                Verdict::Later | Verdict::Ignored => {}
            }
        }
        choices
    }
}
