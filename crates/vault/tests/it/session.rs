//! Secrets of this session only.

use secrecy::{ExposeSecret, SecretString};
use vault::{KeychainState, SecretKey, Vault};

#[tokio::test]
async fn keeps_secrets_until_they_are_removed_and_shares_them_among_clones_only() {
    let vault = Vault::session();
    let key = SecretKey::halo("https://acme.halopsa.com", "one");
    assert!(vault.is_session_only());
    assert_eq!(vault.probe().await, KeychainState::Ready);

    vault.save(&key, SecretString::from("first")).await.unwrap();
    vault
        .save(&key, SecretString::from("second"))
        .await
        .unwrap();
    let read = vault
        .clone()
        .read(&key)
        .await
        .unwrap()
        .expect("it was kept");
    assert_eq!(read.expose_secret(), "second");
    assert!(Vault::session().read(&key).await.unwrap().is_none());

    vault.remove(&key).await.unwrap();
    vault.remove(&key).await.unwrap();
    assert!(vault.read(&key).await.unwrap().is_none());
}
