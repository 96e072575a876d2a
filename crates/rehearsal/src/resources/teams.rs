//! `/Team` and `/Team/Tree`.
//!
//! An agent in no team and no department gets an empty list and no error (confirmed 2026).

use serde_json::{Value, json};

use super::{Call, Verb};
use crate::{
    chance::guid,
    extras::with_extras,
    list::{Envelope, List},
    people::{DEPARTMENTS, TEAMS},
    reply::Reply,
    variants::TeamVisibility,
};

/// `/Team`
pub(super) fn teams(call: &Call<'_>) -> Reply {
    let variants = &call.state.variants;
    if variants.teams_need_scope && !call.has_scope("all:teams") {
        return Reply::forbidden();
    }
    match (call.verb, call.rest) {
        (Verb::Get, ["tree"]) => Reply::ok(tree(call)),
        (Verb::Get, _) => {
            let rows = visible(call).map(|index| row(call, index)).collect();
            List::of("team", Envelope::Bare, rows).read(call)
        }
        _ => Reply::forbidden(),
    }
}

/// Indexes of the teams that this agent sees.
fn visible<'a>(call: &'a Call<'a>) -> impl Iterator<Item = usize> + 'a {
    let agent = call.agent;
    let is_member_anywhere = !agent.teams.is_empty() || !agent.departments.is_empty();
    let department = call.query.number("department_id");
    let members_only = call.query.is_on("memberonly") || call.query.is_on("myteamsonly");
    (0..TEAMS.len()).filter(move |index| {
        let (id, _, of) = TEAMS[*index];
        let is_own = agent.teams.contains(&id)
            || agent
                .departments
                .iter()
                .any(|(department, _)| *department == of);
        let is_visible = agent.is_administrator
            || match call.state.variants.teams {
                TeamVisibility::AllOnceMember => is_member_anywhere,
                TeamVisibility::OwnOnly => is_own,
            };
        is_visible
            && (!members_only || agent.teams.contains(&id))
            && department.is_none_or(|department| department == of)
    })
}

fn row(call: &Call<'_>, index: usize) -> Value {
    let (id, name, department) = TEAMS[index];
    let mut row = json!({
        "id": id,
        "guid": guid(name, "team"),
        "name": name,
        "sequence": index + 1,
        "forrequests": true,
        "foropps": department == 23,
        "forprojects": department == 22 || id == 2,
        "ticket_count": 40 + 17 * index,
        "department_id": null,
        "department_name": null,
        "department_guid": null,
        "org_team_name": format!("Rehearsal MSP/{name}"),
        "inactive": false,
        "organisation_id": 1,
        "last_modified": "2025-08-14T08:02:11.933",
        "use": "section",
        "_canupdate": call.agent.is_administrator,
    });
    if call.state.variants.departments_are_listed {
        row["department_id"] = json!(department);
        row["department_name"] = json!(department_name(department));
        row["department_guid"] = json!(guid(department_name(department), "department"));
    }
    if call.query.is_on("includeagentsforteams") || call.query.is_on("includeagents") {
        row["agents"] = call
            .state
            .agents
            .iter()
            .filter(|agent| agent.teams.contains(&id) && !agent.is_disabled)
            .map(|agent| json!({ "id": agent.id, "name": agent.name, "use": "agent" }))
            .collect();
    }
    if call.rest.is_empty() {
        row
    } else {
        with_extras("team", row)
    }
}

/// Teams below their departments.
fn tree(call: &Call<'_>) -> Value {
    let seen: Vec<usize> = visible(call).collect();
    DEPARTMENTS
        .iter()
        .filter_map(|(id, name)| {
            let teams: Vec<Value> = seen
                .iter()
                .filter(|index| TEAMS[**index].2 == *id)
                .map(|index| row(call, *index))
                .collect();
            (!teams.is_empty())
                .then(|| json!({ "id": id, "name": name, "use": "department", "teams": teams }))
        })
        .collect()
}

/// A department's name.
pub(super) fn department_name(id: i64) -> &'static str {
    DEPARTMENTS
        .iter()
        .find(|(of, _)| *of == id)
        .map_or("", |(_, name)| name)
}
