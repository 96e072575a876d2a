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

#[cfg(test)]
mod tests {
    use mapping::Record;
    use serde_json::json;
    use setup::profile::{Mapping, MappingKind, built_in};
    use store::{KeptSide, Side};
    use tokio_util::sync::CancellationToken;

    use super::*;
    use crate::mapping::{Lists, Progress, made, write};

    /// A mapping of statuses in which each answer is given once, with suggestions.
    async fn statuses(store: &Store, halo: &[&str], vendor: &[&str]) -> Board {
        let mappings = built_in::all().iter().flat_map(|it| &it.mappings);
        let mut of_statuses = mappings.filter(|it| it.kind == MappingKind::Statuses);
        let spec = Mapping {
            many_to_one: false,
            depends_on: None,
            ..of_statuses.next().unwrap().clone()
        };
        let connection = store.create("some", "built-in", "Some").await.unwrap();
        for (side, names) in [(Side::Halo, halo), (Side::Vendor, vendor)] {
            let item = |name: &&str| Item {
                record: Record {
                    id: format!("id-{name}"),
                    name: (*name).to_owned(),
                    ..Record::default()
                },
                ..Item::default()
            };
            let items: Vec<Item> = names.iter().map(item).collect();
            let kept = KeptSide {
                read: Timestamp::now(),
                source: json!({}),
                rows: write(&items),
                changes: json!({}),
            };
            let keep = store.keep_mapping_side(connection.id, &spec.key, side, &kept);
            keep.await.unwrap();
        }
        let mut board = Board::load(store, &connection, spec).await.unwrap();
        let (progress, cancel) = (Progress::default(), CancellationToken::new());
        let lists = std::sync::Arc::new(Lists::of(&board));
        let proposals = made(lists, &progress, &cancel).await.unwrap();
        board.suggestions = Some(std::sync::Arc::new(proposals));
        board
    }

    #[tokio::test]
    async fn of_two_rows_with_one_suggestion_the_first_has_it_and_the_other_is_counted() {
        let store = Store::in_memory().unwrap();
        let mut board = statuses(&store, &["Closed", "CLOSED", "New"], &["closed", "new"]).await;
        let sure = [SuggestionClass::Exact, SuggestionClass::Likely];
        let (rows, left) = accept(&mut board, &store, &sure).await.unwrap();
        assert_eq!(
            (rows.as_slice(), left),
            (&["id-Closed", "id-New"].map(str::to_owned)[..], 1)
        );
        assert_eq!(board.counts().conflicts, 0);
        assert_eq!(board.class(1), Some(SuggestionClass::Review));
        // Nothing is left that could be accepted, until the answer is free again.
        let again = accept(&mut board, &store, &sure).await.unwrap();
        assert_eq!(again, (Vec::new(), 0));
        let first = ["id-Closed".to_owned()];
        decide(&mut board, &store, &first, &Deciding::Ignore)
            .await
            .unwrap();
        let (rows, left) = accept(&mut board, &store, &sure).await.unwrap();
        assert_eq!((rows.as_slice(), left), (&["id-CLOSED".to_owned()][..], 0));
    }
}
