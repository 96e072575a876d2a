//! Client ID, Client Secret and the keychain. One way in for the secret, no way out.

use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use setup::finding::Finding;
use ts_rs::TS;

use super::connection::ConnectionView;

/// The Client ID as typed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TypedClientId {
    /// The connection.
    pub connection: String,
    /// The text, as typed or pasted.
    pub text: String,
}

/// The Client Secret as typed. One way: it has no way to be serialised or printed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TypedSecret {
    /// The connection.
    pub connection: String,
    /// The secret.
    #[ts(type = "string")]
    pub secret: SecretString,
}

/// What became of a secret that was pasted or typed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SecretReply {
    /// It was taken, tested with Halo and stored.
    pub stored: bool,
    /// How many characters arrived. Never the characters.
    pub characters: u32,
    /// What is wrong and what to do, where it was not stored.
    pub problem: Option<String>,
    /// The finding about the credentials, where they were tested.
    pub finding: Option<Finding>,
    /// The connection as it is now.
    pub view: ConnectionView,
}

/// Whether the keychain can keep a secret.
#[derive(Debug, Clone, Serialize, TS)]
pub struct KeychainView {
    /// How it is.
    pub state: KeychainState,
    /// Its name on this system.
    pub name: String,
    /// What that means, as a sentence.
    pub meaning: String,
    /// What to do about it; absent when it is ready.
    pub advice: Option<String>,
    /// Secrets are kept in memory only, by the admin's choice.
    pub session_only: bool,
}

/// How the keychain is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum KeychainState {
    /// A secret was written, read back and deleted.
    Ready,
    /// It asks to be unlocked.
    Locked,
    /// It refuses this program.
    Denied,
    /// There is none.
    Absent,
    /// It did not answer within the limit.
    TimedOut,
}

/// Keep secrets in memory only.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct SessionOnly {
    /// In memory only, or in the keychain again.
    pub session_only: bool,
}

/// Whether our secret is still on the clipboard.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct ClipboardView {
    /// Seconds until it is cleared; absent when it is not there.
    pub seconds_left: Option<u32>,
}
