//! Judges the address: whether it is a Halo, and whether any call was sent elsewhere.

use crate::facts::{AddressProblem, Failure, Host, SignIn, SignInProblem};
use crate::finding::Evidence;

use super::cause::Cause;
use super::look::Look;
use super::places::Place;
use super::verdict::{About, Verdict};

pub(super) fn judge(look: &Look<'_>) -> Verdict {
    let about = About::new("address", "about-address");
    let elsewhere = |host: &str| {
        about
            .failed(
                "redirected_elsewhere",
                Evidence::Api,
                "address-redirected-elsewhere",
            )
            .with("host", host)
    };
    let found = match &look.facts.host {
        Host::NotTried => return about.unknown(Cause::NotAsked),
        Host::Failed(AddressProblem::RedirectedElsewhere { host }) => return elsewhere(host),
        Host::Failed(problem) => return failed(&about, problem),
        Host::Found(found) => found,
    };
    if let SignIn::Failed(SignInProblem::RedirectedElsewhere { host }) = &look.facts.sign_in {
        return elsewhere(host).at(Place::ApiDetails);
    }
    if look.reads.redirected > 0 {
        return about
            .failed(
                "redirected_elsewhere",
                Evidence::Api,
                "address-calls-redirected",
            )
            .with("address", &found.address)
            .at(Place::ApiDetails);
    }
    let product = found.product.as_deref().unwrap_or(look.plan.halo_name());
    about
        .passed(Evidence::Api, "address-found")
        .with("address", &found.address)
        .with("halo", product)
        .remark_if(
            found.authorisation_elsewhere,
            "remark-authorisation-elsewhere",
        )
        .with("authorisation", &found.authorisation_server)
}

fn failed(about: &About, problem: &AddressProblem) -> Verdict {
    let (code, words) = match problem {
        AddressProblem::NotAnAddress => ("not_an_address", "address-not-an-address"),
        AddressProblem::NotHttps => ("not_https", "address-not-https"),
        AddressProblem::NameNotFound => ("name_not_found", "address-name-not-found"),
        AddressProblem::Unreachable => ("unreachable", "address-unreachable"),
        AddressProblem::TimedOut => ("timed_out", "address-timed-out"),
        AddressProblem::TlsUntrusted => ("tls_untrusted", "address-tls-untrusted"),
        AddressProblem::TlsExpired => ("tls_expired", "address-tls-expired"),
        AddressProblem::TlsWrongHost => ("tls_wrong_host", "address-tls-wrong-host"),
        AddressProblem::ProxyRefused => ("proxy_refused", "address-proxy-refused"),
        AddressProblem::ProxyWantsSignIn => ("proxy_refused", "address-proxy-wants-sign-in"),
        AddressProblem::NotHalo => ("not_halo", "address-not-halo"),
        AddressProblem::TooLarge => ("too_large", "address-too-large"),
        AddressProblem::RedirectedElsewhere { .. } => {
            ("redirected_elsewhere", "address-redirected-elsewhere")
        }
        // These say nothing about the address itself: it may be right.
        AddressProblem::ServerError => return about.unknown(Cause::Failed(Failure::ServerError)),
        AddressProblem::RateLimited => return about.unknown(Cause::Failed(Failure::RateLimited)),
    };
    let refused_by_us = matches!(
        problem,
        AddressProblem::NotAnAddress | AddressProblem::NotHttps
    );
    let evidence = if refused_by_us {
        Evidence::None
    } else {
        Evidence::Behaviour
    };
    about.failed(code, evidence, words)
}
