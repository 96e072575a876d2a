//! Past reports.

use serde_json::{Value, json};
use store::{REPORTS_KEPT, Store};

#[tokio::test]
async fn the_latest_are_kept_and_the_last_good_one_however_old() {
    let store = Store::in_memory().unwrap();
    let id = store.create("rewst", "built-in", "Acme").await.unwrap().id;
    let other = store.create("rewst", "built-in", "Other").await.unwrap().id;
    assert_eq!(store.last_report(id).await.unwrap(), None);
    assert_eq!(store.last_good_report(id).await.unwrap(), None);

    store
        .save_report(other, &json!("of the other"), true)
        .await
        .unwrap();
    for (run, good) in [(0, true), (1, true)] {
        store.save_report(id, &json!(run), good).await.unwrap();
    }
    let runs = 2 + i64::from(REPORTS_KEPT) + 5;
    for run in 2..runs {
        store.save_report(id, &json!(run), false).await.unwrap();
    }

    let kept: Vec<Value> = store
        .reports(id)
        .await
        .unwrap()
        .into_iter()
        .map(|report| report.body)
        .collect();
    let mut expected: Vec<Value> = (runs - i64::from(REPORTS_KEPT)..runs)
        .rev()
        .map(Value::from)
        .collect();
    expected.push(json!(1));
    assert_eq!(kept, expected);
    let last = store.last_report(id).await.unwrap().expect("one was saved");
    assert_eq!((last.body, last.good), (json!(runs - 1), false));
    let good = store
        .last_good_report(id)
        .await
        .unwrap()
        .expect("one was good");
    assert_eq!((good.body, good.good), (json!(1), true));

    // Once there is a newer good one, the old one goes.
    store
        .save_report(id, &json!("good again"), true)
        .await
        .unwrap();
    assert_eq!(
        store.reports(id).await.unwrap().len(),
        REPORTS_KEPT as usize
    );
    assert_eq!(store.reports(other).await.unwrap().len(), 1);
}
