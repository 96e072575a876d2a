//! Tickets written to the tenant: who may make, change and delete one, and what Halo fills in.
//!
//! New tickets are kept apart from those that are made up; changes and deletions of both are laid
//! over them by number. Not here: lists ([`super::tickets`]).

use serde_json::{Map, Value, json};

use super::{Call, customers::delete as take_away};
use crate::{
    faults::gateway_error,
    generate::{customers as made, minutes_ago},
    list::List,
    people::{PEOPLE, STATUSES, TEAMS},
    reply::Reply,
    rights::Level,
    state::{NUMBERING, TicketType},
    writing::WriteTrouble,
};

/// Under which name new tickets are kept.
const WRITTEN: &str = "new ticket";
/// Halo's number of the first new ticket.
pub(super) const FIRST: i64 = 30_001;
/// Closed (confirmed on two tenants, 2026).
const CLOSED: i64 = 9;

/// The new tickets that this agent sees, newest first, with what was changed in them since.
pub(super) fn seen(call: &Call<'_>) -> Vec<Value> {
    let changes = call.written.overlay("ticket");
    let rows = call.written.overlay(WRITTEN).created(None);
    rows.into_iter()
        .rev()
        .filter(|row| sees(call, row))
        .map(|row| changes.laid_over(number(&row, "id"), row))
        .collect()
}

/// Makes or changes tickets.
pub(super) fn post(call: &Call<'_>, list: &List<'_>) -> Reply {
    let elements = match call.elements() {
        Ok(elements) => elements,
        Err(reply) => return reply,
    };
    let mut written = Vec::new();
    for (index, element) in elements.into_iter().enumerate() {
        match write(call, list, element, index) {
            Ok(row) => written.push(row),
            Err(reply) => return reply,
        }
    }
    if call.state.write_trouble == Some(WriteTrouble::ReplyLost) {
        return gateway_error(504);
    }
    match <[Value; 1]>::try_from(written) {
        Ok([single]) => Reply::created(single, &call.state.variants),
        Err(several) => Reply::created(Value::Array(several), &call.state.variants),
    }
}

/// Deletes a ticket. Doing so without the right is a 401, not a 403 (confirmed 2026).
pub(super) fn delete(call: &Call<'_>, list: &List<'_>) -> Reply {
    let trouble = call.state.write_trouble;
    let may_not = call.agent.level("can-delete-tickets") < Level::Modify;
    if may_not || trouble.is_some_and(WriteTrouble::forbids_deleting) {
        return Reply::unauthorised();
    }
    if trouble == Some(WriteTrouble::DeleteForgotten) {
        return Reply::ok(json!({}));
    }
    take_away(call, "ticket", list)
}

fn write(
    call: &Call<'_>,
    list: &List<'_>,
    element: Map<String, Value>,
    index: usize,
) -> Result<Value, Reply> {
    match Call::whole(&element, index, "id")?.filter(|id| *id > 0) {
        Some(id) => change(call, list, id, element, index),
        None => create(call, &element, index),
    }
}

fn change(
    call: &Call<'_>,
    list: &List<'_>,
    id: i64,
    mut element: Map<String, Value>,
    index: usize,
) -> Result<Value, Reply> {
    list.one(call, id).ok_or_else(Reply::not_found)?;
    if let Some(says) = call
        .state
        .write_trouble
        .and_then(WriteTrouble::forbids_changing)
    {
        return Err(Reply::problem(says));
    }
    element.remove("id");
    if let Some(status) = Call::whole(&element, index, "status_id")? {
        let (_, name, ..) = STATUSES
            .iter()
            .find(|(known, ..)| *known == status)
            .ok_or_else(|| Reply::problem("The Status was not found."))?;
        element.insert("status_name".to_owned(), json!(name));
        if status == CLOSED {
            element.insert("dateclosed".to_owned(), json!(minutes_ago(0)));
        }
    }
    call.written.change("ticket", id, element);
    list.one(call, id).ok_or_else(Reply::not_found)
}

fn create(call: &Call<'_>, element: &Map<String, Value>, index: usize) -> Result<Value, Reply> {
    let type_ = check(call, element, index)?;
    let customer = Call::whole(element, index, "client_id")?;
    if call.state.write_trouble == Some(WriteTrouble::NothingMade) {
        return Err(gateway_error(504));
    }
    let filled = filled(call, element, type_, customer);
    call.written
        .create(WRITTEN, FIRST, |id| {
            let mut row = filled;
            row.insert("id".to_owned(), json!(id));
            Value::Object(row)
        })
        .ok_or_else(|| Reply::exception("The practice tenant holds no more new records."))
}

/// Why this ticket is not made, if so. Only one problem is reported at a time (confirmed 2026).
fn check<'a>(
    call: &Call<'a>,
    element: &Map<String, Value>,
    index: usize,
) -> Result<Option<&'a TicketType>, Reply> {
    let summary = element.get("summary").and_then(Value::as_str);
    if summary.is_none_or(|summary| summary.trim().is_empty()) {
        return Err(Reply::problem("Please enter a Summary"));
    }
    let customer = Call::whole(element, index, "client_id")?;
    let is_there = |id| made::position(id).is_some_and(|at| at < call.state.customers);
    if customer.is_some_and(|id| !is_there(id) || !call.agent.sees_customer(id)) {
        return Err(Reply::problem("You do not have access to this Customer."));
    }
    let type_ = match Call::whole(element, index, "tickettype_id")? {
        None => None,
        Some(id) => {
            let found = call.state.ticket_types.iter().find(|type_| {
                type_.id == id && !type_.is_deleted && call.agent.sees_ticket_type(id)
            });
            Some(found.ok_or_else(|| {
                Reply::problem("You do not have access to log a Ticket with this Ticket Type")
            })?)
        }
    };
    if let Some(field) = type_.and_then(|type_| type_.mandatory_fields.first()) {
        return Err(Reply::problem(&format!("{field} must be entered")));
    }
    let slug = "can-add-new-tickets";
    if call.agent.permissions.contains_key(slug) && call.agent.level(slug) < Level::Modify {
        return Err(Reply::problem("You do not have permission to add Tickets."));
    }
    if let Some(says) = call
        .state
        .write_trouble
        .and_then(WriteTrouble::forbids_creating)
    {
        return Err(Reply::problem(says));
    }
    if call.state.settings.get(NUMBERING) == Some(&0) {
        // Reported 2024: the default way of numbering tickets fails when the API creates them.
        return Err(Reply::exception(
            "The instance of entity type 'Faults' cannot be tracked because another instance with \
             the same key value for {'faultid'} is already being tracked. When attaching existing \
             entities, ensure that only one entity instance with a given key value is attached.",
        ));
    }
    Ok(type_)
}

/// The ticket as Halo keeps it: what was sent, and what follows from type and customer.
fn filled(
    call: &Call<'_>,
    element: &Map<String, Value>,
    type_: Option<&TicketType>,
    customer: Option<i64>,
) -> Map<String, Value> {
    let default = |id| call.state.ticket_types.iter().find(|type_| type_.id == id);
    let type_ = type_.or_else(|| default(1));
    let team = type_.map_or(TEAMS[0].1, |type_| type_.default_team.as_str());
    let (team_id, team, _) = TEAMS
        .iter()
        .find(|(_, name, _)| name.eq_ignore_ascii_case(team))
        .unwrap_or(&TEAMS[0]);
    let position = customer.and_then(made::position);
    let customer = position.map(made::customer);
    let mut row = super::customers::object(json!({
        "dateoccurred": minutes_ago(0),
        "dateclosed": "1900-01-01T00:00:00",
        "client_id": customer.as_ref().map(|customer| customer.id),
        "client_name": customer.as_ref().map(|customer| customer.name.clone()),
        "site_id": position.map(|position| made::site_id(position, 0)),
        "site_name": "Main",
        "user_name": "General User",
        "status_id": STATUSES[0].0,
        "status_name": STATUSES[0].1,
        "tickettype_id": type_.map(|type_| type_.id),
        "tickettype_name": type_.map(|type_| type_.name.clone()),
        "team": team,
        "team_id": team_id,
        "agent_id": PEOPLE[0].id,
        "agent_name": PEOPLE[0].name,
        "source": 5,
        "inactive": false,
        "use": "ticket",
    }));
    row.extend(element.clone());
    row
}

/// Whether the agent sees a new ticket: nobody works on it yet, so its team or its department
/// decides.
fn sees(call: &Call<'_>, row: &Value) -> bool {
    if call.state.write_trouble == Some(WriteTrouble::HiddenAfterwards) {
        return false;
    }
    let agent = call.agent;
    if agent.is_administrator {
        return true;
    }
    let team = number(row, "team_id");
    let department = TEAMS.iter().find(|(id, ..)| *id == team);
    let views_all = department.is_some_and(|(.., department)| {
        let mut departments = agent.departments.iter();
        departments.any(|(id, level)| id == department && *level >= 1)
    });
    (views_all || agent.teams.contains(&team))
        && row["client_id"]
            .as_i64()
            .is_none_or(|id| agent.sees_customer(id))
        && agent.sees_ticket_type(number(row, "tickettype_id"))
}

fn number(row: &Value, field: &str) -> i64 {
    row[field].as_i64().unwrap_or_default()
}
