//! Every scenario of the rehearsal tenant for every profile it means something for: the check finds
//! what the scenario says, and once the tenant is mended the same finding passes.

use std::sync::LazyLock;
use std::time::Duration;

use commands::check::{Checked, check};
use commands::probe::{Focus, Looks, Target};
use commands::rehearse;
use futures::StreamExt as _;
use halo::{Limits, Transport};
use rehearsal::{Expected, Scenario, ScenarioInfo, Tenant, scenarios};
use setup::finding::{Evidence, Finding, Status};
use setup::plan::ProfileOrigin;
use setup::profile::built_in;
use setup::{Answers, Plan, Profile};
use tokio_util::sync::CancellationToken;

/// How many tenants run at once.
const AT_ONCE: usize = 8;

/// Most requests of a whole diagnosis, repetitions and what they provoke included.
const MOST_REQUESTS: u32 = 60;

/// Findings that arise only where something is wrong.
const ARISE: [&str; 1] = ["agent.default_team"];

/// The built-in profiles, and one that asks for what none of them does.
pub(crate) fn subjects() -> Vec<&'static Profile> {
    static DEMANDING: LazyLock<Profile> =
        LazyLock::new(|| setup::profile::parse(include_str!("demanding.toml")).expect("a profile"));
    built_in::all().iter().chain([&*DEMANDING]).collect()
}

/// The tenant as its product was told of it.
pub(crate) fn target(tenant: &Tenant) -> Target {
    Target {
        // Mending may have turned `https` into `http`.
        address: tenant.address(),
        authorisation_server: None,
        tenant: None,
        client_id: Some(tenant.running.client_id.clone()),
        secret: Ok(tenant.running.client_secret.clone().into()),
    }
}

/// One check of a tenant.
pub(crate) async fn run(profile: &Profile, tenant: &Tenant, answers: Answers) -> Checked {
    run_with(profile, target(tenant), answers).await
}

/// One check with limits that fit a tenant on this machine.
pub(crate) async fn run_with(profile: &Profile, target: Target, answers: Answers) -> Checked {
    let limits = Limits {
        total: Duration::from_secs(6),
        body_bytes: 256 * 1024,
        ..Limits::default()
    };
    let transport = Transport::new(limits);
    let plan = Plan::make(profile.clone(), ProfileOrigin::BuiltIn, answers, None);
    let (looks, cancel) = (Looks::default(), CancellationToken::new());
    let time = Duration::from_secs(30);
    check(
        &transport,
        &plan,
        &target,
        &Focus::all(),
        None,
        &looks,
        cancel,
        time,
    )
    .await
}

fn matching<'a>(checked: &'a Checked, expected: &Expected) -> Vec<&'a Finding> {
    let focus = Focus::on(vec![expected.finding.to_owned()]);
    checked
        .report
        .findings
        .iter()
        .filter(|finding| focus.has(&finding.id))
        .collect()
}

/// What a healthy tenant shows of a profile: the findings there are, and the answers of an admin
/// who knows the tenant.
struct Healthy {
    profile: &'static Profile,
    ids: Vec<String>,
    answers: Answers,
}

impl Healthy {
    async fn look(profile: &'static Profile) -> Self {
        let options = rehearse::options(profile, Scenario::healthy());
        let tenant = rehearsal::serve(options).await.expect("a free port");
        let seen = run(profile, &tenant, Answers::default()).await;
        let teams = seen
            .facts
            .teams
            .answer()
            .map(Vec::as_slice)
            .unwrap_or_default();
        let answers = Answers {
            wanted_teams: teams.iter().map(|team| team.name.clone()).collect(),
            ..Answers::default()
        };
        let ids = seen
            .report
            .findings
            .into_iter()
            .map(|finding| finding.id)
            .collect();
        Self {
            profile,
            ids,
            answers,
        }
    }

    /// The scenario is about something that this profile asks for. Where no Halo is found all
    /// profiles are alike, and one is enough.
    fn concerns(&self, info: &ScenarioInfo) -> bool {
        let is_first = self.profile.id == built_in::all()[0].id;
        if info.expected.is_some_and(|one| one.finding == "address") && !is_first {
            return false;
        }
        let focus = info
            .expected
            .as_ref()
            .map(|expected| Focus::on(vec![expected.finding.to_owned()]));
        let arises = info
            .expected
            .is_some_and(|one| ARISE.contains(&one.finding));
        arises || focus.is_none_or(|focus| self.ids.iter().any(|id| focus.has(id)))
    }
}

/// What is wrong with how one scenario went, in words; nothing when all is as it should be.
async fn try_scenario(healthy: &Healthy, info: &'static ScenarioInfo) -> Vec<String> {
    let profile = healthy.profile;
    let scenario = Scenario::named(info.name).expect("a listed scenario");
    let tenant = rehearsal::serve(rehearse::options(profile, scenario))
        .await
        .expect("a free port");
    let checked = run(profile, &tenant, healthy.answers.clone()).await;
    let mut wrong = Vec::new();
    let mut say = |what: String| wrong.push(format!("{} with {}: {what}", info.name, profile.id));

    if checked.requests > MOST_REQUESTS {
        say(format!("took {} requests", checked.requests));
    }
    let exit = checked.report.outcome(&checked.facts).exit_code();
    if exit != info.exit {
        let failed: Vec<_> = checked
            .report
            .findings
            .iter()
            .filter(|finding| !matches!(finding.status, Status::Passed | Status::ToConfirm))
            .map(|finding| format!("{} {:?} {:?}", finding.id, finding.status, finding.code))
            .collect();
        say(format!(
            "exit code {exit} instead of {}: {failed:?}",
            info.exit
        ));
    }
    let Some(expected) = &info.expected else {
        return wrong;
    };
    let found = matching(&checked, expected);
    let status = serde_json::json!(expected.status);
    let as_expected = |finding: &&&Finding| {
        serde_json::json!(finding.status) == status
            && finding.code.as_deref() == Some(expected.code)
    };
    let Some(finding) = found.iter().find(as_expected) else {
        let seen: Vec<_> = found
            .iter()
            .map(|one| (&one.id, one.status, &one.code))
            .collect();
        say(format!("expected {expected:?}, found {seen:?}"));
        return wrong;
    };
    if finding.fix.as_ref().is_none_or(|fix| fix.text.is_empty())
        && finding.status != Status::Unknown
    {
        say(format!("{} says nothing to do", finding.id));
    }

    tenant.control().fix();
    let mended = run(profile, &tenant, healthy.answers.clone()).await;
    let after = mended
        .report
        .findings
        .iter()
        .find(|one| one.id == finding.id);
    let is_mended =
        after.is_none_or(|after| matches!(after.status, Status::Passed | Status::ToConfirm));
    if !is_mended {
        say(format!(
            "{} is still {:?} after the tenant was mended",
            finding.id,
            after.map(|one| one.status)
        ));
    }
    wrong
}

#[tokio::test(flavor = "multi_thread")]
async fn every_scenario_is_found_out_and_passes_once_mended() {
    let healthy = futures::future::join_all(subjects().into_iter().map(Healthy::look)).await;
    let tries = healthy.iter().flat_map(|healthy| {
        let needs = rehearse::needs(healthy.profile);
        scenarios()
            .iter()
            .filter(move |info| info.applies_to(&needs) && healthy.concerns(info))
            .map(move |info| try_scenario(healthy, info))
    });
    let wrong: Vec<String> = futures::stream::iter(tries)
        .buffer_unordered(AT_ONCE)
        .flat_map(futures::stream::iter)
        .collect()
        .await;
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_healthy_tenant_has_nothing_to_fix_for_any_profile() {
    for profile in subjects() {
        let options = rehearse::options(profile, Scenario::healthy());
        let tenant = rehearsal::serve(options).await.expect("a free port");
        let checked = run(profile, &tenant, Answers::default()).await;
        let bad: Vec<_> = checked
            .report
            .findings
            .iter()
            .filter(|finding| !matches!(finding.status, Status::Passed | Status::ToConfirm))
            .map(|finding| {
                format!(
                    "{} {:?} {:?}: {}",
                    finding.id, finding.status, finding.code, finding.detail
                )
            })
            .collect();
        assert!(bad.is_empty(), "{}: {bad:#?}", profile.id);
        assert!(
            checked
                .report
                .visibility
                .customers
                .is_some_and(|count| count > 0),
            "customers are seen"
        );
        assert!(
            checked.requests <= 30,
            "{}: a healthy check took {} requests",
            profile.id,
            checked.requests
        );
        let unproved = |finding: &&Finding| {
            finding.status == Status::Passed && finding.evidence == Evidence::None
        };
        assert_eq!(
            checked.report.findings.iter().find(unproved),
            None,
            "a pass has evidence"
        );
    }
}
