//! Certificates that must not be accepted, and TLS that does not come about. The tenant is then
//! addressed by `https`.
//!
//! Not here: a certificate for another name, which shows as such only where the tenant's own
//! authority is trusted ([`crate::Options::certificate`]).

use super::{Entry, finds};
use crate::{Certificate, line::Line, scenario::change::Change::Tenant};

pub(super) static ENTRIES: [Entry; 6] = [
    finds(
        "tls-self-signed",
        "Nobody vouches for the certificate.",
        ("address", "failed", "tls_untrusted"),
        3,
        &[Tenant(|state, _| {
            state.line = Line::Tls(Certificate::SelfSigned);
        })],
    ),
    finds(
        "tls-unknown-authority",
        "The certificate is of an authority that this computer does not trust.",
        ("address", "failed", "tls_untrusted"),
        3,
        &[Tenant(|state, _| {
            state.line = Line::Tls(Certificate::OwnAuthority);
        })],
    ),
    finds(
        "tls-expired",
        "The certificate is over.",
        ("address", "failed", "tls_expired"),
        3,
        &[Tenant(|state, _| {
            state.line = Line::Tls(Certificate::Expired);
        })],
    ),
    finds(
        "tls-not-yet-valid",
        "The certificate is not good yet, or this computer's clock is behind.",
        ("address", "failed", "tls_expired"),
        3,
        &[Tenant(|state, _| {
            state.line = Line::Tls(Certificate::NotYetValid);
        })],
    ),
    finds(
        "tls-silent",
        "The server accepts connections and never begins to encrypt.",
        ("address", "failed", "timed_out"),
        3,
        &[Tenant(|state, _| state.line = Line::SilentTls)],
    ),
    finds(
        "tls-missing",
        "The address is encrypted by name, and what answers there is not.",
        ("address", "failed", "unreachable"),
        3,
        &[Tenant(|state, _| state.line = Line::PlainBehindHttps)],
    ),
];
