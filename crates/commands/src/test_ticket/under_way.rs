//! One trial at a time: two that overlap could make two tickets or lose the note of one.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use store::ConnectionId;

/// The only place there is for a trial. Clones are the same place.
#[derive(Debug, Clone, Default)]
pub(crate) struct UnderWay(Arc<Mutex<Option<(ConnectionId, u32)>>>);

/// The place, taken; dropping it gives it back.
#[derive(Debug)]
pub(crate) struct Place(UnderWay);

impl UnderWay {
    /// The number of the run that is under way for this connection.
    pub(crate) fn run_for(&self, connection: ConnectionId) -> Option<u32> {
        self.lock()
            .filter(|(of, _)| *of == connection)
            .map(|(_, run)| run)
    }

    /// Takes the place, unless it is taken.
    pub(crate) fn begin(&self, connection: ConnectionId, run: u32) -> Option<Place> {
        let mut taken = self.lock();
        if taken.is_some() {
            return None;
        }
        *taken = Some((connection, run));
        Some(Place(self.clone()))
    }

    fn lock(&self) -> MutexGuard<'_, Option<(ConnectionId, u32)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        *self.0.lock() = None;
    }
}
