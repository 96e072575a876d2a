//! A desk that is nothing but the [`Host`] trait: a clipboard, a browser and a file dialog that
//! tests can look into.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use commands::host::{Host, HostError};
use commands::wire::Colours;
use futures::future::BoxFuture;
use secrecy::{ExposeSecret, SecretString};
use url::Url;
use vault::Vault;

/// What stands in for the desktop.
pub(crate) struct Desk {
    folder: PathBuf,
    keychain: Vault,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    clipboard: Option<SecretString>,
    opened: Vec<Url>,
    /// What the file dialog is answered with.
    chosen: Option<PathBuf>,
}

impl Desk {
    /// A desk that saves files into `folder`.
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            keychain: Vault::session(),
            state: Mutex::default(),
        }
    }

    /// The keychain: in memory, and it says so.
    pub(crate) fn keychain(&self) -> Vault {
        self.keychain.clone()
    }

    /// What the browser was asked to open.
    pub(crate) fn opened(&self) -> Vec<Url> {
        self.lock().opened.clone()
    }

    /// The clipboard's text, for tests; the page cannot ask for it.
    pub(crate) fn clipboard(&self) -> Option<String> {
        self.lock()
            .clipboard
            .as_ref()
            .map(|text| text.expose_secret().to_owned())
    }

    /// Puts a file into the folder and answers the file dialog with it from now on.
    pub(crate) fn choose(&self, name: &str, contents: &[u8]) -> std::io::Result<()> {
        let name = Path::new(name).file_name().unwrap_or_default();
        let path = self.folder.join(name);
        std::fs::write(&path, contents)?;
        self.lock().chosen = Some(path);
        Ok(())
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Host for Desk {
    fn clipboard_text(&self) -> Result<Option<SecretString>, HostError> {
        Ok(self.lock().clipboard.clone())
    }

    fn copy_text(&self, text: &str) -> Result<(), HostError> {
        self.lock().clipboard = Some(text.into());
        Ok(())
    }

    fn copy_secret(&self, secret: &SecretString) -> Result<(), HostError> {
        self.lock().clipboard = Some(secret.clone());
        Ok(())
    }

    fn clear_clipboard(&self) -> Result<(), HostError> {
        self.lock().clipboard = None;
        Ok(())
    }

    fn open(&self, link: &Url) -> Result<(), HostError> {
        self.lock().opened.push(link.clone());
        Ok(())
    }

    fn save_file<'a>(
        &'a self,
        suggested_name: &'a str,
        contents: &'a [u8],
    ) -> BoxFuture<'a, Result<Option<PathBuf>, HostError>> {
        Box::pin(async move {
            let path = self.folder.join(suggested_name);
            tokio::fs::write(&path, contents)
                .await
                .map_err(|_| HostError::File)?;
            Ok(Some(path))
        })
    }

    fn choose_place<'a>(
        &'a self,
        suggested_name: &'a str,
    ) -> BoxFuture<'a, Result<Option<PathBuf>, HostError>> {
        Box::pin(async move { Ok(Some(self.folder.join(suggested_name))) })
    }

    fn choose_file<'a>(
        &'a self,
        _: &'a str,
        _: &'a str,
        _: &'a str,
    ) -> BoxFuture<'a, Result<Option<PathBuf>, HostError>> {
        Box::pin(async move { Ok(self.lock().chosen.clone()) })
    }

    fn show_window(&self) {}

    fn set_colours(&self, _: Colours) {}
}
