//! A secret shows in nothing that can be printed.

use keyring_core::Error;
use secrecy::SecretString;
use vault::{SecretKey, Vault, VaultError};

use crate::stand_in::{Mood, StandIn};

const SENTINEL: &str = "sentinel-7c1e";

/// The two errors of the library that carry what they read.
fn errors_that_carry_it() -> [fn() -> Error; 2] {
    [
        || Error::BadEncoding(SENTINEL.into()),
        || Error::BadDataFormat(SENTINEL.into(), SENTINEL.into()),
    ]
}

/// How `{:?}` prints the sentinel when it is held as bytes.
fn as_bytes() -> String {
    format!("{:?}", SENTINEL.as_bytes())
}

#[tokio::test]
async fn no_error_and_no_handle_prints_the_secret() {
    let store = StandIn::default();
    let (opened, limit) = (store.clone(), std::time::Duration::from_secs(10));
    let vault = Vault::with_store(move || Ok(opened.open()), limit);
    let key = SecretKey::halo("https://acme.halopsa.com", "one");
    vault
        .save(&key, SecretString::from(SENTINEL))
        .await
        .unwrap();

    for error in errors_that_carry_it() {
        // The scan can find what it looks for: the library's own error prints it.
        assert!(format!("{:?}", error()).contains(&as_bytes()));

        store.set(Mood::Fails(error));
        let failures = [
            vault
                .save(&key, SecretString::from(SENTINEL))
                .await
                .unwrap_err(),
            vault.read(&key).await.unwrap_err(),
            vault.remove(&key).await.unwrap_err(),
        ];
        for failure in failures {
            assert_eq!(failure, VaultError::Failed);
            let printed = format!("{failure} {failure:?} {failure:#?} {vault:?}");
            assert!(
                !printed.contains(SENTINEL) && !printed.contains(&as_bytes()),
                "{printed}"
            );
        }
    }

    store.set(Mood::Well);
    let read = vault.read(&key).await.unwrap().expect("it was kept");
    assert!(!format!("{read:?}").contains(SENTINEL));
}
