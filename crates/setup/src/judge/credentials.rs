//! Judges the Client ID and the Client Secret by what the token request gave, and the clocks of
//! both computers, which a token's life depends on.

use crate::facts::{AddressProblem, Failure, Host, SignIn, SignInProblem};
use crate::finding::{Code, Evidence};
use crate::profile::Level;
use crate::scope;

use super::address::of_certificate;
use super::agent;
use super::cause::Cause;
use super::look::{Granted, Look};
use super::places::Place;
use super::suspects::Suspect;
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
        return without_scopes(look, &about);
    }
    if look.opens_nothing_unsaid() {
        return opens_nothing(look, &about);
    }
    if skewed {
        return about
            .warning(Code::ClockSkew, Evidence::Api, "credentials-clock-skew")
            .count("minutes", skew(look).unwrap_or_default() / 60);
    }
    about.passed(Evidence::Api, "credentials-accepted")
}

fn skew(look: &Look<'_>) -> Option<u64> {
    look.facts.clock_skew_seconds.map(i64::unsigned_abs)
}

fn without_scopes(look: &Look<'_>, about: &About) -> Verdict {
    about
        .failed(
            Code::NoScopeGranted,
            Evidence::Behaviour,
            "credentials-no-scope-granted",
        )
        .names("scopes", &needed(look))
        .at(Place::Application("Permissions"))
}

/// The scopes to tick.
fn needed(look: &Look<'_>) -> Vec<String> {
    let needs = look.plan.scopes.iter();
    let wanted = needs.filter(|need| need.level != Level::Forbidden);
    let names: Vec<_> = wanted.map(|need| scope::normalise(&need.name)).collect();
    if names.is_empty() {
        look.plan.wanted.scopes.clone()
    } else {
        names
    }
}

/// What answers where tokens are issued is not a sign-in server.
fn no_token(about: &About, words: &'static str) -> Verdict {
    let verdict = about.failed(Code::NotJson, Evidence::Api, words);
    verdict.at(Place::ApiDetails)
}

/// A token without any scope gets a 401 for every read (confirmed, 2026-06), and so may one whose
/// agent is not let in: where Halo does not say what it granted, the two look alike.
fn opens_nothing(look: &Look<'_>, about: &About) -> Verdict {
    let permissions = || Place::Application("Permissions");
    about
        .failed(
            Code::NoScopeGranted,
            Evidence::Behaviour,
            "credentials-opens-nothing",
        )
        .names("scopes", &needed(look))
        .suspect([Suspect::new("cause-no-scope-ticked", 60, permissions())])
        .suspect(agent::signed_out_by())
        .at(permissions())
}

fn failed(look: &Look<'_>, about: &About, problem: &SignInProblem) -> Verdict {
    let refused = |code, words| {
        let verdict = about.failed(code, Evidence::Api, words);
        verdict.at(Place::Application("Details"))
    };
    match problem {
        SignInProblem::ClientNotRecognised => unrecognised::blame(
            look,
            refused(
                Code::ClientNotRecognised,
                "credentials-client-not-recognised",
            ),
        ),
        SignInProblem::WrongTenant { named, right } => about
            .failed(
                Code::WrongTenant,
                Evidence::Behaviour,
                "credentials-wrong-tenant",
            )
            .with("named", named)
            .with("right", right)
            .at(Place::ApiDetails),
        SignInProblem::GrantNotAllowed => {
            refused(Code::GrantNotAllowed, "credentials-grant-not-allowed")
        }
        SignInProblem::ScopeRefused => about
            .failed(
                Code::ScopeRefused,
                Evidence::Api,
                "credentials-scope-refused",
            )
            .names("scopes", &needed(look))
            .at(Place::Application("Permissions")),
        SignInProblem::NoScopeGranted => without_scopes(look, about),
        SignInProblem::NoScopeAsked => about.failed(
            Code::NoScopeGranted,
            Evidence::None,
            "credentials-no-scope-asked",
        ),
        SignInProblem::NotJson => no_token(about, "credentials-not-json"),
        SignInProblem::NotAToken => no_token(about, "credentials-not-a-token"),
        SignInProblem::NothingThere => no_token(about, "credentials-nothing-there"),
        SignInProblem::Refused { said } if said.is_empty() => {
            unrecognised::blame(look, refused(Code::Refused, "credentials-refused-silently"))
        }
        SignInProblem::Refused { said } => {
            refused(Code::Refused, "credentials-refused").with("said", said)
        }
        SignInProblem::NoSecret {
            keychain_closed: true,
        } => about.failed(
            Code::KeychainClosed,
            Evidence::None,
            "credentials-keychain-closed",
        ),
        SignInProblem::NoSecret {
            keychain_closed: false,
        } => about.failed(Code::NoSecret, Evidence::None, "credentials-no-secret"),
        SignInProblem::NotConfirmed { host } => about
            .failed(
                Code::ServerNotConfirmed,
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
        SignInProblem::NotConnected { problem } => not_connected(about, look, problem),
    }
}

/// Says nothing of the credentials: they were not sent.
fn not_connected(about: &About, look: &Look<'_>, problem: &AddressProblem) -> Verdict {
    let words = match problem {
        AddressProblem::NameNotFound => "credentials-server-name-not-found",
        AddressProblem::TlsUntrusted => "credentials-server-untrusted",
        AddressProblem::TlsExpired { .. } => "credentials-server-out-of-date",
        AddressProblem::TlsWrongHost { .. } => "credentials-server-for-another-name",
        AddressProblem::ProxyRefused => "credentials-server-proxy-refused",
        AddressProblem::ProxyWantsSignIn => "credentials-server-proxy-wants-sign-in",
        _ => return about.unknown(Cause::Failed(Failure::Unreachable)),
    };
    let server = match &look.facts.host {
        Host::Found(found) => found.authorisation_server.as_str(),
        _ => "",
    };
    let verdict = about
        .unknown(Cause::NotConnected(words))
        .with("server", server);
    of_certificate(verdict, problem)
}
