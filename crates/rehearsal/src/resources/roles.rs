//! `/Roles`: what agents are allowed, as opaque claims.

use serde_json::{Value, json};

use super::{Call, Verb, agents};
use crate::{extras::with_extras, reply::Reply};

/// `/Roles`; its ids are GUIDs. Changing roles by API is unproven, so this tenant refuses it.
pub(super) fn roles(call: &Call<'_>) -> Reply {
    let variants = &call.state.variants;
    let may_read = variants.roles_are_open || call.agent.is_administrator;
    if !may_read || call.verb != Verb::Get {
        return Reply::forbidden();
    }
    let of_agent = call.query.number("agentid");
    let mut rows: Vec<Value> = call
        .state
        .agents
        .iter()
        .filter(|agent| agent.id > 20 || agent.id == 3)
        .filter(|agent| of_agent.is_none_or(|id| id == agent.id))
        .map(|agent| {
            let role = json!({
                "id": agents::role_id(agent),
                "id_int": agent.id,
                "name": agents::role_name(agent),
                "normalizedName": agents::role_name(agent).to_uppercase(),
                "concurrencyStamp": null,
                "is_integration": false,
                "notes": "",
            });
            if call.rest.is_empty() {
                return role;
            }
            let mut role = with_extras("role", role);
            role["claims"] = agents::claims(agent);
            role["teams"] = json!([]);
            role["departments"] = json!([]);
            role["clients"] = json!([]);
            role["tickettypes"] = json!([]);
            role
        })
        .collect();
    match call.rest.first() {
        None if variants.roles_are_bare => Reply::ok(Value::Array(rows)),
        None => Reply::ok(json!({ "record_count": rows.len(), "roles": rows })),
        Some(id) => match rows.iter().position(|role| role["id"] == **id) {
            Some(index) => Reply::ok(rows.swap_remove(index)),
            None => Reply::not_found(),
        },
    }
}
