//! How long the built-in profiles take to load, with everything that is looked at: one line of
//! JSON, times in milliseconds.
//!
//! Run by `cargo xtask bench`, which shows it beside the aim. `first` is what a start pays once;
//! `median` is one load of all files with the program warm.

use std::io::Write as _;
use std::time::{Duration, Instant};

use setup::profile::{built_in, review};

/// How often all files are loaded for the median.
const ROUNDS: usize = 21;

fn main() -> std::io::Result<()> {
    let start = Instant::now();
    let count = built_in::all().len();
    let first = start.elapsed();
    let mut rounds: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            let usable = built_in::files().filter(|(_, text)| review(text).profile.is_some());
            assert_eq!(usable.count(), count, "every file is a profile");
            start.elapsed()
        })
        .collect();
    rounds.sort_unstable();
    let millis = |time: Duration| time.as_secs_f64() * 1000.0;
    let line = serde_json::json!({
        "profiles": count,
        "first": millis(first),
        "median": millis(rounds[ROUNDS / 2]),
    });
    writeln!(std::io::stdout(), "{line}")
}
