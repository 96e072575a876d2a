//! A set of scopes that Halo refuses as a whole is put together again, whatever else Halo does on
//! the way; and what answers in place of a token is told apart. Against a Halo that has nothing but
//! a sign-in server.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};

use commands::check::Checked;
use commands::probe::Target;
use serde_json::json;
use setup::facts::SignIn;
use setup::finding::Status;
use setup::profile::ScopeNeed;
use setup::{Answers, Profile, scope};
use wiremock::{Mock, MockServer, Request, ResponseTemplate, matchers};

use crate::scenarios::{demanding, is_within_budget, run_with};

/// The scopes of a token request.
fn asked(request: &Request) -> Vec<String> {
    let form = url::form_urlencoded::parse(&request.body);
    let scope = form.into_iter().find(|(name, _)| name == "scope");
    let scope = scope.map(|(_, scope)| scope.into_owned());
    let scope = scope.unwrap_or_default();
    scope.split_whitespace().map(str::to_owned).collect()
}

fn token(granted: &[String]) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_json(json!({
        "access_token": "opaque", "token_type": "Bearer", "expires_in": 3600,
        "scope": granted.join(" "),
    }))
}

fn refusal(error: &str) -> ResponseTemplate {
    ResponseTemplate::new(400).set_body_json(json!({ "error": error }))
}

/// A check of a Halo whose sign-in server answers so.
async fn checked(
    tenant: Option<&str>,
    answer: impl Fn(&Request) -> ResponseTemplate + Send + Sync + 'static,
) -> Checked {
    checked_for(demanding(), tenant, answer).await
}

/// The same for another product.
async fn checked_for(
    profile: &Profile,
    tenant: Option<&str>,
    answer: impl Fn(&Request) -> ResponseTemplate + Send + Sync + 'static,
) -> Checked {
    let server = MockServer::start().await;
    let told = json!({"auth_url": format!("{}/auth", server.uri()), "tenant_id": "harbour"});
    Mock::given(matchers::path("/api/AuthInfo"))
        .respond_with(ResponseTemplate::new(200).set_body_json(told))
        .mount(&server)
        .await;
    Mock::given(matchers::method("POST"))
        .and(matchers::path("/auth/token"))
        .respond_with(answer)
        .mount(&server)
        .await;
    let target = Target {
        address: server.uri(),
        authorisation_server: None,
        tenant: tenant.map(str::to_owned),
        client_id: Some("7b7ed6b1-3f0c-4a53-9b53-7d3a0c1d1b6f".to_owned()),
        secret: Ok("secret".to_owned().into()),
    };
    run_with(profile, target, Answers::default()).await
}

/// How each scope that the product needs stands, and why.
fn scopes(checked: &Checked) -> BTreeMap<&str, (Status, &str)> {
    let findings = checked.report.findings.iter();
    let scopes = findings.filter_map(|finding| {
        let name = finding.id.strip_prefix("scope:")?;
        let code = finding.code.as_deref().unwrap_or_default();
        Some((name, (finding.status, code)))
    });
    scopes.filter(|(name, _)| *name != "all").collect()
}

fn credentials(checked: &Checked) -> (Status, Option<&str>, &str) {
    let mut findings = checked.report.findings.iter();
    let finding = findings.find(|finding| finding.id == "credentials");
    let finding = finding.expect("every check says how the sign-in went");
    (finding.status, finding.code.as_deref(), &finding.title)
}

/// Answers `invalid_scope` to every set with `unknown`, and otherwise as told.
fn not_knowing(
    unknown: &'static str,
    otherwise: impl Fn(&[String]) -> ResponseTemplate,
) -> impl Fn(&Request) -> ResponseTemplate {
    move |request| {
        let asked = asked(request);
        if asked.iter().any(|scope| scope == unknown) {
            refusal("invalid_scope")
        } else {
            otherwise(&asked)
        }
    }
}

#[tokio::test]
async fn one_that_is_unknown_and_one_that_is_not_ticked_are_both_named() {
    let checked = checked(
        None,
        not_knowing("read:projects", |asked| {
            let granted = asked.iter().filter(|scope| *scope != "read:tickets");
            token(&granted.cloned().collect::<Vec<_>>())
        }),
    )
    .await;
    assert_eq!(credentials(&checked).0, Status::Passed);
    for (name, stands) in scopes(&checked) {
        let expected = match name {
            "read:projects" | "read:tickets" => (Status::Failed, "not_granted"),
            _ => (Status::Passed, ""),
        };
        // `edit:tickets` was granted, and it includes reading.
        let expected = match name {
            "read:tickets" => (Status::Passed, ""),
            _ => expected,
        };
        assert_eq!(stands, expected, "{name}");
    }
}

#[tokio::test]
async fn a_server_that_stumbles_over_one_scope_leaves_that_one_open() {
    let checked = checked(
        None,
        not_knowing("read:projects", |asked| {
            if asked.iter().any(|scope| scope == "read:items") {
                ResponseTemplate::new(500)
            } else {
                token(asked)
            }
        }),
    )
    .await;
    assert_eq!(credentials(&checked).0, Status::Passed);
    let scopes = scopes(&checked);
    assert_eq!(scopes["read:items"], (Status::Unknown, "server_error"));
    assert_eq!(scopes["read:projects"], (Status::Failed, "not_granted"));
    assert_eq!(scopes["read:customers"], (Status::Passed, ""));
}

#[tokio::test]
async fn a_scope_that_the_application_may_not_use_is_that_scopes_fault() {
    // The first that is asked for is like any other.
    let first = demanding().scopes[0].name.clone();
    for denied in [first, "read:contracts".to_owned()] {
        let name = denied.clone();
        let checked = checked(
            None,
            not_knowing("read:projects", move |asked| {
                if asked.contains(&name) {
                    refusal("unauthorized_client")
                } else {
                    token(asked)
                }
            }),
        )
        .await;
        assert_eq!(credentials(&checked).0, Status::Passed, "{denied}");
        let SignIn::Issued(token) = &checked.facts.sign_in else {
            unreachable!("the credentials passed");
        };
        assert!(token.refused.contains(&denied), "{:?}", token.refused);
        // Whatever includes it, such as the right to edit, may stand in for it.
        let stands = scopes(&checked)[denied.as_str()];
        let is_included = token
            .asked
            .iter()
            .any(|scope| scope::includes(scope, &denied));
        assert_eq!(stands.0 == Status::Passed, is_included, "{stands:?}");
    }
}

#[tokio::test]
async fn scopes_that_are_refused_only_together_are_not_all_called_refused() {
    let checked = checked(None, |request: &Request| {
        let asked = asked(request);
        let has = |name: &str| asked.iter().any(|scope| scope == name);
        if has("read:items") && has("read:customers") {
            refusal("invalid_scope")
        } else {
            token(&asked)
        }
    })
    .await;
    assert_eq!(credentials(&checked).0, Status::Passed);
    let failed = scopes(&checked)
        .into_iter()
        .filter(|(_, (status, _))| *status != Status::Passed);
    assert_eq!(failed.count(), 1);
}

#[tokio::test]
async fn one_unknown_scope_of_all_that_there_are_leaves_the_requests_for_the_reads() {
    let mut profile = demanding().clone();
    let need = profile.scopes[0].clone();
    let names = scope::ALL.iter().filter(|name| **name != "all");
    profile.scopes = names
        .map(|name| ScopeNeed {
            name: (*name).to_owned(),
            ..need.clone()
        })
        .collect();
    let unknown = "offline_access";
    let checked = checked_for(&profile, None, not_knowing(unknown, token)).await;
    assert!(is_within_budget(&checked), "{} requests", checked.requests);
    for (name, stands) in scopes(&checked) {
        let expected = if name == unknown {
            (Status::Failed, "not_granted")
        } else {
            (Status::Passed, "")
        };
        assert_eq!(stands, expected, "{name}");
    }
}

#[tokio::test]
async fn what_comes_in_place_of_a_token_is_told_apart() {
    let empty = |status| ResponseTemplate::new(status);
    let json = |status, body| ResponseTemplate::new(status).set_body_json(body);
    let page = |status| ResponseTemplate::new(status).set_body_raw("<html></html>", "text/html");
    let table = [
        (empty(404), "not_json", "no sign-in server"),
        (page(403), "not_json", "web page"),
        (page(200), "not_json", "web page"),
        (json(200, json!({"status": "ok"})), "not_json", "not Halo’s"),
        (empty(401), "refused", "refuses"),
        (
            json(200, json!({"error": "invalid_client"})),
            "client_not_recognised",
            "does not know",
        ),
        (
            json(400, json!({"error": "INVALID_CLIENT"})),
            "client_not_recognised",
            "does not know",
        ),
    ];
    for (answer, code, title) in table {
        let told = format!("{answer:?}");
        let checked = checked(None, move |_: &Request| answer.clone()).await;
        let (status, found, words) = credentials(&checked);
        assert_eq!((status, found), (Status::Failed, Some(code)), "{told}");
        assert!(words.contains(title), "{words} for {told}");
    }
}

#[tokio::test]
async fn what_halo_says_in_refusing_is_shown() {
    for status in [400, 401, 403] {
        let said = json!({"error": "invalid_grant", "error_description": "Agent is disabled"});
        let refusal = ResponseTemplate::new(status).set_body_json(said);
        let checked = checked(None, move |_: &Request| refusal.clone()).await;
        assert_eq!(credentials(&checked).1, Some("refused"), "{status}");
        let mut findings = checked.report.findings.iter();
        let finding = findings.find(|finding| finding.id == "credentials");
        let detail = &finding.expect("the sign-in is judged").detail;
        assert!(detail.contains("Agent is disabled"), "{detail}");
    }
}

#[tokio::test]
async fn a_wrong_tenant_is_found_out_however_halo_says_it() {
    let said = json!({"error": "invalid_request", "error_description": "Tenant not found"});
    for wrong in [
        ResponseTemplate::new(400).set_body_json(said),
        ResponseTemplate::new(404),
        ResponseTemplate::new(500),
        refusal("invalid_client"),
    ] {
        let told = format!("{wrong:?}");
        let checked = checked(Some("arbour"), move |request: &Request| {
            let mut named = request.url.query_pairs();
            if named.any(|(name, value)| name == "tenant" && value == "harbour") {
                token(&asked(request))
            } else {
                wrong.clone()
            }
        })
        .await;
        let (status, code, _) = credentials(&checked);
        assert_eq!(
            (status, code),
            (Status::Failed, Some("wrong_tenant")),
            "{told}"
        );
    }
}

#[tokio::test]
async fn a_tenant_whose_server_stumbled_once_is_not_called_wrong() {
    let stumbled = AtomicBool::new(false);
    let checked = checked(Some("harbour-alias"), move |request: &Request| {
        if stumbled.swap(true, Ordering::Relaxed) {
            token(&asked(request))
        } else {
            ResponseTemplate::new(500)
        }
    })
    .await;
    assert_eq!(credentials(&checked).0, Status::Passed);
    for (name, stands) in scopes(&checked) {
        assert_eq!(stands, (Status::Passed, ""), "{name}");
    }
}
