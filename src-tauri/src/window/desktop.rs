//! The desktop as the commands know it: the system's clipboard, browser and file dialog.

use std::path::PathBuf;

use commands::host::{Host, HostError};
use commands::wire::Colours;
use futures::channel::oneshot;
use futures::future::BoxFuture;
use secrecy::{ExposeSecret, SecretString};
use tauri::{AppHandle, Manager as _};
use tauri_plugin_clipboard_manager::ClipboardExt as _;
use tauri_plugin_dialog::DialogExt as _;
use tauri_plugin_opener::OpenerExt as _;
use url::Url;
use zeroize::Zeroizing;

use super::MAIN;
use super::colours::WindowColours;

/// The real desktop.
pub(super) struct Desktop {
    app: AppHandle,
    colours: WindowColours,
}

impl Desktop {
    pub(super) fn new(app: AppHandle) -> Self {
        Self {
            app,
            colours: WindowColours::default(),
        }
    }
}

impl Host for Desktop {
    fn clipboard_text(&self) -> Result<Option<SecretString>, HostError> {
        match self.app.clipboard().read_text() {
            Ok(text) => {
                let text = Zeroizing::new(text);
                Ok((!text.is_empty()).then(|| SecretString::from(text.as_str())))
            }
            // The plugin gives one error for "nothing there" and "cannot read"; to the admin the
            // advice is the same: copy again.
            Err(_) => Ok(None),
        }
    }

    fn copy_text(&self, text: &str) -> Result<(), HostError> {
        self.app
            .clipboard()
            .write_text(text)
            .map_err(|_| HostError::Clipboard)
    }

    fn copy_secret(&self, secret: &SecretString) -> Result<(), HostError> {
        self.app
            .clipboard()
            .write_secret(secret.expose_secret())
            .map_err(|_| HostError::Clipboard)
    }

    fn clear_clipboard(&self) -> Result<(), HostError> {
        self.app
            .clipboard()
            .clear()
            .map_err(|_| HostError::Clipboard)
    }

    fn open(&self, link: &Url) -> Result<(), HostError> {
        self.app
            .opener()
            .open_url(link.as_str(), None::<&str>)
            .map_err(|_| HostError::Browser)
    }

    fn save_file<'a>(
        &'a self,
        suggested_name: &'a str,
        contents: &'a [u8],
    ) -> BoxFuture<'a, Result<Option<PathBuf>, HostError>> {
        Box::pin(async move {
            let Some(path) = self.choose_place(suggested_name).await? else {
                return Ok(None);
            };
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
        Box::pin(async move {
            let (chosen, choice) = oneshot::channel();
            self.app
                .dialog()
                .file()
                .set_file_name(suggested_name)
                .save_file(move |path| {
                    // Nobody waits any more when the window was closed meanwhile.
                    let _ = chosen.send(path);
                });
            let path = choice.await.ok().flatten();
            path.map(|path| path.into_path().map_err(|_| HostError::File))
                .transpose()
        })
    }

    fn choose_file<'a>(
        &'a self,
        title: &'a str,
        kind: &'a str,
        endings: &'a str,
    ) -> BoxFuture<'a, Result<Option<PathBuf>, HostError>> {
        Box::pin(async move {
            let (chosen, choice) = oneshot::channel();
            let mut dialog = self.app.dialog().file().set_title(title);
            if let Some(window) = self.app.get_webview_window(MAIN) {
                dialog = dialog.set_parent(&window);
            }
            let endings: Vec<&str> = endings.split(' ').collect();
            dialog.add_filter(kind, &endings).pick_file(move |path| {
                // Nobody waits any more when the window was closed meanwhile.
                let _ = chosen.send(path);
            });
            let path = choice.await.ok().flatten();
            path.map(|path| path.into_path().map_err(|_| HostError::File))
                .transpose()
        })
    }

    fn show_window(&self) {
        super::show(&self.app);
    }

    fn set_colours(&self, colours: Colours) {
        if let Some(window) = self.app.get_webview_window(MAIN)
            && let Err(error) = self.colours.set(&window, colours)
        {
            tracing::warn!(%error, "the window keeps its colours");
        }
    }
}
