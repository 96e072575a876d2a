//! What was decided of each row of a mapping.
//!
//! A decision names what it is about by id and by name, so that it still means something when
//! one of the two is gone from its list.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, Transaction, params};
use serde::{Deserialize, Serialize};

use crate::{connection::ConnectionId, error::StoreError, guard, rows::parsed, store::Store};

/// What was decided of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It belongs with this one of the other list.
    Accepted {
        /// The other one's id.
        id: String,
        /// Its name when this was decided.
        name: String,
    },
    /// It will be made on the other side.
    Later,
    /// It has nothing to do with the other side.
    Ignored,
}

/// Who decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DecidedBy {
    /// A person, for this row.
    Person,
    /// A suggestion, accepted together with others.
    Suggestion,
}

/// A decision about one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The row's id.
    pub row: String,
    /// Its name when this was decided.
    pub name: String,
    /// What was decided.
    pub verdict: Verdict,
    /// By whom.
    pub by: DecidedBy,
    /// When.
    pub decided: Timestamp,
    /// The answer in another mapping that it was decided under, by id, where the mapping depends
    /// on another and there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub under: Option<String>,
}

impl Verdict {
    const fn word(&self) -> &'static str {
        match self {
            Self::Accepted { .. } => "accepted",
            Self::Later => "later",
            Self::Ignored => "ignored",
        }
    }
}

impl DecidedBy {
    const fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Suggestion => "suggestion",
        }
    }
}

impl Store {
    /// Every decision of a mapping, in no order.
    pub async fn decisions(
        &self,
        id: ConnectionId,
        mapping: &str,
    ) -> Result<Vec<Decision>, StoreError> {
        let mapping = mapping.to_owned();
        self.read(move |database| {
            let mut statement = database.prepare_cached(
                "SELECT * FROM mapping_decisions WHERE connection_id = ?1 AND mapping = ?2",
            )?;
            let rows = statement.query_map(params![id.to_string(), mapping], from_row)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .await
    }
}

/// Refuses text of a client secret's shape.
pub(super) fn check(decision: &Decision) -> Result<(), StoreError> {
    guard::text(&decision.row)?;
    guard::text(&decision.name)?;
    decision.under.as_deref().map(guard::text).transpose()?;
    if let Verdict::Accepted { id, name } = &decision.verdict {
        guard::text(id)?;
        guard::text(name)?;
    }
    Ok(())
}

/// The decision of a row, if there is one.
pub(super) fn one(
    database: &Transaction,
    connection: &str,
    mapping: &str,
    row: &str,
) -> Result<Option<Decision>, StoreError> {
    let decision = database
        .prepare_cached(
            "SELECT * FROM mapping_decisions
             WHERE connection_id = ?1 AND mapping = ?2 AND row_id = ?3",
        )?
        .query_row(params![connection, mapping, row], from_row)
        .optional()?;
    Ok(decision)
}

/// Puts a row's decision in place, or takes it away.
pub(super) fn put(
    database: &Transaction,
    connection: &str,
    mapping: &str,
    row: &str,
    decision: Option<&Decision>,
) -> Result<(), StoreError> {
    let Some(decision) = decision else {
        database
            .prepare_cached(
                "DELETE FROM mapping_decisions
                 WHERE connection_id = ?1 AND mapping = ?2 AND row_id = ?3",
            )?
            .execute(params![connection, mapping, row])?;
        return Ok(());
    };
    let other = match &decision.verdict {
        Verdict::Accepted { id, name } => Some((id, name)),
        Verdict::Later | Verdict::Ignored => None,
    };
    database
        .prepare_cached(
            "INSERT OR REPLACE INTO mapping_decisions
             (connection_id, mapping, row_id, row_name, verdict, other_id, other_name, decided_by, decided, under)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute(params![
            connection,
            mapping,
            row,
            decision.name,
            decision.verdict.word(),
            other.map(|other| other.0),
            other.map(|other| other.1),
            decision.by.word(),
            decision.decided.to_string(),
            decision.under,
        ])?;
    Ok(())
}

fn from_row(row: &Row) -> rusqlite::Result<Decision> {
    let id: Option<String> = row.get("other_id")?;
    let name: Option<String> = row.get("other_name")?;
    Ok(Decision {
        row: row.get("row_id")?,
        name: row.get("row_name")?,
        verdict: parsed(row, "verdict", |word| match (word, id, name) {
            ("accepted", Some(id), Some(name)) => Some(Verdict::Accepted { id, name }),
            ("later", None, None) => Some(Verdict::Later),
            ("ignored", None, None) => Some(Verdict::Ignored),
            _ => None,
        })?,
        by: parsed(row, "decided_by", |word| match word {
            "person" => Some(DecidedBy::Person),
            "suggestion" => Some(DecidedBy::Suggestion),
            _ => None,
        })?,
        decided: parsed(row, "decided", |text| text.parse().ok())?,
        under: row.get("under")?,
    })
}
