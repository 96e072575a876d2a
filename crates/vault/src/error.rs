//! What can go wrong with a keychain, by cause, and the states it can be in.
//!
//! Built once, in `cause`, from what the stores report. Deliberately not here:
//! the stores' own errors. Two of their variants hold the raw bytes of a secret
//! and print them with `{:?}`, so nothing of them passes this boundary.

use thiserror::Error;

/// Whether the keychain can be used right now, learned by writing, reading back
/// and deleting a canary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeychainState {
    /// A canary was written, read back the same and deleted.
    Ready,
    /// There is a keychain, and it has to be unlocked first.
    Locked,
    /// The keychain refused this program, or the user said no.
    Denied,
    /// There is no keychain that works: none is installed, none runs, or the one
    /// there is does not keep what it is given.
    Absent,
    /// No answer within the limit; most often a question is waiting on the screen.
    TimedOut,
}

/// Why a secret could not be kept, read or removed. Carries no detail on purpose.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq, Hash)]
pub enum VaultError {
    /// The keychain has to be unlocked first.
    #[error("the keychain is locked")]
    Locked,
    /// The keychain refused this program, or the user said no.
    #[error("the keychain did not allow it")]
    Denied,
    /// No keychain is installed or running.
    #[error("no keychain is available")]
    Absent,
    /// No answer within the limit. Nothing was kept: a save that completes after
    /// its caller has gone is taken back.
    #[error("the keychain did not answer in time")]
    TimedOut,
    /// The keychain took the secret, but gave back something else.
    #[error("the keychain did not keep the secret")]
    NotKept,
    /// The secret or its name is longer than this keychain can hold (2,560 bytes
    /// for a secret on Windows).
    #[error("the secret is longer than the keychain can hold")]
    TooLong,
    /// Anything else the keychain reported.
    #[error("the keychain reported a failure")]
    Failed,
}

impl From<VaultError> for KeychainState {
    /// The state a failed call shows. A keychain that fails or does not keep what
    /// it is given is as good as none.
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::Locked => Self::Locked,
            VaultError::Denied => Self::Denied,
            VaultError::TimedOut => Self::TimedOut,
            VaultError::Absent | VaultError::NotKept | VaultError::TooLong | VaultError::Failed => {
                Self::Absent
            }
        }
    }
}
