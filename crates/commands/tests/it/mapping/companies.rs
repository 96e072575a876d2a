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
