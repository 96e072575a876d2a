//! The window face: one window, one page, the commands of the contract.
//!
//! The window stays hidden until the page has painted, goes nowhere but to its own page, and
//! keeps nothing of its own on disk.

mod colours;
mod commands_list;
mod desktop;
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
mod libraries;
mod start;

use std::process::ExitCode;
use std::time::Duration;

use commands::Wizard;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager as _, RunEvent, WebviewWindowBuilder};

use crate::arguments::Practice;
use crate::folders::Kind;
use crate::terminal;

/// The window's name in `tauri.conf.json`.
const MAIN: &str = "main";
/// The window is shown after this time even if the page never says that it has painted.
const PATIENCE: Duration = Duration::from_secs(4);

/// What the window opens on.
pub(crate) enum Mode {
    /// The admin's own connections.
    Real,
    /// The rehearsal tenant.
    Practice(Practice),
}

/// Opens the window and runs until it is closed.
pub(crate) fn open(mode: Mode) -> ExitCode {
    if !has_screen() {
        return terminal::no_screen();
    }
    #[cfg(all(target_os = "linux", target_arch = "x86_64"))]
    if let Err(problem) = libraries::load() {
        tracing::error!(
            error = &problem as &dyn std::error::Error,
            "the window could not be opened"
        );
        return terminal::no_libraries();
    }
    let mut builder = tauri::Builder::default()
        .plugin(tauri_plugin_clipboard_manager::init())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init());
    if matches!(mode, Mode::Real) {
        // A second start brings the first window to the front.
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, _, _| focus(app)));
    }
    let built = builder
        .invoke_handler(commands_list::handler())
        .setup(move |app| {
            match start::wizard(app.handle(), mode) {
                Ok(wizard) => {
                    app.manage(wizard);
                    open_window(app.handle())?;
                }
                Err(problem) => start::explain(app.handle(), &problem),
            }
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(|app, event| {
                if let (RunEvent::Exit, Some(wizard)) = (event, app.try_state::<Wizard>()) {
                    wizard.close();
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            tracing::error!(%error, "the window could not be opened");
            ExitCode::from(3)
        }
    }
}

/// Without a screen the desktop's own library would end the program in the middle.
fn has_screen() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

fn open_window(app: &AppHandle) -> tauri::Result<()> {
    let config = app
        .config()
        .app
        .windows
        .iter()
        .find(|window| window.label == MAIN);
    let config = config.expect("tauri.conf.json has the main window");
    let window = WebviewWindowBuilder::from_config(app, config)?
        .incognito(!is_driven())
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    colours::paint(&window)?;
    let handle = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(PATIENCE).await;
        show(&handle);
    });
    Ok(())
}

/// A test drives this window. `WebKit` lets nobody drive a private one, so that such a window keeps a
/// profile on disk; the tests look into it.
fn is_driven() -> bool {
    std::env::var("TAURI_WEBVIEW_AUTOMATION").is_ok_and(|value| value == "true")
}

/// The page itself, under the addresses that Tauri gives it.
fn is_own_page(url: &tauri::Url) -> bool {
    match (url.scheme(), url.host_str()) {
        ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost")) => true,
        // `tauri dev` serves the page from Vite.
        ("http", Some("localhost")) => cfg!(dev),
        _ => false,
    }
}

/// Shows the window.
fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN)
        && let Err(error) = window.show()
    {
        tracing::warn!(%error, "the window could not be shown");
    }
}

/// Brings the window to the front.
fn focus(app: &AppHandle) {
    show(app);
    if let Some(window) = app.get_webview_window(MAIN) {
        // Not every desktop lets a program come to the front by itself.
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

impl Mode {
    fn kind(&self) -> Kind {
        match self {
            Self::Real => Kind::Real,
            Self::Practice(_) => Kind::Practice,
        }
    }
}
