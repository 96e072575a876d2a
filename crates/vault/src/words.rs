//! What each state of the keychain means and what to do about it, in plain English,
//! per operating system. Used by the window (by `key`, in its catalogue) and by the
//! terminal (as they stand).

use crate::error::KeychainState::{self, Absent, Denied, Locked, Ready, TimedOut};

/// The operating systems whose keychains are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Platform {
    /// A desktop with a Secret Service.
    Linux,
    /// macOS.
    MacOs,
    /// Windows.
    Windows,
}

impl Platform {
    /// The one this program was built for.
    pub const fn current() -> Self {
        if cfg!(windows) {
            Self::Windows
        } else if cfg!(target_os = "macos") {
            Self::MacOs
        } else {
            Self::Linux
        }
    }
}

/// One state in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// Names these words in a catalogue, such as `keychain-locked-linux`.
    pub key: &'static str,
    /// What the keychain is called on this operating system.
    pub keychain: &'static str,
    /// What is the case, in one sentence.
    pub meaning: &'static str,
    /// What to do next. Empty where there is nothing to do.
    pub action: &'static str,
}

/// What the keychain is called on this operating system.
pub const fn keychain_name(platform: Platform) -> &'static str {
    match platform {
        Platform::Linux => "GNOME Keyring / KWallet (Secret Service)",
        Platform::MacOs => "macOS Keychain",
        Platform::Windows => "Windows Credential Manager",
    }
}

/// A state in words.
pub const fn words(state: KeychainState, platform: Platform) -> Words {
    use Platform::{Linux, MacOs, Windows};
    let (key, meaning, action) = match (state, platform) {
        (Ready, Linux) => (
            "keychain-ready-linux",
            "Your keyring is open and keeps secrets.",
            "",
        ),
        (Ready, MacOs) => (
            "keychain-ready-macos",
            "Your keychain is open and keeps secrets.",
            "",
        ),
        (Ready, Windows) => (
            "keychain-ready-windows",
            "Windows Credential Manager keeps secrets for you. Other programs that you run can read them too.",
            "",
        ),
        (Locked, Linux) => (
            "keychain-locked-linux",
            "Your keyring is locked, so the secret can neither be kept nor read.",
            "Unlock it (in Passwords and Keys, KWallet or KeePassXC; often with your login password), then try again.",
        ),
        (Locked, MacOs) => (
            "keychain-locked-macos",
            "Your login keychain is locked, so the secret can neither be kept nor read.",
            "Open Keychain Access, choose the login keychain and unlock it with your password, then try again.",
        ),
        (Locked, Windows) => (
            "keychain-locked-windows",
            "Windows keeps your credentials locked at the moment.",
            "Sign out of Windows, sign in again with your password, then try again.",
        ),
        (Denied, Linux) => (
            "keychain-denied-linux",
            "This program is not allowed to use your keyring.",
            "If it runs in a sandbox (Flatpak or Snap), let it use the password service, then try again.",
        ),
        (Denied, MacOs) => (
            "keychain-denied-macos",
            "macOS was told not to let this program use the keychain.",
            "Try again, and choose Always Allow when macOS asks.",
        ),
        (Denied, Windows) => (
            "keychain-denied-windows",
            "Windows does not let this program use Credential Manager.",
            "Ask whoever looks after this computer whether a policy turns stored credentials off, or keep the secret for this session only.",
        ),
        (Absent, Linux) => (
            "keychain-absent-linux",
            "No keyring that keeps secrets is running on this computer.",
            "Install or start GNOME Keyring, KWallet or KeePassXC (with its Secret Service turned on), or keep the secret for this session only.",
        ),
        (Absent, MacOs) => (
            "keychain-absent-macos",
            "macOS has no login keychain that keeps secrets.",
            "Open Keychain Access and create or repair the login keychain, or keep the secret for this session only.",
        ),
        (Absent, Windows) => (
            "keychain-absent-windows",
            "Windows Credential Manager does not keep secrets in this session.",
            "Sign in to Windows directly (not by a service or a remote shell), or keep the secret for this session only.",
        ),
        (TimedOut, Linux) => (
            "keychain-timed-out-linux",
            "Your keyring did not answer within 10 seconds.",
            "Look for a window that asks for a password, answer it, then try again.",
        ),
        (TimedOut, MacOs) => (
            "keychain-timed-out-macos",
            "The keychain did not answer within 10 seconds.",
            "Look for a window in which macOS asks for your password, answer it, then try again.",
        ),
        (TimedOut, Windows) => (
            "keychain-timed-out-windows",
            "Windows Credential Manager did not answer within 10 seconds.",
            "Try again. If it stays so, restart Windows.",
        ),
    };
    Words {
        key,
        keychain: keychain_name(platform),
        meaning,
        action,
    }
}

/// What keeping a secret for this session only means.
pub const fn session_words() -> Words {
    Words {
        key: "keychain-session",
        keychain: "This session only",
        meaning: "The secret is held in memory and forgotten when the program closes. It is never written to a file.",
        action: "You will paste the secret again the next time you check this connection.",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Absent, Denied, Locked, Platform, Ready, TimedOut, session_words, words};

    #[test]
    fn every_state_has_its_own_words_and_every_trouble_a_way_on() {
        let mut keys = BTreeSet::from([session_words().key]);
        for platform in [Platform::Linux, Platform::MacOs, Platform::Windows] {
            for state in [Ready, Locked, Denied, Absent, TimedOut] {
                let words = words(state, platform);
                assert!(keys.insert(words.key), "{} twice", words.key);
                assert!(words.meaning.ends_with('.'), "{}", words.key);
                assert_eq!(words.action.is_empty(), state == Ready, "{}", words.key);
            }
        }
    }
}
