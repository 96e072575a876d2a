//! `cargo xtask demo`: from a fresh clone to the wizard on screen, on the practice tenant.
//!
//! Where there is no screen, the same engine checks the practice tenant on the terminal
//! instead, and says why.

use std::env;
use std::path::Path;

use anyhow::{Context, Result};

use crate::shell::Run;
use crate::{program, system};

/// Installs, builds and opens.
pub(crate) fn run() -> Result<()> {
    println!("Looking for what is missing …");
    system::require_for_program()?;
    println!("Building the page …");
    program::build_page()?;
    println!("Building the program (the first time takes some minutes) …");
    program::build()?;
    let halyard = program::debug_binary();
    if has_screen() {
        println!("Opening the wizard on the practice tenant. Close its window to come back here.");
        return Run::new(&halyard, &["demo"]).interactive().go();
    }
    println!(
        "There is no screen here (neither WAYLAND_DISPLAY nor DISPLAY is set), so instead of the"
    );
    println!("window the same checks run on the terminal, against the practice tenant.");
    let profiles = profiles(&halyard)?;
    let profile = profiles.first().context("there is a built-in profile")?;
    Run::new(
        &halyard,
        &["check", "--rehearsal", "healthy", "--profile", profile],
    )
    .go()
}

fn has_screen() -> bool {
    let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("WAYLAND_DISPLAY") || set("DISPLAY")
}

/// The ids of the profiles that the program lists, in its order.
pub(crate) fn profiles(halyard: &Path) -> Result<Vec<String>> {
    let listed = Run::new(halyard, &["profiles", "--json"]).read()?;
    let listed: serde_json::Value =
        serde_json::from_str(&listed).context("halyard profiles --json is not JSON")?;
    let profiles = listed["profiles"]
        .as_array()
        .context("halyard profiles --json lists no profiles")?;
    let ids = profiles.iter().filter_map(|profile| profile["id"].as_str());
    Ok(ids.map(ToOwned::to_owned).collect())
}
