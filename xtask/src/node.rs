//! The npm side: installs the packages of `ui` and `e2e` and runs their scripts.
//!
//! Packages are installed only from the lock file (`npm ci`), without install scripts,
//! and only when the lock file changed since the last time.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::shell::Run;
use crate::workspace;

/// The oldest Node that the page's tools work with.
const OLDEST_NODE: (u32, u32) = (20, 19);

/// Fails with what to do where Node is missing or too old.
pub(crate) fn require() -> Result<()> {
    let (major, minor) = OLDEST_NODE;
    let wanted = format!("Node {major}.{minor} or newer, with npm");
    let Ok(version) = Run::new("node", &["--version"]).read() else {
        bail!("Halyard's page needs {wanted}. Install Node, then run this again.");
    };
    if parse(&version).is_none_or(|found| found < OLDEST_NODE) {
        bail!(
            "Halyard's page needs {wanted}; this machine has {version}. Update Node, then run this again."
        );
    }
    Ok(())
}

/// Installs the packages of a folder when its lock file is not what was installed last.
pub(crate) fn install(folder: &str) -> Result<()> {
    require()?;
    let lock = workspace::path(folder).join("package-lock.json");
    let stamp = workspace::path(folder).join("node_modules/.installed-from");
    let wanted = fs::read(&lock).with_context(|| format!("{} is missing", lock.display()))?;
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("Installing the npm packages of {folder}/ …");
    let flags = ["ci", "--no-audit", "--no-fund", "--ignore-scripts"];
    Run::new("npm", &flags)
        .within(folder)
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .go()?;
    fs::write(&stamp, wanted).with_context(|| format!("could not write {}", stamp.display()))
}

/// Runs a script of a folder's package.json; its packages are installed first.
pub(crate) fn script(folder: &str, name: &str) -> Result<()> {
    install(folder)?;
    Run::new("npm", &["run", name]).within(folder).go()
}

fn parse(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.strip_prefix('v')?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_versions_are_compared_as_numbers() {
        assert_eq!(parse("v20.20.2"), Some((20, 20)));
        assert!(parse("v9.99.0").is_some_and(|found| found < OLDEST_NODE));
        assert!(parse("v100.0.0").is_some_and(|found| found > OLDEST_NODE));
        assert_eq!(parse("twenty"), None);
    }
}
