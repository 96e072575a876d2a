//! The wizard's state: where connections are kept, where secrets are kept, how Halo is asked, and
//! the checks under way.
//!
//! One per program. The handlers in [`crate::handlers`] work on it; the shell, the dev host and
//! the tests make it. Not here: what a face shows.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use halo::Transport;
use secrecy::SecretString;
use setup::Plan;
use store::{Connection, ConnectionId, SecretHome, Store};
use vault::{SecretKey, Vault};

use crate::clock::Clock;
use crate::error::{CommandError, ErrorCode};
use crate::handlers::clipboard::Lease;
use crate::handlers::connections::keychain_error;
use crate::handlers::profile_files::Opened;
use crate::host::Host;
use crate::mapping::{Boards, MappingRuns, writing::Writings};
use crate::probe::{NoSecret, Target};
use crate::rehearse::Practice;
use crate::runs::Runs;
use crate::test_ticket::UnderWay;
use crate::{library, saved};

/// What a wizard is made of.
pub struct Parts {
    /// Connections and answers.
    pub store: Store,
    /// The operating system's keychain.
    pub keychain: Vault,
    /// How Halo is asked.
    pub transport: Transport,
    /// Clipboard, browser, file dialog.
    pub host: Arc<dyn Host>,
    /// The rehearsal tenant, where the wizard is opened on it.
    pub practice: Option<Practice>,
    /// Something to tell the admin at the start.
    pub notice: Option<String>,
    /// What time it is.
    pub clock: Clock,
}

/// The wizard's state. Clones are the same wizard.
#[derive(Clone)]
pub struct Wizard {
    inner: Arc<Inner>,
}

struct Inner {
    parts: Parts,
    /// Secrets of the admin's choice to keep nothing in the keychain.
    session: Vault,
    /// Secrets that Halo did not accept yet, so that a mistyped Client ID does not cost the
    /// secret that Halo shows only once.
    pending: Vault,
    session_only: AtomicBool,
    runs: Runs,
    boards: Boards,
    mapping_runs: MappingRuns,
    writings: Writings,
    test_tickets: UnderWay,
    lease: Lease,
    opened: Opened,
}

impl Wizard {
    /// A wizard made of these parts.
    pub fn new(parts: Parts) -> Self {
        Self {
            inner: Arc::new(Inner {
                parts,
                session: Vault::session(),
                pending: Vault::session(),
                session_only: AtomicBool::new(false),
                runs: Runs::default(),
                boards: Boards::default(),
                mapping_runs: MappingRuns::default(),
                writings: Writings::default(),
                test_tickets: UnderWay::default(),
                lease: Lease::default(),
                opened: Opened::default(),
            }),
        }
    }

    pub(crate) fn store(&self) -> &Store {
        &self.inner.parts.store
    }

    pub(crate) fn host(&self) -> &Arc<dyn Host> {
        &self.inner.parts.host
    }

    pub(crate) fn transport(&self) -> &Transport {
        &self.inner.parts.transport
    }

    pub(crate) fn practice(&self) -> Option<&Practice> {
        self.inner.parts.practice.as_ref()
    }

    pub(crate) fn notice(&self) -> Option<&str> {
        self.inner.parts.notice.as_deref()
    }

    pub(crate) fn clock(&self) -> &Clock {
        &self.inner.parts.clock
    }

    pub(crate) fn keychain(&self) -> &Vault {
        &self.inner.parts.keychain
    }

    pub(crate) fn pending(&self) -> &Vault {
        &self.inner.pending
    }

    pub(crate) fn runs(&self) -> &Runs {
        &self.inner.runs
    }

    /// The place for a test ticket.
    pub(crate) fn test_tickets(&self) -> &UnderWay {
        &self.inner.test_tickets
    }

    pub(crate) fn boards(&self) -> &Boards {
        &self.inner.boards
    }

    pub(crate) fn mapping_runs(&self) -> &MappingRuns {
        &self.inner.mapping_runs
    }

    /// What would be written of mappings, and the places for writing.
    pub(crate) fn writings(&self) -> &Writings {
        &self.inner.writings
    }

    pub(crate) fn session(&self) -> &Vault {
        &self.inner.session
    }

    pub(crate) fn lease(&self) -> &Lease {
        &self.inner.lease
    }

    pub(crate) fn opened(&self) -> &Opened {
        &self.inner.opened
    }

    /// New secrets stay in memory.
    pub(crate) fn is_session_only(&self) -> bool {
        self.inner.session_only.load(Ordering::Relaxed)
    }

    pub(crate) fn set_session_only(&self, session_only: bool) {
        self.inner
            .session_only
            .store(session_only, Ordering::Relaxed);
    }

    /// Where new secrets are kept, and what the store calls that.
    pub(crate) fn home_of_new_secrets(&self) -> (&Vault, SecretHome) {
        if self.is_session_only() {
            (&self.inner.session, SecretHome::Session)
        } else {
            (self.keychain(), SecretHome::Keychain)
        }
    }

    /// Where this connection's secret is, if anywhere.
    pub(crate) fn home_of(&self, connection: &Connection) -> Option<&Vault> {
        match connection.secret_home {
            SecretHome::None => None,
            SecretHome::Keychain => Some(self.keychain()),
            SecretHome::Session => Some(&self.inner.session),
        }
    }

    /// Puts the store in line with the keychain, once at the start: a secret that somebody took out
    /// is noted as missing, and one that was stored when the program was ended in the middle is
    /// noted as stored. A keychain that cannot be read says nothing, and nothing is changed then.
    pub async fn reconcile(&self) {
        let Ok(connections) = self.store().connections().await else {
            return;
        };
        for connection in &connections {
            let Some(key) = secret_key(connection) else {
                continue;
            };
            let Ok(stored) = self.keychain().read(&key).await else {
                return;
            };
            let home = match (connection.secret_home, stored) {
                (SecretHome::Keychain, None) => SecretHome::None,
                // Unless it is there for another connection with the same application.
                (SecretHome::None, Some(_)) if !is_kept_for_another(connection, &connections) => {
                    SecretHome::Keychain
                }
                _ => continue,
            };
            if let Err(error) = self.store().set_secret_home(connection.id, home).await {
                tracing::warn!(%error, "where a secret is could not be noted");
            }
        }
    }

    /// Forgets what only this session knows, before the program ends: takes our secret off the
    /// clipboard.
    pub fn close(&self) {
        self.lease().end(self.host().as_ref());
    }

    /// The connection with this id, as the page writes it.
    pub(crate) async fn connection(&self, id: &str) -> Result<Connection, CommandError> {
        let id: ConnectionId = id.parse().map_err(|_| CommandError::no_such_connection())?;
        Ok(self.store().connection(id).await?)
    }

    /// The plan for a connection.
    pub(crate) async fn plan(&self, connection: &Connection) -> Result<Plan, CommandError> {
        plan(self.store(), connection).await
    }

    /// What a run needs to know of a connection, its secret included.
    pub(crate) async fn target(&self, connection: &Connection) -> Target {
        target(connection, self.secret(connection).await)
    }

    /// The connection's secret, or why there is none.
    pub(crate) async fn secret(&self, connection: &Connection) -> Result<SecretString, NoSecret> {
        match self.home_of(connection) {
            Some(home) => secret_in(home, connection).await,
            None => Err(NoSecret::NotStored),
        }
    }
}

/// The connection's secret in this place, or why there is none.
pub async fn secret_in(home: &Vault, connection: &Connection) -> Result<SecretString, NoSecret> {
    match stored_secret(home, connection).await {
        Ok(Some(secret)) => Ok(secret),
        Ok(None) => Err(NoSecret::NotStored),
        Err(_) => Err(NoSecret::KeychainClosed),
    }
}

/// The connection's secret in this place, where there is one.
///
/// # Errors
/// When the keychain could not be read, in words for this system.
pub async fn stored_secret(
    home: &Vault,
    connection: &Connection,
) -> Result<Option<SecretString>, CommandError> {
    let Some(key) = secret_key(connection) else {
        return Ok(None);
    };
    let read = home.read(&key).await;
    read.map_err(|error| keychain_error(error.into()))
}

/// The plan for a connection of this store.
///
/// # Errors
/// When the profile is not there any more or the store cannot be read.
pub async fn plan(store: &Store, connection: &Connection) -> Result<Plan, CommandError> {
    let known = library::of(store, connection).await?;
    let confirmations = store.confirmations(connection.id).await?;
    let answers = saved::answers(connection, confirmations);
    Ok(Plan::make(
        known.profile,
        known.origin,
        answers,
        saved::halo(connection),
    ))
}

/// What a run needs to know of a connection.
pub fn target(connection: &Connection, secret: Result<SecretString, NoSecret>) -> Target {
    let corrected = saved::halo(connection).filter(|_| saved::halo_confirmed(connection));
    let corrected = corrected.as_ref();
    Target {
        address: connection.address.clone().unwrap_or_default(),
        authorisation_server: corrected.map(|halo| halo.authorisation_server.clone()),
        tenant: corrected.and_then(|halo| halo.tenant.clone()),
        client_id: connection.client_id.clone(),
        secret,
    }
}

/// Another connection keeps its secret in the same place under the same name: it uses the same
/// application.
pub fn shares_secret(connection: &Connection, others: &[Connection]) -> bool {
    same_application(connection, others).any(|other| other.secret_home == connection.secret_home)
}

/// Another connection with the same application has its secret in the keychain.
fn is_kept_for_another(connection: &Connection, others: &[Connection]) -> bool {
    same_application(connection, others).any(|other| other.secret_home == SecretHome::Keychain)
}

fn same_application<'a>(
    connection: &'a Connection,
    others: &'a [Connection],
) -> impl Iterator<Item = &'a Connection> {
    let key = secret_key(connection);
    others.iter().filter(move |other| {
        let same = secret_key(other).zip(key.as_ref());
        other.id != connection.id && same.is_some_and(|(other, own)| other.as_str() == own.as_str())
    })
}

/// The name under which a connection's secret is kept, once its Halo and its Client ID are known.
pub fn secret_key(connection: &Connection) -> Option<SecretKey> {
    let halo = saved::halo(connection)?;
    let client_id = connection.client_id.as_deref()?;
    Some(SecretKey::halo(&halo.address, client_id))
}

impl From<store::StoreError> for CommandError {
    fn from(error: store::StoreError) -> Self {
        match error {
            store::StoreError::NotFound => Self::no_such_connection(),
            other => Self::new(ErrorCode::Storage, saved::words(&other)),
        }
    }
}
