//! When the key of a vendor's API is deleted, so that none outlives its use.
//!
//! A key is kept under its server, and connections that read from the same server share it. Called
//! by [`super::reader`]; what goes with a whole connection is in [`crate::removal`].

use serde_json::{Value, json};
use store::ConnectionId;
use url::Url;

use super::At;
use super::reader::{answer, stored};
use crate::error::CommandError;
use crate::removal::remove_keys;
use crate::saved::{LIST_READER, list_key};
use crate::wizard::Wizard;

/// Another mapping that reads from the same server.
struct Other {
    connection: ConnectionId,
    answer: String,
    /// It has noted that the key is in the keychain.
    stored: bool,
}

/// Deletes the key of a server that a mapping no longer reads from, unless another does.
///
/// # Errors
/// When the keychain could not delete it; the address is then to stay as it is, or nobody would
/// know of the key.
pub(super) async fn leave(wizard: &Wizard, at: &At, origin: &Url) -> Result<(), CommandError> {
    let others = others(wizard, at, origin).await?;
    let key = [list_key(origin)];
    if stored(at) && !others.iter().any(|other| other.stored) {
        remove_keys(wizard.keychain(), &key).await?;
    }
    if others.is_empty() {
        remove_keys(wizard.session(), &key).await?;
    }
    Ok(())
}

/// Deletes the key of a server for all who read from it, and notes that with each of them.
///
/// # Errors
/// When the keychain could not delete it; nothing is then noted.
pub(super) async fn forget(wizard: &Wizard, at: &At, origin: &Url) -> Result<(), CommandError> {
    let others = others(wizard, at, origin).await?;
    let key = [list_key(origin)];
    remove_keys(wizard.session(), &key).await?;
    if stored(at) || others.iter().any(|other| other.stored) {
        remove_keys(wizard.keychain(), &key).await?;
    }
    let gone = json!({ "address": origin.as_str(), "key": false });
    let own = (at.connection.id, answer(at));
    let others = others.into_iter().map(|it| (it.connection, it.answer));
    for (connection, answer) in others.chain([own]) {
        wizard
            .store()
            .set_answer(connection, &answer, &gone)
            .await?;
    }
    Ok(())
}

/// After a key was stored in one place, deletes the one in the other, which would be an old one.
/// Says whether the keychain has a key for this mapping.
pub(super) async fn only_in(
    wizard: &Wizard,
    at: &At,
    origin: &Url,
    in_keychain: bool,
) -> Result<bool, CommandError> {
    let key = [list_key(origin)];
    if in_keychain {
        remove_keys(wizard.session(), &key).await?;
        return Ok(true);
    }
    if !stored(at) {
        return Ok(false);
    }
    let others = others(wizard, at, origin).await?;
    if others.iter().any(|other| other.stored) {
        return Ok(false);
    }
    // A keychain that is closed keeps its key for now: noted, so that it can still be deleted.
    Ok(remove_keys(wizard.keychain(), &key).await.is_err())
}

/// The other mappings, of any connection, that read from a server.
async fn others(wizard: &Wizard, at: &At, origin: &Url) -> Result<Vec<Other>, CommandError> {
    let own = answer(at);
    let mut others = Vec::new();
    for connection in wizard.store().connections().await? {
        let readers = connection.answers.iter().filter(|(key, noted)| {
            let is_own = connection.id == at.connection.id && **key == own;
            let address = noted["address"].as_str();
            key.starts_with(LIST_READER) && !is_own && address == Some(origin.as_str())
        });
        others.extend(readers.map(|(key, noted)| Other {
            connection: connection.id,
            answer: key.clone(),
            stored: noted["key"] == Value::Bool(true),
        }));
    }
    Ok(others)
}
