//! Why a reading ended early, in words for the admin.

use halo::HaloError;

use crate::error::CommandError;
use crate::probe::NotOpen;
use crate::words;

/// Why a reading ended early.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Broken {
    /// The admin stopped it.
    Cancelled,
    /// A sentence: why, and what to do.
    Because(String),
}

impl From<HaloError> for Broken {
    fn from(error: HaloError) -> Self {
        let key = match error {
            HaloError::Cancelled => return Self::Cancelled,
            HaloError::Unauthorised | HaloError::Forbidden => "mapping-not-permitted",
            HaloError::RateLimited { .. } => "mapping-slow-down",
            HaloError::ServerError { .. } => "mapping-server-error",
            HaloError::BudgetSpent => "mapping-too-many-requests",
            HaloError::TooLarge => "mapping-list-too-long",
            HaloError::NotJson { .. }
            | HaloError::NotHalo
            | HaloError::NotFound
            | HaloError::Refused { .. } => "mapping-unexpected",
            _ => "mapping-offline",
        };
        Self::Because(words::say(key))
    }
}

impl From<NotOpen> for Broken {
    fn from(not_open: NotOpen) -> Self {
        Self::Because(words::say(match not_open {
            NotOpen::NotFound => "mapping-halo-not-found",
            NotOpen::NoSecret => "mapping-no-secret",
            NotOpen::KeychainClosed => "mapping-keychain-closed",
            NotOpen::RateLimited => "mapping-slow-down",
            NotOpen::NoAnswer => "mapping-server-error",
            NotOpen::Refused => "mapping-sign-in-failed",
        }))
    }
}

impl From<CommandError> for Broken {
    fn from(error: CommandError) -> Self {
        Self::Because(error.message)
    }
}

impl From<store::StoreError> for Broken {
    fn from(error: store::StoreError) -> Self {
        Self::Because(crate::saved::words(&error))
    }
}
