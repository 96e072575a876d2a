//! The token end point: the manners of `OpenIddict`, opaque tokens, grants narrowed to what is ticked.
//!
//! [`crate::serve()`] passes requests here and asks [`Tokens`] whom a bearer token stands for. Not
//! here: interactive sign-in, which no integration of this kind uses.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use axum::http::{HeaderMap, StatusCode, header};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use serde_json::{Map, Value, json};

use crate::{
    query::Query,
    reply::{Payload, Reply},
    rights,
    state::{Application, State, TENANT},
    variants::{AgentOutOfUse, InactiveApplication, UntickedScope, WrongTenant},
};

/// How long a token is good for (confirmed 2026).
const LIFE: Duration = Duration::from_hours(1);
/// Tokens kept at once; beyond it the oldest go.
const MOST_TOKENS: usize = 10_000;

/// The tokens that were issued.
#[derive(Default)]
pub(crate) struct Tokens(Mutex<HashMap<String, Grant>>);

/// What a token stands for.
#[derive(Debug, Clone)]
pub(crate) struct Grant {
    /// OAuth's client id of the application.
    pub(crate) client_id: String,
    /// The scopes, fixed when it was issued.
    pub(crate) scopes: Vec<String>,
    until: Instant,
}

impl Tokens {
    fn lock(&self) -> MutexGuard<'_, HashMap<String, Grant>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the token in these headers stands for, if it is good.
    pub(crate) fn grant(&self, headers: &HeaderMap) -> Option<Grant> {
        let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
        let (scheme, token) = value.split_once(' ')?;
        if !scheme.eq_ignore_ascii_case("bearer") {
            return None;
        }
        let grant = self.lock().get(token.trim()).cloned()?;
        (grant.until > Instant::now()).then_some(grant)
    }

    /// Forgets every token, as "Revoke All Tokens" does.
    pub(crate) fn revoke(&self) {
        self.lock().clear();
    }

    /// Those that are good now.
    pub(crate) fn good(&self) -> Vec<String> {
        let now = Instant::now();
        let tokens = self.lock();
        let good = tokens.iter().filter(|(_, grant)| grant.until > now);
        good.map(|(token, _)| token.clone()).collect()
    }

    fn issue(&self, client_id: &str, scopes: &[String]) -> String {
        let mut bytes = [0; 32];
        bytes[..16].copy_from_slice(uuid::Uuid::new_v4().as_bytes());
        bytes[16..].copy_from_slice(uuid::Uuid::new_v4().as_bytes());
        // 32 bytes make the 43 characters of a live opaque token (confirmed 2026).
        let token = URL_SAFE_NO_PAD.encode(bytes);
        let mut tokens = self.lock();
        if tokens.len() >= MOST_TOKENS {
            tokens.clear();
        }
        tokens.insert(
            token.clone(),
            Grant {
                client_id: client_id.to_owned(),
                scopes: scopes.to_owned(),
                until: Instant::now() + LIFE,
            },
        );
        token
    }

    /// Answers a request for a token. `is_shared_host` says that it came to the shared
    /// authorisation host, which must be told the tenant.
    pub(crate) fn answer(
        &self,
        state: &State,
        request: &TokenRequest<'_>,
        origin: &str,
        is_shared_host: bool,
    ) -> Reply {
        if !request.is_form {
            return refuse(
                400,
                "invalid_request",
                "The mandatory 'Content-Type' header is missing or not supported.",
            );
        }
        let grant_type = request.form.text("grant_type").unwrap_or_default();
        if grant_type.is_empty() {
            return refuse(
                400,
                "invalid_request",
                "The mandatory 'grant_type' parameter is missing.",
            );
        }
        if grant_type != "client_credentials" {
            return refuse(
                400,
                "unsupported_grant_type",
                "The specified 'grant_type' is not supported.",
            );
        }
        let tenant = request
            .query
            .text("tenant")
            .or_else(|| request.form.text("tenant"));
        let is_right_tenant = tenant.map_or(!is_shared_host, |tenant| {
            tenant.eq_ignore_ascii_case(TENANT)
        });
        if !is_right_tenant {
            return wrong_tenant(state);
        }
        let application = match request.application(state) {
            Ok(application) => application,
            Err(refusal) => return refusal,
        };
        if !application.is_active {
            return match state.variants.inactive_application {
                InactiveApplication::InvalidClient => wrong_credentials(),
                InactiveApplication::BadRequest => {
                    refuse(400, "invalid_request", "The application is not active.")
                }
            };
        }
        if !application.is_for_services {
            return refuse(
                400,
                "unauthorized_client",
                "This client application is not allowed to use the specified grant type.",
            );
        }
        let is_in_use = state
            .agent(application.agent)
            .is_some_and(|agent| !agent.is_disabled);
        if !is_in_use && state.variants.agent_out_of_use == AgentOutOfUse::Refused {
            return refuse(
                400,
                "invalid_grant",
                "The agent of this application may not sign in.",
            );
        }
        match scopes(state, application, &request.form) {
            Ok(granted) => self.success(state, application, &granted, origin),
            Err(reply) => reply,
        }
    }

    fn success(
        &self,
        state: &State,
        application: &Application,
        granted: &[String],
        origin: &str,
    ) -> Reply {
        let mut body = Map::new();
        let token = self.issue(&application.client_id, granted);
        body.insert("access_token".to_owned(), json!(token));
        body.insert("token_type".to_owned(), json!("Bearer"));
        body.insert("expires_in".to_owned(), json!(LIFE.as_secs()));
        if state.variants.scope_is_echoed && !granted.is_empty() {
            body.insert("scope".to_owned(), json!(granted.join(" ")));
        }
        if granted.iter().any(|scope| scope == "offline_access") {
            body.insert(
                "refresh_token".to_owned(),
                json!(uuid::Uuid::new_v4().simple().to_string()),
            );
        }
        if let Some(agent) = state.agent(application.agent) {
            body.insert(
                "id_token".to_owned(),
                json!(identity(state, agent, application, origin)),
            );
        }
        Reply::ok(Value::Object(body)).with_header("pragma", "no-cache")
    }
}

/// The Client ID is known, and the Client Secret is not its own.
fn wrong_credentials() -> Reply {
    refuse(
        401,
        "invalid_client",
        "The specified client credentials are invalid.",
    )
}

/// There is no application with the Client ID.
fn unknown_client(state: &State) -> Reply {
    if state.variants.unknown_client_is_told_apart {
        refuse(
            401,
            "invalid_client",
            "The specified 'client_id' is invalid.",
        )
    } else {
        wrong_credentials()
    }
}

/// What a wrong tenant is told is not known; its database would not know the application.
fn wrong_tenant(state: &State) -> Reply {
    match state.variants.wrong_tenant {
        WrongTenant::InvalidClient => unknown_client(state),
        WrongTenant::BadRequest => refuse(
            400,
            "invalid_request",
            "The specified 'tenant' parameter is not valid.",
        ),
        WrongTenant::ServerError => Reply::page(
            StatusCode::INTERNAL_SERVER_ERROR,
            crate::reply::WEB_APPLICATION,
        ),
    }
}

/// The scopes to grant, or why none are.
fn scopes(state: &State, application: &Application, form: &Query) -> Result<Vec<String>, Reply> {
    let asked: Vec<String> = form
        .text("scope")
        .unwrap_or_default()
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    if asked.iter().any(|scope| !state.knows_scope(scope)) {
        return Err(refuse(
            400,
            "invalid_scope",
            "The specified 'scope' is invalid.",
        ));
    }
    // What this Halo does not know can be ticked no more than it can be asked for.
    let ticked = application.scopes.iter();
    let mut ticked: Vec<_> = ticked
        .filter(|scope| state.knows_scope(scope))
        .cloned()
        .collect();
    let has_admin = ticked.iter().any(|scope| scope == "admin");
    if state.variants.admin_includes_webhooks && has_admin {
        ticked.push("admin:webhooks".to_owned());
    }
    let is_ticked = |scope: &String| {
        let mut ticked = ticked.iter();
        ticked.any(|ticked| rights::scope_covers(ticked, scope))
    };
    let code = match state.variants.unticked_scope {
        UntickedScope::Narrowed => None,
        UntickedScope::Refused => Some("invalid_scope"),
        UntickedScope::BadRequest => Some("invalid_request"),
    };
    if let Some(code) = code.filter(|_| !asked.iter().all(is_ticked)) {
        return Err(refuse(
            400,
            code,
            "This client application is not allowed to use the specified scope.",
        ));
    }
    if state.grants_everything_ticked && !asked.is_empty() {
        return Ok(application.scopes.clone());
    }
    Ok(rights::grant(&ticked, &asked))
}

/// A request for a token, taken apart.
pub(crate) struct TokenRequest<'a> {
    /// The query.
    pub(crate) query: Query,
    /// The form.
    pub(crate) form: Query,
    /// Whether the body is a form.
    pub(crate) is_form: bool,
    /// The headers, for Basic authentication.
    pub(crate) headers: &'a HeaderMap,
}

impl TokenRequest<'_> {
    /// The application whose credentials these are, in the form or as Basic authentication; or why
    /// there is none.
    fn application<'s>(&self, state: &'s State) -> Result<&'s Application, Reply> {
        let in_form = self
            .form
            .text("client_id")
            .zip(self.form.text("client_secret"));
        let in_form = in_form.map(|(id, secret)| (id.to_owned(), secret.to_owned()));
        let (id, secret) = in_form
            .or_else(|| basic(self.headers))
            .ok_or_else(wrong_credentials)?;
        let mut applications = state.applications.iter();
        let application = applications
            .find(|application| application.client_id.eq_ignore_ascii_case(&id))
            .ok_or_else(|| unknown_client(state))?;
        if application.client_secret.0 == secret {
            Ok(application)
        } else {
            Err(wrong_credentials())
        }
    }
}

fn basic(headers: &HeaderMap) -> Option<(String, String)> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let encoded = value
        .strip_prefix("Basic ")
        .or_else(|| value.strip_prefix("basic "))?;
    let decoded = String::from_utf8(STANDARD.decode(encoded.trim()).ok()?).ok()?;
    let (id, secret) = decoded.split_once(':')?;
    Some((id.to_owned(), secret.to_owned()))
}

/// An identity token that says who the agent is; its signature is a placeholder.
fn identity(
    state: &State,
    agent: &crate::state::Agent,
    application: &Application,
    origin: &str,
) -> String {
    let now = jiff::Timestamp::now().as_second() + state.clock_ahead;
    let header = json!({ "alg": "RS256", "typ": "JWT", "kid": "practice" });
    let claims = json!({
        "iss": format!("{origin}/auth"),
        "aud": application.client_id,
        "sub": agent.id.to_string(),
        "id": agent.id,
        "name": agent.name,
        "email": agent.email,
        "iat": now,
        "exp": now + 1_200,
    });
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    format!(
        "{}.{}.{}",
        part(&header),
        part(&claims),
        URL_SAFE_NO_PAD.encode("practice")
    )
}

/// An error of OAuth 2 (RFC 6749) in the shape of `OpenIddict`.
pub(crate) fn refuse(status: u16, error: &str, description: &str) -> Reply {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST);
    Reply::new(
        status,
        Payload::Json(json!({
            "error": error,
            "error_description": description,
            "error_uri": "https://documentation.openiddict.com/errors/",
        })),
    )
}
