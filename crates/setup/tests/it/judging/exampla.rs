//! An invented product that asks for one of everything, and a Halo in which all of it is right.

use std::collections::BTreeMap;

use setup::answers::Answers;
use setup::facts::{
    AgentFact, Asked, DepartmentFact, Facts, FieldFact, HaloFound, Host, Presented, Seen, Shape,
    SignIn, TeamFact, TeamTicks, TicketTypeFact, TokenFact,
};
use setup::permission::Area;
use setup::plan::{Plan, ProfileOrigin};
use setup::profile::Profile;
use setup::statement::Confirmed;

const PROFILE: &str = r#"
schema = 1
id = "exampla"
name = "Exampla"
maker = "Exampla Ltd"
category = "Examples"
summary = "Shows one of everything."
minutes = 15

[[sources]]
id = "guide"
title = "Connecting Exampla"

[role]
name = "Exampla API role"

[agent]
name = "Exampla API"
[agent.api_only]
reason = "An API-only agent uses no licence."
[agent.default_team]
[agent.work_hours]
value = "24 Hours"

[application]
name = "Exampla"

[[scopes]]
name = "read:tickets"
reason = "Exampla reads tickets."
[[scopes]]
name = "read:customers"
[[scopes]]
name = "all:teams"
[[scopes]]
name = "edit:projects"
or = ["all:standard"]

[[permissions]]
name = "Is a HaloPSA Administrator"
value = "No"
[[permissions]]
name = "Allow use of all Customers"
value = "Yes"
[[permissions]]
name = "Tickets Access Level"
value = "Read and Modify"
[[permissions]]
name = "Customers Access Level"
value = "Read Only"
held_by = "role"
[[permissions]]
name = "Can add new Tickets"
value = "Yes"
[[permissions]]
name = "Allow use of all Ticket Types"
value = "Yes"

[other_permissions]
value = "Not set"

[teams]
which = "named"
names = ["Projects", "Support"]
flags = ["Can see Unassigned Tickets for this Team"]

[departments]
membership = "modify-all"
names = ["Delivery"]

[[ticket_types]]
key = "project"
title = "Project ticket type"
suggested_name = "Exampla Project"
itil = "Projects"
use = "Projects"
hierarchy = "Projects"
visible_to_agents = true
agents_can_log = true
fields_sent = ["summary", "details_html", "user_id"]

[[settings]]
key = "next-ticket-id-method"
name = "Next Ticket ID Calculation Method"
value = "Auto-incrementing key"
path = ["Configuration", "Advanced Settings"]
property = "nextfaultidcalculationmethod"
property_value = 1
wrong_property_value = 0

[[steps]]
key = "switch-on"
title = "Switch the connection on"
side = "vendor"
at = "after-hand-over"
actions = ["In Exampla, open Connections", "Select Enable."]
path = ["Settings", "Connections"]
link = "https://exampla.example/connections"

[[troubleshooting]]
symptom = "No boards are shown."
findings = ["agent.teams", "permission:tickets-*"]
fix = ["Add the agent to every board's team"]
"#;

pub(super) fn profile() -> Profile {
    toml::from_str(PROFILE).expect("the fixture is a profile")
}

pub(super) fn plan() -> Plan {
    plan_with(|_| {}, |_| {})
}

/// The plan after changes to profile and answers.
pub(super) fn plan_with(
    profile_changed: impl FnOnce(&mut Profile),
    answers_changed: impl FnOnce(&mut Answers),
) -> Plan {
    let mut profile = profile();
    profile_changed(&mut profile);
    let mut answers = Answers::default();
    answers_changed(&mut answers);
    Plan::make(profile, ProfileOrigin::BuiltIn, answers, Some(halo()))
}

/// The plan after a change of the profile, for an admin who confirmed these findings by the plan
/// before it, on 4 March 2026, with these facts in sight.
pub(super) fn confirming(
    facts: &Facts,
    ids: &[&str],
    profile_changed: impl FnOnce(&mut Profile),
) -> Plan {
    let before = plan();
    plan_with(profile_changed, |answers| {
        for id in ids {
            let confirmed = Confirmed {
                at: "2026-03-04T10:00:00Z".parse().expect("a time"),
                what: setup::judge::statement(&before, facts, id),
            };
            answers.confirmed.insert((*id).to_owned(), confirmed);
        }
    })
}

fn halo() -> HaloFound {
    HaloFound {
        address: "https://acme.halopsa.example".to_owned(),
        resource_server: "https://acme.halopsa.example/api".to_owned(),
        authorisation_server: "https://acme.halopsa.example/auth".to_owned(),
        tenant: Some("acme".to_owned()),
        product: Some("HaloPSA".to_owned()),
        version: Some("2.236.133".to_owned()),
        hosted: Some(true),
        authorisation_elsewhere: false,
    }
}

/// Facts in which nothing is wrong.
pub(super) fn healthy() -> Facts {
    let scopes = [
        "read:tickets",
        "read:customers",
        "all:teams",
        "edit:projects",
    ];
    let scopes: std::collections::BTreeSet<_> = scopes.map(str::to_owned).into();
    let agent = AgentFact {
        id: Some(21),
        name: Some("Exampla API".to_owned()),
        email: Some("exampla@acme.example".to_owned()),
        is_disabled: Some(false),
        is_api_only: Some(true),
        is_administrator: Some(false),
        default_team: Some("Support".to_owned()),
        ..AgentFact::default()
    };
    let details = AgentFact {
        teams: Some(names(&["Projects", "Support"])),
        team_ticks: Some(vec![ticks("Projects"), ticks("Support")]),
        departments: Some(vec![department("Delivery", Some(2))]),
        customers: Some(Vec::new()),
        ticket_types: Some(Vec::new()),
        ..agent.clone()
    };
    let ticket_type = TicketTypeFact {
        id: 31,
        name: "Exampla Project".to_owned(),
        used_for: Some("projects".to_owned()),
        itil: Some(22),
        visible: Some(true),
        agents_can_log: Some(true),
        ..TicketTypeFact::default()
    };
    let ticket_type_details = TicketTypeFact {
        mandatory: Some(vec![field("Summary"), field("User")]),
        mandatory_is_told: Some(true),
        has_mandatory: Some(true),
        may_be_child: Some(true),
        approval: Some(String::new()),
        ..ticket_type.clone()
    };
    Facts {
        host: Host::Found(halo()),
        asked_at: Some("2026-11-02T09:00:00Z".parse().expect("a time")),
        clock_skew_seconds: Some(2),
        presented: Presented {
            client_id: Some("11111111-2222-4333-8444-555555555555".to_owned()),
            id_shape: Shape::Guid,
            secret_shape: Shape::TwoGuids,
            ..Presented::default()
        },
        sign_in: SignIn::Issued(TokenFact {
            asked: scopes.clone(),
            granted: Some(scopes),
            ..TokenFact::default()
        }),
        me: Asked::Answered(agent),
        agent: Asked::Answered(details),
        areas: BTreeMap::from([
            (Area::Tickets, Asked::Answered(seen(18_212))),
            (Area::Customers, Asked::Answered(seen(212))),
            (Area::Projects, Asked::Answered(seen(14))),
        ]),
        details: BTreeMap::new(),
        teams: Asked::Answered(vec![team("Projects"), team("Support"), team("Finance")]),
        departments: Asked::Answered(names(&["Delivery", "Office"])),
        agents: Asked::Answered(seen(14)),
        agent_names: names(&["Ada"]),
        customer_names: names(&["Initech", "Umbrella"]),
        customers: Asked::Answered(seen(212)),
        ticket_types: Asked::Answered(vec![ticket_type]),
        ticket_type_details: BTreeMap::from([(31, Asked::Answered(ticket_type_details))]),
        settings: BTreeMap::from([(
            "nextfaultidcalculationmethod".to_owned(),
            Asked::Answered(1),
        )]),
    }
}

/// The healthy facts after a change.
pub(super) fn facts_with(change: impl FnOnce(&mut Facts)) -> Facts {
    let mut facts = healthy();
    change(&mut facts);
    facts
}

/// The healthy facts after a change to the token.
pub(super) fn token_with(change: impl FnOnce(&mut TokenFact)) -> Facts {
    facts_with(|facts| {
        let SignIn::Issued(token) = &mut facts.sign_in else {
            unreachable!("the healthy facts have a token");
        };
        change(token);
    })
}

/// The healthy facts after a change to the agent, in both its forms.
pub(super) fn agent_with(change: impl Fn(&mut AgentFact)) -> Facts {
    facts_with(|facts| {
        for form in [&mut facts.me, &mut facts.agent] {
            let Asked::Answered(agent) = form else {
                unreachable!("the healthy facts have an agent");
            };
            change(agent);
        }
    })
}

/// The healthy facts after a change to the ticket type, in both its forms.
pub(super) fn ticket_type_with(change: impl Fn(&mut TicketTypeFact)) -> Facts {
    facts_with(|facts| {
        let Asked::Answered(listed) = &mut facts.ticket_types else {
            unreachable!("the healthy facts have ticket types");
        };
        listed.iter_mut().for_each(&change);
        for details in facts.ticket_type_details.values_mut() {
            let Asked::Answered(details) = details else {
                unreachable!("the healthy facts have details");
            };
            change(details);
        }
    })
}

pub(super) fn seen(total: u64) -> Seen {
    Seen {
        total: Some(total),
        rows: total.min(1),
    }
}

pub(super) fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(ToString::to_string).collect()
}

pub(super) fn team(name: &str) -> TeamFact {
    TeamFact {
        name: name.to_owned(),
        department: Some("Delivery".to_owned()),
    }
}

pub(super) fn department(name: &str, level: Option<i64>) -> DepartmentFact {
    DepartmentFact {
        name: name.to_owned(),
        level,
    }
}

pub(super) fn field(name: &str) -> FieldFact {
    FieldFact {
        name: name.to_owned(),
        ..FieldFact::default()
    }
}

/// Both ticks beside a team are set.
pub(super) fn ticks(team: &str) -> TeamTicks {
    TeamTicks {
        team: team.to_owned(),
        unassigned: Some(true),
        of_others: Some(true),
    }
}
