//! What the admin said about a connection: answers, ticks and confirmations.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::params;
use serde_json::Value;

use crate::{connection::ConnectionId, error::StoreError, guard, rows::parsed, store::Store};

impl Store {
    /// Keeps an answer, in place of an earlier one.
    ///
    /// # Errors
    /// [`StoreError::LooksLikeASecret`] for text of a client secret's shape.
    pub async fn set_answer(
        &self,
        id: ConnectionId,
        key: &str,
        value: &Value,
    ) -> Result<(), StoreError> {
        guard::text(key)?;
        guard::json(value)?;
        let (key, value) = (key.to_owned(), value.to_string());
        self.change(id, move |database, id| {
            database.execute(
                "INSERT OR REPLACE INTO answers (connection_id, key, value) VALUES (?1, ?2, ?3)",
                params![id, key, value],
            )?;
            Ok(())
        })
        .await
    }

    /// Forgets an answer. One that was not there is fine.
    pub async fn clear_answer(&self, id: ConnectionId, key: &str) -> Result<(), StoreError> {
        let key = key.to_owned();
        self.change(id, move |database, id| {
            database.execute(
                "DELETE FROM answers WHERE connection_id = ?1 AND key = ?2",
                params![id, key],
            )?;
            Ok(())
        })
        .await
    }

    /// Ticks an item of a checklist, or takes the tick away.
    pub async fn tick(
        &self,
        id: ConnectionId,
        item: &str,
        is_ticked: bool,
    ) -> Result<(), StoreError> {
        guard::text(item)?;
        let item = item.to_owned();
        self.change(id, move |database, id| {
            let statement = if is_ticked {
                "INSERT OR IGNORE INTO ticks (connection_id, item) VALUES (?1, ?2)"
            } else {
                "DELETE FROM ticks WHERE connection_id = ?1 AND item = ?2"
            };
            database.execute(statement, params![id, item])?;
            Ok(())
        })
        .await
    }

    /// Notes that the admin has looked and confirmed a finding, with the date, or
    /// takes that back.
    pub async fn confirm(
        &self,
        id: ConnectionId,
        finding_id: &str,
        is_confirmed: bool,
    ) -> Result<(), StoreError> {
        guard::text(finding_id)?;
        let finding_id = finding_id.to_owned();
        self.change(id, move |database, id| {
            if is_confirmed {
                database.execute(
                    "INSERT OR REPLACE INTO confirmations (connection_id, finding_id, confirmed)
                     VALUES (?1, ?2, ?3)",
                    params![id, finding_id, Timestamp::now().to_string()],
                )?;
            } else {
                database.execute(
                    "DELETE FROM confirmations WHERE connection_id = ?1 AND finding_id = ?2",
                    params![id, finding_id],
                )?;
            }
            Ok(())
        })
        .await
    }

    /// The confirmed findings of a connection, each with when it was confirmed.
    pub async fn confirmations(
        &self,
        id: ConnectionId,
    ) -> Result<BTreeMap<String, Timestamp>, StoreError> {
        self.read(move |database| {
            let mut statement = database.prepare_cached(
                "SELECT finding_id, confirmed FROM confirmations WHERE connection_id = ?1",
            )?;
            let rows = statement.query_map([id.to_string()], |row| {
                Ok((
                    row.get(0)?,
                    parsed(row, "confirmed", |text| text.parse().ok())?,
                ))
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .await
    }
}
