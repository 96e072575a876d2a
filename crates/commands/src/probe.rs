//! Asks Halo for the facts a plan needs, along their real dependencies:
//! discovery → token → everything that needs only the token → details of what was found.
//!
//! Called by [`crate::check`]. Every refusal and failure is written down as a fact; nothing here
//! decides what is good or bad ([`setup::judge`] does), and nothing here ends a run early but the
//! admin's Cancel.

mod facts;
mod focus;
mod lists;
mod looks;
mod sign_in;

use halo::{Address, Discovery, Errand, Halo, Overrides, ServerUrl, Transport};
use secrecy::SecretString;
use setup::facts::{AddressProblem, Asked, Facts, HaloFound, Host, SignIn, SignInProblem};
use setup::plan::Plan;

pub use focus::Focus;
pub use looks::Looks;

/// What a run needs to know of the connection.
pub struct Target {
    /// What was typed as the address.
    pub address: String,
    /// The authorisation server, where the admin corrected it.
    pub authorisation_server: Option<String>,
    /// The tenant, where the admin gave one.
    pub tenant: Option<String>,
    /// The Client ID, once known.
    pub client_id: Option<String>,
    /// The Client Secret, or why there is none.
    pub secret: Result<SecretString, NoSecret>,
}

/// Why there is no secret to sign in with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoSecret {
    /// None is stored for this connection.
    NotStored,
    /// The keychain could not be read.
    KeychainClosed,
}

/// Asks Halo for what the plan needs within the focus.
pub async fn probe(
    transport: &Transport,
    errand: &Errand,
    plan: &Plan,
    focus: &Focus,
    target: &Target,
    looks: &Looks,
) -> Facts {
    let mut facts = Facts::default();

    let discovery = match find(transport, errand, target, looks).await {
        Ok(discovery) => discovery,
        Err(problem) => {
            facts.host = Host::Failed(problem);
            return facts;
        }
    };
    facts.host = Host::Found(facts::halo_found(&discovery));
    facts.clock_skew_seconds = discovery.clock_skew.map(|skew| skew.as_secs());
    if !focus.signs_in() {
        return facts;
    }

    let token = match sign_in::sign_in(transport, errand, plan, target, &discovery, looks).await {
        Ok((token, fact)) => {
            facts.sign_in = SignIn::Issued(fact);
            token
        }
        Err(problem) => {
            // A redirect of the token call is a matter of the address.
            if let SignInProblem::RedirectedElsewhere { host } = &problem {
                facts.host = Host::Failed(AddressProblem::RedirectedElsewhere { host: host.clone() });
            }
            facts.sign_in = SignIn::Failed(problem);
            return facts;
        }
    };

    let halo = Halo::new(transport.clone(), discovery.resource_server.clone(), token);
    lists::first_round(&halo, errand, plan, focus, looks, &mut facts).await;
    lists::second_round(&halo, errand, plan, focus, looks, &mut facts).await;
    facts
}

/// Looks for the Halo at the target's address.
///
/// # Errors
/// [`AddressProblem`] when it is no address, does not answer, or is not a Halo.
pub async fn find(
    transport: &Transport,
    errand: &Errand,
    target: &Target,
    looks: &Looks,
) -> Result<Discovery, AddressProblem> {
    let address: Address = target.address.parse().map_err(|error| facts::address_error(&error))?;
    let authorisation_server = target
        .authorisation_server
        .as_deref()
        .map(str::parse::<ServerUrl>)
        .transpose()
        .map_err(|error| facts::address_error(&error))?;
    let overrides = Overrides { authorisation_server, tenant: target.tenant.clone() };
    looks
        .look("probe-address", halo::discover(transport, errand, &address, &overrides))
        .await
        .map_err(|error| facts::address_problem(&error))
}

/// The discovery as the domain knows it.
pub fn halo_found(discovery: &Discovery) -> HaloFound {
    facts::halo_found(discovery)
}

/// Turns an answer of Halo's into a fact.
fn asked<T>(answer: Result<T, halo::HaloError>) -> Asked<T> {
    match answer {
        Ok(answer) => Asked::Answered(answer),
        Err(error) => facts::not_answered(&error),
    }
}
