//! Judges the address: whether it is a Halo, and whether any call was sent elsewhere.

use crate::changes;
use crate::facts::{AddressProblem, Failure, Good, Host, SignIn, SignInProblem};
use crate::finding::{Code, Evidence};

use super::cause::Cause;
use super::look::Look;
use super::places::Place;
use super::reads::Shut;
use super::suspects::Suspect;
use super::verdict::{About, Verdict};

pub(super) fn judge(look: &Look<'_>) -> Verdict {
    let about = About::new("address", "about-address");
    let elsewhere = |host: &str| {
        about
            .failed(
                Code::RedirectedElsewhere,
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
                Code::RedirectedElsewhere,
                Evidence::Api,
                "address-calls-redirected",
            )
            .with("address", &found.address)
            .at(Place::ApiDetails);
    }
    if look.shut() == Some(Shut::NotThere) {
        return about
            .failed(
                Code::ApiNotFound,
                Evidence::Behaviour,
                "address-api-not-found",
            )
            .with("server", &found.resource_server)
            .suspect([
                Suspect::new("cause-resource-server", 60, Place::ApiDetails),
                Suspect::new("cause-way-to-api", 40, Place::Nowhere),
            ])
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
        AddressProblem::NotAnAddress => (Code::NotAnAddress, "address-not-an-address"),
        AddressProblem::NotHttps => (Code::NotHttps, "address-not-https"),
        AddressProblem::NameNotFound => (Code::NameNotFound, "address-name-not-found"),
        AddressProblem::Unreachable => (Code::Unreachable, "address-unreachable"),
        AddressProblem::TimedOut => (Code::TimedOut, "address-timed-out"),
        AddressProblem::TlsUntrusted => (Code::TlsUntrusted, "address-tls-untrusted"),
        AddressProblem::TlsExpired { .. } => (Code::TlsExpired, "address-tls-expired"),
        AddressProblem::TlsWrongHost { .. } => (Code::TlsWrongHost, "address-tls-wrong-host"),
        AddressProblem::ProxyRefused => (Code::ProxyRefused, "address-proxy-refused"),
        AddressProblem::ProxyWantsSignIn => (Code::ProxyRefused, "address-proxy-wants-sign-in"),
        AddressProblem::NotHalo => (Code::NotHalo, "address-not-halo"),
        AddressProblem::TooLarge => (Code::TooLarge, "address-too-large"),
        AddressProblem::RedirectedElsewhere { .. } => {
            (Code::RedirectedElsewhere, "address-redirected-elsewhere")
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
    of_certificate(about.failed(code, evidence, words), problem)
}

/// The same with what is known of the certificate that was not accepted.
pub(super) fn of_certificate(verdict: Verdict, problem: &AddressProblem) -> Verdict {
    match problem {
        AddressProblem::TlsExpired {
            good: Some(Good::Until(moment)),
        } => verdict
            .remark_if(true, "remark-certificate-until")
            .with("certificate-day", changes::day_everywhere(*moment)),
        AddressProblem::TlsExpired {
            good: Some(Good::From(moment)),
        } => verdict
            .remark_if(true, "remark-certificate-from")
            .with("certificate-day", changes::day_everywhere(*moment)),
        AddressProblem::TlsWrongHost { names } => verdict
            .remark_if(!names.is_empty(), "remark-certificate-names")
            .names("certificate-names", names),
        _ => verdict,
    }
}
