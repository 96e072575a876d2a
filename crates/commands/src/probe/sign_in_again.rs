//! Whether the tenant is to blame: where the admin named one and the sign-in was refused, the one
//! that Halo itself names is tried once, at the same sign-in server.

use halo::{Errand, Transport};
use secrecy::{ExposeSecret, SecretString};
use setup::facts::SignInProblem;
use setup::plan::Plan;

use super::sign_in::{self, Door};
use super::{Looks, Target, find};

/// [`SignInProblem::WrongTenant`], where the tenant that Halo names works and the named one did
/// not. Costs three requests at most, and none where no tenant was named.
pub(super) async fn with_told_tenant(
    transport: &Transport,
    errand: &Errand,
    plan: &Plan,
    target: &Target,
    looks: &Looks,
) -> Option<SignInProblem> {
    let named = target.tenant.clone()?;
    let secret = target.secret.as_ref().ok()?;
    let untold = Target {
        address: target.address.clone(),
        authorisation_server: target.authorisation_server.clone(),
        tenant: None,
        client_id: target.client_id.clone(),
        secret: Ok(SecretString::from(secret.expose_secret())),
    };
    let discovery = find(transport, errand, &untold, looks).await.ok()?;
    let right = discovery.tenant.clone()?;
    if right.eq_ignore_ascii_case(named.trim()) {
        return None;
    }
    let door = Door::new(transport, errand, &discovery, &untold).ok()?;
    let signed_in = sign_in::sign_in(&door, plan, looks).await;
    signed_in
        .is_ok()
        .then_some(SignInProblem::WrongTenant { named, right })
}
