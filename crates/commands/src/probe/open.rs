//! Opens a Halo for what is not a check: discovery and token, with the scopes that the product
//! asks for, and nothing else.
//!
//! Called by the mapping and by the test ticket. A check asks more and forgives more; see
//! [`super::probe`].

use halo::{Errand, Halo, Transport};
use setup::facts::SignInProblem;
use setup::plan::Plan;

use super::sign_in::{self, Door};
use super::{Looks, Target, find};

/// Why it did not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotOpen {
    /// No Halo answers at the address.
    NotFound,
    /// There is no secret.
    NoSecret,
    /// The keychain did not give it.
    KeychainClosed,
    /// Halo was asked too often.
    RateLimited,
    /// Halo or the way to it had a problem.
    NoAnswer,
    /// Halo did not sign the application in.
    Refused,
}

/// Signs in to the target's Halo.
pub(crate) async fn open(
    transport: &Transport,
    errand: &Errand,
    plan: &Plan,
    target: &Target,
) -> Result<Halo, NotOpen> {
    let looks = Looks::default();
    let discovery = find(transport, errand, target, &looks)
        .await
        .map_err(|_| NotOpen::NotFound)?;
    let door = Door::new(transport, errand, &discovery, target).map_err(|problem| why(&problem))?;
    let signed_in = Box::pin(sign_in::sign_in(&door, plan, &looks))
        .await
        .map_err(|not_issued| why(&not_issued.problem))?;
    Ok(Halo::new(
        transport.clone(),
        door.resource_server(),
        signed_in.token,
    ))
}

fn why(problem: &SignInProblem) -> NotOpen {
    match problem {
        SignInProblem::NoSecret {
            keychain_closed: true,
        } => NotOpen::KeychainClosed,
        SignInProblem::NoSecret { .. } => NotOpen::NoSecret,
        SignInProblem::RateLimited => NotOpen::RateLimited,
        SignInProblem::ServerError
        | SignInProblem::TimedOut
        | SignInProblem::Unreachable
        | SignInProblem::NotConnected { .. } => NotOpen::NoAnswer,
        _ => NotOpen::Refused,
    }
}
