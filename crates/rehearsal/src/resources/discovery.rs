//! `/AuthInfo`, `/InstanceInfo` and `/Health`: what a program asks before it has a token.

use serde_json::{Value, json};

use crate::{
    chance::guid,
    reply::Reply,
    state::{State, TENANT},
};

/// The version of Halo this tenant imitates.
pub(crate) const VERSION: &str = "2.236.133";

/// Where things are.
pub(crate) struct Places<'a> {
    /// `http://host:port` of web application and API.
    pub(crate) origin: &'a str,
    /// `http://host:port` of the shared authorisation host.
    pub(crate) shared_auth: &'a str,
}

impl Places<'_> {
    fn authorisation_server(&self, state: &State) -> String {
        if state.has_shared_auth_host {
            self.shared_auth.to_owned()
        } else if !state.variants.auth_url_has_path {
            self.origin.to_owned()
        } else {
            format!("{}/auth", self.origin)
        }
    }
}

/// Answers discovery, if this is discovery and the caller may have it; `may_see` says whether a
/// token came along.
pub(crate) fn answer(
    resource: &str,
    state: &State,
    places: &Places<'_>,
    has_token: bool,
) -> Option<Reply> {
    let variants = &state.variants;
    let (is_open, body) = match resource {
        "authinfo" => (variants.auth_info_is_open, auth_info(state, places)),
        "instanceinfo" => (variants.instance_info_is_open, instance_info(state, places)),
        "health" => (true, json!({ "status": "Healthy" })),
        "swagger" => {
            return Some(Reply::page(
                axum::http::StatusCode::OK,
                crate::reply::WEB_APPLICATION,
            ));
        }
        _ => return None,
    };
    Some(if is_open || has_token {
        Reply::ok(body)
    } else {
        Reply::unauthorised()
    })
}

fn tenant(state: &State) -> Value {
    if state.is_hosted {
        json!(TENANT)
    } else {
        Value::Null
    }
}

fn auth_info(state: &State, places: &Places<'_>) -> Value {
    json!({
        "auth_url": places.authorisation_server(state),
        "tenant_id": tenant(state),
        "is_hosted": state.is_hosted,
        "external_providers": [],
        "windows_auth": false,
    })
}

fn instance_info(state: &State, places: &Places<'_>) -> Value {
    let origin = places.origin;
    json!({
        "dbid": guid(TENANT, "database"),
        "app_name": state.app_name,
        "app_version": VERSION,
        "database_version": "2236",
        "agent_url": origin,
        "portal_url": format!("{origin}/portal/"),
        "auth_url": places.authorisation_server(state),
        "tenant_id": tenant(state),
        "hosted_group": if state.is_hosted { json!("EU3-Stable2") } else { Value::Null },
        "agent_count": state.agents.len(),
        "licensed_agent_count": 12,
        "online_agent_count": 5,
        "last_login": "2026-11-20T16:41:09.52",
        "last_task_run": "2026-11-20T16:59:01.217",
        "nhserver_version": "23.6.1",
        "mobileapp_enabled": true,
        "teamsbot_enabled": false,
        "teams_chat_profile": null,
        "using_event_service": true,
        "using_scheduling_service": true,
        "using_outgoing_service": true,
        "using_incoming_service": true,
        "automation_service_url": format!("{origin}/api/$ENDPOINT"),
        "chat_service_url": null,
        "incoming_service_url": null,
        "outgoing_service_url": null,
        "report_service_url": null,
        "schedule_service_url": null,
    })
}
