//! `/Agent`: the people who work in Halo, and the accounts of integrations.
//!
//! Disabled agents, API-only agents and the pseudo-agent "Unassigned" are listed only when asked
//! for. What an agent may do is visible only as opaque claims (confirmed 2026).

use serde_json::{Value, json};

use super::{Call, Verb, customers::object};
use crate::{
    chance::{guid, hash, spread},
    list::{Envelope, List},
    people::{DEPARTMENTS, TEAMS},
    reply::Reply,
    state::Agent,
    variants::AgentList,
};

/// What the agent screen shows for none (reported 2026); that the API says the same is inferred.
const NO_DEFAULT_TEAM: &str = "*No Default Team*";

/// `/Agent`
pub(super) fn agents(call: &Call<'_>) -> Reply {
    match (call.verb, call.rest) {
        (Verb::Get, ["me"]) => me(call),
        (Verb::Post, ["clearcache"]) => Reply::ok(json!(true)),
        (Verb::Get, _) => match call.id() {
            Ok(Some(id)) if id == call.agent.id && !call.agent.may_read_itself => {
                Reply::forbidden()
            }
            _ => list(call).read(call),
        },
        // Creating and changing agents is left to people: no set-up guide asks for it by API.
        _ => Reply::forbidden(),
    }
}

fn me(call: &Call<'_>) -> Reply {
    if call.agent.is_signed_out {
        return Reply::unauthorised();
    }
    if !call.agent.may_read_itself {
        return Reply::forbidden();
    }
    let mut fields = object(record(call, call.agent));
    if !call.state.variants.me_lists_memberships {
        for memberships in ["teams", "departments", "clients", "tickettypes", "roles"] {
            fields.insert(memberships.to_owned(), Value::Null);
        }
    }
    fields.insert("claims".to_owned(), claims(call.agent));
    Reply::ok(Value::Object(fields))
}

fn list<'a>(call: &'a Call<'a>) -> List<'a> {
    let query = &call.query;
    let hides_others = call.state.variants.default_team_hides_agents
        && call.agent.default_team.is_none()
        && !call.agent.is_administrator;
    let search = query.search();
    let rows: Vec<&Agent> = call
        .state
        .agents
        .iter()
        .filter(|agent| !hides_others || agent.id == call.agent.id)
        .filter(|agent| agent.id != 1 || query.is_on("includeunassigned"))
        .filter(|agent| !agent.is_disabled || query.is_on("includedisabled"))
        .filter(|agent| !agent.is_api_only || query.is_on("includeapiagents"))
        .filter(|agent| {
            query
                .number("team_id")
                .is_none_or(|team| agent.teams.contains(&team))
        })
        .filter(|agent| {
            search
                .as_ref()
                .is_none_or(|search| agent.name.to_lowercase().contains(search))
        })
        .collect();
    let for_id = rows.clone();
    List {
        kind: "agent",
        envelope: match call.state.variants.agent_list {
            AgentList::Bare => Envelope::Bare,
            AgentList::Results => Envelope::Keyed("results"),
        },
        total: rows.len(),
        id: Box::new(move |index| for_id[index].id),
        row: Box::new(move |index| row(call, rows[index])),
        record: Box::new(move |id| {
            let agent = call.state.agent(id)?;
            (!hides_others || agent.id == call.agent.id).then(|| {
                if call.query.is_on("includedetails") {
                    record(call, agent)
                } else {
                    row(call, agent)
                }
            })
        }),
    }
}

fn row(call: &Call<'_>, agent: &Agent) -> Value {
    let (first_name, surname) = agent.name.split_once(' ').unwrap_or((&agent.name, ""));
    let mut fields = object(json!({
        "id": agent.id,
        "name": agent.name,
        "email": agent.email,
        "firstname": first_name,
        "surname": surname,
        "initials": initials(&agent.name),
        "jobtitle": agent.job,
        "isdisabled": agent.is_disabled,
        "is_agent": agent.id != 1,
        "colour": "#2bd3c6",
        "onlinestatus": 0,
        "lastlogindate": "1900-01-01T00:00:00",
        "datecreated": "2021-03-01T09:12:44.317",
        "sms": null,
        "workday_id": 1,
        "workday_name": "Default Working Hours",
        "workday_timezone": "GMT Standard Time",
        "use": "agent",
    }));
    if call.state.agents_tell_everything {
        fields.insert("isapiagent".to_owned(), json!(agent.is_api_only));
        fields.insert("team".to_owned(), json!(default_team(call, agent)));
    }
    Value::Object(fields)
}

fn record(call: &Call<'_>, agent: &Agent) -> Value {
    let mut fields = object(crate::extras::with_extras("agent", row(call, agent)));
    if call.state.agents_tell_everything {
        fields.insert("is_admin".to_owned(), json!(agent.is_administrator));
    } else {
        for field in ["isapiagent", "is_admin", "team"] {
            fields.remove(field);
        }
    }
    // As if all of them were set on the role.
    let rows_reach_agent = call.state.variants.role_rows_reach_agent;
    fields.extend(object(json!({
        "teams": if rows_reach_agent { team_rows(agent) } else { Vec::new() },
        "departments": if rows_reach_agent { department_rows(call, agent) } else { Vec::new() },
        "clients": client_rows(agent),
        "tickettypes": ticket_type_rows(call, agent),
        "roles": [{ "id": role_id(agent), "name": role_name(agent) }],
        "role_list": role_name(agent),
        "one_client": 0,
        "licence_type": if agent.is_api_only { 2 } else { 0 },
        "accountconfirmed": true,
        "emailconfirmed": true,
        "twofactor_enabled": false,
        "claims": null,
        "_canupdate": call.agent.is_administrator,
    })));
    Value::Object(fields)
}

fn default_team(call: &Call<'_>, agent: &Agent) -> &'static str {
    let none = if call.state.variants.no_default_team_is_named {
        NO_DEFAULT_TEAM
    } else {
        ""
    };
    TEAMS
        .iter()
        .find(|(id, ..)| Some(*id) == agent.default_team)
        .map_or(none, |(_, name, _)| name)
}

fn team_rows(agent: &Agent) -> Vec<Value> {
    TEAMS
        .iter()
        .filter(|(id, ..)| agent.teams.contains(id))
        .map(|(id, name, department)| {
            json!({
                "id": agent.id * 100 + id,
                "agent_id": agent.id,
                "agent_name": agent.name,
                "team_id": id,
                "team_guid": guid(name, "team"),
                "team_name": name,
                "department_id": department,
                "org_department_team_name": format!("Rehearsal MSP/{name}"),
                // Empty: set on the agent itself and not inherited from a role (confirmed 2026).
                "role_id": "",
                "role_name": null,
                "is_manager": false,
                "no_config_access": false,
                "unassigned_access": agent.sees_all_of_its_teams,
                "otheragent_access": agent.sees_all_of_its_teams,
                "fortickets": true,
                "foropps": true,
                "forprojects": true,
                "in_section": true,
            })
        })
        .collect()
}

fn department_rows(call: &Call<'_>, agent: &Agent) -> Vec<Value> {
    DEPARTMENTS
        .iter()
        .filter_map(|(id, name)| {
            let (_, level) = agent.departments.iter().find(|(of, _)| of == id)?;
            Some(json!({
                "id": agent.id * 100 + id,
                "agent_id": agent.id,
                "agent_name": agent.name,
                "department_id": id,
                "department_guid": guid(name, "department"),
                "department_name": name,
                "role_id": "",
                "role_name": null,
                "membershiplevel": call.state.variants.membership_numbers.number(*level),
                "includeteamsintree": false,
            }))
        })
        .collect()
}

fn client_rows(agent: &Agent) -> Vec<Value> {
    let named = agent.customers.iter().flatten();
    let named = named.filter(|_| agent.customers_are_in_its_record);
    let rows = named.filter_map(|id| {
        let customer =
            crate::generate::customers::customer(crate::generate::customers::position(*id)?);
        Some(json!({
            "id": agent.id * 100 + id,
            "client_id": id,
            "client_name": customer.name,
            "role_id": "",
            "role_name": null,
        }))
    });
    rows.collect()
}

fn ticket_type_rows(call: &Call<'_>, agent: &Agent) -> Vec<Value> {
    let rows = agent.ticket_types.iter().flatten().filter_map(|id| {
        let found = call.state.ticket_types.iter().find(|of| of.id == *id)?;
        Some(json!({
            "id": agent.id * 100 + id,
            "agent_id": agent.id,
            "agent_name": agent.name,
            "tickettype_id": id,
            "tickettype_name": found.name,
            "role_id": "",
            "cancreate": true,
            "canview": true,
            "canedit": true,
        }))
    });
    rows.collect()
}

/// The role that carries an agent's permissions; each has one of its own.
pub(super) fn role_id(agent: &Agent) -> String {
    guid(&agent.name, "role")
}

/// Its name.
pub(super) fn role_name(agent: &Agent) -> String {
    if agent.is_administrator {
        "Administrator".to_owned()
    } else {
        format!("{} role", agent.name)
    }
}

/// 108 claims, as one live answer had. Their codes are opaque; only three are known: `SA` stands
/// for an administrator, and two for reports (confirmed 2026).
pub(super) fn claims(agent: &Agent) -> Value {
    let mut claims = vec![
        json!({ "type": "Can_Use_Reports", "value": (agent.level("reporting-access-level") > crate::rights::Level::Nothing).to_string() }),
        json!({ "type": "Can_Use_DataSources", "value": "false" }),
    ];
    if agent.is_administrator {
        claims.push(json!({ "type": "SA", "value": "true" }));
    }
    for (slug, value) in &agent.permissions {
        let level = crate::rights::Level::of(value) as u8;
        claims.push(json!({ "type": code(hash(slug)), "value": level.to_string() }));
    }
    let mut filler = 0;
    while claims.len() < 108 {
        filler += 1;
        claims.push(json!({ "type": code(spread(9, filler)), "value": (filler % 3).to_string() }));
    }
    Value::Array(claims)
}

fn code(seed: u64) -> String {
    let letter = |shift: u32| char::from(b'A' + u8::try_from((seed >> shift) % 26).unwrap_or(0));
    format!("{}{}{}", letter(3), letter(17), seed % 90 + 10)
}

fn initials(name: &str) -> String {
    name.split_whitespace()
        .filter_map(|word| word.chars().next())
        .collect()
}
