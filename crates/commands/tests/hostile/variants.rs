//! Trouble whose wording at the real Halo nobody knows, told in every way it may be told: each is
//! found out, and none is taken for something else. (That no answer makes a healthy tenant look
//! wrong is shown beside the diagnosis.)

use rehearsal::{
    AgentOutOfUse, HierarchyNumbers, InactiveApplication, MembershipNumbers, RefusalBodies,
    Scenario, TopLevels, Variants, WrongTenant,
};
use setup::finding::Status;

use crate::ALONE;
use crate::runs::{PATIENT, found, options, run_within, target};

/// What is answered how, in which scenario, for which tenant; and the finding, its status and code.
type Case = (
    fn(&mut Variants),
    &'static str,
    Option<&'static str>,
    (&'static str, Status, Option<&'static str>),
);

const CASES: [Case; 40] = [
    (
        |it| it.unknown_client_is_told_apart = false,
        "client-id-changed",
        None,
        ("credentials", Status::Failed, Some("client_not_recognised")),
    ),
    (
        |it| it.wrong_tenant = WrongTenant::InvalidClient,
        "healthy",
        Some("somebody-else"),
        ("credentials", Status::Failed, Some("wrong_tenant")),
    ),
    (
        |it| it.wrong_tenant = WrongTenant::BadRequest,
        "healthy",
        Some("somebody-else"),
        ("credentials", Status::Failed, Some("wrong_tenant")),
    ),
    (
        |it| it.wrong_tenant = WrongTenant::ServerError,
        "healthy",
        Some("somebody-else"),
        ("credentials", Status::Failed, Some("wrong_tenant")),
    ),
    (
        |it| it.inactive_application = InactiveApplication::InvalidClient,
        "application-inactive",
        None,
        ("credentials", Status::Failed, Some("client_not_recognised")),
    ),
    (
        |it| it.inactive_application = InactiveApplication::BadRequest,
        "application-inactive",
        None,
        ("credentials", Status::Failed, Some("refused")),
    ),
    (
        |it| it.agent_out_of_use = AgentOutOfUse::TokenWorks,
        "agent-disabled",
        None,
        ("agent.identity", Status::Failed, Some("disabled")),
    ),
    (
        |it| it.agent_out_of_use = AgentOutOfUse::TokenIsUseless,
        "agent-disabled",
        None,
        ("agent.identity", Status::Failed, Some("signed_out")),
    ),
    (
        |it| it.agent_out_of_use = AgentOutOfUse::Refused,
        "agent-disabled",
        None,
        ("credentials", Status::Failed, Some("refused")),
    ),
    (
        |it| it.retry_after_is_sent = false,
        "rate-limited",
        None,
        ("credentials", Status::Unknown, Some("rate_limited")),
    ),
    (
        |it| it.auth_url_has_path = false,
        "healthy",
        None,
        ("credentials", Status::Passed, None),
    ),
    (
        |it| it.secret_is_two_guids = false,
        "healthy",
        None,
        ("credentials", Status::Passed, None),
    ),
    (
        |it| it.top_levels = TopLevels::Bare,
        "healthy",
        None,
        ("agent.departments", Status::Passed, None),
    ),
    (
        |it| it.customer_rows_have_domain = true,
        "healthy",
        None,
        ("agent.customers", Status::Passed, None),
    ),
    (
        |it| it.page_ceiling = 50,
        "healthy",
        None,
        ("agent.customers", Status::Passed, None),
    ),
    // Refused in fewer words: by its code alone.
    (
        |it| it.unknown_client_is_told_apart = false,
        "client-id-changed",
        None,
        ("credentials", Status::Failed, Some("client_not_recognised")),
    ),
    (
        |it| it.error_descriptions_are_sent = false,
        "wrong-secret",
        None,
        ("credentials", Status::Failed, Some("client_not_recognised")),
    ),
    (
        |it| it.error_descriptions_are_sent = false,
        "not-services-method",
        None,
        ("credentials", Status::Failed, Some("grant_not_allowed")),
    ),
    (
        |it| it.error_descriptions_are_sent = false,
        "scope-refused",
        None,
        ("credentials", Status::Failed, Some("scope_refused")),
    ),
    (
        |it| {
            it.error_descriptions_are_sent = false;
            it.inactive_application = InactiveApplication::BadRequest;
        },
        "application-inactive",
        None,
        ("credentials", Status::Failed, Some("refused")),
    ),
    // Refused in more words, or with a page of the server.
    (
        |it| it.refusal_bodies = RefusalBodies::Json,
        "api-403-after-token",
        None,
        ("agent.identity", Status::Failed, Some("refused")),
    ),
    (
        |it| it.refusal_bodies = RefusalBodies::Page,
        "api-403-after-token",
        None,
        ("agent.identity", Status::Failed, Some("refused")),
    ),
    (
        |it| it.refusal_bodies = RefusalBodies::Json,
        "api-401-after-token",
        None,
        ("agent.identity", Status::Failed, Some("signed_out")),
    ),
    (
        |it| it.refusal_bodies = RefusalBodies::Page,
        "api-401-after-token",
        None,
        ("agent.identity", Status::Failed, Some("signed_out")),
    ),
    (
        |it| it.refusal_bodies = RefusalBodies::Json,
        "api-404-after-token",
        None,
        ("address", Status::Failed, Some("api_not_found")),
    ),
    (
        |it| it.refusal_bodies = RefusalBodies::Page,
        "api-404-after-token",
        None,
        ("address", Status::Failed, Some("api_not_found")),
    ),
    (
        |it| it.refusal_bodies = RefusalBodies::Json,
        "rate-limited",
        None,
        ("credentials", Status::Unknown, Some("rate_limited")),
    ),
    (
        |it| it.refusal_bodies = RefusalBodies::Page,
        "rate-limited",
        None,
        ("credentials", Status::Unknown, Some("rate_limited")),
    ),
    (
        |it| it.refusal_bodies = RefusalBodies::Page,
        "permission-refused",
        None,
        ("permission:*", Status::Failed, Some("refused")),
    ),
    // Other numbers for the same words: what is too low is not passed, and what is more than was
    // asked for does not fail.
    (
        |it| it.membership_numbers = MembershipNumbers::HighestFirst,
        "membership-too-low",
        None,
        ("agent.departments", Status::ToConfirm, None),
    ),
    (
        |it| it.membership_numbers = MembershipNumbers::HighestFirst,
        "membership-higher",
        None,
        (
            "agent.departments",
            Status::Warning,
            Some("membership_too_low"),
        ),
    ),
    (
        |_| (),
        "membership-higher",
        None,
        ("agent.departments", Status::ToConfirm, None),
    ),
    (
        |it| it.hierarchy_numbers = HierarchyNumbers::FromZero,
        "hierarchies-alike",
        None,
        ("ticket-type:*", Status::ToConfirm, None),
    ),
    (
        |it| it.auto_incrementing_key = 3,
        "setting-wrong",
        None,
        ("setting:*", Status::Failed, Some("wrong_value")),
    ),
    (
        |it| it.auto_incrementing_key = 3,
        "healthy",
        None,
        ("setting:*", Status::ToConfirm, None),
    ),
    (
        |it| it.control_needs_admin_scope = true,
        "setting-wrong",
        None,
        ("setting:*", Status::Unknown, Some("not_permitted")),
    ),
    // The product asks for `admin:webhooks`, and `admin` is ticked in its place.
    (
        |it| it.admin_includes_webhooks = true,
        "admin-for-webhooks",
        None,
        ("scope:admin:webhooks", Status::Passed, None),
    ),
    (
        |it| it.admin_includes_webhooks = false,
        "admin-for-webhooks",
        None,
        ("scope:admin:webhooks", Status::Failed, Some("not_granted")),
    ),
    // Halo lists teams, so the agent belongs to something that its record does not name.
    (
        |it| it.role_rows_reach_agent = false,
        "healthy",
        None,
        ("agent.teams", Status::ToConfirm, None),
    ),
    (
        |it| it.role_rows_reach_agent = false,
        "healthy",
        None,
        ("agent.departments", Status::ToConfirm, None),
    ),
];

#[tokio::test(flavor = "multi_thread")]
async fn trouble_is_found_out_in_whatever_way_it_is_told() {
    let _alone = ALONE.lock().await;
    let mut wrong = Vec::new();
    for (number, (answer, scenario, tenant, expected)) in CASES.into_iter().enumerate() {
        let mut options = options(Scenario::named(scenario).expect("a listed scenario"));
        answer(&mut options.variants);
        let served = rehearsal::serve(options).await.expect("a free port");
        let mut target = target(&served.address(), &served.running);
        target.tenant = tenant.map(str::to_owned);
        let checked = run_within(PATIENT, &target).await;
        let (id, status, code) = expected;
        let seen: Vec<_> = found(&checked, id)
            .map(|one| (one.status, one.code.as_deref()))
            .collect();
        if !seen.contains(&(status, code)) {
            wrong.push(format!(
                "{number}, {scenario}: {expected:?}, found {seen:?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
