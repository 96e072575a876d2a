//! From the errors of the HTTP library to ours, by type and never by text.
//!
//! Used where calls are made and answers are read. The library's errors end here: their texts may carry
//! whole addresses.

use std::{error::Error as StdError, io};

use hyper_util::client::legacy::connect::{HttpConnector, proxy::Tunnel};
use jiff::Timestamp;
use rustls::{CertificateError, pki_types::UnixTime};
use tower_service::Service;

use crate::{
    error::{Good, HaloError, Stage},
    resolver::NameLookupFailed,
};

/// Why there is no tunnel through a proxy. The library names this type in no other way.
type TunnelError = <Tunnel<HttpConnector> as Service<hyper::Uri>>::Error;

/// What a failed call means.
pub(crate) fn classify(error: &reqwest::Error) -> HaloError {
    if let Some(cause) = causes(error).find_map(known) {
        return cause;
    }
    if error.is_timeout() {
        let stage = if error.is_connect() {
            Stage::Connect
        } else {
            Stage::Answer
        };
        return HaloError::TimedOut { stage };
    }
    let from_the_system = causes(error).any(<dyn StdError>::is::<io::Error>);
    if error.is_connect() && !from_the_system {
        // DNS, TLS and the operating system have typed causes; what is left while connecting
        // is the way through a proxy.
        return HaloError::ProxyRefused;
    }
    HaloError::Unreachable
}

/// Whether an answer came that is no proper HTTP or whose compression cannot be undone, and not
/// just the beginning of one.
pub(crate) fn is_garbled(error: &reqwest::Error) -> bool {
    let is_wrong = |cause: &io::Error| {
        matches!(
            cause.kind(),
            io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput
        )
    };
    let is_wrong = causes(error)
        .filter_map(|cause| cause.downcast_ref())
        .any(is_wrong);
    // Where HTTP itself has nothing to complain of, what it carries is at fault.
    let is_broken_off = causes(error).any(<dyn StdError>::is::<hyper::Error>);
    let is_known = causes(error).find_map(known).is_some();
    !is_known && (is_wrong || (error.is_decode() && !is_broken_off))
}

fn known(cause: &(dyn StdError + 'static)) -> Option<HaloError> {
    if cause.is::<NameLookupFailed>() {
        return Some(HaloError::NameNotFound);
    }
    if let Some(tls) = cause.downcast_ref::<rustls::Error>() {
        return Some(match tls {
            rustls::Error::InvalidCertificate(reason) => certificate(reason),
            _ => HaloError::TlsFailed,
        });
    }
    if let Some(TunnelError::ProxyAuthRequired) = cause.downcast_ref() {
        return Some(HaloError::ProxyWantsSignIn);
    }
    // Something answered, and not in HTTP, or with a head that no server of sense sends.
    let http = cause.downcast_ref::<hyper::Error>()?;
    http.is_parse().then_some(HaloError::NotHalo)
}

fn certificate(reason: &CertificateError) -> HaloError {
    let expired = |good| HaloError::TlsExpired { good };
    match reason {
        // Not every system's verifier tells more.
        CertificateError::Expired | CertificateError::NotValidYet => expired(None),
        CertificateError::ExpiredContext { not_after, .. } => {
            expired(moment(*not_after).map(Good::Until))
        }
        CertificateError::NotValidYetContext { not_before, .. } => {
            expired(moment(*not_before).map(Good::From))
        }
        CertificateError::NotValidForName => HaloError::TlsWrongHost { names: Vec::new() },
        CertificateError::NotValidForNameContext { presented, .. } => HaloError::TlsWrongHost {
            names: names(presented),
        },
        _ => HaloError::TlsUntrusted,
    }
}

fn moment(time: UnixTime) -> Option<Timestamp> {
    let seconds = i64::try_from(time.as_secs()).ok()?;
    Timestamp::from_second(seconds).ok()
}

/// Names of one certificate that are shown; it may have hundreds.
const NAMES_SHOWN: usize = 3;
/// The longest name of a host.
const LONGEST_NAME: usize = 253;

/// The names of hosts among what a stranger's certificate presents, of which the library gives
/// the debug form: `DnsName("example.com")`. What is no name of a host is left out.
fn names(presented: &[String]) -> Vec<String> {
    let names = presented.iter().filter_map(|shown| {
        let (kind, rest) = shown.split_once('(')?;
        let name = rest.strip_suffix(')')?.trim_matches('"');
        let is_name = matches!(kind, "DnsName" | "IpAddress")
            && (1..=LONGEST_NAME).contains(&name.len())
            && name
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || "-._*:".contains(letter));
        is_name.then(|| name.to_owned())
    });
    names.take(NAMES_SHOWN).collect()
}

/// The chain of causes. An `io::Error` hides the error it wraps from `source`, and TLS errors
/// travel inside one.
fn causes<'a>(
    error: &'a (dyn StdError + 'static),
) -> impl Iterator<Item = &'a (dyn StdError + 'static)> {
    std::iter::successors(Some(error), |&cause| {
        let wrapped = cause
            .downcast_ref::<io::Error>()
            .and_then(io::Error::get_ref);
        match wrapped {
            Some(inner) => Some(inner as &(dyn StdError + 'static)),
            None => cause.source(),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(tls: rustls::Error) -> Option<HaloError> {
        let wrapped = io::Error::other(io::Error::new(io::ErrorKind::InvalidData, tls));
        causes(&wrapped).find_map(known)
    }

    #[test]
    fn certificate_troubles_are_told_apart_through_layers_of_io_errors() {
        let table = [
            (CertificateError::UnknownIssuer, HaloError::TlsUntrusted),
            (CertificateError::Revoked, HaloError::TlsUntrusted),
            (
                CertificateError::Expired,
                HaloError::TlsExpired { good: None },
            ),
            (
                CertificateError::NotValidYet,
                HaloError::TlsExpired { good: None },
            ),
            (
                CertificateError::NotValidForName,
                HaloError::TlsWrongHost { names: Vec::new() },
            ),
        ];
        for (reason, expected) in table {
            let tls = rustls::Error::InvalidCertificate(reason.clone());
            assert_eq!(found(tls), Some(expected), "{reason:?}");
        }
        assert_eq!(
            found(rustls::Error::HandshakeNotComplete),
            Some(HaloError::TlsFailed)
        );
    }

    #[test]
    fn only_names_of_hosts_are_taken_from_a_strangers_certificate() {
        let long = format!("DnsName(\"{}\")", "a".repeat(LONGEST_NAME + 1));
        let presented = [
            long.as_str(),
            "DnsName(\"<b>evil</b>\")",
            "DnsName(\"two words.example\")",
            "DnsName(\"\u{202e}elpmaxe\")",
            "DnsName(\"\")",
            "UniformResourceIdentifier(\"https://evil.example/\")",
            "DirectoryName",
            "DnsName(\"*.halo.example\")",
            "IpAddress(192.0.2.7)",
            "DnsName(\"halo.example\")",
            "DnsName(\"one-too-many.example\")",
        ];
        let presented = presented.map(str::to_owned);
        assert_eq!(
            names(&presented),
            ["*.halo.example", "192.0.2.7", "halo.example"]
        );
    }

    #[test]
    fn an_error_of_the_system_alone_is_none_of_these() {
        let refused = io::Error::from(io::ErrorKind::ConnectionRefused);
        assert_eq!(causes(&refused).find_map(known), None);
    }
}
