//! Past reports of a connection: the latest ones, and the last good ones however old.
//!
//! A run that looked at everything is kept as history; of runs that looked at a part only the
//! latest, and of runs that could not reach Halo the latest since it was last reached: neither
//! may push out what the history is for.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, Transaction, named_params, params};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    connection::ConnectionId,
    error::StoreError,
    guard,
    rows::{json, parsed},
    store::Store,
};

/// How many reports of whole runs are kept of one connection, besides the last good ones.
pub const REPORTS_KEPT: u32 = 20;

/// How many bytes of reports are kept of one connection, besides the last good ones and the latest.
pub const BYTES_KEPT: u32 = 4 * 1024 * 1024;

/// How many good reports are kept however old they are: a later answer may turn the latest into
/// one that is not good, and the one before it is then the last good one.
const GOOD_KEPT: u32 = 2;

/// How much a run looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    /// Everything.
    Whole,
    /// Some findings only; the rest is what earlier runs learned.
    Part,
    /// Nothing: Halo could not be reached.
    Nothing,
}

impl Extent {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Part => "part",
            Self::Nothing => "nothing",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        [Self::Whole, Self::Part, Self::Nothing]
            .into_iter()
            .find(|extent| extent.as_str() == text)
    }
}

/// A report to keep.
#[derive(Clone, Debug, PartialEq)]
pub struct NewReport<'a> {
    /// When it was made.
    pub made: Timestamp,
    /// Nothing had failed, and nothing went unanswered.
    pub good: bool,
    /// How much the run looked at.
    pub extent: Extent,
    /// The report.
    pub body: &'a Value,
}

/// A report as it was made.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SavedReport {
    /// Its number; later ones have higher numbers.
    pub number: i64,
    /// When it was made.
    pub made: Timestamp,
    /// Nothing had failed, and nothing went unanswered.
    pub good: bool,
    /// How much the run looked at.
    pub extent: Extent,
    /// The report.
    pub body: Value,
}

/// What a list of reports says of one, without the report itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ReportMark {
    /// When it was made.
    pub made: Timestamp,
    /// Nothing had failed, and nothing went unanswered.
    pub good: bool,
    /// How much the run looked at.
    pub extent: Extent,
}

impl Store {
    /// Keeps a report.
    ///
    /// # Errors
    /// [`StoreError::LooksLikeASecret`] when a reply that found its way into the report
    /// repeats a secret.
    pub async fn save_report(
        &self,
        id: ConnectionId,
        report: NewReport<'_>,
    ) -> Result<(), StoreError> {
        guard::json(report.body)?;
        let body = report.body.to_string();
        let (made, good, extent) = (report.made, report.good, report.extent);
        self.change(id, move |database, id| {
            database.execute(
                "INSERT INTO reports (connection_id, made, good, extent, body)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                params![id, made.to_string(), good, extent.as_str(), body],
            )?;
            prune(database, id)
        })
        .await
    }

    /// Puts another body in place of a report's: what was learned then, seen in the light of a
    /// later answer. When it was made stays as it was. One that is no longer kept is left out.
    ///
    /// # Errors
    /// [`StoreError::LooksLikeASecret`] as for [`Store::save_report`].
    pub async fn replace_report(
        &self,
        id: ConnectionId,
        number: i64,
        body: &Value,
        good: bool,
    ) -> Result<(), StoreError> {
        guard::json(body)?;
        let body = body.to_string();
        self.change(id, move |database, id| {
            database.execute(
                "UPDATE reports SET good = ?3, body = ?4 WHERE connection_id = ?1 AND number = ?2",
                params![id, number, good, body],
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

    /// The latest report of a run that reached Halo.
    pub async fn last_report(&self, id: ConnectionId) -> Result<Option<SavedReport>, StoreError> {
        self.latest(
            id,
            "SELECT * FROM reports WHERE connection_id = ?1 AND extent <> 'nothing'
             ORDER BY number DESC LIMIT 1",
        )
        .await
    }

    /// The latest run, where it could not reach Halo.
    pub async fn unreached(&self, id: ConnectionId) -> Result<Option<SavedReport>, StoreError> {
        self.latest(
            id,
            "SELECT * FROM reports WHERE connection_id = ?1 AND extent = 'nothing'
             ORDER BY number DESC LIMIT 1",
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

    /// Which reports are kept, latest first.
    pub async fn report_marks(&self, id: ConnectionId) -> Result<Vec<ReportMark>, StoreError> {
        self.read(move |database| {
            let mut statement = database.prepare_cached(
                "SELECT made, good, extent FROM reports WHERE connection_id = ?1
                 ORDER BY number DESC",
            )?;
            let rows = statement.query_map([id.to_string()], mark)?;
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

/// Deletes what is not kept any longer. The latest report and the last good ones always stay.
fn prune(database: &Transaction, id: &str) -> Result<(), StoreError> {
    database.execute(
        "DELETE FROM reports WHERE connection_id = :id
         AND number IS NOT (SELECT max(number) FROM reports WHERE connection_id = :id)
         AND number NOT IN (SELECT number FROM reports WHERE connection_id = :id AND good
                            ORDER BY number DESC LIMIT :good)
         AND number NOT IN (
             SELECT number FROM (
                 SELECT number,
                        sum(length(body)) OVER latest AS bytes,
                        count(*) OVER latest AS position
                 FROM reports WHERE connection_id = :id AND extent = 'whole'
                 WINDOW latest AS (ORDER BY number DESC))
             WHERE position <= :kept AND bytes <= :bytes)
         AND NOT (extent = 'part' AND number IS
                  (SELECT max(number) FROM reports WHERE connection_id = :id AND extent <> 'nothing'))",
        named_params! {
            ":id": id, ":good": GOOD_KEPT, ":kept": REPORTS_KEPT, ":bytes": BYTES_KEPT,
        },
    )?;
    Ok(())
}

fn from_row(row: &Row) -> rusqlite::Result<SavedReport> {
    let mark = mark(row)?;
    Ok(SavedReport {
        number: row.get("number")?,
        made: mark.made,
        good: mark.good,
        extent: mark.extent,
        body: json(row, "body")?,
    })
}

fn mark(row: &Row) -> rusqlite::Result<ReportMark> {
    Ok(ReportMark {
        made: parsed(row, "made", |text| text.parse().ok())?,
        good: row.get("good")?,
        extent: parsed(row, "extent", Extent::parse)?,
    })
}
