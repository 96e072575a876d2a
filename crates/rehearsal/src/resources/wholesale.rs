//! `/ClientCache` (what the web application loads at login) and `/Search`.

use serde_json::{Value, json};

use super::{Call, configuration, customers::object};
use crate::{generate::customers as made, people::TEAMS, reply::Reply, rights::Level};

/// `/ClientCache`: one call with the agent, statuses, ticket types and look-ups.
pub(super) fn client_cache(call: &Call<'_>) -> Reply {
    let names = |rows: Vec<(i64, &str)>| -> Value {
        rows.into_iter()
            .map(|(id, name)| json!({ "id": id, "name": name }))
            .collect()
    };
    let agents = call.state.agents.iter();
    let types = call.state.ticket_types.iter();
    Reply::ok(json!({
        "agent": { "id": call.agent.id, "name": call.agent.name, "email": call.agent.email },
        "statuses": configuration::status_rows(call),
        "tickettypes": names(
            types
                .filter(|type_| !type_.is_deleted && call.agent.sees_ticket_type(type_.id))
                .map(|type_| (type_.id, type_.name.as_str()))
                .collect(),
        ),
        "ticketareas": names(vec![(1, "Tickets"), (2, "Projects"), (3, "Opportunities")]),
        "agents": names(
            agents
                .filter(|agent| !agent.is_disabled && !agent.is_api_only)
                .map(|agent| (agent.id, agent.name.as_str()))
                .collect(),
        ),
        "teams": names(TEAMS.iter().map(|(id, name, _)| (*id, *name)).collect()),
        "lookups": [],
        "mailboxes": [],
    }))
}

/// `/Search`: customers by name, for an agent who may see them.
pub(super) fn search(call: &Call<'_>) -> Reply {
    let wanted = call.query.search().unwrap_or_default();
    let may_see = call.agent.level("customers-access-level") >= Level::Names
        && call.may("customers", crate::rights::Wish::Read);
    let rows: Vec<Value> = if may_see && !wanted.is_empty() {
        (0..call.state.customers)
            .map(made::customer)
            .filter(|customer| call.agent.sees_customer(customer.id))
            .filter(|customer| customer.name.to_lowercase().contains(&wanted))
            .take(20)
            .map(|customer| {
                Value::Object(object(
                    json!({ "id": customer.id, "name": customer.name, "use": "client" }),
                ))
            })
            .collect()
    } else {
        Vec::new()
    };
    Reply::ok(json!({ "record_count": rows.len(), "results": rows }))
}
