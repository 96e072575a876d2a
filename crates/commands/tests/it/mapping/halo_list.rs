//! Halo's list: politely, with progress, stopped and gone on with, refused and allowed.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use super::Page;
use crate::desk::Stage;

const WHICH: &str = r#"{ "inactive": false, "internal": false, "anew": false }"#;

fn which() -> Value {
    serde_json::from_str(WHICH).expect("JSON")
}

/// How often the tenant was asked for a path.
fn asked(stage: &Stage, path: &str) -> usize {
    let counts = stage.tenant.control().counts();
    counts
        .iter()
        .filter(|(key, _)| key.to_lowercase().contains(&path.to_lowercase()))
        .map(|(_, count)| *count)
        .sum()
}

#[tokio::test(flavor = "multi_thread")]
async fn customers_come_with_the_domains_of_their_sites() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    let view = page.read_halo().await;
    let active = view["card"]["halo_list"]["rows"].as_u64().expect("a count");
    let rows = page.rows("all", "").await;
    let about = rows["rows"][0]["item"]["about"].as_str().expect("words");
    assert!(
        about.contains('.') && about.contains('·'),
        "a domain and a town: {about}"
    );

    let all = json!({ "inactive": true, "internal": true, "anew": false });
    let end = page.run("start_halo_list", all).await;
    let all = end["view"]["card"]["halo_list"]["rows"]
        .as_u64()
        .expect("a count");
    assert!(
        all > active,
        "{all} with the inactive ones, {active} without"
    );
    assert_eq!(end["view"]["card"]["counts"]["changed"], all - active);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reading_that_was_stopped_goes_on_after_its_last_page() {
    let stage = Stage::set_slow("rewst", Duration::from_millis(150)).await;
    let page = Page::open(&stage, "customers").await;
    let started = page.call("start_halo_list", which()).await;
    let (mut seen, mut done) = (json!(0), 0);
    while done < 100 {
        let progress = page.watch(&started["run"], &seen).await;
        assert_eq!(progress["ended"], Value::Null, "{progress}");
        seen = progress["version"].clone();
        done = progress["done"].as_u64().expect("a count");
    }
    stage
        .call("cancel_mapping", json!({ "run": started["run"] }))
        .await;
    let end = page.end(&started["run"]).await;
    assert_eq!(end["how"], "cancelled", "{end}");
    let kept = end["kept"].as_u64().expect("a count");
    assert!(kept >= 100, "{kept}");
    let view = page.call("mapping", json!({})).await;
    assert_eq!(view["card"]["halo_list"]["begun"], kept);
    assert_eq!(view["card"]["halo_list"]["read"], Value::Null, "not whole");

    let pages = kept.div_ceil(100);
    stage.tenant.control().forget_requests();
    let view = page.read_halo().await;
    let rows = view["card"]["halo_list"]["rows"].as_u64().expect("a count");
    assert!(rows > 200, "{rows}");
    assert_eq!(view["card"]["halo_list"]["begun"], Value::Null);
    let again = asked(&stage, "/client") as u64;
    assert!(
        again <= rows.div_ceil(100) - pages.min(2) + 1,
        "{again} pages asked again"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_halo_refuses_is_said_and_tried_again() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    let before = page.read_halo().await["card"]["halo_list"]["rows"].clone();
    for (scenario, about) in [
        ("one-list-server-error", "problem of its own"),
        ("api-401-after-token", "does not let this agent"),
        ("no-customers", "shows no"),
        ("one-list-web-page", "web page came instead"),
    ] {
        let control = stage.tenant.control();
        control.set_scenario(scenario).expect("a scenario");
        let end = page.run("start_halo_list", which()).await;
        assert_eq!(end["how"], "stopped", "{scenario}: {end}");
        let said = end["message"].as_str().expect("words");
        assert!(said.contains(about), "{scenario}: {said}");
        let view = page.call("mapping", json!({})).await;
        assert_eq!(
            view["card"]["halo_list"]["rows"], before,
            "{scenario}: kept"
        );
        control.fix();
        page.read_halo().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_secret_nothing_is_asked() {
    let stage = Stage::set("rewst", "healthy").await;
    let connection = stage.connected().await;
    let page = Page {
        stage: &stage,
        connection,
        mapping: "customers",
    };
    stage.tenant.control().forget_requests();
    let end = page.run("start_halo_list", which()).await;
    assert_eq!(end["how"], "stopped");
    assert!(
        end["message"]
            .as_str()
            .is_some_and(|said| said.contains("Client Secret")),
        "{end}"
    );
    assert_eq!(asked(&stage, "/client"), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn customers_whose_names_the_matcher_takes_for_one_are_looked_at_each() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    let made = |name: &str, domain: &str| json!({ "name": name, "domain": domain });
    let rows = json!([
        made("Twin Works Ltd", "twin.example"),
        made("TWIN WORKS Limited", "other.example"),
        made("Lonely Works", "lonely.example"),
    ]);
    page.in_halo(Method::POST, "Client", rows).await;
    page.read_halo().await;
    for (name, domain) in [
        ("Works Ltd", "twin.example"),
        ("Works Limited", "other.example"),
    ] {
        let row = page.row(name).await;
        let about = row["item"]["about"].as_str().expect("words");
        assert!(about.contains(domain), "{row}");
    }
    let row = page.row("Lonely").await;
    let about = row["item"]["about"].as_str().expect("words");
    assert!(
        !about.contains("lonely.example"),
        "nobody has its name: {row}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn customers_that_would_be_left_to_a_person_are_looked_at_too() {
    let stage = Stage::set("rewst", "healthy").await;
    let page = Page::open(&stage, "customers").await;
    let row = json!([{ "name": "Riverside Dental", "domain": "riverside-york.example" }]);
    page.in_halo(Method::POST, "Client", row).await;
    let about = async || page.row("Riverside Dental").await["item"]["about"].to_string();
    page.read_halo().await;
    assert!(
        !about().await.contains("riverside"),
        "nothing to tell it from"
    );

    page.paste(
        "id,name,domain\n\
         a,Riverside Dental,riverside-leeds.example\n\
         b,Riverside Dental,riverside-york.example\n",
    )
    .await;
    page.read_halo().await;
    assert!(about().await.contains("riverside-york.example"));
    page.suggest().await;
    let row = page.row("Riverside Dental").await;
    assert_eq!(row["candidates"][0]["item"]["id"], "b", "{row}");
    assert_ne!(row["class"], "review", "{row}");
}

#[tokio::test(flavor = "multi_thread")]
async fn statuses_come_in_halos_order_with_what_they_are_for() {
    let stage = Stage::set("humanizeit", "healthy").await;
    let page = Page::open(&stage, "statuses").await;
    page.read_halo().await;
    let rows = page.rows("all", "").await;
    let rows = rows["rows"].as_array().expect("rows");
    let names: Vec<&str> = rows
        .iter()
        .filter_map(|row| row["item"]["name"].as_str())
        .collect();
    assert_eq!(names[..3], ["New", "In Progress", "Action Required"]);
    let about = |name: &str| {
        let row = rows.iter().find(|row| row["item"]["name"] == name);
        row.expect("it is there")["item"]["about"].clone()
    };
    assert_eq!(about("Scheduled"), "Project, Project Task");
    assert_eq!(about("New"), "", "Halo says nothing of it");
}
