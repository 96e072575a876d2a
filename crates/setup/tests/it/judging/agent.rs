//! The agent itself: identity, API-only, administrator, default team.

use setup::facts::{Asked, Failure, Refusal};
use setup::finding::{Evidence, Status};
use setup::profile::Level;

use super::exampla::{agent_with, facts_with, healthy, plan, plan_with, seen};
use super::{expect, expect_passed, finding};

#[test]
fn identity_passes_only_when_halo_names_the_agent() {
    let id = "agent.identity";
    let passed = expect_passed(&plan(), &healthy(), id, Evidence::Api);
    assert!(passed.title.contains("Exampla API"));

    let disabled = agent_with(|agent| agent.is_disabled = Some(true));
    expect(&plan(), &disabled, id, Status::Failed, "disabled");

    let signed_out = facts_with(|facts| facts.me = Asked::Refused(Refusal::Unauthorised));
    expect(&plan(), &signed_out, id, Status::Failed, "signed_out");

    let nameless = agent_with(|agent| {
        agent.name = None;
        agent.email = None;
    });
    expect(&plan(), &nameless, id, Status::Unknown, "not_readable");
}

#[test]
fn why_the_agent_could_not_be_read_is_told_apart() {
    let table = [
        (Asked::Failed(Failure::ServerError), "server_error"),
        (Asked::Failed(Failure::TimedOut), "timed_out"),
        (Asked::Failed(Failure::Stopped), "timed_out"),
        (Asked::Failed(Failure::RateLimited), "rate_limited"),
        (Asked::Failed(Failure::NotReadable), "not_readable"),
        (Asked::Failed(Failure::TooLarge), "not_readable"),
        (Asked::Failed(Failure::Unreachable), "not_readable"),
        (Asked::Refused(Refusal::Forbidden), "not_permitted"),
        (Asked::Refused(Refusal::NotFound), "not_readable"),
        (Asked::Not, "not_readable"),
    ];
    for (asked, code) in table {
        let facts = facts_with(|facts| facts.me = asked);
        expect(&plan(), &facts, "agent.identity", Status::Unknown, code);
    }
}

#[test]
fn api_only_is_judged_both_ways() {
    let id = "agent.api_only";
    let person = agent_with(|agent| agent.is_api_only = Some(false));
    let unsaid = agent_with(|agent| agent.is_api_only = None);
    expect(&plan(), &person, id, Status::Failed, "not_api_only");
    expect(&plan(), &unsaid, id, Status::Unknown, "not_readable");
    expect_passed(&plan(), &healthy(), id, Evidence::Api);

    let with_level = |level| {
        plan_with(
            |profile| {
                let agent = profile.agent.as_mut().unwrap();
                agent.api_only.as_mut().unwrap().level = level;
            },
            |_| {},
        )
    };
    let unwanted = with_level(Level::Forbidden);
    let code = "must_not_be_api_only";
    expect(&unwanted, &healthy(), id, Status::Failed, code);
    expect_passed(&unwanted, &person, id, Evidence::Api);
    let advised = with_level(Level::Recommended);
    expect(&advised, &person, id, Status::Warning, "not_api_only");
}

#[test]
fn administrator_is_judged_as_strongly_as_the_guide_speaks() {
    use Level::{Forbidden, Optional, Recommended, Required};
    use Status::{Failed, Passed, Warning};
    let is = "is_administrator";
    let is_not = "not_administrator";
    let table = [
        ("Yes", Required, true, Passed, None),
        ("Yes", Required, false, Failed, Some(is_not)),
        ("Yes", Recommended, true, Passed, None),
        ("Yes", Recommended, false, Warning, Some(is_not)),
        ("Yes", Optional, false, Passed, None),
        ("Yes", Forbidden, true, Failed, Some(is)),
        ("Yes", Forbidden, false, Passed, None),
        ("No", Required, true, Failed, Some(is)),
        ("No", Required, false, Passed, None),
        ("Not set", Recommended, true, Warning, Some(is)),
        ("No", Recommended, false, Passed, None),
    ];
    for (value, level, is_administrator, status, code) in table {
        let plan = plan_with(
            |profile| {
                profile.permissions[0].value = value.to_owned();
                profile.permissions[0].level = level;
            },
            |_| {},
        );
        let facts = agent_with(|agent| agent.is_administrator = Some(is_administrator));
        let finding = finding(&plan, &facts, "agent.administrator");
        let row = format!("{value}, {level:?}, {is_administrator}");
        assert_eq!(finding.status, status, "{row}");
        assert_eq!(finding.code.as_deref(), code, "{row}");
    }
    let unsaid = agent_with(|agent| agent.is_administrator = None);
    let id = "agent.administrator";
    expect(&plan(), &unsaid, id, Status::Unknown, "not_readable");
}

#[test]
fn a_default_team_is_a_real_team() {
    let id = "agent.default_team";
    let code = "no_default_team";
    for none in ["*No Default Team*", " no default team "] {
        let facts = agent_with(|agent| agent.default_team = Some(none.to_owned()));
        let finding = expect(&plan(), &facts, id, Status::Failed, code);
        assert_eq!(finding.evidence, Evidence::Api);
    }
    // That an empty name stands for none is inferred, so it fails nothing by itself.
    let mut unnamed = agent_with(|agent| agent.default_team = Some(String::new()));
    expect(&plan(), &unnamed, id, Status::Warning, code);
    // That Halo lists no other agent is what having no default team does.
    unnamed.agents = Asked::Answered(seen(1));
    let finding = expect(&plan(), &unnamed, id, Status::Failed, code);
    assert_eq!(finding.evidence, Evidence::Behaviour);
    unnamed.agents = Asked::Failed(Failure::TimedOut);
    expect(&plan(), &unnamed, id, Status::Warning, code);
    expect_passed(&plan(), &healthy(), id, Evidence::Api);
    let unsaid = agent_with(|agent| agent.default_team = None);
    expect(&plan(), &unsaid, id, Status::Unknown, "not_readable");

    let unwanted = plan_with(
        |profile| {
            let agent = profile.agent.as_mut().unwrap();
            agent.default_team.as_mut().unwrap().level = Level::Forbidden;
        },
        |_| {},
    );
    expect(
        &unwanted,
        &healthy(),
        id,
        Status::Failed,
        "has_default_team",
    );
    let none = agent_with(|agent| agent.default_team = Some(String::new()));
    expect_passed(&unwanted, &none, id, Evidence::Api);
}
