//! Profiles kept from files.

use store::{Removal, Store, StoreError};

#[tokio::test]
async fn a_kept_profile_is_there_after_opening_again_and_is_replaced_whole() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap().store;
    assert_eq!(store.kept_profiles().await.unwrap(), []);
    assert_eq!(store.kept_profile("own").await.unwrap(), None);
    store
        .keep_profile("own", "own.toml", "first")
        .await
        .unwrap();
    store
        .keep_profile("other", "other.toml", "text")
        .await
        .unwrap();
    store
        .keep_profile("own", "newer.toml", "second")
        .await
        .unwrap();
    drop(store);

    let store = Store::open_to_read(folder.path()).await.unwrap();
    let kept = store.kept_profiles().await.unwrap();
    let seen: Vec<_> = kept
        .iter()
        .map(|one| (one.id.as_str(), one.file.as_str(), one.text.as_str()))
        .collect();
    assert_eq!(
        seen,
        [
            ("other", "other.toml", "text"),
            ("own", "newer.toml", "second")
        ]
    );
    assert_eq!(
        store.kept_profile("own").await.unwrap().as_ref(),
        kept.get(1)
    );
    let refused = store.keep_profile("own", "own.toml", "third").await;
    assert!(matches!(refused, Err(StoreError::ReadOnly)), "{refused:?}");
}

#[tokio::test]
async fn a_profile_in_use_stays_until_its_connections_are_gone() {
    let store = Store::in_memory().unwrap();
    store.keep_profile("own", "own.toml", "text").await.unwrap();
    let user = store.create("own", "installed", "Mine").await.unwrap().id;
    let other = store.create("own", "built-in", "Theirs").await.unwrap().id;
    assert_eq!(store.users_of_profile("own").await.unwrap(), ["Mine"]);
    assert_eq!(
        store.remove_profile("own").await.unwrap(),
        Removal::InUse(vec!["Mine".to_owned()])
    );
    assert!(store.kept_profile("own").await.unwrap().is_some());
    store.remove(user).await.unwrap();
    assert_eq!(
        store.remove_profile("own").await.unwrap(),
        Removal::Removed,
        "a built-in profile of the same id is another one"
    );
    assert_eq!(store.kept_profile("own").await.unwrap(), None);
    assert!(store.connection(other).await.is_ok());
    assert_eq!(store.remove_profile("own").await.unwrap(), Removal::Removed);
}

#[tokio::test]
async fn a_text_with_a_secret_in_it_is_not_kept() {
    let store = Store::in_memory().unwrap();
    let guid = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
    let text = format!("remark = \"{guid}-{guid}\"");
    let refused = store.keep_profile("own", "own.toml", &text).await;
    assert!(
        matches!(refused, Err(StoreError::LooksLikeASecret)),
        "{refused:?}"
    );
    assert_eq!(store.kept_profiles().await.unwrap(), []);
}
