//! The operating system's keychain behind one thread and a time limit.
//!
//! Called by the commands and the terminal to keep, read and remove client
//! secrets. Every keychain call runs on one thread of its own (`actor`), because
//! keychains misbehave when called from several threads and may block for ever
//! on a prompt; callers wait at most [`LIMIT`] and are then told so.
//!
//! Deliberately not here: any file. Where no keychain works, [`Vault::session`]
//! keeps secrets in memory until the program ends, and says that it does.
//! What the states mean in plain English, per operating system, is in [`mod@words`].

mod actor;
mod cause;
mod error;
mod key;
mod keychain;
mod memory;
mod system;
mod vault;
mod words;

pub use error::{KeychainState, VaultError};
pub use key::SecretKey;
pub use keyring_core::CredentialStore;
pub use vault::{LIMIT, Vault};
pub use words::{Platform, Words, keychain_name, session_words, words};
