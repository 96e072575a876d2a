//! Every scenario, put together from one table per kind of trouble.

use std::sync::LazyLock;

use super::{Entry, Expected, ScenarioInfo, change::Change};
use crate::Needs;

mod agent;
mod application;
mod content;
mod diagnosis;
mod halo;
mod hostile;
mod refused;
mod tls;
mod wire;
mod writing;

/// Every scenario; the first is the healthy one.
pub(super) static ENTRIES: LazyLock<Vec<&'static Entry>> = LazyLock::new(|| {
    let tables: [&'static [Entry]; 10] = [
        &halo::ENTRIES,
        &application::ENTRIES,
        &agent::ENTRIES,
        &wire::ENTRIES,
        &writing::ENTRIES,
        &content::ENTRIES,
        &hostile::ENTRIES,
        &tls::ENTRIES,
        &diagnosis::ENTRIES,
        &refused::ENTRIES,
    ];
    tables.into_iter().flatten().collect()
});

/// What each of them shows.
pub(super) static INFOS: LazyLock<Vec<ScenarioInfo>> =
    LazyLock::new(|| ENTRIES.iter().map(|entry| entry.info).collect());

const fn anybody(_: &Needs) -> bool {
    true
}

/// Whether a product says how many customers it wants to see.
fn needs_all_customers(needs: &Needs) -> bool {
    let slug = "allow-use-of-all-customers";
    needs
        .permissions
        .iter()
        .any(|(of, value)| of == slug && value == "Yes")
}

/// A scenario in which everything passes all the same.
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

/// A scenario in which a finding does not pass.
const fn finds(
    name: &'static str,
    shows: &'static str,
    (finding, status, code): (&'static str, &'static str, &'static str),
    exit: u8,
    changes: &'static [Change],
) -> Entry {
    Entry {
        info: ScenarioInfo {
            name,
            shows,
            expected: Some(Expected {
                finding,
                status,
                code,
            }),
            exit,
        },
        applies: anybody,
        changes,
    }
}

impl Entry {
    const fn for_those(mut self, applies: fn(&Needs) -> bool) -> Self {
        self.applies = applies;
        self
    }
}
