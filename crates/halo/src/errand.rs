//! One piece of work and what it may spend: requests, time, patience.
//!
//! Made by whoever starts a check or a look-up and lent to every call that belongs to it.
//! Deliberately not here: the pace towards one host, which is shared by all errands
//! ([`crate::Transport`]).

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering},
    },
    time::Duration,
};

use tokio::{sync::watch, time::Instant};
use tokio_util::sync::CancellationToken;

use crate::error::{HaloError, Stage};

/// Why nothing is being sent at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WaitReason {
    /// Halo asked us to wait (429).
    HaloAsked,
    /// Halo had a passing problem; we try again after a pause.
    TryingAgain,
    /// We keep to a polite pace of our own.
    Pacing,
}

/// A wait that has just begun; the one shown is the longest of those under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// The length of the wait in whole seconds, rounded up.
    pub seconds: u64,
    /// When it ends.
    pub until: Instant,
    /// Why.
    pub reason: WaitReason,
}

/// One piece of work. Clones are the same errand.
#[derive(Debug, Clone)]
pub struct Errand {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    budget: u32,
    spent: AtomicU32,
    /// More was asked for than the budget allows.
    ran_out: AtomicBool,
    deadline: Instant,
    cancel: CancellationToken,
    waits: Mutex<BTreeMap<u64, Waiting>>,
    next_wait: AtomicU64,
    shown: watch::Sender<Option<Waiting>>,
}

impl Errand {
    /// An errand that may send `budget` requests, repetitions included, and ends `deadline`
    /// from now or when `cancel` is called.
    pub fn new(budget: u32, deadline: Duration, cancel: CancellationToken) -> Self {
        Self {
            shared: Arc::new(Shared {
                budget,
                spent: AtomicU32::new(0),
                ran_out: AtomicBool::new(false),
                deadline: Instant::now() + deadline,
                cancel,
                waits: Mutex::new(BTreeMap::new()),
                next_wait: AtomicU64::new(0),
                shown: watch::Sender::new(None),
            }),
        }
    }

    /// Requests sent so far, repetitions included.
    pub fn requests(&self) -> u32 {
        self.shared.spent.load(Ordering::Relaxed)
    }

    /// Requests that may still be sent.
    pub fn remaining(&self) -> u32 {
        self.shared.budget.saturating_sub(self.requests())
    }

    /// Whether the budget ended before the work did: some request was not sent because of it.
    pub fn ran_out(&self) -> bool {
        self.shared.ran_out.load(Ordering::Relaxed)
    }

    /// What is being waited for, as it changes; `None` while work goes on.
    pub fn waiting(&self) -> watch::Receiver<Option<Waiting>> {
        self.shared.shown.subscribe()
    }

    /// Whether someone asked this errand to stop.
    pub fn is_cancelled(&self) -> bool {
        self.shared.cancel.is_cancelled()
    }

    /// Runs `work` until it is done, the errand's time is up or it is cancelled.
    pub(crate) async fn bound<T>(
        &self,
        work: impl Future<Output = Result<T, HaloError>>,
    ) -> Result<T, HaloError> {
        tokio::select! {
            biased;
            () = self.shared.cancel.cancelled() => Err(HaloError::Cancelled),
            () = tokio::time::sleep_until(self.shared.deadline) =>
                Err(HaloError::TimedOut { stage: Stage::Errand }),
            done = work => done,
        }
    }

    /// Takes one request out of the budget.
    pub(crate) fn spend(&self) -> Result<(), HaloError> {
        let one_more = |spent: u32| (spent < self.shared.budget).then(|| spent + 1);
        self.shared
            .spent
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, one_more)
            .map(|_| ())
            .map_err(|_| {
                self.shared.ran_out.store(true, Ordering::Relaxed);
                HaloError::BudgetSpent
            })
    }

    /// Whether a wait of this length would still end in time.
    pub(crate) fn has_time_for(&self, wait: Duration) -> bool {
        Instant::now() + wait < self.shared.deadline
    }

    /// Waits, visibly.
    pub(crate) async fn wait(&self, until: Instant, reason: WaitReason) {
        let length = until.saturating_duration_since(Instant::now());
        if length.is_zero() {
            return;
        }
        let seconds = length.as_secs() + u64::from(length.subsec_nanos() > 0);
        let _shown = self.show(Waiting {
            seconds,
            until,
            reason,
        });
        tokio::time::sleep_until(until).await;
    }

    fn show(&self, waiting: Waiting) -> Shown<'_> {
        let id = self.shared.next_wait.fetch_add(1, Ordering::Relaxed);
        self.change_waits(|waits| {
            waits.insert(id, waiting);
        });
        Shown { errand: self, id }
    }

    fn change_waits(&self, change: impl FnOnce(&mut BTreeMap<u64, Waiting>)) {
        let mut waits = self
            .shared
            .waits
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        change(&mut waits);
        let longest = waits.values().max_by_key(|waiting| waiting.until).copied();
        self.shared.shown.send_if_modified(|shown| {
            let changed = *shown != longest;
            *shown = longest;
            changed
        });
    }
}

/// A wait on display; it disappears when the wait ends in whatever way.
struct Shown<'a> {
    errand: &'a Errand,
    id: u64,
}

impl Drop for Shown<'_> {
    fn drop(&mut self) {
        self.errand.change_waits(|waits| {
            waits.remove(&self.id);
        });
    }
}
