//! What only the program around the commands can do: clipboard, browser, file dialog.
//!
//! The desktop shell brings the real ones, the dev host and the tests their own. This is that
//! handful and nothing more. Not here: the keychain and the store, which are the same everywhere.

use std::path::PathBuf;

use futures::future::BoxFuture;
use secrecy::SecretString;
use url::Url;

/// The clipboard, the browser and the file dialog.
pub trait Host: Send + Sync + 'static {
    /// The text on the clipboard. Whatever it is, it may be a secret.
    fn clipboard_text(&self) -> Result<Option<SecretString>, HostError>;

    /// Puts a text on the clipboard that is no secret.
    fn copy_text(&self, text: &str) -> Result<(), HostError>;

    /// Puts a secret on the clipboard, marked so that clipboard managers leave it alone where
    /// the system has such a mark.
    fn copy_secret(&self, secret: &SecretString) -> Result<(), HostError>;

    /// Empties the clipboard.
    fn clear_clipboard(&self) -> Result<(), HostError>;

    /// Opens an address in the admin's browser.
    fn open(&self, link: &Url) -> Result<(), HostError>;

    /// Asks where to save a file and writes it there. `None` when the admin chose no place.
    fn save_file<'a>(
        &'a self,
        suggested_name: &'a str,
        contents: &'a [u8],
    ) -> BoxFuture<'a, Result<Option<PathBuf>, HostError>>;

    /// Asks where to save files, by the name of the first, and writes nothing. The admin was asked
    /// whether what is there may be replaced. `None` when no place was chosen.
    fn choose_place<'a>(
        &'a self,
        suggested_name: &'a str,
    ) -> BoxFuture<'a, Result<Option<PathBuf>, HostError>>;

    /// Asks for a file to open, of one kind by its endings, parted by spaces. `None` when the admin chose none.
    fn choose_file<'a>(
        &'a self,
        title: &'a str,
        kind: &'a str,
        endings: &'a str,
    ) -> BoxFuture<'a, Result<Option<PathBuf>, HostError>>;

    /// Shows the window.
    fn show_window(&self);

    /// Shows the window in these colours.
    fn set_colours(&self, colours: crate::wire::Colours);
}

/// The desktop could not do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HostError {
    /// The clipboard cannot be used.
    #[error("The clipboard cannot be used right now.")]
    Clipboard,
    /// The browser did not open.
    #[error("The browser did not open.")]
    Browser,
    /// The file could not be written.
    #[error("The file could not be written there.")]
    File,
}
