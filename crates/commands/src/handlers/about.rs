//! The program itself: its version, its colours, what to tell the admin at the start.

use crate::error::CommandError;
use crate::library;
use crate::rehearse::Practice;
use crate::wire::{AppInfo, ByProfile, Nothing, RehearsalInfo, Theme};
use crate::wizard::Wizard;

const THEME: &str = "theme";

/// What the page needs to know of the program and this computer.
pub async fn app_info(wizard: &Wizard, _: Nothing) -> Result<AppInfo, CommandError> {
    let theme = wizard.store().setting(THEME).await?;
    let theme: Theme = theme
        .and_then(|theme| serde_json::from_value(theme).ok())
        .unwrap_or_default();
    wizard.host().set_colours(theme.colours);
    Ok(AppInfo {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        platform: std::env::consts::OS.to_owned(),
        theme,
        rehearsal: match wizard.practice() {
            Some(practice) => Some(rehearsal(wizard, practice).await?),
            None => None,
        },
        notice: wizard.notice().map(str::to_owned),
        last_connection: last_connection(wizard).await?,
    })
}

/// Changes the colours: as the system, light or dark.
pub async fn set_theme(wizard: &Wizard, theme: Theme) -> Result<Nothing, CommandError> {
    let value = serde_json::to_value(theme).map_err(|_| CommandError::bad_request())?;
    wizard.store().set_setting(THEME, &value).await?;
    wizard.host().set_colours(theme.colours);
    Ok(Nothing {})
}

/// Shows the window, once the page has painted itself.
pub async fn page_painted(wizard: &Wizard, _: Nothing) -> Result<Nothing, CommandError> {
    wizard.host().show_window();
    Ok(Nothing {})
}

/// Puts a practice secret on the clipboard, as Halo's own Copy button would.
pub async fn copy_practice_secret(
    wizard: &Wizard,
    request: ByProfile,
) -> Result<Nothing, CommandError> {
    let practice = wizard.practice().ok_or_else(CommandError::bad_request)?;
    let (_, secret) = practice
        .credentials(&request.profile)
        .ok_or_else(CommandError::bad_request)?;
    wizard.host().copy_secret(&secret)?;
    Ok(Nothing {})
}

/// Puts the key of the other product's practice server on the clipboard, as its page would.
pub async fn copy_practice_key(wizard: &Wizard, _: Nothing) -> Result<Nothing, CommandError> {
    let practice = wizard.practice().ok_or_else(CommandError::bad_request)?;
    wizard.host().copy_secret(&practice.vendor_key())?;
    Ok(Nothing {})
}

/// The connection that was worked on last, if its profile is still there to work with.
async fn last_connection(wizard: &Wizard) -> Result<Option<String>, CommandError> {
    let Some(id) = wizard.store().last_open().await? else {
        return Ok(None);
    };
    let connection = wizard.store().connection(id).await?;
    let can_be_opened = library::of(wizard.store(), &connection).await.is_ok();
    Ok(can_be_opened.then(|| id.to_string()))
}

async fn rehearsal(wizard: &Wizard, practice: &Practice) -> Result<RehearsalInfo, CommandError> {
    let profiles = library::all(wizard.store()).await?.profiles;
    let ids = profiles.into_iter().filter_map(|known| {
        let (client_id, _) = practice.credentials(&known.profile.id)?;
        Some((known.profile.id, client_id))
    });
    Ok(RehearsalInfo {
        address: practice.address.clone(),
        client_ids: ids.collect(),
        vendor_address: practice.vendor_address().to_owned(),
        vendor_integration: practice.vendor_integration().to_string(),
    })
}
