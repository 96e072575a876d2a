//! What a plan asks of Halo: enough for its requirements and never too much.

use setup::Answers;
use setup::permission::Area;
use setup::plan::Plan;
use setup::profile::{Level, ScopeNeed, built_in};

use super::invented::{answered, everything, hosted, plan};

#[test]
fn scopes_are_asked_for_by_level_and_only_if_halo_has_them() {
    let mut profile = everything();
    let mut misspelt = profile.scopes[0].clone();
    misspelt.name = "read:clients".to_owned();
    profile.scopes.push(misspelt);
    let plan = plan(profile, None);
    assert_eq!(plan.wanted.scopes, ["read:tickets", "read:assets"]);
    assert!(
        plan.scopes.iter().any(|need| need.name == "read:clients"),
        "judging still speaks of it"
    );
}

#[test]
fn a_scope_is_asked_for_in_halos_spelling_and_once() {
    let mut profile = everything();
    let again = ScopeNeed {
        name: "Read: Tickets".to_owned(),
        level: Level::Optional,
        ..profile.scopes[0].clone()
    };
    profile.scopes.insert(0, again);
    let plan = plan(profile, None);
    let count = plan
        .wanted
        .scopes
        .iter()
        .filter(|name| *name == "read:tickets");
    assert_eq!(count.count(), 1);
}

#[test]
fn areas_are_those_that_show_a_requirement_and_what_the_agent_sees() {
    let plan = plan(everything(), None);
    let wanted: Vec<Area> = plan.wanted.areas.iter().copied().collect();
    assert_eq!(wanted, [Area::Tickets, Area::Customers]);
    let by_scope: Vec<Area> = plan.wanted.scope_areas.iter().copied().collect();
    // No scope opens the reports, so reading them could only be refused.
    assert_eq!(by_scope, [Area::Assets]);
}

#[test]
fn the_admins_ticket_type_takes_the_place_of_the_suggested_one() {
    let names = |plan: Plan| plan.wanted.ticket_types.into_iter().collect::<Vec<_>>();
    assert_eq!(names(plan(everything(), None)), ["Beacon"]);
    let answers = Answers {
        ticket_types: [("beacon".to_owned(), "Light".to_owned())].into(),
        ..Answers::default()
    };
    assert_eq!(names(answered(everything(), answers, None)), ["Light"]);
}

#[test]
fn a_healthy_check_stays_within_thirty_requests() {
    // Discovery, token, the agent twice, teams, departments, agents, ticket types.
    let always = 3 + 1 + 2 + 4;
    let mut profiles = built_in::all().to_vec();
    let mut greedy = everything();
    for name in setup::scope::ALL {
        let mut scope = greedy.scopes[0].clone();
        (*name).clone_into(&mut scope.name);
        greedy.scopes.push(scope);
    }
    profiles.push(greedy);
    for profile in profiles {
        let id = profile.id.clone();
        let wanted = plan(profile, Some(hosted())).wanted;
        let settings = usize::from(!wanted.settings.is_empty());
        let areas = wanted.areas.len() + wanted.scope_areas.len();
        let all = always + settings + areas + wanted.ticket_types.len();
        assert!(all <= 30, "{id} asks for {all}");
    }
}
