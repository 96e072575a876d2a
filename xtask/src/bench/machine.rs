//! The machine that the numbers come from.

use std::{fs, thread};

use anyhow::{Context, Result};

use crate::shell::Run;

/// The processor, memory, kernel, compiler, commit and day, one per line.
pub(crate) fn describe() -> Result<String> {
    let cpu = field("/proc/cpuinfo", "model name").unwrap_or_else(|_| "unknown".to_owned());
    let memory = field("/proc/meminfo", "MemTotal").unwrap_or_else(|_| "unknown".to_owned());
    let cores = thread::available_parallelism()?;
    let kernel = Run::new("uname", &["-srm"]).read()?;
    let rust = Run::new("rustc", &["--version"]).read()?;
    let commit = Run::new("git", &["describe", "--always", "--dirty"]).read_quietly();
    let commit = commit.unwrap_or_else(|| "not in a repository".to_owned());
    let day = Run::new("date", &["-u", "+%Y-%m-%d %H:%M UTC"]).read()?;
    Ok(format!(
        "Processor  {cpu}, {cores} cores\nMemory     {memory}\nSystem     {kernel}\nCompiler   {rust}\nCommit     {commit}\nTaken      {day}"
    ))
}

fn field(file: &str, name: &str) -> Result<String> {
    let text = fs::read_to_string(file)?;
    let line = text.lines().find(|line| line.starts_with(name));
    let value = line
        .and_then(|line| line.split_once(':'))
        .with_context(|| format!("{file} has no {name}"))?
        .1;
    Ok(value.trim().to_owned())
}
