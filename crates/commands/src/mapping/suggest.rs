//! Suggestions for a whole mapping, away from the threads that answer the page.

use std::collections::HashMap;
use std::sync::Arc;

use mapping::meaning::Vocabulary;
use mapping::{Cancelled, Options, Record, Suggestion, Watch};
use setup::profile::MappingKind;
use store::Side;
use tokio_util::sync::CancellationToken;

use super::{Board, Item, Progress, meaning};
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
    /// Which list is Halo's, where the vendor's names customers by Halo's ids.
    halo: Option<Rows>,
}

/// One of the two lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rows {
    Asking,
    Answers,
}

/// What begins the external id that a Halo customer has in the vendor's product.
const HALO: &str = "Halo ";

/// A Halo customer's id as the vendor's product knows it: it equals no other product's id.
pub(crate) fn known_to_halo(id: &str) -> String {
    format!("{HALO}{id}")
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
            halo: {
                let knows = |item: &Item| {
                    item.record
                        .external_ids
                        .iter()
                        .any(|id| id.starts_with(HALO))
                };
                let (halo, vendor) = match board.asking() {
                    Side::Halo => (Rows::Asking, &answers),
                    Side::Vendor => (Rows::Answers, &rows),
                };
                vendor.iter().any(knows).then_some(halo)
            },
            rows,
            answers,
        }
    }

    /// The records of a list; Halo's know their own ids where the vendor's name them.
    fn records(&self, which: Rows) -> Vec<Record> {
        let items = match which {
            Rows::Asking => &self.rows,
            Rows::Answers => &self.answers,
        };
        let mut records: Vec<Record> = items.iter().map(|item| item.record.clone()).collect();
        if self.halo == Some(which) {
            for record in &mut records {
                let own = known_to_halo(&record.id);
                record.external_ids.push(own);
            }
        }
        records
    }

    /// Whether these are still the lists of the board.
    pub(crate) fn are_of(&self, board: &Board) -> bool {
        Arc::ptr_eq(&self.rows, &board.rows().items)
            && Arc::ptr_eq(&self.answers, &board.answers().items)
    }
}

/// Makes suggestions. Blocks for as long as that takes; meant for a thread of its own.
pub(crate) fn suggest(
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
            let (rows, answers) = (lists.records(Rows::Asking), lists.records(Rows::Answers));
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
