//! `cargo xtask icons`: renders `icons/halyard.svg` into the formats that the bundles need.
//!
//! The Tauri command line draws every desktop format from the SVG. It also draws for
//! phones and for app stores; those are left out.

use std::fs;

use anyhow::{Context, Result};

use crate::shell::Run;
use crate::{node, workspace};

/// What the bundles refer to.
const KEPT: [&str; 6] = [
    "32x32.png",
    "128x128.png",
    "128x128@2x.png",
    "icon.png",
    "icon.ico",
    "icon.icns",
];

/// Renders all of [`KEPT`] into `icons/`.
pub(crate) fn run() -> Result<()> {
    node::install("ui")?;
    let drawn = workspace::target().join("icons");
    let folder = drawn.display().to_string();
    let tauri = workspace::path("ui/node_modules/.bin/tauri");
    Run::new(tauri, &["icon", "icons/halyard.svg", "--output", &folder]).go()?;
    for name in KEPT {
        let to = workspace::path("icons").join(name);
        fs::copy(drawn.join(name), &to)
            .with_context(|| format!("could not write {}", to.display()))?;
        println!("wrote icons/{name}");
    }
    Ok(())
}
