//! A ticket that an integration writes: what Halo fills in, who sees it, and every trouble with
//! writing, each of which passes when the tenant is put right.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Caller, start};

const MARK: &str = "halyard-0a1b2c3d";

fn wanted() -> Value {
    json!([{ "summary": format!("Test {MARK}"), "client_id": 12, "tickettype_id": 1 }])
}

async fn delete(caller: &Caller, id: i64) -> StatusCode {
    let path = format!("Tickets/{id}");
    caller.send(Method::DELETE, &path, &json!(null)).await.0
}

fn number(ticket: &Value) -> i64 {
    ticket["id"].as_i64().expect("a number")
}

#[tokio::test]
async fn halo_fills_in_what_follows_from_type_and_customer() {
    let tenant = start("planner", "healthy").await;
    let caller = Caller::new(&tenant).await;
    let (_, made) = caller.post("Tickets", &wanted()).await;
    let path = format!("Tickets/{}", number(&made));
    let read = caller.get(&path).await;
    assert_eq!(read["tickettype_name"], "Incident");
    assert_eq!(read["team"], "Service Desk");
    assert_eq!(read["status_name"], "New");
    assert!(read["client_name"].is_string());

    let found = caller.get(&format!("Tickets?search={MARK}")).await;
    assert_eq!(found["record_count"], 1, "{found}");
    let elsewhere = caller
        .get(&format!("Tickets?search={MARK}&client_id=13"))
        .await;
    assert_eq!(elsewhere["record_count"], 0);

    let closed = json!([{ "id": number(&made), "status_id": 9 }]);
    let (_, closed) = caller.post("Tickets", &closed).await;
    assert_eq!(closed["status_name"], "Closed");
    let open = caller
        .get(&format!("Tickets?open_only=true&search={MARK}"))
        .await;
    assert_eq!(open["record_count"], 0);
}

#[tokio::test]
async fn actions_belong_to_their_ticket_and_keep_their_time() {
    let tenant = start("planner", "healthy").await;
    let caller = Caller::new(&tenant).await;
    let (_, made) = caller.post("Tickets", &wanted()).await;
    let id = number(&made);
    let note = json!([{ "ticket_id": id, "outcome_id": 2, "note": "x", "timetaken": 0.05 }]);
    let (status, added) = caller.post("Actions", &note).await;
    assert_eq!((status.as_u16(), &added["timetaken"]), (201, &json!(0.05)));
    let of = |id: i64| format!("Actions?ticket_id={id}");
    assert_eq!(caller.get(&of(id)).await["record_count"], 1);
    assert_eq!(caller.get(&of(1001)).await["record_count"], 3);
    let nowhere = json!([{ "ticket_id": id + 1, "outcome_id": 2, "note": "x" }]);
    assert_eq!(caller.post("Actions", &nowhere).await.0, 400);
}

#[tokio::test]
async fn a_ticket_is_for_a_customer_that_the_agent_sees() {
    let tenant = start("planner", "healthy").await;
    let caller = Caller::new(&tenant).await;
    let nobody = json!([{ "summary": "x", "client_id": 999_999 }]);
    assert_eq!(caller.post("Tickets", &nobody).await.0, 400);
}

#[tokio::test]
async fn every_refusal_to_make_a_ticket_makes_none_and_passes_when_put_right() {
    for (scenario, status) in [
        ("write-refused", 400),
        ("write-mandatory-field", 400),
        ("write-approval", 400),
        ("write-nothing-made", 504),
    ] {
        let tenant = start("planner", scenario).await;
        let caller = Caller::new(&tenant).await;
        assert_eq!(
            caller.post("Tickets", &wanted()).await.0,
            status,
            "{scenario}"
        );
        let found = caller.get(&format!("Tickets?search={MARK}")).await;
        assert_eq!(found["record_count"], 0, "{scenario}");
        tenant.control().fix();
        assert!(caller.post("Tickets", &wanted()).await.0.is_success());
    }
}

#[tokio::test]
async fn a_lost_reply_has_made_the_ticket() {
    let tenant = start("planner", "write-reply-lost").await;
    let caller = Caller::new(&tenant).await;
    assert_eq!(caller.post("Tickets", &wanted()).await.0, 504);
    let found = caller.get(&format!("Tickets?search={MARK}")).await;
    assert_eq!(found["record_count"], 1);
}

#[tokio::test]
async fn a_hidden_ticket_is_there_for_others() {
    let tenant = start("planner", "write-hidden").await;
    let caller = Caller::new(&tenant).await;
    let (status, made) = caller.post("Tickets", &wanted()).await;
    let id = number(&made);
    assert_eq!(status, 201);
    assert_eq!(caller.status(&format!("Tickets/{id}")).await, 404);
    assert_eq!(delete(&caller, id).await, 404);
    tenant.control().fix();
    assert_eq!(caller.status(&format!("Tickets/{id}")).await, 200);
}

#[tokio::test]
async fn what_may_not_be_done_to_a_ticket_leaves_it_as_it_was_until_put_right() {
    for (scenario, note, time, close, remove) in [
        ("write-note-refused", 400, 400, 201, 200),
        ("write-time-refused", 201, 400, 201, 200),
        ("write-close-refused", 201, 201, 400, 200),
        ("write-delete-refused", 201, 201, 201, 401),
        ("write-clear-up-refused", 201, 201, 400, 401),
    ] {
        let tenant = start("planner", scenario).await;
        let caller = Caller::new(&tenant).await;
        let (_, made) = caller.post("Tickets", &wanted()).await;
        let id = number(&made);
        let action = |hours: f64| json!([{ "ticket_id": id, "outcome_id": 2, "timetaken": hours }]);
        assert_eq!(
            caller.post("Actions", &action(0.0)).await.0,
            note,
            "{scenario}"
        );
        assert_eq!(
            caller.post("Actions", &action(0.1)).await.0,
            time,
            "{scenario}"
        );
        let closed = json!([{ "id": id, "status_id": 9 }]);
        assert_eq!(caller.post("Tickets", &closed).await.0, close, "{scenario}");
        assert_eq!(delete(&caller, id).await, remove, "{scenario}");
        tenant.control().fix();
        let left = if remove == 200 { 404 } else { 200 };
        assert_eq!(delete(&caller, id).await, left, "{scenario}");
        assert_eq!(
            caller.status(&format!("Tickets/{id}")).await,
            404,
            "{scenario}"
        );
    }
}

#[tokio::test]
async fn a_forgotten_deletion_says_yes_and_keeps_the_ticket() {
    let tenant = start("planner", "write-delete-forgotten").await;
    let caller = Caller::new(&tenant).await;
    let (_, made) = caller.post("Tickets", &wanted()).await;
    assert_eq!(delete(&caller, number(&made)).await, 200);
    let path = format!("Tickets/{}", number(&made));
    assert_eq!(caller.status(&path).await, 200);
}
