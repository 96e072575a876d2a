//! The handle, and the one way by which every call reaches the database.

use std::{
    fmt,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use rusqlite::{Connection as Database, Transaction, TransactionBehavior};

use crate::{
    error::StoreError,
    folder::Folder,
    open::{self, Opened},
};

/// Connections, answers, confirmations, reports and settings on disk.
///
/// Cheap to clone; clones share the file. Its methods need a Tokio runtime. A change
/// is on the disk when its future resolves; one whose future is dropped midway is
/// made whole or not at all.
#[derive(Clone)]
pub struct Store(Arc<Mutex<Inner>>);

/// The database comes first, so that it is closed before the folder is let go.
struct Inner {
    database: Database,
    access: Access,
}

/// What this store may do with its folder.
pub(crate) enum Access {
    /// Nothing else may write while this lives.
    Write(#[expect(dead_code, reason = "held, so that the folder stays locked")] Folder),
    /// Adds something beside the instance that has the folder.
    Beside,
    /// Reads only, beside a writer.
    Read,
    /// There is no folder.
    Memory,
}

impl Store {
    pub(crate) fn new(database: Database, access: Access) -> Self {
        Self(Arc::new(Mutex::new(Inner { database, access })))
    }

    /// Opens the store of a folder, which is made where needed, for this user alone.
    ///
    /// A damaged file is moved aside in the same folder, unchanged, and a new one is
    /// begun; [`Opened::set_aside`] then says where it is.
    ///
    /// # Errors
    /// [`StoreError::InUse`] while another instance has the folder,
    /// [`StoreError::TooNew`] for a file of a later version, which is left alone.
    pub async fn open(folder: &Path) -> Result<Opened, StoreError> {
        let folder = folder.to_owned();
        blocking(move || open::open(&folder)).await
    }

    /// Opens the store of a folder for reading, also while another instance writes to
    /// it. A folder without one reads as empty; nothing is made.
    ///
    /// # Errors
    /// Every change is refused with [`StoreError::ReadOnly`]; a damaged file is
    /// [`StoreError::Damaged`] and stays where it is.
    pub async fn open_to_read(folder: &Path) -> Result<Self, StoreError> {
        let folder = folder.to_owned();
        blocking(move || open::open_to_read(&folder)).await
    }

    /// Opens the store of a folder to add a report while another instance has it: the database
    /// itself lets one write at a time, and every read sees what the other has written. Nothing
    /// is made, brought up to date or set aside here.
    ///
    /// # Errors
    /// [`StoreError::InUse`] when the file is of an earlier version, or when the other instance
    /// writes for longer than two seconds.
    pub async fn open_beside(folder: &Path) -> Result<Self, StoreError> {
        let folder = folder.to_owned();
        blocking(move || open::open_beside(&folder)).await
    }

    /// A store in memory, for tests and demonstrations.
    pub fn in_memory() -> Result<Self, StoreError> {
        Ok(Self::new(open::in_memory()?, Access::Memory))
    }

    /// Reads, from one consistent state of the file.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.transact(TransactionBehavior::Deferred, work).await
    }

    /// Changes something: wholly and on the disk, or not at all.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.transact(TransactionBehavior::Immediate, work).await
    }

    async fn transact<T: Send + 'static>(
        &self,
        behaviour: TransactionBehavior,
        work: impl FnOnce(&Transaction) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let inner = Arc::clone(&self.0);
        blocking(move || {
            // A panic rolled its transaction back, so the database is whole.
            let mut inner = inner.lock().unwrap_or_else(PoisonError::into_inner);
            let writes = matches!(behaviour, TransactionBehavior::Immediate);
            if writes && matches!(inner.access, Access::Read) {
                return Err(StoreError::ReadOnly);
            }
            let transaction = inner.database.transaction_with_behavior(behaviour)?;
            let result = work(&transaction)?;
            transaction.commit()?;
            Ok(result)
        })
        .await
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Store")
    }
}

/// Runs work that waits for the disk where it holds nobody up.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result,
        Err(stopped) => match stopped.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(_) => Err(StoreError::Io(std::io::Error::other(
                "the program is closing",
            ))),
        },
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Store;
    use crate::error::StoreError;

    #[tokio::test]
    async fn a_full_disk_refuses_the_change_and_keeps_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).await.unwrap().store;
        let id = store
            .create("exampla", "built-in", "Acme")
            .await
            .unwrap()
            .id;
        store
            .set_answer(id, "team", &json!("1st Line"))
            .await
            .unwrap();

        let limit = |pages: u32| {
            let inner = store.0.lock().unwrap();
            inner
                .database
                .pragma_update(None, "max_page_count", pages)
                .unwrap();
        };
        // A limit below the present size counts as the present size.
        limit(1);
        let large = json!("x".repeat(1_000_000));
        let refused = store.set_answer(id, "team", &large).await;
        assert!(matches!(refused, Err(StoreError::Full)), "{refused:?}");
        assert_eq!(
            store.connection(id).await.unwrap().answers["team"],
            json!("1st Line")
        );

        limit(u32::MAX - 1);
        store.set_answer(id, "team", &large).await.unwrap();
        assert_eq!(store.connection(id).await.unwrap().answers["team"], large);
    }
}
