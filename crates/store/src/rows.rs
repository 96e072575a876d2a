//! Rows read back as what was written there; anything else is damage.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{
    OptionalExtension, Row, Transaction,
    types::{FromSqlError, Type, ValueRef},
};
use serde_json::Value;

use crate::{
    connection::{Connection, SecretHome},
    error::StoreError,
};

/// All connections, oldest first.
pub(crate) fn all(database: &rusqlite::Connection) -> Result<Vec<Connection>, StoreError> {
    let mut statement = database.prepare_cached("SELECT * FROM connections ORDER BY rowid")?;
    let rows = statement.query_map([], from_row)?;
    rows.map(|row| complete(database, row?)).collect()
}

/// The connection that has this value in a column, if there is one.
pub(crate) fn one(
    database: &Transaction,
    column: &'static str,
    value: &str,
) -> Result<Option<Connection>, StoreError> {
    database
        .query_row(
            &format!("SELECT * FROM connections WHERE {column} = ?1"),
            [value],
            from_row,
        )
        .optional()?
        .map(|connection| complete(database, connection))
        .transpose()
}

/// Adds what other tables hold of a connection.
fn complete(
    database: &rusqlite::Connection,
    mut connection: Connection,
) -> Result<Connection, StoreError> {
    let id = connection.id.to_string();
    connection.answers = database
        .prepare_cached("SELECT key, value FROM answers WHERE connection_id = ?1")?
        .query_map([&id], |row| Ok((row.get(0)?, json(row, "value")?)))?
        .collect::<Result<_, _>>()?;
    connection.ticks = database
        .prepare_cached("SELECT item FROM ticks WHERE connection_id = ?1")?
        .query_map([&id], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(connection)
}

fn from_row(row: &Row) -> rusqlite::Result<Connection> {
    Ok(Connection {
        id: parsed(row, "id", |text| text.parse().ok())?,
        name: row.get("name")?,
        profile_id: row.get("profile_id")?,
        profile_source: row.get("profile_source")?,
        created: parsed(row, "created", |text| text.parse().ok())?,
        changed: parsed(row, "changed", |text| text.parse().ok())?,
        address: row.get("address")?,
        discovered: document(row, "discovered")?,
        client_id: row.get("client_id")?,
        secret_home: parsed(row, "secret_home", SecretHome::parse)?,
        place: row.get("place")?,
        answers: BTreeMap::new(),
        ticks: BTreeSet::new(),
    })
}

/// A column that holds JSON.
pub(crate) fn json(row: &Row, column: &str) -> rusqlite::Result<Value> {
    parsed(row, column, |text| serde_json::from_str(text).ok())
}

/// A column that holds JSON or nothing.
pub(crate) fn document(row: &Row, column: &str) -> rusqlite::Result<Option<Value>> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(None),
        _ => json(row, column).map(Some),
    }
}

/// A column that holds text of a known form. Another form is damage.
pub(crate) fn parsed<T>(
    row: &Row,
    column: &str,
    parse: impl FnOnce(&str) -> Option<T>,
) -> rusqlite::Result<T> {
    let index = row.as_ref().column_index(column)?;
    let text = row.get_ref(index)?.as_str()?;
    parse(text).ok_or_else(|| {
        rusqlite::Error::FromSqlConversionFailure(
            index,
            Type::Text,
            Box::new(FromSqlError::InvalidType),
        )
    })
}
