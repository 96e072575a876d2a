//! Judges the Client ID and the Client Secret by what the token request gave, and the clocks of
//! both computers, which a token's life depends on.

use crate::facts::{Failure, SignIn, SignInProblem};
use crate::finding::Evidence;

use super::cause::Cause;
use super::look::{Granted, Look};
use super::places::Place;
use super::unrecognised;
use super::verdict::{About, Verdict};

/// Clocks further apart than this are worth a warning.
const MOST_SKEW_SECONDS: u64 = 300;

pub(super) fn judge(look: &Look<'_>) -> Verdict {
    let about = About::new("credentials", "about-credentials");
    if let Some(cause @ (Cause::AddressFirst | Cause::NoCredentials)) = look.stopped() {
        return about.unknown(cause);
    }
    let skewed = skew(look).is_some_and(|seconds| seconds > MOST_SKEW_SECONDS);
    if let SignIn::Failed(problem) = &look.facts.sign_in {
        return failed(look, &about, problem).remark_if(skewed, "remark-clock");
    }
    if *look.granted() == Granted::Nothing {
        return without_scopes(&about);
    }
    if skewed {
        return about
            .warning("clock_skew", Evidence::Api, "credentials-clock-skew")
            .count("minutes", skew(look).unwrap_or_default() / 60);
    }
    about.passed(Evidence::Api, "credentials-accepted")
}

fn skew(look: &Look<'_>) -> Option<u64> {
    look.facts.clock_skew_seconds.map(i64::unsigned_abs)
}

fn without_scopes(about: &About) -> Verdict {
    about
        .failed(
            "no_scope_granted",
            Evidence::Behaviour,
            "credentials-no-scope-granted",
        )
        .at(Place::Application("Permissions"))
}

fn failed(look: &Look<'_>, about: &About, problem: &SignInProblem) -> Verdict {
    let refused = |code, words| {
        let verdict = about.failed(code, Evidence::Api, words);
        verdict.at(Place::Application("Details"))
    };
    match problem {
        SignInProblem::ClientNotRecognised => {
            refused("client_not_recognised", "credentials-client-not-recognised")
                .suspect(unrecognised::suspects(look))
        }
        SignInProblem::WrongTenant { named, right } => about
            .failed(
                "wrong_tenant",
                Evidence::Behaviour,
                "credentials-wrong-tenant",
            )
            .with("named", named)
            .with("right", right)
            .at(Place::ApiDetails),
        SignInProblem::GrantNotAllowed => {
            refused("grant_not_allowed", "credentials-grant-not-allowed")
        }
        SignInProblem::ScopeRefused => about
            .failed("scope_refused", Evidence::Api, "credentials-scope-refused")
            .at(Place::Application("Permissions")),
        SignInProblem::NoScopeGranted => without_scopes(about),
        SignInProblem::NotJson => about
            .failed("not_json", Evidence::Api, "credentials-not-json")
            .at(Place::ApiDetails),
        SignInProblem::Refused { said } => {
            refused("refused", "credentials-refused").with("said", said)
        }
        SignInProblem::NoSecret {
            keychain_closed: true,
        } => about.failed(
            "keychain_closed",
            Evidence::None,
            "credentials-keychain-closed",
        ),
        SignInProblem::NoSecret {
            keychain_closed: false,
        } => about.failed("no_secret", Evidence::None, "credentials-no-secret"),
        SignInProblem::NotConfirmed { host } => about
            .failed(
                "server_not_confirmed",
                Evidence::None,
                "credentials-server-not-confirmed",
            )
            .with("host", host)
            .at(Place::ApiDetails),
        // The address finding tells of it; the credentials were not tried.
        SignInProblem::RedirectedElsewhere { .. } => about.unknown(Cause::AddressFirst),
        SignInProblem::RateLimited => about.unknown(Cause::Failed(Failure::RateLimited)),
        SignInProblem::ServerError => about.unknown(Cause::Failed(Failure::ServerError)),
        SignInProblem::TimedOut => about.unknown(Cause::Failed(Failure::TimedOut)),
        SignInProblem::Unreachable => about.unknown(Cause::Failed(Failure::Unreachable)),
    }
}
