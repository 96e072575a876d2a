//! Runs what the end-to-end project `measure` measures, and hands over what it prints.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::workspace;

/// Runs one of its files, with the program that the variable names; all that it printed.
pub(crate) fn by(file: &str, (variable, program): (&str, PathBuf)) -> Result<String> {
    let output = Command::new("npx")
        .args(["playwright", "test", file, "--project=measure"])
        .current_dir(workspace::path("e2e"))
        .env(variable, program)
        .output()
        .context("npx cannot be started")?;
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    ensure!(
        output.status.success(),
        "the measuring run failed:\n{printed}"
    );
    Ok(printed)
}

/// The lines that begin with a word, without it.
pub(crate) fn lines<'a>(printed: &'a str, word: &'a str) -> impl Iterator<Item = &'a str> {
    printed
        .lines()
        .filter_map(move |line| line.trim().strip_prefix(word))
}
