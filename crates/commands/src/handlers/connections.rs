//! Saved connections: list, make, rename, remove.

use store::{Connection, StoreError};

use crate::error::{CommandError, ErrorCode};
use crate::handlers::proof;
use crate::handlers::view::{self, view_of};
use crate::wire::{
    ByConnection, ByProfile, ConnectionCard, ConnectionView, FieldReply, NewName, Nothing,
};
use crate::wizard::Wizard;
use crate::{library, removal, saved};

/// The saved connections, the one changed last first.
pub async fn connections(wizard: &Wizard, _: Nothing) -> Result<Vec<ConnectionCard>, CommandError> {
    let mut all = wizard.store().connections().await?;
    all.sort_by_key(|one| std::cmp::Reverse(one.changed));
    let mut cards = Vec::with_capacity(all.len());
    for connection in &all {
        cards.push(view::card(wizard, connection).await?);
    }
    Ok(cards)
}

/// Starts a connection for a product, under a name that is free.
pub async fn create_connection(
    wizard: &Wizard,
    request: ByProfile,
) -> Result<ConnectionView, CommandError> {
    let known = library::find(wizard.store(), &request.profile).await?;
    let taken = wizard.store().connections().await?;
    let name = free_name(&known.profile.name, &taken);
    let origin = library::source(known.origin);
    let creating = wizard.store().create(&known.profile.id, origin, &name);
    let connection = creating.await?;
    wizard.store().set_last_open(Some(connection.id)).await?;
    view::view(wizard, &connection).await
}

/// "Exampla", then "Exampla 2", "Exampla 3".
fn free_name(product: &str, taken: &[Connection]) -> String {
    let is_free = |name: &str| {
        taken
            .iter()
            .all(|one| one.name.to_lowercase() != name.to_lowercase())
    };
    let numbered = (2..=taken.len() + 1).map(|number| format!("{product} {number}"));
    std::iter::once(product.to_owned())
        .chain(numbered)
        .find(|name| is_free(name))
        .expect("there are more of these names than connections")
}

/// One connection with its steps, answers and last check.
pub async fn connection(
    wizard: &Wizard,
    request: ByConnection,
) -> Result<ConnectionView, CommandError> {
    let connection = wizard.connection(&request.connection).await?;
    wizard.store().set_last_open(Some(connection.id)).await?;
    view::view(wizard, &connection).await
}

/// Gives a connection another name.
pub async fn rename_connection(
    wizard: &Wizard,
    request: NewName,
) -> Result<FieldReply, CommandError> {
    let connection = wizard.connection(&request.connection).await?;
    let problem = match wizard.store().rename(connection.id, &request.name).await {
        Ok(()) => None,
        Err(
            error @ (StoreError::NameTaken | StoreError::Name(_) | StoreError::LooksLikeASecret),
        ) => Some(saved::sentence(&error)),
        Err(error) => return Err(error.into()),
    };
    Ok(FieldReply {
        problem,
        field: None,
        view: view_of(wizard, &request.connection).await?,
    })
}

/// Deletes a connection and its secret.
pub async fn remove_connection(
    wizard: &Wizard,
    request: ByConnection,
) -> Result<Nothing, CommandError> {
    // Held to the end: no test ticket is begun while the keychain asks.
    let (_place, connection) = proof::hold(wizard, &request.connection).await?;
    let keys = [wizard.keychain(), wizard.session()];
    let home = wizard.home_of(&connection);
    removal::remove(wizard.store(), wizard.clock(), home, &keys, &connection).await?;
    Ok(Nothing {})
}

/// Deletes a connection's secret, unless another connection uses the same application.
pub(crate) async fn remove_secret(
    wizard: &Wizard,
    connection: &Connection,
) -> Result<(), CommandError> {
    removal::remove_secret(wizard.store(), wizard.home_of(connection), connection).await?;
    Ok(())
}

/// The keychain could not do it, in words for this system.
pub(crate) fn keychain_error(state: vault::KeychainState) -> CommandError {
    let words = vault::words(state, vault::Platform::current());
    CommandError::new(
        ErrorCode::Keychain,
        format!("{} {}", words.meaning, words.action),
    )
}
