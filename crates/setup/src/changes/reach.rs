//! Whether a run reached Halo at all: what could not be reached says nothing of the set-up.

use crate::facts::{AddressProblem, Facts, Host, SignIn, SignInProblem};
use crate::judge::reads::Reads;

/// Whether Halo was reached, and could be asked. It was not when nothing answers, when it answers
/// with nothing but server errors, and when the keychain is closed: states that pass by themselves
/// and are no change of the connection. A refusal is an answer. `whole` says that the run asked for
/// everything: only then do failures alone mean that Halo is down.
pub fn is_reached(facts: &Facts, whole: bool) -> bool {
    let host = !matches!(
        facts.host,
        Host::Failed(
            AddressProblem::NameNotFound
                | AddressProblem::Unreachable
                | AddressProblem::TimedOut
                | AddressProblem::ProxyRefused
                | AddressProblem::ProxyWantsSignIn
                | AddressProblem::ServerError
                | AddressProblem::RateLimited
        )
    );
    let sign_in = !matches!(
        facts.sign_in,
        SignIn::Failed(
            SignInProblem::RateLimited
                | SignInProblem::ServerError
                | SignInProblem::TimedOut
                | SignInProblem::Unreachable
                | SignInProblem::NotConnected {
                    problem: AddressProblem::NameNotFound
                        | AddressProblem::ProxyRefused
                        | AddressProblem::ProxyWantsSignIn
                }
                | SignInProblem::NoSecret {
                    keychain_closed: true
                }
        )
    );
    host && sign_in && !(whole && Reads::of(facts).nothing_but_failures())
}
