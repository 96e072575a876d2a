//! One trial of a connection at a time, and none while the connection is removed: two that overlap
//! could make two tickets or lose the note of one. Whoever holds the place reads the note after
//! taking it. Within this program; other programs go by the note ([`super::kept::claim`]).

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use store::ConnectionId;

/// The places that are taken, one for each connection, with the number of the run that goes on
/// there. Clones are the same places.
#[derive(Debug, Clone, Default)]
pub(crate) struct UnderWay(Arc<Mutex<BTreeMap<ConnectionId, Option<u32>>>>);

/// A place, taken; dropping it gives it back.
#[derive(Debug)]
pub(crate) struct Place {
    of: ConnectionId,
    places: UnderWay,
}

impl UnderWay {
    /// The number of the run that is under way for this connection.
    pub(crate) fn run_for(&self, connection: ConnectionId) -> Option<u32> {
        self.lock().get(&connection).copied().flatten()
    }

    /// Takes the place of this connection, unless it is taken.
    pub(crate) fn hold(&self, of: ConnectionId) -> Option<Place> {
        let mut taken = self.lock();
        if taken.contains_key(&of) {
            return None;
        }
        taken.insert(of, None);
        let places = self.clone();
        Some(Place { of, places })
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<ConnectionId, Option<u32>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Place {
    /// Says which run goes on in this place from now on.
    pub(crate) fn is_for(&self, run: u32) {
        self.places.lock().insert(self.of, Some(run));
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.places.lock().remove(&self.of);
    }
}
