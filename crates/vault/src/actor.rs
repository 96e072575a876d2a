//! One thread that owns the keychain, and the limit its callers wait.
//!
//! Used by `vault` only. Jobs run one after the other. When a caller's limit
//! passes while a job runs, the keychain counts as stuck: later calls are refused
//! at once, and none is started, until the stuck one returns. A job whose caller
//! has gone is not started, and one that finishes too late is undone.
//!
//! The thread is never joined, so that a keychain that blocks for ever cannot
//! keep the program from ending.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc},
    thread,
    time::Duration,
};

use tokio::sync::oneshot;

use crate::{error::VaultError, keychain::Keychain};

type Job = Box<dyn FnOnce(&mut Keychain) + Send>;

/// What the thread is doing, as its callers see it.
#[derive(Default)]
struct Progress {
    is_running: bool,
    is_stuck: bool,
}

/// The way to the keychain's thread. Dropping the last one ends the thread once
/// the running job returns.
pub(crate) struct Actor {
    jobs: mpsc::Sender<Job>,
    progress: Arc<Mutex<Progress>>,
    limit: Duration,
}

impl Actor {
    /// Starts the thread. The keychain itself is first touched by the first job.
    pub(crate) fn start(mut keychain: Keychain, limit: Duration) -> Self {
        let (jobs, queue) = mpsc::channel::<Job>();
        let progress = Arc::new(Mutex::new(Progress::default()));
        let seen = Arc::clone(&progress);
        let started = thread::Builder::new()
            .name("keychain".into())
            .spawn(move || {
                for job in queue {
                    lock(&seen).is_running = true;
                    job(&mut keychain);
                    *lock(&seen) = Progress::default();
                }
            });
        if started.is_err() {
            // The queue went with the thread, so every call answers `Failed`.
            tracing::error!("the keychain's thread could not be started");
        }
        Self {
            jobs,
            progress,
            limit,
        }
    }

    /// Runs `work` on the keychain's thread and waits for it at most the limit.
    ///
    /// `undo` gets the result of work that succeeded after its caller had gone.
    ///
    /// # Errors
    /// What `work` answers; [`VaultError::TimedOut`] at the limit, or at once while an
    /// earlier call is stuck; [`VaultError::Failed`] when `work` panicked.
    pub(crate) async fn call<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Keychain) -> Result<T, VaultError> + Send + 'static,
        undo: impl FnOnce(&mut Keychain, T) + Send + 'static,
    ) -> Result<T, VaultError> {
        if lock(&self.progress).is_stuck {
            return Err(VaultError::TimedOut);
        }
        let (reply, mut answer) = oneshot::channel();
        let job: Job = Box::new(move |keychain| {
            if reply.is_closed() {
                return;
            }
            let result = guarded(keychain, work);
            if let Err(Ok(unclaimed)) = reply.send(result) {
                let _undone = guarded(keychain, |keychain| {
                    undo(keychain, unclaimed);
                    Ok(())
                });
            }
        });
        self.jobs.send(job).map_err(|_| VaultError::Failed)?;

        if let Ok(answered) = tokio::time::timeout(self.limit, &mut answer).await {
            return answered.unwrap_or(Err(VaultError::Failed));
        }
        // Closing first settles the race with an answer that is just arriving:
        // either it is here now, or its sender learns that nobody waits.
        answer.close();
        answer.try_recv().unwrap_or_else(|_| {
            let mut progress = lock(&self.progress);
            progress.is_stuck = progress.is_running;
            tracing::warn!("the keychain did not answer in time");
            Err(VaultError::TimedOut)
        })
    }
}

/// Runs `work` so that a panic in a keychain's library ends the call, not the thread.
fn guarded<T>(
    keychain: &mut Keychain,
    work: impl FnOnce(&mut Keychain) -> Result<T, VaultError>,
) -> Result<T, VaultError> {
    catch_unwind(AssertUnwindSafe(|| work(keychain))).unwrap_or_else(|_| {
        keychain.forget_store();
        Err(VaultError::Failed)
    })
}

/// The progress is two flags, valid whatever happened to another holder.
fn lock(progress: &Mutex<Progress>) -> MutexGuard<'_, Progress> {
    progress.lock().unwrap_or_else(PoisonError::into_inner)
}
