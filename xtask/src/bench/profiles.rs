//! How long the built-in profiles take to load, with everything that is looked at.
//!
//! Measured by an example of the `setup` crate, built like the program.

use anyhow::{Context, Result};
use serde_json::Value;

use super::Number;
use crate::shell::cargo;

/// Loads all profiles once as a start does, and many times.
pub(crate) fn measure() -> Result<Vec<Number>> {
    let run = ["run", "--release", "--quiet", "--package", "setup"];
    let said = cargo(&[&run[..], &["--example", "load_profiles"]].concat()).read()?;
    let said: Value = serde_json::from_str(&said)
        .with_context(|| format!("the example says one line of JSON, not {said:?}"))?;
    let time = |name: &str| {
        let millis = said[name].as_f64();
        millis.map(|millis| format!("{millis:.1} ms"))
    };
    let number = |what: String, name: &str| {
        let time = time(name).with_context(|| format!("the example says {name}"))?;
        anyhow::Ok(Number::new(what, time, "under 50 ms"))
    };
    let count = &said["profiles"];
    Ok(vec![
        number(
            format!("Load and validate {count} profiles at start"),
            "first",
        )?,
        number(
            format!("Load and validate {count} profiles again"),
            "median",
        )?,
    ])
}
