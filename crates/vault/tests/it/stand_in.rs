//! A store in memory that fails as it is told to.

use std::{
    any::Any,
    collections::HashMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
};

use keyring_core::{
    CredentialStore, Entry, Error, Result,
    api::{CredentialApi, CredentialStoreApi},
};

/// What the next calls do.
#[derive(Default)]
pub(crate) enum Mood {
    #[default]
    Well,
    /// Each call fails with an error made here.
    Fails(fn() -> Error),
    /// Reads give back this in place of what was written.
    Garbles(&'static [u8]),
    /// The next write waits for the receiver to hear something, or for its sender to go.
    BlocksOnWrite(mpsc::Receiver<()>),
    /// The next call panics.
    Panics,
}

/// The store behind any number of vaults; what it holds can be looked at.
#[derive(Clone, Default)]
pub(crate) struct StandIn(Arc<Inner>);

#[derive(Default)]
struct Inner {
    mood: Mutex<Mood>,
    entries: Mutex<HashMap<String, Vec<u8>>>,
    opened: AtomicUsize,
    blocked: tokio::sync::Notify,
}

impl StandIn {
    pub(crate) fn set(&self, mood: Mood) {
        *self.0.mood.lock().expect("no holder panics") = mood;
    }

    pub(crate) fn open(&self) -> Arc<CredentialStore> {
        self.0.opened.fetch_add(1, Ordering::Relaxed);
        Arc::new(self.clone())
    }

    /// How often the store was opened.
    pub(crate) fn openings(&self) -> usize {
        self.0.opened.load(Ordering::Relaxed)
    }

    /// Resolves once a write blocks.
    pub(crate) async fn until_blocked(&self) {
        self.0.blocked.notified().await;
    }

    /// What is kept under names that contain `part`.
    pub(crate) fn kept(&self, part: &str) -> Vec<Vec<u8>> {
        let entries = self.0.entries.lock().expect("no holder panics");
        entries
            .iter()
            .filter(|(name, _)| name.contains(part))
            .map(|(_, kept)| kept.clone())
            .collect()
    }

    fn suffer(&self, is_write: bool) -> Result<()> {
        let mut mood = self.0.mood.lock().expect("no holder panics");
        match &*mood {
            Mood::Fails(error) => Err(error()),
            Mood::Panics => {
                *mood = Mood::Well;
                drop(mood);
                panic!("a library's bug");
            }
            Mood::BlocksOnWrite(_) if is_write => {
                let Mood::BlocksOnWrite(until) = std::mem::take(&mut *mood) else {
                    unreachable!("just matched")
                };
                drop(mood);
                self.0.blocked.notify_one();
                let _released = until.recv();
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

impl CredentialStoreApi for StandIn {
    fn vendor(&self) -> String {
        "stand-in".into()
    }

    fn id(&self) -> String {
        "stand-in".into()
    }

    fn build(&self, service: &str, user: &str, _: Option<&HashMap<&str, &str>>) -> Result<Entry> {
        let name = format!("{service}/{user}");
        Ok(Entry::new_with_credential(Arc::new(Held {
            store: self.clone(),
            name,
        })))
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

struct Held {
    store: StandIn,
    name: String,
}

impl CredentialApi for Held {
    fn set_secret(&self, secret: &[u8]) -> Result<()> {
        self.store.suffer(true)?;
        let mut entries = self.store.0.entries.lock().expect("no holder panics");
        entries.insert(self.name.clone(), secret.to_vec());
        Ok(())
    }

    fn get_secret(&self) -> Result<Vec<u8>> {
        self.store.suffer(false)?;
        let entries = self.store.0.entries.lock().expect("no holder panics");
        let kept = entries.get(&self.name).ok_or(Error::NoEntry)?;
        match &*self.store.0.mood.lock().expect("no holder panics") {
            Mood::Garbles(other) => Ok(other.to_vec()),
            _ => Ok(kept.clone()),
        }
    }

    fn delete_credential(&self) -> Result<()> {
        self.store.suffer(false)?;
        let mut entries = self.store.0.entries.lock().expect("no holder panics");
        entries.remove(&self.name).map(drop).ok_or(Error::NoEntry)
    }

    fn get_credential(&self) -> Result<Option<Arc<keyring_core::Credential>>> {
        Ok(None)
    }

    fn get_specifiers(&self) -> Option<(String, String)> {
        None
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}
