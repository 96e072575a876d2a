//! The ways out of this computer: which HTTP client a call goes by, each built when it is first
//! needed, because reading the system's trusted roots takes tens of milliseconds.
//!
//! Called by the transport alone. Deliberately not here: what is sent.

use std::{fmt, sync::OnceLock, time::Duration};

use hyper_util::client::proxy::matcher::Matcher;
use reqwest::{Certificate, Client, ClientBuilder, redirect};
use url::Url;

use crate::{
    address,
    error::{HaloError, Stage},
    failure,
    limits::Limits,
    resolver::SystemResolver,
};

/// The HTTP clients of one transport. What their connections keep of a token goes when they do.
#[derive(Debug, Default)]
pub(crate) struct Ways {
    /// To every other computer: https only, by the system's proxy.
    outside: OnceLock<Option<Client>>,
    /// To this computer by https: never by a proxy.
    here: OnceLock<Option<Client>>,
    /// The authority of a practice tenant on this computer, trusted there and nowhere else.
    practice_authority: Option<String>,
    /// To this computer by plain http: never by a proxy, and trusting no certificate at all.
    here_plain: OnceLock<Option<Client>>,
    /// Which calls go by a proxy, as the HTTP client itself finds out.
    proxies: Proxies,
}

/// The proxies of this computer. What they are may include how to sign in to them.
#[derive(Default)]
struct Proxies(OnceLock<Matcher>);

impl fmt::Debug for Proxies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Proxies")
    }
}

impl Ways {
    /// The ways of somebody who practises with a tenant on this computer.
    pub(crate) fn practising(authority: String) -> Self {
        Self {
            practice_authority: Some(authority),
            ..Self::default()
        }
    }

    /// The client for `url`.
    ///
    /// Fails with [`HaloError::NoTransport`] where this computer offers no trusted roots or no
    /// cryptography.
    pub(crate) fn to(&self, url: &Url, limits: &Limits) -> Result<&Client, HaloError> {
        // Plain http must not leave this computer, not even by way of a proxy.
        let way = if !address::is_loopback(url) {
            self.outside
                .get_or_init(|| common(limits).https_only(true).build().ok())
        } else if url.scheme() == "https" {
            self.here.get_or_init(|| self.build_here(limits))
        } else {
            let plain = || common(limits).no_proxy().tls_certs_only([]).build().ok();
            self.here_plain.get_or_init(plain)
        };
        way.as_ref().ok_or(HaloError::NoTransport)
    }

    fn build_here(&self, limits: &Limits) -> Option<Client> {
        let mut trusted = common(limits).no_proxy();
        if let Some(authority) = &self.practice_authority {
            trusted = trusted.tls_certs_merge([Certificate::from_pem(authority.as_bytes()).ok()?]);
        }
        trusted.build().ok()
    }

    /// What a failed call means: where it went by a proxy, not getting anywhere, or not in time, is
    /// the proxy's doing, and says nothing about the Halo.
    pub(crate) fn blame(&self, url: &Url, error: &reqwest::Error) -> HaloError {
        match failure::classify(error) {
            HaloError::Unreachable
            | HaloError::NameNotFound
            | HaloError::TimedOut {
                stage: Stage::Connect,
            } if error.is_connect() && self.goes_by_proxy(url) => HaloError::ProxyRefused,
            known => known,
        }
    }

    fn goes_by_proxy(&self, url: &Url) -> bool {
        let target = url.as_str().parse::<hyper::Uri>();
        !address::is_loopback(url)
            && target.is_ok_and(|target| {
                let proxies = self.proxies.0.get_or_init(Matcher::from_system);
                proxies.intercept(&target).is_some()
            })
    }
}

/// How long a connection is kept that nobody uses: what it holds of the token that it sent goes
/// with it.
const KEPT_UNUSED: Duration = Duration::from_secs(10);

fn common(limits: &Limits) -> ClientBuilder {
    Client::builder()
        .user_agent(concat!("Halyard/", env!("CARGO_PKG_VERSION")))
        .redirect(redirect::Policy::none())
        .referer(false)
        .connect_timeout(limits.connect)
        .pool_idle_timeout(KEPT_UNUSED)
        .dns_resolver(SystemResolver)
}
