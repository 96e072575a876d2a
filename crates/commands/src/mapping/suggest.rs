//! Suggestions for a whole mapping, away from the threads that answer the page.

use std::collections::HashMap;
use std::sync::Arc;

use mapping::meaning::Vocabulary;
use mapping::{Cancelled, Options, Record, Suggestion, Watch};
use setup::profile::MappingKind;
use store::Side;
use tokio_util::sync::CancellationToken;

use super::external_ids::of_halo;
use super::{Board, Broken, Item, Progress, meaning};
use crate::words;

/// Suggestions for every row of a mapping.
#[derive(Debug, Default)]
pub(crate) struct Proposals {
    /// One for each row.
    pub(crate) suggestions: Vec<Suggestion>,
    /// Why, in words, by places of row and answer: only where the suggestion itself does not
    /// know.
    pub(crate) words: HashMap<(usize, usize), String>,
}

impl Proposals {
    fn of(suggestions: Vec<Suggestion>) -> Self {
        Self {
            suggestions,
            words: HashMap::new(),
        }
    }
}

/// What suggestions are made of: the lists as they were when it began.
pub(crate) struct Lists {
    kind: MappingKind,
    rows: Arc<Vec<Item>>,
    answers: Arc<Vec<Item>>,
    /// For each row the answers that suit it; none where lists are too long to say so.
    suited: Vec<Vec<usize>>,
    options: Options,
    /// Whose rows are asked about.
    asking: Side,
}

impl Lists {
    /// The lists of a board.
    pub(crate) fn of(board: &Board) -> Self {
        let rows = Arc::clone(&board.rows().items);
        let answers = Arc::clone(&board.answers().items);
        let by_meaning = matches!(
            board.spec.kind,
            MappingKind::Statuses | MappingKind::TicketTypes
        );
        let suiting = |row: &Item| {
            let answers = answers.iter().enumerate();
            let fit = answers.filter(|(_, answer)| board.suits(row, answer));
            fit.map(|(place, _)| place).collect()
        };
        Self {
            kind: board.spec.kind,
            suited: if by_meaning {
                rows.iter().map(suiting).collect()
            } else {
                Vec::new()
            },
            options: Options {
                many_to_one: board.spec.many_to_one,
                threads: 0,
            },
            asking: board.asking(),
            rows,
            answers,
        }
    }

    /// Halo's customers, each with the vendor's list as its answers, whichever is asked about.
    pub(super) fn of_halo(rows: Arc<Vec<Item>>, answers: Arc<Vec<Item>>) -> Self {
        Self {
            kind: MappingKind::Customers,
            rows,
            answers,
            suited: Vec::new(),
            options: Options::default(),
            asking: Side::Halo,
        }
    }

    /// The records of rows and answers: Halo's with the ids by which the vendor's list knows them.
    fn records(&self) -> (Vec<Record>, Vec<Record>) {
        let plain = |items: &[Item]| items.iter().map(|item| item.record.clone()).collect();
        let (rows, answers) = (&self.rows, &self.answers);
        match self.asking {
            Side::Halo => (of_halo(rows, answers), plain(answers)),
            Side::Vendor => (plain(rows), of_halo(answers, rows)),
        }
    }

    /// Whether these are still the lists of the board.
    pub(crate) fn are_of(&self, board: &Board) -> bool {
        Arc::ptr_eq(&self.rows, &board.rows().items)
            && Arc::ptr_eq(&self.answers, &board.answers().items)
    }
}

/// Makes suggestions on a thread of its own.
pub(crate) async fn made(
    lists: Arc<Lists>,
    progress: &Progress,
    cancel: &CancellationToken,
) -> Result<Proposals, Broken> {
    let (progress, cancel) = (progress.clone(), cancel.clone());
    let making = move || suggest(&lists, &progress, &cancel);
    match tokio::task::spawn_blocking(making).await {
        Ok(made) => made.map_err(|_| Broken::Cancelled),
        Err(stopped) => std::panic::resume_unwind(stopped.into_panic()),
    }
}

/// Makes suggestions. Blocks for as long as that takes.
fn suggest(
    lists: &Lists,
    progress: &Progress,
    cancel: &CancellationToken,
) -> Result<Proposals, Cancelled> {
    let by_meaning =
        |vocabulary| meaning::suggest(&lists.rows, &lists.answers, &lists.suited, vocabulary);
    match lists.kind {
        MappingKind::Statuses => Ok(by_meaning(Vocabulary::Statuses)),
        MappingKind::TicketTypes => Ok(by_meaning(Vocabulary::TicketTypes)),
        MappingKind::Customers | MappingKind::Agents => {
            let watch = Shown {
                what: words::say("mapping-comparing"),
                progress,
                cancel,
            };
            let (rows, answers) = lists.records();
            mapping::suggest(&rows, &answers, &lists.options, &watch).map(Proposals::of)
        }
    }
}

struct Shown<'a> {
    what: String,
    progress: &'a Progress,
    cancel: &'a CancellationToken,
}

impl Watch for Shown<'_> {
    fn progress(&self, done: usize, of: usize) {
        self.progress.show(&self.what, done, Some(of));
    }

    fn cancelled(&self) -> bool {
        self.cancel.is_cancelled()
    }
}
