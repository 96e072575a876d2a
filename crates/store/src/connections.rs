//! Connections: made, found, named, filled in and removed.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use rusqlite::{Transaction, named_params, params};
use serde_json::Value;

use crate::{
    connection::{Connection, ConnectionId, SecretHome, checked_name, name_key},
    error::StoreError,
    guard, rows,
    store::Store,
};

impl Store {
    /// All connections, oldest first.
    pub async fn connections(&self) -> Result<Vec<Connection>, StoreError> {
        self.read(|database| rows::all(database)).await
    }

    /// One connection.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it has been removed.
    pub async fn connection(&self, id: ConnectionId) -> Result<Connection, StoreError> {
        self.read(move |database| {
            rows::one(database, "id", &id.to_string())?.ok_or(StoreError::NotFound)
        })
        .await
    }

    /// The connection of a name, whatever its case.
    pub async fn connection_by_name(&self, name: &str) -> Result<Option<Connection>, StoreError> {
        let key = name_key(name.trim());
        self.read(move |database| rows::one(database, "name_key", &key))
            .await
    }

    /// Makes a connection. `profile_source` says where the profile came from, such as
    /// `built-in`.
    ///
    /// # Errors
    /// [`StoreError::Name`] and [`StoreError::NameTaken`].
    pub async fn create(
        &self,
        profile_id: &str,
        profile_source: &str,
        name: &str,
    ) -> Result<Connection, StoreError> {
        let name = checked_name(name)?.to_owned();
        let (profile_id, profile_source) = (profile_id.to_owned(), profile_source.to_owned());
        for text in [&name, &profile_id, &profile_source] {
            guard::text(text)?;
        }
        self.write(move |database| {
            ensure_free(database, &name, None)?;
            let now = Timestamp::now();
            let connection = Connection {
                id: ConnectionId::new(),
                name,
                profile_id,
                profile_source,
                created: now,
                changed: now,
                address: None,
                discovered: None,
                client_id: None,
                secret_home: SecretHome::None,
                place: None,
                answers: BTreeMap::new(),
                ticks: BTreeSet::new(),
            };
            database.execute(
                "INSERT INTO connections
                 (id, name, name_key, profile_id, profile_source, created, changed, secret_home)
                 VALUES (:id, :name, :name_key, :profile_id, :profile_source, :now, :now, :secret_home)",
                named_params! {
                    ":id": connection.id.to_string(),
                    ":name": connection.name,
                    ":name_key": name_key(&connection.name),
                    ":profile_id": connection.profile_id,
                    ":profile_source": connection.profile_source,
                    ":now": now.to_string(),
                    ":secret_home": connection.secret_home.as_str(),
                },
            )?;
            Ok(connection)
        })
        .await
    }

    /// Gives a connection another name.
    ///
    /// # Errors
    /// [`StoreError::Name`] and [`StoreError::NameTaken`].
    pub async fn rename(&self, id: ConnectionId, name: &str) -> Result<(), StoreError> {
        let name = checked_name(name)?.to_owned();
        guard::text(&name)?;
        self.change(id, move |database, id| {
            ensure_free(database, &name, Some(id))?;
            database.execute(
                "UPDATE connections SET name = ?2, name_key = ?3 WHERE id = ?1",
                params![id, name, name_key(&name)],
            )?;
            Ok(())
        })
        .await
    }

    /// Removes a connection with its answers, ticks, confirmations and reports. Its
    /// secret in the keychain has to be removed by the caller, and first.
    pub async fn remove(&self, id: ConnectionId) -> Result<(), StoreError> {
        self.write(move |database| {
            match database.execute("DELETE FROM connections WHERE id = ?1", [id.to_string()])? {
                0 => Err(StoreError::NotFound),
                _ => Ok(()),
            }
        })
        .await
    }

    /// Sets the address of the Halo. Another address than before forgets what was
    /// discovered, where the secret is, what was confirmed and every report: all of it
    /// belonged to the other Halo. With the first address nothing that was confirmed is
    /// forgotten: what a product asks for before Halo was confirmed of no other one.
    pub async fn set_address(
        &self,
        id: ConnectionId,
        address: Option<&str>,
    ) -> Result<(), StoreError> {
        address.map(guard::text).transpose()?;
        let address = address.map(str::to_owned);
        self.change(id, move |database, id| {
            // First, since it hangs on the address before.
            database.execute(
                "DELETE FROM confirmations WHERE connection_id = ?1 AND EXISTS
                 (SELECT 1 FROM connections
                  WHERE id = ?1 AND address IS NOT NULL AND address IS NOT ?2)",
                params![id, address],
            )?;
            let changed = database.execute(
                "UPDATE connections SET address = ?2, discovered = NULL, secret_home = 'none'
                 WHERE id = ?1 AND address IS NOT ?2",
                params![id, address],
            )?;
            if changed > 0 {
                database.execute("DELETE FROM reports WHERE connection_id = ?1", [id])?;
                database.execute("DELETE FROM mapping_pages WHERE connection_id = ?1", [id])?;
            }
            Ok(())
        })
        .await
    }

    /// Sets what the Halo said of itself.
    pub async fn set_discovered(
        &self,
        id: ConnectionId,
        discovered: Option<&Value>,
    ) -> Result<(), StoreError> {
        discovered.map(guard::json).transpose()?;
        let text = discovered.map(Value::to_string);
        self.set_text(
            id,
            text.as_deref(),
            "UPDATE connections SET discovered = ?2 WHERE id = ?1",
        )
        .await
    }

    /// Sets the client id. Another one than before forgets where the secret is and every
    /// report: they belonged to the other application.
    pub async fn set_client_id(
        &self,
        id: ConnectionId,
        client_id: Option<&str>,
    ) -> Result<(), StoreError> {
        self.replace_text(
            id,
            client_id,
            "UPDATE connections SET client_id = ?2, secret_home = 'none'
             WHERE id = ?1 AND client_id IS NOT ?2",
            &["DELETE FROM reports WHERE connection_id = ?1"],
        )
        .await
    }

    /// Sets where the secret is; called after the keychain has shown that it keeps it.
    pub async fn set_secret_home(
        &self,
        id: ConnectionId,
        home: SecretHome,
    ) -> Result<(), StoreError> {
        self.set_text(
            id,
            Some(home.as_str()),
            "UPDATE connections SET secret_home = ?2 WHERE id = ?1",
        )
        .await
    }

    /// Sets the page where the admin is.
    pub async fn set_place(&self, id: ConnectionId, place: Option<&str>) -> Result<(), StoreError> {
        self.set_text(id, place, "UPDATE connections SET place = ?2 WHERE id = ?1")
            .await
    }

    async fn set_text(
        &self,
        id: ConnectionId,
        text: Option<&str>,
        statement: &'static str,
    ) -> Result<(), StoreError> {
        self.replace_text(id, text, statement, &[]).await
    }

    /// The same, and where it changed anything also the statements that forget what hung on the
    /// old value.
    async fn replace_text(
        &self,
        id: ConnectionId,
        text: Option<&str>,
        statement: &'static str,
        forget: &'static [&'static str],
    ) -> Result<(), StoreError> {
        text.map(guard::text).transpose()?;
        let text = text.map(str::to_owned);
        self.change(id, move |database, id| {
            if database.execute(statement, params![id, text])? > 0 {
                for statement in forget {
                    database.execute(statement, [id])?;
                }
            }
            Ok(())
        })
        .await
    }

    /// Changes something of a connection, which then counts as changed now.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it has been removed.
    pub(crate) async fn change(
        &self,
        id: ConnectionId,
        work: impl FnOnce(&Transaction, &str) -> Result<(), StoreError> + Send + 'static,
    ) -> Result<(), StoreError> {
        self.write(move |database| {
            let id = id.to_string();
            let touched = database.execute(
                "UPDATE connections SET changed = ?2 WHERE id = ?1",
                params![id, Timestamp::now().to_string()],
            )?;
            if touched == 0 {
                return Err(StoreError::NotFound);
            }
            work(database, &id)
        })
        .await
    }
}

/// Sees that no other connection has this name.
fn ensure_free(database: &Transaction, name: &str, except: Option<&str>) -> Result<(), StoreError> {
    let taken: bool = database.query_row(
        "SELECT EXISTS (SELECT 1 FROM connections WHERE name_key = ?1 AND id IS NOT ?2)",
        params![name_key(name), except],
        |row| row.get(0),
    )?;
    if taken {
        Err(StoreError::NameTaken)
    } else {
        Ok(())
    }
}
