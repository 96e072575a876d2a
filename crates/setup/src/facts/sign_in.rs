//! The sign-in: what was presented, and whether a token was issued for it. Never the secret, and
//! never the token.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{AddressProblem, Failure};

/// Whether a token was issued.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignIn {
    /// Not tried, because the address failed or credentials are missing.
    #[default]
    NotTried,
    /// A token was issued.
    Issued(TokenFact),
    /// None was.
    Failed(SignInProblem),
}

/// What is known of an issued token. Never the token.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TokenFact {
    /// The scopes that were asked for in the request that succeeded.
    pub asked: BTreeSet<String>,
    /// The scopes Halo says it granted; absent where it does not say.
    pub granted: Option<BTreeSet<String>>,
    /// Scopes that Halo refused while it accepted the others.
    pub refused: BTreeSet<String>,
    /// Scopes that Halo accepts by themselves, and refused beside those that were asked for.
    #[serde(default)]
    pub apart: BTreeSet<String>,
    /// Scopes that got no answer, and why not.
    #[serde(default)]
    pub untold: BTreeMap<String, Failure>,
    /// The name in the identity token, where one came.
    pub agent_name: Option<String>,
    /// The e-mail address in the identity token, where one came.
    pub agent_email: Option<String>,
}

/// Why no token was issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignInProblem {
    /// OAuth `invalid_client`.
    ClientNotRecognised,
    /// Refused with the tenant that was named, while a token was issued with the one that Halo
    /// names itself.
    WrongTenant {
        /// The tenant that was named.
        named: String,
        /// The tenant that Halo names.
        right: String,
    },
    /// OAuth `unauthorized_client`.
    GrantNotAllowed,
    /// OAuth `invalid_scope`, and none of the scopes was accepted.
    ScopeRefused,
    /// A token came without any scope.
    NoScopeGranted,
    /// The profile names no scope, so that Halo was not asked.
    NoScopeAsked,
    /// Too many requests.
    RateLimited,
    /// Server errors only.
    ServerError,
    /// A web page, or something else that is no answer of a sign-in server.
    NotJson,
    /// JSON, though not what a sign-in server answers with.
    NotAToken,
    /// Nothing is at the place where tokens are issued.
    NothingThere,
    /// It sends one elsewhere; nothing was sent there.
    RedirectedElsewhere {
        /// The host it points to.
        host: String,
    },
    /// No answer within the limit.
    TimedOut,
    /// Nothing answers there.
    Unreachable,
    /// No connection with it came about, for a reason that is known. Nothing was sent.
    NotConnected {
        /// The reason.
        problem: AddressProblem,
    },
    /// The secret is not in the keychain, or the keychain is closed.
    NoSecret {
        /// The keychain itself could not be read.
        keychain_closed: bool,
    },
    /// The authorisation server is on a host that is neither the API's nor Halo's own, and nobody
    /// has confirmed it. Nothing was sent.
    NotConfirmed {
        /// That host.
        host: String,
    },
    /// Another refusal, in Halo's words, shortened and without secrets.
    Refused {
        /// What Halo said.
        said: String,
    },
}

/// What was presented at the sign-in, as far as it helps to tell refusals apart that Halo words
/// alike. Never the secret: its shape.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Presented {
    /// The Client ID.
    pub client_id: Option<String>,
    /// What the Client ID looks like.
    pub id_shape: Shape,
    /// What the Client Secret looks like.
    pub secret_shape: Shape,
    /// The Client ID was given as the Client Secret too.
    pub secret_is_the_id: bool,
    /// An earlier run got a token for this Client ID.
    pub worked_before: bool,
    /// How the tenant stands to the one that Halo names.
    pub tenant: TenantFact,
    /// What Halo said with its refusal, shortened and without secrets.
    pub said: Option<String>,
}

/// How the tenant that was presented stands to the one that Halo itself names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TenantFact {
    /// It is the same, or nobody gave one.
    #[default]
    AsTold,
    /// The admin gave one, and Halo names another.
    Another {
        /// The tenant that Halo names.
        told: String,
    },
    /// The admin gave one, and Halo does not say which it is.
    Untold,
}

/// What a pasted text looks like.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// Nobody looked.
    #[default]
    NotLooked,
    /// Nothing, or only spaces.
    Empty,
    /// One GUID, as a Client ID is (confirmed, 2026).
    Guid,
    /// Two GUIDs joined by a dash, as a Client Secret is (confirmed, 2026).
    TwoGuids,
    /// The beginning or the end of two GUIDs.
    Part,
    /// Something else.
    Other,
}
