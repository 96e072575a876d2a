//! `cargo xtask`: the commands of the README, in Rust.
//!
//! Each subcommand has a module of its own; this file only reads the command line.
//! What the commands share is in [`shell`] (running other programs), [`workspace`]
//! (where things are), [`system`] and [`node`] (installing what is missing) and
//! [`program`] (the one way in which Halyard is built).
//!
//! Deliberately not here: anything that the program itself needs at run time.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "printing is what this program is for"
)]

mod bench;
mod demo;
mod deny;
mod fuzz;
mod icons;
mod node;
mod package;
mod program;
mod shell;
mod steps;
mod suite;
mod system;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Builds, shows, tests, measures and packages Halyard.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct CommandLine {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what is missing, build, and open the wizard on the practice tenant.
    Demo,
    /// Install what is missing and run everything that the build server runs.
    Test {
        /// Run this step alone (repeat it for several).
        #[arg(long, value_name = "NAME")]
        only: Vec<String>,
        /// List the steps and stop.
        #[arg(long)]
        list: bool,
    },
    /// Measure the release build and print the numbers with the machine they come from.
    Bench {
        /// Take only these measurements: check, window, mapping, sizes (repeat it for several).
        #[arg(long, value_name = "NAME")]
        only: Vec<bench::Measurement>,
    },
    /// Build the release packages (deb and rpm) and print where they are.
    Package,
    /// Feed nonsense to what reads strangers' texts, by cargo-fuzz.
    Fuzz {
        /// This target alone: address, answer, csv, profile.
        target: Option<String>,
        /// For how long, each.
        #[arg(long, default_value_t = 120)]
        seconds: u32,
    },
    /// Render the icons from icons/halyard.svg.
    Icons,
}

fn main() -> ExitCode {
    let outcome = match CommandLine::parse().task {
        Task::Demo => demo::run(),
        Task::Test { list: true, .. } => {
            suite::list();
            Ok(())
        }
        Task::Test { only, list: false } => suite::run(&only),
        Task::Bench { only } => bench::run(&only),
        Task::Package => package::run(),
        Task::Fuzz { target, seconds } => fuzz::run(target.as_deref(), seconds),
        Task::Icons => icons::run(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}
