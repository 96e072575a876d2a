//! The folder that holds the file: made private, locked for one writer, and where a
//! damaged file is set aside.

use std::{
    fs::{self, DirBuilder, File, OpenOptions, TryLockError},
    io,
    path::{Path, PathBuf},
};

use jiff::Timestamp;

use crate::error::StoreError;

/// The folder, with the lock held for as long as this lives. The system lets go of
/// the lock when the program ends, however it ends.
pub(crate) struct Folder {
    path: PathBuf,
    lock: File,
}

impl Folder {
    /// Makes the folder where needed and locks it.
    ///
    /// # Errors
    /// [`StoreError::InUse`] while another instance holds it.
    pub(crate) fn lock(path: &Path) -> Result<Self, StoreError> {
        make_private_folder(path)?;
        let lock = private_file().open(path.join("halyard.lock"))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self {
                path: path.to_owned(),
                lock,
            }),
            Err(TryLockError::WouldBlock) => Err(StoreError::InUse),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }

    /// The database, made as an empty private file where there is none: `SQLite` gives
    /// the files it keeps beside it the same permissions.
    pub(crate) fn database(&self) -> Result<PathBuf, StoreError> {
        let path = database_path(&self.path);
        private_file().open(&path)?;
        Ok(path)
    }

    /// Moves the database and what `SQLite` keeps beside it out of the way, under a name
    /// that is free, and answers where to.
    pub(crate) fn set_aside(&self) -> Result<PathBuf, StoreError> {
        let from = database_path(&self.path);
        let to = self.free_name();
        // The database goes last: an interruption leaves it to be set aside again,
        // never a new one beside the old one's journal.
        for suffix in ["-wal", "-shm", ""] {
            match fs::rename(with_suffix(&from, suffix), with_suffix(&to, suffix)) {
                Ok(()) => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error.into()),
            }
        }
        sync_folder(&self.path)?;
        Ok(to)
    }

    fn free_name(&self) -> PathBuf {
        let date = Timestamp::now().strftime("%Y-%m-%dT%H-%M-%SZ");
        let first = format!("halyard-damaged-{date}");
        std::iter::once(first.clone())
            .chain((2..=u32::MAX).map(|number| format!("{first}-{number}")))
            .map(|name| self.path.join(name + ".db"))
            .find(|path| {
                ["", "-wal", "-shm"]
                    .iter()
                    .all(|s| !with_suffix(path, s).exists())
            })
            .expect("one of four billion names is free")
    }
}

impl Drop for Folder {
    /// Lets go explicitly: a program that is just being started from this one holds the
    /// same open file for a moment, and closing ours alone would not release the lock.
    fn drop(&mut self) {
        if let Err(error) = self.lock.unlock() {
            tracing::warn!(%error, "the lock on the folder could not be released");
        }
    }
}

/// Where the database is in a folder.
pub(crate) fn database_path(folder: &Path) -> PathBuf {
    folder.join("halyard.db")
}

/// The path of a file that `SQLite` keeps beside a database.
pub(crate) fn with_suffix(database: &Path, suffix: &str) -> PathBuf {
    let mut path = database.as_os_str().to_owned();
    path.push(suffix);
    path.into()
}

/// Opens a file to write, made for this user alone where it is not there.
fn private_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes a folder for this user alone, and closes one that is already there.
fn make_private_folder(path: &Path) -> Result<(), StoreError> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
        builder.mode(0o700).create(path)?;
        if fs::metadata(path)?.permissions().mode() & 0o077 != 0 {
            fs::set_permissions(path, fs::Permissions::from_mode(0o700))?;
        }
    }
    #[cfg(not(unix))]
    builder.create(path)?;
    Ok(())
}

/// Writes renames through to the disk, where the system has a way to.
fn sync_folder(path: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    File::open(path)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}
