//! What the window says when a sign-in is refused: the cause that is named first is the one that it
//! is, once the Halo was confirmed as the page confirms it.

use serde_json::{Value, json};

use crate::desk::Stage;

/// Pastes the credentials that this tenant gave out before whatever went wrong.
async fn pasted(stage: &Stage, id: &str) -> Value {
    let running = &stage.tenant.running;
    stage
        .call(
            "set_client_id",
            json!({ "connection": id, "text": running.client_id }),
        )
        .await;
    stage.desk.put(&running.client_secret);
    stage
        .call("paste_secret", json!({ "connection": id }))
        .await
}

/// The causes that a reply names, in their order.
fn causes(reply: &Value) -> Vec<&Value> {
    let causes = reply["finding"]["fix"]["causes"].as_array();
    causes.unwrap_or_else(|| panic!("{reply}")).iter().collect()
}

fn tenant_cause<'a>(causes: &[&'a Value]) -> &'a Value {
    let mut found = causes.iter().filter(|cause| cause["id"] == "tenant");
    found
        .next()
        .expect("a wrong tenant may always be the cause")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_cause_is_the_one_that_it_is() {
    for (scenario, first) in [
        ("wrong-secret", "secret-mistyped"),
        ("client-id-changed", "client-id-changed"),
    ] {
        let stage = Stage::set("rewst", scenario).await;
        let id = stage.connected().await;
        let reply = pasted(&stage, &id).await;
        let causes = causes(&reply);
        assert_eq!(causes[0]["id"], first, "{reply}");
        let tenant = tenant_cause(&causes);
        assert_eq!(tenant["clue"], Value::Null, "Halo names this tenant itself");
        assert!(
            causes.iter().rposition(|cause| *cause == tenant) > Some(3),
            "{reply}"
        );

        stage.tenant.control().fix();
        let reply = stage
            .call("retry_secret", json!({ "connection": id }))
            .await;
        assert_eq!(reply["stored"], true, "{reply}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tenant_that_halo_names_otherwise_is_told_with_both_names() {
    let stage = Stage::set("rewst", "wrong-secret").await;
    let id = stage.connected().await;
    let halo = &stage.call("connection", json!({ "connection": id })).await["halo"];
    stage
        .call(
            "confirm_halo",
            json!({
                "connection": id,
                "authorisation_server": halo["authorisation_server"],
                "tenant": "somebody-else",
                "on_premises": false,
            }),
        )
        .await;
    let reply = pasted(&stage, &id).await;
    let tenant = tenant_cause(&causes(&reply));
    let clue = tenant["clue"].as_str().expect("what speaks for it");
    assert!(clue.contains(&stage.tenant.running.tenant), "{clue}");
}
