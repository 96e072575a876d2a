//! Readings and suggestions in the background, by number: started, watched and stopped by the
//! page, which asks for progress and waits a bounded time.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::wire::{MappingEnd, MappingProgress};

/// How long one call to watch a run may take.
const WATCH: Duration = Duration::from_secs(10);
/// How many runs are remembered.
const KEPT: usize = 8;

/// The runs since the program began.
#[derive(Default)]
pub(crate) struct MappingRuns(Mutex<BTreeMap<u32, Run>>);

#[derive(Clone)]
struct Run {
    progress: Progress,
    cancel: CancellationToken,
}

impl MappingRuns {
    /// Makes room for a new run and gives its number, its progress and its stop switch.
    pub(crate) fn begin(&self) -> (u32, Progress, CancellationToken) {
        let mut runs = self.lock();
        let number = runs.last_key_value().map_or(1, |(last, _)| last + 1);
        let run = Run {
            progress: Progress::default(),
            cancel: CancellationToken::new(),
        };
        runs.insert(number, run.clone());
        while runs.len() > KEPT {
            runs.pop_first();
        }
        (number, run.progress, run.cancel)
    }

    /// Waits until the progress is newer than `seen`, or for ten seconds. `None` when there is
    /// no such run.
    pub(crate) async fn watch(&self, number: u32, seen: u32) -> Option<MappingProgress> {
        let mut progress = self.lock().get(&number)?.progress.0.subscribe();
        let newer = progress.wait_for(|progress| progress.version > seen);
        // At the limit the page gets what there is and asks again.
        let _ = tokio::time::timeout(WATCH, newer).await;
        let now = progress.borrow().clone();
        Some(now)
    }

    /// Stops a run; one that has ended or is not known is left alone.
    pub(crate) fn cancel(&self, number: u32) {
        if let Some(run) = self.lock().get(&number) {
            run.cancel.cancel();
        }
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<u32, Run>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How far one run is. Clones are the same.
#[derive(Clone)]
pub(crate) struct Progress(watch::Sender<MappingProgress>);

impl Default for Progress {
    fn default() -> Self {
        Self(watch::Sender::new(MappingProgress {
            version: 1,
            what: String::new(),
            done: 0,
            total: None,
            waiting_seconds: None,
            ended: None,
        }))
    }
}

impl Progress {
    /// Shows what is being done and how much of it is done.
    pub(crate) fn show(&self, what: &str, done: usize, total: Option<usize>) {
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        self.0.send_modify(|progress| {
            what.clone_into(&mut progress.what);
            progress.done = count(done);
            progress.total = total.map(count);
            progress.version += 1;
        });
    }

    /// Shows that the other side asked us to wait, or no longer does.
    pub(crate) fn waiting(&self, seconds: Option<u32>) {
        self.0.send_if_modified(|progress| {
            let changed = progress.waiting_seconds != seconds;
            if changed {
                progress.waiting_seconds = seconds;
                progress.version += 1;
            }
            changed
        });
    }

    /// Shows how it ended.
    pub(crate) fn end(&self, end: MappingEnd) {
        self.0.send_modify(|progress| {
            progress.waiting_seconds = None;
            progress.ended = Some(end);
            progress.version += 1;
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_run_is_watched_and_forgotten_in_time() {
        let runs = MappingRuns::default();
        let (number, progress, cancel) = runs.begin();
        progress.show("Customers", 100, Some(230));
        let seen = runs.watch(number, 1).await.unwrap();
        assert_eq!((seen.done, seen.total), (100, Some(230)));
        progress.waiting(Some(3));
        assert_eq!(
            runs.watch(number, seen.version)
                .await
                .unwrap()
                .waiting_seconds,
            Some(3)
        );
        runs.cancel(number);
        assert!(cancel.is_cancelled());
        progress.end(MappingEnd::Cancelled { kept: 0 });
        assert!(runs.watch(number, 0).await.unwrap().ended.is_some());
        for _ in 0..KEPT {
            runs.begin();
        }
        assert!(runs.watch(number, 0).await.is_none());
    }
}
