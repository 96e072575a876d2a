//! Why something could not be checked this time: the five codes of `unknown`, and the words that
//! are more exact than the codes. Used by every group.

use crate::facts::{Asked, Failure, Refusal};

/// Why there is no answer about a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    /// The address has to be right first.
    AddressFirst,
    /// Signing in has to work first.
    SignInFirst,
    /// The token carries no scope that would allow looking.
    ScopeFirst,
    /// No Client ID and Client Secret were given yet.
    NoCredentials,
    /// This run did not ask.
    NotAsked,
    /// Halo answered and left this value out.
    LeftOut,
    /// Halo refused to show it.
    Refused(Refusal),
    /// Halo gave no usable answer.
    Failed(Failure),
}

impl Cause {
    /// Why this has no answer, or [`Cause::LeftOut`] where the answer lacked the value.
    pub(super) fn of<T>(asked: &Asked<T>) -> Self {
        match asked {
            Asked::Not => Self::NotAsked,
            Asked::Answered(_) => Self::LeftOut,
            Asked::Refused(refusal) => Self::Refused(*refusal),
            Asked::Failed(failure) => Self::Failed(*failure),
        }
    }

    /// The code that `unknown` carries.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::ScopeFirst | Self::Refused(_) => "not_permitted",
            Self::Failed(Failure::ServerError) => "server_error",
            Self::Failed(Failure::TimedOut | Failure::Stopped) => "timed_out",
            Self::Failed(Failure::RateLimited) => "rate_limited",
            _ => "not_readable",
        }
    }

    /// The message that explains it.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::AddressFirst => "unchecked-address-first",
            Self::SignInFirst => "unchecked-sign-in-first",
            Self::ScopeFirst => "unchecked-scope-first",
            Self::NoCredentials => "unchecked-no-credentials",
            Self::NotAsked => "unchecked-not-asked",
            Self::LeftOut => "unchecked-left-out",
            Self::Refused(Refusal::Unauthorised | Refusal::Forbidden) => "unchecked-refused",
            Self::Refused(Refusal::NotFound) => "unchecked-not-found",
            Self::Failed(Failure::ServerError) => "unchecked-server-error",
            Self::Failed(Failure::TimedOut) => "unchecked-timed-out",
            Self::Failed(Failure::RateLimited) => "unchecked-rate-limited",
            Self::Failed(Failure::NotReadable) => "unchecked-not-readable",
            Self::Failed(Failure::TooLarge) => "unchecked-too-large",
            Self::Failed(Failure::RedirectedElsewhere) => "unchecked-redirected",
            Self::Failed(Failure::Unreachable) => "unchecked-unreachable",
            Self::Failed(Failure::Stopped) => "unchecked-stopped",
        }
    }
}
