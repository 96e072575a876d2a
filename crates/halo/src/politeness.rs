//! The pace towards one host, shared by everything in the program that speaks to it.
//!
//! Used by [`crate::Transport`] alone. Deliberately not here: repetition of failed calls.

use std::{
    collections::HashMap,
    num::NonZeroU32,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use governor::{DefaultDirectRateLimiter, Quota, RateLimiter, clock::Clock};
use tokio::time::Instant;

use crate::{
    errand::{Errand, WaitReason},
    error::HaloError,
    limits::Limits,
};

/// The paces of all hosts spoken to so far.
#[derive(Debug)]
pub(crate) struct Politeness {
    quota: Quota,
    hosts: Mutex<HashMap<String, Arc<Pace>>>,
}

/// The pace of one host.
#[derive(Debug)]
pub(crate) struct Pace {
    limiter: DefaultDirectRateLimiter,
    paused_until: Mutex<Option<Instant>>,
}

impl Politeness {
    pub(crate) fn new(limits: &Limits) -> Self {
        let at_least_one = |n: u32| NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN);
        let quota = Quota::per_minute(at_least_one(limits.per_minute))
            .allow_burst(at_least_one(limits.burst));
        Self {
            quota,
            hosts: Mutex::default(),
        }
    }

    /// The pace of the host `authority` (host and port).
    pub(crate) fn towards(&self, authority: &str) -> Arc<Pace> {
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        let new = || {
            Arc::new(Pace {
                limiter: RateLimiter::direct(self.quota),
                paused_until: Mutex::default(),
            })
        };
        hosts
            .entry(authority.to_owned())
            .or_insert_with(new)
            .clone()
    }
}

impl Pace {
    /// Waits, visibly, until one more call may go out. Where Halo asked for more quiet than
    /// `longest` or than the errand has time for, nothing is sent.
    pub(crate) async fn take_turn(
        &self,
        errand: &Errand,
        longest: Duration,
    ) -> Result<(), HaloError> {
        loop {
            if let Some(until) = self.pause() {
                let wait = until.saturating_duration_since(Instant::now());
                if wait > longest || !errand.has_time_for(wait) {
                    return Err(HaloError::RateLimited {
                        retry_after: Some(wait),
                    });
                }
                errand.wait(until, WaitReason::HaloAsked).await;
                continue;
            }
            match self.limiter.check() {
                Ok(()) => return Ok(()),
                Err(early) => {
                    let wait = early.wait_time_from(self.limiter.clock().now());
                    // A hair more than asked for: a wait of nothing would spin.
                    let wait = wait + Duration::from_millis(1);
                    errand.wait(Instant::now() + wait, WaitReason::Pacing).await;
                }
            }
        }
    }

    /// Halo asked for quiet: nobody sends to this host before `until`.
    pub(crate) fn pause_until(&self, until: Instant) {
        let mut paused = self
            .paused_until
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *paused = (*paused).max(Some(until));
    }

    fn pause(&self) -> Option<Instant> {
        let mut paused = self
            .paused_until
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if paused.is_some_and(|until| until <= Instant::now()) {
            *paused = None;
        }
        *paused
    }
}
