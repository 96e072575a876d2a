//! An invented product that asks for what no built-in one does: each kind of step, other ways to
//! sign in, guides that differ, and forms whose fields come and go.

use setup::facts::{Facts, HaloFound, Host, SignIn, TokenFact};
use setup::finding::Status;
use setup::finish::finish;
use setup::hand_over::{FormRow, Values, fill};
use setup::judge::judge;
use setup::plan::pages::{Action, Page, PageBody};
use setup::profile::{HandOverWay, Profile, StepKind, StepNeed, StepTime, TaskKind, parse};

use super::invented::{answered, chose, hosted, plan};

fn lantern() -> Profile {
    parse(include_str!("lantern.toml")).expect("an invented profile")
}

fn pages(profile: Profile) -> Vec<(StepKind, Page)> {
    let steps = plan(profile, Some(hosted())).steps().into_iter();
    steps
        .flat_map(|step| step.pages.into_iter().map(move |page| (step.kind, page)))
        .collect()
}

#[track_caller]
fn page(pages: &[(StepKind, Page)], id: &str) -> (StepKind, Page) {
    let found = pages.iter().find(|(_, page)| page.id == id);
    found.cloned().unwrap_or_else(|| panic!("no page {id}"))
}

fn copied(page: &Page) -> Vec<(&str, &str)> {
    let PageBody::Guide(guide) = &page.body else {
        panic!("{} is no guide", page.id);
    };
    let values = guide
        .actions
        .iter()
        .filter_map(|action: &Action| action.copy.as_ref());
    values
        .map(|copy| (copy.label.as_str(), copy.value.as_str()))
        .collect()
}

fn task(page: &Page) -> Option<TaskKind> {
    match &page.body {
        PageBody::Guide(guide) => guide.task.as_ref().map(|task| task.kind),
        _ => None,
    }
}

#[test]
fn every_exact_name_and_value_of_a_step_can_be_copied() {
    let pages = pages(lantern());
    let (_, webhook) = page(&pages, "vendor/callback");
    assert_eq!(task(&webhook), Some(TaskKind::Webhook));
    assert_eq!(
        copied(&webhook),
        [
            ("Webhook Name", "Lantern"),
            ("Event", "New Ticket Logged"),
            ("Event", "Ticket Closed"),
        ]
    );
    let (_, list) = page(&pages, "vendor/ips");
    assert_eq!(
        copied(&list),
        [("Address", "203.0.113.7"), ("Address", "203.0.113.0/24")]
    );
    let (_, second) = page(&pages, "vendor/second");
    assert_eq!(
        copied(&second),
        [
            ("Application Name", "Lantern Pro"),
            ("Permission", "read:reporting")
        ]
    );
    let (_, tab) = page(&pages, "vendor/tab");
    assert!(
        copied(&tab)
            .iter()
            .any(|(label, value)| { *label == "URL" && value.ends_with("$FAULTID") })
    );
}

#[test]
fn what_is_done_again_and_how_one_knows_that_it_worked_stand_apart() {
    let pages = pages(lantern());
    let told = |id: &str| match page(&pages, id).1.body {
        PageBody::Guide(guide) => guide.task.map(|task| (task.again, task.success)),
        _ => None,
    };
    let again = Some("Do this again for each mapped customer.".to_owned());
    assert_eq!(told("vendor/subs"), Some((again, None)));
    let success = Some("the Callback URL appears in Lantern".to_owned());
    assert_eq!(told("vendor/callback"), Some((None, success)));
    // The same in one piece, where no page shows it.
    let findings = judge(&plan(lantern(), Some(hosted())), &found());
    let callback = findings.iter().find(|it| it.id == "vendor:callback");
    let fix = callback.and_then(|it| it.fix.as_ref()).expect("what to do");
    assert!(
        fix.text.contains("the Callback URL appears"),
        "{}",
        fix.text
    );
}

#[test]
fn the_guide_that_tells_of_the_removal_is_at_hand_at_the_end() {
    let mut profile = lantern();
    profile.steps.push(StepNeed {
        at: Some(StepTime::Removal),
        path: vec!["Settings".to_owned()],
        ..profile.steps[0].clone()
    });
    let guide = finish(&plan(profile, Some(hosted())));
    assert_eq!(guide.remove[0].text, "Open Settings.");
    let links = guide.remove_sources.into_iter().map(|source| source.link);
    assert_eq!(
        links.collect::<Vec<_>>(),
        [Some("https://docs.example.com/guide".to_owned())]
    );
}

#[test]
fn each_kind_of_step_is_where_and_when_it_belongs() {
    let pages = pages(lantern());
    for (id, kind) in [
        ("vendor/plan", StepKind::VendorFirst),
        ("vendor/sync", StepKind::VendorFirst),
        ("vendor/permissions", StepKind::Agent),
        ("vendor/second", StepKind::Application),
        ("vendor/catch-all", StepKind::Settings),
        ("vendor/ips", StepKind::Settings),
        // What needs a value of the vendor's waits for the form that shows it.
        ("vendor/callback", StepKind::VendorAfter),
        ("vendor/tab", StepKind::VendorAfter),
    ] {
        assert_eq!(page(&pages, id).0, kind, "{id}");
    }
}

#[test]
fn a_missing_part_is_a_step_that_opens_the_guide() {
    let pages = pages(lantern());
    let (_, missing) = page(&pages, "vendor/permissions");
    let PageBody::Guide(guide) = &missing.body else {
        panic!("a guide");
    };
    assert_eq!(
        guide.place.link.as_deref(),
        Some("https://docs.example.com/guide")
    );
    assert!(missing.title.contains("the agent's permissions"));
}

#[test]
fn steps_in_halo_without_settings_still_have_a_task() {
    let mut profile = lantern();
    profile.settings.clear();
    assert_eq!(page(&pages(profile), "vendor/ips").0, StepKind::Settings);
}

#[test]
fn what_another_guide_says_stands_beside_the_line() {
    let pages = pages(lantern());
    let (_, list) = page(&pages, "agent/permissions");
    let PageBody::Checklist(list) = &list.body else {
        panic!("a checklist");
    };
    let mut items = list.sections.iter().flat_map(|section| &section.items);
    let item = items
        .find(|item| item.label == "Customers Access Level")
        .expect("asked for");
    let reason = item.reason.as_deref().unwrap_or_default();
    assert!(
        reason.contains("FAQ") && reason.contains("2024-02"),
        "{reason}"
    );
    assert!(reason.contains("Read and Modify"), "{reason}");
}

#[test]
fn the_language_is_asked_for_only_where_something_hangs_on_it() {
    let with = lantern();
    assert!(
        with.choices
            .iter()
            .any(|choice| choice.id == "halo-language")
    );
    let us = plan(with.clone(), Some(hosted()));
    assert!(
        !us.permissions
            .iter()
            .any(|need| need.name == "Tickets Access Level")
    );
    let gb = answered(with, chose("halo-language", "en-gb"), Some(hosted()));
    assert!(
        gb.permissions
            .iter()
            .any(|need| need.name == "Tickets Access Level")
    );

    let text = include_str!("lantern.toml").replace("language = \"en-gb\"", "hosted = true");
    let without = parse(&text).expect("sound");
    assert!(
        without
            .choices
            .iter()
            .all(|choice| choice.id != "halo-language")
    );
}

#[test]
fn a_path_that_was_not_chosen_leaves_nothing_behind() {
    let finding = "vendor:everything-in-feature-access";
    let proved = |plan: &setup::Plan| {
        let steps = plan.steps().into_iter();
        steps.flat_map(|step| step.findings).any(|id| id == finding)
    };
    assert!(!proved(&plan(lantern(), None)));
    assert!(proved(&answered(lantern(), chose("path", "plain"), None)));
}

#[test]
fn only_an_older_halo_needs_what_a_newer_one_does_not() {
    let asks = |version: Option<&str>| {
        let halo = HaloFound {
            version: version.map(str::to_owned),
            ..hosted()
        };
        let plan = plan(lantern(), Some(halo));
        plan.scopes.iter().any(|need| need.name == "edit:items")
    };
    assert!(asks(Some("2.99.12")));
    assert!(!asks(Some("2.100")));
    assert!(!asks(None));
}

#[test]
fn what_was_for_the_set_up_is_taken_back_in_the_guides_words_or_ours() {
    let clean_up = finish(&plan(lantern(), Some(hosted()))).clean_up;
    let said: Vec<&str> = clean_up.iter().map(|action| action.text.as_str()).collect();
    assert!(
        said.contains(&"Take administrator rights away again."),
        "{said:?}"
    );
    assert!(
        said.iter().any(|text| text.contains("role Administrator")),
        "{said:?}"
    );
}

fn rows(halo: HaloFound) -> Vec<FormRow> {
    let values = Values {
        halo: Some(halo.clone()),
        ..Values::default()
    };
    fill(&plan(lantern(), Some(halo)), &values)
        .expect("a form")
        .rows
}

#[test]
fn the_form_speaks_of_hosting_in_its_own_words_and_shows_what_belongs_to_it() {
    let find = |rows: &[FormRow], label: &str| rows.iter().find(|row| row.label == label).cloned();
    let cloud = rows(hosted());
    let hosting = find(&cloud, "Hosting Type").expect("always there");
    assert_eq!(hosting.text.as_deref(), Some("Hosted Solution Of Halo"));
    let tenant = find(&cloud, "Tenant").and_then(|row| row.text);
    assert_eq!(tenant.as_deref(), Some("acme"));
    assert_eq!(
        find(&cloud, "Auth").and_then(|row| row.text).as_deref(),
        Some("https://acme.halopsa.com/auth/authorize?tenant=acme")
    );

    let own = rows(HaloFound {
        hosted: Some(false),
        tenant: None,
        ..hosted()
    });
    let hosting = find(&own, "Hosting Type").expect("always there");
    assert_eq!(hosting.text.as_deref(), Some("On Premise Solution"));
    assert_eq!(find(&own, "Tenant"), None);
    assert_eq!(
        find(&own, "Auth").and_then(|row| row.text).as_deref(),
        Some("https://acme.halopsa.com/auth/authorize")
    );
}

#[test]
fn a_field_that_hangs_on_the_admins_own_choice_says_so() {
    let rows = rows(hosted());
    let find = |label: &str| {
        let row = rows.iter().find(|row| row.label == label);
        row.expect("there").clone()
    };
    let hint = |label: &str| find(label).hint.unwrap_or_default();
    assert_eq!(
        find("Day").only_if.as_deref(),
        Some("Only there when Frequency is monthly.")
    );
    assert!(find("Day").optional);
    assert!(hint("Callback URL").contains("Create the webhook Lantern"));
    let goes_into = find("Callback URL").goes_into.expect("the webhook");
    assert_eq!(goes_into.page, "vendor/callback");
    assert_eq!(goes_into.title, "Create the webhook Lantern");
    assert!(hint("Authentication Token").contains("Leave this"));
    let most = rows.iter().find(|row| row.label == "Max Open Tickets");
    assert_eq!(most.and_then(|row| row.text.as_deref()), Some("30"));
}

#[test]
fn a_way_that_is_no_form_warns_of_what_must_not_be_done() {
    for (how, word) in [
        (HandOverWay::Form, None),
        (HandOverWay::Email, Some("Never send")),
        (HandOverWay::File, Some("The file holds")),
        (HandOverWay::Environment, Some("variables")),
    ] {
        let mut profile = lantern();
        profile.hand_over.as_mut().expect("a form").how = how;
        let form = fill(&plan(profile, None), &Values::default()).expect("a form");
        assert_eq!(form.how, how);
        assert_eq!(form.warning.is_some(), word.is_some());
        let warning = form.warning.unwrap_or_default();
        assert!(warning.contains(word.unwrap_or_default()), "{warning}");
    }
}

fn found() -> Facts {
    Facts {
        host: Host::Found(hosted()),
        ..Facts::default()
    }
}

#[test]
fn what_cannot_be_proved_without_signing_in_is_for_a_person_to_look_at() {
    for profile in [lantern(), {
        let mut profile = lantern();
        profile.application = None;
        profile
    }] {
        let findings = judge(&plan(profile, Some(hosted())), &found());
        for finding in &findings {
            let known = finding.id == "address";
            let wanted = if known {
                Status::Passed
            } else {
                Status::ToConfirm
            };
            assert_eq!(finding.status, wanted, "{}", finding.id);
            assert!(known || finding.fix.is_some(), "{}", finding.id);
        }
        assert!(findings.iter().all(|finding| finding.id != "credentials"));
    }
}

#[test]
fn with_a_client_secret_nothing_is_left_to_the_eye_that_was_not_tried() {
    let text = include_str!("lantern.toml")
        .replace(
            "method = \"authorisation-code\"",
            "method = \"client-id-and-secret\"",
        )
        .replace(
            "redirect_addresses = [\"https://app.example.com/callback\"]",
            "",
        );
    let profile = parse(&text).expect("sound");
    let findings = judge(&plan(profile, Some(hosted())), &found());
    let credentials = findings.iter().find(|finding| finding.id == "credentials");
    assert_eq!(
        credentials.map(|finding| finding.status),
        Some(Status::Unknown)
    );
}

#[test]
fn a_scope_beyond_the_list_is_as_bad_as_the_guide_says() {
    let judged = |profile: Profile| {
        let mut facts = found();
        facts.sign_in = SignIn::Issued(TokenFact {
            asked: ["all".to_owned()].into(),
            granted: Some(["edit:kb".to_owned()].into()),
            ..TokenFact::default()
        });
        let findings = judge(&plan(profile, Some(hosted())), &facts).into_iter();
        let excess = findings.filter(|finding| finding.id == "scopes.excess");
        excess.map(|finding| finding.status).next()
    };
    assert_eq!(judged(lantern()), Some(Status::Failed));
    let mut profile = lantern();
    profile.other_scopes = None;
    assert_eq!(judged(profile), Some(Status::Warning));
}
