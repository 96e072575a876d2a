//! Sizes of what is shipped: the program, the package, and the page's scripts as they would travel.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::Number;
use crate::{package, program, workspace};

/// Builds the deb and measures it, the release program and the page.
pub(crate) fn measure() -> Result<Vec<Number>> {
    package::bundle(&["deb"])?;
    let debs = package::files_with(&workspace::target().join("release/bundle/deb"), "deb")?;
    let deb = debs.last().context("the bundler wrote no deb")?;
    let scripts = package::files_with(&workspace::path("ui/dist/assets"), "js")?;
    let compressed = scripts
        .iter()
        .map(|script| gzipped(script))
        .sum::<Result<usize>>()?;
    Ok(vec![
        Number::new(
            "Release program",
            megabytes(&program::release_binary())?,
            "at most 25 MB",
        ),
        Number::new("Debian package", megabytes(deb)?, "at most 12 MB"),
        Number::new(
            "Page scripts, gzip -9",
            format!("{} kB", compressed / 1000),
            "at most 150 kB",
        ),
    ])
}

fn megabytes(path: &Path) -> Result<String> {
    Ok(format!("{:.1} MB", package::megabytes(path)?))
}

fn gzipped(path: &Path) -> Result<usize> {
    let output = Command::new("gzip")
        .args(["-9", "--stdout"])
        .arg(path)
        .output()
        .context("gzip cannot be started")?;
    ensure!(
        output.status.success(),
        "gzip could not read {}",
        path.display()
    );
    Ok(output.stdout.len())
}
