//! Looking for an answer among all there are.

use super::{Board, Item, item};
use crate::wire::{FindOptions, FoundOptions, MappingOption};

/// Most answers that are shown.
const SHOWN: usize = 50;

/// What could be the answer of a row.
pub(crate) fn find(board: &Board, request: &FindOptions) -> FoundOptions {
    let words = item::words(&request.text);
    let typed = request.text.trim().to_lowercase();
    let row = board.rows().get(&request.row);
    let suits = |answer: &&Item| row.is_none_or(|row| board.suits(row, answer));
    let mut found: Vec<&Item> = board
        .answers()
        .items
        .iter()
        .filter(suits)
        .filter(|answer| answer.has_all(&words))
        .collect();
    if !typed.is_empty() {
        // Stable: within both kinds the list's own order stays.
        found.sort_by_key(|answer| !answer.record.name.to_lowercase().starts_with(&typed));
    }
    let option = |answer: &&Item| MappingOption {
        item: answer.shown(),
        taken_by: board.also_given(&request.row, &answer.record.id),
    };
    FoundOptions {
        total: u32::try_from(found.len()).unwrap_or(u32::MAX),
        options: found.iter().take(SHOWN).map(option).collect(),
    }
}
