//! An answer that is kept only where nobody else has kept another one since it was read.
//!
//! For what two programs may want to begin at the same time: the one that comes second sees that
//! it was not first. Plain answers are in [`crate::answers`].

use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};
use serde_json::Value;

use crate::{connection::ConnectionId, error::StoreError, guard, store::Store};

impl Store {
    /// Keeps an answer in place of `was`, which is what the caller read; `None` where there was
    /// none. Says whether it did: where another one is kept by now, nothing is changed.
    ///
    /// # Errors
    /// [`StoreError::LooksLikeASecret`] for text of a client secret's shape,
    /// [`StoreError::NotFound`] when the connection has been removed.
    pub async fn exchange_answer(
        &self,
        id: ConnectionId,
        key: &str,
        was: Option<&Value>,
        value: &Value,
    ) -> Result<bool, StoreError> {
        guard::text(key)?;
        guard::json(value)?;
        let (key, was, value) = (key.to_owned(), was.cloned(), value.to_string());
        self.write(move |database| {
            let id = id.to_string();
            let touched = database.execute(
                "UPDATE connections SET changed = ?2 WHERE id = ?1",
                params![id, Timestamp::now().to_string()],
            )?;
            if touched == 0 {
                return Err(StoreError::NotFound);
            }
            let kept: Option<String> = database
                .query_row(
                    "SELECT value FROM answers WHERE connection_id = ?1 AND key = ?2",
                    params![id, key],
                    |row| row.get(0),
                )
                .optional()?;
            let kept: Option<Value> = kept
                .map(|text| serde_json::from_str(&text))
                .transpose()
                .map_err(|_| StoreError::Damaged)?;
            if kept != was {
                return Ok(false);
            }
            database.execute(
                "INSERT OR REPLACE INTO answers (connection_id, key, value) VALUES (?1, ?2, ?3)",
                params![id, key, value],
            )?;
            Ok(true)
        })
        .await
    }
}
