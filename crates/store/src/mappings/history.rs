//! Deciding, taking back, and deciding again: every step with what was there before and after.

use rusqlite::{OptionalExtension, Transaction, named_params, params};
use serde::{Deserialize, Serialize};

use super::decisions::{self, Decision};
use crate::{connection::ConnectionId, error::StoreError, store::Store};

/// How many steps back are kept.
const STEPS_KEPT: u32 = 200;

/// Which ways there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    /// There is a step to take back.
    pub back: bool,
    /// There is a step to take again.
    pub forth: bool,
}

/// One row's part in a step.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Part {
    row: String,
    before: Option<Decision>,
    after: Option<Decision>,
}

impl Store {
    /// Decides about rows, all in one step: a decision, or none any more. Steps that had been
    /// taken back can not be taken again after it.
    ///
    /// # Errors
    /// [`StoreError::LooksLikeASecret`] for text of a client secret's shape.
    pub async fn decide(
        &self,
        id: ConnectionId,
        mapping: &str,
        rows: Vec<(String, Option<Decision>)>,
    ) -> Result<(), StoreError> {
        for (_, decision) in &rows {
            decision.as_ref().map(decisions::check).transpose()?;
        }
        let mapping = mapping.to_owned();
        self.change(id, move |database, id| {
            let mut parts = Vec::with_capacity(rows.len());
            for (row, after) in rows {
                let before = decisions::one(database, id, &mapping, &row)?;
                decisions::put(database, id, &mapping, &row, after.as_ref())?;
                parts.push(Part { row, before, after });
            }
            remember(database, id, &mapping, &parts)
        })
        .await
    }

    /// Takes the last step back; says which rows it was about. None where there is none.
    pub async fn undo(&self, id: ConnectionId, mapping: &str) -> Result<Vec<String>, StoreError> {
        self.step(
            id,
            mapping,
            "SELECT number, parts FROM mapping_steps
             WHERE connection_id = ?1 AND mapping = ?2 AND NOT undone ORDER BY number DESC LIMIT 1",
            true,
        )
        .await
    }

    /// Takes the step again that was taken back last; says which rows it was about.
    pub async fn redo(&self, id: ConnectionId, mapping: &str) -> Result<Vec<String>, StoreError> {
        self.step(
            id,
            mapping,
            "SELECT number, parts FROM mapping_steps
             WHERE connection_id = ?1 AND mapping = ?2 AND undone ORDER BY number LIMIT 1",
            false,
        )
        .await
    }

    /// Whether there is something to take back or to take again.
    pub async fn steps(&self, id: ConnectionId, mapping: &str) -> Result<Steps, StoreError> {
        let mapping = mapping.to_owned();
        self.read(move |database| {
            let steps = database.query_row(
                "SELECT coalesce(max(NOT undone), 0), coalesce(max(undone), 0) FROM mapping_steps
                 WHERE connection_id = ?1 AND mapping = ?2",
                params![id.to_string(), mapping],
                |row| {
                    Ok(Steps {
                        back: row.get(0)?,
                        forth: row.get(1)?,
                    })
                },
            )?;
            Ok(steps)
        })
        .await
    }

    async fn step(
        &self,
        id: ConnectionId,
        mapping: &str,
        query: &'static str,
        back: bool,
    ) -> Result<Vec<String>, StoreError> {
        let mapping = mapping.to_owned();
        self.write(move |database| {
            let id = id.to_string();
            let found: Option<(i64, String)> = database
                .query_row(query, params![id, mapping], |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })
                .optional()?;
            let Some((number, parts)) = found else {
                return Ok(Vec::new());
            };
            let parts: Vec<Part> = serde_json::from_str(&parts).map_err(|_| StoreError::Damaged)?;
            for part in &parts {
                let decision = if back { &part.before } else { &part.after };
                decisions::put(database, &id, &mapping, &part.row, decision.as_ref())?;
            }
            database.execute(
                "UPDATE mapping_steps SET undone = ?2 WHERE number = ?1",
                params![number, back],
            )?;
            Ok(parts.into_iter().map(|part| part.row).collect())
        })
        .await
    }
}

fn remember(
    database: &Transaction,
    connection: &str,
    mapping: &str,
    parts: &[Part],
) -> Result<(), StoreError> {
    let parts = serde_json::to_string(parts).map_err(|_| StoreError::Damaged)?;
    database.execute(
        "DELETE FROM mapping_steps WHERE connection_id = ?1 AND mapping = ?2 AND undone",
        params![connection, mapping],
    )?;
    database.execute(
        "INSERT INTO mapping_steps (connection_id, mapping, undone, parts) VALUES (?1, ?2, 0, ?3)",
        params![connection, mapping, parts],
    )?;
    database.execute(
        "DELETE FROM mapping_steps WHERE connection_id = :id AND mapping = :mapping
         AND number NOT IN (SELECT number FROM mapping_steps
                            WHERE connection_id = :id AND mapping = :mapping
                            ORDER BY number DESC LIMIT :kept)",
        named_params! { ":id": connection, ":mapping": mapping, ":kept": STEPS_KEPT },
    )?;
    Ok(())
}
