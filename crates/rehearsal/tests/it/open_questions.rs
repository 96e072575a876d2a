//! Open questions about the real Halo: each switch changes the answer that it is about.

use rehearsal::{
    HierarchyNumbers, MembershipNumbers, RefusalBodies, Running, Tenant, TopLevels, Variants, serve,
};
use reqwest::StatusCode;
use serde_json::Value;

use crate::support::{Caller, options, token_answer};

/// Planner's tenant in which some questions are answered so, and a caller.
async fn asked(scenario: &str, answer: impl FnOnce(&mut Variants)) -> (Tenant, Caller) {
    asked_for("planner", scenario, answer).await
}

async fn asked_for(
    product: &str,
    scenario: &str,
    answer: impl FnOnce(&mut Variants),
) -> (Tenant, Caller) {
    let mut options = options(product, scenario);
    answer(&mut options.variants);
    let tenant = serve(options).await.expect("a loopback port is free");
    let caller = Caller::new(&tenant).await;
    (tenant, caller)
}

/// One field of every row.
fn all(rows: &Value, field: &str) -> Vec<Value> {
    let rows = rows.as_array().expect("a list").iter();
    rows.map(|row| row[field].clone()).collect()
}

#[tokio::test]
async fn a_refused_token_may_say_no_more_than_its_code() {
    let (tenant, _) = asked("healthy", |it| it.error_descriptions_are_sent = false).await;
    let wrong = Running {
        client_secret: "x".to_owned(),
        ..tenant.running.clone()
    };
    let (status, answer) = token_answer(&wrong, "read:tickets").await;
    assert_eq!(status, 401);
    assert_eq!(answer, serde_json::json!({ "error": "invalid_client" }));
}

#[tokio::test]
async fn refusals_may_carry_nothing_some_json_or_a_page() {
    for (bodies, begins) in [
        (RefusalBodies::None, ""),
        (RefusalBodies::Json, "{\"error\":"),
        (RefusalBodies::Page, "<!DOCTYPE html>"),
    ] {
        let (_tenant, caller) = asked("healthy", |it| it.refusal_bodies = bodies).await;
        for (path, status) in [
            ("KBArticle", StatusCode::FORBIDDEN),
            ("Client/9999999", StatusCode::NOT_FOUND),
        ] {
            let refused = caller.ask(path).await;
            assert_eq!(refused.status(), status);
            let body = refused.text().await.expect("a body");
            let is_so = body.starts_with(begins) && body.is_empty() == begins.is_empty();
            assert!(is_so, "{path}: {body}");
        }
    }
}

#[tokio::test]
async fn what_is_left_of_fair_use_may_stand_in_headers() {
    let (_tenant, caller) = asked("healthy", |it| {
        it.fair_use = Some((2, std::time::Duration::from_mins(5)));
        it.rate_limit_headers_are_sent = true;
    })
    .await;
    for (status, left) in [(200, "1"), (200, "0"), (429, "0")] {
        let answer = caller.ask("Status").await;
        assert_eq!(answer.status(), status);
        assert_eq!(answer.headers()["x-ratelimit-limit"], "2");
        assert_eq!(answer.headers()["x-ratelimit-remaining"], left);
    }
}

#[tokio::test]
async fn numbers_that_stand_for_words_may_be_others() {
    let (_tenant, caller) = asked("membership-too-low", |it| {
        it.membership_numbers = MembershipNumbers::HighestFirst;
        it.hierarchy_numbers = HierarchyNumbers::FromZero;
        it.auto_incrementing_key = 3;
    })
    .await;
    let me = caller.get("Agent/me").await["id"].clone();
    let agent = caller.get(&format!("Agent/{me}?includedetails=true")).await;
    let levels = all(&agent["departments"], "membershiplevel");
    assert!(levels.iter().all(|level| *level == 4), "{levels:?}");
    let types = caller.get("TicketType").await;
    let numbers = all(&types, "project_type");
    for number in [-1, 0, 1] {
        assert!(numbers.contains(&Value::from(number)), "{numbers:?}");
    }
    let control = caller.get("Control").await;
    assert_eq!(control["nextfaultidcalculationmethod"], 3);
}

#[tokio::test]
async fn lists_may_be_wrapped_otherwise_and_departments_have_a_path() {
    let (_tenant, caller) = asked("healthy", |it| {
        it.top_levels = TopLevels::Named;
        it.roles_are_bare = false;
        it.departments_have_a_path = true;
    })
    .await;
    assert!(caller.get("TopLevel").await["toplevels"].is_array());
    assert!(caller.get("Roles").await["roles"].is_array());
    let own = caller.get("Department").await;
    let listed = caller.get("TopLevel?agent_departments_only=true").await;
    assert_eq!(all(&own, "name"), all(&listed["toplevels"], "name"));

    let (_tenant, caller) = asked("healthy", |it| it.top_levels = TopLevels::Bare).await;
    assert!(caller.get("TopLevel").await.is_array());
    assert_eq!(caller.status("Department").await, 404);
}

#[tokio::test]
async fn what_opens_configuration_may_differ() {
    let (_tenant, caller) = asked("healthy", |_| ()).await;
    assert_eq!(caller.status("Application").await, 403);
    assert_eq!(caller.status("Roles").await, 200);
    assert_eq!(caller.status("Control").await, 200);
    let (_tenant, caller) = asked("healthy", |it| {
        it.applications_are_open = true;
        it.roles_are_open = false;
        it.control_needs_admin_scope = true;
    })
    .await;
    assert_eq!(caller.status("Application").await, 200);
    assert_eq!(caller.status("Roles").await, 403);
    assert_eq!(caller.status("Control").await, 403);
    let (_tenant, everything) = asked_for("automation", "healthy", |it| {
        it.control_needs_admin_scope = true;
    })
    .await;
    assert_eq!(everything.status("Control").await, 200);
}

#[tokio::test]
async fn admin_may_stand_for_webhooks_or_not() {
    let (tenant, _) = asked("admin-for-webhooks", |_| ()).await;
    let asked_for = "admin admin:webhooks";
    let (_, answer) = token_answer(&tenant.running, asked_for).await;
    assert_eq!(answer["scope"], asked_for);
    let caller = Caller::with_scopes(&tenant.running, "admin").await;
    assert_eq!(caller.status("Webhook").await, 200);

    let (tenant, _) = asked("admin-for-webhooks", |it| {
        it.admin_includes_webhooks = false;
    })
    .await;
    let (_, answer) = token_answer(&tenant.running, asked_for).await;
    assert_eq!(answer["scope"], "admin");
    let caller = Caller::with_scopes(&tenant.running, "admin").await;
    assert_eq!(caller.status("Webhook").await, 403);
}
