//! The error that crosses to the page: Halyard could not do what it was asked.
//!
//! A code exists only because a face acts on it. What is wrong with the customer's set-up is never
//! an error; it is a finding.

use serde::Serialize;
use ts_rs::TS;

/// Halyard could not do what it was asked.
#[derive(Debug, Clone, thiserror::Error, Serialize, TS)]
#[error("{message}")]
pub struct CommandError {
    /// What kind of trouble it is.
    pub code: ErrorCode,
    /// What happened and what to do, ready to be shown. Never holds what was typed.
    pub message: String,
}

/// The kinds of trouble that a face tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// The request does not fit the contract: a fault of Halyard itself.
    BadRequest,
    /// There is no such connection any more.
    NoSuchConnection,
    /// There is no such product.
    NoSuchProfile,
    /// The saved data could not be read or written.
    Storage,
    /// The keychain could not do it; `keychain` says how it is.
    Keychain,
    /// The clipboard, the browser or a file could not be used.
    Desktop,
}

impl CommandError {
    /// An error of this kind with these words.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
        }
    }

    /// The request does not fit the contract.
    pub fn bad_request() -> Self {
        Self::new(
            ErrorCode::BadRequest,
            "Halyard asked itself something it does not understand. Close the window and open it again; your answers are saved.",
        )
    }

    /// There is no such connection any more.
    pub fn no_such_connection() -> Self {
        Self::new(
            ErrorCode::NoSuchConnection,
            "This connection is not there any more. Go back to your connections.",
        )
    }

    /// There is no such product.
    pub fn no_such_profile(id: &str) -> Self {
        Self::new(
            ErrorCode::NoSuchProfile,
            format!("There is no profile called “{id}”. `halyard profiles` lists those there are."),
        )
    }
}
