//! What the admin confirmed counts for what was confirmed, and for a year: where the guide or Halo
//! says something else since, it lapses, says so, and passes again once it is confirmed anew or is
//! as it was.

use std::collections::BTreeSet;

use setup::answers::Answers;
use setup::facts::{Asked, Facts};
use setup::finding::{Evidence, Status};
use setup::judge::{judge, statement};
use setup::plan::{Plan, ProfileOrigin};
use setup::profile::{Level, Membership, Profile, built_in};
use setup::statement::Confirmed;

use super::exampla::{
    agent_with, confirming, department, facts_with, healthy, names, plan, plan_with,
    ticket_type_with,
};
use super::{expect_passed, expect_to_confirm, finding};

const PROPERTY: &str = "nextfaultidcalculationmethod";

/// Something that was confirmed, and how it changed since.
struct Row {
    id: &'static str,
    /// What Halo showed when it was confirmed, and shows still.
    shown: fn() -> Facts,
    /// What the guide says otherwise since.
    changed: fn(&mut Profile),
    /// What the finding then says.
    says: &'static str,
}

const fn row(id: &'static str, changed: fn(&mut Profile), says: &'static str) -> Row {
    Row {
        id,
        shown: healthy,
        changed,
        says,
    }
}

impl Row {
    const fn where_halo_shows(mut self, shown: fn() -> Facts) -> Self {
        self.shown = shown;
        self
    }
}

fn silent_on_membership() -> Facts {
    agent_with(|agent| agent.teams = None)
}

fn on_the_role() -> Facts {
    agent_with(|agent| {
        agent.teams = Some(Vec::new());
        agent.departments = Some(Vec::new());
    })
}

fn number_of_unknown_meaning(number: i64) -> Facts {
    facts_with(|facts| {
        let settings = &mut facts.settings;
        settings.insert(PROPERTY.to_owned(), Asked::Answered(number));
    })
}

const LAPSES: &[Row] = &[
    row(
        "permission:tickets-access-level",
        |profile| "Read, Modify and Delete".clone_into(&mut profile.permissions[2].value),
        "You confirmed “Read and Modify” on 4 March 2026; now “Read, Modify and Delete” is asked for",
    ),
    row(
        "permission:can-add-new-tickets",
        |profile| profile.permissions[4].level = Level::Forbidden,
        "You confirmed “Yes” on 4 March 2026; now “Not set” is asked for",
    ),
    row(
        "agent.departments",
        |profile| departments(profile).membership = Membership::Manager,
        "You confirmed “Modify All” on 4 March 2026; now “Department Manager” is asked for",
    )
    .where_halo_shows(on_the_role),
    row(
        "agent.teams",
        |profile| teams(profile).names = names(&["Projects", "Finance"]),
        "You confirmed “Support” on 4 March 2026; now “Finance” is asked for",
    )
    .where_halo_shows(silent_on_membership),
    row(
        "vendor:team-ticks",
        |profile| teams(profile).flags.push("Can see everything".to_owned()),
        "now “Can see everything” is asked for as well",
    ),
    row(
        "ticket-type:project",
        |profile| profile.ticket_types[0].fields_sent.push("team".to_owned()),
        "now “summary, details_html, user_id, team” is asked for",
    )
    .where_halo_shows(|| ticket_type_with(|row| row.mandatory = None)),
    row(
        "vendor:agent-work-hours",
        |profile| {
            let hours = profile
                .agent
                .as_mut()
                .and_then(|agent| agent.work_hours.as_mut());
            "Office hours".clone_into(&mut hours.expect("the fixture has it").value);
        },
        "You confirmed “24 Hours” on 4 March 2026; now “Office hours” is asked for",
    ),
    row(
        "vendor:other-permissions",
        |profile| drop(profile.permissions.remove(4)),
        "now “Can add new Tickets: Not set” is asked for as well",
    ),
    row(
        "vendor:switch-on",
        |profile| "Select Allow all.".clone_into(&mut profile.steps[0].actions[1]),
        "You confirmed “Select Enable.” on 4 March 2026; now “Select Allow all.” is asked for",
    ),
];

fn teams(profile: &mut Profile) -> &mut setup::profile::TeamsNeed {
    profile.teams.as_mut().expect("the fixture has it")
}

fn departments(profile: &mut Profile) -> &mut setup::profile::DepartmentsNeed {
    profile.departments.as_mut().expect("the fixture has it")
}

/// The setting is judged by its number, whose meaning is not known.
fn by_its_number(profile: &mut Profile) {
    profile.settings[0].property_value = None;
}

/// The same plan after the admin looked again.
fn confirmed_again(plan: &Plan, facts: &Facts, id: &str) -> Plan {
    let mut plan = plan.clone();
    let confirmed = Confirmed {
        at: "2026-10-20T10:00:00Z".parse().expect("a time"),
        what: statement(&plan, facts, id),
    };
    plan.answers.confirmed.insert(id.to_owned(), confirmed);
    plan
}

#[test]
fn what_the_guide_asks_for_otherwise_since_is_looked_at_again() {
    for row in LAPSES {
        let facts = (row.shown)();
        let counts = confirming(&facts, &[row.id], |_| {});
        expect_passed(&counts, &facts, row.id, Evidence::Confirmed);
        assert!(setup::judge::confirmed(&counts, &facts).contains_key(row.id));

        let other = confirming(&facts, &[row.id], row.changed);
        let lapsed = expect_to_confirm(&other, &facts, row.id);
        assert!(lapsed.detail.contains(row.says), "{}", lapsed.detail);
        assert!(lapsed.detail.ends_with("look again."), "{}", lapsed.detail);
        assert!(setup::judge::confirmed(&other, &facts).is_empty());

        let again = confirmed_again(&other, &facts, row.id);
        let passed = expect_passed(&again, &facts, row.id, Evidence::Confirmed);
        assert!(
            passed.detail.contains("20 October 2026"),
            "{}",
            passed.detail
        );
    }
}

#[test]
fn what_only_reads_otherwise_stays_confirmed() {
    type Reworded = (&'static str, fn(&mut Profile));
    let reworded: [Reworded; 5] = [
        ("vendor:switch-on", |profile| {
            profile.steps[0].title = Some("Turn it on".to_owned());
            "  select   enable. ".clone_into(&mut profile.steps[0].actions[1]);
        }),
        ("vendor:switch-on", |profile| {
            profile.steps[0].actions.remove(0);
        }),
        ("permission:tickets-access-level", |profile| {
            profile.permissions[2].reason = Some("It works with tickets.".to_owned());
        }),
        ("vendor:other-permissions", |profile| {
            let mut more = profile.permissions[4].clone();
            "Can Delete Tickets".clone_into(&mut more.name);
            profile.permissions.push(more);
        }),
        ("vendor:team-ticks", |profile| {
            teams(profile).reason = Some("It needs them.".to_owned());
        }),
    ];
    for (id, changed) in reworded {
        let plan = confirming(&healthy(), &[id], changed);
        expect_passed(&plan, &healthy(), id, Evidence::Confirmed);
    }
}

#[test]
fn what_halo_shows_otherwise_since_is_looked_at_again() {
    let id = "setting:next-ticket-id-method";
    let was = number_of_unknown_meaning(3);
    let before = plan_with(by_its_number, |_| {});
    let counts = confirmed_again(&before, &was, id);
    expect_passed(&counts, &was, id, Evidence::Confirmed);
    let now = number_of_unknown_meaning(4);
    let lapsed = expect_to_confirm(&counts, &now, id);
    assert!(
        lapsed.detail.contains("Halo shows something else now"),
        "{}",
        lapsed.detail
    );
    expect_passed(&counts, &was, id, Evidence::Confirmed);
    let again = confirmed_again(&counts, &now, id);
    expect_passed(&again, &now, id, Evidence::Confirmed);
    let mut other = counts.clone();
    "Highest number".clone_into(&mut other.settings[0].value);
    let lapsed = expect_to_confirm(&other, &was, id);
    assert!(
        lapsed.detail.contains("now “Highest number” is asked for"),
        "{}",
        lapsed.detail
    );

    // Another approval process, another department of uncertain membership, another team.
    let shown: [(&str, Facts, Facts); 3] = [
        (
            "ticket-type:project",
            ticket_type_with(|row| row.approval = Some("Change board".to_owned())),
            ticket_type_with(|row| row.approval = Some("Finance board".to_owned())),
        ),
        (
            "agent.departments",
            agent_with(|agent| agent.departments = Some(vec![department("Delivery", Some(3))])),
            agent_with(|agent| agent.departments = Some(vec![department("Delivery", Some(7))])),
        ),
        (
            "vendor:team-ticks",
            healthy(),
            agent_with(|agent| {
                if let Some(rows) = agent.team_ticks.as_mut() {
                    rows[0].unassigned = Some(false);
                }
            }),
        ),
    ];
    for (id, was, now) in shown {
        let plan = confirmed_again(&plan(), &was, id);
        expect_passed(&plan, &was, id, Evidence::Confirmed);
        expect_to_confirm(&plan, &now, id);
        let again = confirmed_again(&plan, &now, id);
        expect_passed(&again, &now, id, Evidence::Confirmed);
    }
}

#[test]
fn what_was_not_kept_and_what_is_a_year_old_is_looked_at_again() {
    let id = "vendor:switch-on";
    let mut unkept = confirming(&healthy(), &[id], |_| {});
    let confirmed = unkept.answers.confirmed.get_mut(id);
    confirmed.expect("it was confirmed").what = None;
    let lapsed = expect_to_confirm(&unkept, &healthy(), id);
    assert!(
        lapsed.detail.contains("not kept what was asked for"),
        "{}",
        lapsed.detail
    );
    let again = confirmed_again(&unkept, &healthy(), id);
    expect_passed(&again, &healthy(), id, Evidence::Confirmed);

    let later = facts_with(|facts| {
        facts.asked_at = Some("2027-03-05T10:00:00Z".parse().expect("a time"));
    });
    let plan = confirming(&healthy(), &[id], |_| {});
    let lapsed = expect_to_confirm(&plan, &later, id);
    assert!(
        lapsed.detail.contains("more than a year ago"),
        "{}",
        lapsed.detail
    );
    assert!(setup::judge::confirmed(&plan, &later).is_empty());
}

#[test]
fn what_is_confirmed_before_any_check_counts_after_it() {
    let nothing = Facts::default();
    let by_hand = judge(&plan(), &nothing);
    let by_hand = by_hand.iter().filter(|one| one.status == Status::ToConfirm);
    let ids: Vec<_> = by_hand.map(|one| one.id.as_str()).collect();
    assert!(ids.len() > 2, "{ids:?}");
    let plan = confirming(&nothing, &ids, |_| {});
    for id in ids {
        let after = finding(&plan, &healthy(), id);
        assert_eq!(after.status, Status::Passed, "{after:?}");
    }
}

/// Findings that ask for nothing in particular: the admin says which it is, or that it may stay.
const ASKS_FOR_NOTHING: [&str; 2] = ["agent.teams", "ticket-type:"];

#[test]
fn whatever_a_product_leaves_to_a_person_says_what_is_confirmed() {
    for profile in built_in::all() {
        let origin = ProfileOrigin::BuiltIn;
        let plan = Plan::make(profile.clone(), origin, Answers::default(), None);
        for facts in [
            Facts::default(),
            healthy(),
            silent_on_membership(),
            on_the_role(),
        ] {
            let findings = judge(&plan, &facts).into_iter();
            let to_confirm = findings.filter(|one| one.status == Status::ToConfirm);
            let empty: BTreeSet<_> = to_confirm
                .map(|one| one.id)
                .filter(|id| !ASKS_FOR_NOTHING.iter().any(|start| id.starts_with(start)))
                .filter(|id| {
                    let statement = statement(&plan, &facts, id).expect("it was just found");
                    statement.asked.is_empty()
                })
                .collect();
            assert!(empty.is_empty(), "{}: {empty:?}", profile.id);
        }
    }
}
