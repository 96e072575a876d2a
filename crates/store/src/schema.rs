//! The tables, and how older files become today's.
//!
//! A migration that has been released is never changed; the next one is added.
//! The checks are part of the tables so that `PRAGMA integrity_check` sees rows
//! that a damaged page has turned into something else.

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use crate::error::StoreError;

const MIGRATIONS: Migrations<'static> = Migrations::from_slice(STEPS);

const STEPS: &[M<'static>] = &[M::up(FIRST), M::up(PROFILES)];

const FIRST: &str = "CREATE TABLE connections (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL UNIQUE,
        profile_id TEXT NOT NULL,
        profile_source TEXT NOT NULL,
        created TEXT NOT NULL,
        changed TEXT NOT NULL,
        address TEXT,
        discovered TEXT CHECK (discovered IS NULL OR json_valid(discovered)),
        client_id TEXT,
        secret_home TEXT NOT NULL CHECK (secret_home IN ('none', 'keychain', 'session')),
        place TEXT
    ) STRICT;

    CREATE TABLE answers (
        connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        value TEXT NOT NULL CHECK (json_valid(value)),
        PRIMARY KEY (connection_id, key)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE ticks (
        connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
        item TEXT NOT NULL,
        PRIMARY KEY (connection_id, item)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE confirmations (
        connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
        finding_id TEXT NOT NULL,
        confirmed TEXT NOT NULL,
        PRIMARY KEY (connection_id, finding_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE reports (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
        made TEXT NOT NULL,
        good INTEGER NOT NULL CHECK (good IN (0, 1)),
        body TEXT NOT NULL CHECK (json_valid(body))
    ) STRICT;
    CREATE INDEX reports_by_connection ON reports (connection_id, number);

    CREATE TABLE settings (
        key TEXT PRIMARY KEY NOT NULL,
        value TEXT NOT NULL CHECK (json_valid(value))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE last_open (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE
    ) STRICT;";

/// Profiles that the admin opened from files, as they were written.
const PROFILES: &str = "CREATE TABLE profiles (
        id TEXT PRIMARY KEY NOT NULL,
        file TEXT NOT NULL,
        kept TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;";

/// How a file's version stands to the one this program knows.
pub(crate) enum Version {
    Current,
    Older,
    Newer,
}

/// Looks at the version without changing anything.
pub(crate) fn version(database: &Connection) -> Result<Version, StoreError> {
    match MIGRATIONS.pending_migrations(database).map_err(cause)? {
        0 => Ok(Version::Current),
        pending if pending > 0 => Ok(Version::Older),
        _ => Ok(Version::Newer),
    }
}

/// Brings a new or older file up to date, in one transaction per migration.
pub(crate) fn migrate(database: &mut Connection) -> Result<(), StoreError> {
    MIGRATIONS.to_latest(database).map_err(cause)
}

fn cause(error: rusqlite_migration::Error) -> StoreError {
    match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
        // A version that no release writes, or rows that point nowhere.
        _ => StoreError::Damaged,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn migrations_apply() {
        assert_eq!(super::MIGRATIONS.validate(), Ok(()));
    }
}
