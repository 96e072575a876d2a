//! The tasks and pages: those that are needed and no others, each with something to do.

use std::collections::BTreeSet;

use setup::Answers;
use setup::plan::Plan;
use setup::plan::pages::{Action, Page, PageBody, Place, Question, Step};
use setup::profile::{Profile, StepKind, built_in};

use super::invented::{answered, everything, hosted, plan};

fn kinds(steps: &[Step]) -> Vec<StepKind> {
    steps.iter().map(|step| step.kind).collect()
}

fn ids(steps: &[Step]) -> Vec<&str> {
    steps
        .iter()
        .flat_map(|step| &step.pages)
        .map(|page| page.id.as_str())
        .collect()
}

fn step(steps: &[Step], kind: StepKind) -> &Step {
    let step = steps.iter().find(|step| step.kind == kind);
    step.unwrap_or_else(|| panic!("no step {kind:?}"))
}

pub(super) fn all_plans() -> Vec<Plan> {
    let mut profiles: Vec<Profile> = built_in::all().to_vec();
    profiles.push(everything());
    profiles
        .into_iter()
        .map(|profile| plan(profile, Some(hosted())))
        .collect()
}

#[test]
fn a_product_that_asks_for_everything_gets_every_step_in_order() {
    use StepKind::{
        Agent, Application, Credentials, Finish, Halo, HandOver, Mapping, Proof, Role, Settings,
        Teams, TicketTypes, VendorAfter, VendorFirst,
    };
    let steps = plan(everything(), Some(hosted())).steps();
    assert_eq!(
        kinds(&steps),
        [
            VendorFirst,
            Halo,
            Role,
            Agent,
            Application,
            Credentials,
            Teams,
            TicketTypes,
            Settings,
            Proof,
            HandOver,
            VendorAfter,
            Mapping,
            Finish
        ]
    );
}

#[test]
fn a_product_that_asks_for_nothing_gets_only_what_everybody_needs() {
    let mut profile = everything();
    profile.role = None;
    profile.agent = None;
    profile.application = None;
    profile.permissions.clear();
    profile.scopes.clear();
    profile.teams = None;
    profile.departments = None;
    profile.ticket_types.clear();
    profile.settings.clear();
    profile.steps.clear();
    profile.choices.clear();
    profile.hand_over = None;
    profile.mappings.clear();
    let steps = plan(profile, None).steps();
    assert_eq!(
        kinds(&steps),
        [StepKind::Halo, StepKind::Proof, StepKind::Finish]
    );
}

#[test]
fn each_requirement_alone_brings_its_step() {
    type Without = fn(&mut Profile);
    let table: [(Without, StepKind); 9] = [
        (|it| it.role = None, StepKind::Role),
        (|it| it.agent = None, StepKind::Agent),
        (|it| it.application = None, StepKind::Application),
        (|it| it.application = None, StepKind::Credentials),
        (|it| it.ticket_types.clear(), StepKind::TicketTypes),
        (|it| it.settings.clear(), StepKind::Settings),
        (|it| it.hand_over = None, StepKind::HandOver),
        (|it| it.mappings.clear(), StepKind::Mapping),
        (|it| it.steps.clear(), StepKind::VendorAfter),
    ];
    for (without, kind) in table {
        let mut profile = everything();
        assert!(kinds(&plan(profile.clone(), None).steps()).contains(&kind));
        without(&mut profile);
        assert!(
            !kinds(&plan(profile, None).steps()).contains(&kind),
            "{kind:?}"
        );
    }
}

#[test]
fn page_names_are_unique_and_do_not_move_with_what_is_found_or_answered() {
    for plan in all_plans() {
        let steps = plan.steps();
        let names = ids(&steps);
        let different: BTreeSet<&str> = names.iter().copied().collect();
        assert_eq!(different.len(), names.len(), "{}", plan.profile.id);
        let before = super::invented::plan(plan.profile.clone(), None).steps();
        let answers = Answers {
            agent_name: Some("Another".into()),
            application_name: Some("Other".into()),
            wanted_teams: ["Service Desk".to_owned()].into(),
            expected_customers: Some(200),
            ..Answers::default()
        };
        let after = answered(plan.profile.clone(), answers, Some(hosted())).steps();
        assert_eq!(ids(&before), names);
        assert_eq!(ids(&after), names);
    }
}

#[test]
fn every_page_has_something_to_do_and_every_text_is_there() {
    for plan in all_plans() {
        for step in plan.steps() {
            assert!(!step.title.is_empty() && !step.hint.is_empty());
            assert!(!step.hint.ends_with('.'), "{}", step.hint);
            assert!(!step.pages.is_empty(), "{:?}", step.kind);
            for page in &step.pages {
                assert!(!page.title.is_empty(), "{}", page.id);
                assert!(does_something(page), "{} asks for nothing", page.id);
                for action in actions(page) {
                    assert!(!action.text.trim().is_empty(), "{}", page.id);
                    if let Some(copy) = &action.copy {
                        assert!(
                            !copy.label.is_empty() && !copy.value.is_empty(),
                            "{}",
                            page.id
                        );
                    }
                }
            }
        }
    }
}

fn does_something(page: &Page) -> bool {
    match &page.body {
        PageBody::Guide(guide) => !guide.actions.is_empty(),
        PageBody::Checklist(list) => {
            !list.sections.is_empty() && list.sections.iter().all(|it| !it.items.is_empty())
        }
        PageBody::Watch { proves } => !proves.is_empty(),
        PageBody::Mapping { what, .. } => !what.is_empty(),
        PageBody::Question(_) | PageBody::Proof | PageBody::HandOver | PageBody::Finish => true,
    }
}

fn actions(page: &Page) -> Vec<&Action> {
    match &page.body {
        PageBody::Guide(guide) => guide.actions.iter().collect(),
        PageBody::Checklist(list) => list.actions.iter().collect(),
        _ => Vec::new(),
    }
}

fn place(page: &Page) -> Option<&Place> {
    match &page.body {
        PageBody::Guide(guide) => Some(&guide.place),
        PageBody::Checklist(list) => Some(&list.place),
        _ => None,
    }
}

#[test]
fn links_into_halo_are_on_the_customers_halo_and_others_are_https() {
    for plan in all_plans() {
        for page in plan.steps().iter().flat_map(|step| &step.pages) {
            let Some(place) = place(page) else { continue };
            let Some(link) = &place.link else { continue };
            let in_halo = place
                .path
                .first()
                .is_some_and(|name| name == "Configuration");
            let by_profile = page.id.starts_with("vendor/");
            if in_halo && !by_profile {
                assert!(
                    link.starts_with("https://acme.halopsa.com/config/"),
                    "{link}"
                );
                assert!(!place.path.is_empty(), "the click path is always there");
            } else {
                assert!(link.starts_with("https://"), "{link}");
            }
        }
    }
}

#[test]
fn without_an_address_there_is_the_click_path_alone() {
    for page in plan(everything(), None)
        .steps()
        .iter()
        .flat_map(|step| &step.pages)
    {
        if let Some(place) = place(page).filter(|_| !page.id.starts_with("vendor/")) {
            assert_eq!(place.link, None, "{}", page.id);
            assert!(!place.path.is_empty(), "{}", page.id);
        }
    }
}

#[test]
fn the_application_is_saved_before_its_id_and_secret_are_copied() {
    let said = |profile: Profile, page: &str| {
        let steps = plan(profile, Some(hosted())).steps();
        let place = |id: &str| ids(&steps).iter().position(|page| *page == id);
        assert!(place(page) < place("credentials/id"));
        assert!(place("credentials/id") < place("credentials/secret"));
        assert!(place("credentials/secret") < place("credentials/check"));
        let application = serde_json::to_string(step(&steps, StepKind::Application));
        application
            .expect("steps are data")
            .matches("stay on the application")
            .count()
    };
    assert_eq!(said(everything(), "application/scopes"), 1);
    let mut without_scopes = everything();
    without_scopes.scopes.clear();
    assert_eq!(said(without_scopes, "application/details"), 1);
}

#[test]
fn the_admins_names_are_used_on_every_page() {
    let answers = Answers {
        agent_name: Some("Our Beacon".into()),
        ..Answers::default()
    };
    let steps = answered(everything(), answers, Some(hosted())).steps();
    let pages = serde_json::to_string(&steps).expect("steps are data");
    assert!(pages.contains("Our Beacon"));
    assert!(!pages.contains("Beacon agent"));
}

#[test]
fn wanted_teams_become_values_to_copy() {
    let answers = Answers {
        wanted_teams: ["Night Shift".to_owned()].into(),
        ..Answers::default()
    };
    let steps = answered(everything(), answers, Some(hosted())).steps();
    let mut pages = step(&steps, StepKind::Teams).pages.iter();
    let page = pages.find(|page| page.id == "teams/teams");
    let copied = actions(page.expect("the page"))
        .into_iter()
        .filter_map(|action| action.copy.as_ref())
        .any(|copy| copy.value == "Night Shift");
    assert!(copied);
}

#[test]
fn permissions_stand_where_the_guide_holds_them() {
    let steps = plan(everything(), Some(hosted())).steps();
    let keys = |id: &str| -> Vec<String> {
        let pages = steps.iter().flat_map(|step| &step.pages);
        let mut keys = Vec::new();
        for page in pages.filter(|page| page.id == id) {
            if let PageBody::Checklist(list) = &page.body {
                let items = list.sections.iter().flat_map(|section| &section.items);
                keys.extend(items.map(|item| format!("{} = {}", item.key, item.value)));
            }
        }
        keys
    };
    assert_eq!(
        keys("role/permissions"),
        [
            "agent.administrator = No",
            "permission:tickets-access-level = Read Only"
        ]
    );
    assert_eq!(
        keys("agent/permissions"),
        [
            "permission:reporting-access-level = Read Only",
            "permission:can-edit-closed-tickets = No",
            "agent.customers = Yes",
        ]
    );
}

#[test]
fn a_check_by_hand_in_halo_stands_with_the_screens_it_is_about() {
    let steps = plan(everything(), Some(hosted())).steps();
    let types = step(&steps, StepKind::TicketTypes);
    let names: Vec<&str> = types.pages.iter().map(|page| page.id.as_str()).collect();
    assert_eq!(
        names,
        [
            "ticket-types/beacon",
            "ticket-types/beacon/which",
            "vendor/field-list",
            "ticket-types/check"
        ]
    );
    assert!(types.findings.contains(&"vendor:field-list".to_owned()));
    let mut profile = everything();
    profile.ticket_types.clear();
    let steps = plan(profile, Some(hosted())).steps();
    assert_eq!(
        step(&steps, StepKind::HandOver).pages[0].id,
        "vendor/field-list"
    );
}

#[test]
fn every_note_is_shown_once_even_where_its_step_is_not() {
    let mut profile = everything();
    profile.settings.clear();
    let steps = plan(profile, Some(hosted())).steps();
    let notes = |kind| -> Vec<String> {
        let pages = step(&steps, kind).pages.iter();
        pages
            .flat_map(|page| &page.notes)
            .map(|note| note.text.clone())
            .collect()
    };
    assert!(notes(StepKind::Agent)[0].contains("first edition sets the team"));
    assert_eq!(notes(StepKind::Proof), ["The setting has moved since."]);
}

#[test]
fn choices_are_asked_first_of_all() {
    let steps = plan(everything(), None).steps();
    let first = &steps[0].pages[0];
    assert!(
        matches!(&first.body, PageBody::Question(Question::Choice { id, .. }) if id == "lamps")
    );
}

#[test]
fn halo_itsm_is_called_by_its_name() {
    let mut halo = hosted();
    halo.product = Some("HaloITSM".into());
    let steps = plan(everything(), Some(halo)).steps();
    let application = serde_json::to_string(step(&steps, StepKind::Application)).expect("data");
    assert!(application.contains("HaloITSM API"));
    assert!(!application.contains("HaloPSA"));
}

#[test]
fn a_guide_that_names_no_permissions_gets_a_note_at_the_agent() {
    let noted = |profile: Profile| {
        let steps = plan(profile, Some(hosted())).steps();
        let mut pages = step(&steps, StepKind::Agent).pages.iter();
        let details = pages
            .find(|page| page.id == "agent/details")
            .expect("the page");
        let mut notes = details.notes.iter();
        notes.any(|note| note.text.contains("names no permissions"))
    };
    assert!(!noted(everything()));
    let mut silent = everything();
    silent.permissions.clear();
    silent.other_permissions = None;
    assert!(noted(silent));
}
