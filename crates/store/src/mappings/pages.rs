//! Pages of a list that is being read: what a reading that was broken off can go on from.

use jiff::Timestamp;
use rusqlite::params;

use super::Side;
use crate::{connection::ConnectionId, error::StoreError, guard, rows::parsed, store::Store};

/// One page as it came.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptPage {
    /// Which of the lists that make up the side it belongs to, in the caller's words.
    pub list: String,
    /// Its number, from 1.
    pub number: u32,
    /// How many rows the list has in all, where that was said.
    pub total: Option<u32>,
    /// When it was read.
    pub read: Timestamp,
    /// The rows, in the caller's form.
    pub rows: String,
}

impl Store {
    /// Keeps a page until the whole list is kept.
    ///
    /// # Errors
    /// [`StoreError::LooksLikeASecret`] for text of a client secret's shape.
    pub async fn keep_mapping_page(
        &self,
        id: ConnectionId,
        mapping: &str,
        side: Side,
        page: &KeptPage,
    ) -> Result<(), StoreError> {
        guard::text(&page.rows)?;
        let (mapping, page) = (mapping.to_owned(), page.clone());
        self.change(id, move |database, id| {
            database.execute(
                "INSERT OR REPLACE INTO mapping_pages
                 (connection_id, mapping, side, part, number, total, read, list)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                params![
                    id,
                    mapping,
                    side.as_str(),
                    page.list,
                    page.number,
                    page.total,
                    page.read.to_string(),
                    page.rows,
                ],
            )?;
            Ok(())
        })
        .await
    }

    /// The pages of a reading that was broken off, by list and number.
    pub async fn mapping_pages(
        &self,
        id: ConnectionId,
        mapping: &str,
        side: Side,
    ) -> Result<Vec<KeptPage>, StoreError> {
        let mapping = mapping.to_owned();
        self.read(move |database| {
            let mut statement = database.prepare_cached(
                "SELECT part, number, total, read, list FROM mapping_pages
                 WHERE connection_id = ?1 AND mapping = ?2 AND side = ?3 ORDER BY part, number",
            )?;
            let pages =
                statement.query_map(params![id.to_string(), mapping, side.as_str()], |row| {
                    Ok(KeptPage {
                        list: row.get("part")?,
                        number: row.get("number")?,
                        total: row.get("total")?,
                        read: parsed(row, "read", |text| text.parse().ok())?,
                        rows: row.get("list")?,
                    })
                })?;
            Ok(pages.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// Forgets the pages of a reading that was broken off.
    pub async fn forget_mapping_pages(
        &self,
        id: ConnectionId,
        mapping: &str,
        side: Side,
    ) -> Result<(), StoreError> {
        let mapping = mapping.to_owned();
        self.change(id, move |database, id| {
            database.execute(
                "DELETE FROM mapping_pages WHERE connection_id = ?1 AND mapping = ?2 AND side = ?3",
                params![id, mapping, side.as_str()],
            )?;
            Ok(())
        })
        .await
    }
}
