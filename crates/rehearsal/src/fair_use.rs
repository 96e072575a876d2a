//! The fair-use limit: so many API requests in so much time, per application (reported 2026).
//!
//! Discovery and tokens do not count here. Not here: scenarios in which Halo is busy for other
//! reasons ([`crate::faults`]).

use std::{
    collections::{HashMap, VecDeque},
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// When each application made its latest requests.
#[derive(Debug, Default)]
pub(crate) struct FairUse(Mutex<HashMap<String, VecDeque<Instant>>>);

impl FairUse {
    /// Counts a request and says how many more are left, or how many seconds to wait.
    pub(crate) fn admit(
        &self,
        application: &str,
        limit: usize,
        within: Duration,
    ) -> Result<usize, u32> {
        let now = Instant::now();
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let latest = all.entry(application.to_owned()).or_default();
        while latest
            .front()
            .is_some_and(|at| now.duration_since(*at) >= within)
        {
            latest.pop_front();
        }
        if latest.len() < limit {
            latest.push_back(now);
            return Ok(limit - latest.len());
        }
        let oldest = latest.front().copied().unwrap_or(now);
        let wait = within.saturating_sub(now.duration_since(oldest));
        Err(u32::try_from(wait.as_secs())
            .unwrap_or(u32::MAX)
            .saturating_add(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_application_has_a_limit_of_its_own_and_is_told_how_long_to_wait() {
        let fair_use = FairUse::default();
        let hour = Duration::from_hours(1);
        assert_eq!(fair_use.admit("a", 2, hour), Ok(1));
        assert_eq!(fair_use.admit("a", 2, hour), Ok(0));
        assert!(
            fair_use
                .admit("a", 2, hour)
                .is_err_and(|seconds| seconds > 3_500)
        );
        assert_eq!(fair_use.admit("b", 2, hour), Ok(1));
        assert_eq!(
            fair_use.admit("a", 2, Duration::ZERO),
            Ok(1),
            "time has passed"
        );
    }
}
