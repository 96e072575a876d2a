//! Everything that can keep us from an answer, by cause.
//!
//! Returned by every call of this crate. Deliberately not here: what is wrong with a customer's
//! set-up. A refused permission is an error for the caller of one read, and a finding for
//! whoever asked in order to know.

use std::{fmt, time::Duration};

use jiff::Timestamp;
use thiserror::Error;

/// Which wait came to its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Reaching the server.
    Connect,
    /// Waiting for the whole of one answer.
    Answer,
    /// The piece of work as a whole.
    Errand,
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Connect => "the server could not be reached in time",
            Self::Answer => "the server did not answer in time",
            Self::Errand => "the time for the whole work was used up",
        })
    }
}

/// What stood in an answer in which JSON was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// A web page.
    Html,
    /// Nothing at all.
    Empty,
    /// Something that does not parse, or nests too deeply or holds too many values.
    Unreadable,
    /// JSON, though not of the shape this call answers with.
    UnexpectedShape,
}

impl fmt::Display for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Html => "a web page",
            Self::Empty => "an empty answer",
            Self::Unreadable => "something unreadable",
            Self::UnexpectedShape => "something of another kind",
        })
    }
}

/// When a certificate is good that is not good now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Good {
    /// It was, until then.
    Until(Timestamp),
    /// It will be, from then on.
    From(Timestamp),
}

/// Why a call gave no answer. Texts from the server are short, cleaned, and never contain the
/// secret that was sent along.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum HaloError {
    /// DNS knows no such host, or could not be asked.
    #[error("the name of the server was not found")]
    NameNotFound,
    /// No connection came about, or it broke.
    #[error("the server could not be reached")]
    Unreachable,
    /// A limit of time was reached.
    #[error("{stage}")]
    TimedOut {
        /// Which one.
        stage: Stage,
    },
    /// The certificate comes from no authority that this computer trusts, or was withdrawn.
    #[error("the server's certificate is not trusted by this computer")]
    TlsUntrusted,
    /// The certificate is out of its dates, or this computer's clock is wrong.
    #[error("the server's certificate is out of date")]
    TlsExpired {
        /// When it is good, where this computer tells.
        good: Option<Good>,
    },
    /// The certificate belongs to another host.
    #[error("the server's certificate belongs to another name")]
    TlsWrongHost {
        /// Some of the names that it is for, where this computer tells.
        names: Vec<String>,
    },
    /// No encrypted connection could be agreed on for another reason.
    #[error("no encrypted connection could be agreed on")]
    TlsFailed,
    /// The proxy of this network could not be reached, or did not let the call through.
    #[error("the proxy of this network did not let the call through")]
    ProxyRefused,
    /// The proxy of this network wants to know who asks (407), and was not told, or not what it knows.
    #[error("the proxy of this network asks who is calling")]
    ProxyWantsSignIn,
    /// The server sent us to another place. We did not go.
    #[error("the server sent us on to {host}")]
    RedirectedElsewhere {
        /// Where to, without port or path.
        host: String,
    },
    /// Something answered that is not a Halo.
    #[error("what answers at this address is not a Halo")]
    NotHalo,
    /// Something other than the expected JSON came back.
    #[error("the server answered with {found} (status {status})")]
    NotJson {
        /// The status of the answer.
        status: u16,
        /// What came instead.
        found: Body,
    },
    /// The answer was longer than allowed.
    #[error("the server's answer was too long")]
    TooLarge,
    /// Halo does not know the Client ID, or the Client Secret does not belong to it (`invalid_client`).
    #[error("Halo did not recognise the Client ID and Client Secret")]
    InvalidClient {
        /// Halo's own words, if it gave any.
        description: Option<String>,
    },
    /// The application may not sign in this way (`unauthorized_client`).
    #[error("the application is not set to sign in by Client ID and Secret")]
    UnauthorizedClient,
    /// One of the scopes asked for was refused (`invalid_scope`).
    #[error("Halo refused one of the scopes")]
    InvalidScope {
        /// The scopes that were asked for.
        asked: Vec<String>,
        /// Halo's own words, if it gave any.
        description: Option<String>,
    },
    /// A token request without any scope was about to be sent, or the token carries none.
    #[error("the token carries no scope")]
    NoScopeGranted,
    /// The token was not accepted (401).
    #[error("Halo did not accept the token")]
    Unauthorised,
    /// The token does not reach this far (403).
    #[error("Halo does not permit this")]
    Forbidden,
    /// There is no such path or record, or it is hidden from this agent (404).
    #[error("Halo found nothing there")]
    NotFound,
    /// Any other refusal.
    #[error("Halo refused (status {status}): {said}")]
    Refused {
        /// The status of the answer.
        status: u16,
        /// Halo's own words, cleaned and short; may be empty.
        said: String,
    },
    /// Halo asked us to slow down, and waiting did not help or would have taken too long (429).
    #[error("Halo asked us to slow down")]
    RateLimited {
        /// How long Halo wants us to wait, if it said so.
        retry_after: Option<Duration>,
    },
    /// Halo had a problem of its own (5xx).
    #[error("Halo had a problem of its own (status {status})")]
    ServerError {
        /// The status of the answer.
        status: u16,
    },
    /// The piece of work has used up its requests.
    #[error("this piece of work has used all the requests it may send")]
    BudgetSpent,
    /// Someone asked us to stop.
    #[error("stopped on request")]
    Cancelled,
    /// The means to make calls could not be set up on this computer.
    #[error("secure connections could not be set up on this computer")]
    NoTransport,
}
