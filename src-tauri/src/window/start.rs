//! Makes the wizard before its window opens, or says why it cannot be made.

use std::sync::Arc;

use commands::rehearse::{self, Practice};
use commands::saved;
use commands::wizard::{Parts, Wizard};
use halo::{Limits, Transport};
use rehearsal::{Options, Tenant};
use store::Store;
use tauri::{AppHandle, Manager as _};
use tauri_plugin_dialog::{DialogExt as _, MessageDialogKind};
use vault::Vault;

use super::Mode;
use super::desktop::Desktop;
use crate::arguments;
use crate::terminal::choose_scenario;

/// The practice tenant asks for this port first, so that a practice connection finds its Halo
/// again after the next start.
const PRACTICE_PORT: u16 = 47_120;

/// Keeps the practice tenant alive for as long as the program runs.
struct KeptTenant(#[expect(dead_code, reason = "dropping it stops the tenant")] Tenant);

/// The wizard for this mode.
///
/// # Errors
/// A sentence for the admin.
pub(super) fn wizard(app: &AppHandle, mode: Mode) -> Result<Wizard, String> {
    tauri::async_runtime::block_on(make(app, mode))
}

async fn make(app: &AppHandle, mode: Mode) -> Result<Wizard, String> {
    let kind = mode.kind();
    let folder = kind.folder().ok_or(
        "This computer names no home folder for you, so there is no place for your connections.",
    )?;
    let opened = Store::open(&folder)
        .await
        .map_err(|error| saved::words(&error))?;
    let practice = match mode {
        Mode::Real => None,
        Mode::Practice(arguments) => Some(serve(app, &arguments).await?),
    };
    let transport = practice.as_ref().map_or_else(
        || Transport::new(Limits::default()),
        |practice| practice.transport(Limits::default()),
    );
    if let Some(practice) = &practice {
        // What is kept of the practice was kept for practising.
        let welcoming = practice.welcome_kept(&opened.store);
        welcoming.await.map_err(|error| saved::words(&error))?;
    }
    let wizard = Wizard::new(Parts {
        store: opened.store,
        keychain: Vault::system(&kind.keychain_service()),
        transport,
        host: Arc::new(Desktop::new(app.clone())),
        practice,
        notice: opened.set_aside.map(|path| set_aside(&path)),
        clock: commands::Clock::system(),
    });
    let reconciled = wizard.clone();
    tauri::async_runtime::spawn(async move { reconciled.reconcile().await });
    Ok(wizard)
}

fn set_aside(path: &std::path::Path) -> String {
    format!(
        "The file with your connections was damaged. It was kept as {} and a new one was begun.",
        path.display()
    )
}

async fn serve(app: &AppHandle, arguments: &arguments::Practice) -> Result<Practice, String> {
    let (profile, scenario) = choose_scenario(&arguments.scenario, arguments.profile.as_deref())?;
    let options = Options {
        port: PRACTICE_PORT,
        ..rehearse::options(profile, scenario)
    };
    let tenant = match rehearsal::serve(options.clone()).await {
        Ok(tenant) => tenant,
        // Somebody else has the port; any other does, at the price of a changed address.
        Err(_) => rehearsal::serve(Options { port: 0, ..options })
            .await
            .map_err(|error| error.to_string())?,
    };
    let practice = rehearse::practice(&tenant);
    app.manage(KeptTenant(tenant));
    Ok(practice)
}

/// Tells the admin why the wizard cannot be opened, then ends the program.
pub(super) fn explain(app: &AppHandle, problem: &str) {
    tracing::error!(problem, "the wizard could not be opened");
    let handle = app.clone();
    app.dialog()
        .message(problem)
        .title("Halyard cannot open")
        .kind(MessageDialogKind::Error)
        .show(move |_| handle.exit(3));
}
