//! Runs the steps of [`crate::steps`] one after another and keeps their times.
//!
//! Stops at the first step that fails and names the command that repeats just that step.

use std::env;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::steps::{STEPS, Step};

/// Prints the names of the steps and what each shows.
pub(crate) fn list() {
    for step in &STEPS {
        println!("{:<12} {}", step.name, step.shows);
    }
}

/// Runs the named steps, or all of them where none is named.
///
/// Fails when a name is not a step's, or with the first step that fails.
pub(crate) fn run(only: &[String]) -> Result<()> {
    let chosen = choose(only)?;
    let mut times = Vec::new();
    for (number, step) in chosen.iter().enumerate() {
        headline(number + 1, chosen.len(), step);
        let start = Instant::now();
        let outcome = (step.run)();
        times.push((step.name, start.elapsed(), outcome.is_ok()));
        if outcome.is_err() {
            summary(&times, chosen.len());
            return outcome.with_context(|| {
                format!(
                    "{} failed (cargo xtask test --only {})",
                    step.name, step.name
                )
            });
        }
    }
    summary(&times, chosen.len());
    Ok(())
}

fn choose(only: &[String]) -> Result<Vec<&'static Step>> {
    if let Some(unknown) = only
        .iter()
        .find(|name| STEPS.iter().all(|step| step.name != **name))
    {
        let names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        bail!(
            "There is no step named {unknown}. The steps are: {}.",
            names.join(", ")
        );
    }
    Ok(STEPS
        .iter()
        .filter(|step| only.is_empty() || only.iter().any(|name| name == step.name))
        .collect())
}

fn headline(number: usize, of: usize, step: &Step) {
    let text = format!("[{number}/{of}] {}: {}", step.name, step.shows);
    if env::var_os("NO_COLOR").is_some() || env::var_os("CI").is_some() {
        println!("\n=== {text}");
    } else {
        println!("\n\u{1b}[1m=== {text}\u{1b}[0m");
    }
}

fn summary(times: &[(&str, Duration, bool)], of: usize) {
    println!("\n=== Steps");
    for (name, time, passed) in times {
        let verdict = if *passed { "passed" } else { "FAILED" };
        println!("{name:<12} {verdict}  {:>7.1} s", time.as_secs_f64());
    }
    let passed = times.iter().filter(|(_, _, passed)| *passed).count();
    let total: Duration = times.iter().map(|(_, time, _)| *time).sum();
    println!("{:<12} {:>15.1} s", "in all", total.as_secs_f64());
    println!(
        "Steps: {passed} passed, {} failed, {} not run",
        times.len() - passed,
        of - times.len()
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn naming_steps_keeps_their_order() {
        let chosen = choose(&["clippy".to_owned(), "format".to_owned()]).expect("both are steps");
        let names: Vec<&str> = chosen.iter().map(|step| step.name).collect();
        assert_eq!(names, ["format", "clippy"]);
    }

    #[test]
    fn an_unknown_name_is_answered_with_the_names_there_are() {
        let error = choose(&["lint".to_owned()])
            .err()
            .expect("there is no such step");
        assert!(error.to_string().contains("page-lint"), "{error}");
    }
}
