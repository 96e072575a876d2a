//! The pace towards one host, shared by everything in the program that speaks to it.
//!
//! Used by [`crate::Transport`] alone. Deliberately not here: repetition of failed calls.

use std::{
    collections::HashMap,
    num::NonZeroU32,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use governor::{
    Quota, RateLimiter,
    clock::Clock,
    middleware::NoOpMiddleware,
    state::{InMemoryState, NotKeyed},
};
use tokio::time::Instant;
use url::Url;

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
    limiter: RateLimiter<NotKeyed, InMemoryState, Ticking, NoOpMiddleware<std::time::Instant>>,
    paused_until: Mutex<Option<Instant>>,
}

/// The runtime's clock, by which the waits go as well.
#[derive(Debug, Clone)]
struct Ticking;

impl Clock for Ticking {
    type Instant = std::time::Instant;

    fn now(&self) -> Self::Instant {
        Instant::now().into_std()
    }
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

    /// The pace of the host and port that `url` is at, however they are written.
    pub(crate) fn towards(&self, url: &Url) -> Arc<Pace> {
        let host = url.host_str().unwrap_or_default().trim_end_matches('.');
        let port = url.port_or_known_default().unwrap_or_default();
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        let new = || {
            Arc::new(Pace {
                limiter: RateLimiter::direct_with_clock(self.quota, Ticking),
                paused_until: Mutex::default(),
            })
        };
        hosts
            .entry(format!("{host}:{port}"))
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

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;

    use tokio_util::sync::CancellationToken;

    use super::*;

    /// Halo's fair use (reported, November 2026).
    const FAIR: (usize, Duration) = (500, Duration::from_mins(3));

    fn url(text: &str) -> Url {
        text.parse().expect("an address")
    }

    /// When the requests of `storms` go out: each is a number of requests that are all wanted at
    /// once, from so many pieces of work, after a time of quiet.
    async fn sent(storms: &[(usize, Duration)]) -> Vec<Instant> {
        let limits = Limits::default();
        let politeness = Politeness::new(&limits);
        let mut times = Vec::new();
        for (requests, quiet) in storms {
            tokio::time::sleep(*quiet).await;
            let turns = (0..*requests).map(|_| async {
                let errand = Errand::new(60, Duration::from_hours(9), CancellationToken::new());
                let pace = politeness.towards(&url("https://acme.halopsa.com/api"));
                pace.take_turn(&errand, limits.longest_wait)
                    .await
                    .expect("its turn comes");
                Instant::now()
            });
            times.extend(futures::future::join_all(turns).await);
        }
        times.sort_unstable();
        times
    }

    /// The most requests in any stretch of Halo's length.
    fn most_within(times: &[Instant], length: Duration) -> usize {
        let mut latest = VecDeque::new();
        let mut most = 0;
        for time in times {
            latest.push_back(*time);
            while latest.front().is_some_and(|first| *time - *first > length) {
                latest.pop_front();
            }
            most = most.max(latest.len());
        }
        most
    }

    #[tokio::test(start_paused = true)]
    async fn no_sequence_of_clicks_comes_near_halos_fair_use() {
        let (second, minute) = (Duration::from_secs(1), Duration::from_mins(1));
        let table: [&[(usize, Duration)]; 5] = [
            // Two dozen whole checks at once.
            &[(700, second)],
            // Quiet before each storm, so that each begins with all that is saved up.
            &[(300, minute * 10), (300, minute * 10), (300, minute * 10)],
            &[(60, minute); 30],
            // Clicking again as soon as one check is through.
            &[(30, Duration::ZERO); 60],
            &[(90, second * 36); 40],
        ];
        for storms in table {
            let times = sent(storms).await;
            let wanted: usize = storms.iter().map(|(requests, _)| requests).sum();
            assert_eq!(times.len(), wanted, "every one is sent in the end");
            let most = most_within(&times, FAIR.1);
            assert!(most <= 362, "{most} within three minutes");
            assert!(most < FAIR.0);
        }
    }

    #[test]
    fn the_same_host_has_one_pace_however_it_is_written() {
        let politeness = Politeness::new(&Limits::default());
        let one = politeness.towards(&url("https://acme.halopsa.com/api"));
        for same in [
            "https://ACME.halopsa.com:443/auth/token",
            "https://acme.halopsa.com./api",
        ] {
            assert!(Arc::ptr_eq(&one, &politeness.towards(&url(same))), "{same}");
        }
        let other = politeness.towards(&url("https://other.halopsa.com/api"));
        assert!(!Arc::ptr_eq(&one, &other));
    }
}
