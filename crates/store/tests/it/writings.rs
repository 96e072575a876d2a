//! What was written of a mapping: noted row by row, and still there afterwards.

use serde_json::{Value, json};
use store::{ConnectionId, KeptWriting, Store, StoreError};

const MAPPING: &str = "companies";

async fn connection(store: &Store) -> ConnectionId {
    let made = store.create("a", "built-in", "Acme").await;
    made.expect("it can be made").id
}

fn writing(rows: Vec<Value>) -> KeptWriting {
    KeptWriting {
        begun: "2026-11-22T10:00:00Z".parse().expect("a time"),
        ended: None,
        about: json!({ "host": "docs.example" }),
        rows,
    }
}

#[tokio::test]
async fn a_row_that_was_asked_for_is_known_after_the_program_was_ended() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap().store;
    let id = connection(&store).await;
    assert_eq!(store.writing(id, MAPPING).await.unwrap(), None);
    let rows = vec![json!({ "row": "1" }), json!({ "row": "2" })];
    let begun = store.begin_writing(id, MAPPING, &writing(rows)).await;
    begun.unwrap();
    let asked = json!({ "row": "2", "became": "asked" });
    store.note_written(id, MAPPING, 1, &asked).await.unwrap();
    drop(store);

    let store = Store::open(folder.path()).await.unwrap().store;
    let kept = store.writing(id, MAPPING).await.unwrap().unwrap();
    assert_eq!(kept, writing(vec![json!({ "row": "1" }), asked]));
    let how = json!({ "host": "docs.example", "stopped": "why" });
    let ended = "2026-11-22T10:05:00Z".parse().unwrap();
    store.end_writing(id, MAPPING, ended, &how).await.unwrap();
    let kept = store.writing(id, MAPPING).await.unwrap().unwrap();
    assert_eq!((kept.ended, kept.about), (Some(ended), how));
}

#[tokio::test]
async fn the_next_writing_takes_the_place_of_the_one_before() {
    let store = Store::in_memory().unwrap();
    let id = connection(&store).await;
    let first = writing(vec![json!(1), json!(2), json!(3)]);
    store.begin_writing(id, MAPPING, &first).await.unwrap();
    let second = writing(vec![json!(4)]);
    store.begin_writing(id, MAPPING, &second).await.unwrap();
    store.begin_writing(id, "other", &first).await.unwrap();
    let kept = store.writing(id, MAPPING).await.unwrap();
    assert_eq!(kept.unwrap().rows, [json!(4)]);
    // A row that is not there was never asked for.
    let noted = store.note_written(id, MAPPING, 1, &json!(5)).await;
    assert!(matches!(noted, Err(StoreError::NotFound)), "{noted:?}");
}

#[tokio::test]
async fn no_secret_is_kept_and_nothing_outlives_its_connection() {
    let store = Store::in_memory().unwrap();
    let id = connection(&store).await;
    let guid = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
    let secret = json!({ "name": format!("{guid}-{guid}") });
    let begun = writing(vec![secret.clone()]);
    let refused = store.begin_writing(id, MAPPING, &begun).await;
    assert!(
        matches!(refused, Err(StoreError::LooksLikeASecret)),
        "{refused:?}"
    );
    let begun = writing(vec![json!(1)]);
    store.begin_writing(id, MAPPING, &begun).await.unwrap();
    let refused = store.note_written(id, MAPPING, 0, &secret).await;
    assert!(
        matches!(refused, Err(StoreError::LooksLikeASecret)),
        "{refused:?}"
    );
    store.remove(id).await.unwrap();
    assert_eq!(store.writing(id, MAPPING).await.unwrap(), None);
    let noted = store.note_written(id, MAPPING, 0, &json!(1)).await;
    assert!(matches!(noted, Err(StoreError::NotFound)), "{noted:?}");
}
