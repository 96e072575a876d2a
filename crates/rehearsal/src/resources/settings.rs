//! `/Control` (the tenant's settings) and `/Application` (how products sign in).

use serde_json::{Value, json};

use super::{Call, Verb, customers::object};
use crate::{
    extras::with_extras,
    list::{Envelope, List},
    reply::Reply,
    state::{AUTO_INCREMENTING_KEY, NUMBERING, TENANT},
};

/// `/Control`
pub(super) fn control(call: &Call<'_>) -> Reply {
    let variants = &call.state.variants;
    let may_read = call.state.control_answers
        && (variants.control_is_open || call.agent.is_administrator)
        && (!variants.control_needs_admin_scope || call.has_scope("admin"));
    if !may_read || call.verb != Verb::Get {
        return Reply::forbidden();
    }
    let mut fields = object(with_extras(
        "control",
        json!({
            "id": 1,
            "appname": call.state.app_name,
            "app_version": super::discovery::VERSION,
            "customers_label": "Customers",
            "tenant_id": TENANT,
            "tenantalias": null,
            "cors_whitelist_list": [],
            "new_tickettypes_available_to_all_customers": true,
        }),
    ));
    for (property, value) in &call.state.settings {
        let shown = if property == NUMBERING && *value == AUTO_INCREMENTING_KEY {
            variants.auto_incrementing_key
        } else {
            *value
        };
        fields.insert(property.clone(), json!(shown));
    }
    Reply::ok(Value::Object(fields))
}

/// `/Application`: not visible to ordinary API agents (reported 2026, of one tenant). Never shows a
/// secret.
pub(super) fn applications(call: &Call<'_>) -> Reply {
    let is_wide = call.agent.is_administrator && call.has_scope("admin");
    let is_allowed = call.state.variants.applications_are_open || is_wide;
    if !is_allowed || call.verb != Verb::Get {
        return Reply::forbidden();
    }
    let mut rows: Vec<Value> = call
        .state
        .applications
        .iter()
        .map(|application| {
            with_extras(
                "application",
                json!({
                    "id": application.id,
                    "displayName": application.name,
                    "clientId": application.client_id,
                    "clientSecret": null,
                    "grant_type": if application.is_for_services {
                        "client_credentials"
                    } else {
                        "authorization_code"
                    },
                    "loginas_agent_id": application.agent,
                    "loginas_agent_name": call
                        .state
                        .agent(application.agent)
                        .map(|agent| agent.name.clone()),
                    "inactive": !application.is_active,
                    "loginentity": 0,
                    "allowagents": true,
                    "allowusers": false,
                    "_issystem": false,
                    "scopes": application
                        .scopes
                        .iter()
                        .enumerate()
                        .map(|(index, scope)| {
                            json!({ "id": index + 1, "application_id": application.id, "name": scope })
                        })
                        .collect::<Vec<_>>(),
                }),
            )
        })
        .collect();
    match call.rest.first() {
        None => Reply::ok(json!({ "record_count": rows.len(), "applications": rows })),
        Some(id) => match rows.iter().position(|row| row["id"] == **id) {
            Some(index) => Reply::ok(rows.swap_remove(index)),
            None => List::of("application", Envelope::Bare, Vec::new()).read(call),
        },
    }
}
