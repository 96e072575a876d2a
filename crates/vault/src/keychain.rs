//! What is done with a keychain: keep, read, remove and probe, each verified.
//!
//! Runs on the thread of `actor` only, so every call here may block. The store is
//! built when first needed and built anew after a failure: a daemon that was
//! started, restarted or unlocked in the meantime is found by the next call.

use std::sync::Arc;

use keyring_core::{CredentialStore, Entry, Error};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::{
    cause::{classify, classify_opening},
    error::VaultError,
    key::SecretKey,
};

/// Opens the operating system's store; called again after every failure.
pub(crate) type Builder = Box<dyn Fn() -> keyring_core::Result<Arc<CredentialStore>> + Send>;

/// The bytes of a secret, wiped when dropped.
pub(crate) type Bytes = Zeroizing<Vec<u8>>;

/// What the canary holds. Not a secret.
const CANARY: &[u8] = b"Written to see whether this keychain works. Safe to delete.";

/// The keychain's entries of one program.
pub(crate) struct Keychain {
    service: String,
    canary: SecretKey,
    build: Builder,
    store: Option<Arc<CredentialStore>>,
}

impl Keychain {
    /// A keychain not yet opened. `canary` sets the probes of this one apart from
    /// those of another vault or another running program.
    pub(crate) fn new(service: &str, canary: &str, build: Builder) -> Self {
        Self {
            service: service.to_owned(),
            canary: SecretKey::canary(canary),
            build,
            store: None,
        }
    }

    /// Makes the next call open the store anew.
    pub(crate) fn forget_store(&mut self) {
        self.store = None;
    }

    /// Keeps `secret`: written, read back and compared. Answers what was there
    /// before, which is put back when the new one was not kept.
    pub(crate) fn save(
        &mut self,
        key: &SecretKey,
        secret: &[u8],
    ) -> Result<Option<Bytes>, VaultError> {
        let previous = self.get(key)?;
        self.set(key, secret)?;
        let verified = match self.get(key) {
            Ok(Some(kept)) if bool::from(kept.as_slice().ct_eq(secret)) => Ok(()),
            Ok(_) => Err(VaultError::NotKept),
            Err(error) => Err(error),
        };
        match verified {
            Ok(()) => Ok(previous),
            Err(error) => {
                self.put_back(key, previous.as_ref());
                Err(error)
            }
        }
    }

    /// Takes back a save. Best effort: the keychain has just misbehaved, or its
    /// caller has gone, so there is nobody to tell.
    pub(crate) fn put_back(&mut self, key: &SecretKey, previous: Option<&Bytes>) {
        let undone = match previous {
            Some(secret) => self.set(key, secret),
            None => self.delete(key).map(drop),
        };
        if let Err(error) = undone {
            tracing::warn!(%error, "a secret that was not to be kept could not be taken back");
        }
    }

    /// Reads a secret; `None` only when the keychain is open and has no such entry.
    pub(crate) fn read(&mut self, key: &SecretKey) -> Result<Option<Bytes>, VaultError> {
        if let Some(secret) = self.get(key)? {
            return Ok(Some(secret));
        }
        // A locked keyring may answer "no such entry" without asking to be unlocked
        // (gnome-keyring 42, confirmed 2026-11-22), so the two have to be told apart.
        self.probe()?;
        self.get(key)
    }

    /// Removes a secret and sees that it is gone; one that was not there is fine.
    pub(crate) fn remove(&mut self, key: &SecretKey) -> Result<(), VaultError> {
        if !self.delete(key)? {
            self.probe()?;
            self.delete(key)?;
        }
        match self.get(key)? {
            None => Ok(()),
            Some(_) => Err(VaultError::Failed),
        }
    }

    /// Writes, reads back and deletes the canary: the only honest way to learn
    /// whether a keychain can be written to.
    pub(crate) fn probe(&mut self) -> Result<(), VaultError> {
        let canary = self.canary.clone();
        self.set(&canary, CANARY)?;
        let kept = self.get(&canary)?;
        self.delete(&canary)?;
        match kept {
            Some(kept) if kept.as_slice() == CANARY => Ok(()),
            _ => Err(VaultError::NotKept),
        }
    }

    fn get(&mut self, key: &SecretKey) -> Result<Option<Bytes>, VaultError> {
        self.attempt(key, |entry| match entry.get_secret() {
            Ok(secret) => Ok(Some(Zeroizing::new(secret))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(error),
        })
    }

    fn set(&mut self, key: &SecretKey, secret: &[u8]) -> Result<(), VaultError> {
        self.attempt(key, |entry| entry.set_secret(secret))
    }

    /// Answers whether there was anything to delete.
    fn delete(&mut self, key: &SecretKey) -> Result<bool, VaultError> {
        self.attempt(key, |entry| match entry.delete_credential() {
            Ok(()) => Ok(true),
            Err(Error::NoEntry) => Ok(false),
            Err(error) => Err(error),
        })
    }

    /// One call on one entry. A store that was open already may have lost its
    /// daemon, so such a failure is tried once more with a new store.
    fn attempt<T>(
        &mut self,
        key: &SecretKey,
        call: impl Fn(&Entry) -> keyring_core::Result<T>,
    ) -> Result<T, VaultError> {
        let was_open = self.store.is_some();
        match self.attempt_once(key, &call) {
            Err(VaultError::Absent | VaultError::Failed) if was_open => {
                self.attempt_once(key, &call)
            }
            outcome => outcome,
        }
    }

    fn attempt_once<T>(
        &mut self,
        key: &SecretKey,
        call: &impl Fn(&Entry) -> keyring_core::Result<T>,
    ) -> Result<T, VaultError> {
        let store = if let Some(store) = &self.store {
            Arc::clone(store)
        } else {
            let store = (self.build)().map_err(classify_opening)?;
            Arc::clone(self.store.insert(store))
        };
        store
            .build(&self.service, key.as_str(), None)
            .and_then(|entry| call(&entry))
            .map_err(|error| {
                self.store = None;
                classify(error)
            })
    }
}
