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
mod open;
mod presented;
mod scope_search;
mod session;
mod sign_in;
mod sign_in_again;

use halo::{Address, Discovery, Errand, Overrides, ServerUrl, Transport};
use secrecy::SecretString;
use setup::facts::{AddressProblem, Asked, Facts, HaloFound, Host, SignIn};
use setup::plan::Plan;

use session::Session;
use sign_in::{Door, NotIssued, SignedIn};

pub use focus::Focus;
pub use looks::Looks;
pub(crate) use open::{NotOpen, open};

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
    let mut facts = Facts {
        asked_at: Some(jiff::Timestamp::now()),
        presented: presented::of(target),
        ..Facts::default()
    };

    let discovery = match find(transport, errand, target, looks).await {
        Ok(discovery) => discovery,
        Err(problem) => {
            facts.host = Host::Failed(problem);
            return facts;
        }
    };
    facts.host = Host::Found(facts::halo_found(&discovery));
    facts.presented.tenant = presented::tenant(target, discovery.told_tenant.as_deref());
    facts.clock_skew_seconds = discovery.clock_skew.map(|skew| skew.as_secs());
    // A product that signs in another way has no secret, and nobody tried anything with it.
    let nothing_to_try = !plan.has_secret() && target.secret.is_err();
    if nothing_to_try || !focus.signs_in() {
        return facts;
    }

    let door = match Door::new(transport, errand, &discovery, target) {
        Ok(door) => door,
        Err(problem) => {
            facts.sign_in = SignIn::Failed(problem);
            return facts;
        }
    };
    let mut signed_in = Box::pin(sign_in::sign_in(&door, plan, looks)).await;
    if let Err(refused) = signed_in {
        let tenant = &facts.presented.tenant;
        let again = sign_in_again::sign_in(&door, plan, tenant, looks, refused);
        signed_in = Box::pin(again).await;
    }
    let SignedIn {
        token,
        fact,
        scopes,
    } = match signed_in {
        Ok(signed_in) => signed_in,
        Err(NotIssued { problem, said }) => {
            facts.presented.said = said;
            facts.sign_in = SignIn::Failed(problem);
            return facts;
        }
    };
    facts.sign_in = SignIn::Issued(fact);

    let session = Session::new(transport, &door, scopes, looks, token);
    Box::pin(lists::ask(&session, errand, plan, focus, &mut facts)).await;
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
    let address: Address = target
        .address
        .parse()
        .map_err(|error| facts::address_error(&error))?;
    let authorisation_server = target
        .authorisation_server
        .as_deref()
        .map(str::parse::<ServerUrl>)
        .transpose()
        .map_err(|error| facts::address_error(&error))?;
    let overrides = Overrides {
        authorisation_server,
        tenant: target.tenant.clone(),
    };
    looks
        .look(
            "probe-address",
            Box::pin(halo::discover(transport, errand, &address, &overrides)),
        )
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
