//! Whether the address is a Halo, and what discovery found there.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Whether the address is a Halo.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Host {
    /// Not looked yet.
    #[default]
    NotTried,
    /// It is a Halo.
    Found(HaloFound),
    /// It is not, or it could not be reached.
    Failed(AddressProblem),
}

/// What discovery found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct HaloFound {
    /// The web address, without a slash at the end.
    pub address: String,
    /// Where the API is, ending in `/api`.
    pub resource_server: String,
    /// Where tokens are issued, ending in `/auth` in current versions.
    pub authorisation_server: String,
    /// The tenant; hosted Halos have one.
    pub tenant: Option<String>,
    /// "HaloPSA", "HaloITSM" and the like.
    pub product: Option<String>,
    /// For example "2.236.133".
    pub version: Option<String>,
    /// Hosted by Halo, or on the customer's own server; absent where the host does not tell.
    pub hosted: Option<bool>,
    /// The authorisation server is on another host than the API.
    pub authorisation_elsewhere: bool,
}

/// When a certificate is good that is not good now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Good {
    /// It was, until then.
    Until(Timestamp),
    /// It will be, from then on.
    From(Timestamp),
}

/// Why an address did not turn out to be a Halo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AddressProblem {
    /// It cannot be an address.
    NotAnAddress,
    /// It is not encrypted.
    NotHttps,
    /// No computer has this name.
    NameNotFound,
    /// Nothing answers there.
    Unreachable,
    /// Nothing answered within the limit.
    TimedOut,
    /// The certificate's issuer is not trusted by this computer.
    TlsUntrusted,
    /// The certificate's time has passed or not come.
    TlsExpired {
        /// When it is good, where it is known.
        good: Option<Good>,
    },
    /// The certificate is for another host.
    TlsWrongHost {
        /// Some of the names that it is for, where they are known.
        names: Vec<String>,
    },
    /// The proxy could not be reached, did not answer, or refused.
    ProxyRefused,
    /// The proxy wants to know who asks.
    ProxyWantsSignIn,
    /// It sends one elsewhere.
    RedirectedElsewhere {
        /// The host it points to.
        host: String,
    },
    /// Something answers, and it is not a Halo.
    NotHalo,
    /// The answer was larger than allowed.
    TooLarge,
    /// Nothing but server errors.
    ServerError,
    /// It asked us to slow down for longer than we may wait.
    RateLimited,
}
