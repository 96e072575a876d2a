//! Work on a row of numbers shared out among threads, the results in order. The only place that starts threads.

use std::ops::Range;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How many places one thread takes at a time.
const SHARE: usize = 32;

/// How many threads to use where the person has said `wanted`, zero meaning one for each core.
pub(crate) fn threads(wanted: usize) -> usize {
    match wanted {
        0 => thread::available_parallelism().map_or(1, usize::from),
        wanted => wanted.min(MOST),
    }
}

/// More threads than this are a slip of the keyboard.
const MOST: usize = 256;

/// `work` done for every share of `0..of`, its results one after the other in order. Each thread has one workspace made by
/// `workspace`. `None` as soon as `go_on` says no.
pub(crate) fn map<T: Send, W>(
    of: usize,
    threads: usize,
    go_on: &(dyn Fn(usize) -> bool + Sync),
    workspace: impl Fn() -> W + Sync,
    work: impl Fn(&mut W, Range<usize>) -> Vec<T> + Sync,
) -> Option<Vec<T>> {
    let shares = of.div_ceil(SHARE);
    let next = AtomicUsize::new(0);
    let done = AtomicUsize::new(0);
    let results = Mutex::new(Vec::with_capacity(shares));
    let run = || {
        let mut space = workspace();
        loop {
            let share = next.fetch_add(1, Ordering::Relaxed);
            if share >= shares || !go_on(done.load(Ordering::Relaxed)) {
                return;
            }
            let range = share * SHARE..of.min((share + 1) * SHARE);
            let length = range.len();
            let result = work(&mut space, range);
            done.fetch_add(length, Ordering::Relaxed);
            results
                .lock()
                .expect("no thread panics while it holds the results")
                .push((share, result));
        }
    };
    let threads = threads.min(shares);
    if threads <= 1 {
        run();
    } else {
        // This thread only waits: beside a busy one, a system may start another when that pauses, milliseconds later.
        thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(run);
            }
        });
    }
    let mut results = results
        .into_inner()
        .expect("no thread panics while it holds the results");
    if results.len() < shares {
        return None;
    }
    results.sort_unstable_by_key(|(share, _)| *share);
    let mut all = Vec::with_capacity(of);
    all.extend(results.into_iter().flat_map(|(_, result)| result));
    Some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_stand_in_order_on_any_number_of_threads() {
        for threads in [1, 2, 7] {
            for of in [0, 1, SHARE, 5 * SHARE + 3] {
                let doubled = map(
                    of,
                    threads,
                    &|_| true,
                    || (),
                    |(), range| range.map(|place| place * 2).collect(),
                )
                .expect("never stopped");
                assert_eq!(doubled, (0..of).map(|place| place * 2).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn stops_when_told() {
        assert_eq!(
            map(
                1000,
                2,
                &|done| done < 200,
                || (),
                |(), range| range.collect::<Vec<_>>()
            ),
            None
        );
    }
}
