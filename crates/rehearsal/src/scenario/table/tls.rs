//! Certificates that must not be accepted, and TLS that does not come about. The tenant is then
//! addressed by `https`.
//!
//! A check that practises trusts the tenant's own authority ([`crate::Tenant::authority`]), as a
//! company's computers trust the company's; any other program takes that one for unknown as well.

use super::{Entry, finds, passes};
use crate::{Certificate, line::Line, scenario::change::Change::Tenant};

pub(super) static ENTRIES: [Entry; 8] = [
    passes(
        "tls-own-authority",
        "The certificate is of the company's own authority, which this computer trusts.",
        &[Tenant(|state, _| {
            state.line = Line::Tls(Certificate::OwnAuthority);
        })],
    ),
    finds(
        "tls-wrong-host",
        "The certificate is for another name than the one in the address.",
        ("address", "failed", "tls_wrong_host"),
        3,
        &[Tenant(|state, _| {
            state.line = Line::Tls(Certificate::WrongHost);
        })],
    ),
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
            state.line = Line::Tls(Certificate::UnknownAuthority);
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
