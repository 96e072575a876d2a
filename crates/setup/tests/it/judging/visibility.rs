//! What the agent may see: teams, departments, customers.

use setup::facts::{Asked, Failure, Refusal, Seen};
use setup::finding::{Evidence, Status};
use setup::permission::Area;
use setup::profile::{Level, Membership, WhichTeams};

use super::exampla::{agent_with, department, facts_with, healthy, names, plan, plan_with, seen};
use super::{expect, expect_passed, expect_to_confirm, finding};

#[test]
fn an_empty_list_of_teams_is_a_failure() {
    let id = "agent.teams";
    let facts = facts_with(|facts| facts.teams = Asked::Answered(Vec::new()));
    let finding = expect(&plan(), &facts, id, Status::Failed, "no_team_visible");
    assert_eq!(finding.evidence, Evidence::Api);
    let fix = finding.fix.unwrap();
    let path = [
        "Configuration",
        "Teams & Agents",
        "Agents",
        "Exampla API",
        "Departments & Teams",
        "Teams",
    ];
    assert_eq!(fix.path, path);
    assert_eq!(
        fix.link.as_deref(),
        Some("https://acme.halopsa.example/config/agents/agents")
    );
    assert!(fix.text.contains("Add the agent to every board's team."));
    assert!(finding.why.unwrap().contains("No boards are shown."));
    expect_passed(&plan(), &healthy(), id, Evidence::Api);
}

#[test]
fn missing_teams_are_named() {
    let id = "agent.teams";
    let facts = agent_with(|agent| agent.teams = Some(names(&["support "])));
    let finding = expect(&plan(), &facts, id, Status::Failed, "teams_missing");
    assert!(finding.detail.contains("Projects"), "{}", finding.detail);
    assert!(!finding.detail.contains("Support"), "{}", finding.detail);
    expect_passed(&plan(), &healthy(), id, Evidence::Api);
}

#[test]
fn teams_the_admin_wants_and_every_team() {
    let id = "agent.teams";
    let which = |which, wanted: &[&str]| {
        plan_with(
            |profile| profile.teams.as_mut().unwrap().which = which,
            |answers| answers.wanted_teams = names(wanted).into_iter().collect(),
        )
    };
    let every = which(WhichTeams::All, &[]);
    let finding = expect(&every, &healthy(), id, Status::Failed, "teams_missing");
    assert!(finding.detail.contains("Finance"));
    let all = agent_with(|agent| agent.teams = Some(names(&["Projects", "Support", "Finance"])));
    expect_passed(&every, &all, id, Evidence::Api);

    let wanted = which(WhichTeams::Wanted, &["Finance"]);
    expect(&wanted, &healthy(), id, Status::Failed, "teams_missing");
    expect_passed(&wanted, &all, id, Evidence::Api);
    // Nobody said which: a person must compare.
    expect_to_confirm(&which(WhichTeams::Wanted, &[]), &healthy(), id);
}

#[test]
fn belonging_to_no_team_is_not_made_good_by_a_department() {
    let facts = agent_with(|agent| agent.teams = Some(Vec::new()));
    let wanted = plan_with(
        |profile| profile.teams.as_mut().unwrap().which = WhichTeams::Wanted,
        |_| {},
    );
    expect(
        &wanted,
        &facts,
        "agent.teams",
        Status::Failed,
        "teams_missing",
    );
}

#[test]
fn what_a_role_may_bring_unseen_is_not_called_missing() {
    let ids = ["agent.teams", "agent.departments"];
    let silent = |facts: &mut setup::Facts| {
        let forms = [&mut facts.me, &mut facts.agent];
        for form in forms {
            if let Asked::Answered(agent) = form {
                agent.teams = Some(Vec::new());
                agent.departments = Some(Vec::new());
            }
        }
    };
    let unseen = facts_with(silent);
    for id in ids {
        expect_to_confirm(&plan(), &unseen, id);
        expect_passed(&plan(), &healthy(), id, Evidence::Api);
    }
    let nobody_said_which = plan_with(
        |profile| profile.teams.as_mut().unwrap().which = WhichTeams::Wanted,
        |_| {},
    );
    expect_to_confirm(&nobody_said_which, &unseen, "agent.teams");

    // A team that is not even listed is proved to be missing all the same.
    let elsewhere = plan_with(
        |profile| profile.teams.as_mut().unwrap().names = names(&["Field"]),
        |_| {},
    );
    let (failed, code) = (Status::Failed, "teams_missing");
    expect(&elsewhere, &unseen, "agent.teams", failed, code);

    // Where no team is listed either, the agent belongs to nothing.
    let nothing = facts_with(|facts| {
        silent(facts);
        facts.teams = Asked::Answered(Vec::new());
    });
    for (id, code) in ids
        .into_iter()
        .zip(["no_team_visible", "department_missing"])
    {
        expect(&plan(), &nothing, id, failed, code);
    }
}

#[test]
fn without_the_agent_s_own_teams_the_list_can_only_disprove() {
    let facts = agent_with(|agent| agent.teams = None);
    expect_to_confirm(&plan(), &facts, "agent.teams");
    let elsewhere = plan_with(
        |profile| profile.teams.as_mut().unwrap().names = names(&["Field"]),
        |_| {},
    );
    expect(
        &elsewhere,
        &facts,
        "agent.teams",
        Status::Failed,
        "teams_missing",
    );
    let refused = facts_with(|facts| facts.teams = Asked::Refused(Refusal::Forbidden));
    let id = "agent.teams";
    expect(&plan(), &refused, id, Status::Unknown, "not_permitted");
}

#[test]
fn departments_are_judged_by_membership() {
    let id = "agent.departments";
    let rows = |rows: Vec<_>| agent_with(move |agent| agent.departments = Some(rows.clone()));
    expect_passed(&plan(), &healthy(), id, Evidence::Api);
    let code = "department_missing";
    expect(&plan(), &rows(Vec::new()), id, Status::Failed, code);
    // That Halo's list is that of its departments is inferred.
    let other = rows(vec![department("Office", Some(2))]);
    let finding = expect_to_confirm(&plan(), &other, id);
    assert!(finding.detail.contains("Delivery"));
    for level in [0, 1] {
        let low = rows(vec![department("Delivery", Some(level))]);
        let code = "membership_too_low";
        // What the number stands for is inferred, so it fails nothing by itself.
        let finding = expect(&plan(), &low, id, Status::Warning, code);
        // Nobody sees Halo's numbers on a page of Halo.
        let said = |detail: &str| detail.contains("Delivery") && !detail.contains('(');
        assert!(said(&finding.detail), "{}", finding.detail);
        // That Halo shows the agent no ticket is what a membership too low does.
        let mut blind = low;
        blind.areas.insert(Area::Tickets, Asked::Answered(seen(0)));
        let finding = expect(&plan(), &blind, id, Status::Failed, code);
        assert_eq!(finding.evidence, Evidence::Behaviour);
        assert!(said(&finding.detail), "{}", finding.detail);
        // Tickets that could not be asked for prove nothing.
        blind
            .areas
            .insert(Area::Tickets, Asked::Failed(Failure::TimedOut));
        expect(&plan(), &blind, id, Status::Warning, code);
        blind.agent = healthy().agent;
        expect_passed(&plan(), &blind, id, Evidence::Api);
    }
    let optional = plan_with(
        |profile| profile.departments.as_mut().unwrap().level = Level::Optional,
        |_| {},
    );
    let low = rows(vec![department("Delivery", Some(0))]);
    expect_to_confirm(&optional, &low, id);
    // One department with a certain membership does not make up for another.
    let mixed = rows(vec![
        department("Delivery", Some(2)),
        department("Office", Some(0)),
    ]);
    let code = "membership_too_low";
    let finding = expect(&plan(), &mixed, id, Status::Warning, code);
    assert!(!finding.detail.contains("Delivery"), "{}", finding.detail);
    // What 3 means is not known for certain, nor is what was left out.
    for level in [Some(3), None] {
        expect_to_confirm(&plan(), &rows(vec![department("Delivery", level)]), id);
    }
    let unread = agent_with(|agent| agent.departments = None);
    expect(&plan(), &unread, id, Status::Unknown, "not_readable");
}

#[test]
fn only_one_membership_number_is_certain() {
    let id = "agent.departments";
    let needing = |membership| {
        plan_with(
            |profile| profile.departments.as_mut().unwrap().membership = membership,
            |_| {},
        )
    };
    let with = |level| {
        agent_with(move |agent| agent.departments = Some(vec![department("Delivery", Some(level))]))
    };
    expect_passed(&needing(Membership::Basic), &with(0), id, Evidence::Api);
    expect_passed(&needing(Membership::ViewAll), &with(2), id, Evidence::Api);
    expect_to_confirm(&needing(Membership::ViewAll), &with(1), id);
    expect_to_confirm(&needing(Membership::Manager), &with(3), id);
    let code = "membership_too_low";
    expect(
        &needing(Membership::Manager),
        &with(2),
        id,
        Status::Failed,
        code,
    );
}

#[test]
fn customers_are_judged_by_number_and_restriction() {
    let id = "agent.customers";
    let see = |total| {
        facts_with(|facts| {
            facts.customers = Asked::Answered(seen(total));
        })
    };
    expect(&plan(), &see(0), id, Status::Failed, "no_customer_visible");
    expect_passed(&plan(), &healthy(), id, Evidence::Api);

    let restricted = agent_with(|agent| agent.customers = Some(names(&["Initech"])));
    expect(&plan(), &restricted, id, Status::Failed, "restricted");

    let expecting = plan_with(|_| {}, |answers| answers.expected_customers = Some(230));
    let finding = expect(
        &expecting,
        &see(212),
        id,
        Status::Failed,
        "fewer_than_expected",
    );
    assert!(finding.detail.contains("212") && finding.detail.contains("230"));
    expect_passed(&expecting, &see(230), id, Evidence::Api);

    let unsaid = agent_with(|agent| agent.customers = None);
    expect_to_confirm(&plan(), &unsaid, id);
    let failed = facts_with(|facts| facts.customers = Asked::Failed(Failure::TimedOut));
    expect(&plan(), &failed, id, Status::Unknown, "timed_out");
}

#[test]
fn rows_count_where_halo_gives_no_total() {
    let facts = facts_with(|facts| {
        facts.customers = Asked::Answered(Seen {
            total: None,
            rows: 3,
        });
    });
    let finding = finding(&plan(), &facts, "agent.customers");
    assert!(finding.detail.contains("3 customers"), "{}", finding.detail);
}

#[test]
fn a_guide_may_want_only_some_customers() {
    let some = plan_with(
        |profile| profile.permissions[1].value = "No".to_owned(),
        |_| {},
    );
    let restricted = agent_with(|agent| agent.customers = Some(names(&["Initech"])));
    expect_passed(&some, &restricted, "agent.customers", Evidence::Api);
    expect_to_confirm(&some, &healthy(), "agent.customers");
}

#[test]
fn advice_gives_a_warning() {
    let advised = plan_with(
        |profile| {
            profile.teams.as_mut().unwrap().level = Level::Recommended;
            profile.permissions[1].level = Level::Recommended;
        },
        |_| {},
    );
    let facts = agent_with(|agent| {
        agent.teams = Some(names(&["Support"]));
        agent.customers = Some(names(&["Initech"]));
    });
    let warning = Status::Warning;
    expect(&advised, &facts, "agent.teams", warning, "teams_missing");
    expect(&advised, &facts, "agent.customers", warning, "restricted");
    let none = facts_with(|facts| facts.customers = Asked::Answered(seen(0)));
    let id = "agent.customers";
    expect(&advised, &none, id, Status::Failed, "no_customer_visible");
}
