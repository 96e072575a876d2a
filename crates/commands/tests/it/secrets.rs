//! A secret that passes through every command comes out of none of them: not in a reply, not in an
//! error, not in what is kept on disk.

use std::fs;

use serde_json::{Value, json};

use crate::desk::Stage;

/// Whether these bytes hold the secret, as text or as UTF-16.
fn holds(bytes: &[u8], secret: &str) -> bool {
    let utf16: Vec<u8> = secret.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [secret.as_bytes(), &utf16]
        .iter()
        .any(|needle| bytes.windows(needle.len()).any(|part| part == *needle))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_secret_leaves_by_the_clipboard_only() {
    let stage = Stage::set("rewst", "healthy").await;
    let secret = stage.tenant.running.client_secret.clone();
    let mut replies: Vec<Value> = Vec::new();

    let id = stage.connected().await;
    let by_id = json!({ "connection": id });
    for (name, request) in [
        ("set_client_id", json!({ "connection": id, "text": secret })),
        ("type_secret", json!({ "connection": id, "secret": secret })),
        (
            "set_client_id",
            json!({ "connection": id, "text": stage.tenant.running.client_id }),
        ),
        ("type_secret", json!({ "connection": id, "secret": secret })),
        ("hand_over", by_id.clone()),
        ("copy_secret", by_id.clone()),
        ("clipboard", json!({})),
        ("connection", by_id.clone()),
        ("connections", json!({})),
        ("finish_guide", by_id.clone()),
        ("app_info", json!({})),
        ("keychain", json!({})),
    ] {
        replies.push(stage.call(name, request).await);
    }
    replies.push(stage.check(&id, None).await);
    for (name, request) in [
        (
            "rename_connection",
            json!({ "connection": id, "name": secret }),
        ),
        (
            "tick",
            json!({ "connection": id, "key": secret, "done": true }),
        ),
        ("go_to", json!({ "connection": id, "place": secret })),
        (
            "answer",
            json!({ "connection": id, "answer": { "to": "choice", "id": "x", "option": secret } }),
        ),
    ] {
        match stage.try_call(name, request).await {
            Ok(reply) => replies.push(reply),
            Err(error) => replies.push(json!(error)),
        }
    }

    for reply in &replies {
        assert!(
            !holds(reply.to_string().as_bytes(), &secret),
            "a reply repeats the secret"
        );
    }
    for entry in fs::read_dir(stage.folder.path()).expect("the store's folder") {
        let path = entry.expect("a file").path();
        assert!(
            !holds(&fs::read(&path).expect("readable"), &secret),
            "{} holds the secret",
            path.display()
        );
    }
    let clipboard = stage.desk.text().expect("the secret was copied");
    assert!(
        holds(clipboard.as_bytes(), &secret),
        "the search finds it where it is"
    );
    assert!(holds(
        &secret
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<_>>(),
        &secret
    ));
}
