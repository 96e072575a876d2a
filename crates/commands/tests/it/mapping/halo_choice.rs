//! Which of Halo's customers are read: kept with a reading that was broken off, and no reason to
//! call anybody gone or to lose what was decided.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use super::Page;
use crate::desk::Stage;

const NOTHING: (u64, u64, u64) = (0, 0, 0);

/// New, renamed and gone in Halo's list.
fn changes(end: &Value) -> (u64, u64, u64) {
    let counts = &end["view"]["card"]["halo_list"]["changes"];
    let count = |name: &str| counts[name].as_u64().expect("a count");
    (count("new"), count("renamed"), count("gone"))
}

fn rows(end: &Value) -> u64 {
    end["view"]["card"]["halo_list"]["rows"]
        .as_u64()
        .expect("a count")
}

/// Starts to read inactive customers too and stops after the first pages; how many rows are kept.
async fn broken_off(page: &Page<'_>) -> u64 {
    let which = json!({ "inactive": true, "internal": false, "anew": false });
    let started = page.call("start_halo_list", which).await;
    let (mut seen, mut done) = (json!(0), 0);
    while done < 100 {
        let progress = page.watch(&started["run"], &seen).await;
        assert_eq!(progress["ended"], Value::Null, "{progress}");
        seen = progress["version"].clone();
        done = progress["done"].as_u64().expect("a count");
    }
    let stop = json!({ "run": started["run"] });
    page.stage.call("cancel_mapping", stop).await;
    let end = page.end(&started["run"]).await;
    assert_eq!(end["how"], "cancelled", "{end}");
    end["kept"].as_u64().expect("a count")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reading_that_was_broken_off_knows_its_choice() {
    let stage = Stage::set_slow("rewst", Duration::from_millis(150)).await;
    let page = Page::open(&stage, "customers").await;
    let view = page.call("mapping", json!({})).await;
    let none = json!({ "inactive": false, "internal": false });
    assert_eq!(view["card"]["halo_list"]["which"], none, "nothing was read");

    let kept = broken_off(&page).await;
    let connection = page.connection;
    let stage = stage.restarted().await;
    let page = Page {
        stage: &stage,
        connection,
        mapping: "customers",
    };
    let list = page.call("mapping", json!({})).await["card"]["halo_list"].clone();
    assert_eq!(list["begun"], kept);
    let with_inactive = json!({ "inactive": true, "internal": false });
    assert_eq!(list["which"], with_inactive, "also after a restart");

    // The same choice goes on, another one begins anew.
    let end = page.read_customers(true, false).await;
    let all = rows(&end);
    let list = &end["view"]["card"]["halo_list"];
    assert_eq!(
        (&list["begun"], &list["which"]),
        (&Value::Null, &with_inactive)
    );

    broken_off(&page).await;
    let end = page.read_customers(false, false).await;
    let list = &end["view"]["card"]["halo_list"];
    assert_eq!((&list["begun"], &list["which"]), (&Value::Null, &none));
    assert!(rows(&end) < all, "{} of {all}", rows(&end));
    assert_eq!(changes(&end), NOTHING, "the others are only left out");
}

#[tokio::test(flavor = "multi_thread")]
async fn another_choice_calls_nobody_gone_and_loses_no_decision() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    page.paste("id,name\na,Alpha\nb,Beta\n").await;
    let end = page.read_customers(false, false).await;
    let active: Vec<String> = ids(&page).await;
    let end_of_all = page.read_customers(true, false).await;
    assert!(rows(&end_of_all) > rows(&end));
    let off = ids(&page).await.into_iter().find(|id| !active.contains(id));
    let off = off.expect("an inactive one");
    let accept = json!({ "rows": [off], "decision": { "what": "accept", "id": "a" } });
    page.call("decide_mapping", accept).await;

    for _ in 0..2 {
        let end = page.read_customers(false, false).await;
        assert_eq!(changes(&end), NOTHING, "left out is not gone");
        assert_eq!(rows(&end), active.len() as u64);
        let how = end["view"]["card"]["halo_list"]["how"]
            .as_str()
            .expect("words");
        assert!(how.contains("left out this time: 2"), "{how}");
        let end = page.read_customers(true, false).await;
        assert_eq!(changes(&end), NOTHING, "and not new when it is back");
        assert_eq!(end["view"]["card"]["counts"]["accepted"], 1);
    }
    // It can be taken back while it is left out, and decided again.
    page.read_customers(false, false).await;
    let undone = page.call("undo_mapping", json!({})).await;
    assert_eq!(undone["first"], *off);
    page.call("redo_mapping", json!({})).await;
    let end = page.read_customers(true, false).await;
    assert_eq!(end["view"]["card"]["counts"]["accepted"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_switched_off_since_is_not_gone_and_who_was_deleted_is() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    let all = rows(&page.read_customers(false, false).await);
    let known = page.rows("all", "").await["rows"].clone();
    let id = |row: usize| known[row]["item"]["id"].as_str().expect("an id").to_owned();
    page.decide(&known[5], json!({ "what": "ignore" })).await;

    let off = |is_off: bool| json!([{ "id": id(7).parse::<i64>().expect("a number"), "inactive": is_off }]);
    page.in_halo(Method::POST, "Client", off(true)).await;
    page.in_halo(Method::DELETE, &format!("Client/{}", id(5)), json!(null))
        .await;
    let end = page.read_customers(false, false).await;
    assert_eq!(rows(&end), all - 2);
    assert_eq!(changes(&end), (0, 0, 1), "Halo has a record of the other");
    let gone = page.changes("halo", "gone").await["items"][0].clone();
    assert_eq!(gone["id"], *id(5));
    assert!(gone["decision"].is_string(), "kept: {gone}");

    // Who is gone stays gone without being asked about again, who may be there is asked about.
    let control = stage.tenant.control();
    control.forget_requests();
    let end = page.read_customers(false, false).await;
    assert_eq!(changes(&end), NOTHING);
    let asked = |row: usize| {
        let path = format!("client/{}", id(row));
        let requests = control.requests();
        let paths = requests.iter().map(|seen| seen.path.to_lowercase());
        paths.filter(|asked| asked.ends_with(&path)).count()
    };
    assert_eq!((asked(5), asked(7)), (0, 1));

    page.in_halo(Method::POST, "Client", off(false)).await;
    let end = page.read_customers(false, false).await;
    assert_eq!(rows(&end), all - 1);
    assert_eq!(changes(&end), NOTHING, "it was there all the time");
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_decided_means_the_rows_that_are_shown() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    page.paste("id,name\na,Alpha\n").await;
    page.read_customers(true, false).await;
    let ignore = |rows: Vec<String>| json!({ "rows": rows, "decision": { "what": "ignore" } });
    let all = ids(&page).await;
    page.call("decide_mapping", ignore(all.clone())).await;
    assert_eq!(state(&page).await, "completed");
    // Decisions about customers that are left out count for none of those that are shown.
    page.read_customers(false, false).await;
    assert_eq!(state(&page).await, "completed");
    let shown = ids(&page).await;
    assert!(shown.len() < all.len());
    let clear = json!({ "rows": [shown[0]], "decision": { "what": "clear" } });
    page.call("decide_mapping", clear).await;
    assert_eq!(state(&page).await, "in-progress");
    page.call("undo_mapping", json!({})).await;
    assert_eq!(state(&page).await, "completed");
}

async fn ids(page: &Page<'_>) -> Vec<String> {
    let mut ids = Vec::new();
    loop {
        let window = json!({ "filter": "all", "text": "", "offset": ids.len(), "count": 200 });
        let part = page.call("mapping_rows", window).await;
        let rows = part["rows"].as_array().expect("rows");
        if rows.is_empty() {
            return ids;
        }
        let id = |row: &Value| row["item"]["id"].as_str().expect("an id").to_owned();
        ids.extend(rows.iter().map(id));
    }
}

/// How the connection's page shows the mapping.
async fn state(page: &Page<'_>) -> Value {
    let request = json!({ "connection": page.connection });
    let view = page.stage.call("connection", request).await;
    let tasks = view["tasks"].as_array().expect("tasks");
    let mapping = tasks.iter().find(|task| task["step"]["kind"] == "mapping");
    mapping.expect("a step for the mapping")["state"].clone()
}
