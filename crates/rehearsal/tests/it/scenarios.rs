//! Every scenario starts, shows what it says, and is put right by `fix`.

use std::{collections::HashSet, time::Duration};

use rehearsal::{Needs, Options, RehearsalError, Scenario, scenarios, serve};
use reqwest::StatusCode;
use serde_json::Value;
use tokio::time::timeout;

use crate::support::{
    Caller, automation, http, library, modest, options, planner, rows, start, token_answer,
};

#[tokio::test]
async fn every_scenario_starts_for_every_product_and_recovers() {
    let mut names = HashSet::new();
    for info in scenarios() {
        assert!(names.insert(info.name), "{} is there twice", info.name);
        assert!(info.shows.ends_with('.'), "{}", info.name);
        let products = [planner(), automation(), library(), modest()];
        let shown = products
            .iter()
            .filter(|needs| info.applies_to(needs))
            .count();
        let is_known_to_callers_only = matches!(
            info.name,
            "contract-details-refused" | "more-access-than-needed"
        );
        assert!(
            shown > 0 || is_known_to_callers_only,
            "{} shows nothing anywhere",
            info.name
        );
        for needs in products {
            let tenant = start(&needs.product, info.name).await;
            assert_eq!(tenant.running.scenario, info.name);
            tenant.control().fix();
            assert_eq!(tenant.control().scenario(), "healthy");
            let caller = Caller::new(&tenant).await;
            assert_eq!(caller.status("Client").await, 200, "{}", info.name);
            assert_eq!(caller.status("Agent/me").await, 200, "{}", info.name);
        }
    }
    assert_eq!(scenarios()[0].name, "healthy");
}

#[tokio::test]
async fn unknown_names_and_products_are_refused() {
    assert!(
        matches!(Scenario::named("no-such"), Err(RehearsalError::UnknownScenario { name }) if name == "no-such")
    );
    let mut asked = Options::healthy(vec![Needs::default()]);
    asked.product = "somebody".to_owned();
    assert!(matches!(
        serve(asked).await,
        Err(RehearsalError::UnknownProduct { .. })
    ));
    let first = start("library", "healthy").await;
    let mut asked = options("library", "healthy");
    asked.port = first
        .running
        .address
        .rsplit(':')
        .next()
        .and_then(|port| port.parse().ok())
        .expect("a port");
    assert!(matches!(
        serve(asked).await,
        Err(RehearsalError::Listen { .. })
    ));
}

#[tokio::test]
async fn troubles_with_credentials_are_told_by_the_token_end_point_and_recover() {
    let cases = [
        ("wrong-secret", 401, "invalid_client"),
        ("client-id-changed", 401, "invalid_client"),
        ("application-inactive", 401, "invalid_client"),
        ("not-services-method", 400, "unauthorized_client"),
        ("unknown-scope", 400, "invalid_scope"),
        ("scope-refused", 400, "invalid_scope"),
    ];
    for (name, status, error) in cases {
        let tenant = start("library", name).await;
        let (got, answer) = token_answer(&tenant.running, "read:customers read:assets").await;
        assert_eq!(got, status, "{name}");
        assert_eq!(answer["error"], error, "{name}");
        tenant.control().fix();
        assert_eq!(
            token_answer(&tenant.running, "read:customers").await.0,
            200,
            "{name}"
        );
    }
}

#[tokio::test]
async fn scopes_are_granted_as_the_scenario_says() {
    let cases = [
        ("no-scope-granted", None),
        ("scope-not-granted", Some("read:customers")),
        (
            "forbidden-scope-granted",
            Some("read:customers read:assets all"),
        ),
        (
            "excess-scopes",
            Some("read:customers read:assets edit:customers edit:invoices admin"),
        ),
    ];
    for (name, granted) in cases {
        let tenant = start("library", name).await;
        let (_, answer) = token_answer(&tenant.running, "read:customers read:assets").await;
        assert_eq!(
            answer.get("scope").and_then(Value::as_str),
            granted,
            "{name}"
        );
        tenant.control().fix();
        let (_, answer) = token_answer(&tenant.running, "read:customers read:assets").await;
        assert_eq!(answer["scope"], "read:customers read:assets", "{name}");
    }
}

#[tokio::test]
async fn the_agent_is_as_the_scenario_says() {
    let cases: [(&str, &str, &str, Value); 6] = [
        ("agent-disabled", "isdisabled", "planner", true.into()),
        ("not-api-only", "isapiagent", "planner", false.into()),
        (
            "must-not-be-api-only",
            "isapiagent",
            "automation",
            true.into(),
        ),
        ("is-administrator", "is_admin", "planner", true.into()),
        ("not-administrator", "is_admin", "automation", false.into()),
        ("agent-fields-missing", "isapiagent", "planner", Value::Null),
    ];
    for (name, field, product, value) in cases {
        let tenant = start(product, name).await;
        let caller = Caller::new(&tenant).await;
        assert_eq!(caller.get("Agent/me").await[field], value, "{name}");
        tenant.control().fix();
        assert_ne!(caller.get("Agent/me").await[field], value, "{name}");
    }
    for (name, status) in [
        ("agent-signed-out", 401),
        ("agent-not-readable", 403),
        ("me-forbidden", 403),
    ] {
        let tenant = start("planner", name).await;
        let caller = Caller::new(&tenant).await;
        assert_eq!(caller.status("Agent/me").await, status, "{name}");
        assert_eq!(caller.status("Client").await, 200, "{name}");
        tenant.control().fix();
        assert_eq!(caller.status("Agent/me").await, 200, "{name}");
    }
}

#[tokio::test]
async fn ticket_types_and_settings_are_as_the_scenario_says() {
    let tenant = start("planner", "healthy").await;
    let caller = Caller::new(&tenant).await;
    let types = caller.get("TicketType").await;
    let task = rows(&types)
        .iter()
        .find(|type_| type_["name"] == "Planner Task")
        .expect("it was asked for")
        .clone();
    assert_eq!(task["use"], "project");
    let control = tenant.control();
    let path = format!("TicketType/{}?includedetails=true", task["id"]);
    control
        .set_scenario("ticket-type-missing")
        .expect("it exists");
    assert_eq!(caller.status(&path).await, 404);
    control
        .set_scenario("ticket-type-wrong-use")
        .expect("it exists");
    assert_eq!(caller.get(&path).await["use"], "ticket");
    control
        .set_scenario("ticket-type-hidden")
        .expect("it exists");
    assert_eq!(caller.get(&path).await["visible"], false);
    control
        .set_scenario("setting-not-readable")
        .expect("it exists");
    assert!(
        caller
            .get("Control")
            .await
            .get("nextfaultidcalculationmethod")
            .is_none()
    );
    control
        .set_scenario("setting-not-permitted")
        .expect("it exists");
    assert_eq!(caller.status("Control").await, 403);
    control
        .set_scenario("permission-refused")
        .expect("it exists");
    assert_eq!(caller.status("Tickets").await, 403);
    control.fix();
    assert_eq!(caller.get(&path).await["visible"], true);
    assert_eq!(
        caller.get("Control").await["nextfaultidcalculationmethod"],
        1
    );
    assert_eq!(caller.status("Tickets").await, 200);
}

#[tokio::test]
async fn other_kinds_of_halo_say_so() {
    let tenant = start("library", "itsm").await;
    let info = |path: &'static str, address: String| async move {
        let answer = http()
            .get(format!("{address}/api/{path}"))
            .send()
            .await
            .expect("an answer");
        (
            answer.status(),
            answer.json::<Value>().await.unwrap_or(Value::Null),
        )
    };
    let address = tenant.running.address.clone();
    assert_eq!(
        info("InstanceInfo", address.clone()).await.1["app_name"],
        "Halo ITSM"
    );
    assert!(Caller::new(&tenant).await.get("Agent").await["results"].is_array());
    let control = tenant.control();
    control.set_scenario("on-premises").expect("it exists");
    assert_eq!(
        info("AuthInfo", address.clone()).await.1["tenant_id"],
        Value::Null
    );
    control.set_scenario("auth-info-closed").expect("it exists");
    assert_eq!(info("AuthInfo", address.clone()).await.0, 401);
    assert_eq!(info("InstanceInfo", address.clone()).await.0, 200);
    control.set_scenario("discovery-closed").expect("it exists");
    assert_eq!(info("InstanceInfo", address.clone()).await.0, 401);
    assert_eq!(start("library", "on-premises").await.running.tenant, "");
}

#[tokio::test]
async fn a_shared_authorisation_host_has_to_be_told_the_tenant() {
    let tenant = start("library", "shared-auth-host").await;
    let running = &tenant.running;
    let info: Value = http()
        .get(format!("{}/api/AuthInfo", running.address))
        .send()
        .await
        .expect("an answer")
        .json()
        .await
        .expect("JSON");
    let host = info["auth_url"].as_str().expect("an address");
    assert_ne!(host, format!("{}/auth", running.address));
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", &running.client_id),
        ("client_secret", &running.client_secret),
        ("scope", "read:customers"),
    ];
    for (query, status) in [
        ("", 401),
        ("?tenant=another", 401),
        ("?tenant=rehearsal", 200),
    ] {
        let answer = http()
            .post(format!("{host}/token{query}"))
            .form(&form)
            .send()
            .await
            .expect("an answer");
        assert_eq!(answer.status(), status, "{query}");
    }
    assert_eq!(
        token_answer(running, "read:customers").await.0,
        404,
        "not on its own host"
    );
}

#[tokio::test]
async fn troubles_on_the_wire_strike_where_they_say_and_recover() {
    let tenant = start("library", "healthy").await;
    let caller = Caller::new(&tenant).await;
    let control = tenant.control();
    let address = tenant.running.address.clone();
    let raw = |path: &'static str| {
        let url = format!("{address}/{path}");
        async move { http().get(url).send().await.expect("an answer") }
    };
    for (name, status) in [
        ("api-401-after-token", 401),
        ("all-server-errors", 503),
        ("rate-limited", 429),
        ("one-list-server-error", 500),
    ] {
        control.set_scenario(name).expect("it exists");
        assert_eq!(caller.status("Client").await, status, "{name}");
        assert_eq!(raw("api/AuthInfo").await.status(), 200, "{name}");
    }
    for (name, status) in [
        ("token-server-error", 500),
        ("token-not-json", 200),
        ("token-redirected", 307),
        ("rate-limited", 429),
    ] {
        control.set_scenario(name).expect("it exists");
        let (got, answer) = token_answer(&tenant.running, "read:customers").await;
        assert_eq!((got.as_u16(), answer), (status, Value::Null), "{name}");
    }
    for name in ["not-halo", "html-instead-of-api"] {
        control.set_scenario(name).expect("it exists");
        let page = raw("api/AuthInfo").await;
        assert_eq!(page.status(), 200);
        assert!(
            page.text()
                .await
                .expect("a body")
                .starts_with("<!DOCTYPE html>"),
            "{name}"
        );
    }
    control.set_scenario("redirected").expect("it exists");
    assert_eq!(
        raw("api/AuthInfo").await.headers()["location"],
        "https://elsewhere.example/"
    );
    control.set_scenario("one-list-broken").expect("it exists");
    assert!(caller.ask("Client").await.json::<Value>().await.is_err());
    for (name, count) in [
        ("rate-limited-in-passing", 3),
        ("server-error-in-passing", 2),
        ("token-worn-out", 1),
    ] {
        control.set_scenario(name).expect("it exists");
        for _ in 0..count {
            assert_ne!(caller.status("Client").await, 200, "{name}");
        }
        assert_eq!(caller.status("Client").await, 200, "{name}");
    }
    control.fix();
    assert_eq!(caller.status("Client").await, 200);
}

#[tokio::test]
async fn silence_and_endless_answers_end_with_the_tenant() {
    let brief = Duration::from_millis(200);
    for name in [
        "slow",
        "one-list-timeout",
        "stalled",
        "too-large",
        "token-slow",
    ] {
        let tenant = start("library", "healthy").await;
        let caller = Caller::new(&tenant).await;
        tenant.control().set_scenario(name).expect("it exists");
        let whole = async {
            match name {
                "token-slow" => drop(token_answer(&tenant.running, "read:customers").await),
                _ => drop(caller.ask("Client").await.bytes().await),
            }
        };
        assert!(
            timeout(brief, whole).await.is_err(),
            "{name} ends by itself"
        );
        timeout(Duration::from_secs(10), tenant.shutdown())
            .await
            .expect("it stops");
    }
}

#[tokio::test]
async fn the_clock_can_be_wrong() {
    let tenant = start("library", "clock-skew").await;
    let date = |address: String| async move {
        let answer = http()
            .get(format!("{address}/api/AuthInfo"))
            .send()
            .await
            .expect("an answer");
        answer.headers()["date"].to_str().expect("text").to_owned()
    };
    let skewed = date(tenant.running.address.clone()).await;
    tenant.control().fix();
    let right = date(tenant.running.address.clone()).await;
    assert_ne!(skewed[..20], right[..20], "two hours apart");
}

#[tokio::test]
async fn the_control_counts_requests_and_keeps_no_secrets() {
    let tenant = start("library", "healthy").await;
    let caller = Caller::new(&tenant).await;
    caller.get("Client?search=dental").await;
    caller.get("client").await;
    let control = tenant.control();
    assert_eq!(control.counts()["/api/client"], 2);
    assert_eq!(control.request_count(), 3);
    let seen = format!("{:?}", control.requests());
    assert!(seen.contains("/auth/token") && !seen.contains("dental"));
    assert!(!seen.contains(&tenant.running.client_secret));
    control.forget_requests();
    assert_eq!(control.request_count(), 0);
}

#[tokio::test]
async fn each_product_has_credentials_of_its_own() {
    let tenant = start("library", "wrong-secret").await;
    let planner = tenant.connect_as("planner").expect("it is known");
    assert_ne!(planner.client_id, tenant.running.client_id);
    assert_eq!(
        token_answer(&planner, "edit:tickets").await.0,
        StatusCode::OK,
        "only the library is struck"
    );
    assert!(tenant.connect_as("nobody").is_none());
}
