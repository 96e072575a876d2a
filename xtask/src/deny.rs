//! The check of the dependencies themselves: their licences, where they come from, which
//! are banned, and known vulnerabilities. The rules are in `deny.toml`.
//!
//! `cargo-deny` is compiled into `target/tools` where the machine has none.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::shell::{Run, cargo};
use crate::workspace;

/// The version that `deny.toml` is written for.
const VERSION: &str = "0.20.2";

/// Checks licences, bans and sources; advisories too where their database can be fetched.
pub(crate) fn check() -> Result<()> {
    let deny = tool()?;
    let with = ["--workspace", "--locked", "--all-features"];
    let check = |what: &[&str]| Run::new(&deny, &[&with[..], &["check"], what].concat()).go();
    check(&["licenses", "bans", "sources"])?;
    if Run::new(&deny, &["fetch", "db"]).succeeds() {
        check(&["advisories"])
    } else {
        println!(
            "The database of known vulnerabilities cannot be fetched from here: advisories were not checked."
        );
        Ok(())
    }
}

/// The `cargo-deny` of this machine, compiled first where there is none.
fn tool() -> Result<PathBuf> {
    let anywhere = PathBuf::from("cargo-deny");
    if is_there(&anywhere) {
        return Ok(anywhere);
    }
    let tools = workspace::target().join("tools");
    let ours = tools.join("bin/cargo-deny");
    if !is_there(&ours) {
        println!(
            "Compiling cargo-deny {VERSION} once, into {} …",
            tools.display()
        );
        let root = tools.display().to_string();
        // Without optimisation it compiles in a third of the time and still answers in seconds.
        let which = ["install", "cargo-deny", "--version", VERSION];
        let how = ["--locked", "--debug", "--root", &root];
        cargo(&[which, how].concat()).go()?;
    }
    Ok(ours)
}

fn is_there(deny: &Path) -> bool {
    Run::new(deny, &["--version"]).succeeds()
}
