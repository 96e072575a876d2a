//! The plans that are shown, at most a few, and the writings under way: one for each mapping.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use store::ConnectionId;

use super::plan::Plan;

/// How many plans are kept in memory.
const KEPT: usize = 4;

type Key = (ConnectionId, String);

/// Plans and writings by mapping. Clones are the same.
#[derive(Clone, Default)]
pub(crate) struct Writings(Arc<Mutex<Inside>>);

#[derive(Default)]
struct Inside {
    /// The plan made last at the end.
    plans: Vec<(Key, Plan)>,
    /// The number of the run where one is under way.
    under_way: BTreeMap<Key, Option<u32>>,
    last_number: u32,
}

/// The place of a writing, taken; dropping it gives it back.
pub(crate) struct Place {
    key: Key,
    places: Writings,
}

impl Writings {
    /// A number for a new plan, that no other has.
    pub(crate) fn next_number(&self) -> u32 {
        let mut inside = self.lock();
        inside.last_number += 1;
        inside.last_number
    }

    /// Keeps a plan in place of the one before.
    pub(crate) fn set_plan(&self, connection: ConnectionId, mapping: &str, plan: Plan) {
        let mut inside = self.lock();
        inside.forget(connection, mapping);
        inside.plans.push(((connection, mapping.to_owned()), plan));
        while inside.plans.len() > KEPT {
            inside.plans.remove(0);
        }
    }

    /// Forgets the plan of a mapping.
    pub(crate) fn forget_plan(&self, connection: ConnectionId, mapping: &str) {
        self.lock().forget(connection, mapping);
    }

    /// Does something with the plan of a mapping, where there is one.
    pub(crate) fn with_plan<T>(
        &self,
        connection: ConnectionId,
        mapping: &str,
        work: impl FnOnce(&mut Plan) -> T,
    ) -> Option<T> {
        let mut inside = self.lock();
        let mut plans = inside.plans.iter_mut();
        let found = plans.find(|(key, _)| key.0 == connection && key.1 == mapping);
        found.map(|(_, plan)| work(plan))
    }

    /// The number of the run that is under way for a mapping.
    pub(crate) fn run_for(&self, connection: ConnectionId, mapping: &str) -> Option<u32> {
        let key = (connection, mapping.to_owned());
        self.lock().under_way.get(&key).copied().flatten()
    }

    /// Takes the place of a mapping, unless it is taken.
    pub(crate) fn hold(&self, connection: ConnectionId, mapping: &str) -> Option<Place> {
        let key = (connection, mapping.to_owned());
        let mut inside = self.lock();
        if inside.under_way.contains_key(&key) {
            return None;
        }
        inside.under_way.insert(key.clone(), None);
        let places = self.clone();
        Some(Place { key, places })
    }

    fn lock(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inside {
    fn forget(&mut self, connection: ConnectionId, mapping: &str) {
        self.plans
            .retain(|(key, _)| key.0 != connection || key.1 != mapping);
    }
}

impl Place {
    /// Says which run goes on in this place from now on.
    pub(crate) fn is_for(&self, run: u32) {
        let mut inside = self.places.lock();
        inside.under_way.insert(self.key.clone(), Some(run));
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.places.lock().under_way.remove(&self.key);
    }
}
