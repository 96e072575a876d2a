//! The rows in sight: filtered, searched, with everything that is shown of them.

use std::sync::Arc;

use mapping::Candidate;
use store::{Decision, Verdict};

use super::board::Filtered;
use super::folded::Words;
use super::in_sight::in_sight;
use super::{Board, Item};
use crate::wire::{
    MappingCandidate, MappingItem, MappingRow, MappingRows, RowFilter, RowFrom, RowWindow,
};

/// The rows in sight.
pub(crate) fn window(board: &mut Board, request: &RowWindow) -> MappingRows {
    let places = filtered(board, request);
    let (total, shown) = in_sight(places.iter(), request.offset, request.count);
    let place = match (&request.place_of, request.undecided_from) {
        (Some(id), _) => place_of(board, &places, id),
        (None, Some(from)) => next_undecided(board, &places, from),
        (None, None) => None,
    };
    MappingRows {
        total,
        rows: shown.into_iter().map(|place| row(board, *place)).collect(),
        place: place.and_then(|place| u32::try_from(place).ok()),
    }
}

/// Where a row is among those that fit, which are in the order of the list.
fn place_of(board: &Board, places: &[usize], id: &str) -> Option<usize> {
    let in_list = board.rows().by_id.get(id)?;
    places.binary_search(in_list).ok()
}

/// The next row of which nothing is decided; behind the last one it goes on with the first.
fn next_undecided(board: &Board, places: &[usize], from: RowFrom) -> Option<usize> {
    let start = usize::try_from(from.place).unwrap_or(usize::MAX);
    let start = start.min(places.len().checked_sub(1)?);
    let is_undecided = |place: &usize| board.fits(places[*place], RowFilter::Undecided);
    if from.up {
        let mut round = (0..start).rev().chain((start..places.len()).rev());
        round.find(is_undecided)
    } else {
        let mut round = (start + 1..places.len()).chain(0..=start);
        round.find(is_undecided)
    }
}

/// The places of the rows that fit; the last ones are remembered, because scrolling asks for
/// them again and again.
fn filtered(board: &mut Board, request: &RowWindow) -> Arc<Vec<usize>> {
    let (filter, class, text) = (request.filter, request.class, &request.text);
    let same = |it: &&Filtered| {
        (it.filter, it.class, it.version) == (filter, class, board.version) && it.text == *text
    };
    if let Some(known) = board.filtered.as_ref().filter(same) {
        return Arc::clone(&known.places);
    }
    let words = Words::of(text);
    let places: Vec<usize> = (0..board.rows().items.len())
        .filter(|place| board.fits(*place, filter))
        .filter(|place| class.is_none() || board.class(*place) == class)
        .filter(|place| words.is_empty() || has_all(board, *place, &words))
        .collect();
    let places = Arc::new(places);
    board.filtered = Some(Filtered {
        filter,
        class,
        text: text.clone(),
        version: board.version,
        places: Arc::clone(&places),
    });
    places
}

/// Whether the words are in the row, or in its answer: the one it has, or the one it is suggested.
fn has_all(board: &Board, place: usize, words: &Words) -> bool {
    let (rows, answers) = (board.rows(), board.answers());
    if rows.folded().has_all(place, words) {
        return true;
    }
    let id = &rows.items[place].record.id;
    let answer = match board.decisions.get(id).map(|it| &it.verdict) {
        None => board.suggested(place).map(|answer| &answer.record.id),
        Some(Verdict::Accepted { id, .. }) => Some(id),
        Some(Verdict::Later | Verdict::Ignored) => None,
    };
    answer
        .and_then(|id| answers.by_id.get(id))
        .is_some_and(|answer| answers.folded().has_all(*answer, words))
}

fn row(board: &Board, place: usize) -> MappingRow {
    let item = &board.rows().items[place];
    let id = &item.record.id;
    let decision = board.decisions.get(id);
    let proposals = board.suggestions.as_ref();
    let suggestion = proposals.and_then(|all| all.suggestions.get(place));
    let candidates = suggestion.map(|it| it.candidates.as_slice());
    let said = |answer: usize| proposals?.words.get(&(place, answer)).cloned();
    MappingRow {
        item: item.shown(),
        standing: board.standing(id),
        by: decision.map(|decision| decision.by.into()),
        answer: decision.and_then(|decision| answer(board, decision)),
        class: board.class(place),
        reason: board.reason(place),
        suggestion: board.suggested(place).map(Item::shown),
        candidates: candidates
            .unwrap_or_default()
            .iter()
            .map(|it| {
                let said = said(it.organisation);
                candidate(board, id, it, said)
            })
            .collect(),
        conflict: board.conflict(id),
        change: board.change(id),
        answer_renamed: board.answer_renamed(id).cloned(),
        hint: item.hint.clone(),
    }
}

/// The answer that a decision names, as its list has it, or as it was when it was decided.
fn answer(board: &Board, decision: &Decision) -> Option<MappingItem> {
    let Verdict::Accepted { id, name } = &decision.verdict else {
        return None;
    };
    let known = board.answers().get(id).map(Item::shown);
    known.or_else(|| {
        Some(MappingItem {
            id: id.clone(),
            name: name.clone(),
            about: String::new(),
        })
    })
}

fn candidate(
    board: &Board,
    row: &str,
    candidate: &Candidate,
    said: Option<String>,
) -> MappingCandidate {
    let item = board.answers().items[candidate.organisation].shown();
    MappingCandidate {
        percent: percent(candidate.score),
        reason: said.unwrap_or_else(|| candidate.reason.to_string()),
        taken_by: board.also_given(row, &item.id),
        item,
    }
}

/// A score from 0 to 1 as a whole number of hundredths.
fn percent(score: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it was brought between 0 and 100"
    )]
    let percent = (score.clamp(0.0, 1.0) * 100.0).round() as u32;
    percent
}
