//! Connections and what admins say about them, also after closing and opening.

use std::path::Path;

use serde_json::json;
use store::{ConnectionId, NameProblem, SecretHome, Store, StoreError};

use crate::reports::good;

async fn open(folder: &Path) -> Store {
    let opened = Store::open(folder)
        .await
        .expect("the folder is free and sound");
    assert_eq!(opened.set_aside, None);
    opened.store
}

#[tokio::test]
async fn everything_is_there_after_closing_and_opening() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    assert_eq!(store.connections().await.unwrap(), []);
    let id = store
        .create("rewst", "built-in", "  Acme → Rewst ")
        .await
        .unwrap()
        .id;
    store
        .set_address(id, Some("https://acme.halopsa.com"))
        .await
        .unwrap();
    store
        .set_discovered(id, Some(&json!({ "tenant": "acme" })))
        .await
        .unwrap();
    store.set_client_id(id, Some("0a1b")).await.unwrap();
    store
        .set_secret_home(id, SecretHome::Keychain)
        .await
        .unwrap();
    store.set_place(id, Some("agent")).await.unwrap();
    store
        .set_answer(id, "team", &json!("2nd Line"))
        .await
        .unwrap();
    store
        .set_answer(id, "team", &json!("1st Line"))
        .await
        .unwrap();
    store
        .set_answer(id, "gone", &json!([1, null]))
        .await
        .unwrap();
    store.clear_answer(id, "gone").await.unwrap();
    for (item, is_ticked) in [("a", true), ("b", true), ("b", true), ("a", false)] {
        store.tick(id, item, is_ticked).await.unwrap();
    }
    let what = json!({ "asked": ["API-only"] });
    store
        .confirm(id, "agent.api_only", &json!({}))
        .await
        .unwrap();
    store.confirm(id, "agent.api_only", &what).await.unwrap();
    store.confirm(id, "agent.teams", &json!({})).await.unwrap();
    store.take_back(id, "agent.teams").await.unwrap();
    let before = store.connection(id).await.unwrap();
    let confirmed = store.confirmations(id).await.unwrap();
    drop(store);

    let store = open(folder.path()).await;
    let after = store.connection(id).await.unwrap();
    assert_eq!(after, before);
    assert_eq!(
        store.connections().await.unwrap(),
        std::slice::from_ref(&after)
    );
    assert_eq!(
        store.connection_by_name("acme → REWST").await.unwrap(),
        Some(after.clone())
    );
    assert_eq!(after.name, "Acme → Rewst");
    assert_eq!(after.address.as_deref(), Some("https://acme.halopsa.com"));
    assert_eq!(after.discovered, Some(json!({ "tenant": "acme" })));
    assert_eq!(after.client_id.as_deref(), Some("0a1b"));
    assert_eq!(after.secret_home, SecretHome::Keychain);
    assert_eq!(after.place.as_deref(), Some("agent"));
    assert_eq!(
        after.answers,
        [("team".to_owned(), json!("1st Line"))].into()
    );
    assert_eq!(after.ticks, ["b".to_owned()].into());
    assert!(after.changed > after.created);
    assert_eq!(store.confirmations(id).await.unwrap(), confirmed);
    assert_eq!(confirmed.keys().collect::<Vec<_>>(), ["agent.api_only"]);
    assert_eq!(confirmed["agent.api_only"].statement, Some(what));
}

#[tokio::test]
async fn names_are_unique_whatever_their_case_and_free_again_after_removal() {
    let store = Store::in_memory().unwrap();
    let first = store.create("rewst", "built-in", "Äcme").await.unwrap().id;
    let second = store.create("rewst", "built-in", "Other").await.unwrap().id;
    let taken = store.create("hudu", "built-in", " äcme ").await;
    assert!(matches!(taken, Err(StoreError::NameTaken)), "{taken:?}");
    let taken = store.rename(second, "ÄCME").await;
    assert!(matches!(taken, Err(StoreError::NameTaken)), "{taken:?}");
    let empty = store.rename(second, "  ").await;
    assert!(
        matches!(empty, Err(StoreError::Name(NameProblem::Empty))),
        "{empty:?}"
    );
    assert_eq!(store.connection(second).await.unwrap().name, "Other");

    store
        .rename(first, "ÄCME")
        .await
        .expect("its own name in another case");
    store.remove(first).await.unwrap();
    store.rename(second, "äcme").await.unwrap();
    assert_eq!(store.connections().await.unwrap().len(), 1);
}

#[tokio::test]
async fn another_address_or_application_forgets_where_the_secret_is() {
    let store = Store::in_memory().unwrap();
    let id = store.create("rewst", "built-in", "Acme").await.unwrap().id;
    for (address, client_id, home) in [
        ("https://acme.halopsa.com", "one", SecretHome::None),
        ("https://acme.halopsa.com", "one", SecretHome::Keychain),
        ("https://acme.halopsa.com", "two", SecretHome::None),
        ("https://acme.halopsa.com", "two", SecretHome::Keychain),
        ("https://beta.halopsa.com", "two", SecretHome::None),
    ] {
        store.set_address(id, Some(address)).await.unwrap();
        store.set_client_id(id, Some(client_id)).await.unwrap();
        let now = store.connection(id).await.unwrap();
        assert_eq!(now.secret_home, home, "{address} {client_id}");
        store
            .set_secret_home(id, SecretHome::Keychain)
            .await
            .unwrap();
    }
    store
        .set_discovered(id, Some(&json!({ "tenant": "beta" })))
        .await
        .unwrap();
    store.set_address(id, None).await.unwrap();
    let now = store.connection(id).await.unwrap();
    assert_eq!(
        (now.address, now.discovered, now.secret_home),
        (None, None, SecretHome::None)
    );
}

#[tokio::test]
async fn what_was_confirmed_before_there_was_a_halo_outlives_its_first_address_alone() {
    let store = Store::in_memory().unwrap();
    let id = store.create("rewst", "built-in", "Acme").await.unwrap().id;
    store
        .confirm(id, "vendor:licence", &json!({}))
        .await
        .unwrap();
    for address in ["https://acme.halopsa.com", "https://acme.halopsa.com"] {
        store.set_address(id, Some(address)).await.unwrap();
        assert_eq!(store.confirmations(id).await.unwrap().len(), 1);
    }
    let other = Some("https://other.halopsa.com");
    store.set_address(id, other).await.unwrap();
    assert_eq!(store.confirmations(id).await.unwrap().len(), 0);
}

#[tokio::test]
async fn a_connection_that_was_removed_is_not_found_by_anything() {
    let store = Store::in_memory().unwrap();
    let id: ConnectionId = store.create("rewst", "built-in", "Acme").await.unwrap().id;
    store
        .set_answer(id, "team", &json!("1st Line"))
        .await
        .unwrap();
    store.confirm(id, "agent.teams", &json!({})).await.unwrap();
    store.save_report(id, good(&json!({}))).await.unwrap();
    store.set_last_open(Some(id)).await.unwrap();
    store.remove(id).await.unwrap();

    for refused in [
        store.connection(id).await.map(drop),
        store.rename(id, "Other").await,
        store.remove(id).await,
        store.set_place(id, Some("agent")).await,
        store.set_answer(id, "team", &json!(1)).await,
        store.tick(id, "a", true).await,
        store.confirm(id, "agent.teams", &json!({})).await,
        store.save_report(id, good(&json!({}))).await,
        store.set_last_open(Some(id)).await,
    ] {
        assert!(matches!(refused, Err(StoreError::NotFound)), "{refused:?}");
    }
    assert_eq!(store.connection_by_name("Acme").await.unwrap(), None);
    assert_eq!(store.confirmations(id).await.unwrap(), [].into());
    assert_eq!(store.reports(id).await.unwrap(), []);
    assert_eq!(store.last_open().await.unwrap(), None);
}

/// Two programs on one file: of two that begin from the same, one is first.
#[tokio::test]
async fn an_answer_is_exchanged_only_where_it_is_still_what_was_read() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    let id = store.create("rewst", "built-in", "Acme").await.unwrap().id;
    let beside = Store::open_beside(folder.path()).await.unwrap();
    let (first, second) = (json!({ "begun": 1 }), json!({ "begun": 2 }));
    let (own, others) = tokio::join!(
        store.exchange_answer(id, "trial", None, &first),
        beside.exchange_answer(id, "trial", None, &second),
    );
    let (own, others) = (own.unwrap(), others.unwrap());
    assert!(own != others, "one of them is first");
    let (kept, lost) = if own {
        (first, second)
    } else {
        (second, first)
    };
    assert_eq!(
        beside.connection(id).await.unwrap().answers["trial"],
        kept,
        "both read what the first one kept"
    );
    for was in [None, Some(&lost)] {
        assert!(
            !store
                .exchange_answer(id, "trial", was, &lost)
                .await
                .unwrap()
        );
    }
    assert_eq!(store.connection(id).await.unwrap().answers["trial"], kept);
    assert!(
        store
            .exchange_answer(id, "trial", Some(&kept), &lost)
            .await
            .unwrap()
    );
    assert_eq!(beside.connection(id).await.unwrap().answers["trial"], lost);

    let gone = store.create("rewst", "built-in", "Gone").await.unwrap().id;
    store.remove(gone).await.unwrap();
    let refused = store.exchange_answer(gone, "trial", None, &lost).await;
    assert!(matches!(refused, Err(StoreError::NotFound)), "{refused:?}");
    let guid = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
    let secret = json!(format!("{guid}-{guid}"));
    let refused = store
        .exchange_answer(id, "trial", Some(&lost), &secret)
        .await;
    assert!(
        matches!(refused, Err(StoreError::LooksLikeASecret)),
        "{refused:?}"
    );
}
