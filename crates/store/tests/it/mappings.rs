//! Mappings: lists, decisions and the way back, also after the program was closed.

use jiff::Timestamp;
use serde_json::json;
use store::{
    ConnectionId, DecidedBy, Decision, KeptPage, KeptSide, Side, Steps, Store, StoreError, Verdict,
};

const MAPPING: &str = "customers";

async fn connection(store: &Store) -> ConnectionId {
    store
        .create("rewst", "built-in", "Acme")
        .await
        .expect("a connection is made")
        .id
}

fn accepted(row: &str, other: &str) -> (String, Option<Decision>) {
    decided(
        row,
        Verdict::Accepted {
            id: other.to_owned(),
            name: format!("Organisation {other}"),
        },
    )
}

fn decided(row: &str, verdict: Verdict) -> (String, Option<Decision>) {
    let decision = Decision {
        row: row.to_owned(),
        name: format!("Customer {row}"),
        verdict,
        by: DecidedBy::Person,
        decided: Timestamp::now(),
        under: None,
    };
    (row.to_owned(), Some(decision))
}

/// What is decided, by row: the other side's id, or a word.
async fn standing(store: &Store, id: ConnectionId) -> Vec<(String, String)> {
    let decisions = store
        .decisions(id, MAPPING)
        .await
        .expect("decisions are read");
    let mut all: Vec<_> = decisions
        .into_iter()
        .map(|decision| {
            let what = match decision.verdict {
                Verdict::Accepted { id, .. } => id,
                Verdict::Later => "later".to_owned(),
                Verdict::Ignored => "ignored".to_owned(),
            };
            (decision.row, what)
        })
        .collect();
    all.sort();
    all
}

fn list(rows: &str) -> KeptSide {
    KeptSide {
        read: Timestamp::now(),
        source: json!({ "by": "file" }),
        rows: rows.to_owned(),
        changes: json!(null),
    }
}

#[tokio::test]
async fn a_list_read_anew_touches_no_decision() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap().store;
    let id = connection(&store).await;
    for side in [Side::Halo, Side::Vendor] {
        assert_eq!(store.mapping_side(id, MAPPING, side).await.unwrap(), None);
        store
            .keep_mapping_side(id, MAPPING, side, &list("one"))
            .await
            .unwrap();
    }
    store
        .decide(id, MAPPING, vec![accepted("1", "a"), accepted("2", "b")])
        .await
        .unwrap();
    let second = list("two");
    store
        .keep_mapping_side(id, MAPPING, Side::Halo, &second)
        .await
        .unwrap();
    drop(store);

    let store = Store::open(folder.path()).await.unwrap().store;
    assert_eq!(
        store.mapping_side(id, MAPPING, Side::Halo).await.unwrap(),
        Some(second)
    );
    let vendor = store.mapping_side(id, MAPPING, Side::Vendor).await.unwrap();
    assert_eq!(vendor.unwrap().rows, "one");
    assert_eq!(
        standing(&store, id).await,
        [("1".into(), "a".into()), ("2".into(), "b".into())]
    );
    assert!(store.decisions(id, "statuses").await.unwrap().is_empty());
    let extents = store.mapping_extents(id).await.unwrap();
    assert_eq!(extents.len(), 1);
    assert_eq!(extents[MAPPING].decisions, 2);
    assert_eq!(extents[MAPPING].vendor, Some(json!({ "by": "file" })));
}

#[tokio::test]
async fn every_step_goes_back_and_forth() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).await.unwrap().store;
    let id = connection(&store).await;
    assert_eq!(store.steps(id, MAPPING).await.unwrap(), Steps::default());
    assert!(store.undo(id, MAPPING).await.unwrap().is_empty());

    let steps = [
        vec![accepted("1", "a")],
        vec![accepted("2", "b"), decided("3", Verdict::Later)],
        vec![accepted("1", "c"), decided("4", Verdict::Ignored)],
        vec![("2".to_owned(), None)],
    ];
    let mut states = vec![standing(&store, id).await];
    for step in steps {
        store.decide(id, MAPPING, step).await.unwrap();
        states.push(standing(&store, id).await);
    }
    for expected in states.iter().rev().skip(1) {
        assert!(!store.undo(id, MAPPING).await.unwrap().is_empty());
        // As after a restart.
        drop(store);
        store = Store::open(folder.path()).await.unwrap().store;
        assert_eq!(standing(&store, id).await, *expected);
    }
    assert_eq!(
        store.steps(id, MAPPING).await.unwrap(),
        Steps {
            back: false,
            forth: true
        }
    );
    for expected in states.iter().skip(1) {
        store.redo(id, MAPPING).await.unwrap();
        assert_eq!(standing(&store, id).await, *expected);
    }
    assert!(store.redo(id, MAPPING).await.unwrap().is_empty());

    // A new step leaves nothing to take again.
    store.undo(id, MAPPING).await.unwrap();
    store
        .decide(id, MAPPING, vec![accepted("9", "z")])
        .await
        .unwrap();
    assert_eq!(
        store.steps(id, MAPPING).await.unwrap(),
        Steps {
            back: true,
            forth: false
        }
    );
}

#[tokio::test]
async fn a_reading_that_was_broken_off_is_kept_until_it_is_whole() {
    let store = Store::in_memory().unwrap();
    let id = connection(&store).await;
    let page = |list: &str, number| KeptPage {
        list: list.to_owned(),
        number,
        total: Some(230),
        read: Timestamp::now(),
        rows: format!("{list} {number}"),
    };
    let pages = [page("customers", 1), page("customers", 2), page("sites", 1)];
    for page in pages.iter().rev() {
        store
            .keep_mapping_page(id, MAPPING, Side::Halo, page)
            .await
            .unwrap();
    }
    assert_eq!(
        store.mapping_pages(id, MAPPING, Side::Halo).await.unwrap(),
        pages
    );
    assert!(
        store
            .mapping_pages(id, MAPPING, Side::Vendor)
            .await
            .unwrap()
            .is_empty()
    );
    store
        .keep_mapping_side(id, MAPPING, Side::Halo, &list("all"))
        .await
        .unwrap();
    assert!(
        store
            .mapping_pages(id, MAPPING, Side::Halo)
            .await
            .unwrap()
            .is_empty()
    );

    store
        .keep_mapping_page(id, MAPPING, Side::Halo, &pages[0])
        .await
        .unwrap();
    store
        .forget_mapping_pages(id, MAPPING, Side::Halo)
        .await
        .unwrap();
    assert!(
        store
            .mapping_pages(id, MAPPING, Side::Halo)
            .await
            .unwrap()
            .is_empty()
    );
    // Those of one Halo are never mixed with another's.
    store
        .keep_mapping_page(id, MAPPING, Side::Halo, &pages[0])
        .await
        .unwrap();
    store
        .set_address(id, Some("https://other.halopsa.com"))
        .await
        .unwrap();
    assert!(
        store
            .mapping_pages(id, MAPPING, Side::Halo)
            .await
            .unwrap()
            .is_empty()
    );
}

#[tokio::test]
async fn secrets_are_refused_and_a_removed_connection_takes_everything_along() {
    let store = Store::in_memory().unwrap();
    let id = connection(&store).await;
    let guid = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
    let secret = format!("{guid}-{guid}");
    let refused = [
        store
            .decide(id, MAPPING, vec![accepted("1", &secret)])
            .await,
        store
            .decide(id, MAPPING, vec![accepted(&secret, "a")])
            .await,
        store
            .keep_mapping_side(id, MAPPING, Side::Vendor, &list(&secret))
            .await,
    ];
    for answer in refused {
        assert!(
            matches!(answer, Err(StoreError::LooksLikeASecret)),
            "{answer:?}"
        );
    }
    // Who asks before about each row keeps all others.
    let rows = ["Acme", &secret, "Bolt"];
    let whole = store
        .keep_mapping_side(id, MAPPING, Side::Vendor, &list(&rows.join("\n")))
        .await;
    assert!(
        matches!(whole, Err(StoreError::LooksLikeASecret)),
        "{whole:?}"
    );
    let good = rows
        .into_iter()
        .filter(|row| !store::looks_like_a_secret(row));
    let good = good.collect::<Vec<_>>().join("\n");
    store
        .keep_mapping_side(id, MAPPING, Side::Vendor, &list(&good))
        .await
        .unwrap();
    let kept = store.mapping_side(id, MAPPING, Side::Vendor).await.unwrap();
    assert_eq!(kept.unwrap().rows, "Acme\nBolt");
    store
        .decide(id, MAPPING, vec![accepted("1", "a")])
        .await
        .unwrap();
    store.remove(id).await.unwrap();
    assert!(store.decisions(id, MAPPING).await.unwrap().is_empty());
    let gone = store.decide(id, MAPPING, vec![accepted("1", "a")]).await;
    assert!(matches!(gone, Err(StoreError::NotFound)), "{gone:?}");
}

#[tokio::test]
async fn fifty_thousand_decisions_are_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap().store;
    let id = connection(&store).await;
    let all = (0..50_000).map(|row| accepted(&row.to_string(), &format!("o{row}")));
    store.decide(id, MAPPING, all.collect()).await.unwrap();
    assert_eq!(store.decisions(id, MAPPING).await.unwrap().len(), 50_000);
    assert_eq!(store.undo(id, MAPPING).await.unwrap().len(), 50_000);
    assert!(store.decisions(id, MAPPING).await.unwrap().is_empty());
}
