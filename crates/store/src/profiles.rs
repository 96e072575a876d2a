//! Profiles that the admin opened from files and kept.
//!
//! Kept as the text that was opened, whole or not at all. Deliberately not here: what the text
//! means, and whether it is sound; the domain reads it anew each time.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, Transaction, params};

use crate::{error::StoreError, guard, rows::parsed, store::Store};

/// What a connection's `profile_source` says when its profile is kept here.
const SOURCE: &str = "installed";

/// A profile as it was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptProfile {
    /// The profile's id.
    pub id: String,
    /// The name of the file it was opened from, without its folder.
    pub file: String,
    /// When it was kept.
    pub kept: Timestamp,
    /// The file's text.
    pub text: String,
}

/// What became of a profile that was to be removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Removal {
    /// It is gone, or was not there.
    Removed,
    /// It stays: these connections use it, by name.
    InUse(Vec<String>),
}

impl Store {
    /// Keeps a profile, in place of an earlier one of its id.
    ///
    /// # Errors
    /// [`StoreError::LooksLikeASecret`] for a text with a client secret in it.
    pub async fn keep_profile(&self, id: &str, file: &str, text: &str) -> Result<(), StoreError> {
        for text in [id, file, text] {
            guard::text(text)?;
        }
        let (id, file, text) = (id.to_owned(), file.to_owned(), text.to_owned());
        self.write(move |database| {
            database.execute(
                "INSERT OR REPLACE INTO profiles (id, file, kept, text) VALUES (?1, ?2, ?3, ?4)",
                params![id, file, Timestamp::now().to_string(), text],
            )?;
            Ok(())
        })
        .await
    }

    /// The profiles that are kept, by id.
    pub async fn kept_profiles(&self) -> Result<Vec<KeptProfile>, StoreError> {
        self.read(|database| {
            let mut statement = database.prepare_cached("SELECT * FROM profiles ORDER BY id")?;
            let rows = statement.query_map([], from_row)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// The kept profile of this id.
    pub async fn kept_profile(&self, id: &str) -> Result<Option<KeptProfile>, StoreError> {
        let id = id.to_owned();
        self.read(move |database| one(database, &id)).await
    }

    /// The names of the connections that use the kept profile of this id, in their order.
    pub async fn users_of_profile(&self, id: &str) -> Result<Vec<String>, StoreError> {
        let id = id.to_owned();
        self.read(move |database| users(database, &id)).await
    }

    /// Removes a kept profile that no connection uses.
    pub async fn remove_profile(&self, id: &str) -> Result<Removal, StoreError> {
        let id = id.to_owned();
        self.write(move |database| {
            let users = users(database, &id)?;
            if !users.is_empty() {
                return Ok(Removal::InUse(users));
            }
            database.execute("DELETE FROM profiles WHERE id = ?1", [id])?;
            Ok(Removal::Removed)
        })
        .await
    }
}

fn one(database: &Transaction, id: &str) -> Result<Option<KeptProfile>, StoreError> {
    Ok(database
        .query_row("SELECT * FROM profiles WHERE id = ?1", [id], from_row)
        .optional()?)
}

fn users(database: &Transaction, id: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = database.prepare_cached(
        "SELECT name FROM connections WHERE profile_id = ?1 AND profile_source = ?2 ORDER BY rowid",
    )?;
    let rows = statement.query_map([id, SOURCE], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn from_row(row: &Row) -> rusqlite::Result<KeptProfile> {
    Ok(KeptProfile {
        id: row.get("id")?,
        file: row.get("file")?,
        kept: parsed(row, "kept", |text| text.parse().ok())?,
        text: row.get("text")?,
    })
}
