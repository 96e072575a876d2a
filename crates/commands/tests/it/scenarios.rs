//! Every scenario of the rehearsal tenant for every profile it means something for: the check finds
//! what the scenario says, and once the tenant is mended the same finding passes.

use std::collections::BTreeSet;
use std::sync::LazyLock;
use std::time::Duration;

use commands::check::{BUDGET, Checked, HEALTHY, check};
use commands::probe::{Focus, Looks, Target};
use commands::rehearse;
use futures::StreamExt as _;
use halo::{Limits, Transport};
use rehearsal::{Expected, Options, Scenario, ScenarioInfo, Tenant, scenarios};
use setup::finding::{Evidence, Finding, Status};
use setup::plan::ProfileOrigin;
use setup::profile::{Level, PermissionNeed, built_in};
use setup::{Answers, Plan, Profile};
use tokio_util::sync::CancellationToken;

/// How many tenants run at once.
pub(crate) const AT_ONCE: usize = 8;

/// With how many products a scenario is tried: with those that ask Halo for most.
const PRODUCTS_EACH: usize = 4;

/// Codes that are a warning however strongly a guide asks, where only what is inferred of Halo says
/// so.
const RESTS_ON_INFERENCE: [&str; 3] = [
    "membership_too_low",
    "no_default_team",
    "hidden_from_agents",
];

/// Findings that arise only where something is wrong.
const ARISE: [&str; 1] = ["agent.default_team"];

/// An invented product that asks for what no built-in one does.
pub(crate) fn demanding() -> &'static Profile {
    static DEMANDING: LazyLock<Profile> =
        LazyLock::new(|| setup::profile::parse(include_str!("demanding.toml")).expect("a profile"));
    &DEMANDING
}

/// An invented product that wants none of what others want.
fn forbidding() -> &'static Profile {
    static FORBIDDING: LazyLock<Profile> = LazyLock::new(|| {
        setup::profile::parse(include_str!("forbidding.toml")).expect("a profile")
    });
    &FORBIDDING
}

/// The built-in profiles and the invented ones.
pub(crate) fn subjects() -> Vec<&'static Profile> {
    let invented = [demanding(), forbidding()];
    built_in::all().iter().chain(invented).collect()
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
    run_by(tenant_transport(tenant), profile, target(tenant), answers).await
}

/// One check with limits that fit a tenant on this machine.
pub(crate) async fn run_with(profile: &Profile, target: Target, answers: Answers) -> Checked {
    run_by(Transport::new(limits()), profile, target, answers).await
}

fn limits() -> Limits {
    Limits {
        total: Duration::from_secs(6),
        body_bytes: 256 * 1024,
        ..Limits::default()
    }
}

/// Trusts the tenant's own authority, as every practice does.
fn tenant_transport(tenant: &Tenant) -> Transport {
    rehearse::practice(tenant).transport(limits())
}

async fn run_by(
    transport: Transport,
    profile: &Profile,
    target: Target,
    answers: Answers,
) -> Checked {
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

/// At most sixty requests, and enough of them for all there was to ask.
pub(crate) fn is_within_budget(checked: &Checked) -> bool {
    checked.requests <= BUDGET && !checked.ran_out
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
    requests: u32,
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
        let findings = seen.report.findings.iter();
        let ids = findings.map(|finding| finding.id.clone()).collect();
        Self {
            profile,
            requests: seen.requests,
            ids,
            answers,
        }
    }

    /// The admin's answers, with what the tenant's scenario is about.
    fn answers_at(&self, options: &Options) -> Answers {
        Answers {
            expected_customers: rehearse::answers(options).expected_customers,
            ..self.answers.clone()
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

/// How one scenario went with one product.
#[derive(Default)]
struct Tried {
    scenario: &'static str,
    /// The finding that the scenario is for was there.
    shown: bool,
    /// What was not as it should be, in words.
    wrong: Vec<String>,
}

/// How strongly the product asks for what a finding is about, where it asks for it.
fn level(profile: &Profile, id: &str) -> Option<Level> {
    let answers = Answers::default();
    let plan = Plan::make(profile.clone(), ProfileOrigin::BuiltIn, answers, None);
    let agent = plan.profile.agent.as_ref();
    let (family, key) = id.split_once(':').unwrap_or((id, ""));
    let permission = |need: &&PermissionNeed| {
        let known = setup::permission::find(&need.name);
        let name = known.map_or(need.name.as_str(), |known| known.name);
        setup::permission::slug(name) == key
    };
    match family {
        "scope" => {
            let mut needs = plan.scopes.iter();
            let need = needs.find(|need| setup::scope::normalise(&need.name) == key);
            need.map(|need| need.level)
        }
        "permission" => {
            let need = plan.permissions.iter().find(permission);
            let mut implied = plan.implied_permissions();
            let implied = implied.find(|implied| implied.finding() == id);
            need.map(|need| need.level)
                .or_else(|| Some(implied?.scope.level))
        }
        "ticket-type" => {
            let need = plan.ticket_types.iter().find(|need| need.key == key);
            need.map(|need| need.level)
        }
        "setting" => {
            let need = plan.settings.iter().find(|need| need.key == key);
            need.map(|need| need.level)
        }
        "agent.administrator" => plan.administrator.as_ref().map(|need| need.level),
        "agent.customers" => plan.all_customers.as_ref().map(|need| need.level),
        "agent.teams" => plan.teams.as_ref().map(|need| need.level),
        "agent.departments" => plan.departments.as_ref().map(|need| need.level),
        "agent.api_only" => agent.and_then(|agent| Some(agent.api_only.as_ref()?.level)),
        "agent.default_team" => agent.and_then(|agent| Some(agent.default_team.as_ref()?.level)),
        _ => None,
    }
}

/// What a finding has to be with this product: what a guide only advises is a warning, and what it
/// leaves open is for the admin to look at.
fn expected_of(
    profile: &Profile,
    finding: &Finding,
    expected: &Expected,
) -> (&'static str, Option<&'static str>) {
    if RESTS_ON_INFERENCE.contains(&expected.code) && expected.status == "warning" {
        return (expected.status, Some(expected.code));
    }
    match (expected.status, level(profile, &finding.id)) {
        ("failed", Some(Level::Recommended)) => ("warning", Some(expected.code)),
        ("warning", Some(Level::Required | Level::Forbidden)) => ("failed", Some(expected.code)),
        ("failed" | "warning", Some(Level::Optional)) => ("to_confirm", None),
        (status, _) => (status, Some(expected.code)),
    }
}

/// The finding is the one that the scenario provokes.
fn is_expected(profile: &Profile, finding: &Finding, expected: &Expected) -> bool {
    let (status, code) = expected_of(profile, finding, expected);
    serde_json::json!(finding.status) == status && finding.code.as_deref() == code
}

/// What else is not right, for a person to read.
fn troubles(checked: &Checked) -> Vec<String> {
    let findings = checked.report.findings.iter();
    findings
        .filter(|finding| !matches!(finding.status, Status::Passed | Status::ToConfirm))
        .map(|finding| format!("{} {:?} {:?}", finding.id, finding.status, finding.code))
        .collect()
}

async fn try_scenario(healthy: &Healthy, info: &'static ScenarioInfo) -> Tried {
    let profile = healthy.profile;
    let scenario = Scenario::named(info.name).expect("a listed scenario");
    let options = rehearse::options(profile, scenario);
    let answers = healthy.answers_at(&options);
    let tenant = rehearsal::serve(options).await.expect("a free port");
    let checked = run(profile, &tenant, answers.clone()).await;
    let mut tried = Tried {
        scenario: info.name,
        ..Tried::default()
    };
    let wrong = &mut tried.wrong;
    let mut say = |what: String| wrong.push(format!("{} with {}: {what}", info.name, profile.id));

    if !is_within_budget(&checked) {
        say(format!("took {} requests", checked.requests));
    }
    let exit = checked.report.outcome(&checked.facts).exit_code();
    let Some(expected) = &info.expected else {
        if exit != info.exit {
            say(format!("exit code {exit}: {:?}", troubles(&checked)));
        }
        tried.shown = true;
        return tried;
    };
    let found = matching(&checked, expected);
    let mut found = found.iter();
    let Some(finding) = found.find(|one| is_expected(profile, one, expected)) else {
        let troubles = troubles(&checked);
        say(format!("expected {expected:?}, found {troubles:?}"));
        return tried;
    };
    tried.shown = true;
    // What is only advised or left open does not fail the check.
    let should = match (expected.status, finding.status) {
        ("failed", Status::Warning | Status::ToConfirm) => 0,
        ("warning", Status::Failed) => 1,
        _ => info.exit,
    };
    if exit != should {
        let troubles = troubles(&checked);
        say(format!(
            "exit code {exit} instead of {should}: {troubles:?}"
        ));
    }
    if finding.fix.as_ref().is_none_or(|fix| fix.text.is_empty())
        && finding.status != Status::Unknown
    {
        say(format!("{} says nothing to do", finding.id));
    }

    tenant.control().fix();
    let mended = run(profile, &tenant, answers).await;
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
    tried
}

#[tokio::test(flavor = "multi_thread")]
async fn every_scenario_is_found_out_and_passes_once_mended() {
    matrix(PRODUCTS_EACH).await;
}

/// The same with every product: minutes, so it is run by name.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes: cargo test --release -p commands --test it full_matrix -- --ignored"]
async fn full_matrix() {
    matrix(usize::MAX).await;
}

/// Tries every scenario with this many products each.
async fn matrix(products_each: usize) {
    let looks = subjects().into_iter().map(Healthy::look);
    let mut healthy: Vec<_> = futures::stream::iter(looks)
        .buffer_unordered(AT_ONCE)
        .collect()
        .await;
    // The demanding one first, then those that ask for most.
    healthy.sort_by_key(|one| {
        let is_other = one.profile.id != demanding().id;
        (is_other, u32::MAX - one.requests, &one.profile.id)
    });
    let needs: Vec<_> = healthy
        .iter()
        .map(|healthy| rehearse::needs(healthy.profile))
        .collect();
    let tries = scenarios().iter().flat_map(|info| {
        healthy
            .iter()
            .zip(&needs)
            .filter(move |(healthy, needs)| info.applies_to(needs) && healthy.concerns(info))
            .take(products_each)
            .map(move |(healthy, _)| try_scenario(healthy, info))
    });
    let runs: Vec<Tried> = futures::stream::iter(tries)
        .buffer_unordered(AT_ONCE)
        .collect()
        .await;
    let shown: BTreeSet<_> = runs
        .iter()
        .filter(|one| one.shown)
        .map(|one| one.scenario)
        .collect();
    let unseen: BTreeSet<_> = runs
        .iter()
        .map(|one| one.scenario)
        .filter(|name| !shown.contains(name))
        .collect();
    assert!(unseen.is_empty(), "no product shows {unseen:?}");
    let wrong: Vec<_> = runs.iter().flat_map(|one| &one.wrong).cloned().collect();
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
            checked.requests <= HEALTHY,
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
