//! `cargo xtask fuzz`: the targets of `fuzz/` under cargo-fuzz, each for a while.
//!
//! No part of `cargo xtask test`, because it has no end of its own. With a nightly compiler the
//! address sanitizer watches too; without one the targets run as they are, which is enough for
//! panics, hangs and memory, since nothing unsafe of ours is in them.
//! What the targets do is in `crates/fuzzed`, which the ordinary tests compile and run on the same
//! seeds. What is found stays in `fuzz/artifacts`; it belongs into `fuzz/seeds` once it is mended.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::shell::{Run, cargo};
use crate::workspace;

/// Runs one target, or each after the other, for so many seconds.
pub(crate) fn run(only: Option<&str>, seconds: u32) -> Result<()> {
    let targets = targets()?;
    if let Some(name) = only
        && !targets.iter().any(|target| target == name)
    {
        bail!(
            "There is no target “{name}”. There are: {}.",
            targets.join(", ")
        );
    }
    ensure_tool()?;
    let cargo_fuzz = cargo_fuzz();
    for target in targets {
        if only.is_none_or(|name| name == target) {
            fuzz(cargo_fuzz, &target, seconds)?;
        }
    }
    Ok(())
}

fn fuzz((program, before, after): CargoFuzz, target: &str, seconds: u32) -> Result<()> {
    let corpus = format!("corpus/{target}");
    let folder = workspace::path("fuzz").join(&corpus);
    fs::create_dir_all(&folder)
        .with_context(|| format!("The folder {} cannot be made.", folder.display()))?;
    let seeds = format!("seeds/{target}");
    let time = format!("-max_total_time={seconds}");
    let from = [target, corpus.as_str(), seeds.as_str(), "--", time.as_str()];
    // Neither a hang nor a flood of memory may pass for patience.
    let limits = ["-timeout=10", "-rss_limit_mb=1024", "-malloc_limit_mb=256"];
    let sizes = ["-max_len=65536", "-print_final_stats=1"];
    let arguments = [before, &["fuzz", "run"], after, &from, &limits, &sizes].concat();
    Run::new(program, &arguments).within("fuzz").go()
}

/// The names of the targets, as their files have them.
fn targets() -> Result<Vec<String>> {
    let folder = workspace::path("fuzz/fuzz_targets");
    let mut names = Vec::new();
    for file in fs::read_dir(&folder).context("The targets are missing.")? {
        let path = file?.path();
        names.extend(
            path.file_stem()
                .map(|name| name.to_string_lossy().into_owned()),
        );
    }
    names.sort();
    Ok(names)
}

/// A program, what it is given before `fuzz run` and what after it.
type CargoFuzz = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

/// How cargo-fuzz is started: sanitizers are there with a nightly compiler only.
fn cargo_fuzz() -> CargoFuzz {
    if Run::new("rustup", &["run", "nightly", "rustc", "--version"]).succeeds() {
        return ("rustup", &["run", "nightly", "cargo"], &[]);
    }
    println!("There is no nightly compiler: the address sanitizer stays off.");
    ("cargo", &[], &["--sanitizer", "none"])
}

/// Compiles cargo-fuzz where this machine has none.
fn ensure_tool() -> Result<()> {
    if Run::new("cargo-fuzz", &["--version"]).succeeds() {
        return Ok(());
    }
    println!("Compiling cargo-fuzz once …");
    cargo(&["install", "cargo-fuzz", "--locked"]).go()
}
