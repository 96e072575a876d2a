//! POST and DELETE: arrays, one problem at a time, the four shapes of 400.

use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::support::{Caller, http, options, rows, start};

#[tokio::test]
async fn a_ticket_is_created_changed_and_deleted() {
    let tenant = start("planner", "healthy").await;
    let caller = Caller::new(&tenant).await;
    let (status, made) = caller
        .post(
            "Tickets",
            &json!([{ "summary": "New project", "client_id": 12, "tickettype_id": 5 }]),
        )
        .await;
    assert_eq!(status, StatusCode::CREATED, "{made}");
    let id = made["id"].as_i64().expect("one object with an id");
    assert_eq!(
        caller.get(&format!("Tickets/{id}")).await["summary"],
        "New project"
    );
    assert_eq!(caller.get("Tickets").await["record_count"], 18_213);
    let (_, changed) = caller
        .post("Tickets", &json!([{ "id": id, "summary": "Renamed" }]))
        .await;
    assert_eq!(changed["summary"], "Renamed");
    let (_, changed) = caller
        .post("Tickets", &json!([{ "id": 1001, "status_id": 2 }]))
        .await;
    assert_eq!(changed["status_id"], 2);
    assert_eq!(caller.get("Tickets/1001").await["status_id"], 2);
    let (status, _) = caller
        .send(Method::DELETE, &format!("Tickets/{id}"), &json!(null))
        .await;
    assert_eq!(status, 200);
    assert_eq!(caller.status(&format!("Tickets/{id}")).await, 404);
    assert_eq!(caller.get("Tickets").await["record_count"], 18_212);
    let (_, several) = caller
        .post("Tickets", &json!([{ "summary": "a" }, { "summary": "b" }]))
        .await;
    assert_eq!(several.as_array().expect("an array").len(), 2);
}

#[tokio::test]
async fn what_is_missing_is_said_in_the_shape_of_its_kind() {
    let tenant = start("automation", "healthy").await;
    let caller = Caller::new(&tenant).await;
    let cases = [
        ("Tickets", json!([{}]), json!("Please enter a Summary")),
        ("Users", json!([{}]), json!("Username must be entered")),
        (
            "Users",
            json!([{ "name": "A" }]),
            json!("A Site must be selected"),
        ),
        (
            "Actions",
            json!([{ "ticket_id": 1001, "note": "x" }]),
            json!("An Outcome must be entered for this Action"),
        ),
        (
            "Actions",
            json!([{ "ticket_id": 1001, "outcome_id": 99 }]),
            json!("You do not have access to this Action"),
        ),
        (
            "Webhook",
            json!([{ "name": "x", "type": 0 }]),
            json!("Please enter a valid URL"),
        ),
        ("Client", json!([{}]), json!("Invalid Name")),
    ];
    for (path, body, says) in cases {
        let (status, answer) = caller.post(path, &body).await;
        assert_eq!(status, 400, "{path}");
        assert_eq!(answer, says, "{path}");
    }
    let (_, exception) = caller.post("TicketType", &json!([{ "name": "x" }])).await;
    assert_eq!(exception["ClassName"], "System.Exception");
    assert_eq!(exception["HResult"], -2_146_233_088_i64);
    let (_, binding) = caller
        .post(
            "Actions",
            &json!([{ "ticket_id": 1001, "outcome_id": "95.0" }]),
        )
        .await;
    assert!(
        binding["[0].outcome_id"][0]
            .as_str()
            .is_some_and(|text| text.contains("string to integer"))
    );
    let (_, code) = caller.post("Report", &json!([])).await;
    assert!(code["resultCode"].is_i64());
    let (status, _) = caller
        .post("Tickets", &json!({ "summary": "not an array" }))
        .await;
    assert_eq!(status, 400);
}

#[tokio::test]
async fn only_json_is_read() {
    let tenant = start("automation", "healthy").await;
    let caller = Caller::new(&tenant).await;
    let (_, answer) = crate::support::token_answer(&tenant.running, "all").await;
    let form = http()
        .post(format!("{}/api/Report", tenant.running.address))
        .bearer_auth(answer["access_token"].as_str().expect("a token"))
        .body("a=b")
        .send()
        .await
        .expect("an answer");
    assert_eq!(form.status(), 415);
    let (status, ran) = caller
        .post("Report", &json!([{ "id": 0, "sql": "select 1" }]))
        .await;
    assert!(status.is_success());
    assert!(!rows(&ran["report"]).is_empty());
    let (status, failed) = caller
        .post("Report", &json!([{ "id": 0, "sql": "selct" }]))
        .await;
    assert!(status.is_success());
    assert!(failed["report"]["load_error"].is_string());
}

#[tokio::test]
async fn the_default_way_of_numbering_tickets_fails_and_recovers() {
    let tenant = start("planner", "setting-wrong").await;
    let caller = Caller::new(&tenant).await;
    let ticket = json!([{ "summary": "x" }]);
    assert_eq!(
        caller.get("Control").await["nextfaultidcalculationmethod"],
        0
    );
    let (status, answer) = caller.post("Tickets", &ticket).await;
    assert_eq!(status, 400);
    assert!(
        answer["Message"]
            .as_str()
            .is_some_and(|text| text.contains("'Faults' cannot be tracked"))
    );
    tenant.control().fix();
    assert!(caller.post("Tickets", &ticket).await.0.is_success());
}

#[tokio::test]
async fn mandatory_fields_refuse_a_ticket_one_at_a_time() {
    let tenant = start("planner", "ticket-type-mandatory-fields").await;
    let caller = Caller::new(&tenant).await;
    let (_, answer) = caller
        .post("Tickets", &json!([{ "summary": "x", "tickettype_id": 5 }]))
        .await;
    assert_eq!(answer, "Asset Tag must be entered");
    let type_ = caller.get("TicketType/5?includedetails=true").await;
    let mandatory = type_["fields"]
        .as_array()
        .expect("fields")
        .iter()
        .filter(|field| field["fieldinfo"]["mandatory"] == true);
    assert!(mandatory.count() >= 2);
    tenant.control().fix();
    assert!(
        caller
            .post("Tickets", &json!([{ "summary": "x", "tickettype_id": 5 }]))
            .await
            .0
            .is_success()
    );
}

#[tokio::test]
async fn reading_rights_do_not_write() {
    let tenant = start("library", "healthy").await;
    let caller = Caller::new(&tenant).await;
    assert_eq!(
        caller.post("Client", &json!([{ "name": "x" }])).await.0,
        403
    );
    assert_eq!(
        caller
            .send(Method::DELETE, "Client/12", &json!(null))
            .await
            .0,
        403
    );
    assert_eq!(
        caller.send(Method::PUT, "Client/12", &json!(null)).await.0,
        405
    );
}

#[tokio::test]
async fn creating_can_answer_200() {
    let mut asked = options("planner", "healthy");
    asked.variants.created_is_201 = false;
    let tenant = rehearsal::serve(asked).await.expect("a port");
    let caller = Caller::new(&tenant).await;
    assert_eq!(
        caller.post("Tickets", &json!([{ "summary": "x" }])).await.0,
        200
    );
}

#[tokio::test]
async fn webhooks_live_under_their_guid() {
    let tenant = start("planner", "healthy").await;
    let caller = Caller::new(&tenant).await;
    let (_, made) = caller
        .post(
            "Webhook",
            &json!([{ "name": "x", "url": "https://product.example/hook", "type": 0 }]),
        )
        .await;
    let id = made["id"].as_str().expect("a GUID").to_owned();
    assert_eq!(caller.get(&format!("Webhook/{id}")).await["name"], "x");
    assert_eq!(
        caller
            .send(Method::DELETE, &format!("Webhook/{id}"), &json!(null))
            .await
            .0,
        200
    );
    assert_eq!(caller.status(&format!("Webhook/{id}")).await, 404);
}
