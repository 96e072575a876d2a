//! The vault as the rest of the program sees it.

use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use keyring_core::CredentialStore;
use secrecy::{ExposeSecret, SecretString};

use crate::{
    actor::Actor,
    error::{KeychainState, VaultError},
    key::SecretKey,
    keychain::{Bytes, Keychain},
    memory::Memory,
    system,
};

/// How long a caller waits for the operating system's keychain: long enough for
/// someone to type a password into its window, short enough to be told.
pub const LIMIT: Duration = Duration::from_secs(10);

/// Keeps client secrets, in the operating system's keychain or for this session.
///
/// Cheap to clone; clones share one keychain thread. The methods need a Tokio
/// runtime with time enabled, and never block it.
#[derive(Clone)]
pub struct Vault(Place);

#[derive(Clone)]
enum Place {
    Keychain(Arc<Actor>),
    Session(Arc<Memory>),
}

impl Vault {
    /// The operating system's keychain. `service` is the program's identifier, under
    /// which the keychain lists the entries. Touches nothing until first used.
    pub fn system(service: &str) -> Self {
        Self::keychain(service, Box::new(system::open), LIMIT)
    }

    /// Memory only, wiped when the last clone is dropped.
    pub fn session() -> Self {
        Self(Place::Session(Arc::default()))
    }

    /// A keychain over another store, with another limit: for tests.
    pub fn with_store(
        build: impl Fn() -> keyring_core::Result<Arc<CredentialStore>> + Send + 'static,
        limit: Duration,
    ) -> Self {
        Self::keychain("tests", Box::new(build), limit)
    }

    fn keychain(service: &str, build: crate::keychain::Builder, limit: Duration) -> Self {
        static VAULTS: AtomicU32 = AtomicU32::new(0);
        let number = VAULTS.fetch_add(1, Ordering::Relaxed);
        let canary = format!("{}.{number}", std::process::id());
        let keychain = Keychain::new(service, &canary, build);
        Self(Place::Keychain(Arc::new(Actor::start(keychain, limit))))
    }

    /// Whether secrets are kept for this session only.
    pub fn is_session_only(&self) -> bool {
        matches!(self.0, Place::Session(_))
    }

    /// Learns the keychain's state by writing, reading back and deleting a canary.
    /// On some systems this makes the keychain ask to be unlocked.
    pub async fn probe(&self) -> KeychainState {
        let Place::Keychain(actor) = &self.0 else {
            return KeychainState::Ready;
        };
        match actor.call(Keychain::probe, |_, ()| ()).await {
            Ok(()) => KeychainState::Ready,
            Err(error) => error.into(),
        }
    }

    /// Keeps `secret`. `Ok` means: written, read back, the same.
    ///
    /// # Errors
    /// After any error the secret is not kept, and one that was there before is
    /// still the one that is there, as far as the keychain lets us.
    pub async fn save(&self, key: &SecretKey, secret: SecretString) -> Result<(), VaultError> {
        match &self.0 {
            Place::Session(memory) => memory.save(key, secret),
            Place::Keychain(actor) => {
                let (saved, undone) = (key.clone(), key.clone());
                let work = move |keychain: &mut Keychain| {
                    keychain.save(&saved, secret.expose_secret().as_bytes())
                };
                let undo = move |keychain: &mut Keychain, previous: Option<Bytes>| {
                    keychain.put_back(&undone, previous.as_ref());
                };
                actor.call(work, undo).await?;
            }
        }
        Ok(())
    }

    /// Reads a secret. `Ok(None)` means: the keychain is open, and has no such entry.
    ///
    /// # Errors
    /// [`VaultError::Failed`] also for an entry that is not text, thus not ours.
    pub async fn read(&self, key: &SecretKey) -> Result<Option<SecretString>, VaultError> {
        match &self.0 {
            Place::Session(memory) => Ok(memory.read(key)),
            Place::Keychain(actor) => {
                let key = key.clone();
                actor
                    .call(
                        move |keychain| keychain.read(&key)?.as_ref().map(text).transpose(),
                        |_, _| (),
                    )
                    .await
            }
        }
    }

    /// Removes a secret and sees that it is gone. One that was not there is fine.
    pub async fn remove(&self, key: &SecretKey) -> Result<(), VaultError> {
        match &self.0 {
            Place::Session(memory) => {
                memory.remove(key);
                Ok(())
            }
            Place::Keychain(actor) => {
                let key = key.clone();
                actor
                    .call(move |keychain| keychain.remove(&key), |_, ()| ())
                    .await
            }
        }
    }
}

/// Makes text of a secret's bytes without leaving a copy behind: the bytes are
/// wiped, and a string made of a slice has no spare room that would make it move.
fn text(bytes: &Bytes) -> Result<SecretString, VaultError> {
    let text = std::str::from_utf8(bytes).map_err(|_| VaultError::Failed)?;
    Ok(SecretString::from(text))
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_session_only() {
            "Vault(session)"
        } else {
            "Vault(keychain)"
        })
    }
}
