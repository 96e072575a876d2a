//! Each way a keychain can misbehave, and that the vault recovers from it.

use std::{io, sync::mpsc, time::Duration};

use keyring_core::Error;
use secrecy::{ExposeSecret, SecretString};
use vault::{KeychainState, SecretKey, Vault, VaultError};

use crate::stand_in::{Mood, StandIn};

/// Longer than any machine takes for a call that does not block.
const PATIENT: Duration = Duration::from_secs(30);
/// Short, for the calls that are meant to reach it.
const SHORT: Duration = Duration::from_millis(50);

fn key() -> SecretKey {
    SecretKey::halo("https://acme.halopsa.com", "one")
}

fn vault(limit: Duration) -> (StandIn, Vault) {
    let store = StandIn::default();
    let opened = store.clone();
    (store, Vault::with_store(move || Ok(opened.open()), limit))
}

async fn read(vault: &Vault) -> Option<String> {
    let secret = vault.read(&key()).await.expect("the keychain is well");
    secret.map(|secret| secret.expose_secret().to_owned())
}

async fn save(vault: &Vault, secret: &str) -> Result<(), VaultError> {
    vault.save(&key(), SecretString::from(secret)).await
}

#[tokio::test]
async fn tells_causes_apart_and_recovers_with_a_new_store() {
    let refused: fn() -> Error =
        || Error::PlatformFailure(Box::new(io::Error::from(io::ErrorKind::PermissionDenied)));
    let broken: fn() -> Error = || Error::PlatformFailure("broken".into());
    let none: fn() -> Error = || Error::NoDefaultStore;
    let long: fn() -> Error = || Error::TooLong("secret".into(), 2560);
    for (error, cause, state) in [
        (refused, VaultError::Denied, KeychainState::Denied),
        (broken, VaultError::Failed, KeychainState::Absent),
        (none, VaultError::Absent, KeychainState::Absent),
        (long, VaultError::TooLong, KeychainState::Absent),
    ] {
        let (store, vault) = vault(PATIENT);
        save(&vault, "kept").await.unwrap();
        store.set(Mood::Fails(error));
        assert_eq!(vault.probe().await, state);
        assert_eq!(vault.read(&key()).await.unwrap_err(), cause);
        assert_eq!(save(&vault, "another").await.unwrap_err(), cause);
        assert_eq!(vault.remove(&key()).await.unwrap_err(), cause);

        let before = store.openings();
        store.set(Mood::Well);
        assert_eq!(vault.probe().await, KeychainState::Ready);
        assert_eq!(read(&vault).await.as_deref(), Some("kept"));
        assert_eq!(
            store.openings(),
            before + 1,
            "opened anew once after the failure"
        );
    }
}

#[tokio::test]
async fn a_store_that_cannot_be_opened_is_absent_until_it_can() {
    let (store, is_up) = (
        StandIn::default(),
        std::sync::Arc::new(std::sync::OnceLock::new()),
    );
    let (opened, up) = (store.clone(), std::sync::Arc::clone(&is_up));
    let vault = Vault::with_store(
        move || match up.get() {
            Some(()) => Ok(opened.open()),
            None => Err(Error::PlatformFailure("nobody there".into())),
        },
        PATIENT,
    );
    assert_eq!(vault.probe().await, KeychainState::Absent);
    assert_eq!(save(&vault, "one").await, Err(VaultError::Absent));
    is_up.set(()).expect("set once");
    assert_eq!(vault.probe().await, KeychainState::Ready);
    save(&vault, "one").await.unwrap();
}

#[tokio::test]
async fn a_secret_that_reads_back_differently_is_not_kept() {
    let (store, vault) = vault(PATIENT);
    store.set(Mood::Garbles(b"something else"));
    assert_eq!(save(&vault, "one").await, Err(VaultError::NotKept));
    assert_eq!(vault.probe().await, KeychainState::Absent);
    store.set(Mood::Well);
    assert_eq!(read(&vault).await, None, "it was taken back");
    save(&vault, "one").await.unwrap();
    assert_eq!(read(&vault).await.as_deref(), Some("one"));
}

#[tokio::test]
async fn an_entry_that_is_not_text_is_a_failure_and_can_be_replaced() {
    let (store, vault) = vault(PATIENT);
    save(&vault, "one").await.unwrap();
    store.set(Mood::Garbles(&[0xff, 0xfe]));
    assert_eq!(vault.read(&key()).await.unwrap_err(), VaultError::Failed);
    store.set(Mood::Well);
    save(&vault, "two").await.unwrap();
    assert_eq!(read(&vault).await.as_deref(), Some("two"));
}

#[tokio::test]
async fn the_canary_leaves_nothing_behind() {
    let (store, vault) = vault(PATIENT);
    assert_eq!(vault.probe().await, KeychainState::Ready);
    assert!(store.kept("").is_empty());
}

#[tokio::test]
async fn a_panic_in_the_library_ends_one_call_only() {
    let (store, vault) = vault(PATIENT);
    store.set(Mood::Panics);
    assert_eq!(vault.probe().await, KeychainState::Absent);
    assert_eq!(vault.probe().await, KeychainState::Ready);
}

/// Saves until a write blocks: on a busy machine the limit may pass before it starts.
async fn get_stuck(store: &StandIn, vault: &Vault) {
    let stuck = tokio::time::timeout(PATIENT, async {
        loop {
            assert_eq!(save(vault, "late").await, Err(VaultError::TimedOut));
            if tokio::time::timeout(SHORT, store.until_blocked())
                .await
                .is_ok()
            {
                break;
            }
        }
    });
    stuck.await.expect("a write blocks");
}

async fn until_ready(vault: &Vault) {
    let ready = tokio::time::timeout(PATIENT, async {
        while vault.probe().await != KeychainState::Ready {
            tokio::task::yield_now().await;
        }
    });
    ready.await.expect("the keychain recovers");
}

#[tokio::test]
async fn a_stuck_keychain_answers_at_the_limit_and_starts_nothing_until_it_returns() {
    let (store, vault) = vault(SHORT);
    let (release, until) = mpsc::channel();
    store.set(Mood::BlocksOnWrite(until));

    // The caller is answered although the write never returns, and this runtime, which
    // has one thread, goes on with other work meanwhile.
    get_stuck(&store, &vault).await;

    // Nothing else is started, not even by a clone, and nobody waits again.
    let openings = store.openings();
    assert_eq!(vault.probe().await, KeychainState::TimedOut);
    assert_eq!(
        vault.clone().read(&key()).await.unwrap_err(),
        VaultError::TimedOut
    );
    assert_eq!(store.openings(), openings);

    // Once it returns, the late write is taken back, and the keychain works again.
    release.send(()).unwrap();
    until_ready(&vault).await;
    assert!(
        store.kept("halo:").is_empty(),
        "a save that timed out leaves nothing"
    );
}

#[tokio::test]
async fn a_late_replacement_leaves_the_secret_that_was_there() {
    let (store, vault) = vault(SHORT);
    while save(&vault, "before").await.is_err() {}
    let (release, until) = mpsc::channel();
    store.set(Mood::BlocksOnWrite(until));
    get_stuck(&store, &vault).await;
    release.send(()).unwrap();
    until_ready(&vault).await;
    assert_eq!(store.kept("halo:"), [b"before".to_vec()]);
}

/// Runs as a program of its own below: it leaves its keychain stuck, and ends.
#[test]
fn a_stuck_keychain_does_not_keep_the_program_from_ending() {
    const STUCK: &str = "HALYARD_TEST_LEAVE_STUCK";
    if std::env::var_os(STUCK).is_some() {
        let (store, vault) = vault(SHORT);
        let (never, until) = mpsc::channel::<()>();
        store.set(Mood::BlocksOnWrite(until));
        tokio::runtime::Runtime::new()
            .unwrap()
            .block_on(get_stuck(&store, &vault));
        std::mem::forget(never);
        return;
    }
    let status = std::process::Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "faults::a_stuck_keychain_does_not_keep_the_program_from_ending",
        ])
        .env(STUCK, "1")
        .stdout(std::process::Stdio::null())
        .status()
        .unwrap();
    assert!(status.success());
}
