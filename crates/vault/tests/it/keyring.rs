//! The vault against a real gnome-keyring: open, locked, absent, and back.

use std::{
    io,
    sync::{Arc, Mutex},
};

use secrecy::{ExposeSecret, SecretString};
use tokio::runtime::Runtime;
use vault::{KeychainState, SecretKey, Vault, VaultError};

use crate::private_session::{
    lock, start_daemon, start_daemon_without_keyring, unlock, unlock_wrongly, with_bus,
    with_refusing_bus, without_bus,
};

const SECRET: &str = "3d8ce4a1-sécret-→";

/// A vault and the runtime its calls need, in one.
struct Caller {
    vault: Vault,
    runtime: Runtime,
}

impl Caller {
    fn new() -> Self {
        Self {
            vault: Vault::system("halyard.test"),
            runtime: Runtime::new().expect("threads can be started"),
        }
    }

    fn probe(&self) -> KeychainState {
        self.runtime.block_on(self.vault.probe())
    }

    fn save(&self, key: &SecretKey, secret: &str) -> Result<(), VaultError> {
        self.runtime
            .block_on(self.vault.save(key, SecretString::from(secret)))
    }

    fn read(&self, key: &SecretKey) -> Result<Option<String>, VaultError> {
        let read = self.runtime.block_on(self.vault.read(key));
        read.map(|secret| secret.map(|secret| secret.expose_secret().to_owned()))
    }

    fn remove(&self, key: &SecretKey) -> Result<(), VaultError> {
        self.runtime.block_on(self.vault.remove(key))
    }

    /// That every kind of call is refused for this reason, thus before its limit.
    fn is_refused(&self, keys: &[&SecretKey], cause: VaultError, state: KeychainState) {
        assert_eq!(self.probe(), state);
        for key in keys {
            assert_eq!(self.read(key), Err(cause), "read {key:?}");
            assert_eq!(self.save(key, "another"), Err(cause), "save {key:?}");
            assert_eq!(self.remove(key), Err(cause), "remove {key:?}");
        }
    }
}

fn existing() -> SecretKey {
    SecretKey::halo("https://acme.halopsa.com", "one")
}

fn missing() -> SecretKey {
    SecretKey::halo("https://acme.halopsa.com", "none")
}

#[test]
fn an_open_keyring_keeps_replaces_and_removes() {
    with_bus(
        "keyring::an_open_keyring_keeps_replaces_and_removes",
        || {
            start_daemon();
            let caller = Caller::new();
            assert_eq!(caller.probe(), KeychainState::Ready);
            assert_eq!(caller.read(&existing()), Ok(None));
            caller.save(&existing(), "the first").unwrap();
            caller.save(&existing(), SECRET).unwrap();
            assert_eq!(caller.read(&missing()), Ok(None));

            // The next start of the program finds it.
            let next = Caller::new();
            assert_eq!(next.read(&existing()), Ok(Some(SECRET.to_owned())));
            next.remove(&existing()).unwrap();
            next.remove(&existing()).unwrap();
            assert_eq!(caller.read(&existing()), Ok(None));
        },
    );
}

#[test]
fn a_locked_keyring_says_so_and_works_once_unlocked() {
    with_bus(
        "keyring::a_locked_keyring_says_so_and_works_once_unlocked",
        || {
            start_daemon();
            let caller = Caller::new();
            caller.save(&existing(), SECRET).unwrap();
            lock();
            let keys = [&existing(), &missing()];
            caller.is_refused(&keys, VaultError::Locked, KeychainState::Locked);
            Caller::new().is_refused(&keys, VaultError::Locked, KeychainState::Locked);

            unlock_wrongly();
            assert_eq!(caller.probe(), KeychainState::Locked);

            unlock();
            assert_eq!(caller.probe(), KeychainState::Ready);
            assert_eq!(caller.read(&existing()), Ok(Some(SECRET.to_owned())));
            assert_eq!(caller.read(&missing()), Ok(None));
        },
    );
}

#[test]
fn a_session_without_a_bus_has_no_keychain() {
    without_bus("keyring::a_session_without_a_bus_has_no_keychain", || {
        Caller::new().is_refused(&[&existing()], VaultError::Absent, KeychainState::Absent);
    });
}

#[test]
fn a_keyring_this_program_may_not_talk_to_is_denied() {
    with_refusing_bus(
        "keyring::a_keyring_this_program_may_not_talk_to_is_denied",
        || {
            start_daemon();
            Caller::new().is_refused(&[&existing()], VaultError::Denied, KeychainState::Denied);
        },
    );
}

#[test]
fn a_keyring_that_starts_later_is_found_by_the_same_vault() {
    with_bus(
        "keyring::a_keyring_that_starts_later_is_found_by_the_same_vault",
        || {
            let caller = Caller::new();
            caller.is_refused(&[&existing()], VaultError::Absent, KeychainState::Absent);
            start_daemon();
            assert_eq!(caller.probe(), KeychainState::Ready);
            caller.save(&existing(), SECRET).unwrap();
            assert_eq!(caller.read(&existing()), Ok(Some(SECRET.to_owned())));
        },
    );
}

#[test]
fn a_keyring_service_without_a_keyring_is_absent() {
    with_bus(
        "keyring::a_keyring_service_without_a_keyring_is_absent",
        || {
            start_daemon_without_keyring();
            let caller = Caller::new();
            assert_eq!(caller.probe(), KeychainState::Absent);
            assert_eq!(caller.save(&existing(), SECRET), Err(VaultError::Absent));
            unlock();
            assert_eq!(caller.probe(), KeychainState::Ready);
            caller.save(&existing(), SECRET).unwrap();
        },
    );
}

/// A log that can be read back.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no holder panics").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn no_library_on_the_way_to_the_keyring_logs_the_secret() {
    with_bus(
        "keyring::no_library_on_the_way_to_the_keyring_logs_the_secret",
        || {
            let log = Log::default();
            let writer = log.clone();
            tracing_subscriber::fmt()
                .with_max_level(tracing::Level::TRACE)
                .with_writer(move || writer.clone())
                .init();
            start_daemon();
            let caller = Caller::new();
            caller.save(&existing(), SECRET).unwrap();
            assert_eq!(caller.read(&existing()), Ok(Some(SECRET.to_owned())));
            lock();
            assert_eq!(caller.read(&existing()), Err(VaultError::Locked));

            let logged = String::from_utf8_lossy(&log.0.lock().unwrap()).into_owned();
            assert!(
                logged.contains(existing().as_str()),
                "the libraries are heard: {logged}"
            );
            assert!(
                logged.contains("org.freedesktop.Secret"),
                "so is the bus: {logged}"
            );
            let as_bytes = format!("{:?}", SECRET.as_bytes());
            for form in [SECRET, as_bytes.trim_matches(['[', ']'])] {
                assert!(!logged.contains(form));
            }
        },
    );
}
