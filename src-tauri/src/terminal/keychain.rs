//! The keychain from the terminal: the one way to a saved connection's secret.

use commands::CommandError;
use commands::wizard::stored_secret;
use secrecy::SecretString;
use store::{Connection, SecretHome};
use vault::Vault;

use crate::folders::Kind;

/// The keychain in which the wizard keeps its secrets.
pub(super) fn keychain() -> Vault {
    Vault::system(&Kind::Real.keychain_service())
}

/// The connection's secret, where the keychain has one.
///
/// # Errors
/// When the keychain could not be read, in words for this system.
pub(super) async fn secret(connection: &Connection) -> Result<Option<SecretString>, CommandError> {
    if connection.secret_home == SecretHome::Keychain {
        stored_secret(&keychain(), connection).await
    } else {
        Ok(None)
    }
}
