//! Secrets of this session only, in memory, wiped when the vault goes.
//!
//! Offered openly where no keychain works; never written anywhere.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use secrecy::SecretString;

use crate::key::SecretKey;

/// A map that wipes each secret as it is replaced, removed or dropped.
#[derive(Default)]
pub(crate) struct Memory(Mutex<BTreeMap<SecretKey, SecretString>>);

impl Memory {
    pub(crate) fn save(&self, key: &SecretKey, secret: SecretString) {
        self.secrets().insert(key.clone(), secret);
    }

    pub(crate) fn read(&self, key: &SecretKey) -> Option<SecretString> {
        self.secrets().get(key).cloned()
    }

    pub(crate) fn remove(&self, key: &SecretKey) {
        self.secrets().remove(key);
    }

    /// Single map operations leave the map whole, whatever happened to another holder.
    fn secrets(&self) -> MutexGuard<'_, BTreeMap<SecretKey, SecretString>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
