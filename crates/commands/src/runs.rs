//! Checks that run in the background, by number: started, watched and cancelled by the page.
//!
//! The page asks for progress and waits a bounded time for it; nothing is pushed to it. A run
//! that nobody watches any more ends by its own limits and is forgotten with the next ones.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::probe::Looks;
use crate::wire::CheckProgress;

/// How long one call to watch a run may take.
const WATCH: Duration = Duration::from_secs(10);
/// How many runs are remembered.
const KEPT: usize = 8;

/// The runs since the program began.
#[derive(Debug, Default)]
pub struct Runs {
    runs: Mutex<BTreeMap<u32, Run>>,
}

#[derive(Debug, Clone)]
struct Run {
    looks: Looks,
    cancel: CancellationToken,
}

impl Runs {
    /// Makes room for a new run and gives its number, its progress and its stop switch.
    pub fn begin(&self) -> (u32, Looks, CancellationToken) {
        let mut runs = self.lock();
        let number = runs.last_key_value().map_or(1, |(last, _)| last + 1);
        let run = Run {
            looks: Looks::default(),
            cancel: CancellationToken::new(),
        };
        runs.insert(number, run.clone());
        while runs.len() > KEPT {
            runs.pop_first();
        }
        (number, run.looks, run.cancel)
    }

    /// Waits until the run's progress is newer than `seen`, or for ten seconds.
    /// `None` when there is no such run.
    pub async fn watch(&self, number: u32, seen: u32) -> Option<CheckProgress> {
        let looks = self.lock().get(&number)?.looks.clone();
        let mut progress = looks.subscribe();
        let newer = progress.wait_for(|progress| progress.version > seen);
        // At the limit the page gets what there is and asks again.
        let _ = tokio::time::timeout(WATCH, newer).await;
        Some(looks.now())
    }

    /// Stops a run; one that has ended or is not known is left alone.
    pub fn cancel(&self, number: u32) {
        if let Some(run) = self.lock().get(&number) {
            run.cancel.cancel();
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<u32, Run>> {
        self.runs
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
