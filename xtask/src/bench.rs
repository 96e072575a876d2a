//! `cargo xtask bench`: measures the release build and prints each number beside what we aim for.
//!
//! Numbers depend on the machine, so they are printed with it, and none of them can fail
//! anything: tests judge behaviour, benchmarks inform.

mod check;
mod long_list;
mod machine;
mod mapping;
mod measured;
mod memory;
mod profiles;
mod screen;
mod sizes;
mod step_change;
mod window;

use anyhow::Result;
use clap::ValueEnum;

use crate::{program, system};

/// What can be measured.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Measurement {
    /// Requests and time of `halyard check`.
    Check,
    /// Loading and validating all profiles.
    Profiles,
    /// Launch and memory of the window, against an empty window.
    Window,
    /// Time and memory of `halyard suggest`.
    Mapping,
    /// How the page of a long mapping moves.
    LongList,
    /// Sizes of what is shipped.
    Sizes,
}

/// One number of the result.
pub(crate) struct Number {
    what: String,
    value: String,
    aim: String,
}

impl Number {
    /// A measured value and what we aim for; the aim is empty where there is none.
    fn new(what: impl Into<String>, value: impl Into<String>, aim: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            value: value.into(),
            aim: aim.into(),
        }
    }
}

/// Builds the release programs, takes the named measurements (all where none is named) and prints them.
pub(crate) fn run(only: &[Measurement]) -> Result<()> {
    let wanted = |measurement| only.is_empty() || only.contains(&measurement);
    system::require_for_tests()?;
    program::build_page()?;
    program::build_release()?;
    let mut numbers = Vec::new();
    if wanted(Measurement::Check) {
        numbers.extend(check::measure()?);
    }
    if wanted(Measurement::Profiles) {
        numbers.extend(profiles::measure()?);
    }
    if wanted(Measurement::Window) {
        numbers.extend(window::measure()?);
        numbers.extend(step_change::measure()?);
    }
    if wanted(Measurement::Mapping) {
        numbers.extend(mapping::measure()?);
    }
    if wanted(Measurement::LongList) {
        numbers.extend(long_list::measure()?);
    }
    if wanted(Measurement::Sizes) {
        numbers.extend(sizes::measure()?);
    }
    println!("\n{}", machine::describe()?);
    println!("\n{:<66} {:>18}   aim", "", "measured");
    for Number { what, value, aim } in numbers {
        println!("{what:<66} {value:>18}   {aim}");
    }
    Ok(())
}
