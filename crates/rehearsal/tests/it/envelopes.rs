//! Envelopes, paging and the odd ways in which Halo writes values.

use std::collections::HashSet;

use serde_json::Value;

use crate::support::{Caller, http, rows, start};

#[tokio::test]
async fn each_list_has_the_envelope_of_its_kind() {
    let tenant = start("automation", "healthy").await;
    let caller = Caller::new(&tenant).await;
    let keyed = [
        ("Client", "clients"),
        ("Site", "sites"),
        ("Users", "users"),
        ("Tickets", "tickets"),
        ("Projects", "tickets"),
        ("Opportunities", "opportunities"),
        ("Actions", "actions"),
        ("Asset", "assets"),
        ("Report", "reports"),
        ("ClientContract", "contracts"),
        ("KBArticle", "articles"),
        ("Quotation", "quotes"),
        ("Invoice", "invoices"),
        ("RecurringInvoice", "invoices"),
        ("CRMNote", "actions"),
    ];
    for (path, key) in keyed {
        let answer = caller.get(path).await;
        assert!(answer["record_count"].is_u64(), "{path}");
        assert!(answer[key].is_array(), "{path}: {key}");
    }
    for path in [
        "Agent",
        "Team",
        "Team/Tree",
        "TicketType",
        "Status",
        "Priority",
        "SLA",
        "Workflow",
        "Outcome",
        "Organisation",
        "Roles",
        "Lookup?lookupid=11",
    ] {
        assert!(
            !caller.get(path).await.as_array().expect(path).is_empty(),
            "{path}"
        );
    }
    for path in [
        "Supplier",
        "SupplierContract",
        "Item",
        "SalesOrder",
        "PurchaseOrder",
        "SoftwareLicence",
        "Software",
        "TopLevel",
        "Webhook",
        "Timesheet",
        "TimesheetEvent",
        "Application",
        "Control",
        "ClientCache?iscachebuild=true",
    ] {
        assert!(
            caller.get(path).await.is_object()
                || !caller.get(path).await.as_array().expect(path).is_empty(),
            "{path}"
        );
    }
}

#[tokio::test]
async fn pages_are_capped_at_a_hundred_and_together_hold_every_row_once() {
    let tenant = start("library", "healthy").await;
    let caller = Caller::new(&tenant).await;
    let first = caller
        .get("Client?pageinate=true&page_no=1&page_size=1000")
        .await;
    assert_eq!(rows(&first).len(), 100);
    let total = usize::try_from(first["record_count"].as_u64().expect("a count")).expect("small");
    let mut seen = HashSet::new();
    for page in 1..=total.div_ceil(100) {
        let answer = caller
            .get(&format!(
                "client?PAGEINATE=true&page_no={page}&page_size=100"
            ))
            .await;
        seen.extend(
            rows(&answer)
                .iter()
                .map(|row| row["id"].as_i64().expect("an id")),
        );
    }
    assert_eq!(seen.len(), total);
    assert!(
        rows(
            &caller
                .get("Client?pageinate=true&page_no=99&page_size=100")
                .await
        )
        .is_empty()
    );
    assert_eq!(
        rows(&caller.get("Client").await).len(),
        50,
        "without paging"
    );
    assert_eq!(
        rows(&caller.get("Client?page_size=7").await).len(),
        50,
        "the size is ignored"
    );
    assert_eq!(
        rows(&caller.get("Client?count=1&no_such_filter=x").await).len(),
        1
    );
}

#[tokio::test]
async fn ids_can_be_doubles_and_unset_dates_lie_in_1900() {
    let tenant = start("automation", "healthy").await;
    let caller = Caller::new(&tenant).await;
    let text = caller
        .ask("Site?count=1")
        .await
        .text()
        .await
        .expect("a body");
    let owner = text.split("\"client_id\":").nth(1).expect("a client_id");
    assert!(owner.starts_with("12.0,"), "{owner}");
    let ticket = &rows(&caller.get("Tickets?count=1").await)[0].clone();
    assert_eq!(ticket["startdate"], "1900-01-01T00:00:00");
    let logged = ticket["dateoccurred"].as_str().expect("a date");
    assert!(
        !logged.ends_with('Z') && logged.starts_with("2026-"),
        "{logged}"
    );
    let detail = caller.get("Client/12?includedetails=true").await;
    assert!(detail.as_object().expect("an object").len() > 100);
    assert!(
        detail["website"]
            .as_str()
            .is_some_and(|site| site.starts_with("https://"))
    );
    assert!(
        rows(&caller.get("Client?count=1").await)[0]
            .get("website")
            .is_none()
    );
}

#[tokio::test]
async fn addresses_outside_the_api_show_the_web_application() {
    let tenant = start("library", "healthy").await;
    for (path, status, is_page) in [
        ("/config/integrations/api", 200, true),
        ("/portal/", 200, true),
        ("/apidoc/info", 200, true),
        ("/api/NoSuchThing", 401, false),
        ("/api/api/Client", 401, false),
        ("/auth/nothing", 404, false),
    ] {
        let response = http()
            .get(format!("{}{path}", tenant.running.address))
            .send()
            .await
            .expect("an answer");
        assert_eq!(response.status(), status, "{path}");
        assert_eq!(
            response.text().await.expect("a body").contains("<html"),
            is_page,
            "{path}"
        );
    }
    let caller = Caller::new(&tenant).await;
    assert_eq!(caller.status("NoSuchThing").await, 404);
    assert_eq!(caller.status("api/Client").await, 404);
    assert_eq!(caller.status("Client/9999999").await, 404);
    assert_eq!(caller.status("Client/abc").await, 400);
}

#[tokio::test]
async fn discovery_answers_without_a_token_in_any_case() {
    let tenant = start("library", "healthy").await;
    for path in ["api/AuthInfo", "API/authinfo", "api/InstanceInfo"] {
        let answer: Value = http()
            .get(format!("{}/{path}", tenant.running.address))
            .send()
            .await
            .expect("an answer")
            .json()
            .await
            .expect("JSON");
        assert_eq!(
            answer["auth_url"],
            format!("{}/auth", tenant.running.address),
            "{path}"
        );
        assert_eq!(answer["tenant_id"], tenant.running.tenant, "{path}");
    }
}

#[tokio::test]
async fn twenty_five_thousand_customers_are_listed_as_quickly_as_few() {
    let mut options = crate::support::options("library", "healthy");
    options.customers = 25_000;
    let tenant = rehearsal::serve(options).await.expect("a port");
    let caller = Caller::new(&tenant).await;
    let answer = caller
        .get("Client?pageinate=true&page_no=240&page_size=100")
        .await;
    assert_eq!(rows(&answer).len(), 100);
    assert!(answer["record_count"].as_u64().expect("a count") > 24_000);
}
