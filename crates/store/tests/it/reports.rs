//! Past reports.

use jiff::Timestamp;
use serde_json::{Value, json};
use store::{BYTES_KEPT, ConnectionId, Extent, NewReport, REPORTS_KEPT, SavedReport, Store};

/// Saves a report made at this second.
async fn save(store: &Store, id: ConnectionId, at: i64, good: bool, extent: Extent) {
    save_body(store, id, &json!(at), good, extent).await;
}

async fn save_body(store: &Store, id: ConnectionId, body: &Value, good: bool, extent: Extent) {
    let second = body.as_i64().unwrap_or_default();
    let report = NewReport {
        made: Timestamp::from_second(second).expect("a date"),
        good,
        extent,
        body,
    };
    store.save_report(id, report).await.expect("it is kept");
}

/// A good report of a whole run.
pub(crate) fn good(body: &Value) -> NewReport<'_> {
    NewReport {
        made: Timestamp::UNIX_EPOCH,
        good: true,
        extent: Extent::Whole,
        body,
    }
}

async fn bodies(store: &Store, id: ConnectionId) -> Vec<Value> {
    let reports = store.reports(id).await.expect("they read");
    reports.into_iter().map(|report| report.body).collect()
}

async fn new() -> (Store, ConnectionId) {
    let store = Store::in_memory().expect("there is memory");
    let id = store
        .create("rewst", "built-in", "Acme")
        .await
        .expect("the name is free")
        .id;
    (store, id)
}

#[tokio::test]
async fn the_latest_are_kept_and_the_last_good_ones_however_old() {
    let (store, id) = new().await;
    let other = store.create("rewst", "built-in", "Other").await.unwrap().id;
    assert_eq!(store.last_report(id).await.unwrap(), None);
    assert_eq!(store.last_good_report(id).await.unwrap(), None);

    save(&store, other, 7, true, Extent::Whole).await;
    for run in 0..3 {
        save(&store, id, run, true, Extent::Whole).await;
    }
    let runs = 3 + i64::from(REPORTS_KEPT) + 5;
    for run in 3..runs {
        save(&store, id, run, false, Extent::Whole).await;
    }

    let mut expected: Vec<Value> = (runs - i64::from(REPORTS_KEPT)..runs)
        .rev()
        .map(Value::from)
        .collect();
    expected.extend([json!(2), json!(1)]);
    assert_eq!(bodies(&store, id).await, expected);
    let last = store.last_report(id).await.unwrap().expect("one was saved");
    assert_eq!((last.body, last.good), (json!(runs - 1), false));
    assert_eq!(last.made, Timestamp::from_second(runs - 1).unwrap());
    let good = store.last_good_report(id).await.unwrap();
    assert_eq!(good.expect("one was good").body, json!(2));

    // A later answer shows that a good one is not: the one before it is then the last good one.
    save(&store, id, 100, true, Extent::Whole).await;
    let latest = store.last_report(id).await.unwrap().expect("there");
    let seen_anew = json!("seen anew");
    store
        .replace_report(id, latest.number, &seen_anew, false)
        .await
        .unwrap();
    let good = store.last_good_report(id).await.unwrap();
    assert_eq!(good.expect("there").body, json!(2));
    let latest = store.last_report(id).await.unwrap().expect("there");
    assert_eq!(latest.body, seen_anew);
    assert_eq!(latest.made, Timestamp::from_second(100).unwrap());

    // Two newer good ones, and the old ones go.
    for run in 101..=120 {
        save(&store, id, run, run > 118, Extent::Whole).await;
    }
    assert_eq!(bodies(&store, id).await.len(), REPORTS_KEPT as usize);
    assert_eq!(store.reports(other).await.unwrap().len(), 1);
    let marks = store.report_marks(id).await.unwrap();
    let good: Vec<i64> = marks
        .iter()
        .filter(|mark| mark.good)
        .map(|mark| mark.made.as_second())
        .collect();
    assert_eq!(good, [120, 119]);
}

#[tokio::test]
async fn runs_of_a_part_and_runs_that_reached_nothing_push_nothing_out() {
    let (store, id) = new().await;
    save(&store, id, 1, true, Extent::Whole).await;
    for run in 2..60 {
        save(&store, id, run, false, Extent::Part).await;
    }
    assert_eq!(bodies(&store, id).await, [json!(59), json!(1)]);
    for run in 60..90 {
        save(&store, id, run, false, Extent::Nothing).await;
    }
    assert_eq!(bodies(&store, id).await, [json!(89), json!(59), json!(1)]);
    let body = |report: Option<SavedReport>| report.map(|report| report.body);
    assert_eq!(
        body(store.last_report(id).await.unwrap()),
        Some(json!(59)),
        "what is known of Halo stays known while it cannot be reached"
    );
    assert_eq!(body(store.unreached(id).await.unwrap()), Some(json!(89)));

    save(&store, id, 90, false, Extent::Whole).await;
    assert_eq!(bodies(&store, id).await, [json!(90), json!(1)]);
    assert_eq!(store.unreached(id).await.unwrap(), None, "it was reached");
}

#[tokio::test]
async fn very_large_reports_are_kept_fewer_of_and_the_last_good_one_all_the_same() {
    let (store, id) = new().await;
    let large = |run: u32| json!([run, "x".repeat(BYTES_KEPT as usize / 4)]);
    save_body(&store, id, &large(0), true, Extent::Whole).await;
    for run in 1..10 {
        save_body(&store, id, &large(run), false, Extent::Whole).await;
    }
    let runs: Vec<Value> = bodies(&store, id)
        .await
        .iter()
        .map(|body| body[0].clone())
        .collect();
    assert_eq!(runs, [json!(9), json!(8), json!(7), json!(0)]);

    let huge = json!(["huge", "x".repeat(BYTES_KEPT as usize + 1)]);
    save_body(&store, id, &huge, false, Extent::Whole).await;
    let runs = bodies(&store, id).await;
    assert_eq!(runs.len(), 2, "the latest, however large, and the good one");
    assert_eq!((&runs[0][0], &runs[1][0]), (&json!("huge"), &json!(0)));
}
