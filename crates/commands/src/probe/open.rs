//! Signs in exactly as a check does, with the scopes that the product asks for, for what is not a
//! check: picking a customer, and the test ticket.

use halo::{Errand, Halo, Transport};
use setup::plan::Plan;

use super::sign_in::{Door, sign_in};
use super::{Looks, Target, find};

/// Why Halo is not open to this connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Closed {
    /// No Halo answers at the address.
    NotReached,
    /// No token of use was issued.
    NotSignedIn,
}

/// The Halo, signed in to.
///
/// # Errors
/// [`Closed`] when it does not answer or issues no token; a check says why.
pub(crate) async fn open(
    transport: &Transport,
    errand: &Errand,
    plan: &Plan,
    target: &Target,
) -> Result<Halo, Closed> {
    let looks = Looks::default();
    let discovery = find(transport, errand, target, &looks)
        .await
        .map_err(|_| Closed::NotReached)?;
    let door = Door::new(transport, errand, &discovery, target).map_err(|_| Closed::NotSignedIn)?;
    let signed_in = Box::pin(sign_in(&door, plan, &looks))
        .await
        .map_err(|_| Closed::NotSignedIn)?;
    let resource_server = door.resource_server();
    Ok(Halo::new(
        transport.clone(),
        resource_server,
        signed_in.token,
    ))
}
