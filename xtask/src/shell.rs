//! Running other programs: says what it runs, and names the command to repeat when it fails.
//!
//! A [`Run`] starts in the repository's top folder and never reads the terminal's input:
//! nothing here may wait for an answer where nobody sits. The exceptions, `sudo` asking for
//! a password and the wizard itself, say so with [`Run::interactive`].

use std::fmt;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::workspace;

/// One program to be run, with what it takes to show and repeat it.
pub(crate) struct Run {
    command: Command,
    shown: String,
}

impl Run {
    /// A program with its arguments, to be run in the repository's top folder.
    pub(crate) fn new(program: impl AsRef<Path>, arguments: &[&str]) -> Self {
        let program = program.as_ref();
        let name = program
            .strip_prefix(workspace::root())
            .unwrap_or(program)
            .display()
            .to_string();
        let mut shown = name;
        for argument in arguments {
            shown.push(' ');
            shown.push_str(&quoted(argument));
        }
        let mut command = Command::new(program);
        command
            .args(arguments)
            .current_dir(workspace::root())
            .stdin(Stdio::null());
        Self { command, shown }
    }

    /// Runs it in a folder below the repository's top.
    pub(crate) fn within(mut self, folder: &str) -> Self {
        self.command.current_dir(workspace::path(folder));
        self.shown = format!("(cd {folder} && {})", self.shown);
        self
    }

    /// Sets an environment variable for it.
    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self.shown = format!("{name}={} {}", quoted(value), self.shown);
        self
    }

    /// Lets it read the terminal.
    pub(crate) fn interactive(mut self) -> Self {
        self.command.stdin(Stdio::inherit());
        self
    }

    /// Runs it with its output shown.
    ///
    /// Fails when it cannot be started or ends with anything but success; the error is
    /// the command that repeats it.
    pub(crate) fn go(mut self) -> Result<()> {
        println!("$ {}", self.shown);
        let status = self
            .command
            .status()
            .with_context(|| format!("could not start: {}", self.shown))?;
        if !status.success() {
            bail!("this ended with {status}; to repeat it:\n  {}", self.shown);
        }
        Ok(())
    }

    /// Runs it silently and answers with what it printed, trimmed.
    pub(crate) fn read(mut self) -> Result<String> {
        let output = self.command.stderr(Stdio::inherit()).output();
        let output = output.with_context(|| format!("could not start: {}", self.shown))?;
        if !output.status.success() {
            bail!(
                "this ended with {}; to repeat it:\n  {}",
                output.status,
                self.shown
            );
        }
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// What it printed, or nothing where it cannot be started or fails; prints nothing.
    pub(crate) fn read_quietly(mut self) -> Option<String> {
        let output = self.command.stderr(Stdio::null()).output().ok()?;
        output
            .status
            .success()
            .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// Whether it can be started and ends with success; prints nothing.
    pub(crate) fn succeeds(mut self) -> bool {
        let quiet = self.command.stdout(Stdio::null()).stderr(Stdio::null());
        quiet.status().is_ok_and(|status| status.success())
    }
}

impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

/// The cargo that runs this task.
pub(crate) fn cargo(arguments: &[&str]) -> Run {
    Run::new("cargo", arguments)
}

fn quoted(argument: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=@,+".contains(c);
    if !argument.is_empty() && argument.chars().all(plain) {
        argument.to_owned()
    } else {
        format!("'{}'", argument.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_command_is_named_so_that_it_can_be_repeated() {
        let error = Run::new("sh", &["-c", "exit 3"])
            .within("xtask")
            .env("A", "b c")
            .go()
            .expect_err("it ends with 3");
        assert!(
            error
                .to_string()
                .contains("A='b c' (cd xtask && sh -c 'exit 3')"),
            "{error}"
        );
    }

    #[test]
    fn what_it_printed_comes_back_trimmed() {
        assert_eq!(
            Run::new("echo", &["calm"]).read().expect("echo works"),
            "calm"
        );
    }
}
