//! Whether the tenant is to blame: where the admin gave another one than Halo itself names and the
//! sign-in was refused, Halo's own is tried, and then the given one once more.

use setup::facts::{SignInProblem, TenantFact};
use setup::plan::Plan;

use super::Looks;
use super::sign_in::{self, Door, NotIssued, SignedIn};

/// Finds out whether `refused` is the tenant's fault. A refusal that has passed by then was not.
///
/// # Errors
/// [`SignInProblem::WrongTenant`], where the tenant that Halo names works and the given one is
/// refused before and after; otherwise what was refused, or what came in its place.
pub(super) async fn sign_in<'a>(
    door: &Door<'_>,
    plan: &'a Plan,
    tenant: &TenantFact,
    looks: &Looks,
    refused: NotIssued,
) -> Result<SignedIn<'a>, NotIssued> {
    let (TenantFact::Another { told }, Some(given)) = (tenant, door.tenant()) else {
        return Err(refused);
    };
    if !may_be_the_tenant(&refused.problem) {
        return Err(refused);
    }
    if sign_in::sign_in(&door.for_tenant(told), plan, looks)
        .await
        .is_err()
    {
        return Err(refused);
    }
    let again = sign_in::sign_in(door, plan, looks).await;
    again.map_err(|again| {
        if !may_be_the_tenant(&again.problem) {
            return again;
        }
        NotIssued {
            problem: SignInProblem::WrongTenant {
                named: given.to_owned(),
                right: told.clone(),
            },
            said: again.said,
        }
    })
}

/// How Halo answers to a wrong tenant is not known.
fn may_be_the_tenant(problem: &SignInProblem) -> bool {
    matches!(
        problem,
        SignInProblem::ClientNotRecognised
            | SignInProblem::Refused { .. }
            | SignInProblem::NothingThere
            | SignInProblem::NotJson
            | SignInProblem::NotAToken
            | SignInProblem::ServerError
    )
}
