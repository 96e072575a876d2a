//! The token, and which scope is to blame when Halo refuses the set.
//!
//! What Halo does with a known scope that is not ticked is not settled: a narrowed grant or
//! `invalid_scope`. Both are handled: a refused set is tried scope by scope within the request
//! budget, and what can be granted is used for the rest of the run.

use std::collections::BTreeSet;

use halo::{Credentials, Discovery, Errand, HaloError, Token, Transport};
use secrecy::{ExposeSecret, SecretString};
use setup::facts::{SignInProblem, TokenFact};
use setup::plan::Plan;

use super::{Looks, NoSecret, Target};

/// Asks for a token with every scope the plan wants.
///
/// # Errors
/// Why no token of use was issued.
pub(super) async fn sign_in(
    transport: &Transport,
    errand: &Errand,
    plan: &Plan,
    target: &Target,
    discovery: &Discovery,
    looks: &Looks,
) -> Result<(Token, TokenFact), SignInProblem> {
    let secret = target
        .secret
        .as_ref()
        .map_err(|why| SignInProblem::NoSecret { keychain_closed: *why == NoSecret::KeychainClosed })?;
    let door = Door { transport, errand, discovery, credentials: credentials(target, secret) };
    let wanted: Vec<&str> = plan.wanted.scopes.iter().map(String::as_str).collect();

    let (token, asked, refused) = match looks.look("probe-sign-in", door.ask(&wanted)).await {
        Ok(token) => (token, wanted, BTreeSet::new()),
        Err(HaloError::InvalidScope { .. }) => {
            looks.look("probe-scope-alone", door.ask_one_by_one(&wanted)).await.map_err(problem)?
        }
        Err(error) => return Err(problem(error)),
    };
    let identity = token.identity.clone().unwrap_or_default();
    let fact = TokenFact {
        asked: asked.into_iter().map(str::to_owned).collect(),
        granted: token.granted.as_ref().map(|granted| granted.iter().cloned().collect()),
        refused,
        agent_name: identity.name,
        agent_email: identity.email,
    };
    Ok((token, fact))
}

fn credentials(target: &Target, secret: &SecretString) -> Credentials {
    Credentials {
        client_id: target.client_id.clone().unwrap_or_default(),
        secret: SecretString::from(secret.expose_secret()),
    }
}

/// The token end point and the credentials for it.
struct Door<'a> {
    transport: &'a Transport,
    errand: &'a Errand,
    discovery: &'a Discovery,
    credentials: Credentials,
}

impl Door<'_> {
    async fn ask(&self, scopes: &[&str]) -> Result<Token, HaloError> {
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

    /// Tries each scope alone, then all that were granted together.
    async fn ask_one_by_one<'s>(
        &self,
        wanted: &[&'s str],
    ) -> Result<(Token, Vec<&'s str>, BTreeSet<String>), HaloError> {
        let mut granted = Vec::new();
        let mut refused = BTreeSet::new();
        for scope in wanted {
            match self.ask(&[scope]).await {
                Ok(_) => granted.push(*scope),
                Err(HaloError::InvalidScope { .. }) => {
                    refused.insert((*scope).to_owned());
                }
                Err(error) => return Err(error),
            }
        }
        if granted.is_empty() {
            return Err(HaloError::InvalidScope { asked: Vec::new(), description: None });
        }
        Ok((self.ask(&granted).await?, granted, refused))
    }
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
        HaloError::TimedOut { .. } | HaloError::Cancelled | HaloError::BudgetSpent => SignInProblem::TimedOut,
        HaloError::Refused { said, .. } => SignInProblem::Refused { said },
        HaloError::NotJson { .. } | HaloError::TooLarge | HaloError::NotHalo => SignInProblem::NotJson,
        other => SignInProblem::Refused { said: other.to_string() },
    }
}
