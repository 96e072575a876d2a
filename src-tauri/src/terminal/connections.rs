//! `halyard connections`: what the wizard has saved.

use commands::standing::LastChecks;
use commands::wire::StandingState;
use commands::{Clock, CommandError, library, removal, saved};
use serde::Serialize;
use setup::finding::Summary;
use setup::plan::ProfileOrigin;
use store::{Connection, SecretHome, Store, StoreError};

use super::keychain::keychain;
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
    source: String,
    address: Option<String>,
    last_check: Option<String>,
    good: Option<bool>,
    summary: Option<Summary>,
    state: StandingState,
    last_good: Option<String>,
}

async fn list(json: bool) -> Result<u8, Stop> {
    let store = open_to_read().await?;
    let connections = store.connections().await.map_err(|error| trouble(&error))?;
    let calendar = Clock::system().calendar();
    let mut listed = Vec::with_capacity(connections.len());
    for connection in connections {
        let checks = LastChecks::of(&store, connection.id)
            .await
            .map_err(|error| Stop::not_examined(error.message))?;
        let last = checks.shown();
        let standing = checks.standing(&calendar);
        listed.push(Listed {
            address: saved::halo(&connection)
                .map(|halo| halo.address)
                .or(connection.address),
            name: connection.name,
            profile: connection.profile_id,
            source: connection.profile_source,
            last_check: last.map(|(last, _)| last.made.to_string()),
            good: last.map(|(last, _)| last.good),
            summary: last.map(|(_, check)| check.report.summary),
            state: standing.state,
            last_good: standing.last_good,
        });
    }
    if json {
        print_json(&serde_json::json!({ "schema": 1, "connections": listed }))?;
    } else if listed.is_empty() {
        answer(format_args!(
            "There are no saved connections yet. `halyard` opens the wizard."
        ))?;
    } else {
        let built_in = library::source(ProfileOrigin::BuiltIn);
        for one in listed {
            let state = match one.summary {
                None => "not checked yet".to_owned(),
                Some(summary) => {
                    let what = match one.state {
                        StandingState::NotReached => "could not be reached; last checked",
                        StandingState::Changed => "something changed for the worse, found",
                        _ => found(summary),
                    };
                    format!("{what} on {}", one.last_check.unwrap_or_default())
                }
            };
            answer(format_args!(
                "{}  ({}{}, {})  {state}",
                one.name,
                one.profile,
                if one.source == built_in {
                    ""
                } else {
                    ", not built in"
                },
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

/// Deletes a connection and its keychain entry.
async fn remove(name: &str) -> Result<u8, Stop> {
    let folder = Kind::Real.folder().ok_or_else(no_home)?;
    let store = Store::open(&folder)
        .await
        .map_err(|error| trouble(&error))?
        .store;
    let connection = named(&store, name).await?;
    let in_keychain = connection.secret_home == SecretHome::Keychain;
    let kept = |error: CommandError| {
        Stop::not_examined(format!("{} The connection was kept.", error.message))
    };
    let keychain = keychain();
    let home = in_keychain.then_some(&keychain);
    let had_secret = removal::remove(&store, &Clock::system(), home, &[&keychain], &connection)
        .await
        .map_err(kept)?;
    answer(format_args!(
        "Removed “{}”{}. In Halo, its application and agent are still there.",
        connection.name,
        if had_secret { " and its secret" } else { "" }
    ))?;
    Ok(SOUND)
}
