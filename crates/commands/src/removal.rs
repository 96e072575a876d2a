//! Takes a connection and its secrets away, in the order that leaves nothing behind: the secrets
//! first. A connection without a secret can be mended, a secret without a connection is forgotten.
//! Nor is a connection forgotten that knows of a test ticket which may still be in Halo; nothing of
//! it is then touched.
//!
//! The window and the terminal both remove through here.

use store::{Connection, SecretHome, Store};
use url::Url;
use vault::{SecretKey, Vault};

use crate::clock::Clock;
use crate::error::{CommandError, ErrorCode};
use crate::handlers::connections::keychain_error;
use crate::saved;
use crate::test_ticket::kept;
use crate::wizard::{secret_key, shares_secret};
use crate::words;

/// Deletes a connection, its secret from `home`, the place where it is kept, and from every place
/// of `keys` the keys of other products' APIs that no other connection uses. Says whether there was
/// a secret to delete.
///
/// # Errors
/// When the keychain could not delete a secret or a key, or a test ticket may remain in Halo; the
/// connection is then kept.
pub async fn remove(
    store: &Store,
    clock: &Clock,
    home: Option<&Vault>,
    keys: &[&Vault],
    connection: &Connection,
) -> Result<bool, CommandError> {
    nothing_is_left(store, clock, connection).await?;
    let own = own_list_keys(store, connection).await?;
    for place in keys {
        remove_keys(place, &own).await?;
    }
    let had_secret = remove_secret(store, home, connection).await?;
    // The keychain may have asked the admin and waited long.
    nothing_is_left(store, clock, connection).await?;
    store.remove(connection.id).await?;
    Ok(had_secret)
}

/// Refuses where the connection, as it is kept now, knows of a test ticket that may be in Halo, or
/// that another program is making or removing.
async fn nothing_is_left(
    store: &Store,
    clock: &Clock,
    connection: &Connection,
) -> Result<(), CommandError> {
    let now = store.connection(connection.id).await?;
    let refused = match kept::last(&now) {
        Some(trial) if trial.is_held(clock.now()) => "proof-under-way-elsewhere",
        Some(trial) if trial.ticket.needs_removing() => "proof-before-removing",
        _ => return Ok(()),
    };
    let message = words::say(refused);
    Err(CommandError::new(ErrorCode::Desktop, message))
}

/// The keys of other products' APIs that are in the keychain for this connection and no other.
async fn own_list_keys(
    store: &Store,
    connection: &Connection,
) -> Result<Vec<SecretKey>, CommandError> {
    let all = store.connections().await?;
    let others = all.iter().filter(|other| other.id != connection.id);
    let shared: Vec<Url> = others.flat_map(saved::list_readers).collect();
    let own = saved::list_readers(connection).filter(|origin| !shared.contains(origin));
    Ok(own.map(|origin| saved::list_key(&origin)).collect())
}

/// Deletes keys of other products' APIs.
///
/// # Errors
/// When the keychain could not delete one; the connection is then to be kept.
pub(crate) async fn remove_keys(home: &Vault, keys: &[SecretKey]) -> Result<(), CommandError> {
    for key in keys {
        home.remove(key)
            .await
            .map_err(|error| keychain_error(error.into()))?;
    }
    Ok(())
}

/// Deletes a connection's secret, unless another connection uses the same application.
pub(crate) async fn remove_secret(
    store: &Store,
    home: Option<&Vault>,
    connection: &Connection,
) -> Result<bool, CommandError> {
    let (Some(home), Some(key)) = (home, secret_key(connection)) else {
        return Ok(false);
    };
    let shared = shares_secret(connection, &store.connections().await?);
    if !shared {
        home.remove(&key)
            .await
            .map_err(|error| keychain_error(error.into()))?;
    }
    store
        .set_secret_home(connection.id, SecretHome::None)
        .await?;
    Ok(!shared)
}
