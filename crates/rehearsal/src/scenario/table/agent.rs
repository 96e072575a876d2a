//! What can be wrong with the agent: its account, its memberships, its permissions.
//!
//! Administrators see everything, so what is to be missed takes that from them as well.

use super::{Entry, finds};
use crate::{
    Needs,
    generate::customers,
    people::TEAMS,
    rights::{Level, Wish, family_of_permission, permission_of_family, scopes_allow},
    scenario::change::Change::{Agent, Tenant},
};

const ALL_TICKET_TYPES: &str = "allow-use-of-all-ticket-types";

pub(super) static ENTRIES: [Entry; 24] = [
    finds(
        "agent-disabled",
        "The agent's account is not active.",
        ("agent.identity", "failed", "disabled"),
        1,
        &[Agent(|agent, _| agent.is_disabled = true)],
    ),
    finds(
        "agent-signed-out",
        "Halo does not accept the agent as signed in, although the token is new.",
        ("agent.identity", "failed", "signed_out"),
        1,
        &[Agent(|agent, _| agent.is_signed_out = true)],
    ),
    finds(
        "agent-not-readable",
        "The agent may not read its own record.",
        ("agent.identity", "unknown", "not_permitted"),
        0,
        &[Agent(|agent, _| agent.may_read_itself = false)],
    ),
    finds(
        "agent-fields-missing",
        "Halo leaves out whether the agent is API-only, an administrator, or has a default team.",
        ("agent.api_only", "unknown", "not_readable"),
        0,
        &[Tenant(|state, _| state.agents_tell_everything = false)],
    )
    .for_those(|needs| needs.api_only.is_some()),
    finds(
        "not-api-only",
        "\"Is an API-only Agent\" is not ticked.",
        ("agent.api_only", "failed", "not_api_only"),
        1,
        &[Agent(|agent, _| agent.is_api_only = false)],
    )
    .for_those(|needs| needs.api_only == Some(true)),
    finds(
        "must-not-be-api-only",
        "\"Is an API-only Agent\" is ticked although the product does not work with it.",
        ("agent.api_only", "failed", "must_not_be_api_only"),
        1,
        &[Agent(|agent, _| agent.is_api_only = true)],
    )
    .for_those(|needs| needs.api_only == Some(false)),
    finds(
        "is-administrator",
        "The agent is an administrator although the product should not have one.",
        ("agent.administrator", "failed", "is_administrator"),
        1,
        &[Agent(|agent, _| agent.is_administrator = true)],
    )
    .for_those(|needs| {
        !needs.administrator && value(needs, "is-a-halopsa-administrator").is_some()
    }),
    finds(
        "not-administrator",
        "The agent is no administrator although the product advises one.",
        ("agent.administrator", "warning", "not_administrator"),
        0,
        &[Agent(|agent, _| agent.is_administrator = false)],
    )
    .for_those(|needs| needs.administrator),
    finds(
        "no-default-team",
        "The agent has \"*No Default Team*\", so it sees no other agents.",
        ("agent.default_team", "failed", "no_default_team"),
        1,
        &[Agent(|agent, _| agent.default_team = None)],
    )
    .for_those(|needs| needs.default_team),
    finds(
        "has-default-team",
        "The agent has a default team although the product wants \"*No Default Team*\".",
        ("agent.default_team", "failed", "has_default_team"),
        1,
        &[Agent(|agent, _| agent.default_team = Some(TEAMS[0].0))],
    )
    .for_those(|needs| needs.no_default_team),
    finds(
        "no-team",
        "The agent is in no team and no department, so Halo lists no teams.",
        ("agent.teams", "failed", "no_team_visible"),
        1,
        &[Agent(|agent, _| {
            agent.is_administrator = false;
            agent.teams.clear();
            agent.departments.clear();
        })],
    )
    .for_those(needs_teams),
    finds(
        "teams-missing",
        "The agent is in one team only.",
        ("agent.teams", "failed", "teams_missing"),
        1,
        &[Agent(|agent, _| {
            agent.is_administrator = false;
            agent.teams.truncate(1);
        })],
    )
    .for_those(|needs| needs_teams(needs) && needs.department_level.is_none()),
    finds(
        "department-missing",
        "The agent is in no department.",
        ("agent.departments", "failed", "department_missing"),
        1,
        &[Agent(|agent, _| {
            agent.is_administrator = false;
            agent.departments.clear();
        })],
    )
    .for_those(|needs| needs.department_level.is_some()),
    finds(
        "membership-too-low",
        "The agent is a Basic Member of its departments, so most tickets are hidden from it.",
        ("agent.departments", "warning", "membership_too_low"),
        0,
        &[Agent(|agent, _| {
            agent.is_administrator = false;
            for (_, level) in &mut agent.departments {
                *level = 0;
            }
        })],
    )
    .for_those(|needs| needs.department_level.is_some_and(|level| level > 1)),
    finds(
        "membership-hides-tickets",
        "The agent is a Basic Member of its departments and sees nobody's tickets, so Halo lists none.",
        ("agent.departments", "failed", "membership_too_low"),
        1,
        &[Agent(|agent, _| {
            agent.is_administrator = false;
            agent.sees_all_of_its_teams = false;
            for (_, level) in &mut agent.departments {
                *level = 0;
            }
        })],
    )
    .for_those(|needs| needs.department_level.is_some_and(|level| level > 1)),
    finds(
        "default-team-unnamed",
        "The agent's record names no default team, and Halo lists the other agents all the same.",
        ("agent.default_team", "warning", "no_default_team"),
        0,
        &[
            Agent(|agent, _| agent.default_team = None),
            Tenant(|state, _| {
                state.variants.no_default_team_is_named = false;
                state.variants.default_team_hides_agents = false;
            }),
        ],
    )
    .for_those(|needs| needs.default_team),
    finds(
        "default-team-unnamed-alone",
        "The agent's record names no default team, and Halo lists no other agents.",
        ("agent.default_team", "failed", "no_default_team"),
        1,
        &[
            Agent(|agent, _| agent.default_team = None),
            Tenant(|state, _| state.variants.no_default_team_is_named = false),
        ],
    )
    .for_those(|needs| needs.default_team),
    finds(
        "no-customers",
        "The agent is allowed no customer; Halo answers with an empty list and no error.",
        ("agent.customers", "failed", "no_customer_visible"),
        1,
        &[Agent(|agent, _| {
            agent.is_administrator = false;
            agent.customers = Some(Vec::new());
        })],
    )
    .for_those(super::needs_all_customers),
    finds(
        "customers-restricted",
        "The agent is allowed twelve customers; Halo answers with a short list and no error.",
        ("agent.customers", "failed", "restricted"),
        1,
        &[Agent(|agent, _| {
            agent.is_administrator = false;
            agent.customers = Some((0..12).map(customers::id).collect());
        })],
    )
    .for_those(super::needs_all_customers),
    finds(
        "customers-hidden",
        "The agent is kept from most customers by Access Control, which its own record does not name.",
        ("agent.customers", "failed", "fewer_than_expected"),
        1,
        &[Agent(|agent, _| {
            agent.is_administrator = false;
            agent.customers = Some((0..12).map(customers::id).collect());
            agent.customers_are_in_its_record = false;
        })],
    )
    .for_those(super::needs_all_customers),
    finds(
        "permission-refused",
        "One of the agent's access levels is \"No Access\".",
        ("permission:*", "failed", "refused"),
        1,
        &[Agent(|agent, needs| {
            agent.is_administrator = false;
            if let Some(slug) = refusable(needs) {
                agent.permissions.insert(slug.to_owned(), "No Access".to_owned());
            }
        })],
    )
    .for_those(|needs| refusable(needs).is_some()),
    finds(
        "permission-unnamed-refused",
        "A scope is granted, and the access level that it is of no use without is \"No Access\"; the guide does not name it.",
        ("permission:*", "failed", "refused"),
        1,
        &[Agent(|agent, needs| {
            agent.is_administrator = false;
            if let Some(slug) = unnamed(needs) {
                agent.permissions.insert(slug.to_owned(), "No Access".to_owned());
            }
        })],
    )
    .for_those(|needs| unnamed(needs).is_some()),
    finds(
        "permission-too-low",
        "\"Allow use of all Ticket Types\" is off: the agent is allowed two.",
        ("permission:allow-use-of-all-ticket-types", "failed", "too_low"),
        1,
        &[Agent(|agent, needs| {
            agent.is_administrator = false;
            agent.ticket_types = Some(vec![1, 3]);
            if value(needs, ALL_TICKET_TYPES).is_some() {
                agent.permissions.insert(ALL_TICKET_TYPES.to_owned(), "No".to_owned());
            }
        })],
    )
    .for_those(|needs| value(needs, ALL_TICKET_TYPES) == Some("Yes")),
    finds(
        "ticket-type-restricted",
        "The agent is not allowed the ticket types that the product needs, so Halo leaves them out.",
        ("ticket-type:*", "failed", "missing"),
        1,
        &[
            Agent(|agent, _| {
                agent.is_administrator = false;
                agent.ticket_types = Some(vec![1]);
            }),
        ],
    )
    .for_those(|needs| {
        needs.ticket_types.iter().any(|type_| !type_.use_.eq_ignore_ascii_case("Tickets"))
    }),
];

/// Products that say nothing of departments or permissions say nothing of teams either; those that
/// name departments leave the choice of teams to the admin.
pub(super) fn needs_teams(needs: &Needs) -> bool {
    needs.department_level.is_some() || !needs.permissions.is_empty()
}

fn value<'a>(needs: &'a Needs, slug: &str) -> Option<&'a str> {
    needs
        .permissions
        .iter()
        .find(|(of, _)| of == slug)
        .map(|(_, value)| value.as_str())
}

/// The permission whose loss shows in a list that the product's scopes open; tickets first.
fn refusable(needs: &Needs) -> Option<&str> {
    let opens = |slug: &str| {
        family_of_permission(slug).is_some_and(|family| {
            family != "contracts" && scopes_allow(&needs.scopes, family, Wish::Read)
        })
    };
    let mut candidates = needs
        .permissions
        .iter()
        .filter(|(slug, value)| Level::of(value) >= Level::Read && opens(slug))
        .map(|(slug, _)| slug.as_str());
    candidates
        .clone()
        .find(|slug| *slug == "tickets-access-level")
        .or_else(|| candidates.next())
}

/// Families whose list is known to open with their scope and to close with their permission. Which
/// scope goes with opportunities and CRM notes no source settles; contracts close one by one.
const SETTLED: [&str; 12] = [
    "assets",
    "items",
    "invoices",
    "quotes",
    "sos",
    "pos",
    "kb",
    "reporting",
    "timesheets",
    "calendar",
    "softwarelicensing",
    "customers",
];

/// The permission that a scope is of no use without, and that the product does not name.
fn unnamed(needs: &Needs) -> Option<&'static str> {
    SETTLED.into_iter().find_map(|family| {
        let mut scopes = needs.scopes.iter();
        let is_asked = scopes.any(
            |scope| matches!(scope.split_once(':'), Some(("read" | "edit", of)) if of == family),
        );
        let slug = permission_of_family(family).filter(|_| is_asked)?;
        value(needs, slug).is_none().then_some(slug)
    })
}
