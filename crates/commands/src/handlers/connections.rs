//! Saved connections: list, make, rename, remove.

use setup::plan::ProfileOrigin;
use store::{Connection, SecretHome, StoreError};

use crate::error::{CommandError, ErrorCode};
use crate::handlers::view::{self, view_of};
use crate::saved;
use crate::wire::{
    ByConnection, ByProfile, ConnectionCard, ConnectionView, FieldReply, NewName, Nothing,
};
use crate::wizard::{self, Wizard, secret_key, shares_secret};

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
    let profile = wizard::profile(&request.profile)?;
    let taken = wizard.store().connections().await?;
    let name = free_name(&profile.name, &taken);
    let origin =
        serde_json::to_value(ProfileOrigin::BuiltIn).map_err(|_| CommandError::bad_request())?;
    let origin = origin.as_str().unwrap_or_default();
    let connection = wizard.store().create(&profile.id, origin, &name).await?;
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

/// Deletes a connection and its secret. The secret goes first: a connection without a secret can
/// be mended, a secret without a connection is forgotten.
pub async fn remove_connection(
    wizard: &Wizard,
    request: ByConnection,
) -> Result<Nothing, CommandError> {
    let connection = wizard.connection(&request.connection).await?;
    remove_secret(wizard, &connection).await?;
    wizard.store().remove(connection.id).await?;
    Ok(Nothing {})
}

/// Deletes a connection's secret, unless another connection uses the same application.
pub(crate) async fn remove_secret(
    wizard: &Wizard,
    connection: &Connection,
) -> Result<(), CommandError> {
    let (Some(home), Some(key)) = (wizard.home_of(connection), secret_key(connection)) else {
        return Ok(());
    };
    let others = wizard.store().connections().await?;
    if !shares_secret(connection, &others) {
        home.remove(&key)
            .await
            .map_err(|error| keychain_error(error.into()))?;
    }
    wizard
        .store()
        .set_secret_home(connection.id, SecretHome::None)
        .await?;
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
