//! What was written to the practice tenant by POST and DELETE, laid over what is generated.
//!
//! Kept in memory until the tenant stops, and limited, because a runaway loop must not eat the
//! machine. Not here: whether a write is allowed.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::{Mutex, MutexGuard, PoisonError},
};

use serde_json::{Map, Value};

/// Rows of one kind that can be created before the tenant refuses.
const MOST_ROWS: usize = 10_000;

/// Everything written, by kind.
#[derive(Debug, Default)]
pub(crate) struct Written(Mutex<HashMap<&'static str, Overlay>>);

/// What was written to rows of one kind.
#[derive(Debug, Clone, Default)]
pub(crate) struct Overlay {
    created: BTreeMap<i64, Value>,
    changed: BTreeMap<i64, Map<String, Value>>,
    deleted: BTreeSet<i64>,
}

impl Overlay {
    /// Whether any row is gone.
    pub(crate) fn has_deletions(&self) -> bool {
        !self.deleted.is_empty()
    }

    /// Whether this row is gone.
    pub(crate) fn is_deleted(&self, id: i64) -> bool {
        self.deleted.contains(&id)
    }

    /// New rows, those of one customer where asked.
    pub(crate) fn created(&self, customer: Option<i64>) -> Vec<Value> {
        self.created
            .values()
            .filter(|row| {
                customer.is_none_or(|customer| {
                    row.get("client_id").and_then(Value::as_f64)
                        == customer.to_string().parse::<f64>().ok()
                })
            })
            .cloned()
            .collect()
    }

    /// What a field of a row was changed to.
    pub(crate) fn changed(&self, id: i64, field: &str) -> Option<&Value> {
        self.changed.get(&id)?.get(field)
    }

    /// A row with what was changed in it.
    pub(crate) fn laid_over(&self, id: i64, mut row: Value) -> Value {
        if let (Some(changes), Some(fields)) = (self.changed.get(&id), row.as_object_mut()) {
            fields.extend(changes.clone());
        }
        row
    }
}

impl Written {
    fn lock(&self) -> MutexGuard<'_, HashMap<&'static str, Overlay>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What was written to rows of this kind.
    pub(crate) fn overlay(&self, kind: &'static str) -> Overlay {
        self.lock().get(kind).cloned().unwrap_or_default()
    }

    /// One row as it stands; `generated` makes the row it was born as.
    pub(crate) fn one(
        &self,
        kind: &'static str,
        id: i64,
        generated: impl FnOnce() -> Option<Value>,
    ) -> Option<Value> {
        let overlay = self.overlay(kind);
        if overlay.is_deleted(id) {
            return None;
        }
        match overlay.created.get(&id) {
            Some(row) => Some(row.clone()),
            None => generated().map(|row| overlay.laid_over(id, row)),
        }
    }

    /// Adds a row with the next free number from `first` on; none when there is no room.
    pub(crate) fn create(
        &self,
        kind: &'static str,
        first: i64,
        row: impl FnOnce(i64) -> Value,
    ) -> Option<Value> {
        let mut kinds = self.lock();
        let overlay = kinds.entry(kind).or_default();
        if overlay.created.len() >= MOST_ROWS {
            return None;
        }
        let last_created = overlay.created.keys().next_back().copied();
        let last_deleted = overlay.deleted.last().copied();
        let id = last_created
            .max(last_deleted)
            .map_or(first, |last| first.max(last + 1));
        let row = row(id);
        overlay.created.insert(id, row.clone());
        Some(row)
    }

    /// Changes fields of a row.
    pub(crate) fn change(&self, kind: &'static str, id: i64, changes: Map<String, Value>) {
        let mut kinds = self.lock();
        let overlay = kinds.entry(kind).or_default();
        if let Some(row) = overlay.created.get_mut(&id).and_then(Value::as_object_mut) {
            row.extend(changes);
        } else if overlay.changed.len() < MOST_ROWS {
            overlay.changed.entry(id).or_default().extend(changes);
        }
    }

    /// Takes a row away.
    pub(crate) fn delete(&self, kind: &'static str, id: i64) {
        let mut kinds = self.lock();
        let overlay = kinds.entry(kind).or_default();
        overlay.created.remove(&id);
        overlay.deleted.insert(id);
    }
}
