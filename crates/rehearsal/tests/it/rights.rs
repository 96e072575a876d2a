//! Effective rights: what the scopes and the agent allow together, and how Halo refuses the rest.

use rehearsal::{Needs, Options, TeamVisibility, serve};

use crate::support::{Caller, http, options, planner, rows, start};

/// A planner whose permissions differ in one place.
fn planner_with(slug: &str, value: &str) -> Needs {
    let mut needs = planner();
    needs.permissions.retain(|(of, _)| of != slug);
    needs.permissions.push((slug.to_owned(), value.to_owned()));
    needs
}

#[tokio::test]
async fn without_a_token_only_discovery_answers() {
    let tenant = start("library", "healthy").await;
    for (path, status) in [
        ("AuthInfo", 200),
        ("InstanceInfo", 200),
        ("Health", 200),
        ("Client", 401),
        ("Agent/me", 401),
    ] {
        let answer = http()
            .get(format!("{}/api/{path}", tenant.running.address))
            .send()
            .await
            .expect("an answer");
        assert_eq!(answer.status(), status, "{path}");
    }
}

#[tokio::test]
async fn a_missing_scope_is_403_for_its_module_alone() {
    let tenant = start("library", "healthy").await;
    let caller = Caller::new(&tenant).await;
    for (path, status) in [
        ("Client", 200),
        ("Site", 200),
        ("Users", 200),
        ("Asset", 200),
        ("Tickets", 403),
        ("Actions", 403),
        ("Projects", 403),
        ("Report", 403),
        ("Webhook", 403),
        ("ClientContract", 403),
        ("Appointment", 403),
        ("Application", 403),
        ("Agent", 200),
        ("Team", 200),
        ("Status", 200),
        ("TicketType", 200),
    ] {
        assert_eq!(caller.status(path).await, status, "{path}");
    }
    let narrow = Caller::with_scopes(&tenant.running, "read:assets").await;
    assert_eq!(narrow.status("Client").await, 403);
    assert_eq!(narrow.status("Asset").await, 200);
}

#[tokio::test]
async fn a_missing_feature_access_is_403_although_the_scope_is_there() {
    let tenant = serve(Options::healthy(vec![planner_with(
        "tickets-access-level",
        "No Access",
    )]))
    .await
    .expect("a port");
    let caller = Caller::new(&tenant).await;
    assert_eq!(caller.status("Tickets").await, 403);
    assert_eq!(caller.status("Tickets/1001").await, 403);
    assert_eq!(caller.status("Client").await, 200);
}

#[tokio::test]
async fn contracts_are_listed_and_refused_one_by_one() {
    let needs = planner_with("customer-agreements-access-level", "Not set");
    let tenant = serve(Options::healthy(vec![needs])).await.expect("a port");
    let caller = Caller::new(&tenant).await;
    let id = rows(&caller.get("ClientContract").await)[0]["id"].clone();
    assert_eq!(caller.status(&format!("ClientContract/{id}")).await, 401);
    let healthy = start("planner", "healthy").await;
    let allowed = Caller::new(&healthy).await;
    assert_eq!(allowed.status(&format!("ClientContract/{id}")).await, 200);
}

#[tokio::test]
async fn names_only_shows_names_only() {
    let tenant = serve(Options::healthy(vec![planner_with(
        "customers-access-level",
        "View (Names Only)",
    )]))
    .await
    .expect("a port");
    let caller = Caller::new(&tenant).await;
    let row = rows(&caller.get("Client?count=1").await)[0].clone();
    assert_eq!(row.as_object().expect("a row").len(), 2, "{row}");
    assert_eq!(caller.status(&format!("Client/{}", row["id"])).await, 401);
}

#[tokio::test]
async fn an_agent_in_no_team_and_no_department_sees_an_empty_list() {
    let tenant = start("planner", "no-team").await;
    let caller = Caller::new(&tenant).await;
    assert!(rows(&caller.get("Team").await).is_empty());
    assert!(rows(&caller.get("Team/Tree").await).is_empty());
    tenant
        .control()
        .set_scenario("teams-missing")
        .expect("it exists");
    assert_eq!(
        rows(&caller.get("Team").await).len(),
        9,
        "one membership opens the list"
    );
    tenant.control().fix();
    assert_eq!(rows(&caller.get("Team").await).len(), 9);
}

#[tokio::test]
async fn teams_can_be_limited_to_ones_own() {
    let mut asked = options("planner", "teams-missing");
    asked.variants.teams = TeamVisibility::OwnOnly;
    let tenant = serve(asked).await.expect("a port");
    let caller = Caller::new(&tenant).await;
    assert_eq!(rows(&caller.get("Team?memberonly=true").await).len(), 1);
    tenant.control().set_scenario("no-team").expect("it exists");
    assert!(rows(&caller.get("Team").await).is_empty());
}

#[tokio::test]
async fn a_low_membership_hides_tickets_without_a_word() {
    let tenant = start("planner", "healthy").await;
    let caller = Caller::new(&tenant).await;
    let all = caller.get("Tickets?count=100").await;
    assert_eq!(all["record_count"], 18_212);
    tenant
        .control()
        .set_scenario("membership-too-low")
        .expect("it exists");
    let few = caller.get("Tickets?count=100").await;
    assert!(
        few["record_count"].as_u64().expect("a count") < 500,
        "{}",
        few["record_count"]
    );
    let seen: Vec<_> = rows(&few).iter().map(|row| row["id"].clone()).collect();
    let hidden = rows(&all)
        .iter()
        .find(|row| !seen.contains(&row["id"]))
        .expect("one is hidden");
    assert_eq!(
        caller.status(&format!("Tickets/{}", hidden["id"])).await,
        404
    );
    tenant
        .control()
        .set_scenario("membership-hides-tickets")
        .expect("it exists");
    let none = caller.get("Tickets?count=100").await;
    assert_eq!(none["record_count"], 0);
    tenant.control().fix();
    assert_eq!(
        caller.status(&format!("Tickets/{}", hidden["id"])).await,
        200
    );
}

#[tokio::test]
async fn without_a_default_team_other_agents_are_not_listed() {
    let tenant = start("planner", "no-default-team").await;
    let caller = Caller::new(&tenant).await;
    let everybody = "Agent?includeapiagents=true&includedisabled=true&includeunassigned=true";
    assert_eq!(rows(&caller.get(everybody).await).len(), 1);
    assert_eq!(
        caller.get("Agent/21?includedetails=true").await["team"],
        "*No Default Team*"
    );
    tenant.control().fix();
    assert!(rows(&caller.get(everybody).await).len() > 14);
    assert!(
        rows(&caller.get("Agent").await)
            .iter()
            .all(|agent| agent["id"] != 1 && agent["isdisabled"] == false)
    );
}

#[tokio::test]
async fn a_customer_restriction_shortens_lists_without_a_word() {
    let tenant = start("library", "customers-restricted").await;
    let caller = Caller::new(&tenant).await;
    let listed = caller.get("Client").await;
    assert_eq!(listed["record_count"], 12);
    assert_eq!(rows(&listed).len(), 12);
    assert_eq!(caller.status("Client/40").await, 404);
    assert!(rows(&caller.get("Site?client_id=40").await).is_empty());
    let me = caller.get("Agent/me").await["id"].clone();
    let agent = caller.get(&format!("Agent/{me}?includedetails=true")).await;
    assert_eq!(agent["clients"].as_array().expect("rows").len(), 12);
    tenant
        .control()
        .set_scenario("no-customers")
        .expect("it exists");
    let none = caller.get("Client").await;
    assert_eq!(none["record_count"], 0);
    tenant.control().fix();
    assert_eq!(caller.status("Client/40").await, 200);
}

#[tokio::test]
async fn a_ticket_type_restriction_leaves_types_out() {
    let tenant = start("planner", "ticket-type-restricted").await;
    let caller = Caller::new(&tenant).await;
    assert_eq!(rows(&caller.get("TicketType?showall=true").await).len(), 1);
    assert_eq!(caller.status("TicketType/5").await, 404);
    tenant.control().fix();
    let projects = caller.get("TicketType?domain=prjs").await;
    assert!(rows(&projects).len() >= 3);
    assert!(
        rows(&projects)
            .iter()
            .all(|type_| type_["itilrequesttype"] == 22)
    );
}

#[tokio::test]
async fn administrators_see_applications_without_secrets() {
    let tenant = start("automation", "healthy").await;
    let caller = Caller::new(&tenant).await;
    let text = caller
        .ask("Application")
        .await
        .text()
        .await
        .expect("a body");
    assert!(text.contains(&tenant.running.client_id));
    assert!(!text.contains(&tenant.running.client_secret));
    tenant
        .control()
        .set_scenario("not-administrator")
        .expect("it exists");
    assert_eq!(caller.status("Application").await, 403);
}

#[tokio::test]
async fn the_agent_shows_who_it_is_and_where_it_belongs() {
    let tenant = start("planner", "healthy").await;
    let caller = Caller::new(&tenant).await;
    let me = caller.get("Agent/Me").await;
    assert_eq!(me["name"], "Planner API");
    assert_eq!(me["isapiagent"], true);
    assert_eq!(me["is_admin"], false);
    assert_eq!(me["claims"].as_array().expect("claims").len(), 108);
    let agent = caller
        .get(&format!("Agent/{}?includedetails=true", me["id"]))
        .await;
    assert_eq!(agent["team"], "Service Desk");
    assert_eq!(agent["teams"].as_array().expect("rows").len(), 9);
    assert!(
        agent["departments"]
            .as_array()
            .expect("rows")
            .iter()
            .all(|row| row["membershiplevel"] == 2)
    );
    assert_eq!(
        caller.get("TopLevel?agent_departments_only=true").await["tree"]
            .as_array()
            .expect("rows")
            .len(),
        4
    );
}

#[tokio::test]
async fn fair_use_has_a_limit() {
    let mut asked = options("library", "healthy");
    asked.variants.fair_use = Some((3, std::time::Duration::from_mins(3)));
    let tenant = serve(asked).await.expect("a port");
    let caller = Caller::new(&tenant).await;
    for _ in 0..3 {
        assert_eq!(caller.status("Status").await, 200);
    }
    let refused = caller.ask("Status").await;
    assert_eq!(refused.status(), 429);
    let wait: u64 = refused.headers()["retry-after"]
        .to_str()
        .expect("text")
        .parse()
        .expect("seconds");
    assert!((1..=180).contains(&wait), "{wait}");
}
