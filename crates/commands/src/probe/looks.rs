//! What a run is looking at, for the window's progress list.
//!
//! A [`Looks`] is shared by the prober, which moves it on, and by [`crate::runs`], which shows it.

use std::collections::BTreeMap;
use std::future::Future;

use halo::HaloError;
use setup::text;
use tokio::sync::watch;

use crate::wire::{CheckProgress, Look, LookState};

/// The looks of one run, in the order in which they began.
#[derive(Debug, Clone)]
pub struct Looks {
    progress: watch::Sender<CheckProgress>,
}

impl Default for Looks {
    fn default() -> Self {
        let start = CheckProgress {
            version: 1,
            looks: Vec::new(),
            waiting_seconds: None,
            ended: None,
        };
        Self {
            progress: watch::Sender::new(start),
        }
    }
}

impl Looks {
    /// Follows the progress.
    pub fn subscribe(&self) -> watch::Receiver<CheckProgress> {
        self.progress.subscribe()
    }

    /// The progress as it is.
    pub fn now(&self) -> CheckProgress {
        self.progress.borrow().clone()
    }

    /// Runs one look under the name that the text catalogue has for `key`.
    pub async fn look<T>(
        &self,
        key: &str,
        looking: impl Future<Output = Result<T, HaloError>>,
    ) -> Result<T, HaloError> {
        let what = text::say(key, &BTreeMap::new());
        self.step(what, looking, state_of).await
    }

    /// Runs one step of whatever kind under this name; `state` says how it went.
    pub(crate) async fn step<T>(
        &self,
        what: String,
        doing: impl Future<Output = T>,
        state: impl FnOnce(&T) -> LookState,
    ) -> T {
        let index = self.begin(what);
        let done = doing.await;
        self.settle(index, state(&done));
        done
    }

    /// Shows that Halo asked us to wait, or no longer does.
    pub fn waiting(&self, seconds: Option<u32>) {
        self.change(|progress| progress.waiting_seconds = seconds);
    }

    /// Shows how the run ended.
    pub fn end(&self, end: crate::wire::CheckEnd) {
        self.change(|progress| {
            progress.waiting_seconds = None;
            progress.ended = Some(end);
        });
    }

    fn begin(&self, what: String) -> usize {
        let mut index = 0;
        self.change(|progress| {
            index = progress.looks.len();
            progress.looks.push(Look {
                what,
                state: LookState::Looking,
            });
        });
        index
    }

    fn settle(&self, index: usize, state: LookState) {
        self.change(|progress| progress.looks[index].state = state);
    }

    fn change(&self, change: impl FnOnce(&mut CheckProgress)) {
        self.progress.send_modify(|progress| {
            change(progress);
            progress.version += 1;
        });
    }
}

/// A refusal is an answer too; only silence is none.
fn state_of<T>(answer: &Result<T, HaloError>) -> LookState {
    match answer {
        Ok(_) | Err(HaloError::Unauthorised | HaloError::Forbidden | HaloError::NotFound) => {
            LookState::Looked
        }
        Err(_) => LookState::NoAnswer,
    }
}
