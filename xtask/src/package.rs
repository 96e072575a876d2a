//! `cargo xtask package`: the release build as deb and rpm.
//!
//! An AppImage is not attempted: its bundler downloads programs while it works.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::shell::Run;
use crate::{node, program, system, workspace};

/// Builds both packages and prints their sizes and paths.
pub(crate) fn run() -> Result<()> {
    system::require_for_program()?;
    bundle(&["deb", "rpm"])?;
    let folder = workspace::target().join("release/bundle");
    let mut built = vec![program::release_binary()];
    built.extend(files_with(&folder.join("deb"), "deb")?);
    built.extend(files_with(&folder.join("rpm"), "rpm")?);
    println!();
    for path in built {
        println!("{:>6.1} MB  {}", megabytes(&path)?, path.display());
    }
    Ok(())
}

/// Builds the release program and the given kinds of package.
pub(crate) fn bundle(kinds: &[&str]) -> Result<()> {
    node::install("ui")?;
    let tauri = workspace::path("ui/node_modules/.bin/tauri");
    Run::new(tauri, &["build", "--ci", "--bundles", &kinds.join(",")]).go()
}

/// The size of a file in megabytes of a million bytes.
pub(crate) fn megabytes(path: &Path) -> Result<f64> {
    let length = fs::metadata(path)
        .with_context(|| format!("{} is missing", path.display()))?
        .len();
    #[allow(
        clippy::cast_precision_loss,
        reason = "sizes of files stay far below 2^52"
    )]
    Ok(length as f64 / 1e6)
}

/// The files of a folder whose names end in `.extension`, sorted.
pub(crate) fn files_with(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("{} is missing", folder.display()))?;
    let paths = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<PathBuf>>>()?;
    let mut found: Vec<PathBuf> = paths
        .into_iter()
        .filter(|path| path.extension().is_some_and(|e| e == extension))
        .collect();
    found.sort();
    Ok(found)
}
