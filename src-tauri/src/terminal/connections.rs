//! `halyard connections`: what the wizard has saved.

use commands::saved;
use commands::wizard::{secret_key, shares_secret};
use serde::Serialize;
use setup::finding::Summary;
use store::{Connection, SecretHome, Store, StoreError};
use vault::Vault;

use super::{SOUND, Stop, answer, print_json};
use crate::arguments::{Connections, ConnectionsAction};
use crate::folders::Kind;

pub(super) async fn run(arguments: &Connections) -> Result<u8, Stop> {
    match &arguments.action {
        None => list(arguments.json).await,
        Some(ConnectionsAction::Remove { name }) => remove(name).await,
    }
}

/// The connections to read from; the wizard may be open at the same time.
pub(super) async fn open_to_read() -> Result<Store, Stop> {
    let folder = Kind::Real.folder().ok_or_else(no_home)?;
    Store::open_to_read(&folder)
        .await
        .map_err(|error| trouble(&error))
}

/// The saved connection of this name.
pub(super) async fn named(store: &Store, name: &str) -> Result<Connection, Stop> {
    let found = store
        .connection_by_name(name)
        .await
        .map_err(|error| trouble(&error))?;
    found.ok_or_else(|| {
        Stop::wrong_input(format!(
            "There is no connection called “{name}”. `halyard connections` lists those there are."
        ))
    })
}

/// The system names no home folder.
pub(super) fn no_home() -> Stop {
    Stop::not_examined(
        "This computer names no home folder for you, so there is no place for connections.",
    )
}

/// The store's trouble as a sentence.
pub(super) fn trouble(error: &StoreError) -> Stop {
    Stop::not_examined(saved::words(error))
}

#[derive(Serialize)]
struct Listed {
    name: String,
    profile: String,
    address: Option<String>,
    last_check: Option<String>,
    good: Option<bool>,
    summary: Option<Summary>,
}

async fn list(json: bool) -> Result<u8, Stop> {
    let store = open_to_read().await?;
    let connections = store.connections().await.map_err(|error| trouble(&error))?;
    let mut listed = Vec::with_capacity(connections.len());
    for connection in connections {
        let last = store
            .last_report(connection.id)
            .await
            .map_err(|error| trouble(&error))?;
        listed.push(Listed {
            address: saved::halo(&connection)
                .map(|halo| halo.address)
                .or(connection.address),
            name: connection.name,
            profile: connection.profile_id,
            last_check: last.as_ref().map(|last| last.made.to_string()),
            good: last.as_ref().map(|last| last.good),
            summary: last
                .as_ref()
                .and_then(saved::check)
                .map(|check| check.report.summary),
        });
    }
    if json {
        print_json(&serde_json::json!({ "schema": 1, "connections": listed }))?;
    } else if listed.is_empty() {
        answer(format_args!(
            "There are no saved connections yet. `halyard` opens the wizard."
        ))?;
    } else {
        for one in listed {
            let state = match one.summary {
                None => "not checked yet".to_owned(),
                Some(summary) => {
                    format!(
                        "{} on {}",
                        found(summary),
                        one.last_check.unwrap_or_default()
                    )
                }
            };
            answer(format_args!(
                "{}  ({}, {})  {state}",
                one.name,
                one.profile,
                one.address.as_deref().unwrap_or("no address yet")
            ))?;
        }
    }
    Ok(SOUND)
}

/// What a check found, in a few words.
fn found(summary: Summary) -> &'static str {
    if summary.failed > 0 {
        "something failed"
    } else if summary.unknown > 0 {
        "not everything could be checked"
    } else {
        "nothing failed"
    }
}

/// Deletes the keychain entry first: a connection without a secret can be mended, a secret without
/// a connection would be forgotten.
async fn remove(name: &str) -> Result<u8, Stop> {
    let folder = Kind::Real.folder().ok_or_else(no_home)?;
    let store = Store::open(&folder)
        .await
        .map_err(|error| trouble(&error))?
        .store;
    let connection = named(&store, name).await?;
    let others = store.connections().await.map_err(|error| trouble(&error))?;
    let key = secret_key(&connection).filter(|_| connection.secret_home == SecretHome::Keychain);
    let key = key.filter(|_| !shares_secret(&connection, &others));
    let had_secret = key.is_some();
    if let Some(key) = key {
        let keychain = Vault::system(&Kind::Real.keychain_service());
        keychain.remove(&key).await.map_err(|error| {
            let words = vault::words(error.into(), vault::Platform::current());
            Stop::not_examined(format!(
                "{} {} The connection was kept.",
                words.meaning, words.action
            ))
        })?;
    }
    store
        .remove(connection.id)
        .await
        .map_err(|error| trouble(&error))?;
    answer(format_args!(
        "Removed “{}”{}. In Halo, its application and agent are still there.",
        connection.name,
        if had_secret { " and its secret" } else { "" }
    ))?;
    Ok(SOUND)
}
