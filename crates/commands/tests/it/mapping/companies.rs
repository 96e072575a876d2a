//! The vendor's own API, on a real server: paging, its errors, its key.

use serde_json::{Value, json};
use vault::SecretKey;
use wiremock::matchers::{header, method, path, query_param};
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::Page;
use crate::desk::Stage;

const KEY: &str = "k3y-of-the-other-product";

fn companies(ids: std::ops::Range<u32>) -> Value {
    let rows: Vec<Value> = ids
        .map(|id| {
            json!({ "id": id, "name": format!("Company {id}"), "website": "https://c.example",
                    "phone_number": null, "city": "York", "integrations": [] })
        })
        .collect();
    json!({ "companies": rows })
}

/// Answers a page, for the right key only.
async fn answer(server: &MockServer, number: u32, body: Value) {
    Mock::given(method("GET"))
        .and(path("/api/v1/companies"))
        .and(query_param("page", number.to_string()))
        .and(header("x-api-key", KEY))
        .respond_with(ResponseTemplate::new(200).set_body_json(body))
        .mount(server)
        .await;
}

async fn with_address<'a>(stage: &'a Stage, server: &MockServer) -> Page<'a> {
    let page = Page::open(stage, "companies").await;
    let typed = format!("{}/c/some-company?x=1", server.uri());
    let reply = page
        .call("set_reader_address", json!({ "address": typed }))
        .await;
    assert_eq!(reply["problem"], Value::Null, "{reply}");
    assert_eq!(
        reply["view"]["reader"],
        json!({ "address": server.uri(), "has_key": false })
    );
    page
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_read_whatever_its_size() {
    let server = MockServer::start().await;
    // Fewer than asked for, one row twice, then nothing new.
    answer(&server, 1, companies(1..26)).await;
    answer(&server, 2, companies(25..45)).await;
    answer(&server, 3, companies(0..0)).await;
    let stage = Stage::set("hudu", "healthy").await;
    let page = with_address(&stage, &server).await;

    let end = page.run("start_vendor_list", json!({})).await;
    assert_eq!(end["how"], "stopped", "no key yet: {end}");
    stage.desk.put(KEY);
    let reply = page.call("paste_reader_key", json!({})).await;
    assert_eq!(reply["view"]["reader"]["has_key"], true, "{reply}");
    assert_eq!(stage.desk.text(), None, "it is taken off the clipboard");

    let end = page.run("start_vendor_list", json!({})).await;
    assert_eq!(end["how"], "done", "{end}");
    assert_eq!(end["view"]["card"]["vendor_list"]["rows"], 44);
    assert_eq!(end["view"]["card"]["vendor_list"]["how"], "127.0.0.1");
    assert!(!end.to_string().contains(KEY));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_key_is_said_and_another_one_works() {
    let server = MockServer::start().await;
    answer(&server, 1, companies(1..3)).await;
    answer(&server, 2, companies(0..0)).await;
    Mock::given(method("GET"))
        .respond_with(ResponseTemplate::new(401).set_body_json(json!({ "error": KEY })))
        .with_priority(9)
        .mount(&server)
        .await;
    let stage = Stage::set("hudu", "healthy").await;
    let page = with_address(&stage, &server).await;
    for (key, about) in [("", "one word"), ("two words here", "one word")] {
        let reply = page.call("type_reader_key", json!({ "key": key })).await;
        assert!(
            reply["problem"]
                .as_str()
                .is_some_and(|said| said.contains(about)),
            "{reply}"
        );
    }
    page.call(
        "type_reader_key",
        json!({ "key": "a-wrong-key-of-decent-length" }),
    )
    .await;
    let end = page.run("start_vendor_list", json!({})).await;
    assert_eq!(end["how"], "stopped");
    assert!(
        end["message"]
            .as_str()
            .is_some_and(|said| said.contains("API key")),
        "{end}"
    );

    page.call("type_reader_key", json!({ "key": format!("  {KEY}\n") }))
        .await;
    let end = page.run("start_vendor_list", json!({})).await;
    assert_eq!(end["view"]["card"]["vendor_list"]["rows"], 2, "{end}");

    // Nothing is taken from a connection that is kept because only it knows of a test ticket.
    let kept = SecretKey::list_reader(&server.uri());
    let id = page.connection.parse().expect("a connection");
    let noted = json!({
        "mark": "halyard-1", "halo": stage.tenant.address(),
        "customer": { "id": 1, "name": "Acme" }, "ticket_type": { "id": 1, "name": "Incident" },
        "afterwards": "delete", "begun": "2026-01-02T03:04:05Z", "ended": null,
        "ticket": { "is": "perhaps" }, "tried": [], "came_back": null,
    });
    let noting = stage.store.set_answer(id, "test-ticket", &noted).await;
    noting.expect("noted");
    let removal = json!({ "connection": page.connection });
    let refused = stage.try_call("remove_connection", removal.clone()).await;
    let refused = refused.expect_err("the connection is kept").message;
    assert!(refused.contains("test ticket"), "{refused}");
    assert!(stage.keychain.read(&kept).await.expect("open").is_some());

    // The key leaves the keychain with the connection.
    stage.call("test_ticket_removed", removal.clone()).await;
    stage.call("remove_connection", removal).await;
    assert!(stage.keychain.read(&kept).await.expect("open").is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_key_goes_nowhere_else() {
    let elsewhere = MockServer::start().await;
    let server = MockServer::start().await;
    let away = ResponseTemplate::new(302).insert_header("location", elsewhere.uri().as_str());
    Mock::given(method("GET"))
        .respond_with(away)
        .mount(&server)
        .await;
    let stage = Stage::set("hudu", "healthy").await;
    let page = with_address(&stage, &server).await;
    page.call("type_reader_key", json!({ "key": KEY })).await;
    let end = page.run("start_vendor_list", json!({})).await;
    assert_eq!(end["how"], "stopped", "{end}");
    assert!(
        elsewhere
            .received_requests()
            .await
            .expect("recorded")
            .is_empty()
    );

    // Plain http is for this computer only, and another address needs its own key.
    let reply = page
        .call(
            "set_reader_address",
            json!({ "address": "http://docs.acme.example" }),
        )
        .await;
    assert!(reply["problem"].is_string(), "{reply}");
    assert_eq!(reply["view"]["reader"]["address"], server.uri());
    let reply = page
        .call(
            "set_reader_address",
            json!({ "address": "docs.acme.example" }),
        )
        .await;
    assert_eq!(
        reply["view"]["reader"],
        json!({ "address": "https://docs.acme.example", "has_key": false })
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn something_that_is_no_list_is_said_to_be_none() {
    let server = MockServer::start().await;
    Mock::given(method("GET"))
        .respond_with(ResponseTemplate::new(200).set_body_json(json!({ "hello": [] })))
        .mount(&server)
        .await;
    let stage = Stage::set("hudu", "healthy").await;
    let page = with_address(&stage, &server).await;
    page.call("type_reader_key", json!({ "key": KEY })).await;
    let end = page.run("start_vendor_list", json!({})).await;
    assert_eq!(end["how"], "stopped");
    assert!(
        end["message"]
            .as_str()
            .is_some_and(|said| said.contains("no such list")),
        "{end}"
    );
    assert_eq!(
        page.call("mapping", json!({})).await["card"]["vendor_list"]["rows"],
        0
    );
}

/// What the keychain and the session have for a server.
async fn in_keychain(stage: &Stage, origin: &str) -> bool {
    let key = SecretKey::list_reader(origin);
    stage.keychain.read(&key).await.expect("open").is_some()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_leaves_the_keychain_with_its_address() {
    let stage = Stage::set("hudu", "healthy").await;
    let (old, new) = ("https://old.example", "https://new.example");
    let page = Page::open(&stage, "companies").await;
    let other = Page::open(&stage, "companies").await;
    for page in [&page, &other] {
        page.call("set_reader_address", json!({ "address": old }))
            .await;
        page.call("type_reader_key", json!({ "key": KEY })).await;
    }
    assert!(in_keychain(&stage, old).await);
    let moved = json!({ "address": new });
    page.call("set_reader_address", moved.clone()).await;
    assert!(in_keychain(&stage, old).await, "the other one uses it");
    let reply = other.call("set_reader_address", moved).await;
    assert!(!in_keychain(&stage, old).await, "nobody uses it any more");
    assert_eq!(reply["view"]["reader"]["has_key"], false);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forgotten_key_is_forgotten_for_all_who_shared_it() {
    let stage = Stage::set("hudu", "healthy").await;
    let shared = "https://shared.example";
    let page = Page::open(&stage, "companies").await;
    let other = Page::open(&stage, "companies").await;
    for page in [&page, &other] {
        page.call("set_reader_address", json!({ "address": shared }))
            .await;
        page.call("type_reader_key", json!({ "key": KEY })).await;
    }
    page.call("forget_reader_key", json!({})).await;
    assert!(!in_keychain(&stage, shared).await);
    for page in [&page, &other] {
        let view = page.call("mapping", json!({})).await;
        assert_eq!(view["reader"]["has_key"], false, "{view}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_for_this_session_takes_the_old_one_out_of_the_keychain() {
    let stage = Stage::set("hudu", "healthy").await;
    let origin = "https://docs.example";
    let page = Page::open(&stage, "companies").await;
    page.call("set_reader_address", json!({ "address": origin }))
        .await;
    page.call("type_reader_key", json!({ "key": KEY })).await;
    assert!(in_keychain(&stage, origin).await);
    stage
        .call("keep_for_session", json!({ "session_only": true }))
        .await;
    let reply = page
        .call("type_reader_key", json!({ "key": "another-key" }))
        .await;
    assert_eq!(reply["view"]["reader"]["has_key"], true);
    assert!(!in_keychain(&stage, origin).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_without_a_name_are_counted_and_end_nothing() {
    let server = MockServer::start().await;
    let nameless = json!({ "companies": [
        { "id": 90, "name": "" }, { "id": 91 }, { "name": "No id" }, { "id": 92, "name": "x".repeat(3_000) },
    ] });
    answer(&server, 1, nameless).await;
    answer(&server, 2, companies(1..4)).await;
    answer(&server, 3, companies(1..4)).await;
    let stage = Stage::set("hudu", "healthy").await;
    let page = with_address(&stage, &server).await;
    page.call("type_reader_key", json!({ "key": KEY })).await;
    let end = page.run("start_vendor_list", json!({})).await;
    assert_eq!(end["how"], "done", "{end}");
    assert_eq!(end["left_out"], 4, "{end}");
    assert_eq!(end["view"]["card"]["vendor_list"]["rows"], 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_that_halo_was_matched_with_before_is_found_by_its_id() {
    let server = MockServer::start().await;
    let stage = Stage::set("hudu", "healthy").await;
    let page = with_address(&stage, &server).await;
    page.call("type_reader_key", json!({ "key": KEY })).await;
    page.read_halo().await;
    let rows = page.call("mapping", json!({})).await;
    let asks_vendor = rows["card"]["asks_vendor"] == true;
    assert!(!asks_vendor, "Halo's customers are the rows");
    let (first, second) = {
        let rows = page.rows("all", "").await;
        let row = |place: usize| rows["rows"][place]["item"].clone();
        (row(0), row(1))
    };
    // Another product's number says nothing, even where it is the id of another customer.
    let body = json!({ "companies": [{
        "id": 7, "name": "Quite another name", "id_number": second["id"],
        "integrations": [
            { "integrator_name": "cw_manage", "sync_id": second["id"] },
            { "integrator_name": "halo", "sync_id": first["id"] },
        ],
    }] });
    answer(&server, 1, body).await;
    answer(&server, 2, companies(0..0)).await;
    page.run("start_vendor_list", json!({})).await;
    page.suggest().await;
    let rows = page.rows("all", "").await;
    let candidates = |place: usize| rows["rows"][place]["candidates"].clone();
    assert_eq!(candidates(0)[0]["item"]["id"], "7", "{}", rows["rows"][0]);
    assert_eq!(candidates(1), json!([]), "{}", rows["rows"][1]);
}
