//! Settings of the program, such as its theme, and the connection last open.

use rusqlite::{OptionalExtension, params};
use serde_json::Value;

use crate::{
    connection::ConnectionId,
    error::StoreError,
    guard,
    rows::{json, parsed},
    store::Store,
};

impl Store {
    /// A setting, where it has been made.
    pub async fn setting(&self, key: &str) -> Result<Option<Value>, StoreError> {
        let key = key.to_owned();
        self.read(move |database| {
            Ok(database
                .query_row("SELECT value FROM settings WHERE key = ?1", [key], |row| {
                    json(row, "value")
                })
                .optional()?)
        })
        .await
    }

    /// Makes a setting.
    ///
    /// # Errors
    /// [`StoreError::LooksLikeASecret`] for text of a client secret's shape.
    pub async fn set_setting(&self, key: &str, value: &Value) -> Result<(), StoreError> {
        guard::text(key)?;
        guard::json(value)?;
        let (key, value) = (key.to_owned(), value.to_string());
        self.write(move |database| {
            database.execute(
                "INSERT OR REPLACE INTO settings (key, value) VALUES (?1, ?2)",
                params![key, value],
            )?;
            Ok(())
        })
        .await
    }

    /// The connection that was last open, if it is still there.
    pub async fn last_open(&self) -> Result<Option<ConnectionId>, StoreError> {
        self.read(|database| {
            Ok(database
                .query_row("SELECT connection_id FROM last_open", [], |row| {
                    parsed(row, "connection_id", |text| text.parse().ok())
                })
                .optional()?)
        })
        .await
    }

    /// Remembers which connection is open; `None` for the list of all.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it has been removed.
    pub async fn set_last_open(&self, id: Option<ConnectionId>) -> Result<(), StoreError> {
        self.write(move |database| {
            database.execute("DELETE FROM last_open", [])?;
            let Some(id) = id else { return Ok(()) };
            let kept = database.execute(
                "INSERT INTO last_open (only, connection_id) SELECT 1, id FROM connections WHERE id = ?1",
                [id.to_string()],
            )?;
            if kept == 0 { Err(StoreError::NotFound) } else { Ok(()) }
        })
        .await
    }
}
