//! How long a change of the page takes in the real window.
//!
//! The end-to-end project `measure` presses and times by the page's own clock; this reads what it
//! prints.

use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::Number;
use crate::{program, workspace};

/// Times the changes from the first page to the first connection.
pub(crate) fn measure() -> Result<Vec<Number>> {
    let output = Command::new("npx")
        .args(["playwright", "test", "--project=measure"])
        .current_dir(workspace::path("e2e"))
        .env("HALYARD_BINARY", program::release_binary())
        .output()
        .context("npx cannot be started")?;
    let printed = String::from_utf8_lossy(&output.stdout);
    ensure!(
        output.status.success(),
        "the measuring run failed:\n{printed}"
    );
    let steps = printed
        .lines()
        .filter_map(|line| line.trim().strip_prefix("step ")?.split_once(' '));
    Ok(steps
        .map(|(time, words)| {
            let what = format!("Window: page after \u{201c}{words}\u{201d}");
            Number::new(what, format!("{time} ms"), "under 100 ms")
        })
        .collect())
}
