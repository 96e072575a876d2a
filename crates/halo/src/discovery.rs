//! From an address to the servers behind it: resource server, authorisation server, tenant,
//! product, version. Nothing secret is sent here.
//!
//! Called before any sign-in. A host counts as a Halo only after it has answered as one: by
//! `AuthInfo` or `InstanceInfo` (fields confirmed from public clients; whether both answer
//! without a token on every version is not known), or, where both want a token, by a sign-in
//! server beside them that behaves as one. A host that has neither of the two calls is no Halo.
//! Deliberately not here: whether an authorisation server at another host may be trusted. That
//! is said ([`Discovery::authorisation_server_elsewhere`]), and for the caller to decide.

use jiff::SignedDuration;
use serde_json::Value;
use url::Url;

use crate::{
    address::{self, Address},
    errand::Errand,
    error::{Body, HaloError},
    instance::Instance,
    reply::Reply,
    server_url::ServerUrl,
    transport::{Call, Transport},
};

/// What the person knows better than the network.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    /// The authorisation server to use instead of the one found.
    pub authorisation_server: Option<ServerUrl>,
    /// The tenant to use instead of the one found.
    pub tenant: Option<String>,
}

/// A call by which a Halo made itself known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// `GET /api/AuthInfo`.
    AuthInfo,
    /// `GET /api/InstanceInfo`.
    InstanceInfo,
    /// `GET /auth/.well-known/openid-configuration`.
    OpenIdMetadata,
    /// `GET /auth/token`, refused the way a token end point refuses.
    TokenEndPoint,
}

/// What was found. A value that was not learned is `None`, never a guess.
#[derive(Debug, Clone)]
pub struct Discovery {
    /// The web app.
    pub web_app: Url,
    /// The REST API.
    pub resource_server: ServerUrl,
    /// Where tokens are issued.
    pub authorisation_server: ServerUrl,
    /// Whether tokens are issued by another scheme, host or port than the web app's.
    pub authorisation_server_elsewhere: bool,
    /// The tenant to sign in to: the one that was given, or the one that Halo names.
    pub tenant: Option<String>,
    /// The tenant that Halo itself names, whatever was given.
    pub told_tenant: Option<String>,
    /// The product, written in one word: `HaloPSA`, `HaloITSM`.
    pub product: Option<String>,
    /// The version, as Halo writes it.
    pub version: Option<String>,
    /// Whether Halo itself runs this installation, as far as its host or Halo's words tell.
    pub hosted: Option<bool>,
    /// The server's clock minus this computer's.
    pub clock_skew: Option<SignedDuration>,
    /// The calls by which it made itself known.
    pub sources: Vec<Source>,
}

/// Asks the host behind `address` who it is.
///
/// Fails with [`HaloError::NotHalo`] if something answers that is no Halo, and with the
/// cause if nothing answers. Sends 2 requests where the first place is the right one and
/// answers both; at most 8 in the worst case, repetitions apart.
pub async fn discover(
    transport: &Transport,
    errand: &Errand,
    address: &Address,
    overrides: &Overrides,
) -> Result<Discovery, HaloError> {
    let search = Search {
        transport,
        errand,
        overrides,
    };
    let mut verdict = HaloError::NotHalo;
    for web_app in address.candidates() {
        match search.at(&web_app).await {
            Err(HaloError::NotHalo) => {}
            // The host's root may still be right when a page below it sends us away.
            Err(elsewhere @ HaloError::RedirectedElsewhere { .. }) => verdict = elsewhere,
            settled => return settled,
        }
    }
    Err(verdict)
}

struct Search<'a> {
    transport: &'a Transport,
    errand: &'a Errand,
    overrides: &'a Overrides,
}

impl Search<'_> {
    async fn at(&self, web_app: &Url) -> Result<Discovery, HaloError> {
        let resource_server = ServerUrl::from_checked(address::below(web_app, "api"));
        let (auth_info, instance_info) = futures::join!(
            self.ask(resource_server.join("AuthInfo")),
            self.ask(resource_server.join("InstanceInfo")),
        );
        let mut sources = Vec::new();
        let mut instance = Instance::default();
        // InstanceInfo first: where both speak, it says more.
        for (reply, source) in [
            (&instance_info, Source::InstanceInfo),
            (&auth_info, Source::AuthInfo),
        ] {
            if let Some(told) = reply.as_ref().ok().and_then(recognised) {
                instance = instance.or(told);
                sources.push(source);
            }
        }
        let clock_skew = [&auth_info, &instance_info]
            .into_iter()
            .find_map(|reply| reply.as_ref().ok()?.clock_skew());
        let mut is_closed = false;
        if sources.is_empty() {
            settle(&auth_info, &instance_info)?;
            is_closed = [&auth_info, &instance_info]
                .into_iter()
                .any(|reply| reply.as_ref().is_ok_and(asks_for_sign_in));
        }
        let authorisation_server = self
            .authorisation_server(web_app, &instance, is_closed, &mut sources)
            .await?;
        Ok(Discovery {
            authorisation_server_elsewhere: !authorisation_server.same_origin(web_app),
            tenant: self
                .overrides
                .tenant
                .clone()
                .or_else(|| instance.tenant.clone()),
            told_tenant: instance.tenant,
            product: instance.product,
            version: instance.version,
            hosted: hosted(web_app, instance.has_hosted_group),
            web_app: web_app.clone(),
            resource_server,
            authorisation_server,
            clock_skew,
            sources,
        })
    }

    async fn authorisation_server(
        &self,
        web_app: &Url,
        instance: &Instance,
        is_closed: bool,
        sources: &mut Vec<Source>,
    ) -> Result<ServerUrl, HaloError> {
        let known_as_halo = !sources.is_empty();
        // Any sign-in server speaks OAuth. What makes it a Halo's is an API beside it that has
        // Halo's two calls and keeps them to itself.
        if !known_as_halo && !is_closed {
            return Err(HaloError::NotHalo);
        }
        if let Some(chosen) = self.overrides.authorisation_server.clone() {
            let chosen = chosen.without_token();
            if !known_as_halo {
                let refusal = self.refusal_at(&chosen).await?;
                refusal.filter(speaks_oauth).ok_or(HaloError::NotHalo)?;
                sources.push(Source::TokenEndPoint);
            }
            return Ok(chosen);
        }
        if let Some(told) = &instance.authorisation_server {
            return self.with_its_path(told).await;
        }
        let usual = ServerUrl::from_checked(address::below(web_app, "auth"));
        if known_as_halo {
            return Ok(usual);
        }
        let metadata = self
            .ask(usual.join(".well-known/openid-configuration"))
            .await?;
        if let Some(issuer) = token_issuer(&metadata, web_app) {
            sources.push(Source::OpenIdMetadata);
            return Ok(issuer);
        }
        // A host that Halo runs is known by its certificate; elsewhere only OAuth's own words tell
        // a token end point from whatever else refuses to be read.
        let is_halos = address::is_hosted_by_halo(usual.host());
        let refusal = self.refusal_at(&usual).await?;
        refusal
            .filter(|reply| speaks_oauth(reply) || is_halos)
            .ok_or(HaloError::NotHalo)?;
        sources.push(Source::TokenEndPoint);
        Ok(usual)
    }

    /// Halo sometimes tells its authorisation server without a path (confirmed from a public
    /// client); which path is meant shows by asking.
    async fn with_its_path(&self, told: &ServerUrl) -> Result<ServerUrl, HaloError> {
        if !matches!(told.as_url().path(), "" | "/") {
            return Ok(told.clone());
        }
        let usual = ServerUrl::from_checked(address::below(told.as_url(), "auth"));
        let is_there = self.refusal_at(told).await?.is_some();
        Ok(if is_there || self.refusal_at(&usual).await?.is_none() {
            told.clone()
        } else {
            usual
        })
    }

    /// The answer of a token end point to a GET, which is a refusal; `None` if something else
    /// is there.
    async fn refusal_at(&self, server: &ServerUrl) -> Result<Option<Reply>, HaloError> {
        let reply = match self.ask(server.token_end_point()).await {
            Err(HaloError::RedirectedElsewhere { .. }) => return Ok(None),
            reply => reply?,
        };
        let refuses = matches!(reply.status(), 400 | 401 | 405)
            && !reply.has_foreign_challenge()
            && reply.content() != Err(Body::Html);
        Ok(refuses.then_some(reply))
    }

    async fn ask(&self, url: Url) -> Result<Reply, HaloError> {
        self.transport
            .send(self.errand, Call::Get { url, token: None })
            .await
    }
}

fn recognised(reply: &Reply) -> Option<Instance> {
    if !reply.is_success() {
        return None;
    }
    Instance::read(reply.content().ok()?)
}

/// The call is there and wants a token. A browser's own sign-in is somebody else's.
fn asks_for_sign_in(reply: &Reply) -> bool {
    matches!(reply.status(), 401 | 403)
        && !reply.has_foreign_challenge()
        && reply.content() != Err(Body::Html)
}

/// The answer is a refusal as RFC 6749 (section 5.2) words it.
fn speaks_oauth(reply: &Reply) -> bool {
    let Ok(json) = reply.content() else {
        return false;
    };
    let error = json.get("error").and_then(Value::as_str);
    error.is_some_and(|error| OAUTH_ERRORS.contains(&error))
}

const OAUTH_ERRORS: [&str; 6] = [
    "invalid_request",
    "invalid_client",
    "invalid_grant",
    "unauthorized_client",
    "unsupported_grant_type",
    "invalid_scope",
];

/// Neither call made the host known: go on to the fall-backs if it answered at all.
fn settle(
    auth_info: &Result<Reply, HaloError>,
    instance_info: &Result<Reply, HaloError>,
) -> Result<(), HaloError> {
    match (auth_info, instance_info) {
        // A web page at both places: the web application answers where the API should be.
        (Ok(one), Ok(other)) if is_web_page(one) && is_web_page(other) => Err(HaloError::NotHalo),
        (Ok(one), Ok(other)) => {
            let worst = if one.status() >= other.status() {
                one
            } else {
                other
            };
            match worst.refusal() {
                trouble @ (HaloError::ServerError { .. } | HaloError::RateLimited { .. }) => {
                    Err(trouble)
                }
                _ => Ok(()),
            }
        }
        (Err(error), _) | (_, Err(error)) => Err(error.clone()),
    }
}

fn is_web_page(reply: &Reply) -> bool {
    reply.is_success() && reply.content() == Err(Body::Html)
}

/// The authorisation server named by `OpenID` metadata.
fn token_issuer(metadata: &Reply, web_app: &Url) -> Option<ServerUrl> {
    if !metadata.is_success() {
        return None;
    }
    let fields = metadata.content().ok()?;
    let end_point = fields.get("token_endpoint")?.as_str()?;
    fields.get("issuer")?.as_str()?;
    let server: ServerUrl = end_point.parse().ok()?;
    let halo = server.same_origin(web_app) || address::is_hosted_by_halo(server.host());
    Some(server.without_token()).filter(|_| halo)
}

fn hosted(web_app: &Url, has_hosted_group: bool) -> Option<bool> {
    let by_name = web_app.host_str().is_some_and(address::is_hosted_by_halo);
    (by_name || has_hosted_group).then_some(true)
}
