//! The clipboard: plain values as often as one likes, the Client Secret for a minute.
//!
//! The secret is taken off the clipboard after [`LEASE`], when the program ends, or when another
//! copy replaces it; and only if it is still there: what somebody else has copied is left alone.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use tokio::time::Instant;

use crate::error::{CommandError, ErrorCode};
use crate::host::{Host, HostError};
use crate::probe::NoSecret;
use crate::wire::{ByConnection, ClipboardView, CopyText, Nothing};
use crate::wizard::Wizard;

/// How long the secret stays on the clipboard.
pub const LEASE: Duration = Duration::from_mins(1);

/// Our secret on the clipboard, and until when.
#[derive(Default)]
pub(crate) struct Lease {
    held: Mutex<Option<Held>>,
}

#[derive(Clone)]
struct Held {
    secret: Arc<SecretString>,
    until: Instant,
}

impl Lease {
    /// Takes our secret off the clipboard if it is still there.
    pub(crate) fn end(&self, host: &dyn Host) {
        if let Some(held) = self.lock().take() {
            clear_if(host, &held.secret);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Option<Held>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn seconds_left(&self) -> Option<u32> {
        let until = self.lock().as_ref()?.until;
        let left = until.saturating_duration_since(Instant::now());
        let seconds = left.as_millis().div_ceil(1000);
        u32::try_from(seconds).ok().filter(|seconds| *seconds > 0)
    }
}

/// Empties the clipboard if it holds just this secret.
pub(crate) fn clear_if(host: &dyn Host, secret: &SecretString) {
    let holds = |text: SecretString| text.expose_secret() == secret.expose_secret();
    if host.clipboard_text().ok().flatten().is_some_and(holds) && host.clear_clipboard().is_err() {
        tracing::warn!("the secret could not be taken off the clipboard");
    }
}

/// Puts a text on the clipboard.
pub async fn copy_text(wizard: &Wizard, request: CopyText) -> Result<Nothing, CommandError> {
    wizard.host().copy_text(&request.text)?;
    Ok(Nothing {})
}

/// Puts the Client Secret on the clipboard for a minute. Asked again, the minute starts anew.
pub async fn copy_secret(
    wizard: &Wizard,
    request: ByConnection,
) -> Result<ClipboardView, CommandError> {
    let connection = wizard.connection(&request.connection).await?;
    let secret = wizard.secret(&connection).await.map_err(no_secret)?;
    wizard.host().copy_secret(&secret)?;
    let held = Held {
        secret: Arc::new(secret),
        until: Instant::now() + LEASE,
    };
    *wizard.lease().lock() = Some(held.clone());
    let wizard_after = wizard.clone();
    tokio::spawn(async move {
        tokio::time::sleep_until(held.until).await;
        // A later copy has a lease of its own.
        let is_ours = wizard_after
            .lease()
            .lock()
            .as_ref()
            .is_some_and(|now| Arc::ptr_eq(&now.secret, &held.secret));
        if is_ours {
            wizard_after.lease().end(wizard_after.host().as_ref());
        }
    });
    Ok(ClipboardView {
        seconds_left: wizard.lease().seconds_left(),
    })
}

/// Whether our secret is still on the clipboard, and for how long.
pub async fn clipboard(wizard: &Wizard, _: Nothing) -> Result<ClipboardView, CommandError> {
    Ok(ClipboardView {
        seconds_left: wizard.lease().seconds_left(),
    })
}

fn no_secret(why: NoSecret) -> CommandError {
    let key = match why {
        NoSecret::NotStored => "entry-no-secret-stored",
        NoSecret::KeychainClosed => "entry-keychain-closed",
    };
    CommandError::new(ErrorCode::Keychain, crate::words::say(key))
}

impl From<HostError> for CommandError {
    fn from(error: HostError) -> Self {
        let key = match error {
            HostError::Clipboard => "entry-clipboard-failed",
            HostError::Browser => "entry-browser-failed",
            HostError::File => "entry-file-failed",
        };
        Self::new(ErrorCode::Desktop, crate::words::say(key))
    }
}
