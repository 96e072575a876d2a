//! The tables, and how older files become today's.
//!
//! A migration that has been released is never changed; the next one is added.
//! The checks are part of the tables so that `PRAGMA integrity_check` sees rows
//! that a damaged page has turned into something else.

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use crate::error::StoreError;

mod wordless;

use wordless::WORDLESS;

const MIGRATIONS: Migrations<'static> = Migrations::from_slice(STEPS);

const STEPS: &[M<'static>] = &[
    M::up(FIRST),
    M::up(PROFILES),
    M::up(EXTENTS),
    M::up(MAPPINGS),
    M::up(STATEMENTS),
    M::up(WRITINGS),
    M::up(WORDLESS),
    M::up(UNDER),
];

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

/// How much each run looked at. Earlier versions said only in the report whether everything had
/// been looked at, in that run or before it.
const EXTENTS: &str = "ALTER TABLE reports ADD COLUMN extent TEXT NOT NULL DEFAULT 'part'
        CHECK (extent IN ('whole', 'part', 'nothing'));
    UPDATE reports SET extent = 'whole' WHERE json_extract(body, '$.complete');";

/// Mappings: both lists as they were last read, the pages of a reading that was broken off, what
/// was decided of each row, and the steps to take back.
const MAPPINGS: &str = "CREATE TABLE mapping_sides (
        connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
        mapping TEXT NOT NULL,
        side TEXT NOT NULL CHECK (side IN ('halo', 'vendor')),
        read TEXT NOT NULL,
        source TEXT NOT NULL CHECK (json_valid(source)),
        list TEXT NOT NULL,
        changes TEXT NOT NULL,
        PRIMARY KEY (connection_id, mapping, side)
    ) STRICT;

    CREATE TABLE mapping_pages (
        connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
        mapping TEXT NOT NULL,
        side TEXT NOT NULL CHECK (side IN ('halo', 'vendor')),
        part TEXT NOT NULL,
        number INTEGER NOT NULL CHECK (number > 0),
        total INTEGER,
        read TEXT NOT NULL,
        list TEXT NOT NULL,
        PRIMARY KEY (connection_id, mapping, side, part, number)
    ) STRICT;

    CREATE TABLE mapping_decisions (
        connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
        mapping TEXT NOT NULL,
        row_id TEXT NOT NULL,
        row_name TEXT NOT NULL,
        verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'later', 'ignored')),
        other_id TEXT,
        other_name TEXT,
        decided_by TEXT NOT NULL CHECK (decided_by IN ('person', 'suggestion')),
        decided TEXT NOT NULL,
        PRIMARY KEY (connection_id, mapping, row_id),
        CHECK ((verdict = 'accepted') = (other_id IS NOT NULL AND other_name IS NOT NULL))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE mapping_steps (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
        mapping TEXT NOT NULL,
        undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
        parts TEXT NOT NULL
    ) STRICT;
    CREATE INDEX mapping_steps_by_mapping ON mapping_steps (connection_id, mapping, number);";

/// What was written of a mapping into the other product, row by row.
const WRITINGS: &str = "CREATE TABLE mapping_writings (
        connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
        mapping TEXT NOT NULL,
        begun TEXT NOT NULL,
        ended TEXT,
        about TEXT NOT NULL CHECK (json_valid(about)),
        PRIMARY KEY (connection_id, mapping)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE mapping_written_rows (
        connection_id TEXT NOT NULL,
        mapping TEXT NOT NULL,
        place INTEGER NOT NULL CHECK (place >= 0),
        written TEXT NOT NULL CHECK (json_valid(written)),
        PRIMARY KEY (connection_id, mapping, place),
        FOREIGN KEY (connection_id, mapping)
            REFERENCES mapping_writings (connection_id, mapping) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;";

/// Under which answer of another mapping a row was decided, where it depends on one.
const UNDER: &str = "ALTER TABLE mapping_decisions ADD COLUMN under TEXT;";

/// What was confirmed, beside when: earlier versions kept only that somebody had looked.
const STATEMENTS: &str = "ALTER TABLE confirmations ADD COLUMN statement TEXT
        CHECK (statement IS NULL OR json_valid(statement));";

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
    use rusqlite::Connection;
    use rusqlite_migration::{M, Migrations};

    use super::{FIRST, PROFILES};

    #[test]
    fn migrations_apply() {
        assert_eq!(super::MIGRATIONS.validate(), Ok(()));
    }

    #[test]
    fn confirmations_of_an_earlier_version_stay_and_do_not_say_of_what() {
        let mut database = Connection::open_in_memory().unwrap();
        let earlier = [
            M::up(FIRST),
            M::up(PROFILES),
            M::up(super::EXTENTS),
            M::up(super::MAPPINGS),
        ];
        Migrations::from_slice(&earlier)
            .to_latest(&mut database)
            .unwrap();
        database
            .execute_batch(
                "INSERT INTO connections
                 VALUES ('a', 'A', 'a', 'p', 'built-in', 'c', 'c', NULL, NULL, NULL, 'none', NULL);
                 INSERT INTO confirmations VALUES ('a', 'vendor:look', '2026-03-04T10:00:00Z');",
            )
            .unwrap();

        super::migrate(&mut database).unwrap();
        let kept: (String, Option<String>) = database
            .query_row(
                "SELECT confirmed, statement FROM confirmations",
                [],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .unwrap();
        assert_eq!(kept, ("2026-03-04T10:00:00Z".to_owned(), None));
        let broken = database.execute("UPDATE confirmations SET statement = 'some'", []);
        assert!(broken.is_err(), "the check is part of the table");
    }

    #[test]
    fn reports_of_an_earlier_version_keep_what_they_say_of_their_extent() {
        let mut database = Connection::open_in_memory().unwrap();
        let earlier = [M::up(FIRST), M::up(PROFILES)];
        Migrations::from_slice(&earlier)
            .to_latest(&mut database)
            .unwrap();
        database
            .execute_batch(
                "INSERT INTO connections
                 VALUES ('a', 'A', 'a', 'p', 'built-in', 'c', 'c', NULL, NULL, NULL, 'none', NULL);
                 INSERT INTO reports (connection_id, made, good, body) VALUES
                 ('a', 'm', 1, '{\"complete\": true}'),
                 ('a', 'm', 0, '{\"complete\": false}'),
                 ('a', 'm', 0, '{}'),
                 ('a', 'm', 0, '7');",
            )
            .unwrap();

        super::migrate(&mut database).unwrap();
        let extents: Vec<String> = database
            .prepare("SELECT extent FROM reports ORDER BY number")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        assert_eq!(extents, ["whole", "part", "part", "part"]);
        let broken = database.execute("UPDATE reports SET extent = 'some'", []);
        assert!(broken.is_err(), "the check is part of the table");
    }
}
