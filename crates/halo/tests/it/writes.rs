//! The writes of a test ticket: sent once, whatever comes back, and refusals in Halo's own words.

use std::time::Duration;

use halo::{HaloError, Limits, NewAction, NewTicket, Refusal, Stage, WriteError};
use serde_json::{Value, json};
use wiremock::{Mock, MockServer, ResponseTemplate, matchers};

use crate::support::{TOKEN, errand, get, halo, halo_with, html, json_ok, strict};

const MARK: &str = "halyard-1f2e3d4c";

fn ticket() -> NewTicket {
    NewTicket {
        summary: format!("Test ticket {MARK}"),
        details: "Made to try a connection.".to_owned(),
        customer: 12,
        ticket_type: 3,
    }
}

/// Answers the one write that is expected.
async fn answering(method: &str, path: &str, answer: ResponseTemplate) -> MockServer {
    let server = strict().await;
    Mock::given(matchers::method(method))
        .and(matchers::path(path))
        .and(matchers::bearer_token(TOKEN))
        .respond_with(answer)
        .expect(1)
        .mount(&server)
        .await;
    server
}

async fn body_sent(server: &MockServer) -> Value {
    let sent = server.received_requests().await.unwrap();
    assert_eq!(sent.len(), 1, "a write is sent once");
    assert_eq!(sent[0].headers["content-type"], "application/json");
    sent[0].body_json().unwrap()
}

#[tokio::test]
async fn a_ticket_is_made_with_an_array_and_read_from_either_status_and_shape() {
    let record = json!({"id": 30_001.0, "summary": "Test", "tickettype_name": "Incident",
        "status_id": 1, "status_name": "New", "team": "Service Desk", "client_name": "Acme",
        "client_id": 12.0, "source": 5, "agent_name": null});
    for (status, body) in [
        (200, record.clone()),
        (201, record.clone()),
        (201, json!([record])),
    ] {
        let answer = ResponseTemplate::new(status).set_body_json(body);
        let server = answering("POST", "/api/Tickets", answer).await;
        let made = halo(&server)
            .await
            .create_ticket(&errand(), &ticket())
            .await;
        let made = made.unwrap();
        assert_eq!(
            (made.id, made.customer_id, made.source),
            (30_001, Some(12), Some(5))
        );
        assert_eq!(made.team.as_deref(), Some("Service Desk"));
        let sent = body_sent(&server).await;
        assert_eq!(sent.as_array().unwrap().len(), 1);
        assert_eq!(sent[0]["client_id"], 12);
        assert_eq!(sent[0]["tickettype_id"], 3);
        assert_eq!(sent[0]["dont_do_rules"], true);
        assert_eq!(sent[0].get("id"), None, "an id would change another ticket");
        assert_eq!(sent[0].get("user_id"), None, "nobody is written to");
    }
}

#[tokio::test]
async fn a_write_is_never_repeated_and_a_lost_answer_is_not_a_refusal() {
    let lost = [
        html(502),
        html(503).insert_header("retry-after", "0"),
        html(504),
        ResponseTemplate::new(500),
        html(200),
        ResponseTemplate::new(201),
        ResponseTemplate::new(201).set_body_raw("{\"id\": 30", "application/json"),
        json_ok(json!({"no": "number"})),
    ];
    for (index, answer) in lost.into_iter().enumerate() {
        let server = answering("POST", "/api/Tickets", answer).await;
        let made = halo(&server)
            .await
            .create_ticket(&errand(), &ticket())
            .await;
        assert!(
            matches!(made, Err(WriteError::Uncertain(_))),
            "{index}: {made:?}"
        );
        body_sent(&server).await;
    }
}

#[tokio::test]
async fn an_answer_that_does_not_come_in_time_is_uncertain() {
    let late = json_ok(json!({"id": 1})).set_delay(Duration::from_secs(20));
    let server = answering("POST", "/api/Tickets", late).await;
    let limits = Limits {
        total: Duration::from_millis(200),
        ..Limits::default()
    };
    let halo = halo_with(&server.uri(), limits).await;
    let made = halo.create_ticket(&errand(), &ticket()).await;
    let stage = Stage::Answer;
    let expected = WriteError::Uncertain(HaloError::TimedOut { stage });
    assert_eq!(made.unwrap_err(), expected);
    body_sent(&server).await;
}

#[tokio::test]
async fn asked_to_slow_down_nothing_was_written_and_nothing_is_sent_again() {
    let answer = ResponseTemplate::new(429).insert_header("retry-after", "0");
    let server = answering("POST", "/api/Tickets", answer).await;
    let made = halo(&server)
        .await
        .create_ticket(&errand(), &ticket())
        .await;
    assert!(matches!(
        made,
        Err(WriteError::NotSent(HaloError::RateLimited { .. }))
    ));
    body_sent(&server).await;
}

#[tokio::test]
async fn a_redirected_write_goes_nowhere_else_and_may_have_been_done() {
    let other = strict().await;
    let to = format!("{}/api/Tickets", other.uri());
    let answer = ResponseTemplate::new(307).insert_header("location", to.as_str());
    let server = answering("POST", "/api/Tickets", answer).await;
    let made = halo(&server)
        .await
        .create_ticket(&errand(), &ticket())
        .await;
    let sent_on = |error| {
        matches!(
            error,
            WriteError::Uncertain(HaloError::RedirectedElsewhere { .. })
        )
    };
    assert!(sent_on(made.unwrap_err()));
}

#[tokio::test]
async fn refusals_are_told_apart_and_keep_halos_words_without_secrets_and_short() {
    let rule = |said: &str| Refusal::Rule {
        said: said.to_owned(),
    };
    let table = [
        (401, json!(null), Refusal::Unauthorised),
        (403, json!(null), Refusal::Forbidden),
        (404, json!(null), Refusal::NotFound),
        (
            400,
            json!("Category must be entered"),
            Refusal::MandatoryField {
                said: "Category must be entered".to_owned(),
            },
        ),
        (
            400,
            json!({"ClassName": "System.Exception", "Message": "CAB ID is not set"}),
            Refusal::Approval {
                said: "CAB ID is not set".to_owned(),
            },
        ),
        (
            400,
            json!(format!("No. {TOKEN} no.")),
            rule("No. [hidden] no."),
        ),
        (
            400,
            json!({"[0].client_id": ["Could not convert string to integer: x."]}),
            rule("[0].client_id: Could not convert string to integer: x."),
        ),
        (409, json!({"error": "busy"}), rule("busy")),
    ];
    for (status, body, expected) in table {
        let answer = ResponseTemplate::new(status).set_body_json(&body);
        let server = answering("POST", "/api/Tickets", answer).await;
        let made = halo(&server)
            .await
            .create_ticket(&errand(), &ticket())
            .await;
        assert_eq!(made.unwrap_err(), WriteError::Refused(expected), "{body}");
        body_sent(&server).await;
    }
    let endless = ResponseTemplate::new(400).set_body_json("no ".repeat(4_000));
    let server = answering("POST", "/api/Tickets", endless).await;
    let made = halo(&server)
        .await
        .create_ticket(&errand(), &ticket())
        .await;
    let Err(WriteError::Refused(Refusal::Rule { said })) = made else {
        panic!("{made:?}");
    };
    assert!(said.chars().count() <= 200);
}

#[tokio::test]
async fn a_ticket_is_found_by_its_mark_alone_even_where_filters_are_ignored() {
    let server = strict().await;
    let rows = json!({"record_count": 3, "tickets": [
        {"id": 9, "summary": "Printer"}, {"id": 8, "summary": format!("Test ticket {MARK}")},
        {"id": 7, "summary": null}]});
    get(&server, "/api/Tickets", json_ok(rows)).await;
    let found = halo(&server)
        .await
        .tickets_marked(&errand(), MARK, 12)
        .await;
    let ids: Vec<_> = found.unwrap().iter().map(|row| row.id).collect();
    assert_eq!(ids, [8]);
    let sent = server.received_requests().await.unwrap();
    let query = sent[0].url.query().unwrap();
    for part in ["pageinate=true", "client_id=12", MARK, "orderdesc=true"] {
        assert!(query.contains(part), "{query}");
    }
}

#[tokio::test]
async fn a_note_is_private_silent_and_carries_time_only_where_wanted() {
    for (hours, echoed) in [(None, json!(0)), (Some(0.05), json!("0.05"))] {
        let body = json!({"id": 2, "ticket_id": 30_001, "timetaken": echoed});
        let answer = ResponseTemplate::new(201).set_body_json(body);
        let server = answering("POST", "/api/Actions", answer).await;
        let action = NewAction {
            ticket: 30_001,
            outcome: 2,
            note: "A note.".to_owned(),
            hours,
        };
        let added = halo(&server).await.add_action(&errand(), &action).await;
        assert_eq!(added.unwrap().hours, Some(hours.unwrap_or(0.0)));
        let sent = body_sent(&server).await;
        assert_eq!(sent[0]["hiddenfromuser"], true);
        assert_eq!(sent[0]["sendemail"], false);
        assert_eq!(sent[0].get("timetaken").and_then(Value::as_f64), hours);
    }
}

#[tokio::test]
async fn a_ticket_is_closed_by_its_status_and_deleted_with_a_reason() {
    let server = answering("POST", "/api/Tickets", json_ok(json!({"id": 30_001}))).await;
    let halo_ = halo(&server).await;
    halo_.set_ticket_status(&errand(), 30_001, 9).await.unwrap();
    let sent = body_sent(&server).await;
    assert_eq!(sent, json!([{"id": 30_001, "status_id": 9}]));

    let server = answering("DELETE", "/api/Tickets/30001", ResponseTemplate::new(200)).await;
    let halo_ = halo(&server).await;
    halo_
        .delete_ticket(&errand(), 30_001, "A test")
        .await
        .unwrap();
    let sent = server.received_requests().await.unwrap();
    assert_eq!(sent[0].url.query(), Some("reason=A+test"));

    let server = answering("DELETE", "/api/Tickets/30001", ResponseTemplate::new(401)).await;
    let refused = halo(&server)
        .await
        .delete_ticket(&errand(), 30_001, "A test")
        .await;
    assert_eq!(refused, Err(WriteError::Refused(Refusal::Unauthorised)));
}
