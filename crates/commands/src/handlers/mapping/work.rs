//! What runs in the background for a mapping: its progress, its stop switch, its end.

use std::sync::Arc;

use halo::Which;
use jiff::Timestamp;
use store::{KeptSide, Side};
use tokio_util::sync::CancellationToken;

use super::At;
use crate::error::CommandError;
use crate::mapping::{
    self as at_work, Broken, Changes, HaloList, Item, LeftOut, Progress, Source, showing_waits,
};
use crate::probe;
use crate::wire::{MappingEnd, MappingRun};
use crate::wizard::Wizard;
use crate::words;

/// Keeps a list in the store, with what is different from the one before, and shows it.
pub(super) async fn keep_list(
    wizard: &Wizard,
    at: &At,
    side: Side,
    items: Vec<Item>,
    mut source: Source,
) -> Result<(), CommandError> {
    let mut open = at.open(wizard).await?;
    let board = open.board();
    let before = board.list(side);
    let changes = Changes::between(before.read.map(|_| before.items.as_slice()), &items);
    let mut changes = changes.without_left_out(&before.source.withheld, &source.withheld);
    if source.missing > 0 {
        // What did not come may still be there.
        changes.gone.clear();
    }
    let known = board.known(side);
    source.withheld.retain(|id| known.contains_key(id));
    let json = |value: Result<serde_json::Value, serde_json::Error>| value.unwrap_or_default();
    let kept = KeptSide {
        read: Timestamp::now(),
        source: json(serde_json::to_value(Source {
            rows: u32::try_from(items.len()).unwrap_or(u32::MAX),
            ..source
        })),
        rows: at_work::write(&items),
        changes: json(serde_json::to_value(changes)),
    };
    wizard
        .store()
        .keep_mapping_side(at.connection.id, &at.spec.key, side, &kept)
        .await?;
    board.load_list(wizard.store(), side).await
}

/// Whether what was read is kept to go on from, when the work ends early.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KeepsPages {
    /// Page by page.
    Yes,
    /// Nothing of it.
    No,
}

/// Something that runs in the background.
pub(super) struct Work {
    pub(super) wizard: Wizard,
    pub(super) at: At,
    pub(super) progress: Progress,
    pub(super) cancel: CancellationToken,
    keeps_pages: KeepsPages,
}

impl Work {
    /// Signs in to Halo and reads its list.
    pub(super) async fn halo_list(&self, which: Which) -> Result<HaloList, Broken> {
        let (wizard, connection) = (&self.wizard, &self.at.connection);
        self.progress
            .show(&words::say("mapping-signing-in"), 0, None);
        let (known, vendor) = {
            let mut open = self.at.open(wizard).await?;
            let board = open.board();
            (
                board.still_known(Side::Halo),
                Arc::clone(&board.vendor.items),
            )
        };
        let plan = wizard.plan(connection).await?;
        let target = wizard.target(connection).await;
        let errand = at_work::errand(&self.cancel);
        let reading = async {
            let opening = probe::open(wizard.transport(), &errand, &plan, &target);
            let halo = match Box::pin(opening).await {
                Err(_) if self.cancel.is_cancelled() => return Err(Broken::Cancelled),
                opened => opened?,
            };
            let reading = at_work::Reading {
                store: wizard.store(),
                connection: connection.id,
                mapping: &self.at.spec.key,
                kind: self.at.spec.kind,
                which,
                known,
                vendor,
                progress: &self.progress,
                cancel: &self.cancel,
            };
            at_work::read_halo(&reading, &halo, &errand).await
        };
        showing_waits(&errand, &self.progress, reading).await
    }

    /// Keeps a list that was read; gives back what of it could not be used.
    pub(super) async fn keep(
        &self,
        side: Side,
        items: Vec<Item>,
        source: Source,
        left_out: LeftOut,
    ) -> Result<LeftOut, Broken> {
        let source = Source {
            left_out: left_out.rows,
            ..source
        };
        keep_list(&self.wizard, &self.at, side, items, source).await?;
        Ok(left_out)
    }

    /// How it ended, with the mapping as it is then.
    async fn end(&self, outcome: Result<LeftOut, Broken>) -> Result<MappingEnd, CommandError> {
        let mut open = self.at.open(&self.wizard).await?;
        let board = open.board();
        if outcome.is_err() {
            // Pages may have been kept.
            board.note_begun(self.wizard.store()).await?;
        }
        let kept = match self.keeps_pages {
            KeepsPages::Yes => board.halo.begun.map_or(0, |begun| begun.rows),
            KeepsPages::No => 0,
        };
        Ok(match outcome {
            Ok(left_out) => MappingEnd::Done {
                view: Box::new(self.at.view(&self.wizard, board).await),
                left_out: left_out.rows,
                problems: left_out.problems,
            },
            Err(Broken::Cancelled) => MappingEnd::Cancelled { kept },
            Err(Broken::Because(message)) => MappingEnd::Stopped { message, kept },
        })
    }
}

/// Starts something in the background, to be watched by its number.
pub(super) fn start<Running>(
    wizard: &Wizard,
    at: At,
    keeps_pages: KeepsPages,
    run: impl FnOnce(Arc<Work>) -> Running + Send + 'static,
) -> MappingRun
where
    Running: Future<Output = Result<LeftOut, Broken>> + Send,
{
    let (number, progress, cancel) = wizard.mapping_runs().begin();
    let work = Arc::new(Work {
        wizard: wizard.clone(),
        at,
        progress,
        cancel,
        keeps_pages,
    });
    tokio::spawn(async move {
        let outcome = Box::pin(run(Arc::clone(&work))).await;
        let end = work.end(outcome).await;
        work.progress
            .end(end.unwrap_or_else(|error| MappingEnd::Stopped {
                message: error.message,
                kept: 0,
            }));
    });
    MappingRun { run: number }
}
