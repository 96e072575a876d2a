//! Nothing of a client secret's shape gets in, by any way there is.

use std::fs;

use serde_json::json;
use store::{Store, StoreError};

use crate::reports::good;

const SECRET: &str = "5e0f2b1a-9c3d-4e7f-8a6b-1c2d3e4f5a6b-0d9c8b7a-6f5e-4d3c-2b1a-0f9e8d7c6b5a";

#[tokio::test]
async fn a_secret_is_refused_everywhere_and_never_reaches_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap().store;
    let id = store
        .create("rewst", "built-in", "canary in the file")
        .await
        .unwrap()
        .id;
    let nested = json!({ "findings": [{ "detail": format!("the server said {SECRET}") }] });
    for (way, refused) in [
        (
            "name",
            store.create("rewst", "built-in", SECRET).await.map(drop),
        ),
        (
            "profile",
            store.create(SECRET, "built-in", "Other").await.map(drop),
        ),
        (
            "source",
            store.create("rewst", SECRET, "Other").await.map(drop),
        ),
        ("rename", store.rename(id, SECRET).await),
        ("address", store.set_address(id, Some(SECRET)).await),
        ("discovered", store.set_discovered(id, Some(&nested)).await),
        ("client id", store.set_client_id(id, Some(SECRET)).await),
        ("place", store.set_place(id, Some(SECRET)).await),
        (
            "answer",
            store.set_answer(id, "client_id", &json!(SECRET)).await,
        ),
        (
            "answer's key",
            store.set_answer(id, SECRET, &json!(1)).await,
        ),
        ("tick", store.tick(id, SECRET, true).await),
        ("confirmation", store.confirm(id, SECRET, &json!({})).await),
        (
            "what was confirmed",
            store.confirm(id, "agent.teams", &nested).await,
        ),
        ("report", store.save_report(id, good(&nested)).await),
        ("setting", store.set_setting("theme", &json!(SECRET)).await),
        ("setting's key", store.set_setting(SECRET, &json!(1)).await),
    ] {
        let error = refused.expect_err(way);
        assert!(
            matches!(error, StoreError::LooksLikeASecret),
            "{way}: {error:?}"
        );
        assert!(!format!("{error} {error:?}").contains("5e0f2b1a"), "{way}");
    }

    let mut is_found = false;
    for entry in fs::read_dir(folder.path()).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        let holds = |text: &str| {
            bytes
                .windows(text.len())
                .any(|part| part == text.as_bytes())
        };
        assert!(!holds("5e0f2b1a"));
        is_found |= holds("canary in the file");
    }
    assert!(is_found, "the scan finds what is in the file");
    store
        .set_answer(id, "client_id", &json!("not a secret"))
        .await
        .unwrap();
}
