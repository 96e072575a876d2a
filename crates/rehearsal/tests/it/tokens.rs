//! The token end point.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use rehearsal::UntickedScope;
use serde_json::Value;

use crate::support::{Caller, http, options, start, token_answer};

#[tokio::test]
async fn a_token_is_opaque_and_says_who_it_is_for() {
    let tenant = start("planner", "healthy").await;
    let (status, answer) = token_answer(&tenant.running, "read:tickets read:customers").await;
    assert_eq!(status, 200);
    assert_eq!(answer["token_type"], "Bearer");
    assert_eq!(answer["expires_in"], 3600);
    assert_eq!(answer["scope"], "read:tickets read:customers");
    assert_eq!(answer["access_token"].as_str().expect("a token").len(), 43);
    let identity = answer["id_token"].as_str().expect("an identity token");
    let claims = identity.split('.').nth(1).expect("three parts");
    let claims: Value =
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).expect("base64")).expect("JSON");
    assert_eq!(claims["name"], "Planner API");
    assert_eq!(claims["id"], 21);
}

#[tokio::test]
async fn credentials_have_halos_shape_and_never_change() {
    let first = start("planner", "healthy").await;
    let second = start("planner", "healthy").await;
    assert_eq!(first.running.client_id, second.running.client_id);
    assert_eq!(first.running.client_secret, second.running.client_secret);
    assert_eq!(first.running.client_id.len(), 36);
    assert_eq!(first.running.client_secret.len(), 73);
    let printed = format!("{:?}", first.running);
    assert!(printed.contains(&first.running.client_id));
    assert!(!printed.contains(&first.running.client_secret));
}

#[tokio::test]
async fn every_way_to_send_credentials_works() {
    let tenant = start("library", "healthy").await;
    let running = &tenant.running;
    let form = [
        ("grant_type", "client_credentials"),
        ("scope", "read:customers"),
    ];
    let basic = http()
        .post(format!("{}/TOKEN", running.address))
        .basic_auth(&running.client_id, Some(&running.client_secret))
        .form(&form)
        .send()
        .await
        .expect("an answer");
    assert_eq!(basic.status(), 200);
    let with_tenant_in_form = http()
        .post(format!("{}/auth/token", running.address))
        .form(&[
            ("grant_type", "client_credentials"),
            ("client_id", &running.client_id.to_uppercase()),
            ("client_secret", &running.client_secret),
            ("tenant", &running.tenant),
        ])
        .send()
        .await
        .expect("an answer");
    assert_eq!(with_tenant_in_form.status(), 200);
}

#[tokio::test]
async fn refusals_are_those_of_the_standard() {
    let tenant = start("library", "healthy").await;
    let running = &tenant.running;
    let cases = [
        (
            vec![
                ("grant_type", "client_credentials"),
                ("client_id", "x"),
                ("client_secret", "y"),
            ],
            401,
            "invalid_client",
        ),
        (vec![("client_id", "x")], 400, "invalid_request"),
        (
            vec![("grant_type", "password")],
            400,
            "unsupported_grant_type",
        ),
        (
            vec![
                ("grant_type", "client_credentials"),
                ("client_id", &running.client_id),
                ("client_secret", &running.client_secret),
                ("scope", "read:customers read:actions"),
            ],
            400,
            "invalid_scope",
        ),
    ];
    for (form, status, error) in cases {
        let response = http()
            .post(format!("{}/auth/token", running.address))
            .form(&form)
            .send()
            .await
            .expect("an answer");
        assert_eq!(response.status(), status, "{error}");
        let body: Value = response.json().await.expect("JSON");
        assert_eq!(body["error"], error);
        assert!(body["error_description"].is_string());
    }
    let looked_at = http()
        .get(format!("{}/auth/token", running.address))
        .send()
        .await
        .expect("an answer");
    assert_eq!(looked_at.status(), 400);
    let json = http()
        .post(format!("{}/auth/token", running.address))
        .json(&1)
        .send()
        .await
        .expect("an answer");
    assert_eq!(json.status(), 400);
}

#[tokio::test]
async fn a_token_without_scope_opens_nothing() {
    let tenant = start("library", "healthy").await;
    let (status, answer) = token_answer(&tenant.running, "").await;
    assert_eq!(status, 200);
    assert!(answer.get("scope").is_none());
    let caller = Caller::with_scopes(&tenant.running, "").await;
    for path in ["Client", "Agent/me", "Team", "Status"] {
        assert_eq!(caller.status(path).await, 401, "{path}");
    }
}

#[tokio::test]
async fn unticked_scopes_are_left_out_or_refused() {
    let mut asked = options("library", "healthy");
    let narrowed = rehearsal::serve(asked.clone()).await.expect("a port");
    let (_, answer) = token_answer(&narrowed.running, "read:customers edit:tickets").await;
    assert_eq!(answer["scope"], "read:customers");
    let (_, answer) = token_answer(&narrowed.running, "all").await;
    assert_eq!(answer["scope"], "read:customers read:assets");
    for (unticked, error) in [
        (UntickedScope::Refused, "invalid_scope"),
        (UntickedScope::BadRequest, "invalid_request"),
    ] {
        asked.variants.unticked_scope = unticked;
        let refusing = rehearsal::serve(asked.clone()).await.expect("a port");
        let (status, answer) = token_answer(&refusing.running, "read:customers edit:tickets").await;
        assert_eq!(status, 400);
        assert_eq!(answer["error"], error);
    }
}

#[tokio::test]
async fn the_scopes_can_be_granted_without_a_word() {
    let mut asked = options("library", "healthy");
    asked.variants.scope_is_echoed = false;
    let tenant = rehearsal::serve(asked).await.expect("a port");
    let (_, answer) = token_answer(&tenant.running, "read:customers").await;
    assert!(answer.get("scope").is_none());
    assert_eq!(Caller::new(&tenant).await.status("Client").await, 200);
}

#[tokio::test]
async fn a_revoked_token_is_worthless_and_a_new_one_is_not() {
    let tenant = start("library", "healthy").await;
    let caller = Caller::new(&tenant).await;
    assert_eq!(caller.status("Client").await, 200);
    tenant.control().revoke_tokens();
    assert_eq!(caller.status("Client").await, 401);
    assert_eq!(Caller::new(&tenant).await.status("Client").await, 200);
}
