//! Signing in as an application: Client ID and Secret for a token.
//!
//! Called once per check; a token is never kept longer. It is opaque and never looked into.
//! Deliberately not here: other ways to sign in.

use std::time::{Duration, Instant};

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;

use crate::{
    errand::Errand,
    error::{Body, HaloError},
    reply::Reply,
    said,
    server_url::ServerUrl,
    tolerant,
    transport::{Call, Transport},
};

/// The life of a token that does not say how long it lives (confirmed usual value, 2026).
const USUAL_LIFE: Duration = Duration::from_hours(1);

/// What an application signs in with.
#[derive(Debug, Clone)]
pub struct Credentials {
    /// The Client ID.
    pub client_id: String,
    /// The Client Secret.
    pub secret: SecretString,
}

/// A token and what Halo said about it. Debug shows nothing of the token itself.
#[derive(Debug, Clone)]
pub struct Token {
    value: SecretString,
    /// The scopes Halo says it granted; `None` where it does not say.
    pub granted: Option<Vec<String>>,
    /// When it ends, by a clock that cannot be set.
    pub expires: Instant,
    /// Who the token speaks for, as the unverified `id_token` tells: for display only.
    pub identity: Option<TokenIdentity>,
}

/// The agent that a token speaks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TokenIdentity {
    /// The agent's name.
    pub name: Option<String>,
    /// The agent's e-mail address.
    pub email: Option<String>,
    /// The agent's number.
    pub agent_id: Option<i64>,
}

impl Token {
    /// The token's value, for the one header it belongs into.
    pub(crate) fn value(&self) -> &SecretString {
        &self.value
    }
}

/// Asks for a token with the given scopes.
///
/// Halo issues a useless token when no scope is asked for (confirmed 2026), so an empty list is
/// refused here with [`HaloError::NoScopeGranted`], before anything is sent.
pub async fn sign_in(
    transport: &Transport,
    errand: &Errand,
    authorisation_server: &ServerUrl,
    tenant: Option<&str>,
    credentials: &Credentials,
    scopes: &[&str],
) -> Result<Token, HaloError> {
    let scope = scopes
        .iter()
        .map(|scope| scope.trim())
        .collect::<Vec<_>>()
        .join(" ");
    if scope.trim().is_empty() {
        return Err(HaloError::NoScopeGranted);
    }
    let mut url = authorisation_server.token_end_point();
    if let Some(tenant) = tenant.map(str::trim).filter(|tenant| !tenant.is_empty()) {
        url.query_pairs_mut().append_pair("tenant", tenant);
    }
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", credentials.client_id.trim()),
        ("client_secret", credentials.secret.expose_secret()),
        ("scope", scope.as_str()),
    ];
    let call = Call::Form {
        url,
        form: &form,
        hidden: &credentials.secret,
    };
    let mut reply = transport.send(errand, call).await?;
    if reply.is_success() {
        let token = read_token(&reply, scopes);
        reply.wipe();
        token
    } else {
        Err(refusal(&reply, scopes))
    }
}

fn read_token(reply: &Reply, scopes: &[&str]) -> Result<Token, HaloError> {
    let fields = reply.content().map_err(|_| reply.not_as_expected())?;
    let text = |name: &str| fields.get(name).and_then(Value::as_str);
    // Some servers refuse with the status of a success.
    if text("access_token").is_none() && text("error").is_some() {
        return Err(refusal(reply, scopes));
    }
    let is_bearer = text("token_type").is_none_or(|kind| kind.eq_ignore_ascii_case("bearer"));
    let access_token = text("access_token")
        // What cannot stand in a header is no token.
        .filter(|token| !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_graphic()))
        .filter(|_| is_bearer)
        .ok_or_else(|| reply.not_as_expected())?;
    let granted = fields.get("scope").and_then(read_scopes);
    if granted.as_ref().is_some_and(Vec::is_empty) {
        return Err(HaloError::NoScopeGranted);
    }
    let life = fields.get("expires_in").and_then(tolerant::whole_number);
    let life = life
        .and_then(|seconds| u64::try_from(seconds).ok())
        .map(Duration::from_secs);
    let life = life.unwrap_or(USUAL_LIFE).min(Duration::from_hours(24));
    Ok(Token {
        value: SecretString::from(access_token),
        granted,
        expires: Instant::now() + life,
        identity: text("id_token").and_then(read_identity),
    })
}

/// Scopes come as one text, separated by spaces or commas, or as an array.
pub(crate) fn read_scopes(scope: &Value) -> Option<Vec<String>> {
    let texts: Vec<&str> = match scope {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect(),
        _ => return None,
    };
    // Some pages print "all: teams"; the blank is not part of the name.
    let joined = texts.join(" ").replace(": ", ":");
    let names = joined
        .split([' ', ',', '\t', '\n', '\r'])
        .filter(|name| !name.is_empty());
    Some(names.map(said::clean).collect())
}

/// The middle part of an `id_token`. It carries `name`, `email` and the agent's `id`
/// (confirmed 2026); `sub` is a GUID on some tenants and then says nothing to us.
pub(crate) fn read_identity(id_token: &str) -> Option<TokenIdentity> {
    let payload = id_token.split('.').nth(1)?.trim_end_matches('=');
    let claims: Value =
        serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(payload).ok()?).ok()?;
    let text = |name: &str| {
        claims
            .get(name)
            .and_then(Value::as_str)
            .map(said::clean)
            .filter(|text| !text.is_empty())
    };
    let number = |name: &&str| claims.get(*name).and_then(tolerant::whole_number);
    let identity = TokenIdentity {
        name: text("name"),
        email: text("email"),
        agent_id: ["agent_id", "id", "sub"].iter().find_map(number),
    };
    (identity != TokenIdentity::default()).then_some(identity)
}

/// The OAuth error of a refusal. `invalid_client`, `unauthorized_client` and `invalid_scope`
/// are confirmed for Halo; their statuses are not, so the code decides.
fn refusal(reply: &Reply, scopes: &[&str]) -> HaloError {
    let fields = reply.content().ok();
    let text = |name: &str| {
        fields
            .and_then(|fields| fields.get(name))
            .and_then(Value::as_str)
    };
    let description = text("error_description")
        .map(said::clean)
        .filter(|text| !text.is_empty());
    let code = text("error").map(str::to_ascii_lowercase);
    let is_of_scope = reply.status() == 400 && description.as_deref().is_some_and(speaks_of_scope);
    match code.as_deref() {
        Some("invalid_client") => HaloError::InvalidClient { description },
        Some("invalid_scope") => invalid_scope(scopes, description),
        Some(_) if is_of_scope => invalid_scope(scopes, description),
        Some("unauthorized_client") => HaloError::UnauthorizedClient,
        // A page in the way, of a proxy or of another product, has nothing to do with the client.
        _ if matches!(reply.status(), 400..=403 | 405..=428)
            && reply.content() == Err(Body::Html) =>
        {
            reply.not_as_expected()
        }
        code => {
            let said = reply.content().map(said::from_json).unwrap_or_default();
            let is_told = code.is_some() || !said.is_empty();
            match reply.status() {
                // Too many requests, and what may pass by itself, are not about the client.
                status @ (200..=299 | 400..=428 | 430..=499) if is_told => {
                    HaloError::Refused { status, said }
                }
                _ => reply.refusal(),
            }
        }
    }
}

fn invalid_scope(scopes: &[&str], description: Option<String>) -> HaloError {
    HaloError::InvalidScope {
        asked: scopes.iter().map(|scope| (*scope).to_owned()).collect(),
        description,
    }
}

/// The server software that Halo uses refuses a scope that the application does not have with
/// another code than one that does not exist, and says so in words (inferred, 2026).
fn speaks_of_scope(description: &str) -> bool {
    description.to_ascii_lowercase().contains("scope")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn scopes_are_read_in_every_spelling() {
        let expected = Some(vec!["read:tickets".to_owned(), "all:teams".to_owned()]);
        for spelling in [
            json!("read:tickets all:teams"),
            json!("read:tickets,all:teams"),
            json!(["read:tickets", "all:teams"]),
            json!("read: tickets  all: teams"),
        ] {
            assert_eq!(read_scopes(&spelling), expected, "{spelling}");
        }
        assert_eq!(read_scopes(&json!("")), Some(vec![]));
        assert_eq!(read_scopes(&json!(null)), None);
    }

    #[test]
    fn an_identity_is_read_without_being_relied_on() {
        let claims = json!({"name": "Exampla API", "email": "a@example.com", "id": "21",
                            "sub": "0b1f-guid"});
        let token = format!(
            "e30.{}.sig",
            BASE64_URL_SAFE_NO_PAD.encode(claims.to_string())
        );
        let identity = read_identity(&token).expect("it carries claims");
        assert_eq!(identity.name.as_deref(), Some("Exampla API"));
        assert_eq!(identity.agent_id, Some(21));
        for odd in ["", "a.b.c", "..", "e30.e30.", "no dots at all"] {
            assert_eq!(read_identity(odd), None, "{odd}");
        }
    }
}
