//! The whole way of a connection through the commands, each step tried to fail and to recover.

use serde_json::{Value, json};
use setup::profile::built_in;

use crate::desk::{Stage, finding, task};

const PROFILE: &str = "moovila";

#[tokio::test(flavor = "multi_thread")]
async fn a_mistyped_address_is_kept_and_mended() {
    let stage = Stage::set(PROFILE, "healthy").await;
    let view = stage
        .call("create_connection", json!({ "profile": PROFILE }))
        .await;
    let id = view["id"].clone();
    assert_eq!(
        task(&view, "agent"),
        "cannot-start-yet",
        "the Halo comes first"
    );

    let found = stage
        .call(
            "find_halo",
            json!({ "connection": id, "address": "http://acme halo" }),
        )
        .await;
    assert!(
        found["field_problem"].is_string(),
        "a sentence about the field"
    );
    assert_eq!(
        found["view"]["typed_address"], "http://acme halo",
        "what was typed is kept"
    );

    let address = format!("{}/config/integrations/api/", stage.tenant.running.address);
    let found = stage
        .call("find_halo", json!({ "connection": id, "address": address }))
        .await;
    assert_eq!(found["field_problem"], Value::Null);
    assert_eq!(found["finding"]["status"], "passed");
    assert_eq!(
        found["halo"]["address"],
        stage.tenant.running.address.as_str()
    );
    assert_eq!(
        task(&found["view"], "agent"),
        "cannot-start-yet",
        "not confirmed yet"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn values_in_the_wrong_field_are_recognised() {
    let stage = Stage::set(PROFILE, "healthy").await;
    let id = stage.connected().await;
    let running = stage.tenant.running.clone();

    let reply = stage
        .call(
            "set_client_id",
            json!({ "connection": id, "text": running.client_secret }),
        )
        .await;
    assert!(
        reply["problem"]
            .as_str()
            .is_some_and(|said| said.contains("Client Secret")),
        "{reply}"
    );
    assert_eq!(reply["view"]["client_id"], Value::Null, "nothing was kept");
    let padded = format!("  {}\u{200b}\n", running.client_id);
    let reply = stage
        .call("set_client_id", json!({ "connection": id, "text": padded }))
        .await;
    assert_eq!(reply["problem"], Value::Null);
    assert_eq!(reply["view"]["client_id"], running.client_id.as_str());

    for (on_clipboard, said) in [
        (running.client_id.as_str(), "Client ID"),
        (running.address.as_str(), "address"),
        (&running.client_secret[..50], "part"),
        ("two words", "several words"),
    ] {
        stage.desk.put(on_clipboard);
        let reply = stage
            .call("paste_secret", json!({ "connection": id }))
            .await;
        assert_eq!(reply["stored"], false);
        assert!(
            reply["problem"]
                .as_str()
                .is_some_and(|problem| problem.contains(said)),
            "{reply}"
        );
    }
    stage.desk.put(&running.client_secret);
    let reply = stage
        .call("paste_secret", json!({ "connection": id }))
        .await;
    assert_eq!(reply["stored"], true, "{reply}");
    assert_eq!(reply["characters"], 73);
    assert_eq!(
        stage.desk.text(),
        None,
        "the secret is taken off the clipboard once it is stored"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_survives_a_wrong_client_id() {
    let stage = Stage::set(PROFILE, "healthy").await;
    let id = stage.connected().await;
    let wrong = "11111111-2222-3333-4444-555555555555";
    stage
        .call("set_client_id", json!({ "connection": id, "text": wrong }))
        .await;
    stage.desk.put(&stage.tenant.running.client_secret);
    let reply = stage
        .call("paste_secret", json!({ "connection": id }))
        .await;
    assert_eq!(reply["stored"], false);
    assert_eq!(reply["finding"]["code"], "client_not_recognised");
    assert_eq!(
        reply["view"]["secret"]["pending"], true,
        "Halo shows a secret once: it is held"
    );

    let right = stage.tenant.running.client_id.clone();
    stage
        .call("set_client_id", json!({ "connection": id, "text": right }))
        .await;
    let reply = stage
        .call("retry_secret", json!({ "connection": id }))
        .await;
    assert_eq!(reply["stored"], true, "{reply}");
    assert_eq!(reply["view"]["secret"]["pending"], false);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_survives_a_change_of_the_address() {
    let stage = Stage::set(PROFILE, "healthy").await;
    let id = stage.signed_in().await;
    let elsewhere = json!({ "connection": id, "address": "https://no-such-halo.invalid" });
    let found = stage.call("find_halo", elsewhere).await;
    assert_eq!(found["finding"]["status"], "failed");
    assert_eq!(
        found["view"]["secret"]["stored"], false,
        "it belongs to the other address"
    );
    assert_eq!(found["view"]["report"], Value::Null, "so does the report");
    assert_eq!(
        found["view"]["secret"]["pending"], true,
        "and it is not lost"
    );

    let address = stage.tenant.running.address.clone();
    stage
        .call("find_halo", json!({ "connection": id, "address": address }))
        .await;
    let reply = stage
        .call("retry_secret", json!({ "connection": id }))
        .await;
    assert_eq!(reply["stored"], true, "{reply}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_that_somebody_took_out_of_the_keychain_is_noticed_at_the_start() {
    let stage = Stage::set(PROFILE, "healthy").await;
    let id = stage.signed_in().await;
    stage.wizard.reconcile().await;
    let view = stage.call("connection", json!({ "connection": id })).await;
    assert_eq!(view["secret"]["stored"], true, "what is there stays");

    let key = vault::SecretKey::halo(
        &stage.tenant.running.address,
        &stage.tenant.running.client_id,
    );
    stage.keychain.remove(&key).await.expect("removed");
    stage.wizard.reconcile().await;
    let view = stage.call("connection", json!({ "connection": id })).await;
    assert_eq!(view["secret"]["stored"], false);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_check_fails_and_is_mended() {
    let stage = Stage::set(PROFILE, "no-team").await;
    let id = stage.signed_in().await;
    let ended = stage.check(&id, None).await;
    assert_eq!(ended["how"], "done", "{ended}");
    assert_eq!(
        finding(&ended["findings"], "agent.teams")["code"],
        "no_team_visible"
    );
    assert_eq!(task(&ended["view"], "teams"), "problem");

    stage.tenant.control().fix();
    let teams = json!({ "to": "teams", "names": ["Service Desk"] });
    stage
        .call("answer", json!({ "connection": id, "answer": teams }))
        .await;
    let ended = stage.check(&id, Some(&["agent.teams"])).await;
    assert_eq!(
        ended["findings"].as_array().map(Vec::len),
        Some(1),
        "only what was asked for"
    );
    assert_eq!(
        finding(&ended["findings"], "agent.teams")["status"],
        "passed"
    );
    let report = &ended["view"]["report"]["findings"];
    assert_eq!(
        finding(report, "agent.teams")["status"],
        "passed",
        "the report takes it in"
    );
    assert_eq!(
        finding(report, "address")["status"],
        "passed",
        "the rest stays as it was"
    );

    let unsure = report
        .as_array()
        .expect("there")
        .iter()
        .find(|one| one["status"] == "to_confirm")
        .expect("there");
    let name = unsure["id"].clone();
    let view = stage
        .call(
            "confirm_finding",
            json!({ "connection": id, "finding": name, "confirmed": true }),
        )
        .await;
    let after = finding(&view["report"]["findings"], name.as_str().expect("there"));
    assert_eq!(
        (&after["status"], &after["evidence"]),
        (&json!("passed"), &json!("confirmed"))
    );
    let view = stage
        .call(
            "confirm_finding",
            json!({ "connection": id, "finding": name, "confirmed": false }),
        )
        .await;
    assert_eq!(
        finding(&view["report"]["findings"], name.as_str().expect("there"))["status"],
        "to_confirm"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_values_are_handed_over_and_the_report_is_kept() {
    let stage = Stage::set(PROFILE, "healthy").await;
    let id = stage.signed_in().await;
    stage.check(&id, None).await;

    let form = stage.call("hand_over", json!({ "connection": id })).await;
    let rows = form["form"]["rows"].as_array().expect("rows");
    assert_eq!(
        rows.last().expect("a row")["meaning"],
        "client-secret",
        "the secret comes last"
    );
    let lease = stage.call("copy_secret", json!({ "connection": id })).await;
    assert!(
        lease["seconds_left"]
            .as_u64()
            .is_some_and(|left| (1..=60).contains(&left))
    );
    assert_eq!(
        stage.desk.text().as_deref(),
        Some(stage.tenant.running.client_secret.as_str())
    );
    stage.wizard.close();
    assert_eq!(
        stage.desk.text(),
        None,
        "closing takes our secret off the clipboard"
    );
    stage.desk.put("somebody else's text");
    stage.wizard.close();
    assert_eq!(
        stage.desk.text().as_deref(),
        Some("somebody else's text"),
        "and nothing else"
    );

    let asked = json!({ "connection": id, "format": "page" });
    let saved = stage.call("save_report", asked).await;
    assert_eq!(saved["path"], "moovila-report.html");
    let page = stage
        .desk
        .saved
        .lock()
        .expect("there")
        .clone()
        .expect("there");
    assert!(page.starts_with(b"<!DOCTYPE html>"), "a page of its own");

    let saved = stage
        .call("save_report", json!({ "connection": id, "format": "json" }))
        .await;
    assert!(saved["path"].is_string());
    let file: Value = serde_json::from_slice(
        &stage
            .desk
            .saved
            .lock()
            .expect("there")
            .clone()
            .expect("there"),
    )
    .expect("there");
    assert_eq!(file["schema"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_check_keeps_the_last_one() {
    let stage = Stage::set(PROFILE, "healthy").await;
    let id = stage.signed_in().await;
    stage.check(&id, None).await;
    let before = stage.call("connection", json!({ "connection": id })).await;
    stage
        .tenant
        .control()
        .set_scenario("slow")
        .expect("a scenario");
    let run = stage.call("start_check", json!({ "connection": id })).await["run"].clone();
    stage.call("cancel_check", json!({ "run": run })).await;
    let mut seen = json!(0);
    let ended = loop {
        let progress = stage
            .call("watch_check", json!({ "run": run, "seen": seen }))
            .await;
        seen = progress["version"].clone();
        if !progress["ended"].is_null() {
            break progress["ended"].clone();
        }
    };
    assert_eq!(ended["how"], "cancelled");
    let after = stage.call("connection", json!({ "connection": id })).await;
    assert_eq!(after["report"], before["report"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_profile_has_a_way_and_its_links_open() {
    for profile in built_in::all() {
        let stage = Stage::set(&profile.id, "healthy").await;
        let id = stage.signed_in().await;
        let ended = stage.check(&id, None).await;
        assert_eq!(ended["how"], "done");
        let view = &ended["view"];
        for task in view["tasks"].as_array().expect("there") {
            assert_ne!(
                task["state"], "problem",
                "{}: {}",
                profile.id, task["step"]["title"]
            );
        }
        let unknown = json!({ "connection": id, "profile": null, "link": "https://example.com/" });
        assert!(
            stage.try_call("open_link", unknown).await.is_err(),
            "a link of nobody's does not open"
        );
        let mut links = Vec::new();
        collect(view, &mut links);
        for link in links {
            stage
                .call(
                    "open_link",
                    json!({ "connection": id, "profile": null, "link": link }),
                )
                .await;
        }
    }
}

fn collect(value: &Value, links: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                if let ("link", Value::String(link)) = (name.as_str(), value) {
                    links.push(link.clone());
                }
                collect(value, links);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, links)),
        _ => {}
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_page_should_not_send_is_refused_in_words() {
    let stage = Stage::set(PROFILE, "healthy").await;
    for (name, request) in [
        ("no_such_command", json!({})),
        ("connection", json!({ "connection": 7 })),
        ("connection", json!({ "connection": "not-an-id" })),
        ("create_connection", json!({ "profile": "no-such-product" })),
        ("watch_check", json!({ "run": 99, "seen": 0 })),
    ] {
        let error = stage.try_call(name, request).await.expect_err(name);
        assert!(
            error.message.ends_with('.'),
            "{name}: a sentence: {}",
            error.message
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_check_of_one_permission_asks_for_what_shows_it() {
    let stage = Stage::set(PROFILE, "permission-too-low").await;
    let id = stage.signed_in().await;
    let ended = stage.check(&id, None).await;
    let findings = ended["findings"].as_array().expect("findings");
    let low = findings.iter().find(|one| one["code"] == "too_low");
    let low = low.expect("the scenario's finding")["id"].clone();

    stage.tenant.control().fix();
    let name = low.as_str().expect("an id");
    let ended = stage.check(&id, Some(&[name])).await;
    assert_eq!(finding(&ended["findings"], name)["status"], "passed");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_seen_later_does_not_make_the_check_a_new_one() {
    let stage = Stage::set(PROFILE, "healthy").await;
    let id = stage.signed_in().await;
    stage.check(&id, None).await;
    let before = stage.call("connection", json!({ "connection": id })).await;
    let answer = json!({ "to": "expected-customers", "count": 9_999 });
    let after = stage
        .call("answer", json!({ "connection": id, "answer": answer }))
        .await;
    let customers = finding(&after["report"]["findings"], "agent.customers");
    assert_eq!(customers["code"], "fewer_than_expected");
    assert_eq!(after["last_check"]["at"], before["last_check"]["at"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_server_that_is_not_there_is_not_called_a_refusal() {
    let stage = Stage::set(PROFILE, "healthy").await;
    let id = stage.connected().await;
    let tenant = &stage.tenant.running.tenant;
    let nowhere = json!({
        "connection": id,
        "authorisation_server": "http://127.0.0.1:9/auth",
        "tenant": tenant,
        "on_premises": false,
    });
    stage.call("confirm_halo", nowhere).await;
    let client_id = stage.tenant.running.client_id.clone();
    stage
        .call(
            "set_client_id",
            json!({ "connection": id, "text": client_id }),
        )
        .await;
    stage.desk.put(&stage.tenant.running.client_secret);
    let reply = stage
        .call("paste_secret", json!({ "connection": id }))
        .await;
    assert_eq!(
        reply["finding"]["status"], "unknown",
        "{}",
        reply["finding"]
    );
    assert_eq!(
        reply["stored"], true,
        "a secret that could not be tried is not lost"
    );
}
