//! Settings, and the connection last open.

use serde_json::json;
use store::Store;

#[tokio::test]
async fn settings_and_the_open_connection_are_there_after_opening_again() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap().store;
    assert_eq!(store.setting("theme").await.unwrap(), None);
    assert_eq!(store.last_open().await.unwrap(), None);
    store.set_setting("theme", &json!("light")).await.unwrap();
    store.set_setting("theme", &json!("dark")).await.unwrap();
    let first = store.create("rewst", "built-in", "First").await.unwrap().id;
    let second = store
        .create("rewst", "built-in", "Second")
        .await
        .unwrap()
        .id;
    store.set_last_open(Some(first)).await.unwrap();
    store.set_last_open(Some(second)).await.unwrap();
    drop(store);

    let store = Store::open(folder.path()).await.unwrap().store;
    assert_eq!(store.setting("theme").await.unwrap(), Some(json!("dark")));
    assert_eq!(store.last_open().await.unwrap(), Some(second));
    store.set_last_open(None).await.unwrap();
    assert_eq!(store.last_open().await.unwrap(), None);
}
