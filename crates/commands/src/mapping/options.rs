//! Looking for an answer among all there are.

use super::folded::Words;
use super::{Board, Item};
use crate::wire::{FindOptions, FoundOptions, MappingOption};

/// Most answers that are shown.
const SHOWN: usize = 50;

/// What could be the answer of a row.
pub(crate) fn find(board: &Board, request: &FindOptions) -> FoundOptions {
    let words = Words::of(&request.text);
    let answers = board.answers();
    let row = board.rows().get(&request.row);
    let suits = |answer: &Item| row.is_none_or(|row| board.suits(row, answer));
    let places = 0..answers.items.len();
    let mut found: Vec<usize> = places
        .filter(|place| suits(&answers.items[*place]))
        .filter(|place| words.is_empty() || answers.folded().has_all(*place, &words))
        .collect();
    if !words.is_empty() {
        let typed = mapping::searchable(request.text.trim());
        // Stable: within both kinds the list's own order stays.
        found.sort_by_key(|place| !answers.folded().begins_with(*place, &typed));
    }
    let option = |answer: &Item| MappingOption {
        item: answer.shown(),
        taken_by: board.also_given(&request.row, &answer.record.id),
    };
    FoundOptions {
        total: u32::try_from(found.len()).unwrap_or(u32::MAX),
        options: found
            .iter()
            .take(SHOWN)
            .map(|place| option(&answers.items[*place]))
            .collect(),
    }
}
