//! The small lists of Configuration: statuses, priorities, SLAs, outcomes, workflows, look-ups.
//!
//! All are bare arrays. Reading needs no scope of its own; writing them is not part of any set-up,
//! so they answer POST with the refusals a live tenant gave.

use serde_json::{Value, json};

use super::{Call, Verb};
use crate::{
    chance::guid,
    extras::with_extras,
    list::{Envelope, List},
    people::STATUSES,
    reply::Reply,
};

fn bare(call: &Call<'_>, kind: &'static str, rows: Vec<Value>) -> Reply {
    match call.verb {
        Verb::Get => List::of(kind, Envelope::Bare, rows).read(call),
        Verb::Post | Verb::Delete => Reply::forbidden(),
    }
}

/// `/Status`
pub(super) fn statuses(call: &Call<'_>) -> Reply {
    bare(call, "status", status_rows(call))
}

/// Rows of `/Status`.
pub(super) fn status_rows(call: &Call<'_>) -> Vec<Value> {
    let excludes_closed = call.query.is_on("excludeclosed");
    STATUSES
        .iter()
        .enumerate()
        .filter(|(_, (id, ..))| !(excludes_closed && *id == 9))
        .map(|(index, (id, name, colour, clock))| {
            let types: &[&str] = if *name == "Scheduled" {
                &["Project", "Project Task"]
            } else {
                &[]
            };
            let types = types.iter().zip(5..).map(|(label, value): (_, i64)| {
                json!({ "value": value.to_string(), "label": label, "isnew": false })
            });
            with_extras(
                "status",
                json!({
                    "id": id,
                    "guid": guid(name, "status"),
                    "name": name,
                    "shortname": name,
                    "type": 0,
                    "sequence": index + 1,
                    "colour": colour,
                    "slaaction": clock,
                    "ticket_count": 0,
                    "tickettypes": types.collect::<Vec<_>>(),
                }),
            )
        })
        .collect()
}

/// `/Priority`: keyed by GUID; its number is in `priorityid` (confirmed 2026).
pub(super) fn priorities(call: &Call<'_>) -> Reply {
    let rows: Vec<Value> = ["Critical", "High", "Medium", "Low"]
        .iter()
        .enumerate()
        .map(|(index, name)| {
            json!({
                "id": guid(name, "priority"),
                "slaid": 1,
                "priorityid": index + 1,
                "name": name,
                "fixtime": 4.0,
                "fixunits": "H",
                "responsetime": 1.0,
                "responseunits": "H",
                "ishidden": false,
                "colour": "#d04040",
                "startofday": false,
            })
        })
        .collect();
    match call.rest.first() {
        Some(id) => rows
            .into_iter()
            .find(|row| row["id"] == **id)
            .map_or_else(Reply::not_found, Reply::ok),
        None => bare(call, "priority", rows),
    }
}

/// `/SLA`
pub(super) fn agreements(call: &Call<'_>) -> Reply {
    if call.verb == Verb::Post && call.agent.is_administrator {
        return Reply::problem("Priority Description must not be blank");
    }
    let row = |id: i64, name: &str| json!({ "id": id, "guid": guid(name, "sla"), "name": name, "hoursofday": 1, "workday_id": 1 });
    bare(
        call,
        "sla",
        vec![row(1, "Standard"), row(2, "Premium"), row(3, "Projects")],
    )
}

/// `/Outcome`
pub(super) fn outcomes(call: &Call<'_>) -> Reply {
    let rows = [
        "First User Email",
        "Private Note",
        "E-mail User",
        "Log Time",
        "Resolve",
        "Close",
    ]
    .iter()
    .enumerate()
    .map(|(index, name)| {
        json!({
            "id": index + 1,
            "outcome": name,
            "buttonname": name,
            "sequence": index + 1,
            "newstatus": if *name == "Close" { 9 } else { 0 },
            "hidden": false,
        })
    })
    .collect();
    bare(call, "outcome", rows)
}

/// `/Workflow`
pub(super) fn workflows(call: &Call<'_>) -> Reply {
    if call.verb == Verb::Post && call.agent.is_administrator {
        return Reply::exception("Please select a Start Step for this Workflow.");
    }
    let row = |id: i64, name: &str| json!({ "id": id, "guid": guid(name, "workflow"), "name": name, "active": true, "in_use": true, "steps": [] });
    bare(
        call,
        "workflow",
        vec![row(1, "Change approval"), row(2, "New starter")],
    )
}

/// `/TicketTypeGroup`
pub(super) fn ticket_type_groups(call: &Call<'_>) -> Reply {
    bare(call, "ticket type group", Vec::new())
}

/// `/Category`
pub(super) fn categories(call: &Call<'_>) -> Reply {
    let rows = ["Hardware", "Software", "Software>E-mail", "Network", "Security"]
        .iter()
        .enumerate()
        .map(|(index, name)| json!({ "id": index + 1, "value": name, "type_id": 1, "category_name": name }))
        .collect();
    bare(call, "category", rows)
}

/// `/Workday`
pub(super) fn workdays(call: &Call<'_>) -> Reply {
    let row = |id: i64, name: &str, end: &str| {
        json!({
            "id": id,
            "name": name,
            "timezone": "GMT Standard Time",
            // Only the time counts; the day is one of Halo's words for "none" (confirmed 2026).
            "start": "1901-01-01T09:00:00",
            "end": end,
        })
    };
    bare(
        call,
        "workday",
        vec![
            row(1, "Default Working Hours", "1901-01-01T17:30:00"),
            row(2, "24 Hours", "1901-01-02T00:00:00"),
        ],
    )
}

/// `/TicketTemplate`
pub(super) fn templates(call: &Call<'_>) -> Reply {
    bare(
        call,
        "ticket template",
        vec![json!({ "id": 1, "name": "New starter", "group_id": 0 })],
    )
}

/// `/TicketRules`
pub(super) fn rules(call: &Call<'_>) -> Reply {
    bare(call, "ticket rule", Vec::new())
}

/// `/Lookup`
pub(super) fn lookups(call: &Call<'_>) -> Reply {
    let of = call.query.number("lookupid").unwrap_or(11);
    let rows = (1..=4)
        .map(|index| json!({ "id": index, "lookupid": of, "name": format!("Value {index}"), "value2": "" }))
        .collect();
    bare(call, "lookup", rows)
}

/// `/AssetType`
pub(super) fn asset_types(call: &Call<'_>) -> Reply {
    let rows = ["Workstation", "Server", "Firewall", "Printer"]
        .iter()
        .enumerate()
        .map(|(index, name)| json!({ "id": index + 1, "name": name, "assetgroup_id": 1, "inactive": false }))
        .collect();
    bare(call, "asset type", rows)
}

/// `/Currency`
pub(super) fn currencies(call: &Call<'_>) -> Reply {
    let row = |id: i64, code: &str| json!({ "id": id, "code": code, "name": code, "conversion_rate": 1.0 });
    bare(
        call,
        "currency",
        vec![row(1, "GBP"), row(2, "EUR"), row(3, "USD")],
    )
}
