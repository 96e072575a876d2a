//! What was written of a mapping into the other product: what was asked for each row, and what
//! became of it.
//!
//! One writing is kept for each mapping, the last. A row is noted before it is asked for and again
//! afterwards, each on the disk when the call returns: after a kill at any moment it is known of
//! every row whether it may have been written.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};
use serde_json::Value;

use crate::{
    connection::ConnectionId,
    error::StoreError,
    guard,
    rows::{json, parsed},
    store::Store,
};

/// A writing as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptWriting {
    /// When it was begun.
    pub begun: Timestamp,
    /// When it ended; absent while it goes on, and where the program was ended in the middle.
    pub ended: Option<Timestamp>,
    /// Where it was written and how it ended, in the caller's form.
    pub about: Value,
    /// Its rows in order, in the caller's form.
    pub rows: Vec<Value>,
}

impl Store {
    /// Begins a writing of these rows, in place of the one before.
    ///
    /// # Errors
    /// [`StoreError::LooksLikeASecret`] for text of a client secret's shape.
    pub async fn begin_writing(
        &self,
        id: ConnectionId,
        mapping: &str,
        writing: &KeptWriting,
    ) -> Result<(), StoreError> {
        guard::json(&writing.about)?;
        for row in &writing.rows {
            guard::json(row)?;
        }
        let (mapping, writing) = (mapping.to_owned(), writing.clone());
        self.change(id, move |database, id| {
            database.execute(
                "DELETE FROM mapping_writings WHERE connection_id = ?1 AND mapping = ?2",
                params![id, mapping],
            )?;
            database.execute(
                "INSERT INTO mapping_writings (connection_id, mapping, begun, ended, about)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                params![
                    id,
                    mapping,
                    writing.begun.to_string(),
                    writing.ended.map(|ended| ended.to_string()),
                    writing.about.to_string(),
                ],
            )?;
            let mut insert = database.prepare_cached(
                "INSERT INTO mapping_written_rows (connection_id, mapping, place, written)
                 VALUES (?1, ?2, ?3, ?4)",
            )?;
            for (place, row) in (0_u32..).zip(&writing.rows) {
                insert.execute(params![id, mapping, place, row.to_string()])?;
            }
            Ok(())
        })
        .await
    }

    /// Notes what is about to be asked for a row, or what became of it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where there is no such row any more, and
    /// [`StoreError::LooksLikeASecret`] for text of a client secret's shape.
    pub async fn note_written(
        &self,
        id: ConnectionId,
        mapping: &str,
        place: u32,
        row: &Value,
    ) -> Result<(), StoreError> {
        guard::json(row)?;
        let (mapping, row) = (mapping.to_owned(), row.to_string());
        self.change(id, move |database, id| {
            let noted = database
                .prepare_cached(
                    "UPDATE mapping_written_rows SET written = ?4
                     WHERE connection_id = ?1 AND mapping = ?2 AND place = ?3",
                )?
                .execute(params![id, mapping, place, row])?;
            match noted {
                0 => Err(StoreError::NotFound),
                _ => Ok(()),
            }
        })
        .await
    }

    /// Notes that a writing has ended, and how.
    ///
    /// # Errors
    /// [`StoreError::LooksLikeASecret`] for text of a client secret's shape.
    pub async fn end_writing(
        &self,
        id: ConnectionId,
        mapping: &str,
        ended: Timestamp,
        about: &Value,
    ) -> Result<(), StoreError> {
        guard::json(about)?;
        let (mapping, about) = (mapping.to_owned(), about.to_string());
        self.change(id, move |database, id| {
            database.execute(
                "UPDATE mapping_writings SET ended = ?3, about = ?4
                 WHERE connection_id = ?1 AND mapping = ?2",
                params![id, mapping, ended.to_string(), about],
            )?;
            Ok(())
        })
        .await
    }

    /// The last writing of a mapping.
    pub async fn writing(
        &self,
        id: ConnectionId,
        mapping: &str,
    ) -> Result<Option<KeptWriting>, StoreError> {
        let mapping = mapping.to_owned();
        self.read(move |database| {
            let id = id.to_string();
            let kept = database
                .prepare_cached(
                    "SELECT begun, ended, about FROM mapping_writings
                     WHERE connection_id = ?1 AND mapping = ?2",
                )?
                .query_row(params![id, mapping], |row| {
                    let ended: Option<String> = row.get("ended")?;
                    Ok(KeptWriting {
                        begun: parsed(row, "begun", |text| text.parse().ok())?,
                        ended: match ended {
                            Some(_) => Some(parsed(row, "ended", |text| text.parse().ok())?),
                            None => None,
                        },
                        about: json(row, "about")?,
                        rows: Vec::new(),
                    })
                })
                .optional()?;
            let Some(mut kept) = kept else {
                return Ok(None);
            };
            let mut rows = database.prepare_cached(
                "SELECT written FROM mapping_written_rows
                 WHERE connection_id = ?1 AND mapping = ?2 ORDER BY place",
            )?;
            let rows = rows.query_map(params![id, mapping], |row| json(row, "written"))?;
            kept.rows = rows.collect::<Result<_, _>>()?;
            Ok(Some(kept))
        })
        .await
    }
}
