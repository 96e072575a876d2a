//! Trouble whose wording at the real Halo nobody knows, told in every way it may be told: each is
//! found out, and none is taken for something else. (That no answer makes a healthy tenant look
//! wrong is shown beside the diagnosis.)

use rehearsal::{AgentOutOfUse, InactiveApplication, Scenario, Variants, WrongTenant};
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

const CASES: [Case; 16] = [
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
        |it| it.top_levels_are_bare = true,
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
