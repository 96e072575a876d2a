//! The one way in which Halyard is built: the page first, then the program with the page inside.
//!
//! `tauri/custom-protocol` is the feature that makes the program serve the page it carries
//! instead of asking a development server for it. Every cargo command here uses the same
//! packages, targets and features, so that the dependencies are compiled once for building
//! and testing and once for clippy and the documentation, and never again.

use std::path::PathBuf;

use anyhow::Result;

use crate::shell::{Run, cargo};
use crate::{node, workspace};

/// What every cargo command of the workspace is given.
const EVERYTHING: [&str; 3] = ["--workspace", "--features", "tauri/custom-protocol"];

/// Runs a cargo command on the whole workspace.
pub(crate) fn cargo_everything(command: &str, more: &[&str]) -> Result<()> {
    cargo_command(command, more).go()
}

fn cargo_command(command: &str, more: &[&str]) -> Run {
    cargo(&[&[command], &EVERYTHING[..], more].concat())
}

/// Builds the page into `ui/dist`.
pub(crate) fn build_page() -> Result<()> {
    node::script("ui", "build")
}

/// Builds the page where there is none yet: clippy and the tests need one to embed.
pub(crate) fn ensure_page() -> Result<()> {
    if workspace::path("ui/dist/index.html").exists() {
        Ok(())
    } else {
        build_page()
    }
}

/// Builds everything in the debug profile, the tests included.
pub(crate) fn build() -> Result<()> {
    ensure_page()?;
    cargo_everything("build", &["--all-targets"])
}

/// Builds the documentation of every crate; a warning fails it.
pub(crate) fn document() -> Result<()> {
    cargo_command("doc", &["--no-deps", "--document-private-items"])
        .env("RUSTDOCFLAGS", "-D warnings")
        .go()
}

/// Builds the release program and the empty window that it is measured against.
pub(crate) fn build_release() -> Result<()> {
    let packages = ["--package", "halyard", "--package", "empty-window"];
    cargo(
        &[
            &["build", "--release", "--features", "tauri/custom-protocol"],
            &packages[..],
        ]
        .concat(),
    )
    .go()
}

/// Builds the dev host in the release profile, for measuring the page with many rows.
pub(crate) fn build_release_dev_host() -> Result<()> {
    cargo(&["build", "--release", "--package", "dev-host"]).go()
}

/// The release dev host, once [`build_release_dev_host`] has run.
pub(crate) fn release_dev_host() -> PathBuf {
    workspace::target().join("release/dev-host")
}

/// The debug program, once [`build`] has run.
pub(crate) fn debug_binary() -> PathBuf {
    workspace::target().join("debug/halyard")
}

/// The release program, once a release build has run.
pub(crate) fn release_binary() -> PathBuf {
    workspace::target().join("release/halyard")
}
