//! What the report puts side by side: needed, asked for and granted; seen and expected.

use setup::facts::{Asked, Facts, Refusal};
use setup::judge::judge;
use setup::permission::Area;
use setup::plan::Plan;
use setup::report::{Held, PermissionRow, Report, ScopeRow, Shown};

use super::exampla::{
    agent_with, confirming, department, facts_with, healthy, names, plan, plan_with, seen,
    token_with,
};

fn report(plan: &Plan, facts: &Facts) -> Report {
    Report::new(plan, facts, judge(plan, facts))
}

fn scope(facts: &Facts, name: &str) -> ScopeRow {
    let rows = report(&plan(), facts).rights.scopes;
    let row = rows.iter().find(|row| row.name == name);
    row.unwrap_or_else(|| panic!("no {name} in {rows:?}"))
        .clone()
}

fn permission(plan: &Plan, facts: &Facts, name: &str) -> PermissionRow {
    let rows = report(plan, facts).rights.permissions;
    let row = rows.iter().find(|row| row.name == name);
    row.unwrap_or_else(|| panic!("no {name} in {rows:?}"))
        .clone()
}

#[test]
fn scopes_stand_side_by_side() {
    let all = report(&plan(), &healthy()).rights.scopes;
    assert_eq!(all.len(), 4, "{all:?}");
    assert!(all.iter().all(|row| row.held == Held::AsNeeded), "{all:?}");

    let facts = token_with(|token| {
        let granted = token.granted.as_mut().unwrap();
        granted.remove("read:tickets");
        granted.insert("edit:invoices".to_owned());
    });
    let missing = scope(&facts, "read:tickets");
    assert_eq!(
        (missing.needed, missing.asked, missing.granted, missing.held),
        (true, true, Some(false), Held::Missing)
    );
    let excess = scope(&facts, "edit:invoices");
    assert_eq!(
        (excess.needed, excess.asked, excess.granted, excess.held),
        (false, false, Some(true), Held::Excess)
    );

    let unsaid = token_with(|token| token.granted = None);
    assert_eq!(scope(&unsaid, "read:tickets").held, Held::NotTold);
    let refused = token_with(|token| {
        token.granted = None;
        token.asked.remove("read:tickets");
        token.refused.insert("read:tickets".to_owned());
    });
    let refused = scope(&refused, "read:tickets");
    assert_eq!((refused.asked, refused.held), (true, Held::Missing));
}

#[test]
fn what_halo_lists_counts_for_more_than_what_it_refused_before() {
    let facts = token_with(|token| {
        token.refused.insert("read:tickets".to_owned());
    });
    assert_eq!(scope(&facts, "read:tickets").held, Held::AsNeeded);
}

#[test]
fn where_the_guide_names_more_than_could_be_read_nothing_is_too_much() {
    let mut plan = plan();
    let application = plan.profile.application.as_mut().expect("the plan has one");
    application.more_scopes = true;
    let facts = token_with(|token| {
        let granted = token.granted.as_mut().unwrap();
        granted.insert("edit:invoices".to_owned());
    });
    let rows = report(&plan, &facts).rights.scopes;
    let beyond = rows.iter().find(|row| row.name == "edit:invoices");
    assert_eq!(beyond.expect("it is shown").held, Held::NotTold);
}

#[test]
fn a_wider_scope_grants_the_narrower_one() {
    let facts = token_with(|token| {
        let granted = token.granted.as_mut().unwrap();
        granted.remove("read:tickets");
        granted.insert("edit:tickets".to_owned());
    });
    assert_eq!(scope(&facts, "read:tickets").held, Held::AsNeeded);
    // It is more than was asked for all the same.
    assert_eq!(scope(&facts, "edit:tickets").held, Held::Excess);
}

#[test]
fn permissions_say_what_a_read_showed_and_what_the_admin_confirmed() {
    let (tickets, customers) = ("Tickets Access Level", "Customers Access Level");
    let opens = permission(&plan(), &healthy(), customers);
    assert_eq!((opens.shown, opens.held), (Shown::Opens, Held::AsNeeded));
    let more = permission(&plan(), &healthy(), tickets);
    assert_eq!((more.shown, more.held), (Shown::Opens, Held::NotTold));
    let unseen = permission(&plan(), &healthy(), "Can add new Tickets");
    assert_eq!((unseen.shown, unseen.held), (Shown::Nothing, Held::NotTold));

    let confirmed = confirming(&healthy(), &["permission:tickets-access-level"], |_| {});
    let row = permission(&confirmed, &healthy(), tickets);
    assert_eq!(row.held, Held::Confirmed);

    let refused = facts_with(|facts| {
        let refused = Asked::Refused(Refusal::Forbidden);
        facts.areas.insert(Area::Customers, refused);
    });
    let row = permission(&plan(), &refused, customers);
    assert_eq!((row.shown, row.held), (Shown::Refused, Held::Missing));
    let empty = facts_with(|facts| {
        facts
            .areas
            .insert(Area::Customers, Asked::Answered(seen(0)));
    });
    let row = permission(&plan(), &empty, customers);
    assert_eq!((row.shown, row.held), (Shown::Empty, Held::NotTold));
}

#[test]
fn a_permission_that_only_a_scope_speaks_of_is_shown_once_it_was_looked_at() {
    let assets = plan_with(
        |profile| {
            let mut scope = profile.scopes[0].clone();
            "read:assets".clone_into(&mut scope.name);
            profile.scopes.push(scope);
        },
        |_| {},
    );
    let looked = |asked: Option<Asked<setup::facts::Seen>>| {
        let mut facts = token_with(|token| {
            let granted = token.granted.as_mut().unwrap();
            granted.insert("read:assets".to_owned());
        });
        facts.areas.extend(asked.map(|asked| (Area::Assets, asked)));
        facts
    };
    let name = "Assets Access Level";
    let refused = looked(Some(Asked::Refused(Refusal::Forbidden)));
    let row = permission(&assets, &refused, name);
    assert_eq!((row.shown, row.held), (Shown::Refused, Held::Missing));
    assert_eq!(row.needed, "Reading");
    let row = permission(&assets, &looked(Some(Asked::Answered(seen(4)))), name);
    assert_eq!((row.shown, row.held), (Shown::Opens, Held::AsNeeded));
    let rows = report(&assets, &looked(None)).rights.permissions;
    assert!(rows.iter().all(|row| row.name != name), "{rows:?}");
}

#[test]
fn what_is_seen_is_named_beside_what_is_expected() {
    let expecting = plan_with(|_| {}, |answers| answers.expected_customers = Some(230));
    let facts = agent_with(|agent| {
        agent.teams = Some(names(&["Support"]));
        agent.departments = Some(vec![
            department("Delivery", Some(0)),
            department("Office", Some(2)),
            department("delivery", Some(1)),
        ]);
    });
    let report = report(&expecting, &facts);
    assert_eq!(report.sees.expected_customers, Some(230));
    assert_eq!(
        report.sees.teams.as_deref(),
        Some(&["Support".to_owned()][..])
    );
    assert_eq!(report.sees.missing_teams, ["Projects"]);
    let departments = report.sees.departments.as_ref().unwrap();
    let levels: Vec<_> = departments
        .iter()
        .map(|row| (row.name.as_str(), row.level))
        .collect();
    assert_eq!(
        levels,
        [("Delivery", Some(1)), ("Office", Some(2))],
        "each once, with the highest level"
    );
    assert_eq!(report.sees.ticket_types, Some(names(&["Exampla Project"])));
    assert_eq!(report.sees.customers, Some(names(&["Initech", "Umbrella"])));
    assert_eq!(report.sees.agents, Some(names(&["Ada"])));
    let printed = setup::report::plain::print(&report);
    assert!(printed.contains("212 of 230 customers"), "{printed}");
    assert!(printed.contains("You told us 230 customers"), "{printed}");
    for line in [
        "Customers it sees: Initech, Umbrella, 210 more",
        "Agents it sees: Ada, 13 more",
        "Ticket types it sees: Exampla Project",
        "Its teams: Support",
        "Teams it is missing from: Projects",
        "Its departments: Delivery (membership number 1), Office (Modify All)",
    ] {
        assert!(printed.lines().any(|one| one == line), "{line}: {printed}");
    }
    let page = setup::report::html::page(&report);
    assert!(page.contains("Teams it is missing from"), "{page}");
}

#[test]
fn names_are_told_with_how_many_more_as_far_as_that_is_known() {
    let printed = |facts: &Facts| setup::report::plain::print(&report(&plan(), facts));
    let uncounted = facts_with(|facts| {
        let page = setup::facts::Seen {
            total: None,
            rows: 100,
        };
        facts.customers = Asked::Answered(page);
        facts.agents = Asked::Answered(seen(1));
    });
    let text = printed(&uncounted);
    assert!(
        text.contains("Initech, Umbrella, and perhaps more"),
        "{text}"
    );
    assert!(text.contains("Agents it sees: Ada\n"), "{text}");
    // What an older Halyard kept has numbers without names.
    let nameless = facts_with(|facts| facts.customer_names.clear());
    let text = printed(&nameless);
    assert!(!text.contains("Customers it sees"), "{text}");
    let refused = facts_with(|facts| facts.customers = Asked::Refused(Refusal::Forbidden));
    assert_eq!(report(&plan(), &refused).sees.customers, None);
}

#[test]
fn both_printed_forms_show_what_is_needed_asked_for_and_granted() {
    let facts = token_with(|token| {
        let granted = token.granted.as_mut().unwrap();
        granted.remove("read:tickets");
        granted.insert("edit:invoices".to_owned());
    });
    let report = report(&plan(), &facts);
    let html = setup::report::html::page(&report);
    let plain = setup::report::plain::print(&report);
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    for line in [
        "1 missing, 1 more than needed",
        "read:tickets: needed yes, asked for yes, granted no: missing",
        "edit:invoices: needed no, asked for no, granted yes: more than needed",
        "read:customers: needed yes, asked for yes, granted yes: as needed",
        "Customers Access Level: needed “Read Only”, a look showed that it opens: as needed",
    ] {
        assert!(plain.contains(line), "{plain}");
        assert!(html.contains(line), "{html}");
    }
    let missing = plain.find("read:tickets: needed");
    let held = plain.find("read:customers: needed");
    assert!(missing < held, "what is missing comes first");
}

#[test]
fn nothing_learned_names_nothing() {
    let report = report(&plan(), &Facts::default());
    assert_eq!(report.sees.teams, None);
    assert!(report.sees.missing_teams.is_empty());
    let told = report.rights.scopes.iter();
    assert!(
        told.clone()
            .all(|row| row.held == Held::NotTold && row.granted.is_none())
    );
}

#[test]
fn a_report_of_an_older_version_is_still_read() {
    let mut json = serde_json::to_value(report(&plan(), &healthy())).unwrap();
    let fields = json.as_object_mut().unwrap();
    fields.remove("sees");
    fields.remove("rights");
    for finding in fields["findings"].as_array_mut().unwrap() {
        if let Some(fix) = finding["fix"].as_object_mut() {
            fix.remove("causes");
            fix.remove("advice");
        }
    }
    let read: Report = serde_json::from_value(json).unwrap();
    assert!(read.rights.scopes.is_empty());
    let older: Facts = serde_json::from_str("{}").unwrap();
    assert_eq!(older, Facts::default());
}
