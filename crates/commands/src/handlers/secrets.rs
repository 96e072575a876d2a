//! Where secrets are kept: the keychain, or memory only by the admin's open choice.

use vault::Platform;

use crate::error::CommandError;
use crate::wire::{KeychainState, KeychainView, Nothing, SessionOnly};
use crate::wizard::Wizard;

/// Whether the keychain can keep a secret, in words for this system.
pub async fn keychain(wizard: &Wizard, _: Nothing) -> Result<KeychainView, CommandError> {
    let platform = Platform::current();
    let state = wizard.keychain().probe().await;
    let words = if wizard.is_session_only() {
        vault::session_words()
    } else {
        vault::words(state, platform)
    };
    Ok(KeychainView {
        state: state.into(),
        name: vault::keychain_name(platform).to_owned(),
        meaning: words.meaning.to_owned(),
        advice: (state != vault::KeychainState::Ready).then(|| words.action.to_owned()),
        session_only: wizard.is_session_only(),
    })
}

/// Keeps secrets in memory only, or in the keychain again.
pub async fn keep_for_session(
    wizard: &Wizard,
    request: SessionOnly,
) -> Result<KeychainView, CommandError> {
    wizard.set_session_only(request.session_only);
    keychain(wizard, Nothing {}).await
}

impl From<vault::KeychainState> for KeychainState {
    fn from(state: vault::KeychainState) -> Self {
        match state {
            vault::KeychainState::Ready => Self::Ready,
            vault::KeychainState::Locked => Self::Locked,
            vault::KeychainState::Denied => Self::Denied,
            vault::KeychainState::Absent => Self::Absent,
            vault::KeychainState::TimedOut => Self::TimedOut,
        }
    }
}
