//! Deciding about rows: kept in the store first, shown after.

use std::collections::HashSet;

use jiff::Timestamp;
use store::{DecidedBy, Decision, Store, Verdict};

use super::{Board, Item};
use crate::error::CommandError;
use crate::wire::{Deciding, SuggestionClass};

/// A row and what is decided of it; nothing any more.
pub(crate) type Choice = (String, Option<Decision>);

/// Decides about rows as a person says. Rows that are not in the list and answers that are not
/// there leave everything as it is.
pub(crate) async fn decide(
    board: &mut Board,
    store: &Store,
    rows: &[String],
    deciding: &Deciding,
) -> Result<Vec<String>, CommandError> {
    let choices = choices(board, rows, deciding);
    keep(board, store, choices).await
}

/// Accepts every undecided row whose suggestion is of these classes, in one step; how many rows
/// had to be left. Where each is given once only, the first row that is suggested an answer has it.
pub(crate) async fn accept(
    board: &mut Board,
    store: &Store,
    classes: &[SuggestionClass],
) -> Result<(Vec<String>, usize), CommandError> {
    let mut taken: HashSet<&str> = HashSet::new();
    let mut choices = Vec::new();
    let mut left = 0;
    for (place, row) in board.rows().items.iter().enumerate() {
        let is_asked = board
            .class(place)
            .is_some_and(|class| classes.contains(&class));
        if !is_asked || board.decisions.contains_key(&row.record.id) {
            continue;
        }
        let Some(answer) = board.suggested(place) else {
            continue;
        };
        if !board.spec.many_to_one && !taken.insert(&answer.record.id) {
            left += 1;
            continue;
        }
        choices.push(accepted(board, row, answer, DecidedBy::Suggestion));
    }
    Ok((keep(board, store, choices).await?, left))
}

fn choices(board: &Board, rows: &[String], deciding: &Deciding) -> Vec<Choice> {
    let list = board.rows();
    let mut choices = Vec::new();
    for id in rows {
        // A row that is gone from its list may still have a decision to clear.
        let known = list.get(id);
        let choice = match (deciding, known) {
            (Deciding::Clear, _) => board.decisions.contains_key(id).then(|| (id.clone(), None)),
            (_, None) => None,
            (Deciding::Accept { id }, Some(row)) => board
                .answers()
                .get(id)
                .map(|answer| accepted(board, row, answer, DecidedBy::Person)),
            (Deciding::Later, Some(row)) => {
                Some(decided(board, row, Verdict::Later, DecidedBy::Person))
            }
            (Deciding::Ignore, Some(row)) => {
                Some(decided(board, row, Verdict::Ignored, DecidedBy::Person))
            }
        };
        choices.extend(choice);
    }
    choices
}

fn accepted(board: &Board, row: &Item, answer: &Item, by: DecidedBy) -> Choice {
    let verdict = Verdict::Accepted {
        id: answer.record.id.clone(),
        name: answer.record.name.clone(),
    };
    decided(board, row, verdict, by)
}

fn decided(board: &Board, row: &Item, verdict: Verdict, by: DecidedBy) -> Choice {
    let decision = Decision {
        row: row.record.id.clone(),
        name: row.record.name.clone(),
        verdict,
        by,
        decided: Timestamp::now(),
        under: board.under.clone(),
    };
    (row.record.id.clone(), Some(decision))
}

/// Keeps choices as one step; says which rows they are about.
pub(crate) async fn keep(
    board: &mut Board,
    store: &Store,
    choices: Vec<Choice>,
) -> Result<Vec<String>, CommandError> {
    let rows: Vec<String> = choices.iter().map(|(row, _)| row.clone()).collect();
    if !rows.is_empty() {
        store
            .decide(board.connection, &board.spec.key, choices.clone())
            .await?;
        board.note(choices);
    }
    Ok(rows)
}
