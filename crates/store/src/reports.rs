//! Past reports of a connection: the latest ones, and the last good one however old.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, named_params, params};
use serde::Serialize;
use serde_json::Value;

use crate::{
    connection::ConnectionId,
    error::StoreError,
    guard,
    rows::{json, parsed},
    store::Store,
};

/// How many reports of one connection are kept, besides the last good one.
pub const REPORTS_KEPT: u32 = 20;

/// A report as it was made.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SavedReport {
    /// When it was saved.
    pub made: Timestamp,
    /// Whether nothing had failed.
    pub good: bool,
    /// The report.
    pub body: Value,
}

impl Store {
    /// Keeps a report. `good` says that nothing had failed.
    ///
    /// # Errors
    /// [`StoreError::LooksLikeASecret`] when a reply that found its way into the report
    /// repeats a secret.
    pub async fn save_report(
        &self,
        id: ConnectionId,
        report: &Value,
        good: bool,
    ) -> Result<(), StoreError> {
        guard::json(report)?;
        let body = report.to_string();
        self.change(id, move |database, id| {
            database.execute(
                "INSERT INTO reports (connection_id, made, good, body) VALUES (?1, ?2, ?3, ?4)",
                params![id, Timestamp::now().to_string(), good, body],
            )?;
            database.execute(
                "DELETE FROM reports WHERE connection_id = :id
                 AND number NOT IN (SELECT number FROM reports WHERE connection_id = :id
                                    ORDER BY number DESC LIMIT :kept)
                 AND number IS NOT (SELECT max(number) FROM reports
                                    WHERE connection_id = :id AND good)",
                named_params! { ":id": id, ":kept": REPORTS_KEPT },
            )?;
            Ok(())
        })
        .await
    }

    /// Puts another body in place of the latest report's: what was learned then, seen in the light
    /// of a later answer. When it was made stays as it was.
    ///
    /// # Errors
    /// [`StoreError::LooksLikeASecret`] as for [`Store::save_report`].
    pub async fn replace_last_report(
        &self,
        id: ConnectionId,
        report: &Value,
        good: bool,
    ) -> Result<(), StoreError> {
        guard::json(report)?;
        let body = report.to_string();
        self.change(id, move |database, id| {
            database.execute(
                "UPDATE reports SET good = ?2, body = ?3
                 WHERE number = (SELECT max(number) FROM reports WHERE connection_id = ?1)",
                params![id, good, body],
            )?;
            Ok(())
        })
        .await
    }

    /// Forgets every report: they speak of another Halo than the one the connection has now.
    pub async fn forget_reports(&self, id: ConnectionId) -> Result<(), StoreError> {
        self.change(id, move |database, id| {
            database.execute("DELETE FROM reports WHERE connection_id = ?1", [id])?;
            Ok(())
        })
        .await
    }

    /// The latest report.
    pub async fn last_report(&self, id: ConnectionId) -> Result<Option<SavedReport>, StoreError> {
        self.latest(
            id,
            "SELECT * FROM reports WHERE connection_id = ?1 ORDER BY number DESC LIMIT 1",
        )
        .await
    }

    /// The latest report in which nothing had failed.
    pub async fn last_good_report(
        &self,
        id: ConnectionId,
    ) -> Result<Option<SavedReport>, StoreError> {
        self.latest(
            id,
            "SELECT * FROM reports WHERE connection_id = ?1 AND good ORDER BY number DESC LIMIT 1",
        )
        .await
    }

    /// The reports that are kept, latest first.
    pub async fn reports(&self, id: ConnectionId) -> Result<Vec<SavedReport>, StoreError> {
        self.read(move |database| {
            let mut statement = database.prepare_cached(
                "SELECT * FROM reports WHERE connection_id = ?1 ORDER BY number DESC",
            )?;
            let rows = statement.query_map([id.to_string()], from_row)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .await
    }

    async fn latest(
        &self,
        id: ConnectionId,
        query: &'static str,
    ) -> Result<Option<SavedReport>, StoreError> {
        self.read(move |database| {
            Ok(database
                .query_row(query, [id.to_string()], from_row)
                .optional()?)
        })
        .await
    }
}

fn from_row(row: &Row) -> rusqlite::Result<SavedReport> {
    Ok(SavedReport {
        made: parsed(row, "made", |text| text.parse().ok())?,
        good: row.get("good")?,
        body: json(row, "body")?,
    })
}
