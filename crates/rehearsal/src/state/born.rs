//! What a tenant is born with: the provider's people and ticket types, and for each product an
//! agent and an application that are healthy for it.
//!
//! Called by [`super::State::healthy`]. Not here: anything that is wrong.

use std::collections::BTreeMap;

use super::{Agent, Application, PracticeSecret, TicketType};
use crate::{
    Needs, Variants,
    chance::guid,
    people::{DEPARTMENTS, PEOPLE, TEAMS, TICKET_TYPES},
    rights::{Level, permissions_for_scope},
};

pub(super) fn integration_agent(needs: &Needs, id: i64) -> Agent {
    let mut permissions = BTreeMap::new();
    // What a scope opens is of no use without the permission that goes with it.
    for scope in &needs.scopes {
        for (slug, value) in permissions_for_scope(scope) {
            let held = permissions
                .entry(slug.to_owned())
                .or_insert_with(String::new);
            if Level::of(held) < Level::of(value) {
                value.clone_into(held);
            }
        }
    }
    permissions.extend(needs.permissions.iter().cloned());
    let level = needs.department_level.unwrap_or(2).max(2);
    Agent {
        id,
        name: format!("{} API", needs.name),
        email: format!("{}@provider.example", needs.product),
        job: String::new(),
        default_team: (!needs.no_default_team).then_some(TEAMS[0].0),
        teams: TEAMS.iter().map(|(team, ..)| *team).collect(),
        departments: DEPARTMENTS.iter().map(|(id, _)| (*id, level)).collect(),
        permissions,
        customers: None,
        customers_are_in_its_record: true,
        ticket_types: None,
        is_disabled: false,
        is_api_only: needs.api_only.unwrap_or(true),
        is_administrator: needs.administrator,
        sees_all_of_its_teams: true,
        may_read_itself: true,
        is_signed_out: false,
    }
}

pub(super) fn application(needs: &Needs, agent: i64, variants: &Variants) -> Application {
    Application {
        id: guid(&needs.product, "application"),
        name: needs.name.clone(),
        client_id: guid(&needs.product, "client id"),
        client_secret: secret(&needs.product, variants),
        scopes: needs.scopes.clone(),
        agent,
        is_active: true,
        is_for_services: true,
    }
}

/// A product's practice secret: two GUIDs joined by a dash, as Halo makes them (confirmed 2026;
/// whether every version does is not known).
pub(crate) fn secret(product: &str, variants: &Variants) -> PracticeSecret {
    let two_guids = format!(
        "{}-{}",
        guid(product, "first half of the secret"),
        guid(product, "second half of the secret")
    );
    PracticeSecret(if variants.secret_is_two_guids {
        two_guids
    } else {
        // Also with letters that a form has to write in another way.
        format!("{}+/~=", two_guids.replace('-', "").to_uppercase())
    })
}

pub(super) fn people() -> Vec<Agent> {
    PEOPLE
        .iter()
        .map(|person| Agent {
            id: person.id,
            name: person.name.to_owned(),
            email: if person.id == 1 {
                String::new()
            } else {
                format!("agent{}@provider.example", person.id)
            },
            job: person.job.to_owned(),
            default_team: (person.team != 0).then_some(person.team),
            teams: Some(person.team)
                .filter(|team| *team != 0)
                .into_iter()
                .collect(),
            departments: TEAMS
                .iter()
                .filter(|(team, ..)| *team == person.team)
                .map(|(_, _, department)| (*department, 1))
                .collect(),
            permissions: permissions_for_scope("all")
                .into_iter()
                .map(|(slug, value)| (slug.to_owned(), value.to_owned()))
                .collect(),
            customers: None,
            customers_are_in_its_record: true,
            ticket_types: None,
            is_disabled: person.is_disabled,
            is_api_only: person.is_api_only,
            is_administrator: person.is_administrator,
            sees_all_of_its_teams: true,
            may_read_itself: true,
            is_signed_out: false,
        })
        .collect()
}

pub(super) fn ticket_types() -> Vec<TicketType> {
    TICKET_TYPES
        .iter()
        .map(|(id, name, use_, itil, hierarchy)| ticket_type(*id, name, use_, *itil, hierarchy))
        .collect()
}

pub(super) fn ticket_type(
    id: i64,
    name: &str,
    use_: &str,
    itil: u32,
    hierarchy: &str,
) -> TicketType {
    TicketType {
        id,
        name: name.to_owned(),
        use_: use_.to_owned(),
        itil,
        hierarchy: hierarchy.to_owned(),
        is_deleted: false,
        is_visible: true,
        agents_can_log: true,
        default_team: if use_.eq_ignore_ascii_case("Projects") {
            "Projects".to_owned()
        } else {
            "Service Desk".to_owned()
        },
        has_split_dates: false,
        may_be_child: true,
        approval: None,
        mandatory_fields: Vec::new(),
    }
}
