//! The token, and which scope is to blame when Halo refuses the set.
//!
//! What Halo does with a known scope that is not ticked is not settled: a narrowed grant or
//! `invalid_scope`. Both are handled, also side by side: [`scope_search`] puts a refused set
//! together again, and what Halo accepts is used for the rest of the run.

use halo::{Body, Credentials, Discovery, Errand, HaloError, ServerUrl, Token, Transport};
use secrecy::{ExposeSecret, SecretString};
use setup::facts::{SignInProblem, TokenFact};
use setup::plan::Plan;

use super::facts::address_problem;
use super::scope_search::{self, Found, IssuesTokens};
use super::{Looks, NoSecret, Target};

/// A token with what is known of it, and the scopes to ask for when it is renewed.
pub(super) struct SignedIn<'a> {
    pub(super) token: Token,
    pub(super) fact: TokenFact,
    pub(super) scopes: Vec<&'a str>,
}

/// Why there is no token of use, with what Halo said about it.
#[derive(Debug)]
pub(super) struct NotIssued {
    pub(super) problem: SignInProblem,
    /// Halo's words, short and without secrets.
    pub(super) said: Option<String>,
}

impl From<SignInProblem> for NotIssued {
    fn from(problem: SignInProblem) -> Self {
        Self {
            problem,
            said: None,
        }
    }
}

impl From<HaloError> for NotIssued {
    fn from(error: HaloError) -> Self {
        let said = match &error {
            HaloError::InvalidClient { description } => description.clone(),
            _ => None,
        };
        Self {
            problem: problem(error),
            said,
        }
    }
}

/// Asks for a token with every scope the plan wants.
///
/// # Errors
/// Why no token of use was issued.
pub(super) async fn sign_in<'a>(
    door: &Door<'_>,
    plan: &'a Plan,
    looks: &Looks,
) -> Result<SignedIn<'a>, NotIssued> {
    let wanted: Vec<&str> = plan.wanted.scopes.iter().map(String::as_str).collect();
    if wanted.is_empty() {
        // Without a scope Halo is not asked for a token, so nobody is told that it was.
        return Err(SignInProblem::NoScopeAsked.into());
    }
    let found = match looks.look("probe-sign-in", door.ask(&wanted)).await {
        Ok(token) => Found::by(token, wanted),
        Err(HaloError::InvalidScope { .. }) => {
            let searching = scope_search::search(door, &wanted);
            looks.look("probe-scope-alone", Box::pin(searching)).await?
        }
        Err(error) => return Err(error.into()),
    };
    let Found {
        token,
        accepted: scopes,
        refused,
        apart,
        untold,
    } = found;
    let identity = token.identity.clone().unwrap_or_default();
    let fact = TokenFact {
        asked: scopes.iter().copied().map(str::to_owned).collect(),
        granted: token
            .granted
            .as_ref()
            .map(|granted| granted.iter().cloned().collect()),
        refused,
        apart,
        untold,
        agent_name: identity.name,
        agent_email: identity.email,
    };
    Ok(SignedIn {
        token,
        fact,
        scopes,
    })
}

/// The token end point and the credentials for it.
pub(super) struct Door<'a> {
    transport: &'a Transport,
    errand: &'a Errand,
    discovery: &'a Discovery,
    tenant: Option<String>,
    credentials: Credentials,
}

impl<'a> Door<'a> {
    /// The door of this target.
    ///
    /// # Errors
    /// When there is no secret, or when it would go to a host that nobody has confirmed.
    pub(super) fn new(
        transport: &'a Transport,
        errand: &'a Errand,
        discovery: &'a Discovery,
        target: &Target,
    ) -> Result<Self, SignInProblem> {
        let secret = target
            .secret
            .as_ref()
            .map_err(|why| SignInProblem::NoSecret {
                keychain_closed: *why == NoSecret::KeychainClosed,
            })?;
        if discovery.authorisation_server_elsewhere && !is_trusted(discovery, target) {
            let host = discovery.authorisation_server.host().to_owned();
            return Err(SignInProblem::NotConfirmed { host });
        }
        let credentials = Credentials {
            client_id: target.client_id.clone().unwrap_or_default(),
            secret: SecretString::from(secret.expose_secret()),
        };
        Ok(Self {
            transport,
            errand,
            discovery,
            tenant: discovery.tenant.clone(),
            credentials,
        })
    }

    /// The same door as another tenant has it.
    pub(super) fn for_tenant(&self, tenant: &str) -> Self {
        Self {
            transport: self.transport,
            errand: self.errand,
            discovery: self.discovery,
            tenant: Some(tenant.to_owned()),
            credentials: self.credentials.clone(),
        }
    }

    /// The tenant that is signed in to, where one is known.
    pub(super) fn tenant(&self) -> Option<&str> {
        self.tenant.as_deref()
    }

    /// Where the API is.
    pub(super) fn resource_server(&self) -> ServerUrl {
        self.discovery.resource_server.clone()
    }

    pub(super) async fn ask(&self, scopes: &[&str]) -> Result<Token, HaloError> {
        halo::sign_in(
            self.transport,
            self.errand,
            &self.discovery.authorisation_server,
            self.tenant.as_deref(),
            &self.credentials,
            scopes,
        )
        .await
    }
}

impl IssuesTokens for Door<'_> {
    type Token = Token;

    async fn issue(&self, scopes: &[&str]) -> Result<Token, HaloError> {
        self.ask(scopes).await
    }
}

/// Another host than the API's gets the secret only if it is Halo's own, or if the admin named it.
fn is_trusted(discovery: &Discovery, target: &Target) -> bool {
    let server = &discovery.authorisation_server;
    let is_loopback = halo::is_loopback(server.as_url()) && halo::is_loopback(&discovery.web_app);
    target.authorisation_server.is_some() || halo::is_hosted_by_halo(server.host()) || is_loopback
}

fn problem(error: HaloError) -> SignInProblem {
    match error {
        HaloError::InvalidClient { .. } => SignInProblem::ClientNotRecognised,
        HaloError::UnauthorizedClient => SignInProblem::GrantNotAllowed,
        HaloError::InvalidScope { .. } => SignInProblem::ScopeRefused,
        HaloError::NoScopeGranted => SignInProblem::NoScopeGranted,
        HaloError::RateLimited { .. } => SignInProblem::RateLimited,
        HaloError::ServerError { .. } => SignInProblem::ServerError,
        HaloError::RedirectedElsewhere { host } => SignInProblem::RedirectedElsewhere { host },
        HaloError::TimedOut { .. } | HaloError::Cancelled | HaloError::BudgetSpent => {
            SignInProblem::TimedOut
        }
        HaloError::Refused { said, .. } => SignInProblem::Refused { said },
        HaloError::NotJson {
            found: Body::UnexpectedShape,
            ..
        } => SignInProblem::NotAToken,
        HaloError::NotJson { .. } | HaloError::TooLarge | HaloError::NotHalo => {
            SignInProblem::NotJson
        }
        HaloError::NotFound => SignInProblem::NothingThere,
        HaloError::NameNotFound
        | HaloError::TlsUntrusted
        | HaloError::TlsExpired { .. }
        | HaloError::TlsWrongHost { .. }
        | HaloError::ProxyRefused
        | HaloError::ProxyWantsSignIn => SignInProblem::NotConnected {
            problem: address_problem(&error),
        },
        HaloError::Unreachable | HaloError::TlsFailed | HaloError::NoTransport => {
            SignInProblem::Unreachable
        }
        HaloError::Unauthorised | HaloError::Forbidden => SignInProblem::Refused {
            said: String::new(),
        },
    }
}
