//! `/TopLevel` and `/Organisation`: departments are a kind of top level, and the description of 2024
//! has no `/Department` (confirmed 2024). Whether a newer Halo has one is not known.

use serde_json::{Value, json};

use super::{Call, Verb};
use crate::{
    chance::guid,
    extras::with_extras,
    list::{Envelope, List},
    people::{DEPARTMENTS, TEAMS},
    reply::Reply,
    variants::TopLevels,
};

/// `/TopLevel`
pub(super) fn top_levels(call: &Call<'_>) -> Reply {
    if call.verb != Verb::Get {
        return Reply::forbidden();
    }
    let departments_only = call.query.is_on("agent_departments_only");
    let mut rows = Vec::new();
    if !departments_only {
        rows.push(row(1, "Customers", false, &[]));
        rows.push(row(2, "Former customers", false, &[]));
    }
    if departments_only || call.query.is_on("show_all") {
        rows.extend(departments(call));
    }
    match call.id() {
        Ok(None) => Reply::ok(match call.state.variants.top_levels {
            TopLevels::Bare => json!(rows),
            TopLevels::Tree => json!({ "record_count": rows.len(), "tree": rows }),
            TopLevels::Named => json!({ "record_count": rows.len(), "toplevels": rows }),
        }),
        _ => List::of("top level", Envelope::Keyed("tree"), {
            rows.extend(departments(call));
            rows
        })
        .read(call),
    }
}

/// `/Department`, where this Halo has it.
pub(super) fn own_path(call: &Call<'_>) -> Reply {
    if !call.state.variants.departments_have_a_path {
        return Reply::not_found();
    }
    if call.verb != Verb::Get {
        return Reply::forbidden();
    }
    List::of("department", Envelope::Bare, departments(call)).read(call)
}

fn departments(call: &Call<'_>) -> Vec<Value> {
    let agent = call.agent;
    let may_see = call.state.variants.departments_are_listed
        && (agent.is_administrator || !agent.teams.is_empty() || !agent.departments.is_empty());
    if !may_see {
        return Vec::new();
    }
    DEPARTMENTS
        .iter()
        .map(|(id, name)| {
            let teams: Vec<Value> = TEAMS
                .iter()
                .filter(|(.., department)| department == id)
                .map(|(id, name, _)| json!({ "id": id, "name": name }))
                .collect();
            row(
                *id,
                name,
                true,
                if call.query.is_on("include_teams") {
                    &teams
                } else {
                    &[]
                },
            )
        })
        .collect()
}

fn row(id: i64, name: &str, is_department: bool, teams: &[Value]) -> Value {
    with_extras(
        "department",
        json!({
            "id": id,
            "guid": guid(name, "department"),
            "name": name,
            "parentid": 0,
            "agent_department": is_department,
            "organisation_id": 1,
            "organisation_name": "Rehearsal MSP",
            "org_department_name": format!("Rehearsal MSP/{name}"),
            "long_name": name,
            "type": i32::from(is_department),
            "teams": teams,
            "user_count": 0,
        }),
    )
}

/// `/Organisation`
pub(super) fn organisations(call: &Call<'_>) -> Reply {
    let row = json!({
        "id": 1,
        "guid": guid("Rehearsal MSP", "organisation"),
        "name": "Rehearsal MSP",
        "departments": departments(call),
        "linked_client_id": 0,
        "website": "https://provider.example",
        "email": "hello@provider.example",
        "phone": "+44 1632 960100",
        "portalurl": format!("{}/portal/", call.origin),
        "allowall_tickettypes": true,
    });
    List::of("organisation", Envelope::Bare, vec![row]).read(call)
}
