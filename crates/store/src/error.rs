//! Why something could not be kept or found, by cause.
//!
//! Built from `SQLite`'s and the file system's errors in the two `From`s below, and
//! nowhere else.

use std::io;

use rusqlite::ErrorCode;
use thiserror::Error;

/// What is wrong with a connection's name.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum NameProblem {
    /// Nothing but spaces.
    #[error("a name needs at least one character")]
    Empty,
    /// More than 80 characters.
    #[error("a name can have at most 80 characters")]
    TooLong,
    /// Line breaks, control characters, or marks that turn the writing direction.
    #[error("a name cannot hold line breaks or invisible characters")]
    Unprintable,
}

/// Why a call to the store did not do what was asked. What was there before is
/// still there after any of these.
#[derive(Debug, Error)]
pub enum StoreError {
    /// Another instance of the program has the folder open for writing.
    #[error("another Halyard is running and has your connections open")]
    InUse,
    /// The folder or the file in it cannot be written to.
    #[error("the folder that holds your connections cannot be written to")]
    NotWritable,
    /// The disk is full.
    #[error("the disk is full, so the change was not kept")]
    Full,
    /// The file was written by a newer version of the program; it was left as it is.
    #[error(
        "your connections were saved by a newer version of Halyard; install that version to open them"
    )]
    TooNew,
    /// The file was damaged while open. Opening it again sets it aside.
    #[error("the file that holds your connections is damaged")]
    Damaged,
    /// Opened only to read.
    #[error("your connections are open for reading only")]
    ReadOnly,
    /// There is no connection of this id: it has been removed.
    #[error("this connection is no longer there")]
    NotFound,
    /// Another connection has this name.
    #[error("another connection already has this name")]
    NameTaken,
    /// The name cannot be used.
    #[error("{0}")]
    Name(#[from] NameProblem),
    /// What was to be kept holds text of the shape of a client secret.
    #[error("this looks like a client secret; secrets are kept in the keychain only")]
    LooksLikeASecret,
    /// Anything else the file system reported.
    #[error("the folder that holds your connections could not be used")]
    Io(#[source] io::Error),
    /// Anything else the database reported.
    #[error("the file that holds your connections could not be used")]
    Database(#[source] rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match &error {
            // A row that does not read as what was written there.
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..) => return Self::Damaged,
            _ => {}
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged,
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
                Self::NotWritable
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::InUse,
            _ => Self::Database(error),
        }
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Self::NotWritable
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            _ => Self::Io(error),
        }
    }
}
