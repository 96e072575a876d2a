//! Who lives at an address.

use halo::{Discovery, HaloError, Overrides, Source, discover};
use serde_json::json;
use wiremock::{MockServer, ResponseTemplate};

use crate::support::{address, empty, errand, get, html, json_ok, strict, transport};

async fn found(server: &MockServer) -> Result<Discovery, HaloError> {
    found_at(&server.uri(), &Overrides::default()).await
}

async fn found_at(pasted: &str, overrides: &Overrides) -> Result<Discovery, HaloError> {
    discover(&transport(), &errand(), &pasted.parse().unwrap(), overrides).await
}

fn instance_info(server: &MockServer) -> serde_json::Value {
    json!({
        "dbid": "0", "app_name": "Halo PSA", "app_version": "2.236.133",
        "agent_url": server.uri(), "auth_url": format!("{}/auth/", server.uri()),
        "tenant_id": "acme", "hosted_group": "US16-Stable8", "agent_count": 12
    })
}

#[tokio::test]
async fn two_requests_tell_everything() {
    let server = strict().await;
    let auth_info = json!({"auth_url": format!("{}/auth", server.uri()), "tenant_id": "acme"});
    get(&server, "/api/AuthInfo", json_ok(auth_info)).await;
    get(
        &server,
        "/api/InstanceInfo",
        json_ok(instance_info(&server)),
    )
    .await;
    let errand = errand();
    let found = discover(
        &transport(),
        &errand,
        &address(&server),
        &Overrides::default(),
    )
    .await
    .unwrap();
    assert_eq!(
        found.resource_server.to_string(),
        format!("{}/api", server.uri())
    );
    assert_eq!(
        found.authorisation_server.to_string(),
        format!("{}/auth", server.uri())
    );
    assert!(!found.authorisation_server_elsewhere);
    assert_eq!(found.tenant.as_deref(), Some("acme"));
    assert_eq!(found.product.as_deref(), Some("HaloPSA"));
    assert_eq!(found.version.as_deref(), Some("2.236.133"));
    assert_eq!(found.sources, [Source::InstanceInfo, Source::AuthInfo]);
    assert_eq!(errand.requests(), 2);
    let sent = server.received_requests().await.unwrap();
    assert!(
        sent.iter()
            .all(|request| !request.headers.contains_key("authorization"))
    );
}

#[tokio::test]
async fn one_of_the_two_is_enough() {
    let server = strict().await;
    get(
        &server,
        "/api/AuthInfo",
        json_ok(json!({"tenant_id": "acme", "auth_url": null})),
    )
    .await;
    get(&server, "/api/InstanceInfo", ResponseTemplate::new(401)).await;
    let told = found(&server).await.unwrap();
    assert_eq!(told.sources, [Source::AuthInfo]);
    assert_eq!(
        told.authorisation_server.to_string(),
        format!("{}/auth", server.uri())
    );
    assert_eq!(
        (told.product, told.version),
        (None, None),
        "nothing is guessed"
    );
}

#[tokio::test]
async fn an_authorisation_server_elsewhere_is_said() {
    let server = strict().await;
    let shared = json!({"auth_url": "https://auth.haloservicedesk.com/auth", "tenant_id": "acme"});
    get(&server, "/api/AuthInfo", json_ok(shared)).await;
    get(&server, "/api/InstanceInfo", html(200)).await;
    let told = found(&server).await.unwrap();
    assert!(told.authorisation_server_elsewhere);
    assert_eq!(told.authorisation_server.host(), "auth.haloservicedesk.com");
}

#[tokio::test]
async fn an_authorisation_server_without_a_path_is_looked_for() {
    for (path, expected) in [("/token", ""), ("/auth/token", "/auth")] {
        let server = empty().await;
        get(
            &server,
            "/api/AuthInfo",
            json_ok(json!({"auth_url": server.uri()})),
        )
        .await;
        get(&server, path, ResponseTemplate::new(405)).await;
        let told = found(&server).await.unwrap();
        assert_eq!(
            told.authorisation_server.to_string(),
            format!("{}{expected}", server.uri())
        );
    }
}

#[tokio::test]
async fn where_both_want_a_token_the_token_end_point_is_proof() {
    let closed = async || {
        let server = empty().await;
        get(&server, "/api/AuthInfo", ResponseTemplate::new(401)).await;
        get(&server, "/api/InstanceInfo", ResponseTemplate::new(403)).await;
        server
    };
    let oauth = ResponseTemplate::new(400).set_body_json(json!({"error": "invalid_request"}));
    let server = closed().await;
    get(&server, "/auth/token", oauth).await;
    let told = found(&server).await.unwrap();
    assert_eq!(told.sources, [Source::TokenEndPoint]);

    for anybodys in [
        ResponseTemplate::new(401),
        ResponseTemplate::new(405),
        ResponseTemplate::new(401).set_body_json(json!({"error": "Unauthorized"})),
        ResponseTemplate::new(405).set_body_json(json!({"detail": "Method Not Allowed"})),
    ] {
        let server = closed().await;
        get(&server, "/auth/token", anybodys).await;
        assert_eq!(found(&server).await.unwrap_err(), HaloError::NotHalo);
    }
}

#[tokio::test]
async fn openid_metadata_is_proof() {
    let server = empty().await;
    get(&server, "/api/AuthInfo", ResponseTemplate::new(401)).await;
    let metadata = json!({"issuer": format!("{}/auth/", server.uri()),
                          "token_endpoint": format!("{}/auth/token", server.uri())});
    get(
        &server,
        "/auth/.well-known/openid-configuration",
        json_ok(metadata),
    )
    .await;
    let told = found(&server).await.unwrap();
    assert_eq!(told.sources, [Source::OpenIdMetadata]);
    assert_eq!(
        told.authorisation_server.to_string(),
        format!("{}/auth", server.uri())
    );
}

#[tokio::test]
async fn a_sign_in_server_without_halos_two_calls_is_not_a_halo() {
    let oauth = ResponseTemplate::new(400).set_body_json(json!({"error": "invalid_request"}));
    let no_such_method = ResponseTemplate::new(405).set_body_json(json!({"detail": "Not Allowed"}));
    for refusal in [oauth, no_such_method, ResponseTemplate::new(401)] {
        let server = empty().await;
        get(&server, "/auth/token", refusal).await;
        let metadata = json!({"issuer": format!("{}/auth/", server.uri()),
                              "token_endpoint": format!("{}/auth/token", server.uri())});
        get(
            &server,
            "/auth/.well-known/openid-configuration",
            json_ok(metadata),
        )
        .await;
        assert_eq!(found(&server).await.unwrap_err(), HaloError::NotHalo);
        let named = Overrides {
            authorisation_server: Some(format!("{}/auth", server.uri()).parse().unwrap()),
            tenant: None,
        };
        assert_eq!(
            found_at(&server.uri(), &named).await.unwrap_err(),
            HaloError::NotHalo
        );
        get(&server, "/api/AuthInfo", ResponseTemplate::new(401)).await;
        assert!(found(&server).await.is_ok(), "its API is there now");
    }
}

#[tokio::test]
async fn something_else_is_not_a_halo_and_a_halo_there_later_is_found() {
    let answers = [
        html(200),
        html(404),
        html(405),
        ResponseTemplate::new(401),
        ResponseTemplate::new(405),
        ResponseTemplate::new(401).insert_header("www-authenticate", "Basic realm=\"x\""),
        json_ok(json!({})),
        json_ok(json!({"status": "ok"})),
        json_ok(json!([1, 2])),
        ResponseTemplate::new(200),
        ResponseTemplate::new(200).set_body_raw("{\"auth_url\": ", "application/json"),
    ];
    for (number, answer) in answers.into_iter().enumerate() {
        let server = empty().await;
        let everything = wiremock::matchers::any();
        let guard = wiremock::Mock::given(everything).respond_with(answer);
        let guard = guard.mount_as_scoped(&server).await;
        assert_eq!(
            found(&server).await.unwrap_err(),
            HaloError::NotHalo,
            "answer {number}"
        );
        drop(guard);
        get(
            &server,
            "/api/InstanceInfo",
            json_ok(instance_info(&server)),
        )
        .await;
        assert!(found(&server).await.is_ok(), "answer {number}: recovers");
    }
}

#[tokio::test]
async fn an_installation_in_a_folder_and_a_page_at_the_root_are_both_found() {
    let server = empty().await;
    get(
        &server,
        "/halo/api/InstanceInfo",
        json_ok(instance_info(&server)),
    )
    .await;
    let below = found_at(&format!("{}/halo/api", server.uri()), &Overrides::default()).await;
    assert_eq!(
        below.unwrap().resource_server.to_string(),
        format!("{}/halo/api", server.uri())
    );

    let server = empty().await;
    get(
        &server,
        "/api/InstanceInfo",
        json_ok(instance_info(&server)),
    )
    .await;
    let root = found_at(
        &format!("{}/unknown/page", server.uri()),
        &Overrides::default(),
    )
    .await;
    assert_eq!(
        root.unwrap().resource_server.to_string(),
        format!("{}/api", server.uri())
    );
}

#[tokio::test]
async fn what_the_person_says_wins_over_what_halo_says() {
    let server = strict().await;
    get(
        &server,
        "/api/AuthInfo",
        json_ok(json!({"tenant_id": "acme"})),
    )
    .await;
    get(
        &server,
        "/api/InstanceInfo",
        json_ok(instance_info(&server)),
    )
    .await;
    let overrides = Overrides {
        authorisation_server: Some("https://auth.example.com/token".parse().unwrap()),
        tenant: Some("other".into()),
    };
    let told = found_at(&server.uri(), &overrides).await.unwrap();
    assert_eq!(
        told.authorisation_server.to_string(),
        "https://auth.example.com"
    );
    assert_eq!(told.tenant.as_deref(), Some("other"));
    assert!(told.authorisation_server_elsewhere);
}

#[tokio::test]
async fn a_wrong_clock_is_noticed() {
    let server = strict().await;
    let late = ResponseTemplate::new(200)
        .insert_header("date", "Sun, 06 Nov 1994 08:49:37 GMT")
        .set_body_json(instance_info(&server));
    get(
        &server,
        "/api/AuthInfo",
        ResponseTemplate::new(401).insert_header("date", "Sun, 06 Nov 1994 08:49:37 GMT"),
    )
    .await;
    get(&server, "/api/InstanceInfo", late).await;
    let skew = found(&server).await.unwrap().clock_skew.unwrap();
    assert!(skew.as_secs() < -86_400, "{skew:?}");
}

#[tokio::test]
async fn an_ailing_server_is_not_called_something_else() {
    let server = empty().await;
    let ailing = wiremock::Mock::given(wiremock::matchers::any())
        .respond_with(ResponseTemplate::new(500))
        .mount_as_scoped(&server)
        .await;
    assert_eq!(
        found(&server).await.unwrap_err(),
        HaloError::ServerError { status: 500 }
    );
    drop(ailing);
    get(
        &server,
        "/api/InstanceInfo",
        json_ok(instance_info(&server)),
    )
    .await;
    assert!(found(&server).await.is_ok());
}

#[tokio::test]
async fn no_such_name_and_no_answer_are_told_apart() {
    let nowhere = found_at("https://no-such-host.invalid", &Overrides::default()).await;
    assert_eq!(nowhere.unwrap_err(), HaloError::NameNotFound);
    // A port that was just free: nobody listens there.
    let (listener, base) = crate::support::listener().await;
    drop(listener);
    let silent = found_at(&base, &Overrides::default()).await;
    assert_eq!(silent.unwrap_err(), HaloError::Unreachable);
}
