//! Opening the file: looked at first, changed only when it is sound and ours.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{Connection, OpenFlags, config::DbConfig};

use crate::{
    error::StoreError,
    folder::{Folder, database_path, with_suffix},
    rows,
    schema::{self, Version},
    store::{Access, Store},
};

/// A store, and what became of a damaged one.
#[derive(Debug)]
pub struct Opened {
    /// The store, ready to use.
    pub store: Store,
    /// Where a damaged file was moved to, unchanged. The store is then a new one, and
    /// the admin has to be told.
    pub set_aside: Option<PathBuf>,
}

/// Opens the store of a folder for writing.
pub(crate) fn open(folder: &Path) -> Result<Opened, StoreError> {
    let folder = Folder::lock(folder)?;
    match open_sound(&folder.database()?) {
        Err(StoreError::Damaged) => {
            let aside = folder.set_aside()?;
            tracing::warn!(path = %aside.display(), "a damaged file was set aside");
            let database = open_sound(&folder.database()?)?;
            Ok(Opened {
                store: Store::new(database, Access::Write(folder)),
                set_aside: Some(aside),
            })
        }
        opened => Ok(Opened {
            store: Store::new(opened?, Access::Write(folder)),
            set_aside: None,
        }),
    }
}

/// Opens the store of a folder for reading, beside an instance that may be writing.
pub(crate) fn open_to_read(folder: &Path) -> Result<Store, StoreError> {
    let path = database_path(folder);
    if !path.try_exists()? {
        return Ok(Store::new(in_memory()?, Access::Read));
    }
    ensure_not_emptied(&path)?;
    let database = Connection::open_with_flags(
        &path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    database.busy_timeout(PATIENCE)?;
    let version = schema::version(&database)?;
    if matches!(version, Version::Newer) {
        return Err(StoreError::TooNew);
    }
    inspect(&database)?;
    if matches!(version, Version::Older) {
        // Only a writer may change the file, so this becomes one for a moment.
        drop(database);
        drop(open(folder)?);
        return open_to_read(folder);
    }
    Ok(Store::new(database, Access::Read))
}

/// Opens the store of a folder to add something beside the instance that has it: a file of this
/// version, which is neither made, nor brought up to date, nor set aside.
pub(crate) fn open_beside(folder: &Path) -> Result<Store, StoreError> {
    let path = database_path(folder);
    ensure_not_emptied(&path)?;
    let database = Connection::open_with_flags(
        &path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    database.busy_timeout(PATIENCE)?;
    match schema::version(&database)? {
        Version::Current => {}
        // Bringing it up to date is for the instance that has the folder.
        Version::Older => return Err(StoreError::InUse),
        Version::Newer => return Err(StoreError::TooNew),
    }
    inspect(&database)?;
    settle(&database)?;
    Ok(Store::new(database, Access::Beside))
}

/// A store that forgets, for tests.
pub(crate) fn in_memory() -> Result<Connection, StoreError> {
    let mut database = Connection::open_in_memory()?;
    database.pragma_update(None, "foreign_keys", true)?;
    schema::migrate(&mut database)?;
    Ok(database)
}

/// How long a reader and a writer wait for each other.
const PATIENCE: Duration = Duration::from_secs(2);

/// Opens a file that reads back whole.
///
/// # Errors
/// [`StoreError::Damaged`] or [`StoreError::TooNew`], with the file and its journal
/// unchanged.
fn open_sound(path: &Path) -> Result<Connection, StoreError> {
    ensure_not_emptied(path)?;
    let mut database = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    // Until the file is known to be sound, closing it leaves it as it is.
    database.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    database.busy_timeout(PATIENCE)?;
    if matches!(schema::version(&database)?, Version::Newer) {
        return Err(StoreError::TooNew);
    }
    inspect(&database)?;

    database.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    settle(&database)?;
    schema::migrate(&mut database)?;
    rows::all(&database)?;
    Ok(database)
}

/// How every connection that writes behaves.
fn settle(database: &Connection) -> Result<(), StoreError> {
    database.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // In this order: the journal's mode decides what the sync level means.
    database.pragma_update(None, "journal_mode", "wal")?;
    database.pragma_update(None, "synchronous", "full")?;
    database.pragma_update(None, "foreign_keys", true)?;
    database.pragma_update(None, "secure_delete", true)?;
    Ok(())
}

/// Refuses an empty file with a journal beside it: `SQLite` would take it for a new one
/// and delete the journal.
fn ensure_not_emptied(path: &Path) -> Result<(), StoreError> {
    let is_empty = fs::metadata(path)?.len() == 0;
    let has_journal = fs::metadata(with_suffix(path, "-wal")).is_ok_and(|file| file.len() > 0);
    if is_empty && has_journal {
        Err(StoreError::Damaged)
    } else {
        Ok(())
    }
}

/// Reads every page, index and constraint.
fn inspect(database: &Connection) -> Result<(), StoreError> {
    let verdict: String = database.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" {
        Ok(())
    } else {
        Err(StoreError::Damaged)
    }
}
