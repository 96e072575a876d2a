//! The diagnosis as a whole: every promised code has a scenario, no answer to an open question
//! makes a healthy tenant fail, and what only the way of asking provokes is told apart.

use std::collections::BTreeSet;
use std::time::Duration;

use commands::check::Checked;
use commands::probe::{NoSecret, Target};
use commands::rehearse;
use futures::StreamExt as _;
use rehearsal::{
    AgentList, HierarchyNumbers, MembershipNumbers, RefusalBodies, Scenario, TeamVisibility,
    Tenant, TopLevels, UntickedScope, UseWords, Variants, scenarios, serve,
};
use setup::finding::{Evidence, Finding, Status};
use setup::profile::built_in;
use setup::{Answers, Profile};

use crate::scenarios::{AT_ONCE, demanding, is_within_budget, run, run_with, subjects, target};

/// Promised codes that no tenant can provoke, and what does instead.
const NOT_BY_A_TENANT: [(&str, &str); 9] = [
    // What is typed; `an_address_that_cannot_be_asked_is_told_and_a_right_one_passes`.
    ("address", "not_an_address"),
    ("address", "not_https"),
    ("address", "name_not_found"),
    // What stands between; `tests/hostile/network.rs`.
    ("address", "proxy_refused"),
    // What was entered or is kept; `what_was_entered_is_told_apart`.
    ("credentials", "wrong_tenant"),
    ("credentials", "no_secret"),
    ("credentials", "keychain_closed"),
    ("credentials", "server_not_confirmed"),
    // The product asks for it; the tables of judging.
    ("scope:", "scope_does_not_exist"),
];

/// `permission:` for every permission.
fn family(id: &str) -> String {
    match id.split_once(':') {
        Some((family, _)) => format!("{family}:"),
        None => id.to_owned(),
    }
}

/// The table of findings and codes at the head of `finding.rs`.
fn promised() -> BTreeSet<(String, String)> {
    let source = include_str!("../../../setup/src/finding.rs");
    let mut promised = BTreeSet::new();
    for line in source
        .lines()
        .filter_map(|line| line.strip_prefix("//! | `"))
    {
        let (id, codes) = line.split_once("` | ").expect("two columns");
        let codes = codes.split('`').skip(1).step_by(2);
        let codes = codes.filter(|code| !code.contains('-'));
        promised.extend(codes.map(|code| (family(id), code.to_owned())));
    }
    promised
}

#[test]
fn every_promised_code_has_a_scenario() {
    let shown: BTreeSet<_> = scenarios()
        .iter()
        .filter_map(|info| info.expected)
        .map(|expected| (family(expected.finding), expected.code.to_owned()))
        .collect();
    let excused: BTreeSet<_> = NOT_BY_A_TENANT
        .iter()
        .map(|(of, code)| ((*of).to_owned(), (*code).to_owned()))
        .collect();
    let promised = promised();
    assert!(
        promised.len() > 45,
        "only {} codes were read",
        promised.len()
    );
    let missing: Vec<_> = promised
        .iter()
        .filter(|code| !shown.contains(*code) && !excused.contains(*code))
        .collect();
    assert!(missing.is_empty(), "no scenario shows {missing:?}");
    let needless: Vec<_> = excused.intersection(&shown).collect();
    assert!(needless.is_empty(), "a scenario shows {needless:?}");
}

/// The other answer to one open question.
type OtherAnswer = fn(&mut Variants);

/// Every open question whose answers a healthy tenant shows, answered the other way.
const OTHER_ANSWERS: [(&str, OtherAnswer); 42] = [
    ("auth_info_is_open", |v| v.auth_info_is_open = false),
    ("instance_info_is_open", |v| v.instance_info_is_open = false),
    ("unticked_scope", |v| {
        v.unticked_scope = UntickedScope::Refused;
    }),
    ("unticked_scope: as a request", |v| {
        v.unticked_scope = UntickedScope::BadRequest;
    }),
    ("fields_tell_mandatory", |v| v.fields_tell_mandatory = false),
    ("auth_url_has_path", |v| v.auth_url_has_path = false),
    ("scope_is_echoed", |v| v.scope_is_echoed = false),
    ("secret_is_two_guids", |v| v.secret_is_two_guids = false),
    ("error_descriptions_are_sent", |v| {
        v.error_descriptions_are_sent = false;
    }),
    ("top_levels: bare", |v| v.top_levels = TopLevels::Bare),
    ("top_levels: named", |v| v.top_levels = TopLevels::Named),
    ("roles_are_bare", |v| v.roles_are_bare = false),
    ("departments_have_a_path", |v| {
        v.departments_have_a_path = true;
    }),
    ("hierarchy_numbers", |v| {
        v.hierarchy_numbers = HierarchyNumbers::FromZero;
    }),
    ("auto_incrementing_key", |v| v.auto_incrementing_key = 3),
    ("membership_numbers", |v| {
        v.membership_numbers = MembershipNumbers::HighestFirst;
    }),
    ("control_needs_admin_scope", |v| {
        v.control_needs_admin_scope = true;
    }),
    ("admin_includes_webhooks", |v| {
        v.admin_includes_webhooks = false;
    }),
    ("applications_are_open", |v| v.applications_are_open = true),
    ("roles_are_open", |v| v.roles_are_open = false),
    ("role_rows_reach_agent", |v| v.role_rows_reach_agent = false),
    ("customer_rows_have_domain", |v| {
        v.customer_rows_have_domain = true;
    }),
    ("page_ceiling: fewer", |v| v.page_ceiling = 50),
    ("page_ceiling: any", |v| v.page_ceiling = usize::MAX),
    ("rate_limit_headers_are_sent", |v| {
        v.rate_limit_headers_are_sent = true;
    }),
    ("fair_use", |v| {
        v.fair_use = Some((700, Duration::from_mins(5)));
    }),
    ("agent_list", |v| v.agent_list = AgentList::Results),
    ("asset_list_is_bare", |v| v.asset_list_is_bare = true),
    ("projects_key", |v| v.projects_key = "projects"),
    ("departments_are_listed", |v| {
        v.departments_are_listed = false;
    }),
    ("hidden_ticket_types_are_listed", |v| {
        v.hidden_ticket_types_are_listed = false;
    }),
    ("use_words", |v| v.use_words = UseWords::Domains),
    ("teams", |v| v.teams = TeamVisibility::OwnOnly),
    ("teams_need_scope", |v| v.teams_need_scope = true),
    ("look_ups_need_wide_scope", |v| {
        v.look_ups_need_wide_scope = true;
    }),
    ("default_team_hides_agents", |v| {
        v.default_team_hides_agents = false;
    }),
    ("no_default_team_is_named", |v| {
        v.no_default_team_is_named = false;
    }),
    ("control_is_open", |v| v.control_is_open = false),
    ("me_lists_memberships", |v| v.me_lists_memberships = true),
    ("record_count_is_total_without_paging", |v| {
        v.record_count_is_total_without_paging = false;
    }),
    ("refusal_bodies: JSON", |v| {
        v.refusal_bodies = RefusalBodies::Json;
    }),
    ("refusal_bodies: a page", |v| {
        v.refusal_bodies = RefusalBodies::Page;
    }),
];

/// Open questions that only trouble or a write shows, and what tries both answers.
const NOT_WHERE_ALL_IS_WELL: [&str; 6] = [
    // `tests/hostile/variants.rs`
    "unknown_client_is_told_apart",
    "inactive_application",
    "wrong_tenant",
    "agent_out_of_use",
    "retry_after_is_sent",
    // Nothing is made in a check; the practice tenant's own tests.
    "created_is_201",
];

#[test]
fn every_open_question_is_answered_the_other_way() {
    let source = include_str!("../../../rehearsal/src/variants.rs");
    let fields = source.split("pub struct Variants {").nth(1);
    let fields = fields.and_then(|rest| rest.split("\n}").next());
    let fields = fields.expect("the switches").lines();
    let switches = fields.filter_map(|line| line.trim().strip_prefix("pub ")?.split_once(':'));
    let switches: BTreeSet<_> = switches.map(|(name, _)| name).collect();
    let tried = OTHER_ANSWERS.iter().map(|(name, _)| *name);
    let tried = tried.map(|name| name.split(':').next().unwrap_or(name));
    let tried: BTreeSet<_> = tried.chain(NOT_WHERE_ALL_IS_WELL).collect();
    assert_eq!(tried, switches);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_answer_to_an_open_question_makes_a_healthy_tenant_fail() {
    let subjects = subjects();
    let tries = subjects.iter().flat_map(|profile| {
        OTHER_ANSWERS
            .iter()
            .map(|(name, change)| try_answer(profile, name, *change))
    });
    let wrong: Vec<String> = futures::stream::iter(tries)
        .buffer_unordered(AT_ONCE)
        .filter_map(std::future::ready)
        .collect()
        .await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What fails at a healthy tenant with one open question answered the other way; nothing, as
/// it should be.
async fn try_answer(profile: &Profile, name: &str, change: fn(&mut Variants)) -> Option<String> {
    let mut options = rehearse::options(profile, Scenario::healthy());
    change(&mut options.variants);
    let tenant = serve(options).await.expect("a free port");
    let checked = run(profile, &tenant, Answers::default()).await;
    let findings = checked.report.findings.iter();
    let failed: Vec<_> = findings
        .filter(|one| matches!(one.status, Status::Failed | Status::Warning))
        .map(|one| (&one.id, &one.code))
        .collect();
    (!failed.is_empty()).then(|| format!("{name} with {}: {failed:?}", profile.id))
}

fn finding<'a>(checked: &'a Checked, id: &str) -> &'a Finding {
    let mut findings = checked.report.findings.iter();
    findings.find(|one| one.id == id).expect("it is judged")
}

fn credentials(checked: &Checked) -> &Finding {
    finding(checked, "credentials")
}

fn causes(checked: &Checked) -> Vec<&str> {
    let fix = credentials(checked).fix.as_ref().expect("something to do");
    fix.causes.iter().map(|cause| cause.id.as_str()).collect()
}

async fn tenant(scenario: &str) -> Tenant {
    let scenario = Scenario::named(scenario).expect("a scenario");
    serve(rehearse::options(demanding(), scenario))
        .await
        .expect("a free port")
}

async fn entered(tenant: &Tenant, change: impl FnOnce(&mut Target)) -> Checked {
    let mut entered = target(tenant);
    change(&mut entered);
    run_with(demanding(), entered, Answers::default()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_entered_is_told_apart() {
    let healthy = tenant("healthy").await;
    let id = healthy.running.client_id.clone();
    let secret = healthy.running.client_secret.clone();

    let swapped = entered(&healthy, |target| {
        target.client_id = Some(secret.clone());
        target.secret = Ok(id.clone().into());
    });
    assert_eq!(causes(&swapped.await)[0], "exchanged");

    let twice = entered(&healthy, |target| target.secret = Ok(id.clone().into()));
    assert_eq!(causes(&twice.await)[0], "same-value");

    let cut = entered(&healthy, |target| {
        target.secret = Ok(secret[..50].to_owned().into());
    });
    assert_eq!(causes(&cut.await)[0], "secret-cut");

    let gone = entered(&healthy, |target| target.secret = Err(NoSecret::NotStored)).await;
    assert_eq!(credentials(&gone).code.as_deref(), Some("no_secret"));
    let closed = entered(&healthy, |target| {
        target.secret = Err(NoSecret::KeychainClosed);
    })
    .await;
    assert_eq!(
        credentials(&closed).code.as_deref(),
        Some("keychain_closed")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_cannot_be_asked_is_told_and_a_right_one_passes() {
    let healthy = tenant("healthy").await;
    for (typed, code) in [
        // This ending is kept free of hosts for ever (RFC 6761), so that a resolver that answers
        // and one that does not say the same of it.
        ("halo.does-not-exist.invalid", "name_not_found"),
        ("http://halo.does-not-exist.invalid", "not_https"),
        ("not an address", "not_an_address"),
    ] {
        let wrong = entered(&healthy, |target| typed.clone_into(&mut target.address)).await;
        let found = finding(&wrong, "address");
        let found = (found.status, found.code.as_deref());
        assert_eq!(found, (Status::Failed, Some(code)), "{typed}");
        let right = entered(&healthy, |_| ()).await;
        assert_eq!(finding(&right, "address").status, Status::Passed);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_certificate_says_of_itself_is_told_until_it_is_renewed() {
    for (scenario, says) in [
        ("tls-wrong-host", "It names another-host.example."),
        ("tls-expired", "It was good until 1 January 2002."),
        ("tls-not-yet-valid", "It is good from 1 January 2900 on."),
    ] {
        let tenant = tenant(scenario).await;
        let bad = run(demanding(), &tenant, Answers::default()).await;
        let bad = finding(&bad, "address");
        assert_eq!(bad.status, Status::Failed, "{scenario}");
        assert!(bad.detail.ends_with(says), "{}", bad.detail);
        let renewed = tenant.control().set_scenario("tls-own-authority");
        renewed.expect("a listed scenario");
        let good = run(demanding(), &tenant, Answers::default()).await;
        let good = finding(&good, "address");
        assert_eq!(good.status, Status::Passed, "{}", good.detail);
        assert!(!good.detail.contains(says), "{}", good.detail);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_tenant_is_proved_by_the_right_one() {
    let healthy = tenant("shared-auth-host").await;
    let wrong = entered(&healthy, |target| target.tenant = Some("acne".to_owned())).await;
    let finding = credentials(&wrong);
    assert_eq!(finding.code.as_deref(), Some("wrong_tenant"), "{finding:?}");
    assert!(finding.detail.contains("acne"), "{}", finding.detail);
    assert!(
        finding.detail.contains(&healthy.running.tenant),
        "{}",
        finding.detail
    );
    assert!(is_within_budget(&wrong), "{} requests", wrong.requests);

    // Where the right tenant is refused as well, the tenant is not to blame.
    let refused = tenant("wrong-secret").await;
    let checked = entered(&refused, |target| target.tenant = Some("acne".to_owned())).await;
    let finding = credentials(&checked);
    assert_eq!(finding.code.as_deref(), Some("client_not_recognised"));

    let right = entered(&healthy, |target| {
        target.tenant = Some(healthy.running.tenant.clone());
    })
    .await;
    assert_eq!(credentials(&right).status, Status::Passed);
}

#[tokio::test(flavor = "multi_thread")]
async fn fewer_customers_than_expected_are_told_with_both_numbers() {
    let healthy = tenant("healthy").await;
    let expecting = |expected| Answers {
        expected_customers: Some(expected),
        ..Answers::default()
    };
    let few = run(demanding(), &healthy, expecting(999)).await;
    let found = finding(&few, "agent.customers");
    assert_eq!(found.code.as_deref(), Some("fewer_than_expected"));
    let seen = few.report.visibility.customers.expect("customers are seen");
    let says = format!("You told us 999 customers, and this agent sees {seen}.");
    assert_eq!(found.detail, says);
    let enough = run(demanding(), &healthy, expecting(seen)).await;
    let found = finding(&enough, "agent.customers");
    assert_eq!(found.status, Status::Passed);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_granted_scope_is_no_access_until_the_agent_may_use_it() {
    let profile = built_in::find("hudu").expect("it is built in");
    let scenario = Scenario::named("permission-unnamed-refused").expect("a listed scenario");
    let tenant = serve(rehearse::options(profile, scenario))
        .await
        .expect("a free port");
    let id = "permission:assets-access-level";
    let closed = run(profile, &tenant, Answers::default()).await;
    let found = finding(&closed, id);
    assert_eq!(found.code.as_deref(), Some("refused"), "{found:?}");
    assert_eq!(closed.report.outcome(&closed.facts).exit_code(), 1);
    tenant.control().fix();
    let open = run(profile, &tenant, Answers::default()).await;
    let found = finding(&open, id);
    let is = (found.status, found.evidence);
    assert_eq!(is, (Status::Passed, Evidence::Behaviour), "{found:?}");
    assert_eq!(open.report.outcome(&open.facts).exit_code(), 0);
}
