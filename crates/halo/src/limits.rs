//! How much, how long and how often: the limits of every call.
//!
//! Used by [`crate::Transport`]. The defaults are the promise; tests shorten them.

use std::time::Duration;

/// The limits of a [`crate::Transport`]. They cannot be switched off, only set.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Reaching the server: DNS, TCP and TLS.
    pub connect: Duration,
    /// One call from sending to the last byte of its answer.
    pub total: Duration,
    /// Bytes of one answer, after decompression.
    pub body_bytes: usize,
    /// Levels of nesting in one answer.
    pub json_depth: usize,
    /// Bytes of memory that one answer may take once it is understood, estimated before anything
    /// is built from it: a few bytes of JSON can ask for a hundred times as much.
    pub json_memory: usize,
    /// Calls under way at once, over all hosts.
    pub in_flight: usize,
    /// Calls per minute and host in the long run.
    pub per_minute: u32,
    /// Calls that may go out at once before the steady pace begins. With [`Self::per_minute`]
    /// this stays far below the 500 calls in 3 minutes of Halo's fair use policy (reported,
    /// November 2026): 60 + 3 × 100 = 360.
    pub burst: u32,
    /// Repetitions of one call after a passing failure.
    pub retries: usize,
    /// The first wait before a repetition; it grows from there.
    pub back_off: Duration,
    /// The longest wait before a repetition; if Halo asks for more, the call is given up.
    pub longest_wait: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            total: Duration::from_secs(20),
            body_bytes: 5 * 1024 * 1024,
            json_depth: 32,
            json_memory: 12 * 1024 * 1024,
            in_flight: 4,
            per_minute: 100,
            burst: 60,
            retries: 3,
            back_off: Duration::from_millis(500),
            longest_wait: Duration::from_mins(1),
        }
    }
}
