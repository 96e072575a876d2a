//! What `cargo xtask test` runs, in an order that fails fast: seconds first, minutes last.

use anyhow::Result;

use crate::shell::cargo;
use crate::{deny, node, program, system};

/// One step of the suite.
pub(crate) struct Step {
    /// Its name on the command line.
    pub(crate) name: &'static str,
    /// What it shows, in a few words.
    pub(crate) shows: &'static str,
    /// Runs it; what it needs and finds missing, it makes first.
    pub(crate) run: fn() -> Result<()>,
}

const fn step(name: &'static str, shows: &'static str, run: fn() -> Result<()>) -> Step {
    Step { name, shows, run }
}

/// Every step, in order.
pub(crate) const STEPS: [Step; 14] = [
    step(
        "system",
        "the system packages are there",
        system::require_for_tests,
    ),
    step("format", "Rust is formatted", || {
        cargo(&["fmt", "--all", "--check"]).go()
    }),
    step(
        "npm",
        "the npm packages are those of the lock files",
        install_npm,
    ),
    step(
        "page-lint",
        "the page's and the browser tests' code is formatted and clean",
        || both("lint"),
    ),
    step("page-types", "their types hold", || both("check")),
    step("page-build", "the page builds", program::build_page),
    step("page-tests", "the page's components behave", || {
        node::script("ui", "test")
    }),
    step("clippy", "no warning in Rust", clippy),
    step("build", "everything compiles", program::build),
    step(
        "tests",
        "the Rust tests pass, the real keychain's among them",
        rust_tests,
    ),
    step("docs", "the documentation builds without a warning", docs),
    step(
        "browser",
        "the page works in a browser against the real commands",
        browser,
    ),
    step("window", "the real window works on a real keychain", window),
    step(
        "deny",
        "every dependency has an agreed licence and source",
        deny::check,
    ),
];

fn install_npm() -> Result<()> {
    node::install("ui")?;
    node::install("e2e")
}

fn both(script: &str) -> Result<()> {
    node::script("ui", script)?;
    node::script("e2e", script)
}

fn clippy() -> Result<()> {
    program::ensure_page()?;
    program::cargo_everything("clippy", &["--all-targets", "--", "-D", "warnings"])
}

fn rust_tests() -> Result<()> {
    program::ensure_page()?;
    program::cargo_everything("test", &["--no-fail-fast"])
}

fn docs() -> Result<()> {
    program::ensure_page()?;
    program::document()
}

fn browser() -> Result<()> {
    program::build()?;
    node::script("e2e", "test:browser")
}

fn window() -> Result<()> {
    program::build()?;
    node::script("e2e", "test:window")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::STEPS;

    #[test]
    fn no_two_steps_share_a_name() {
        let names: HashSet<&str> = STEPS.iter().map(|step| step.name).collect();
        assert_eq!(names.len(), STEPS.len());
    }
}
