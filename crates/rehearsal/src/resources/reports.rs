//! `/Report`: saved reports, and running one.
//!
//! A statement that fails is answered with 200 and `load_error` (confirmed 2026). Nothing is ever
//! executed here.

use serde_json::{Value, json};

use super::{Call, Verb};
use crate::{
    list::{Envelope, List},
    reply::Reply,
};

/// `/Report`
pub(super) fn reports(call: &Call<'_>) -> Reply {
    match call.verb {
        Verb::Get => {
            let rows = [
                "Tickets opened this month",
                "SLA by customer",
                "Time by agent",
                "Open projects",
            ]
            .iter()
            .enumerate()
            .map(|(index, name)| {
                let mut row =
                    json!({ "id": index + 1, "name": name, "builtinid": false, "group_id": 1 });
                if call.query.is_on("loadreport") && !call.rest.is_empty() {
                    row["report"] = table();
                }
                row
            })
            .collect();
            List::of("report", Envelope::Keyed("reports"), rows).read(call)
        }
        Verb::Post => run(call),
        Verb::Delete => Reply::forbidden(),
    }
}

fn run(call: &Call<'_>) -> Reply {
    let elements = match call.elements() {
        Ok(elements) => elements,
        Err(reply) => return reply,
    };
    let Some(statement) = elements
        .first()
        .and_then(|report| report.get("sql")?.as_str())
    else {
        return Reply::result_code(-1, "No report was given.");
    };
    let report = if statement.trim_start().to_lowercase().starts_with("select") {
        table()
    } else {
        json!({ "rows": [], "load_error": "Incorrect syntax near the beginning of the statement." })
    };
    Reply::created(
        json!({ "id": 0, "name": "", "report": report }),
        &call.state.variants,
    )
}

fn table() -> Value {
    json!({ "rows": [{ "Month": "2026-10", "Tickets": 412 }, { "Month": "2026-11", "Tickets": 287 }], "load_error": null })
}
