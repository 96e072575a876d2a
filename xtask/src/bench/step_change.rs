//! How long a change of the page takes in the real window.
//!
//! The end-to-end project `measure` presses and times by the page's own clock; this reads what it
//! prints.

use anyhow::Result;

use super::{Number, measured};
use crate::program;

/// Times the changes from the first page to the first connection.
pub(crate) fn measure() -> Result<Vec<Number>> {
    let printed = measured::by("steps", ("HALYARD_BINARY", program::release_binary()))?;
    let steps = measured::lines(&printed, "step ").filter_map(|line| line.split_once(' '));
    Ok(steps
        .map(|(time, words)| {
            let what = format!("Window: page after \u{201c}{words}\u{201d}");
            Number::new(what, format!("{time} ms"), "under 100 ms")
        })
        .collect())
}
