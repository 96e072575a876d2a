//! `/Actions`: what was done on a ticket, made up for old tickets and as written for all.

use serde_json::{Map, Value, json};

use super::{Call, Verb, customers::delete, new_tickets, tickets};
use crate::{
    generate::minutes_ago,
    list::{Envelope, List, id_of},
    reply::Reply,
};

/// Under which name written actions are kept.
const WRITTEN: &str = "new action";
const FIRST: i64 = 700_001;

/// `/Actions`
pub(super) fn actions(call: &Call<'_>) -> Reply {
    match call.verb {
        Verb::Get => list(call).read(call),
        Verb::Post => post(call),
        Verb::Delete if call.query.number("ticket_id").is_none() => {
            Reply::problem("ticket_id must be included when deleting an Action")
        }
        Verb::Delete => delete(call, "action", &list(call)),
    }
}

fn list<'a>(call: &'a Call<'a>) -> List<'a> {
    let ticket = call.query.number("ticket_id");
    let seen = ticket.and_then(|id| tickets::seen(call, id));
    let rows = match (ticket, seen) {
        (Some(id), Some(ticket)) => {
            let mut rows = made_up(id, &ticket);
            rows.extend(written(call, id));
            rows
        }
        _ => Vec::new(),
    };
    List::of("action", Envelope::Keyed("actions"), rows)
}

fn written(call: &Call<'_>, ticket: i64) -> impl Iterator<Item = Value> {
    let rows = call.written.overlay(WRITTEN).created(None).into_iter();
    rows.filter(move |row| row["ticket_id"] == ticket)
}

/// The actions that a ticket was born with; one that was written has none.
fn made_up(id: i64, ticket: &Value) -> Vec<Value> {
    if id >= new_tickets::FIRST {
        return Vec::new();
    }
    (1..=3).map(|number| row(id, ticket, number)).collect()
}

fn row(id: i64, ticket: &Value, number: u64) -> Value {
    crate::extras::with_extras(
        "action",
        json!({
            "id": number,
            "ticket_id": id,
            "outcome": if number == 1 { "First User Email" } else { "Private Note" },
            "outcome_id": number,
            "who": if number == 1 { "General User" } else { "Priya Raman" },
            "who_agentid": if number == 1 { 0 } else { 5 },
            "datetime": minutes_ago(90 * (10 - number)),
            "note": ticket["summary"],
            "timetaken": 0.25,
            "_canupdate": false,
        }),
    )
}

fn post(call: &Call<'_>) -> Reply {
    let elements = match call.elements() {
        Ok(elements) => elements,
        Err(reply) => return reply,
    };
    let mut made = Vec::new();
    for (index, element) in elements.into_iter().enumerate() {
        match add(call, element, index) {
            Ok(row) => made.push(row),
            Err(reply) => return reply,
        }
    }
    match <[Value; 1]>::try_from(made) {
        Ok([single]) => Reply::created(single, &call.state.variants),
        Err(several) => Reply::created(Value::Array(several), &call.state.variants),
    }
}

fn add(call: &Call<'_>, mut element: Map<String, Value>, index: usize) -> Result<Value, Reply> {
    let of = Call::whole(&element, index, "ticket_id")?;
    let outcome = Call::whole(&element, index, "outcome_id")?;
    if of.and_then(|id| tickets::seen(call, id)).is_none() {
        return Err(Reply::problem(
            "Ticket not found, or you do not have access to this Ticket.",
        ));
    }
    match outcome {
        None => return Err(Reply::problem("An Outcome must be entered for this Action")),
        Some(id) if !(1..=20).contains(&id) => {
            return Err(Reply::problem("You do not have access to this Action"));
        }
        Some(_) => {}
    }
    let hours = element.get("timetaken").and_then(Value::as_f64);
    let with_time = hours.is_some_and(|hours| hours > 0.0);
    if let Some(trouble) = call.state.write_trouble
        && let Some(says) = trouble.forbids_action(with_time)
    {
        return Err(Reply::problem(says));
    }
    let agent = call.agent;
    call.written
        .create(WRITTEN, FIRST, |id| {
            element.insert("id".to_owned(), json!(id));
            element.insert("who".to_owned(), json!(agent.name));
            element.insert("who_agentid".to_owned(), json!(agent.id));
            element.insert("datetime".to_owned(), json!(minutes_ago(0)));
            element.insert("timetaken".to_owned(), json!(hours.unwrap_or_default()));
            Value::Object(element)
        })
        .filter(|row| id_of(row).is_some())
        .ok_or_else(|| Reply::exception("The practice tenant holds no more new records."))
}
