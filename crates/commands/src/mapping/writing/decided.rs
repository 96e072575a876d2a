//! What is decided on a board, as far as it can be written.

use store::Verdict;

use super::plan::Decided;
use crate::mapping::Board;

/// The customers that have their company, in the order of Halo's list; those that are gone from it
/// come last.
pub(crate) fn decided(board: &Board) -> Vec<Decided> {
    let rows = board.rows();
    let listed = rows.items.iter();
    let mut decided: Vec<Decided> = listed
        .filter_map(|item| one(board, &item.record.id, Some(&item.record.name)))
        .collect();
    let mut gone: Vec<Decided> = board
        .decisions
        .keys()
        .filter(|row| rows.get(row).is_none())
        .filter_map(|row| one(board, row, None))
        .collect();
    gone.sort_by(|a, b| a.names.cmp(&b.names));
    decided.append(&mut gone);
    decided
}

/// What is decided of one row, with the name that it has today.
fn one(board: &Board, row: &str, today: Option<&String>) -> Option<Decided> {
    let decision = board.decisions.get(row)?;
    let Verdict::Accepted { id, name } = &decision.verdict else {
        return None;
    };
    let mut names: Vec<String> = today.into_iter().cloned().collect();
    if !names.contains(&decision.name) {
        names.push(decision.name.clone());
    }
    Some(Decided {
        customer: row.to_owned(),
        names,
        company: id.clone(),
        company_name: name.clone(),
        is_gone: today.is_none(),
        shared_with: board.also_given(row, id),
    })
}
