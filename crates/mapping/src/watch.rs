//! How a long run is watched and stopped.

/// Told how far a run is, and asked whether it should go on. Called from several threads, many times a second at
/// most.
pub trait Watch {
    /// `done` of `of` customers have been looked at.
    fn progress(&self, done: usize, of: usize);
    /// Whether the person has had enough. The run then ends within milliseconds.
    fn cancelled(&self) -> bool;
}

/// For a run that nobody watches.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn progress(&self, _done: usize, _of: usize) {}

    fn cancelled(&self) -> bool {
        false
    }
}

/// The run was stopped by its watch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("stopped before the end")]
pub struct Cancelled;
