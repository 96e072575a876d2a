//! What the admin said about a connection: answers, ticks and confirmations.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::{Row, params};
use serde_json::Value;

use crate::{
    connection::ConnectionId,
    error::StoreError,
    guard,
    rows::{document, parsed},
    store::Store,
};

/// That the admin has looked and confirmed a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Confirmation {
    /// When.
    pub confirmed: Timestamp,
    /// What there was to confirm; absent where an earlier version did not keep it.
    pub statement: Option<Value>,
}

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

    /// Notes that the admin has looked and confirmed a finding, in place of an earlier time, with
    /// the date and what there was to confirm.
    ///
    /// # Errors
    /// [`StoreError::LooksLikeASecret`] for text of a client secret's shape.
    pub async fn confirm(
        &self,
        id: ConnectionId,
        finding_id: &str,
        statement: &Value,
    ) -> Result<(), StoreError> {
        guard::text(finding_id)?;
        guard::json(statement)?;
        let (finding_id, statement) = (finding_id.to_owned(), statement.to_string());
        self.change(id, move |database, id| {
            database.execute(
                "INSERT OR REPLACE INTO confirmations
                 (connection_id, finding_id, confirmed, statement) VALUES (?1, ?2, ?3, ?4)",
                params![id, finding_id, Timestamp::now().to_string(), statement],
            )?;
            Ok(())
        })
        .await
    }

    /// Takes a confirmation back. One that was not there is fine.
    pub async fn take_back(&self, id: ConnectionId, finding_id: &str) -> Result<(), StoreError> {
        let finding_id = finding_id.to_owned();
        self.change(id, move |database, id| {
            database.execute(
                "DELETE FROM confirmations WHERE connection_id = ?1 AND finding_id = ?2",
                params![id, finding_id],
            )?;
            Ok(())
        })
        .await
    }

    /// The confirmed findings of a connection.
    pub async fn confirmations(
        &self,
        id: ConnectionId,
    ) -> Result<BTreeMap<String, Confirmation>, StoreError> {
        self.read(move |database| {
            let mut query = database.prepare_cached(
                "SELECT finding_id, confirmed, statement FROM confirmations
                 WHERE connection_id = ?1",
            )?;
            let rows = query.query_map([id.to_string()], |row| {
                Ok((row.get(0)?, confirmation(row)?))
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .await
    }
}

fn confirmation(row: &Row) -> rusqlite::Result<Confirmation> {
    Ok(Confirmation {
        confirmed: parsed(row, "confirmed", |text| text.parse().ok())?,
        statement: document(row, "statement")?,
    })
}
