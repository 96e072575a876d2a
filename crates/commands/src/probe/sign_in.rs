//! The token, and which scope is to blame when Halo refuses the set.
//!
//! What Halo does with a known scope that is not ticked is not settled: a narrowed grant or
//! `invalid_scope`. Both are handled, also side by side: a refused set is put together again
//! scope by scope within the request budget, and what Halo accepts is used for the rest of the
//! run.

use std::collections::{BTreeMap, BTreeSet};

use halo::{Body, Credentials, Discovery, Errand, HaloError, ServerUrl, Stage, Token, Transport};
use secrecy::{ExposeSecret, SecretString};
use setup::facts::{Failure, SignInProblem, TokenFact};
use setup::plan::Plan;

use super::facts::address_problem;
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
        return Err(SignInProblem::NoScopeGranted.into());
    }
    let opened = match looks.look("probe-sign-in", door.ask(&wanted)).await {
        Ok(token) => Opened::by(token, wanted),
        Err(HaloError::InvalidScope { .. }) => {
            looks
                .look("probe-scope-alone", Box::pin(door.ask_one_by_one(&wanted)))
                .await?
        }
        Err(error) => return Err(error.into()),
    };
    let Opened {
        token,
        scopes,
        refused,
        untold,
    } = opened;
    let identity = token.identity.clone().unwrap_or_default();
    let fact = TokenFact {
        asked: scopes.iter().copied().map(str::to_owned).collect(),
        granted: token
            .granted
            .as_ref()
            .map(|granted| granted.iter().cloned().collect()),
        refused,
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
            credentials,
        })
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
            self.discovery.tenant.as_deref(),
            &self.credentials,
            scopes,
        )
        .await
    }

    /// Puts the set together again: each scope is asked for beside those that were accepted, so
    /// that the last token that came opens all that can be opened.
    async fn ask_one_by_one<'s>(&self, wanted: &[&'s str]) -> Result<Opened<'s>, HaloError> {
        let mut last = None;
        let mut accepted = Vec::new();
        let mut refused = BTreeSet::new();
        let mut untold = BTreeMap::new();
        let mut trouble = None;
        for scope in wanted {
            let with_it = [accepted.as_slice(), &[*scope]].concat();
            let answer = match &trouble {
                // A server that fails twice is not asked for the rest.
                Some((error, 2..)) => Err(HaloError::clone(error)),
                _ => self.ask(&with_it).await,
            };
            match answer {
                Ok(token) => {
                    last = Some(token);
                    accepted = with_it;
                }
                // Known, and not ticked: the grant is narrowed to nothing.
                Err(HaloError::NoScopeGranted) => accepted = with_it,
                Err(HaloError::InvalidScope { .. }) => {
                    refused.insert((*scope).to_owned());
                }
                // The application may sign in, as the tokens before show: this is the scope's.
                Err(HaloError::UnauthorizedClient) if last.is_some() => {
                    refused.insert((*scope).to_owned());
                }
                Err(error) => {
                    let failure = failure(&error).ok_or_else(|| error.clone())?;
                    untold.insert((*scope).to_owned(), failure);
                    let times = trouble.map_or(0, |(_, times)| times);
                    trouble = Some((error, times + 1));
                }
            }
        }
        let Some(token) = last else {
            return Err(match trouble {
                Some((error, _)) => error,
                None if accepted.is_empty() => HaloError::InvalidScope {
                    asked: Vec::new(),
                    description: None,
                },
                None => HaloError::NoScopeGranted,
            });
        };
        Ok(Opened {
            token,
            scopes: accepted,
            refused,
            untold,
        })
    }
}

/// A token, the scopes that it was asked for with, and those that it was not.
struct Opened<'s> {
    token: Token,
    scopes: Vec<&'s str>,
    refused: BTreeSet<String>,
    untold: BTreeMap<String, Failure>,
}

impl<'s> Opened<'s> {
    /// By a request that Halo accepted as it was.
    fn by(token: Token, scopes: Vec<&'s str>) -> Self {
        Self {
            token,
            scopes,
            refused: BTreeSet::new(),
            untold: BTreeMap::new(),
        }
    }
}

/// What a failed request says of the scope it was about; `None` where it is about the sign-in
/// itself.
fn failure(error: &HaloError) -> Option<Failure> {
    match error {
        HaloError::ServerError { .. } => Some(Failure::ServerError),
        HaloError::TimedOut {
            stage: Stage::Connect | Stage::Answer,
        } => Some(Failure::TimedOut),
        HaloError::RateLimited { .. } => Some(Failure::RateLimited),
        HaloError::NotJson { .. } => Some(Failure::NotReadable),
        HaloError::TooLarge => Some(Failure::TooLarge),
        _ => None,
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
