//! Changing the tenant while it runs, and looking at what it was asked.
//!
//! Tests and the demo use this to let a step fail and then recover. Not here: anything reachable
//! over HTTP.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock},
};

use crate::{
    Needs, Options, RehearsalError, Scenario, Variants, fair_use::FairUse, scenario::handed_out,
    state::State, token::Tokens, written::Written,
};

/// Requests remembered in order; the counts go on beyond it.
const REMEMBERED: usize = 5_000;

/// Everything the tenant holds while it runs.
pub(crate) struct Shared {
    pub(crate) options: Mutex<Options>,
    pub(crate) state: RwLock<Arc<State>>,
    pub(crate) tokens: Tokens,
    pub(crate) written: Written,
    pub(crate) fair_use: FairUse,
    pub(crate) seen: Mutex<Log>,
}

/// What was asked.
#[derive(Debug, Default)]
pub(crate) struct Log {
    latest: VecDeque<Seen>,
    counts: BTreeMap<String, usize>,
}

/// A request that came in. Never a body, a header or a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The method, for example `GET`.
    pub method: String,
    /// The path, as it was written.
    pub path: String,
}

impl Shared {
    pub(crate) fn new(options: Options) -> Self {
        Self {
            state: RwLock::new(Arc::new(options.scenario.state(&options))),
            options: Mutex::new(options),
            tokens: Tokens::default(),
            written: Written::default(),
            fair_use: FairUse::default(),
            seen: Mutex::new(Log::default()),
        }
    }

    /// The tenant as it is set up now.
    pub(crate) fn now(&self) -> Arc<State> {
        self.state
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub(crate) fn remember(&self, method: &str, path: &str) {
        let mut log = self.log();
        *log.counts.entry(path.to_lowercase()).or_default() += 1;
        if log.latest.len() == REMEMBERED {
            log.latest.pop_front();
        }
        log.latest.push_back(Seen {
            method: method.to_owned(),
            path: path.to_owned(),
        });
    }

    fn log(&self) -> MutexGuard<'_, Log> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn options(&self) -> MutexGuard<'_, Options> {
        self.options.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Changes a running tenant and tells what it was asked. Cheap to clone.
#[derive(Clone)]
pub struct Control(pub(crate) Arc<Shared>);

impl Control {
    /// Puts everything right: the scenario becomes `healthy`. What was written stays.
    pub fn fix(&self) {
        self.switch(Scenario::healthy());
    }

    /// Changes what is wrong. Credentials and tokens stay as good as the scenario lets them be.
    pub fn set_scenario(&self, name: &str) -> Result<(), RehearsalError> {
        self.switch(Scenario::named(name)?);
        Ok(())
    }

    fn switch(&self, scenario: Scenario) {
        let mut options = self.0.options();
        options.scenario = scenario;
        self.rebuild(&options);
    }

    /// Changes the answers to open questions.
    pub fn set_variants(&self, variants: Variants) {
        let mut options = self.0.options();
        options.variants = variants;
        self.rebuild(&options);
    }

    /// Adds an integration, or puts another in the place of the one with its name. Who signed in
    /// before stays signed in.
    pub fn add(&self, needs: Needs) {
        let mut options = self.0.options();
        options.needs.retain(|known| known.product != needs.product);
        options.needs.push(needs);
        self.rebuild(&options);
    }

    /// The client id and the practice secret that this integration was handed, if it is known.
    pub fn credentials(&self, product: &str) -> Option<(String, String)> {
        let handed = handed_out(&self.0.options(), product)?;
        Some((handed.client_id, handed.client_secret.0))
    }

    fn rebuild(&self, options: &Options) {
        let state = Arc::new(options.scenario.state(options));
        *self.0.state.write().unwrap_or_else(PoisonError::into_inner) = state;
    }

    /// Makes every token worthless, as "Revoke All Tokens" in Halo does.
    pub fn revoke_tokens(&self) {
        self.0.tokens.revoke();
    }

    /// The tokens that are good: for tests that look whether one is where it must not be.
    pub fn tokens(&self) -> Vec<String> {
        self.0.tokens.good()
    }

    /// The name of the scenario that is on.
    pub fn scenario(&self) -> &'static str {
        self.0.options().scenario.info().name
    }

    /// The latest requests, oldest first.
    pub fn requests(&self) -> Vec<Seen> {
        self.0.log().latest.iter().cloned().collect()
    }

    /// How many requests came per path in lower case, without the query.
    pub fn counts(&self) -> BTreeMap<String, usize> {
        self.0.log().counts.clone()
    }

    /// How many requests came in all.
    pub fn request_count(&self) -> usize {
        self.0.log().counts.values().sum()
    }

    /// Forgets the requests so far.
    pub fn forget_requests(&self) {
        *self.0.log() = Log::default();
    }
}
