//! Both lists of a mapping, as they were last read.

use std::collections::BTreeMap;

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

/// Whose list it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Side {
    /// Halo's.
    Halo,
    /// The vendor's.
    Vendor,
}

impl Side {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Halo => "halo",
            Self::Vendor => "vendor",
        }
    }
}

/// One list as it was last read.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptSide {
    /// When it was read.
    pub read: Timestamp,
    /// How it was read, for the caller.
    pub source: Value,
    /// The rows, in the caller's form.
    pub rows: String,
    /// What was different from the time before, in the caller's form.
    pub changes: Value,
}

/// How far a mapping is, known without reading its lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MappingExtent {
    /// How Halo's list was read.
    pub halo: Option<Value>,
    /// How the vendor's list was read.
    pub vendor: Option<Value>,
    /// How many decisions there are.
    pub decisions: u32,
}

impl Store {
    /// How far the mappings of a connection are, by their keys.
    pub async fn mapping_extents(
        &self,
        id: ConnectionId,
    ) -> Result<BTreeMap<String, MappingExtent>, StoreError> {
        self.read(move |database| {
            let id = id.to_string();
            let mut extents: BTreeMap<String, MappingExtent> = BTreeMap::new();
            let mut sides = database.prepare_cached(
                "SELECT mapping, side, source FROM mapping_sides WHERE connection_id = ?1",
            )?;
            let mut rows = sides.query([&id])?;
            while let Some(row) = rows.next()? {
                let extent = extents.entry(row.get("mapping")?).or_default();
                let source = Some(json(row, "source")?);
                if row.get::<_, String>("side")? == Side::Halo.as_str() {
                    extent.halo = source;
                } else {
                    extent.vendor = source;
                }
            }
            let mut decisions = database.prepare_cached(
                "SELECT mapping, count(*) AS many FROM mapping_decisions
                 WHERE connection_id = ?1 GROUP BY mapping",
            )?;
            let mut rows = decisions.query([&id])?;
            while let Some(row) = rows.next()? {
                let extent = extents.entry(row.get("mapping")?).or_default();
                extent.decisions = row.get("many")?;
            }
            Ok(extents)
        })
        .await
    }

    /// Keeps a list in place of the one before. The pages of a reading that was broken off are
    /// forgotten with it; no decision is touched.
    ///
    /// # Errors
    /// [`StoreError::LooksLikeASecret`] for text of a client secret's shape.
    pub async fn keep_mapping_side(
        &self,
        id: ConnectionId,
        mapping: &str,
        side: Side,
        kept: &KeptSide,
    ) -> Result<(), StoreError> {
        guard::json(&kept.source)?;
        guard::json(&kept.changes)?;
        guard::text(&kept.rows)?;
        let (mapping, kept) = (mapping.to_owned(), kept.clone());
        self.change(id, move |database, id| {
            database.execute(
                "INSERT OR REPLACE INTO mapping_sides
                 (connection_id, mapping, side, read, source, list, changes)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![
                    id,
                    mapping,
                    side.as_str(),
                    kept.read.to_string(),
                    kept.source.to_string(),
                    kept.rows,
                    kept.changes.to_string(),
                ],
            )?;
            database.execute(
                "DELETE FROM mapping_pages WHERE connection_id = ?1 AND mapping = ?2 AND side = ?3",
                params![id, mapping, side.as_str()],
            )?;
            Ok(())
        })
        .await
    }

    /// A list as it was last read.
    pub async fn mapping_side(
        &self,
        id: ConnectionId,
        mapping: &str,
        side: Side,
    ) -> Result<Option<KeptSide>, StoreError> {
        let mapping = mapping.to_owned();
        self.read(move |database| {
            let kept = database
                .prepare_cached(
                    "SELECT read, source, list, changes FROM mapping_sides
                     WHERE connection_id = ?1 AND mapping = ?2 AND side = ?3",
                )?
                .query_row(params![id.to_string(), mapping, side.as_str()], |row| {
                    Ok(KeptSide {
                        read: parsed(row, "read", |text| text.parse().ok())?,
                        source: json(row, "source")?,
                        rows: row.get("list")?,
                        changes: json(row, "changes")?,
                    })
                })
                .optional()?;
            Ok(kept)
        })
        .await
    }
}
