//! Opens the keychain of the operating system this program was built for.

use std::sync::Arc;

use keyring_core::{CredentialStore, Result};

/// The Secret Service (GNOME Keyring, `KWallet`, `KeePassXC`) over the session bus.
#[cfg(target_os = "linux")]
pub(crate) fn open() -> Result<Arc<CredentialStore>> {
    Ok(zbus_secret_service_keyring_store::Store::new()?)
}

/// The user's login keychain.
#[cfg(target_os = "macos")]
pub(crate) fn open() -> Result<Arc<CredentialStore>> {
    Ok(apple_native_keyring_store::keychain::Store::new()?)
}

/// The Credential Manager of the signed-in user.
#[cfg(windows)]
pub(crate) fn open() -> Result<Arc<CredentialStore>> {
    Ok(windows_native_keyring_store::Store::new()?)
}
