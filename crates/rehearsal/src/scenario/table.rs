//! Every scenario.

use super::{
    Entry, ScenarioInfo,
    change::Change::{self},
};
use crate::Needs;

const fn anybody(_: &Needs) -> bool {
    true
}

const fn passes(name: &'static str, shows: &'static str, changes: &'static [Change]) -> Entry {
    Entry {
        info: ScenarioInfo {
            name,
            shows,
            expected: None,
            exit: 0,
        },
        applies: anybody,
        changes,
    }
}

/// Every scenario; the first is the healthy one.
pub(super) static ENTRIES: [Entry; 1] = [passes(
    "healthy",
    "Everything is as the guide asks for.",
    &[],
)];
