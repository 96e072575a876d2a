//! How the page of a long mapping moves: frames while it is scrolled, rows that come too late, the search.
//!
//! The end-to-end project `measure` scrolls and types in `WebKit`; this reads what it prints.

use anyhow::Result;

use super::{Number, measured};
use crate::program;

/// Measures with ten thousand rows; `HALYARD_ROWS` asks for another number.
pub(crate) fn measure() -> Result<Vec<Number>> {
    program::build_release_dev_host()?;
    let host = ("HALYARD_DEV_HOST", program::release_dev_host());
    let printed = measured::by("long-list", host)?;
    let lines = measured::lines(&printed, "list ");
    Ok(lines
        .filter_map(|line| {
            let mut parts = line.split(" | ");
            let value = parts.next()?;
            Some(Number::new(
                format!("Mapping: {}", parts.next()?),
                value,
                parts.next()?,
            ))
        })
        .collect())
}
