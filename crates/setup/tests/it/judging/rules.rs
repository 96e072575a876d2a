//! Rules that hold for every finding, whatever the facts.

use setup::facts::{AddressProblem, Asked, Facts, Failure, Host, Refusal, SignIn, SignInProblem};
use setup::finding::{Evidence, Finding, Status};
use setup::judge::judge;

use super::exampla::{agent_with, facts_with, healthy, plan, seen, token_with};

/// Facts of every kind that the rules are tried on.
fn many() -> Vec<(&'static str, Facts)> {
    let mut all = vec![
        ("healthy", healthy()),
        ("nothing", Facts::default()),
        (
            "no address",
            facts_with(|facts| facts.host = Host::Failed(AddressProblem::NotHalo)),
        ),
        (
            "no token",
            facts_with(|facts| {
                facts.sign_in = SignIn::Failed(SignInProblem::ClientNotRecognised);
            }),
        ),
        ("no scope list", token_with(|token| token.granted = None)),
        (
            "empty agent",
            agent_with(|agent| *agent = setup::facts::AgentFact::default()),
        ),
        ("empty lists", emptied()),
    ];
    for refusal in [Refusal::Unauthorised, Refusal::Forbidden, Refusal::NotFound] {
        all.push(("refused", without_answers(&Without::Refused(refusal))));
    }
    for failure in [
        Failure::ServerError,
        Failure::TimedOut,
        Failure::RateLimited,
        Failure::NotReadable,
        Failure::TooLarge,
        Failure::RedirectedElsewhere,
        Failure::Unreachable,
        Failure::Stopped,
    ] {
        all.push(("failed", without_answers(&Without::Failed(failure))));
    }
    all.push(("not asked", without_answers(&Without::Not)));
    all
}

fn emptied() -> Facts {
    facts_with(|facts| {
        facts.teams = Asked::Answered(Vec::new());
        facts.departments = Asked::Answered(Vec::new());
        facts.agents = Asked::Answered(seen(0));
        facts.customers = Asked::Answered(seen(0));
        facts.ticket_types = Asked::Answered(Vec::new());
        facts.ticket_type_details.clear();
        for asked in facts.areas.values_mut() {
            *asked = Asked::Answered(seen(0));
        }
    })
}

enum Without {
    Not,
    Refused(Refusal),
    Failed(Failure),
}

impl Without {
    fn asked<T>(&self) -> Asked<T> {
        match self {
            Self::Not => Asked::Not,
            Self::Refused(refusal) => Asked::Refused(*refusal),
            Self::Failed(failure) => Asked::Failed(*failure),
        }
    }
}

/// A good token, and the same for every read after it.
fn without_answers(without: &Without) -> Facts {
    facts_with(|facts| {
        facts.me = without.asked();
        facts.agent = without.asked();
        facts.teams = without.asked();
        facts.departments = without.asked();
        facts.agents = without.asked();
        facts.customers = without.asked();
        facts.ticket_types = without.asked();
        for asked in facts.areas.values_mut() {
            *asked = without.asked();
        }
        for asked in facts.ticket_type_details.values_mut() {
            *asked = without.asked();
        }
        for asked in facts.settings.values_mut() {
            *asked = without.asked();
        }
    })
}

fn passed(findings: &[Finding]) -> Vec<&str> {
    let passed = findings.iter();
    let passed = passed.filter(|finding| finding.status == Status::Passed);
    passed.map(|finding| finding.id.as_str()).collect()
}

#[test]
fn judging_the_same_twice_gives_the_same() {
    for (name, facts) in many() {
        assert_eq!(judge(&plan(), &facts), judge(&plan(), &facts), "{name}");
    }
}

#[test]
fn every_finding_is_well_formed() {
    let reasons = [
        "server_error",
        "timed_out",
        "rate_limited",
        "not_permitted",
        "not_readable",
    ];
    for (name, facts) in many() {
        for finding in judge(&plan(), &facts) {
            let row = format!("{name}: {finding:?}");
            assert!(
                !finding.title.is_empty() && !finding.detail.is_empty(),
                "{row}"
            );
            assert!(!finding.title.ends_with('.'), "{row}");
            match finding.status {
                Status::Passed => {
                    assert!(finding.code.is_none() && finding.fix.is_none(), "{row}");
                    assert_ne!(finding.evidence, Evidence::None, "{row}");
                }
                Status::Failed | Status::Warning => {
                    assert!(finding.code.is_some(), "{row}");
                    assert!(finding.why.is_some(), "{row}");
                    assert!(!finding.fix.as_ref().unwrap().text.is_empty(), "{row}");
                }
                Status::ToConfirm => {
                    assert!(finding.code.is_none(), "{row}");
                    assert!(!finding.fix.as_ref().unwrap().text.is_empty(), "{row}");
                }
                Status::Unknown => {
                    let code = finding.code.as_deref().unwrap();
                    assert!(reasons.contains(&code), "{row}");
                    assert_eq!(finding.evidence, Evidence::None, "{row}");
                }
            }
        }
    }
}

#[test]
fn the_same_requirements_give_the_same_findings_in_the_same_order() {
    let ids = |facts: &Facts| -> Vec<String> {
        let findings = judge(&plan(), facts).into_iter();
        findings.map(|finding| finding.id).collect()
    };
    let order = [
        "address",
        "credentials",
        "scope:read:tickets",
        "scope:read:customers",
        "scope:all:teams",
        "scope:edit:projects",
        "scopes.excess",
        "agent.identity",
        "agent.api_only",
        "agent.administrator",
        "permission:tickets-access-level",
        "permission:customers-access-level",
        "permission:can-add-new-tickets",
        "permission:allow-use-of-all-ticket-types",
        "agent.default_team",
        "agent.teams",
        "vendor:team-ticks",
        "agent.departments",
        "agent.customers",
        "ticket-type:project",
        "setting:next-ticket-id-method",
        "vendor:agent-work-hours",
        "vendor:other-permissions",
        "vendor:switch-on",
    ];
    for (name, facts) in many() {
        assert_eq!(ids(&facts), order, "{name}");
    }
}

#[test]
fn nothing_asked_passes_nothing() {
    assert!(passed(&judge(&plan(), &Facts::default())).is_empty());
}

#[test]
fn a_wrong_address_is_the_only_failure() {
    let facts = facts_with(|facts| facts.host = Host::Failed(AddressProblem::NotHalo));
    let findings = judge(&plan(), &facts);
    assert!(passed(&findings).is_empty());
    let failed: Vec<_> = findings
        .iter()
        .filter(|finding| finding.status == Status::Failed)
        .map(|finding| finding.id.as_str())
        .collect();
    assert_eq!(failed, ["address"]);
    let waiting = findings.iter();
    let mut waiting = waiting.filter(|finding| finding.status == Status::Unknown);
    assert!(waiting.all(|finding| finding.detail.contains("address has to be right first")));
    let looking = findings.iter();
    let mut looking = looking.filter(|finding| finding.id.starts_with("vendor:"));
    assert!(looking.all(|finding| finding.status == Status::ToConfirm));
}

#[test]
fn a_good_token_with_no_answer_behind_it_passes_only_what_the_token_proves() {
    let allowed = [
        "address",
        "credentials",
        "scope:read:tickets",
        "scope:read:customers",
        "scope:all:teams",
        "scope:edit:projects",
    ];
    for (name, facts) in many() {
        if !["refused", "failed", "not asked"].contains(&name) {
            continue;
        }
        let findings = judge(&plan(), &facts);
        for id in passed(&findings) {
            assert!(allowed.contains(&id), "{name}: {id} passed");
        }
    }
}

#[test]
fn empty_lists_pass_nothing_that_rests_on_them() {
    let findings = judge(&plan(), &emptied());
    let passed = passed(&findings);
    for id in [
        "agent.teams",
        "agent.customers",
        "permission:tickets-access-level",
        "permission:customers-access-level",
        "permission:allow-use-of-all-ticket-types",
        "ticket-type:project",
    ] {
        assert!(!passed.contains(&id), "{id} passed on an empty list");
    }
}

#[test]
fn a_product_without_an_application_is_not_asked_for_credentials() {
    let plan = super::exampla::plan_with(
        |profile| {
            profile.application = None;
            profile.agent = None;
            profile.scopes.clear();
        },
        |_| {},
    );
    let findings = judge(&plan, &healthy());
    assert!(!findings.iter().any(|finding| finding.id == "credentials"));
    assert!(
        !findings
            .iter()
            .any(|finding| finding.id.starts_with("scope"))
    );
}

#[test]
fn every_built_in_profile_finds_words_for_whatever_happens() {
    use setup::plan::{Plan, ProfileOrigin};

    for profile in setup::profile::built_in::all() {
        let origin = ProfileOrigin::BuiltIn;
        let plan = Plan::make(profile.clone(), origin, setup::Answers::default(), None);
        for (name, facts) in many() {
            let mut seen = std::collections::BTreeSet::new();
            for finding in judge(&plan, &facts) {
                let id = finding.id;
                assert!(
                    seen.insert(id.clone()),
                    "{}, {name}: {id} twice",
                    profile.id
                );
            }
        }
    }
}
