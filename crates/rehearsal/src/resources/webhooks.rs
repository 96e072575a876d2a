//! `/Webhook`: needs `admin:webhooks`, or an administrator with `all` (reported 2024). That `admin`
//! opens it too is reported, and may be otherwise.

use serde_json::{Map, Value, json};

use super::{Call, Verb, customers::require};
use crate::{chance::guid, reply::Reply};

/// `/Webhook`; ids are GUIDs.
pub(super) fn webhooks(call: &Call<'_>) -> Reply {
    let is_allowed =
        call.has_webhook_scope() || (call.agent.is_administrator && call.has_scope("all"));
    if !is_allowed {
        return Reply::forbidden();
    }
    let stored = call.written.overlay("webhook").created(None);
    let found = call
        .rest
        .first()
        .map(|id| stored.iter().find(|row| row["id"] == **id).cloned());
    match (call.verb, found) {
        (Verb::Get, None) => Reply::ok(json!({ "record_count": stored.len(), "webhooks": stored })),
        (Verb::Get, Some(Some(row))) => Reply::ok(row),
        (Verb::Delete, Some(Some(row))) => {
            if let Some(number) = row["key"].as_i64() {
                call.written.delete("webhook", number);
            }
            Reply::ok(row)
        }
        (Verb::Get | Verb::Delete, _) => Reply::not_found(),
        (Verb::Post, _) => create(call),
    }
}

fn create(call: &Call<'_>) -> Reply {
    let mut elements = match call.elements() {
        Ok(elements) => elements,
        Err(reply) => return reply,
    };
    let Some(mut webhook) = elements.pop() else {
        return Reply::problem("Invalid Name");
    };
    if let Err(reply) = require(&webhook, "name", "Invalid Name").and_then(|()| check_url(&webhook))
    {
        return reply;
    }
    call.written
        .create("webhook", 1, |number| {
            webhook.insert("id".to_owned(), json!(guid(&number.to_string(), "webhook")));
            webhook.insert("key".to_owned(), json!(number));
            webhook.entry("active").or_insert(json!(true));
            Value::Object(webhook)
        })
        .map_or_else(
            || Reply::exception("The practice tenant holds no more new records."),
            |row| Reply::created(row, &call.state.variants),
        )
}

fn check_url(webhook: &Map<String, Value>) -> Result<(), Reply> {
    let is_webhook = webhook.get("type").and_then(Value::as_i64).unwrap_or(0) == 0;
    let has_url = webhook
        .get("url")
        .and_then(Value::as_str)
        .is_some_and(|text| url::Url::parse(text).is_ok());
    if is_webhook && !has_url {
        return Err(Reply::problem("Please enter a valid URL"));
    }
    Ok(())
}
