//! Client ID and Secret for a token.

use halo::{HaloError, sign_in as sign_in_at};
use serde_json::{Value, json};
use wiremock::{Mock, MockServer, ResponseTemplate, matchers};

use crate::support::{
    SECRET, authorisation_server, credentials, errand, html, json_ok, post_token, sign_in, strict,
    transport,
};

fn token_body(scope: &Value) -> Value {
    json!({"access_token": "opaque-43-characters", "token_type": "Bearer",
           "expires_in": "3600", "scope": scope, "id_token": "not.a.token"})
}

#[tokio::test]
async fn the_request_is_a_form_with_the_tenant_in_the_query_and_the_scope_in_the_body() {
    let server = strict().await;
    Mock::given(matchers::method("POST"))
        .and(matchers::path("/auth/token"))
        .and(matchers::query_param("tenant", "acme & sons"))
        .and(matchers::header(
            "content-type",
            "application/x-www-form-urlencoded",
        ))
        .and(matchers::body_string(format!(
            "grant_type=client_credentials&client_id=client-1&client_secret={SECRET}\
             &scope=read%3Atickets+all"
        )))
        .respond_with(json_ok(token_body(&json!("read:tickets"))))
        .expect(1)
        .mount(&server)
        .await;
    let at = authorisation_server(&server.uri());
    let scopes = ["read:tickets", "all"];
    let tenant = Some(" acme & sons ");
    let token = sign_in_at(
        &transport(),
        &errand(),
        &at,
        tenant,
        &credentials(),
        &scopes,
    )
    .await;
    assert_eq!(
        token.unwrap().granted,
        Some(vec!["read:tickets".to_owned()])
    );
}

#[tokio::test]
async fn without_a_scope_nothing_is_sent() {
    let server = strict().await;
    let at = authorisation_server(&server.uri());
    for scopes in [&[][..], &[""], &[" ", ""]] {
        let errand = errand();
        let refused = sign_in_at(&transport(), &errand, &at, None, &credentials(), scopes).await;
        assert_eq!(refused.unwrap_err(), HaloError::NoScopeGranted);
        assert_eq!(errand.requests(), 0);
    }
}

#[tokio::test]
async fn a_silent_scope_is_not_known_and_an_empty_one_is_none() {
    let server = strict().await;
    post_token(&server, json_ok(json!({"access_token": "t"}))).await;
    assert_eq!(sign_in(&server.uri()).await.unwrap().granted, None);

    let server = strict().await;
    post_token(&server, json_ok(token_body(&json!("")))).await;
    assert_eq!(
        sign_in(&server.uri()).await.unwrap_err(),
        HaloError::NoScopeGranted
    );
}

async fn refuse(server: &MockServer, answer: ResponseTemplate) -> HaloError {
    let refusal = Mock::given(matchers::method("POST"))
        .respond_with(answer)
        .expect(1);
    let _refusal = refusal.mount_as_scoped(server).await;
    sign_in(&server.uri()).await.unwrap_err()
}

fn told(status: u16, error: &str, words: &str) -> ResponseTemplate {
    let body = json!({"error": error, "error_description": words});
    ResponseTemplate::new(status).set_body_json(body)
}

#[tokio::test]
async fn what_halo_says_with_a_refusal_is_heard() {
    const MAY_NOT_USE: &str = "This client application is not allowed to use the specified scope.";
    let table = [
        (
            told(400, "invalid_request", MAY_NOT_USE),
            HaloError::InvalidScope {
                asked: vec!["read:tickets".into()],
                description: Some(MAY_NOT_USE.into()),
            },
        ),
        (
            told(401, "invalid_client", MAY_NOT_USE),
            HaloError::InvalidClient {
                description: Some(MAY_NOT_USE.into()),
            },
        ),
        (
            told(401, "invalid_grant", "Agent is disabled"),
            HaloError::Refused {
                status: 401,
                said: "Agent is disabled".into(),
            },
        ),
        (
            told(
                403,
                "access_denied",
                &format!("Not with {SECRET} from here"),
            ),
            HaloError::Refused {
                status: 403,
                said: "Not with [hidden] from here".into(),
            },
        ),
        (
            told(404, "invalid_request", "Tenant not found"),
            HaloError::Refused {
                status: 404,
                said: "Tenant not found".into(),
            },
        ),
        (
            ResponseTemplate::new(401).set_body_json(json!({"Message": "The licence ended."})),
            HaloError::Refused {
                status: 401,
                said: "The licence ended.".into(),
            },
        ),
        (
            ResponseTemplate::new(403).set_body_json(json!({})),
            HaloError::Forbidden,
        ),
    ];
    let server = MockServer::start().await;
    for (answer, expected) in table {
        assert_eq!(refuse(&server, answer).await, expected);
    }
    post_token(&server, json_ok(token_body(&json!(["read:tickets"])))).await;
    assert!(sign_in(&server.uri()).await.is_ok());
}

#[tokio::test]
async fn every_refusal_has_its_cause_is_not_repeated_and_is_recovered_from() {
    let oauth = |status, error| told(status, error, "Because.");
    let because = Some("Because.".to_owned());
    let invalid_scope = HaloError::InvalidScope {
        asked: vec!["read:tickets".into()],
        description: because.clone(),
    };
    let table = [
        (
            oauth(401, "invalid_client"),
            HaloError::InvalidClient {
                description: because.clone(),
            },
        ),
        (
            oauth(400, "invalid_client"),
            HaloError::InvalidClient {
                description: because,
            },
        ),
        (
            oauth(400, "unauthorized_client"),
            HaloError::UnauthorizedClient,
        ),
        (oauth(400, "invalid_scope"), invalid_scope),
        (
            oauth(400, "invalid_grant"),
            HaloError::Refused {
                status: 400,
                said: "Because.".into(),
            },
        ),
        (
            json_ok(json!({"error": "invalid_client"})),
            HaloError::InvalidClient { description: None },
        ),
        (
            oauth(400, "Unauthorized_Client"),
            HaloError::UnauthorizedClient,
        ),
        (
            html(403),
            HaloError::NotJson {
                status: 403,
                found: halo::Body::Html,
            },
        ),
        (ResponseTemplate::new(401), HaloError::Unauthorised),
        (html(404), HaloError::NotFound),
        (html(500), HaloError::ServerError { status: 500 }),
        (
            html(200),
            HaloError::NotJson {
                status: 200,
                found: halo::Body::Html,
            },
        ),
        (
            json_ok(json!({"token": "x"})),
            HaloError::NotJson {
                status: 200,
                found: halo::Body::UnexpectedShape,
            },
        ),
        (
            json_ok(json!({"access_token": "two\r\nlines", "scope": "all"})),
            HaloError::NotJson {
                status: 200,
                found: halo::Body::UnexpectedShape,
            },
        ),
    ];
    let server = MockServer::start().await;
    for (answer, expected) in table {
        assert_eq!(refuse(&server, answer).await, expected);
    }
    post_token(&server, json_ok(token_body(&json!(["read:tickets"])))).await;
    assert!(sign_in(&server.uri()).await.is_ok());
}

#[tokio::test]
async fn a_passing_failure_of_the_token_end_point_is_waited_out() {
    for status in [429, 502, 503, 504] {
        let server = strict().await;
        Mock::given(matchers::method("POST"))
            .respond_with(ResponseTemplate::new(status).insert_header("retry-after", "0"))
            .up_to_n_times(2)
            .with_priority(1)
            .mount(&server)
            .await;
        post_token(&server, json_ok(token_body(&json!("read:tickets")))).await;
        assert!(sign_in(&server.uri()).await.is_ok(), "{status}");
    }
}
