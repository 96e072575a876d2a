//! Why something could not be checked this time: the five codes of `unknown`, and the words that
//! are more exact than the codes. Used by every group.

use crate::facts::{Asked, Failure, Refusal};
use crate::finding::Code;

/// Why there is no answer about a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    /// The address has to be right first.
    AddressFirst,
    /// Signing in has to work first.
    SignInFirst,
    /// The token carries no scope that would allow looking.
    ScopeFirst,
    /// Others of the scopes were refused, and the run ended before it came to this one.
    OtherScopesFirst,
    /// The token opens nothing at all, whatever it is for.
    OpenFirst,
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
    /// There is no connection with the server that signs in, as these words say.
    NotConnected(&'static str),
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
    pub(super) fn code(self) -> Code {
        match self {
            Self::ScopeFirst
            | Self::OpenFirst
            | Self::Refused(Refusal::Unauthorised | Refusal::Forbidden) => Code::NotPermitted,
            Self::Failed(Failure::ServerError) => Code::ServerError,
            Self::OtherScopesFirst | Self::Failed(Failure::TimedOut | Failure::Stopped) => {
                Code::TimedOut
            }
            Self::Failed(Failure::RateLimited) => Code::RateLimited,
            _ => Code::NotReadable,
        }
    }

    /// What is said instead where nothing above explains it.
    pub(super) fn alone(words: &'static str) -> &'static str {
        match words {
            "unchecked-refused" => "unchecked-refused-alone",
            "unchecked-not-found" => "unchecked-not-found-alone",
            words => words,
        }
    }

    /// The message that explains it.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::AddressFirst => "unchecked-address-first",
            Self::SignInFirst => "unchecked-sign-in-first",
            Self::ScopeFirst => "unchecked-scope-first",
            Self::OtherScopesFirst => "unchecked-other-scopes-first",
            Self::OpenFirst => "unchecked-open-first",
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
            Self::NotConnected(words) => words,
        }
    }
}
