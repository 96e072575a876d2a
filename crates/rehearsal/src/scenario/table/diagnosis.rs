//! Troubles that look like others until one asks further, and set-ups that are unusual and right.

use super::{Entry, finds, passes};
use crate::{
    Needs,
    rights::Level,
    scenario::change::Change::{Agent, Application, Tenant, TicketTypes},
    variants::{InactiveApplication, UntickedScope},
};

const CONTRACTS: &str = "customer-agreements-access-level";

pub(super) static ENTRIES: [Entry; 15] = [
    finds(
        "application-inactive-told",
        "The application is not ticked as Active, and Halo says so in words of its own.",
        ("credentials", "failed", "refused"),
        3,
        &[
            Application(|application, _| application.is_active = false),
            Tenant(|state, _| {
                state.variants.inactive_application = InactiveApplication::BadRequest;
            }),
        ],
    ),
    finds(
        "scope-refused-alone",
        "One of the scopes is not ticked, and Halo refuses all of them because of it.",
        ("scope:*", "failed", "not_granted"),
        1,
        &[
            Application(|application, _| {
                application.scopes.pop();
            }),
            Tenant(|state, _| state.variants.unticked_scope = UntickedScope::Refused),
        ],
    )
    .for_those(|needs| needs.scopes.len() > 1),
    finds(
        "scope-refused-as-request",
        "One of the scopes is not ticked, and Halo refuses the request as such, naming the scope in its words only.",
        ("scope:*", "failed", "not_granted"),
        1,
        &[
            Application(|application, _| {
                application.scopes.pop();
            }),
            Tenant(|state, _| state.variants.unticked_scope = UntickedScope::BadRequest),
        ],
    )
    .for_those(|needs| needs.scopes.len() > 1),
    passes(
        "only-all-ticked",
        "Only \"all\" is ticked, which opens every single scope as well.",
        &[Application(|application, _| {
            application.scopes = vec!["all".to_owned()];
        })],
    ),
    passes(
        "edit-without-read",
        "Where both were to be ticked, only the scope for editing is, which includes reading.",
        &[Application(|application, _| {
            let edits: Vec<String> = application
                .scopes
                .iter()
                .filter_map(|scope| Some(format!("read:{}", scope.strip_prefix("edit:")?)))
                .collect();
            application.scopes.retain(|scope| !edits.contains(scope));
        })],
    ),
    passes(
        "admin-for-webhooks",
        "In place of \"admin:webhooks\" the application has \"admin\", which includes it.",
        &[Application(|application, _| {
            for scope in &mut application.scopes {
                if scope == "admin:webhooks" {
                    "admin".clone_into(scope);
                }
            }
        })],
    )
    .for_those(|needs| needs.scopes.iter().any(|scope| scope == "admin:webhooks")),
    passes(
        "membership-higher",
        "The agent is Department Manager where \"Modify All\" is enough: for a person to look at.",
        &[Agent(|agent, _| {
            for (_, place) in &mut agent.departments {
                *place = 3;
            }
        })],
    )
    .for_those(|needs| needs.department_level.is_some_and(|level| level < 3)),
    finds(
        "agent-alone",
        "The agent has no default team, so Halo lists no other agents, although no guide asks for one.",
        ("agent.default_team", "warning", "no_default_team"),
        0,
        &[Agent(|agent, _| agent.default_team = None)],
    )
    .for_those(|needs| !needs.default_team && !needs.no_default_team && !needs.administrator),
    passes(
        "team-ticks-missing",
        "The agent is in its teams without the ticks that show it the tickets of others: for a person to look at.",
        &[Agent(|agent, _| agent.sees_all_of_its_teams = false)],
    )
    .for_those(super::agent::needs_teams),
    finds(
        "contract-details-refused",
        "The list of contracts opens, and every single contract is refused.",
        ("permission:customer-agreements-access-level", "failed", "refused"),
        1,
        &[Agent(|agent, _| {
            agent.is_administrator = false;
            agent.permissions.insert(CONTRACTS.to_owned(), "No Access".to_owned());
        })],
    )
    .for_those(|needs| {
        let mut permissions = needs.permissions.iter();
        permissions.any(|(slug, value)| slug == CONTRACTS && Level::of(value) >= Level::Read)
    }),
    finds(
        "more-access-than-needed",
        "What the product should not have access to opens for the agent.",
        ("permission:*", "failed", "more_than_needed"),
        1,
        &[Agent(|agent, needs| {
            for (slug, _) in ruled_out(needs) {
                agent.permissions.insert(slug.clone(), "Read and Modify".to_owned());
            }
        })],
    )
    .for_those(|needs| ruled_out(needs).next().is_some()),
    passes(
        "task-type-not-a-child",
        "Tickets of the type for tasks seem not to be used below a project: for a person to look at.",
        &[TicketTypes(|type_| type_.may_be_child = false)],
    )
    .for_those(|needs| {
        let hierarchies = needs.ticket_types.iter().filter_map(|type_| type_.project_hierarchy.as_ref());
        hierarchies.into_iter().any(|hierarchy| hierarchy.to_lowercase().contains("task"))
    }),
    passes(
        "hierarchies-alike",
        "The types for projects and for their tasks have the same Project Hierarchy: for a person to look at.",
        &[TicketTypes(|type_| {
            if !type_.hierarchy.is_empty() {
                "Projects".clone_into(&mut type_.hierarchy);
            }
        })],
    )
    .for_those(|needs| {
        let hierarchies = needs.ticket_types.iter().filter_map(|type_| type_.project_hierarchy.as_ref());
        hierarchies.into_iter().any(|hierarchy| hierarchy.to_lowercase().contains("task"))
    }),
    passes(
        "ticket-type-split-dates",
        "The ticket type has separate fields for dates and times: for a person to look at.",
        &[TicketTypes(|type_| type_.has_split_dates = true)],
    )
    .for_those(|needs| !needs.ticket_types.is_empty()),
    passes(
        "ticket-type-with-approval",
        "New tickets of the ticket type begin an approval process.",
        &[TicketTypes(|type_| type_.approval = Some("Change board"))],
    ),
];

/// Access levels that are to grant nothing.
fn ruled_out(needs: &Needs) -> impl Iterator<Item = &(String, String)> {
    needs.permissions.iter().filter(|(slug, value)| {
        slug.ends_with("-access-level") && Level::of(value) == Level::Nothing
    })
}
